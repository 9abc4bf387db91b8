"""Doctor: look the workspace over, and say what is wrong, what is missing, and for which indicator."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from wijzer.flows.editions import read_edition
from wijzer.flows.errors import WijzerError
from wijzer.flows.sources import Source, sources_of
from wijzer.flows.unmapped import unmapped_products
from wijzer.flows.workspace import Workspace
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import ids
from wijzer.intake import IntakeProblem, JournalReader, StorePaths, check_joins, check_key
from wijzer.steering import read_programme, read_targets
from wijzer.values.euro import format_cents

Level = Literal["goed", "let op", "fout"]
_MARKS: dict[Level, str] = {"goed": "✓ goed", "let op": "! let op", "fout": "✗ fout"}
_VERSIONS = ("wijzer", "duckdb", "ibis-framework", "lxml", "pyarrow", "cryptography")


@dataclass(frozen=True)
class Advice:
    """One thing that was looked at: how it is, what was found, what to do."""

    level: Level
    subject: str
    finding: str
    do: str = ""

    @property
    def mark(self) -> str:
        """The level with its sign."""
        return _MARKS[self.level]

    def as_dict(self) -> dict[str, Any]:
        """Return the advice for a program."""
        return {
            "stand": self.level,
            "onderdeel": self.subject,
            "bevinding": self.finding,
            "wat_te_doen": self.do,
        }


def doctor(workspace: Workspace, today: date | None = None) -> list[Advice]:
    """Look everything over; nothing is changed. What cannot be looked at because of a fault is left out."""
    day = today or datetime.now(UTC).date()
    advice = [*_versions(), *_folders(workspace)]
    key = [*_key(workspace), *_joins(workspace)]
    advice += key
    configuration = list(_configuration(workspace))
    advice += configuration
    if any(item.level == "fout" for item in key):
        return advice
    advice += _journal(workspace)
    sources = sources_of(workspace, day)
    advice += [_source(workspace, source) for source in sources]
    advice += _products(workspace)
    if all(item.level == "goed" for item in configuration):
        advice += _indicators(workspace)
    return advice


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _versions() -> Iterator[Advice]:
    found = ", ".join(f"{name} {version(name)}" for name in _VERSIONS)
    yield Advice("goed", "versies", f"Python {platform.python_version()}, {found}")


def _folders(workspace: Workspace) -> Iterator[Advice]:
    mode = workspace.data.stat().st_mode & 0o077 if workspace.data.is_dir() else None
    if mode is None:
        yield Advice("fout", "map data", "De map data/ ontbreekt.", "Zet haar terug uit een reservekopie.")
    elif mode:
        yield Advice(
            "fout",
            "map data",
            "Andere gebruikers kunnen in data/ kijken.",
            f"Geef 'chmod 700 {workspace.data}'.",
        )
    else:
        yield Advice("goed", "map data", "gesloten voor andere gebruikers")


def _key(workspace: Workspace) -> Iterator[Advice]:
    try:
        keys = workspace.keys()
        check_key(StorePaths(workspace.data), keys)
    except IntakeProblem as problem:
        yield Advice("fout", "sleutel", str(problem))
        return
    yield Advice("goed", "sleutel", f"uit {keys.origin}")
    path = workspace.key_file
    if path.is_file() and path.stat().st_mode & 0o077:
        yield Advice(
            "let op", "sleutel", "Andere gebruikers kunnen de sleutel lezen.", f"Geef 'chmod 600 {path}'."
        )


def _joins(workspace: Workspace) -> Iterator[Advice]:
    settings = workspace.settings
    try:
        check_joins(StorePaths(workspace.data), settings.gemeente_codes, settings.joined_laws)
    except IntakeProblem as problem:
        yield Advice("fout", "wetten koppelen", str(problem))
    else:
        for code, basis in settings.joined_laws.items():
            yield Advice("goed", "wetten koppelen", f"{settings.name_of(code)}: {basis['doel']}")


def _configuration(workspace: Workspace) -> Iterator[Advice]:
    config = workspace.config
    readers = (
        ("indicatoren.csv", lambda: read_targets(config / "indicatoren.csv")),
        ("acties.csv en koppelingen.csv", lambda: _programme(config)),
        ("parameters", lambda: Parameters.load(config)),
    )
    for name, read in readers:
        try:
            read()
        except ValueError as error:
            yield Advice("fout", f"config: {name}", str(error), "Herstel deze cel en kijk opnieuw.")
        else:
            yield Advice("goed", f"config: {name}", "gelezen")


def _programme(config: Path) -> None:
    known = {target.indicator for target in read_targets(config / "indicatoren.csv")}
    read_programme(config / "acties.csv", config / "koppelingen.csv", known)


def _journal(workspace: Workspace) -> Iterator[Advice]:
    paths = StorePaths(workspace.data)
    if not paths.journal.is_file():
        yield Advice("let op", "inname", "Er is nog niets ingenomen.", "Geef 'wijzer intake'.")
        return
    journal = JournalReader.open_readonly(paths)
    try:
        aside = len(journal.files("set_aside"))
        taken = len(journal.files("taken_in"))
        remarks = journal.remarks()
    finally:
        journal.close()
    yield Advice("goed", "inname", _count(taken, "bestand", "bestanden") + " ingenomen")
    if aside:
        yield Advice(
            "let op",
            "quarantaine",
            _count(aside, "bestand", "bestanden") + " apart gezet",
            f"Lees de verslagen in {paths.quarantine}.",
        )
    for code, severity, path, count in remarks[:10]:
        yield Advice("let op", f"bevinding {code}", f"{count} keer ({severity}) bij {path or 'het bericht'}")


def _source(workspace: Workspace, source: Source) -> Advice:
    name = f"{workspace.settings.name_of(source.gemeente)}: {source.label}"
    if source.newest is None:
        if source.optional:
            return Advice("goed", name, "niet aangeleverd (mag)")
        return Advice("let op", name, f"ontbreekt. {source.effect}", "Zie docs/starten.md voor het sjabloon.")
    if source.expected is None:
        return Advice("goed", name, "aangeleverd")
    up_to = f"loopt tot en met {_day(source.newest)}"
    if source.is_late:
        found = f"{up_to}, verwacht tot en met {_day(source.expected)}. {source.effect}"
        return Advice("let op", name, found, "Vraag een nieuwe aanlevering.")
    return Advice("goed", name, up_to)


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"


def _products(workspace: Workspace) -> Iterator[Advice]:
    for product in unmapped_products(workspace)[:10]:
        yield Advice(
            "let op",
            f"{workspace.settings.name_of(product.gemeente)}: product {product.name}",
            f"heeft geen betekenis; {format_cents(product.cents)} gedeclareerd, "
            + _count(product.assignments, "toewijzing", "toewijzingen"),
            "Voeg het toe aan de tabel producten.",
        )


def _indicators(workspace: Workspace) -> Iterator[Advice]:
    """Say of each indicator what its target lacks or why it is not measured, and why no value is there."""
    measured = set(ids())
    unmeasured: dict[tuple[str, str], list[str]] = {}
    for target in read_targets(workspace.config / "indicatoren.csv"):
        gemeente = workspace.settings.name_of(target.gemeente)
        name = target.name or target.indicator
        if target.indicator not in measured:
            unmeasured.setdefault((name, target.needs or "een bron"), []).append(gemeente)
            continue
        lacks = []
        if not target.is_stated:
            lacks.append("streefwaarde")
        if target.start is None and target.needs_start:
            lacks.append("startwaarde")
        if lacks:
            finding = f"ontbreekt: {' en '.join(lacks)}"
            yield Advice("let op", f"{gemeente}: {name}", finding, "Vul config/indicatoren.csv aan.")
    for (name, needs), gemeenten in unmeasured.items():
        yield Advice(
            "let op", f"{', '.join(gemeenten)}: {name}", f"Wijzer meet dit nog niet. Nodig: {needs}."
        )
    try:
        named = read_edition(workspace)
    except WijzerError as error:
        yield Advice("let op", "editie", error.what, error.do)
        return
    newest = {}
    for value in named.edition.values:
        newest[value.gemeente, value.indicator, len(value.periode)] = value
    for (gemeente, indicator, _), value in newest.items():
        if value.status == "ontbreekt":
            where = f"{workspace.settings.name_of(gemeente)}: {indicator} {value.periode}"
            yield Advice("let op", where, value.reason or "", "Zie de bronnen hierboven.")
