"""Nothing that went in about a person can be found in what came out."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.leakscan import Needle, report, scan
from tests.small_town.bodies import COMMENT
from tests.small_town.cohorts import TOWN_COUNTS
from tests.small_town.people import Person
from tests.small_town.write import tell
from tests.stories.conftest import Story


def _people() -> list[Person]:
    found = {}
    for town in TOWN_COUNTS:
        for given in tell(town).history:
            found[given.person.bsn] = given.person
    return list(found.values())


def _needles() -> list[Needle]:
    people = _people()
    needles = [Needle("bsn", person.bsn) for person in people]
    needles += [Needle("naam", name) for name in {person.surname for person in people}]
    needles += [Needle("e-mail", person.email) for person in people[::20]]
    needles += [Needle("adres", street) for street in {person.street for person in people}]
    needles += [Needle("postcode", postcode) for postcode in {person.postcode for person in people}]
    return [*needles, Needle("vrije tekst", COMMENT), Needle("telefoon", "0260001122")]


def test_no_person_is_named_in_the_workspace_or_on_the_screen(story: Story, tmp_path: Path) -> None:
    everything = tmp_path / "alles"
    shutil.copytree(story.folder, everything, ignore=shutil.ignore_patterns("inbox", "wijzer.sleutel"))
    for verb, said in story.said.items():
        (everything / f"scherm_{verb}.txt").write_text(said.all, encoding="utf-8")
    traced = story.wijzer("trace", "individuele_voorzieningen_jeugdhulp", "2022-Q4", "westervoort")
    (everything / "scherm_trace.txt").write_text(traced.all, encoding="utf-8")
    needles = _needles()
    assert len(needles) > 850
    hits = scan(everything, needles)
    assert hits == [], report(hits[:20])


def test_the_scan_would_have_found_them(story: Story) -> None:
    found = {hit.needle.kind for hit in scan(story.folder / "inbox", _needles())}
    assert found == {"bsn", "naam", "e-mail", "adres", "postcode", "vrije tekst", "telefoon"}


def test_a_check_of_a_wrong_message_does_not_repeat_what_is_in_it(story: Story, tmp_path: Path) -> None:
    source = next((story.folder / "inbox" / "berichten" / "0293").rglob("WMO301_*.xml"))
    text = source.read_text(encoding="utf-8")
    person = next(person for person in _people() if person.bsn in text)
    wrong = tmp_path / "fout.xml"
    wrong.write_text(text.replace(person.bsn, f"{person.bsn}0"), encoding="utf-8")
    said = story.wijzer("check", wrong)
    assert said.code != 0
    assert person.bsn not in said.all
    assert person.surname not in said.all
