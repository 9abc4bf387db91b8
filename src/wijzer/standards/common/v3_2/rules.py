"""The rules about one message that iWmo 3.2 and iJw 3.2 share."""

from __future__ import annotations

from wijzer.standards.rules import Rule


def rules_for(wet: str, number: str) -> tuple[Rule, ...]:
    """Return the rules that hold for one message type."""
    return ()
