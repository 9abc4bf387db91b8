"""A workspace in Python: fact tables and published values as data frames, for notebooks.

Fact tables are pseudonymised personal data, for authorised eyes only; values have passed disclosure
control.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pandas as pd

from wijzer import flows
from wijzer.flows import facts as fact_flow
from wijzer.flows.workspace import Workspace
from wijzer.values import peildatum


class Tables(Mapping[str, pd.DataFrame]):
    """The fact tables by name; each is read when it is asked for."""

    def __init__(self, workspace: Workspace, known_on: date | None) -> None:
        self._workspace = workspace
        self._known_on = known_on

    def __getitem__(self, name: str) -> pd.DataFrame:
        with fact_flow.opened(self._workspace, self._known_on) as facts:
            return facts[name].to_pandas()

    def __iter__(self) -> Iterator[str]:
        return iter(fact_flow.NAMES)

    def __len__(self) -> int:
        return len(fact_flow.NAMES)


class Town:
    """An opened workspace."""

    def __init__(self, workspace: Workspace, known_on: date | None = None) -> None:
        self.workspace = workspace
        self.known_on = known_on

    @property
    def tables(self) -> Tables:
        """The fact tables, as known now or on the day that the town was opened for."""
        return Tables(self.workspace, self.known_on)

    def values(self, every: bool = True) -> pd.DataFrame:
        """Return the values of the newest edition, withheld ones empty with their reason.

        With ``every=False`` only the newest quarter and year of each indicator.
        """
        return pd.DataFrame(flows.value_rows(self.workspace, every))


def open_town(folder: str | Path, known_on: date | str | None = None) -> Town:
    """See ``wijzer.open``."""
    day = peildatum.parse(known_on) if isinstance(known_on, str) else known_on
    if known_on is not None and day is None:
        raise ValueError(f"'{known_on}' is geen datum; verwacht is 2022-04-01 of 1-4-2022")
    return Town(flows.load(Path(folder)), day)
