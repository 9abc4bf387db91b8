"""The jobs on the example town: computing again adds nothing, an earlier day knows less, a trace adds up."""

from datetime import date
from pathlib import Path

import pytest

import wijzer
from tests import small_town
from wijzer import flows
from wijzer.flows import facts as fact_flow
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.sources import sources_of
from wijzer.flows.workspace import Workspace
from wijzer.indicators.register import all_indicators
from wijzer.intake import JoinProblem
from wijzer.values.periode import Periode


def everything(workspace: Workspace) -> dict[str, list[dict[str, object]]]:
    with fact_flow.opened(workspace) as facts:
        return {name: table.to_pyarrow().to_pylist() for name, table in facts.items()}


def test_computing_twice_gives_the_same_edition(own_town: Workspace) -> None:
    before = flows.read_edition(own_town)
    again = flows.compute(own_town, small_town.KNOWN_ON)
    assert again.name == before.name
    assert again.edition.values == before.edition.values


def test_another_threshold_is_another_edition_and_the_first_one_stays(own_town: Workspace) -> None:
    before = flows.read_edition(own_town)
    path = own_town.root / "wijzer.toml"
    path.write_text(path.read_text().replace("drempel_personen = 10", "drempel_personen = 25"))
    after = flows.compute(flows.load(own_town.root), small_town.KNOWN_ON)
    assert after.name != before.name
    assert (own_town.values / f"{before.name}.json").is_file()
    assert after.count("onderdrukt") > before.count("onderdrukt")


def test_an_earlier_day_knows_less_and_leaves_the_facts_alone(own_town: Workspace) -> None:
    before = everything(own_town)
    earlier = flows.compute(own_town, date(2022, 4, 1))
    assert everything(own_town) == before
    assert max(value.periode for value in earlier.edition.values if "Q" in value.periode) == "2022-Q1"
    assert {value.known_on for value in earlier.edition.values} == {date(2022, 4, 1)}


