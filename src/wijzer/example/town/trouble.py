"""Planted trouble: mistakes of which the town itself knows that they are mistakes, each with a label.

Wrong lines travel in declarations of their own, toewijzingen that should not be have numbers of their own,
and broken files (``broken``) lie in a folder of their own: so a town without trouble has all its other
messages byte for byte the same. What goes wrong by itself (a silent provider, care that two toewijzingen
give) is labelled as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from wijzer.example.town import needless, silence
from wijzer.example.town.books import Dossier, Line
from wijzer.example.town.declaring import declare
from wijzer.example.town.desk import Desk
from wijzer.example.town.labels import Label
from wijzer.example.town.levers import pulled
from wijzer.example.town.occasions import picked
from wijzer.example.town.providers import PROVIDERS, Provider
from wijzer.example.town.usage import delivered, month_end, months
from wijzer.values.werkdagen import add_working_days

_DAY = timedelta(days=1)
Care = tuple[date, date, int]
"""First day, last day and volume of the care in a month."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of wrong line: per million toewijzingen with an occasion, and what happens to it.

    ``code``: the return code by which the gemeente refuses it; None goes unnoticed. ``after``: the cause
    after which care is declared (``stop``, ``overlijden``, ``verhuizing``); empty when there was care.
    """

    share: int
    code: str | None
    after: str
    notice: str


KINDS = {
    "gedeclareerd na stop": Kind(9_000, None, "stop", "de hulp was al gestopt"),
    "gedeclareerd na overlijden": Kind(25_000, "9308", "overlijden", "de cliënt was al overleden"),
    "boven de omvang": Kind(9_000, "9321", "", "er is twee keer zo veel gedeclareerd als er is gegeven"),
    "verkeerd tarief": Kind(9_000, "0611", "", "het tarief is hoger dan in het contract"),
    "dubbel gedeclareerd": Kind(9_000, None, "", "dezelfde hulp staat ook in een eerdere declaratie"),
    "zelfde moment bij twee aanbieders": Kind(
        9_000, None, "", "een andere aanbieder declareert dezelfde soort hulp voor dezelfde dagen"
    ),
    "gedeclareerd na verhuizing": Kind(
        25_000, None, "verhuizing", "de cliënt woonde niet meer in de gemeente"
    ),
}  # fmt: skip
"""Kinds of wrong lines; references count on their order."""
_TWO = "zelfde moment bij twee aanbieders"


def plant(desk: Desk) -> list[Label]:
    """Plant everything but broken files, when all else was sent; return the labels."""
    ordinary = [dossier for dossier in desk.books.dossiers.values() if _declared(desk, dossier)]
    needless.plant(desk)
    return [*_plant_lines(desk, ordinary), *needless.labels(desk), *silence.labels(desk)]


def _declared(desk: Desk, dossier: Dossier) -> bool:
    given = dossier.toewijzing
    return bool(dossier.versions and given.deliveries) and given.begin >= desk.settings.start


def _plant_lines(desk: Desk, dossiers: list[Dossier]) -> list[Label]:
    """Declare wrong lines, by provider and month; return their labels."""
    planted: dict[tuple[str, date], list[tuple[Line, str]]] = {}
    providers = {provider.agb: provider for provider in PROVIDERS}
    for kind, what in KINDS.items():
        make = partial(_wrong_line, desk, kind)
        for line in picked(desk, kind, what.share, dossiers, make):
            planted.setdefault((line.agb, line.begin.replace(day=1)), []).append((line, kind))
    labels = []
    for (agb, month), lines in sorted(planted.items(), key=lambda item: item[0]):
        codes = {line.reference: code for line, kind in lines if (code := KINDS[kind].code)}
        day = add_working_days(month_end(month) + 20 * _DAY, 1)
        sent = [line for line, _ in lines]
        declare(desk, providers[agb], sent, month, f"X{month:%y%m}", day, refused=codes)
        labels += [
            Label(desk.place.code, kind, line.reference, line.begin, _meaning(KINDS[kind]))
            for line, kind in lines
        ]
    return labels


def _meaning(kind: Kind) -> str:
    return f"{kind.notice}; de gemeente {'weigert de regel' if kind.code else 'merkt het niet'}"


def _wrong_line(desk: Desk, kind: str, dossier: Dossier) -> Line | None:
    """Return a wrong line of one kind; None when the care of this toewijzing gives no occasion."""
    given = dossier.toewijzing
    reference = f"X{given.number}{list(KINDS).index(kind)}"
    by = ""
    found = _month_after(desk, dossier, kind) if KINDS[kind].after else _first_delivered(desk, dossier)
    if found is None:
        return None
    begin, end, volume = found
    rate = given.product.rate_in(begin.year, desk.settings)
    if kind == "boven de omvang":
        volume *= 2
    elif kind == "verkeerd tarief":
        rate = rate * 11 // 10 + 1
    elif kind == _TWO:
        other = _other_provider(desk, given.provider, begin)
        if other is None:
            return None
        by = other.agb
    return Line(dossier, reference, begin, end, volume, rate, volume * rate, "wacht", None, declared_by=by)


def _month_after(desk: Desk, dossier: Dossier, kind: str) -> Care | None:
    """Return the month after the care ended, when it ended for the cause of a kind."""
    given = dossier.toewijzing
    last = given.deliveries[-1].end
    if last is None:
        return None
    cause = "stop"
    if given.person.died == last:
        cause = "overlijden"
    elif given.person.household.left == last:
        cause = "verhuizing"
    month = month_end(last.replace(day=1)) + _DAY
    if cause != KINDS[kind].after or month > desk.settings.end:
        return None
    return month, month_end(month), max(1, given.volume)


def _first_delivered(desk: Desk, dossier: Dossier) -> Care | None:
    given = dossier.toewijzing
    for month in months(max(given.deliveries[0].begin, desk.settings.start), desk.settings.end):
        for care in delivered(desk.settings, given, month):
            return care
    return None


def _other_provider(desk: Desk, provider: Provider, day: date) -> Provider | None:
    """Return the next provider with a contract for the same kind of care on a day, if there is another."""
    fewer = pulled(desk.settings, "minder_aanbieders", day)
    able = [
        one
        for one in PROVIDERS
        if one.product == provider.product and one is not provider and (one.stays or not fewer)
    ]
    return next((one for one in able if one.agb > provider.agb), able[0] if able else None)
