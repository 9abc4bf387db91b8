"""The division of Iv3 taakvelden: which belong to the social domain, and which are Wsw or benefits.

Codes change (breaks in 2023 and 2025), and a town reports under headings of its own
(``rubriek``), so the division is configuration: ``config/taakvelden.csv``, from the example in
``programma/taakvelden.csv``. Codes and names: Iv3, ministerie van BZK.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

COLUMNS = (
    "taakveld",
    "omschrijving",
    "jaar_van",
    "jaar_tot",
    "rubriek",
    "sociaal_domein",
    "wsw_of_uitkering",
)
_YES_NO = {"ja": True, "nee": False}


class TaakveldError(ValueError):
    """A line of the division that cannot be read; the message is Dutch and names file and line."""


@dataclass(frozen=True, slots=True)
class TaakveldRule:
    """One taakveld in a span of years (both included; ``year_to`` None is open)."""

    taakveld: str
    omschrijving: str
    year_from: int
    year_to: int | None
    rubriek: str
    sociaal_domein: bool
    wsw_of_uitkering: bool

    def holds_in(self, year: int) -> bool:
        """Say whether this line is about ``year``."""
        return self.year_from <= year and (self.year_to is None or year <= self.year_to)


@lru_cache(maxsize=1)
def default_taakvelden() -> tuple[TaakveldRule, ...]:
    """Return the example division."""
    name = "taakvelden.csv"
    return read_taakvelden(files("wijzer.indicators").joinpath("programma", name).read_text("utf-8"), name)


def read_taakvelden(text: str, name: str) -> tuple[TaakveldRule, ...]:
    """Read a division; a taakveld may stand once for each year. Raises TaakveldError."""
    reader = csv.DictReader(text.splitlines(), delimiter=";")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise TaakveldError(f"{name}, regel 1: verwacht de kolommen {';'.join(COLUMNS)}.")
    rules: list[TaakveldRule] = []
    for row in reader:
        place = f"{name}, regel {reader.line_num}"
        if not row["jaar_van"].isdecimal() or not (row["jaar_tot"] or "0").isdecimal():
            raise TaakveldError(f"{place}: jaar_van en jaar_tot zijn jaren, bijvoorbeeld 2023.")
        if row["sociaal_domein"] not in _YES_NO or row["wsw_of_uitkering"] not in _YES_NO:
            raise TaakveldError(f"{place}: sociaal_domein en wsw_of_uitkering zijn ja of nee.")
        rule = TaakveldRule(
            row["taakveld"],
            row["omschrijving"],
            int(row["jaar_van"]),
            int(row["jaar_tot"]) if row["jaar_tot"] else None,
            row["rubriek"],
            _YES_NO[row["sociaal_domein"]],
            _YES_NO[row["wsw_of_uitkering"]],
        )
        if any(other.taakveld == rule.taakveld and _overlap(other, rule) for other in rules):
            raise TaakveldError(f"{place}: taakveld {rule.taakveld} staat dubbel voor een jaar.")
        rules.append(rule)
    return tuple(rules)


def _overlap(one: TaakveldRule, other: TaakveldRule) -> bool:
    return one.holds_in(other.year_from) or other.holds_in(one.year_from)