def test_facts_deleted_and_rebuilt_are_the_same(own_town: Workspace) -> None:
    before = everything(own_town)
    for path in sorted(own_town.facts.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    result = flows.rebuild(own_town)
    assert result.taken_in
    assert everything(own_town) == before


def test_folding_waits_until_there_are_other_records(own_town: Workspace) -> None:
    assert not fact_flow.refresh(own_town)
    flows.rebuild(own_town)
    assert not fact_flow.refresh(own_town)


def test_nothing_computed_says_which_command_to_give(tmp_path: Path) -> None:
    workspace = flows.init(tmp_path / "w", ["duiven"])
    with pytest.raises(WorkspaceError, match="wijzer compute"):
        flows.read_edition(workspace)


def test_an_edition_changed_by_hand_is_refused(own_town: Workspace) -> None:
    path = own_town.values / f"{flows.read_edition(own_town).name}.json"
    path.write_text(path.read_text(encoding="utf-8").replace("2022-Q4", "2022-Q3"), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="opnieuw te rekenen"):
        flows.read_edition(own_town)


def test_a_town_without_data_shows_every_indicator_as_missing_never_as_zero(tmp_path: Path) -> None:
    named = flows.compute(flows.init(tmp_path / "w", ["duiven"]))
    assert {value.indicator for value in named.edition.values} == {i.id for i in all_indicators()}
    assert {value.status for value in named.edition.values} == {"ontbreekt"}
    assert all(value.value is None and value.reason for value in named.edition.values)


@pytest.mark.parametrize("indicator", [indicator.id for indicator in all_indicators()])
def test_a_trace_shows_as_many_rows_as_were_counted(example_town: Workspace, indicator: str) -> None:
    declared = next(item for item in all_indicators() if item.id == indicator)
    periode = Periode.parse("2022-Q4" if "kwartaal" in declared.periods else "2022")
    found = flows.trace(example_town, indicator, periode, "westervoort", small_town.KNOWN_ON)
    assert found.counted
    keys = [row["sleutel"] for row in found.counted]
    assert len(set(keys)) == len(keys)
    assert all(row["reden"] for row in found.not_counted)


def test_a_trace_leads_to_messages_that_the_journal_knows(example_town: Workspace) -> None:
    found = flows.trace(example_town, "8", Periode.parse("2022-Q4"), "0226", small_town.KNOWN_ON)
    from_messages = {row["bericht"] for row in found.counted if row["bericht"]}
    assert from_messages <= {row[0] for row in found.deliveries}
    assert all(row[1] and row[5] for row in found.deliveries)


def test_a_trace_of_an_unknown_indicator_names_the_known_ones(example_town: Workspace) -> None:
    with pytest.raises(WorkspaceError, match="tijdigheid_berichtenverkeer"):
        flows.trace(example_town, "geluk", Periode.parse("2022"), "duiven")


def test_doctor_names_what_is_late_and_which_indicator_waits(example_town: Workspace) -> None:
    late = [source for source in sources_of(example_town, date(2024, 1, 15)) if source.is_late]
    booked = next(source for source in late if source.name == "realisatie" and source.gemeente == "0293")
    assert (booked.newest, booked.expected) == (date(2022, 12, 31), date(2023, 12, 31))
    assert "Totale kosten sociaal domein" in booked.effect


def test_doctor_names_the_direction_of_the_exchange_that_is_missing(tmp_path: Path) -> None:
    town = flows.init(tmp_path / "w", ["westervoort"])
    small_town.write(town.inbox)
    sent = [path for path in town.inbox.rglob("*.xml") if path.name[:6] in ("WMO301", "WMO319", "WMO325")]
    flows.take_in(town, sent)
    missing = [item for item in flows.doctor(town) if item.finding.startswith("ontbreekt")]
    subjects = {item.subject for item in missing}
    assert "Westervoort: Berichten Wmo die u ontvangt (305, 307, 315, 317, 323)" in subjects
    assert "Westervoort: Berichten Wmo die u verstuurt (301, 319, 325)" not in subjects


def test_doctor_knows_every_table_that_can_be_delivered(example_town: Workspace) -> None:
    named = {source.name for source in sources_of(example_town, date(2024, 1, 15))}
    tables = {name for name, _ in flows.template_list()}
    assert {name for name in tables if not name.startswith("historie_")} <= named
    assert "historie" in named


def test_doctor_finds_data_that_others_can_read(own_town: Workspace) -> None:
    own_town.data.chmod(0o755)
    found = [item for item in flows.doctor(own_town) if item.level == "fout"]
    assert [item.subject for item in found] == ["map data"]


def test_doctor_finds_a_wrong_key_without_opening_anything(own_town: Workspace) -> None:
    own_town.key_file.write_text("ab" * 32 + "\n")
    found = [item for item in flows.doctor(own_town) if item.level == "fout"]
    assert [item.subject for item in found] == ["sleutel"]


def test_doctor_names_the_cell_of_a_wrong_configuration(own_town: Workspace) -> None:
    path = own_town.config / "indicatoren.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(";niveau;2,5;", ";niveau;veel;", 1), encoding="utf-8")
    found = [item for item in flows.doctor(own_town) if item.level == "fout"]
    # The acties read the same file, to know which indicators they can be linked to.
    assert [item.subject for item in found] == [
        "config: indicatoren.csv",
        "config: acties.csv en koppelingen.csv",
    ]
    assert "kolom 'doelwaarde'" in found[0].finding


def test_retention_removes_what_is_past_its_term_and_the_rest_stays(own_town: Workspace) -> None:
    before = everything(own_town)
    assert not any(flows.retention(own_town, today=date(2023, 2, 1)).removed.values())
    assert everything(own_town) == before
    removed = flows.retention(own_town, today=date(2050, 1, 1))
    assert sum(removed.removed.values()) > 500
    assert not everything(own_town)["toewijzing"]


def test_a_notebook_gets_tables_and_values_as_data_frames(example_town: Workspace) -> None:
    town = wijzer.open(example_town.root)
    assert set(town.tables["toewijzing"].gemeente) == {"0293", "0226"}
    values = town.values()
    assert set(values.indicator) == {indicator.id for indicator in all_indicators()}
    assert values[values.stand == "onderdrukt"].waarde.isna().all()


def test_a_notebook_can_look_from_an_earlier_day(example_town: Workspace) -> None:
    now = wijzer.open(example_town.root).tables["bericht"]
    then = wijzer.open(example_town.root, "1-4-2022").tables["bericht"]
    assert 0 < len(then) < len(now)
    with pytest.raises(ValueError, match="geen datum"):
        wijzer.open(example_town.root, "gisteren")


def test_a_higher_threshold_keeps_an_older_edition_from_the_pages(own_town: Workspace) -> None:
    path = own_town.root / "wijzer.toml"
    path.write_text(path.read_text().replace("drempel_personen = 10", "drempel_personen = 60"))
    with pytest.raises(WorkspaceError, match="beschermd met 10 personen; nu geldt 60"):
        flows.publish(flows.load(own_town.root))


def test_a_gemeente_that_left_keeps_an_older_edition_from_the_pages(own_town: Workspace) -> None:
    path = own_town.root / "wijzer.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if '"0226"' not in line), encoding="utf-8")
    with pytest.raises(WorkspaceError, match="gemeente 0226"):
        flows.publish(flows.load(own_town.root))


def test_a_changed_choice_to_join_laws_ends_the_use_of_the_facts_until_a_rebuild(own_town: Workspace) -> None:
    path = own_town.root / "wijzer.toml"
    block = '\n[koppeling_wetten.0293]\ndoel = "regie per gezin"\ngrondslag = "wet"\ndpia = "2022-03"\n'
    path.write_text(path.read_text(encoding="utf-8") + block, encoding="utf-8")
    joined = flows.load(own_town.root)
    with pytest.raises(JoinProblem, match="wijzer rebuild"):
        flows.compute(joined, small_town.KNOWN_ON)
    assert [item.subject for item in flows.doctor(joined) if item.level == "fout"] == ["wetten koppelen"]
    flows.rebuild(joined)
    assert flows.compute(joined, small_town.KNOWN_ON).count("getoond")


def test_doctor_warns_when_others_can_read_the_key(own_town: Workspace) -> None:
    own_town.key_file.chmod(0o644)
    found = [item for item in flows.doctor(own_town) if item.subject == "sleutel" and item.level == "let op"]
    assert len(found) == 1
