"""Write a model municipality as a folder: ``inbox`` as a municipality receives it, ``truth`` apart.

Gemeenten know nothing of each other, so each may be made in a process of its own. The bytes are the same.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from wijzer.example.tables import write_csv
from wijzer.example.town import broken, former, surroundings, treasury
from wijzer.example.town.labels import Label
from wijzer.example.town.life import Life, live
from wijzer.example.town.outbox import Outbox
from wijzer.example.town.places import Gemeente
from wijzer.example.town.settings import Settings
from wijzer.example.town.truth import Told, told_of, write_truth

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TownSummary:
    """What was written. ``set_aside`` and ``already_known`` are what intake must make of some files.

    ``lives`` are the towns themselves, with their books; empty when they were made in other processes.
    """

    folder: Path
    messages: int
    tables: int
    set_aside: int
    already_known: int
    lives: tuple[Life, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Made:
    """One gemeente that was written: how much, what happened, and (in this process) its life."""

    messages: int
    tables: int
    set_aside: int
    already_known: int
    told: Told
    life: Life | None


def write(folder: Path, settings: Settings, processes: int = 1, *, truth: bool = True) -> TownSummary:
    """Write the town that is asked for into a folder (made when absent). The same bytes every time.

    With ``processes`` above 1 that many gemeenten are made side by side. Without ``truth`` only the inbox.
    """
    places = settings.gemeenten
    if min(processes, len(places)) > 1:
        made = _side_by_side(folder, settings, processes, truth)
    else:
        made = [_make(folder, settings, place, truth) for place in places]
    if truth:
        write_truth(folder / "truth", [one.told for one in made])
    return TownSummary(
        folder,
        sum(one.messages for one in made),
        sum(one.tables for one in made),
        sum(one.set_aside for one in made),
        sum(one.already_known for one in made),
        tuple(one.life for one in made if one.life is not None),
    )


def _side_by_side(folder: Path, settings: Settings, processes: int, truth: bool) -> list[_Made]:
    """Make each gemeente in one of ``processes``, the largest first; give them in the order asked for."""
    largest_first = sorted(settings.gemeenten, key=lambda place: (-place.inhabitants, place.code))
    count = min(processes, len(largest_first))
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(count, mp_context=spawn) as crew:
        coming = {place: crew.submit(_make_apart, folder, settings, place, truth) for place in largest_first}
        return [coming[place].result() for place in settings.gemeenten]


def _make_apart(folder: Path, settings: Settings, place: Gemeente, truth: bool) -> _Made:
    """Make one gemeente in a process that hands over what it counted, and not the life itself."""
    return replace(_make(folder, settings, place, truth), life=None)


def _make(folder: Path, settings: Settings, place: Gemeente, truth: bool) -> _Made:
    inbox = folder / "inbox"
    with Outbox(inbox / "berichten", settings) as outbox:
        life = live(place, settings, outbox.keep)
    broken = list(_broken(inbox / "berichten" / "overig", life)) if settings.trouble else []
    tables = _write_tables(inbox / "tabellen", life, settings)
    told = told_of(life, broken, outbox.doubled) if truth else {}
    return _Made(outbox.messages, tables, len(broken), outbox.copies, told, life)


def _broken(folder: Path, life: Life) -> Iterator[Label]:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content, label in broken.broken_files(life.desk):
        (folder / name).write_bytes(content)
        yield label


def _write_tables(folder: Path, life: Life, settings: Settings) -> int:
    """Write every table of one gemeente that has rows; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, rows in _tables(life, settings, life.desk.place):
        found = list(rows)
        if found:
            write_csv(folder / f"{name}_{life.desk.place.slug}.csv", found)
            written += 1
    return written


def _tables(life: Life, settings: Settings, place: Gemeente) -> Iterator[tuple[str, Iterator[Row]]]:
    books, population = life.desk.books, life.population
    yield "producten", surroundings.product_rows(place.code, settings)
    yield "contracten", surroundings.contract_rows(books, settings)
    yield "tarieven", surroundings.tariff_rows(place.code, settings)
    yield "inwoners", surroundings.resident_rows(population, settings)
    yield "postcodes", surroundings.address_rows(population, settings)
    yield "berichtenlog", surroundings.log_rows(life.desk.exchange.sent)
    for year in range(settings.first_year, settings.last_year + 1):
        yield f"realisatie_{year}", treasury.interim_rows(books, settings, year)
    yield "realisatie", treasury.realisation_rows(books, settings)
    yield "begroting", treasury.budget_rows(books, settings)
    yield from life.pyramid.tables()
    yield from life.pyramid.earlier()
    exported = settings.exported_on
    if exported is not None:
        yield "historie_toewijzingen", former.assignment_rows(books, exported)
        yield "historie_leveringen", former.delivery_rows(books, exported)
        yield "historie_prestaties", former.declared_rows(books, exported)
        yield "historie_verzoeken", former.request_rows(books, exported)
