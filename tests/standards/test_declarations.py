"""The declarations say what the published standard says."""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from tests.standards.oracle.compare import our_type
from tests.standards.oracle.schemas import NAMES, Particle, load
from wijzer.messages.layout import Column, RecordClass, record_classes
from wijzer.standards import (
    MessageType,
    Structure,
    by_namespace,
    code_list,
    discover,
    message_type,
    message_types,
    releases,
)

FACETS = {
    "minLength": "min_length",
    "maxLength": "max_length",
    "minInclusive": "min_value",
    "maxInclusive": "max_value",
}


def leaves(record: RecordClass, above: tuple[str, ...] = ("Bericht",)) -> dict[tuple[str, ...], Column]:
    found = {(*above, *column.path): column for column in record.columns if column.kind != "presence"}
    for nested in record.nested:
        found |= leaves(nested, (*above, *nested.path))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_has_the_facets_of_the_official_schema(shared: Path, name: str) -> None:
    oracle, ours = load(shared, name), our_type(name)
    declared = leaves(record_classes(ours)[0])
    official = {particle.path: particle for particle in oracle.root.walk() if particle.base is not None}
    assert declared.keys() == official.keys()
    for path, particle in official.items():
        _same_facets(ours, declared[path], particle)


def _same_facets(ours: MessageType, column: Column, particle: Particle) -> None:
    simple = column.type
    assert simple.base == particle.base
    for kind, attribute in FACETS.items():
        values = [int(facet.value) for facet in particle.facets if facet.kind == kind]
        assert [getattr(simple, attribute)] == (values or [None]), (particle.path, kind)
    patterns = [facet.value for facet in particle.facets if facet.kind == "pattern"]
    assert [p for p in (simple.pattern, column.element.pattern) if p is not None] == patterns
    codes = [facet.value for facet in particle.facets if facet.kind == "enumeration"]
    known = ours.basis.code_lists[simple.code_list].codes if simple.code_list else ()
    assert sorted(code.code for code in known) == sorted(codes)


def test_all_28_types_are_declared_and_the_seven_derived_are_marked() -> None:
    assert sorted(message.name for message in message_types()) == sorted(NAMES)
    derived = {message.name for message in message_types() if not message.official}
    assert derived == {"WMO302", "WMO306", "WMO308", "WMO316", "WMO318", "WMO320", "WMO325"}


def test_wire_codes_are_those_of_the_code_list(shared: Path) -> None:
    for folder in ("iWmo-3.2", "iJw-3.2"):
        file = shared / f"istandaarden/codelijsten/{folder}/COD002VEKTIS_Berichtcode.csv"
        with file.open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                assert our_type(row["bericht"]).wire_code == row["code"]
    assert message_type("wmo", "323").wire_code == "484"


def test_who_sends_is_who_may_send() -> None:
    for message in message_types():
        sender = {column.name: column.type.name for column in record_classes(message)[0].columns}[
            "header_afzender"
        ]
        repeats_the_header = message.number in {"302", "306", "308", "316", "318", "320"}
        expected = "uit" if (sender == "LDT_Gemeente") != repeats_the_header else "in"
        assert message.direction == expected, message.name


def test_answers_name_each_other() -> None:
    by_name = {(message.wet, message.number): message for message in message_types()}
    for message in message_types():
        for number in message.answered_by:
            assert message.number in by_name[message.wet, number].answers
        for number in message.answers:
            other = by_name[message.wet, number]
            assert message.number in other.answered_by or other.number == "301"


