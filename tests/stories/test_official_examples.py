"""The published example messages: taken in, or set aside with the right reason."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.stories.conftest import run_wijzer
from wijzer import flows

pytestmark = pytest.mark.shared


def _towns(examples: list[Path]) -> set[str]:
    """The gemeenten that the examples name as sender or receiver."""
    found = set()
    for path in examples:
        root = etree.parse(path).getroot()
        for node in root.iter("{*}Afzender", "{*}Ontvanger"):
            if re.fullmatch(r"[0-9]{4}", node.text or ""):
                found.add(node.text)
    return found


def _accepted_by_the_official_schema(shared: Path, path: Path) -> bool:
    folder = "iWmo-3.2" if path.stem.startswith("WMO") else "iJw-3.2"
    schema = etree.XMLSchema(etree.parse(shared / "istandaarden" / "xsd" / folder / f"{path.stem}.xsd"))
    return bool(schema.validate(etree.parse(path)))


def _outcomes(folder: Path, place: Path) -> dict[str, dict[str, str]]:
    said = run_wijzer(folder, "intake", place, "--json")
    assert said.code in {0, 1}, said.err
    return {Path(row["bestand"]).name: row for row in json.loads(said.out)["bestanden"]}


@pytest.fixture(scope="module")
def examples(shared: Path) -> list[Path]:
    found = sorted((shared / "istandaarden" / "voorbeelden").glob("*.xml"))
    assert len(found) == 16
    return found


def test_examples_of_other_towns_are_set_aside_as_such(
    shared: Path, examples: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    run_wijzer(tmp_path, "init", folder, "--gemeenten", "westervoort,duiven")
    outcomes = _outcomes(folder, shared / "istandaarden" / "voorbeelden")
    assert set(outcomes) == {path.name for path in examples}
    assert {row["uitkomst"] for row in outcomes.values()} == {"set_aside"}
    for path in examples:
        reason = outcomes[path.name]["reden"]
        if _accepted_by_the_official_schema(shared, path):
            assert re.search(r"hoort bij gemeente 0[0-9]{3}", reason), (path.name, reason)
        else:
            assert "klopt niet" in reason, (path.name, reason)


def test_the_towns_themselves_take_in_what_the_official_schema_accepts(
    shared: Path, examples: list[Path], tmp_path: Path
) -> None:
    folder = tmp_path / "w"
    said = run_wijzer(tmp_path, "init", folder, "--gemeenten", ",".join(sorted(_towns(examples))))
    assert said.code == 0, said.all
    outcomes = _outcomes(folder, shared / "istandaarden" / "voorbeelden")
    taken = {name for name, row in outcomes.items() if row["uitkomst"] == "taken_in"}
    assert taken == {path.name for path in examples if _accepted_by_the_official_schema(shared, path)}
    assert taken


def test_products_without_meaning_stand_by_money_also_when_nobody_answered_yet(
    shared: Path, tmp_path: Path
) -> None:
    town = flows.init(tmp_path / "w", ["diemen", "amsterdam"])
    flows.take_in(town, [shared / "istandaarden" / "voorbeelden"])
    found = flows.unmapped_products(town)
    money = [product.cents for product in found]
    assert money == sorted(money, reverse=True)
    # Of the youth declaration, which has no answer, 240 + 240 + 210 euros wait for product 45A04.
    assert (found[0].wet, found[0].product_categorie, found[0].cents) == ("jw", "45", 69_000)
