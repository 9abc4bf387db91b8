"""Write the example as an inbox: messages per town and quarter, tables per source, and odd files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.small_town import finance, registration, sheets, surroundings
from tests.small_town.cohorts import TOWN_COUNTS, WESTERVOORT, Registration, Toewijzing, Town, toewijzingen
from tests.small_town.course import MESSAGE_QUARTERS, play
from tests.small_town.exchange import Exchange, Sent
from tests.small_town.oddities import odd_files
from tests.small_town.scenarios import CASES, Scenario
from wijzer.example import tables


@dataclass(frozen=True)
class ExampleSummary:
    """What was written: folder, messages, tables, files that must be set aside, files already known."""

    folder: Path
    messages: int
    tables: int
    set_aside: int
    already_known: int


@dataclass(frozen=True)
class TownStory:
    """All of one town: what the former registration knew, and all messages by quarter."""

    code: str
    history: tuple[Toewijzing, ...]
    messages: dict[str, tuple[Sent, ...]]


def tell(town: Town) -> TownStory:
    """Play the course of one town, quarter by quarter."""
    people = Registration(town.code)
    given = toewijzingen(town, people)
    history = [toewijzing for toewijzing in given if toewijzing.from_history]
    exchange = Exchange(town.code)
    by_quarter: dict[str, tuple[Sent, ...]] = {}
    for quarter in MESSAGE_QUARTERS:
        before = len(exchange.sent)
        play(exchange, given, quarter)
        scenario = Scenario(exchange, people, quarter)
        for case in CASES.get((town.code, quarter), ()):
            getattr(scenario, case)()
        history += scenario.history
        by_quarter[quarter] = tuple(exchange.sent[before:])
    if exchange.unused_lateness():
        raise ValueError(f"late messages that nobody sent: {exchange.unused_lateness()}")
    return TownStory(town.code, tuple(history), by_quarter)


def write(folder: Path) -> ExampleSummary:
    """Write the example into a folder (made when absent). The same bytes every time."""
    stories = [tell(town) for town in TOWN_COUNTS]
    sent = 0
    for story in stories:
        for quarter, messages in story.messages.items():
            place = folder / "berichten" / story.code / quarter
            place.mkdir(parents=True, exist_ok=True)
            for message in messages:
                (place / message.file_name).write_bytes(message.content)
            sent += len(messages)
    first = stories[0]
    odd = folder / "berichten" / "overig"
    odd.mkdir(parents=True, exist_ok=True)
    fates = []
    for name, content, fate in odd_files(first.history[0], first.messages[MESSAGE_QUARTERS[0]][0]):
        (odd / name).write_bytes(content)
        fates.append(fate)
    return ExampleSummary(
        folder, sent, _write_tables(folder / "tabellen", stories), fates.count("set_aside"),
        fates.count("already_known"),
    )  # fmt: skip


def _write_tables(folder: Path, stories: Sequence[TownStory]) -> int:
    """Write every table, one file a source and town; return how many."""
    folder.mkdir(parents=True, exist_ok=True)
    for story in stories:
        code, name = story.code, "westervoort" if story.code == WESTERVOORT else "duiven"
        sheets.write_xlsx(folder / f"producten_{name}.xlsx", "producten", [*surroundings.product_rows(code)])
        sheets.write_xlsx(folder / f"begroting_{name}.xlsx", "begroting", [*finance.budget_rows(code)])
        for table, rows in {
            "realisatie": finance.realisation_rows(code),
            "contracten": surroundings.contract_rows(code),
            "tarieven": surroundings.tariff_rows(code),
            "inwoners": surroundings.inhabitant_rows(code),
            "postcodes": surroundings.address_rows(code),
            "berichtenlog": _log_rows(story),
            "historie_toewijzingen": registration.assignment_rows(story.history),
            "historie_leveringen": registration.delivery_rows(story.history),
            "historie_prestaties": registration.declared_rows(story.history),
            "historie_verzoeken": registration.request_rows(story.history),
        }.items():
            encoding = "cp1252" if table == "realisatie" else "utf-8-sig" if table == "inwoners" else "utf-8"
            tables.write_csv(folder / f"{table}_{name}.csv", [*rows], encoding=encoding)
    return sum(1 for _ in folder.iterdir())


def _log_rows(story: TownStory) -> list[tables.Row]:
    """Return the log of the exchange: sent and received on the same day; some messages are missing."""
    return [
        {
            "gemeente": story.code,
            "wet": message.wet,
            "soort": message.number,
            "afzender": message.sender,
            "identificatie": message.identification,
            "verzonden_op": message.sent,
            "ontvangen_op": message.sent,
        }
        for messages in story.messages.values()
        for message in messages
        if message.logged
    ]