def test_keys_are_those_of_the_standard(shared: Path) -> None:
    official: dict[tuple[str, str], list[str]] = defaultdict(list)
    with (shared / "istandaarden/condities_constraints.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["sleutel"]:
                steps = [row[part].split("_")[0] for part in ("element", "cdt1") if row[part]]
                official[row["bericht"], row["berichtklasse"]].append("/".join(steps))
    for (name, group), keys in official.items():
        if group == "Woonplaatsbeginsel":  # only in iJw
            assert our_type(name.replace("WMO", "JW")).keys[group] == tuple(dict.fromkeys(keys))
            continue
        wanted = [
            key for key in dict.fromkeys(keys) if not any(other.startswith(f"{key}/") for other in keys)
        ]
        assert our_type(name).keys[group] == tuple(wanted), (name, group)


ONLY_JW = ("Woonplaatsbeginsel", "GezagsdragerBekend_JaNee")
PLACE = ("bericht", "berichtklasse", "element", "cdt1", "cdt2", "regelcode")


def test_every_rule_id_of_the_standard_is_at_its_element(shared: Path) -> None:
    """What condities_constraints.csv says of an element is in the declaration of that element."""
    absent = []
    with (shared / "istandaarden/condities_constraints.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if row["bericht"] == "WMO Retour":
                continue
            youth = row["berichtklasse"] in ONLY_JW or row["element"] in ONLY_JW
            message = our_type(row["bericht"].replace("WMO", "JW") if youth else row["bericht"])
            if row["regelcode"] not in _rules_at(message, row):
                absent.append(tuple(row[part] for part in PLACE))
    assert absent == []


def _rules_at(message: MessageType, row: dict[str, str]) -> set[str]:
    steps = [row[part].split("_")[0] for part in ("element", "cdt1", "cdt2") if row[part]]
    found: set[str] = set()
    for record in record_classes(message):
        for path, column in leaves(record, ()).items():
            names = ("Bericht", *path)
            if _below(names, row["berichtklasse"], record, steps):
                found |= set(column.rules)
    return found


def _below(path: tuple[str, ...], group: str, record: RecordClass, steps: list[str]) -> bool:
    whole = (*record.path, *path[1:]) if record.path else path
    width = len(steps)
    for at in range(len(whole) - width + 1):
        if list(whole[at : at + width]) == steps and group in whole[:at]:
            return True
    return False


def test_every_technical_rule_about_one_message_is_declared(shared: Path) -> None:
    declared = {
        (message.wet, message.number, rule.id) for message in message_types() for rule in message.rules
    }
    with (shared / "istandaarden/regels.csv").open(encoding="utf-8") as rows:
        official = [row for row in csv.DictReader(rows) if row["level"] == "bericht inhoud (xslt)"]
    assert len(official) == 42
    for row in official:
        wet = "wmo" if row["standard"] == "iWmo" else "jw"
        for name in row["messages"].split():
            assert (wet, name[-3:], row["code"]) in declared, (row["code"], name)


def test_every_condition_and_constraint_is_declared_or_in_the_schema(shared: Path) -> None:
    in_the_schema = {"CS025", "CS015", "CS319"}
    declared = {(message.name, rule.id) for message in message_types() for rule in message.rules}
    with (shared / "istandaarden/condities_constraints.csv").open(encoding="utf-8") as rows:
        wanted = {
            (row["bericht"], row["regelcode"]) for row in csv.DictReader(rows) if row["soort"] != "Restrictie"
        }
    assert {pair for pair in wanted - declared if pair[1] not in in_the_schema} == set()


def test_every_element_has_a_meaning() -> None:
    def walk(structure: Structure) -> None:
        for element in structure.members:
            assert element.meaning, f"{structure.name}/{element.name}"
            if isinstance(element.type, Structure):
                walk(element.type)

    for message in message_types():
        walk(message.root)
        for structure in message.basis.structures.values():
            walk(structure)


def test_code_lists_say_what_a_code_means_and_when_it_holds() -> None:
    assert code_list("wmo", "COD046").meaning_of("2") == "Vrouwelijk"
    weesp = code_list("wmo", "CBS_Gemeentecodes").by_code["0457"]
    assert weesp.valid_on(date(2022, 3, 23))
    assert not weesp.valid_on(date(2022, 3, 24))
    assert code_list("jw", "JZ588").by_code["38"].valid_from == date(2022, 4, 1)


def test_gemeenten_are_those_of_the_years(shared: Path) -> None:
    codes = code_list("wmo", "CBS_Gemeentecodes").by_code
    with (shared / "opendata/gemeenten_per_jaar_afgeleid.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            code = codes[row["code"].removeprefix("GM")]
            for year in ("2017", "2020", "2022", "2025", "2026"):
                assert code.valid_on(date(int(year), 1, 1)) == (row[year] == "1"), (row["naam"], year)


def test_a_new_release_is_a_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A package with one more folder is found with its messages; nothing else has to change."""
    folder = tmp_path / "met_nieuwe_release" / "iwmo" / "v3_3"
    folder.mkdir(parents=True)
    for package in (folder.parent.parent, folder.parent, folder):
        (package / "__init__.py").write_text('"""A package."""\n')
    (folder / "basisschema.py").write_text(
        "from dataclasses import replace\n"
        "from wijzer.standards.iwmo.v3_2.basisschema import BASIS as OLD\n"
        'BASIS = replace(OLD, release="3.3", namespace=OLD.namespace.replace("3_2", "3_3"))\n'
    )
    (folder / "wmo305_start.py").write_text(
        "from dataclasses import replace\n"
        "from met_nieuwe_release.iwmo.v3_3.basisschema import BASIS\n"
        "from wijzer.standards.iwmo.v3_2.wmo305_start import MESSAGE as OLD\n"
        "MESSAGE = replace(OLD, basis=BASIS)\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    package = _imported("met_nieuwe_release")
    (release,) = discover(package)
    assert (release.standard, release.version) == ("iwmo", "3.3")
    assert [message.namespace for message in release.message_types] == [
        "http://www.istandaarden.nl/iwmo/3_3/wmo305/schema"
    ]
    assert by_namespace(release.message_types[0].namespace) is None
    assert [(known.standard, known.version) for known in releases()] == [("ijw", "3.2"), ("iwmo", "3.2")]


def _imported(name: str) -> ModuleType:
    __import__(name)
    return sys.modules[name]
