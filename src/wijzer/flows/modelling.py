"""Make a model municipality: a folder with an inbox to take in, and the truth to compare with."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from wijzer.example import town
from wijzer.example.town import Settings, TownSummary
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.folders import real_folder
from wijzer.values.periode import Periode

_MARK = ".modelgemeente"
_YEARS = re.compile(r"([0-9]{4})(?:-([0-9]{4}))?")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")


def model_settings(
    gemeenten: Sequence[str],
    years: str = "2019-2024",
    seed: int = 1,
    *,
    history_until: str | None = None,
    without: Sequence[str] = (),
    scale: int = 1,
) -> Settings:
    """Read what is asked for: names of gemeenten, ``2019-2024``, a last month of history (``2020-12``).

    Raises ValueError in Dutch when something cannot be made.
    """
    asked = _YEARS.fullmatch(years.strip())
    if asked is None:
        raise ValueError(f"'{years}' zijn geen jaren; verwacht is 2019-2024 of 2022")
    places = tuple(dict.fromkeys(town.gemeente(name) for name in gemeenten if name.strip()))
    first, last = int(asked[1]), int(asked[2] or asked[1])
    until = None if history_until is None else _month_end(history_until, first, last)
    return Settings(places, first, last, seed, scale, until, frozenset(without))


def lever_list() -> list[tuple[str, str, str, str, str | None, str]]:
    """Return all acties and influences: name, kind, title, first and last day, size.

    The last day is None for what goes on.
    """
    return [
        (
            lever.key, lever.kind, lever.title, _written(lever.since),
            None if lever.until is None else _written(lever.until), lever.size,
        )
        for lever in town.LEVERS.values()
    ]  # fmt: skip


def _written(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _month_end(text: str, first: int, last: int) -> date:
    asked = _MONTH.fullmatch(text.strip())
    if asked is None or not 1 <= int(asked[2]) <= 12:
        raise ValueError(f"'{text}' is geen maand; verwacht is 2020-12")
    if not first <= int(asked[1]) <= last:
        raise ValueError(f"de maand {text.strip()} valt buiten de jaren {first}-{last}")
    month = int(asked[2])
    if month % 3 == 0:
        return Periode.parse(f"{asked[1]}-Q{month // 3}").last_day
    return date.fromordinal(date(int(asked[1]), month + 1, 1).toordinal() - 1)


def model_municipality(folder: Path, settings: Settings) -> TownSummary:
    """Write the model municipality into ``folder``, anew when an earlier one stands there.

    Any other folder that is not empty is refused (WorkspaceError).
    """
    folder = real_folder(folder)
    if (folder / _MARK).is_file():
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise WorkspaceError(
            "Deze map is niet leeg en geen modelgemeente.", str(folder), "Kies een andere map."
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).write_text("Verzonnen mensen; deze map mag weg.\n", encoding="utf-8")
    return town.write(folder, settings, processes=os.cpu_count() or 1)
