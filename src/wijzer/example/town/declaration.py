"""The bodies of declarations (323) and their answers (325): clients, lines, totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from wijzer.example.town.books import Line

Node = dict[str, Any]


def signed(cents: int) -> Node:
    """Return a total as the standard writes it: without sign, debet or credit."""
    return {"TotaalBedrag": abs(cents), "DebetCredit": "D" if cents >= 0 else "C"}


def clients(lines: Sequence[Line], codes: Mapping[str, str]) -> Node:
    """Group lines by client, credits before debits; ``codes`` adds what an answer must have."""
    by_client: dict[str, list[Node]] = {}
    for line in sorted(lines, key=_order):
        element = _element(line)
        if codes:
            element["RetourCodes"] = {"RetourCode": [codes[line.reference]]}
        by_client.setdefault(line.dossier.toewijzing.person.bsn, []).append(element)
    coded = {"RetourCodes": {"RetourCode": ["0200"]}} if codes else {}
    return {
        "Client": [
            {"Bsn": bsn, "Prestaties": {"Prestatie": elements}, **coded}
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
