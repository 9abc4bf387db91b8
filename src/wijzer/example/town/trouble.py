"""Planted trouble: mistakes of which the town itself knows that they are mistakes, each with a label.

Wrong lines travel in declarations of their own and broken files in a folder of their own, so that a town
without trouble has all its other messages byte for byte the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer import messages
from wijzer.example.town import bodies
from wijzer.example.town.books import Dossier, Line
from wijzer.example.town.declaring import declare
from wijzer.example.town.desk import Desk
from wijzer.example.town.providers import Provider
from wijzer.example.town.usage import delivered, month_end, months
from wijzer.values.werkdagen import add_working_days

_DAY = timedelta(days=1)
_SHARE = 9_000
"""Per million toewijzingen, for each kind of wrong line."""
KINDS = {
    "gedeclareerd na stop": None,
    "gedeclareerd na overlijden": "9308",
    "boven de omvang": "9321",
    "verkeerd tarief": "0611",
    "dubbel gedeclareerd": None,
}
"""Kinds of wrong lines, with the return code when the gemeente refuses them; None goes unnoticed."""


@dataclass(frozen=True, slots=True)
class Label:
    """One planted mistake: what it is, where it is found, and what must be noticed."""

    gemeente: str
    kind: str
    mark: str
    day: date | None
    meaning: str


def plant_lines(desk: Desk) -> list[Label]:
    """Declare wrong lines, by provider and month; return their labels."""
    planted: dict[tuple[str, date], list[tuple[Line, str]]] = {}
    providers: dict[str, Provider] = {}
    for dossier in list(desk.books.dossiers.values()):
        given = dossier.toewijzing
        if not dossier.versions or not given.deliveries or given.begin < desk.settings.start:
            continue
        for kind in KINDS:
            if not desk.happens(_SHARE, given.number, kind):
                continue
            line = _wrong_line(desk, dossier, kind)
            if line is not None:
                month = line.begin.replace(day=1)
                planted.setdefault((given.provider.agb, month), []).append((line, kind))
                providers[given.provider.agb] = given.provider
    labels = []
    for (agb, month), lines in sorted(planted.items()):
        codes = {line.reference: code for line, kind in lines if (code := KINDS[kind])}
        day = add_working_days(month_end(month) + 20 * _DAY, 1)
        declare(
            desk, providers[agb], [line for line, _ in lines], month, f"X{month:%y%m}", day, refused=codes
        )  # fmt: skip
        labels += [
            Label(desk.place.code, kind, line.reference, line.begin, _meaning(kind)) for line, kind in lines
        ]
    return labels


def _meaning(kind: str) -> str:
    return "de gemeente weigert de regel" if KINDS[kind] else "de gemeente merkt het niet"


def _wrong_line(desk: Desk, dossier: Dossier, kind: str) -> Line | None:
    """Return a wrong line of one kind; None when the care of this toewijzing gives no occasion."""
    given = dossier.toewijzing
    last = given.deliveries[-1].end
    reference = f"X{given.number}{list(KINDS).index(kind)}"
    if kind in ("gedeclareerd na stop", "gedeclareerd na overlijden"):
        died = given.person.died is not None and given.person.died == last
        if last is None or died != (kind == "gedeclareerd na overlijden"):
            return None
        month = month_end(last.replace(day=1)) + _DAY
        if month > desk.settings.end:
            return None
        rate = given.product.rate_in(month.year, desk.settings)
        begin, end, volume = month, month_end(month), max(1, given.volume)
    else:
        found = next(_first_delivered(desk, dossier), None)
        if found is None:
            return None
        begin, end, volume = found
        rate = given.product.rate_in(begin.year, desk.settings)
        if kind == "boven de omvang":
            volume *= 2
        elif kind == "verkeerd tarief":
            rate = rate * 11 // 10 + 1
    return Line(dossier, reference, begin, end, volume, rate, volume * rate, "wacht", None)


def _first_delivered(desk: Desk, dossier: Dossier) -> Iterator[tuple[date, date, int]]:
    given = dossier.toewijzing
    for month in months(max(given.deliveries[0].begin, desk.settings.start), desk.settings.end):
        yield from delivered(desk.settings, given, month)


def broken_files(desk: Desk) -> Iterator[tuple[str, bytes, Label]]:
    """Yield files that must be set aside: (name, content, label with the words of the reason)."""
    dossier = next(one for one in desk.books.dossiers.values() if one.versions)
    given, code = dossier.toewijzing, desk.place.code
    day = max(given.begin, desk.settings.start)
    product = bodies.assigned(given, day, "09:30:00", given.planned_end)
    client = bodies.full_client(given.person, desk.place.name, [product], day, comment=False)

    def message(sender: str) -> bytes:
        header = {
            "Afzender": sender,
            "Ontvanger": given.provider.agb,
            "BerichtIdentificatie": {"Identificatie": f"Z{sender}", "Dagtekening": day},
        }
        return messages.compose(given.product.wet, "301", {"Header": header, "Client": client})

    good = message(code)
    broken = {
        "afgebroken.xml": (good[: len(good) // 2], "afgebroken bestand"),
        "andere_gemeente.xml": (message(bodies.OTHER_GEMEENTE), "bericht van een andere gemeente"),
        "oude_versie.xml": (good.replace(b"/3_2/", b"/2_0/"), "oude versie van de standaard"),
        "verkeerde_datum.xml": (
            good.replace(b"Toewijzingsdatum>20", b"Toewijzingsdatum>2x", 1),
            "geen datum",
        ),
        "onbekend_element.xml": (good.replace(b":Bsn>", b":Burgernummer>"), "onbekend element"),
        "leeg.xml": (b"", "leeg bestand"),
        "geen_xml.xml": (b"Geachte gemeente, zie bijlage.\r\n", "geen bericht"),
        "met_doctype.xml": (
            good.replace(b"?>\n", b"?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n", 1),
            "eigen DOCTYPE",
        ),
    }
    for name, (content, why) in broken.items():
        place = f"{desk.place.slug}_{name}"
        yield place, content, Label(code, "apart te zetten", place, None, why)
