"""Write a model municipality as a folder: ``inbox`` as a municipality receives it, ``truth`` apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wijzer.example.tables import write_csv
from wijzer.example.town import former, surroundings, treasury, trouble
from wijzer.example.town.exchange import Sent, quarter_of
from wijzer.example.town.life import Life, live
from wijzer.example.town.places import Gemeente
from wijzer.example.town.settings import Settings
from wijzer.example.town.trouble import Label
from wijzer.example.town.truth import write_truth

Row = dict[str, Any]
_DOUBLE = 1_500
"""Per million messages: sent twice, in the same bytes or in others."""


@dataclass(frozen=True, slots=True)
class TownSummary:
    """What was written. ``set_aside`` and ``already_known`` are what intake must make of some files.

    ``lives`` are the towns themselves, with their books.
    """

    folder: Path
    messages: int
    tables: int
    set_aside: int
    already_known: int
    lives: tuple[Life, ...] = field(repr=False)


@dataclass(slots=True)
class _Outbox:
    """Writes messages below a folder, by gemeente and quarter, and doubles of some of them."""

    folder: Path
    settings: Settings
    messages: int = 0
    copies: int = 0

    def keep(self, sent: Sent, content: bytes) -> None:
        """Write one message, and sometimes once more: as the same bytes, or laid out in another way."""
        place = self.folder / sent.gemeente / quarter_of(sent.day)
        place.mkdir(parents=True, exist_ok=True)
        (place / sent.file_name).write_bytes(content)
        self.messages += 1
        draw = ("dubbel", sent.gemeente, sent.file_name)
        if self.settings.trouble and self.settings.chance.happens(_DOUBLE, *draw):
            same = self.settings.chance.below(2, *draw, "gelijk") == 0
            again = content if same else content.replace(b"><", b">\n<")
            (place / f"nogmaals_{sent.file_name}").write_bytes(again)
            self.copies += same
            self.messages += not same


def write(folder: Path, settings: Settings) -> TownSummary:
    """Write the town that is asked for into a folder (made when absent). The same bytes every time."""
    outbox = _Outbox(folder / "inbox" / "berichten", settings)
    lives = [live(place, settings, outbox.keep) for place in settings.gemeenten]
    labels = [label for life in lives for label in life.labels]
    broken = list(_broken(folder / "inbox" / "berichten" / "overig", lives)) if settings.trouble else []
    tables = sum(_write_tables(folder / "inbox" / "tabellen", life, settings) for life in lives)
    write_truth(folder / "truth", lives, [*labels, *broken])
    return TownSummary(folder, outbox.messages, tables, len(broken), outbox.copies, tuple(lives))


def _broken(folder: Path, lives: Sequence[Life]) -> Iterator[Label]:
    folder.mkdir(parents=True, exist_ok=True)
    for life in lives:
        for name, content, label in trouble.broken_files(life.desk):
            (folder / name).write_bytes(content)
            yield label


def _write_tables(folder: Path, life: Life, settings: Settings) -> int:
    """Write every table of one gemeente that has rows; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, rows in _tables(life, settings, life.desk.place):
        found = list(rows)
        if found:
            write_csv(folder / f"{name}_{life.desk.place.name.lower()}.csv", found)
            written += 1
    return written


def _tables(life: Life, settings: Settings, place: Gemeente) -> Iterator[tuple[str, Iterator[Row]]]:
    books, population = life.desk.books, life.population
    yield "producten", surroundings.product_rows(place.code, settings)
    yield "contracten", surroundings.contract_rows(place.code, settings)
    yield "tarieven", surroundings.tariff_rows(place.code, settings)
    yield "inwoners", surroundings.resident_rows(population, settings)
    yield "postcodes", surroundings.address_rows(population, settings)
    yield "berichtenlog", surroundings.log_rows(life.desk.exchange.sent)
    yield "realisatie", treasury.realisation_rows(books, settings)
    yield "begroting", treasury.budget_rows(books, settings)
    exported = settings.exported_on
    if exported is not None:
        yield "historie_toewijzingen", former.assignment_rows(books, exported)
        yield "historie_leveringen", former.delivery_rows(books, exported)
        yield "historie_prestaties", former.declared_rows(books, exported)
        yield "historie_verzoeken", former.request_rows(books, exported)
