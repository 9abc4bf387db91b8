"""What a message rule looks like as data: which records, when it is broken, how serious that is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that the schema cannot say."""

    id: str
