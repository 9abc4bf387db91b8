"""Labels of planted trouble: what a mistake is, where it is found, and what must be noticed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Label:
    """One mistake: its kind, what it is found by (reference, number or file), its first day, and in words."""

    gemeente: str
    kind: str
    mark: str
    day: date | None
    meaning: str
