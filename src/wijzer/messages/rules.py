"""Evaluates the declared rules over columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns
    from wijzer.messages.findings import Finding


def evaluate(columns: MessageColumns) -> list[Finding]:
    """Return the findings of all rules of the message type over all messages in ``columns``."""
    return []
