"""The end of retention terms: originals past their term are destroyed, and the journal says so.

A message counts from its Dagtekening, a delivered table from the newest date since when it was known, a
file in quarantine from the day of its batch. A pack that also holds what must stay is written anew
without the rest.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date

from wijzer.intake.deliveries import delivery_names
from wijzer.intake.journal import Journal
from wijzer.intake.journal_reader import KnownFile
from wijzer.intake.outcome import RetentionResult
from wijzer.intake.packs import Entry
from wijzer.intake.problems import IntakeProblem
from wijzer.intake.repack import rewrite
from wijzer.intake.settings import Settings
from wijzer.standards import message_types

MESSAGES, TABLES, QUARANTINE = "berichten", "aanleveringen", "quarantaine"


def allowed_names() -> tuple[str, ...]:
    """Return the names of sources that a term can be given for."""
    numbers = sorted({message.number for message in message_types()})
    return (MESSAGES, *numbers, TABLES, *delivery_names(), QUARANTINE)


def retention(settings: Settings, journal: Journal, terms: Mapping[str, int], today: date) -> RetentionResult:
    """Destroy what is past its term. Raises IntakeProblem for an unknown source or an impossible term."""
    _check(terms)
    kept = [file for file in journal.files() if file.status != "removed"]
    past = [file for file in kept if _past(file, journal, terms, today)]
    doomed: dict[str, set[bytes]] = defaultdict(set)
    for file in past:
        if file.pack is not None:
            doomed[file.pack].add(file.digest)
    moves: list[tuple[bytes, str, Entry]] = []
    for pack, digests in doomed.items():
        staying = [file for file in journal.files() if file.pack == pack and file.digest not in digests]
        places = rewrite(settings, pack, [file.offset for file in staying])
        moves += [(file.digest, name, place) for file, (name, place) in zip(staying, places, strict=True)]
    with journal.transaction() as db:
        for digest, pack, place in moves:
            db.execute(
                "UPDATE file SET pack = ?, pack_offset = ?, pack_length = ? WHERE digest = ?",
                (pack, place.offset, place.length, digest),
            )
        for file in past:
            if file.status == "set_aside":
                db.execute("DELETE FROM file WHERE digest = ?", (file.digest,))
            else:
                db.execute(
                    "UPDATE file SET status = 'removed', removed_on = ?, pack = NULL, report = NULL "
                    "WHERE digest = ?",
                    (today.isoformat(), file.digest),
                )
            db.execute("DELETE FROM delivery WHERE digest = ?", (file.digest,))
            db.execute("DELETE FROM remark WHERE digest = ?", (file.digest,))
    removed = Counter(_source(file) for file in past)
    return RetentionResult(dict(removed), {name: _border(today, years) for name, years in terms.items()})


def _check(terms: Mapping[str, int]) -> None:
    allowed = allowed_names()
    for name, years in terms.items():
        if name not in allowed:
            raise IntakeProblem(
                f"Een bewaartermijn voor '{name}' bestaat niet. Kies onder [bewaartermijn] in wijzer.toml "
                f"uit: {', '.join(allowed)}."
            )
        if years < 0:
            raise IntakeProblem(
                f"De bewaartermijn voor {name} is negatief. Vul een aantal jaren in, 0 of meer."
            )


def _source(file: KnownFile) -> str:
    if file.status == "set_aside":
        return QUARANTINE
    return file.what if file.kind == "tabel" else file.what[-3:]


def _past(file: KnownFile, journal: Journal, terms: Mapping[str, int], today: date) -> bool:
    names = [_source(file)]
    if file.status != "set_aside":
        names.append(TABLES if file.kind == "tabel" else MESSAGES)
    years = next((terms[name] for name in names if name in terms), None)
    day = journal.batch_day(file.digest) if file.status == "set_aside" else file.day
    if years is None or day is None:
        return False
    return day[:10] <= _border(today, years).isoformat()


def _border(today: date, years: int) -> date:
    """Return the last day of which the term has passed: ``years`` before today."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28)
