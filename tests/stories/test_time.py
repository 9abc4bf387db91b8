"""What was known on an earlier day can be told again, and a rebuild tells the same."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from tests.stories.conftest import Said, Story, run_wijzer
from wijzer import flows
from wijzer.flows import facts as fact_flow
from wijzer.flows.workspace import load


@pytest.fixture(scope="module")
def copy(story: Story, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of one's own, to change."""
    folder = tmp_path_factory.mktemp("kopie") / "werkmap"
    shutil.copytree(story.folder, folder)
    return folder


def _facts(folder: Path) -> dict[str, list[dict[str, object]]]:
    with fact_flow.opened(load(folder)) as facts:
        return {name: _sorted(table.to_pyarrow()) for name, table in facts.items()}


def _sorted(table: pa.Table) -> list[dict[str, object]]:
    return sorted(table.to_pylist(), key=repr)


def _values(said: Said) -> dict[tuple[str, str, str], tuple[object, str]]:
    return {
        (row["gemeente"], row["indicator"], row["periode"]): (row["waarde"], row["stand"])
        for row in reversed(json.loads(said.out)["waarden"])
        if row["soort"] == "cijfer"
    }


def test_a_rebuild_from_the_archive_gives_the_same_facts(copy: Path) -> None:
    before = _facts(copy)
    assert sum(map(len, before.values())) > 5_000
    shutil.rmtree(copy / "data" / "facts")
    said = run_wijzer(copy, "rebuild")
    assert said.code in {0, 1}, said.all
    assert _facts(copy) == before


def test_taking_in_again_changes_nothing(copy: Path) -> None:
    before = _facts(copy)
    result = flows.take_in(load(copy), [copy / "inbox"])
    assert result.taken_in == 0
    assert result.set_aside == 3
    assert _facts(copy) == before


def test_the_order_and_grouping_of_files_do_not_matter(story: Story, tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    run_wijzer(tmp_path, "init", folder, "--gemeenten", "westervoort,duiven")
    shutil.copy(story.folder / "wijzer.sleutel", folder / "wijzer.sleutel")
    workspace = load(folder)
    inbox = story.folder / "inbox"
    flows.take_in(workspace, [inbox / "berichten" / "0226"])
    zipped = Path(shutil.make_archive(str(tmp_path / "tabellen"), "zip", inbox / "tabellen"))
    flows.take_in(workspace, [zipped])
    latest_first = sorted((inbox / "berichten" / "0293").rglob("*.xml"), reverse=True)
    flows.take_in(workspace, latest_first, processes=2)
    assert _facts(folder) == _facts(story.folder)


def test_known_on_tells_the_earlier_truth(copy: Path) -> None:
    today = _values(run_wijzer(copy, "values", "--all", "--format", "json"))
    said = run_wijzer(copy, "compute", "--known-on", "2022-04-01")
    assert said.code == 0, said.all
    then = _values(run_wijzer(copy, "values", "--all", "--format", "json"))
    hours = "uren_huishoudelijke_ondersteuning"
    assert then["0293", hours, "2021-Q4"] == today["0293", hours, "2021-Q4"] == (2.97, "getoond")
    assert then["0293", hours, "2022-Q1"][0] == 2.94
    assert ("0293", hours, "2022-Q2") not in then
    # The books of March were closed on 20 April: on 1 April two months of three were known.
    costs = "totale_kosten_sociaal_domein"
    (value_then, state), (value_now, _) = then["0293", costs, "2022-Q1"], today["0293", costs, "2022-Q1"]
    assert state == "voorlopig"
    assert isinstance(value_then, int | float)
    assert isinstance(value_now, int | float)
    assert value_then == pytest.approx(value_now * 2 / 3, abs=1)


def test_retention_removes_what_is_past_its_term_and_a_rebuild_gives_the_rest(copy: Path) -> None:
    # In 2030 the messages of 2022 are past their seven years, those of January 2023 are not quite.
    result = flows.retention(load(copy), today=date(2030, 1, 15))
    assert result.removed
    kept = [row["dagtekening"] for row in _facts(copy)["bericht"]]
    assert kept
    assert min(str(day) for day in kept) >= "2023-01-01"
