"""Targets: what the council wants of an indicator, per gemeente, from ``config/indicatoren.csv``.

Five kinds, as the 26 indicators of *Samen Sterk* have them:

========== =============================== ======================================================
kind       meaning                         ``doelwaarde``
========== =============================== ======================================================
niveau     reach a level                   the level, in the indicator's unit
verandering change against the base year   percent of the start value (``-5``)
gelijk     stay as it was                  deviation that still is equal, in percent (empty: none)
richting   go up or down                   ``omhoog`` or ``omlaag``
plafond    do not go above                 the most that is allowed
========== =============================== ======================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal, cast

from wijzer.steering.configuration import Row, read_rows

TargetKind = Literal["niveau", "verandering", "gelijk", "richting", "plafond"]
KINDS = ("niveau", "verandering", "gelijk", "richting", "plafond")
COLUMNS = (
    "gemeente",
    "indicator",
    "nr",
    "opgave",
    "basisjaar",
    "startwaarde",
    "soort_doel",
    "doelwaarde",
    "deadline",
    "besluit",
    "opmerking",
)
_UP = {"omhoog": 1, "+": 1, "+1": 1, "1": 1, "omlaag": -1, "-": -1, "-1": -1}


@dataclass(frozen=True, slots=True)
class Target:
    """What is wanted of one indicator in one gemeente.

    ``amount`` is the number of ``doelwaarde`` (None when empty); ``up`` is 1 or -1 for ``richting``.
    ``decision`` says whose target it is. ``name``, ``unit``, ``source`` and ``needs`` (what must still be
    delivered) come from the optional columns ``naam``, ``eenheid``, ``bron``, ``nog_nodig``: they describe
    an indicator that is not measured yet.
    """

    gemeente: str
    indicator: str
    nr: int | None
    opgave: str
    base_year: int | None
    start: float | None
    kind: TargetKind | None
    amount: float | None
    up: int | None
    deadline: date | None
    decision: str
    remark: str
    name: str = ""
    unit: str = ""
    source: str = ""
    needs: str = ""

    @property
    def goal(self) -> float | None:
        """The level to reach, in the unit of the indicator; None when it has none or cannot be known."""
        if self.kind in ("niveau", "plafond"):
            return self.amount
        if self.kind == "verandering" and self.start is not None and self.amount is not None:
            return float(Decimal(str(self.start)) * (100 + Decimal(str(self.amount))) / 100)
        return self.start if self.kind == "gelijk" else None

    @property
    def is_stated(self) -> bool:
        """Say whether there is a target at all: a kind, with its value where the kind needs one."""
        if self.kind == "richting":
            return self.up is not None
        return self.kind == "gelijk" or (self.kind is not None and self.amount is not None)

    @property
    def needs_start(self) -> bool:
        """Say whether the target means nothing without a start value."""
        return self.kind in ("verandering", "gelijk", "richting")


def read_targets(path: Path) -> tuple[Target, ...]:
    """Read the targets; ConfigurationError (Dutch, by place) when a cell is wrong or a row is double."""
    targets: dict[tuple[str, str], Target] = {}
    for row in read_rows(path, COLUMNS):
        target = _target(row)
        if (target.gemeente, target.indicator) in targets:
            row.wrong("indicator", f"elke indicator één keer per gemeente ({target.gemeente})")
        targets[target.gemeente, target.indicator] = target
    return tuple(targets.values())


def _target(row: Row) -> Target:
    kind = cast("TargetKind", row.one_of("soort_doel", KINDS)) if row.cells["soort_doel"] else None
    up: int | None = None
    amount: float | None = None
    if kind == "richting":
        cell = row.cells["doelwaarde"].lower()
        up = _UP.get(cell) if cell else None
        if cell and up is None:
            row.wrong("doelwaarde", "omhoog of omlaag")
    else:
        amount = row.decimal("doelwaarde")
        if kind == "gelijk" and amount is not None and amount < 0:
            row.wrong("doelwaarde", "een percentage van 0 of meer")
    return Target(
        gemeente=row.text("gemeente"),
        indicator=row.text("indicator"),
        nr=row.whole("nr"),
        opgave=row.text("opgave"),
        base_year=row.whole("basisjaar"),
        start=row.decimal("startwaarde"),
        kind=kind,
        amount=amount,
        up=up,
        deadline=row.day("deadline"),
        decision=row.cells["besluit"],
        remark=row.cells["opmerking"],
        name=row.optional("naam"),
        unit=row.optional("eenheid"),
        source=row.optional("bron"),
        needs=row.optional("nog_nodig"),
    )
