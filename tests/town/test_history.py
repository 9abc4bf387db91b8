"""The same care gives the same facts, told by messages, by history tables, or by one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import ibis
import pytest

from tests.town.conftest import SMALL, Taken, Towns

MIXTURE = replace(SMALL, history_until=date(2020, 12, 31))
HISTORY = replace(SMALL, history_until=date(2021, 12, 31))
WHO = ("gemeente", "wet", "client", "aanbieder", "product_categorie", "product_code")
TOLD = {
    "toewijzing": (
        *WHO, "toewijzingnummer", "voorziening", "huishoudelijk", "terreingebonden", "ingangsdatum",
        "einddatum", "toewijzingsdatum", "eenheid", "volume", "frequentie", "budget_cent", "verwijderd",
    ),
    "levering": (
        *WHO, "toewijzingnummer", "voorziening", "begindatum", "einddatum", "reden_beeindiging",
        "gepauzeerd", "definitief_gestopt",
    ),
    "verzoek": (
        *WHO, "referentie_aanbieder", "verwijzer_type", "ingangsdatum", "einddatum", "volume", "eenheid",
        "frequentie", "antwoord", "antwoord_op",
    ),
    "prestatie": (
        *WHO, "referentienummer", "toewijzingnummer", "voorziening", "taakveld", "periode_begin",
        "periode_eind", "volume", "eenheid", "bedrag_cent", "debet_credit", "afloop",
    ),
}  # fmt: skip
"""What both sources can tell; when and by which file it became known differs by nature."""


def _rows(table: ibis.Table, columns: Iterable[str]) -> Counter[tuple[Any, ...]]:
    return Counter(tuple(row.values()) for row in table.select(*columns).to_pyarrow().to_pylist())


def _facts(taken: Taken) -> dict[str, Counter[tuple[Any, ...]]]:
    with taken.facts() as facts:
        tables = dict(facts)
        # A credit and what it takes back are both granted in an export, and both credited in messages.
        prestatie = tables["prestatie"]
        granted = prestatie.status.isin(("toegekend", "gecrediteerd"))
        tables["prestatie"] = prestatie.mutate(afloop=granted.ifelse("toegekend", prestatie.status))
        verzoek = tables["verzoek"]
        tables["verzoek"] = verzoek.filter(verzoek.soort == "315")
        return {name: _rows(tables[name], columns) for name, columns in TOLD.items()}


@pytest.mark.parametrize("told", [MIXTURE, HISTORY], ids=["mixture", "history"])
def test_facts_are_the_same_whoever_tells(towns: Towns, small: Taken, told: Any) -> None:
    messages, other = _facts(small), _facts(towns(told))
    for name in TOLD:
        assert messages[name], name
        different = (messages[name] - other[name]) + (other[name] - messages[name])
        assert list(different)[:5] == [], name


def test_the_history_tells_what_messages_would_have_told(towns: Towns) -> None:
    """Guards the comparison: the tables are used, and little is left for messages."""
    with towns(HISTORY).facts() as facts:
        for name in TOLD:
            sources = Counter(facts[name].bron.to_pyarrow().to_pylist())
            assert sources["historie"] > 10 * sources["bericht"], (name, sources)
