"""The bodies of declarations (323) and their answers (325): clients, lines, totals."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from typing import Any

from wijzer.example.town.books import Line

Node = dict[str, Any]


def signed(cents: int) -> Node:
    """Return a total as the standard writes it: without sign, debet or credit."""
    return {"TotaalBedrag": abs(cents), "DebetCredit": "D" if cents >= 0 else "C"}


_CLIENT_REFUSED, _NO_REMARK = "8187", "0200"


def clients(
    lines: Sequence[Line], codes: Mapping[str, str] | None = None, outright: Container[str] = ()
) -> Node:
    """Group lines by client, credits before debits.

    An answer has ``codes`` by reference, and refuses the clients ``outright`` (their bsn) with all they have.
    """
    by_client: dict[str, list[Node]] = {}
    for line in sorted(lines, key=_order):
        element = _element(line)
        if codes is not None:
            element["RetourCodes"] = {"RetourCode": [codes.get(line.reference, _NO_REMARK)]}
        by_client.setdefault(line.dossier.toewijzing.person.bsn, []).append(element)

    def coded(bsn: str) -> Node:
        code = _CLIENT_REFUSED if bsn in outright else _NO_REMARK
        return {} if codes is None else {"RetourCodes": {"RetourCode": [code]}}

    return {
        "Client": [
            {"Bsn": bsn, "Prestaties": {"Prestatie": elements}, **coded(bsn)}
            for bsn, elements in by_client.items()
        ]
    }


def _element(line: Line) -> Node:
    given = line.dossier.toewijzing
    reference: Node = {"ReferentieNummer": line.reference}
    if line.credit_of is not None:
        reference["VorigReferentieNummer"] = line.credit_of
    return {
        "ProductReferentie": reference,
        "ToewijzingNummer": given.number,
        "ProductCategorie": given.product.categorie,
        "ProductCode": given.product.code,
        "ProductPeriode": {"Begindatum": line.begin, "Einddatum": line.end},
        "GeleverdVolume": line.volume,
        "Eenheid": given.product.unit,
        "ProductTarief": line.rate,
        "IngediendBedrag": {"Bedrag": abs(line.cents), "DebetCredit": "C" if line.cents < 0 else "D"},
    }


def _order(line: Line) -> tuple[str, bool, str]:
    """Order lines by client, credits before debits (OP366)."""
    return line.dossier.toewijzing.person.bsn, line.cents > 0, line.reference
