"""Dated parameters: numbers and code sets that a definition rests on, with validity and source.

A declaration carries its own values; a town may set others in ``config/parameters.csv``
(``indicator;parameter;waarde;geldig_van;geldig_tot;bron``). A set of codes is written with spaces.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wijzer.indicators.taakvelden import TaakveldRule, default_taakvelden, read_taakvelden

Value = int | tuple[str, ...]
PARAMETERS_FILE = "parameters.csv"
TAAKVELDEN_FILE = "taakvelden.csv"
COLUMNS = ("indicator", "parameter", "waarde", "geldig_van", "geldig_tot", "bron")


class ParameterError(ValueError):
    """A parameter that cannot be read or does not hold on a day; the message is Dutch and complete."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One value with the days on which it holds (both included; None is open) and its source."""

    value: Value
    valid_from: date | None
    valid_to: date | None
    source: str
    rules: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The value as a set of codes."""
        return (str(self.value),) if isinstance(self.value, int) else self.value

    def holds_on(self, day: date) -> bool:
        """Say whether this value holds on ``day``."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number (``unit`` dagen, werkdagen, weken) or a set of codes that a definition rests on."""

    id: str
    label: str
    meaning: str
    unit: str
    values: tuple[Dated, ...]


@dataclass(frozen=True, slots=True)
class Parameters:
    """The declared values, with what a town set itself, and its division of taakvelden."""

    overrides: Mapping[tuple[str, str], tuple[Dated, ...]] = field(default_factory=dict)
    taakvelden: tuple[TaakveldRule, ...] = field(default_factory=default_taakvelden)

    @classmethod
    def defaults(cls) -> Parameters:
        """Return the values as declared."""
        return cls()

    @classmethod
    def load(cls, folder: Path) -> Parameters:
        """Read ``parameters.csv`` and ``taakvelden.csv`` of a configuration folder, when there.

        Raises ParameterError (Dutch: file, line, what was expected).
        """
        overrides: dict[tuple[str, str], list[Dated]] = {}
        path = folder / PARAMETERS_FILE
        if path.exists():
            for key, dated in _read_overrides(path):
                overrides.setdefault(key, []).append(dated)
        own = folder / TAAKVELDEN_FILE
        taakvelden = (
            read_taakvelden(own.read_text("utf-8-sig"), own.name) if own.exists() else default_taakvelden()
        )
        return cls({key: tuple(values) for key, values in overrides.items()}, taakvelden)

    def dated(self, indicator_id: str, parameter: Parameter) -> tuple[Dated, ...]:
        """Return every dated value of a parameter: the town's own, else the declared ones."""
        return self.overrides.get((indicator_id, parameter.id), parameter.values)

    def at(self, indicator_id: str, parameter: Parameter, day: date) -> Value:
        """Return the value that holds on ``day``; ParameterError when there is none."""
        for dated in self.dated(indicator_id, parameter):
            if dated.holds_on(day):
                return dated.value
        raise ParameterError(
            f"De parameter {parameter.id} van de indicator {indicator_id} heeft geen waarde op {day}; "
            f"vul {PARAMETERS_FILE} aan."
        )


def _read_overrides(path: Path) -> Iterator[tuple[tuple[str, str], Dated]]:
    reader = csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";")
    if tuple(reader.fieldnames or ()) != COLUMNS:
        raise ParameterError(f"{path.name}, regel 1: verwacht de kolommen {';'.join(COLUMNS)}.")
    for row in reader:
        place = f"{path.name}, regel {reader.line_num}"
        try:
            bounds = [date.fromisoformat(row[name]) if row[name] else None for name in COLUMNS[3:5]]
        except ValueError:
            raise ParameterError(f"{place}: een datum wordt geschreven als 2022-12-31.") from None
        if not row["bron"]:
            raise ParameterError(f"{place}: vul de bron in, bijvoorbeeld het besluit.")
        text = row["waarde"].strip()
        if not text:
            raise ParameterError(f"{place}: de waarde ontbreekt.")
        value: Value = int(text) if text.isdecimal() and not text.startswith("0") else tuple(text.split())
        yield (row["indicator"], row["parameter"]), Dated(value, bounds[0], bounds[1], row["bron"])
