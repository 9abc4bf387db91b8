"""Declarations (323) of the example and the answers to them (325)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.small_town.bodies import Body
from tests.small_town.cohorts import Toewijzing
from tests.small_town.exchange import LATE_BY, Exchange, Sent
from wijzer.values.werkdagen import add_working_days

LINES = 12
"""Most lines in one declaration of the example."""
_LATE_ANSWER = 2 * LATE_BY


@dataclass(frozen=True)
class Line:
    """One declared line: positive volume; `credit_of` names the line that it takes back."""

    given: Toewijzing
    reference: str
    volume: int
    credit_of: str | None = None

    @property
    def amount(self) -> int:
        """The amount in euro cents, without sign."""
        return self.volume * self.given.product.rate


def month_end(first: date) -> date:
    """Return the last day of the month that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _element(line: Line, first: date) -> Body:
    reference: Body = {"ReferentieNummer": line.reference}
    if line.credit_of:
        reference["VorigReferentieNummer"] = line.credit_of
    return {
        "ProductReferentie": reference,
        "ToewijzingNummer": line.given.number,
        "ProductCategorie": line.given.product.categorie,
        "ProductCode": line.given.product.code,
        "ProductPeriode": {"Begindatum": first, "Einddatum": month_end(first)},
        "GeleverdVolume": line.volume,
        "Eenheid": line.given.product.unit,
        "ProductTarief": line.given.product.rate,
        "IngediendBedrag": {"Bedrag": line.amount, "DebetCredit": "C" if line.credit_of else "D"},
    }


def _signed(cents: int) -> Body:
    return {"TotaalBedrag": abs(cents), "DebetCredit": "D" if cents >= 0 else "C"}


def _total(lines: Sequence[Line]) -> int:
    return sum(-line.amount if line.credit_of else line.amount for line in lines)


def _clients(lines: Sequence[Line], first: date, codes: Mapping[str, str], client_code: str = "0200") -> Body:
    """Group lines by client; `codes` gives a return code by reference, and adds what an answer must have."""
    by_client: dict[str, list[Body]] = {}
    for line in sorted(lines, key=lambda line: (line.given.person.bsn, line.credit_of is None)):
        element = _element(line, first)
        if codes:
            element["RetourCodes"] = {"RetourCode": [codes[line.reference]]}
        by_client.setdefault(line.given.person.bsn, []).append(element)
    clients = [
        {"Bsn": bsn, "Prestaties": {"Prestatie": elements}}
        | ({"RetourCodes": {"RetourCode": [client_code]}} if codes else {})
        for bsn, elements in by_client.items()
    ]
    return {"Client": clients}


def declaration_day(first: date) -> date:
    """Return the day on which a month is declared: the first working day from the tenth of the next."""
    next_month = month_end(first) + timedelta(days=1)
    return add_working_days(next_month.replace(day=9), 1)


def declare(exchange: Exchange, lines: Sequence[Line], first: date, serial: str) -> Sent:
    """Send a declaration of one provider over one month."""
    product = lines[0].given.product
    day = declaration_day(first)
    body = {
        "Declaratie": {
            "DeclaratieNummer": serial,
            "DeclaratiePeriode": {"Begindatum": first, "Einddatum": month_end(first)},
            "DeclaratieDagtekening": day,
            "TotaalIngediendBedrag": _signed(_total(lines)),
            "Clienten": _clients(lines, first, {}),
        }
    }
    return exchange.send(product.wet, "323", product.aanbieder, day, body)


def answer(
    exchange: Exchange,
    declaration: Sent,
    lines: Sequence[Line],
    first: date,
    serial: str,
    quarter: str,
    refused: Mapping[str, str],
    *,
    client_code: str = "0200",
    whole: bool = False,
) -> Sent:
    """Answer a declaration after five working days (late: two weeks more), naming the refused lines.

    `refused` gives a return code by reference; `client_code` stands on the clients of those lines (another
    than 0200 refuses all their lines); `whole` refuses the message as such (code 0001).
    """
    day = add_working_days(declaration.sent, 5)
    if exchange.takes_late("325", quarter):
        day += _LATE_ANSWER
    header: dict[str, Any] = {
        "DeclaratieIdentificatie": {
            "Identificatie": declaration.identification,
            "Dagtekening": declaration.sent,
        },
        "XsdVersieDeclaratie": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
        "RetourCodes": {"RetourCode": ["0001" if whole else "0200"]},
    }
    body: Body = {}
    if not whole:
        out = [line for line in lines if line.reference in refused]
        reply: Body = {
            "DeclaratieNummer": serial,
            "TotaalIngediendBedrag": _signed(_total(lines)),
            "TotaalToegekendBedrag": _signed(_total(lines) - _total(out)),
        }
        if out:
            reply["Clienten"] = _clients(out, first, refused, client_code)
        body["DeclaratieAntwoord"] = reply | {"RetourCodes": {"RetourCode": ["0200"]}}
    return exchange.send(declaration.wet, "325", declaration.sender, day, body, header)
