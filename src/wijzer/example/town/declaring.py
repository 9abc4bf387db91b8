"""Declarations (323) of every provider and month, with the answers (325), refusals and credits.

A line is what a provider declares of one delivery in one month: the granted volume of the delivered days,
less what was not used. Refused as a whole, a declaration is sent again; a line with a mistake is taken back
and declared anew (IV091).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from wijzer.example.town.books import Dossier, Line, Term
from wijzer.example.town.declaration import clients, signed
from wijzer.example.town.desk import NO_RECEIPT, Desk
from wijzer.example.town.exchange import PARTLY, WHOLE, Sent
from wijzer.example.town.providers import Provider
from wijzer.example.town.usage import delivered, month_end, months
from wijzer.values.werkdagen import add_working_days

Node = dict[str, Any]
_DAY = timedelta(days=1)
_ANSWER_AFTER = ((3, 15), (5, 30), (7, 25), (9, 18), (10, 7), (13, 3), (24, 2))
_PER_VOLUME = "9321"
_WHOLE = "0001"
_OUTRIGHT = 1_500
"""Per million clients of a declaration: refused with all their lines."""


def regular_lines(desk: Desk, dossier: Dossier, month: date) -> Iterator[Line]:
    """Yield the lines that a provider declares of one toewijzing in one month."""
    given = dossier.toewijzing
    rate = given.product.rate_in(month.year, desk.settings)
    for place, (begin, end, volume) in enumerate(delivered(desk.settings, given, month)):
        reference = f"P{given.number}{month:%y%m}{place}"
        yield Line(dossier, reference, begin, end, volume, rate, volume * rate, "wacht", None)


def declare_all(desk: Desk) -> None:
    """Declare every month of every provider."""
    by_provider: dict[tuple[str, Provider], list[Dossier]] = {}
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        if given.deliveries and dossier.versions:
            by_provider.setdefault((given.provider.agb, given.provider), []).append(dossier)
    for (_, provider), dossiers in sorted(by_provider.items(), key=lambda item: item[0][0]):
        for month in months(desk.settings.start, desk.settings.end):
            lines = [line for dossier in dossiers for line in regular_lines(desk, dossier, month)]
            if lines:
                _declare_month(desk, provider, lines, month)


def _declare_month(desk: Desk, provider: Provider, lines: list[Line], month: date) -> None:
    serial = f"D{month:%y%m}"
    day = add_working_days(
        month_end(month) + 9 * _DAY, 1 + 2 * desk.delay(provider.character.returns, serial)
    )
    refused_whole = desk.happens(6_000, provider.agb, serial, "afgekeurd")
    answer = declare(desk, provider, lines, month, serial, day, whole=refused_whole)
    if refused_whole and answer is not None:
        again = [replace(line, reference=f"Q{line.reference[1:]}", status="wacht") for line in lines]
        answer = declare(desk, provider, again, month, f"H{month:%y%m}", add_working_days(answer.day, 3))
        lines = again
    if answer is None:
        return
    wrong = [
        line for line in lines
        if line.status == "toegekend" and line.volume > 1 and desk.happens(6_000, line.reference, "credit")
    ]  # fmt: skip
    if wrong:
        _take_back(desk, provider, wrong, month, add_working_days(answer.day, 8))


def _take_back(desk: Desk, provider: Provider, wrong: Sequence[Line], month: date, day: date) -> None:
    """Take back lines that were declared one unit too high, and declare them anew."""
    lines = []
    for line in wrong:
        volume = line.volume - 1
        credit = replace(
            line, reference=f"C{line.reference[1:]}", cents=-line.cents, status="wacht",
            credit_of=line.reference,
        )  # fmt: skip
        anew = replace(
            line, reference=f"N{line.reference[1:]}", volume=volume, cents=volume * line.rate, status="wacht"
        )  # fmt: skip
        lines += [credit, anew]
    answer = declare(desk, provider, lines, month, f"C{month:%y%m}", day, spotless=True)
    if answer is not None:
        for line in (*wrong, *lines[::2]):
            line.credited = True


def declare(
    desk: Desk,
    provider: Provider,
    lines: Sequence[Line],
    month: date,
    serial: str,
    day: date,
    *,
    whole: bool = False,
    spotless: bool = False,
    refused: Mapping[str, str] | None = None,
) -> Sent | None:
    """Send a declaration and get its answer; write down lines and term. None when not answered.

    ``whole``: refused as a message; ``spotless``: nothing is refused; ``refused``: return codes by reference,
    else some lines are refused by chance.
    """
    product = lines[0].dossier.toewijzing.product
    gone = desk.happens(8_000, provider.agb, serial, "onbeantwoord") and not whole and not spotless
    received = add_working_days(day, 1)
    answered = None if gone else add_working_days(received, desk.delay(_ANSWER_AFTER, provider.agb, serial))
    if answered is not None and answered > desk.settings.closing:
        answered = None
    settled = answered or day
    codes = dict(refused or {})
    outright: set[str] = set()
    if not (whole or spotless or refused is not None):
        codes = {
            line.reference: _PER_VOLUME for line in lines if desk.happens(4_000, line.reference, "regel")
        }
        persons = {line.dossier.toewijzing.person.bsn for line in lines}
        outright = {
            bsn for bsn in persons if desk.happens(_OUTRIGHT, provider.agb, serial, bsn, "hele cliënt")
        }
    body = {
        "Declaratie": {
            "DeclaratieNummer": serial,
            "DeclaratiePeriode": {"Begindatum": month, "Einddatum": month_end(month)},
            "DeclaratieDagtekening": day,
            "TotaalIngediendBedrag": signed(sum(line.cents for line in lines)),
            "Clienten": clients(lines),
        }
    }
    sent = desk.exchange.send(product.wet, "323", provider.agb, serial, day, body, settled=settled)
    if sent is None:
        return None
    desk.note(sent)
    term = Term(
        product.wet, "declaratie_antwoord", True, ("325",), sent.known, sent.received,
        left_out="" if sent.logged else NO_RECEIPT,
    )  # fmt: skip
    if not sent.history:
        desk.books.terms.append(term)
    for line in lines:
        line.history = sent.history
        desk.books.lines.append(line)
    if answered is None:
        return None
    answer = _answer(desk, sent, lines, serial, answered, codes, outright, whole=whole)
    if answer is not None:
        term.answers.append((answer.day, answer.known))
        for line in lines:
            line.answered = answer.day
            out = whole or _is_out(line, codes, outright)
            line.status = "geweigerd" if out else "toegekend"
    return answer


def _is_out(line: Line, codes: Mapping[str, str], outright: set[str]) -> bool:
    """Say whether a line is refused, by itself or with all lines of its client."""
    return line.reference in codes or line.dossier.toewijzing.person.bsn in outright


def _answer(
    desk: Desk,
    sent: Sent,
    lines: Sequence[Line],
    serial: str,
    day: date,
    codes: Mapping[str, str],
    outright: set[str],
    *,
    whole: bool,
) -> Sent | None:
    """Send the 325; it names only what is refused (TR342): lines by ``codes``, clients ``outright``."""
    header: Node = {
        "DeclaratieIdentificatie": {"Identificatie": sent.identification, "Dagtekening": sent.day},
        "XsdVersieDeclaratie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
        "RetourCodes": {"RetourCode": [_WHOLE if whole else "0200"]},
    }
    body: Node = {}
    out = [] if whole else [line for line in lines if _is_out(line, codes, outright)]
    if not whole:
        total = sum(line.cents for line in lines)
        reply: Node = {
            "DeclaratieNummer": serial,
            "TotaalIngediendBedrag": signed(total),
            "TotaalToegekendBedrag": signed(total - sum(line.cents for line in out)),
        }
        if out:
            reply["Clienten"] = clients(out, codes, outright)
        body["DeclaratieAntwoord"] = reply | {"RetourCodes": {"RetourCode": ["0200"]}}
    identification = f"{sent.sender[4:]}{serial}"
    answer = desk.exchange.send(
        sent.wet, "325", sent.sender, identification, day, body, header, settled=day, answers=sent,
        refuses=WHOLE if whole else PARTLY if out else "",
    )  # fmt: skip
    if answer is not None:
        desk.note(answer)
    return answer
