"""Care that should not be: two toewijzingen that meet one need, and Wmo that goes on beside the Wlz.

Such care is really granted, given, reported and declared, so the books know it like all other. Some of it
comes about by itself, since needs do not know of each other; that is labelled as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from wijzer.example.town import catalogue, providers
from wijzer.example.town.books import Dossier, Line
from wijzer.example.town.care import Delivery, Toewijzing
from wijzer.example.town.declaring import declare, regular_lines
from wijzer.example.town.desk import Desk
from wijzer.example.town.granting import grant
from wijzer.example.town.labels import Label
from wijzer.example.town.occasions import picked
from wijzer.example.town.providers import Provider
from wijzer.example.town.reporting import report
from wijzer.example.town.usage import in_care, month_end
from wijzer.values.werkdagen import add_working_days

TWO_PRODUCTS, WLZ = "twee producten voor één behoefte", "Wlz nodig"
_SECOND, _GOES_ON = 6, 7
"""The last numbers of a spell of the Wmo, which never needs so many."""
_TWO_SHARE, _WLZ_SHARE = 8_000, 120_000
"""Per million toewijzingen with an occasion."""
_MEETS = {"huishouden": "schoon huis", "begeleiding": "begeleiding"}
"""Which product meets the same need as another, by short name."""
_TO_WLZ, _DONE = "39", "19"
"""RedenBeeindiging of the Wmo: to another law; as planned."""
_DAY, _AFTER = timedelta(days=1), timedelta(days=45)
_LEAST, _LONGEST = timedelta(days=60), timedelta(days=300)


def plant(desk: Desk) -> None:
    """Grant, give, report and declare care that should not be."""
    own = [dossier for dossier in desk.books.dossiers.values() if dossier.versions]
    own = [one for one in own if one.toewijzing.product.wet == "wmo" and one.toewijzing.deliveries]
    made = [
        *picked(desk, TWO_PRODUCTS, _TWO_SHARE, own, partial(_second, desk)),
        *picked(desk, WLZ, _WLZ_SHARE, own, partial(_after_wlz, desk)),
    ]
    lines: dict[tuple[str, date], list[Line]] = {}
    for given in made:
        dossier = grant(desk, given)
        report(desk, dossier)
        for month in in_care(desk.settings, given) if dossier.versions else ():
            for line in regular_lines(desk, dossier, month):
                lines.setdefault((given.provider.agb, month), []).append(line)
    by_code = {provider.agb: provider for provider in providers.PROVIDERS}
    for (agb, month), declared in sorted(lines.items(), key=lambda item: item[0]):
        day = add_working_days(month_end(month) + 12 * _DAY, 1)
        declare(desk, by_code[agb], declared, month, f"Y{month:%y%m}", day, refused={})


def _second(desk: Desk, dossier: Dossier) -> Toewijzing | None:
    """Return a toewijzing that could be given beside one that meets the same need."""
    given = dossier.toewijzing
    key = _MEETS.get(given.product.key)
    begin = max(given.deliveries[0].begin, desk.settings.start) + _AFTER
    if key is None or given.number % 10 or begin > desk.settings.end:
        return None
    until = min(given.deliveries[0].end or date.max, begin + _LONGEST)
    provider = _another(desk, key, begin, given)
    return None if provider is None else _made(desk, given, key, provider, begin, until, _SECOND)


def _another(desk: Desk, key: str, day: date, given: Toewijzing) -> Provider | None:
    """Return a provider of a product that is not the one of a toewijzing."""
    for attempt in range(8):
        draw = ("tweede aanbieder", desk.place.code, given.number, attempt)
        provider = providers.choose(desk.settings, key, day, *draw)
        if provider is not given.provider:
            return provider
    return None


def _after_wlz(desk: Desk, dossier: Dossier) -> Toewijzing | None:
    """Return a toewijzing by which care could go on after the move to the Wlz."""
    given = dossier.toewijzing
    last = given.deliveries[-1]
    if last.end is None or last.reason != _TO_WLZ or last.end < desk.settings.start:
        return None
    begin = last.end + _DAY
    until = min(given.person.gone or date.max, begin + _LONGEST)
    return _made(desk, given, given.product.key, given.provider, begin, until, _GOES_ON)


def _made(
    desk: Desk, like: Toewijzing, key: str, provider: Provider, begin: date, until: date, place: int
) -> Toewijzing | None:
    """Return a toewijzing with its care, within one contract; None when there is no room for it."""
    if begin < catalogue.CONTRACTS:
        until = min(until, catalogue.CONTRACTS - _DAY)
    elif not provider.stays:
        return None
    if begin > desk.settings.end or until < begin + _LEAST:
        return None
    volume = like.volume if key == like.product.key else 1
    product = catalogue.product(key, begin, desk.settings)
    over = until <= desk.settings.end
    care = Delivery(begin, until if over else None, _DONE if over else "")
    number = like.number // 10 * 10 + place
    return Toewijzing(
        number, like.person, product, provider, begin, until, volume, "", False, planted=True,
        deliveries=[care],
    )  # fmt: skip


def labels(desk: Desk) -> Iterator[Label]:
    """Yield a label for every toewijzing that meets a need that is met, or comes after the Wlz."""
    by_person: dict[int, list[Dossier]] = {}
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        if dossier.versions and given.deliveries and given.product.wet == "wmo":
            by_person.setdefault(given.person.serial, []).append(dossier)
    for dossiers in by_person.values():
        every = [dossier.toewijzing for dossier in dossiers]
        yield from _doubled(desk, every)
        yield from _beside_wlz(desk, every)


def _doubled(desk: Desk, every: list[Toewijzing]) -> Iterator[Label]:
    for one in every:
        for other in every:
            day = _together(one, other) if _MEETS.get(one.product.key) == other.product.key else None
            apart = one.product.key != other.product.key or one.number < other.number
            if day is None or not apart or one.provider is other.provider:
                continue
            meaning = f"toewijzing {one.number} voorziet in dezelfde behoefte"
            yield Label(desk.place.code, TWO_PRODUCTS, f"{other.number}", day, meaning)


def _together(one: Toewijzing, other: Toewijzing) -> date | None:
    """Return the first day on which care of both was given; None when there is none."""
    days = [
        max(a.begin, b.begin)
        for a in one.deliveries
        for b in other.deliveries
        if a.begin <= (b.end or date.max) and b.begin <= (a.end or date.max)
    ]
    return min(days, default=None)


def _beside_wlz(desk: Desk, every: list[Toewijzing]) -> Iterator[Label]:
    moved = [
        delivery.end for given in every for delivery in given.deliveries
        if delivery.reason == _TO_WLZ and delivery.end is not None
    ]  # fmt: skip
    if not moved:
        return
    since = min(moved)
    for given in every:
        after = [one for one in given.deliveries if (one.end or date.max) > since]
        if after:
            meaning = f"de Wlz begon na {since:%d-%m-%Y}, de hulp van de Wmo gaat door"
            day = max(after[0].begin, since + _DAY)
            yield Label(desk.place.code, WLZ, f"{given.number}", day, meaning)
