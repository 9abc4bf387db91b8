"""The end of terms: originals go, the journal says so, and a rebuild gives the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.intake.werkmap import (
    NOW,
    PRESTATIES,
    PRODUCT,
    PRODUCTEN,
    Werkmap,
    csv,
    declaratie,
    prestatie,
    toewijzing,
    write,
)
from wijzer.intake import IntakeProblem
from wijzer.intake.retention import allowed_names

OLD, NEW = date(2015, 3, 1), date(2021, 3, 1)
TODAY = date(2022, 6, 1)


def filled(werkmap: Werkmap, inbox: Path) -> None:
    write(
        inbox,
        {
            "oud.xml": toewijzing(1, day=OLD),
            "nieuw.xml": toewijzing(2, day=NEW),
            "declaratie.xml": declaratie(1),
            "producten.csv": csv(PRODUCTEN, PRODUCT).encode(),
            "prestaties.csv": csv(PRESTATIES, prestatie("R1")).encode(),
            "kapot.xml": toewijzing(3)[:700],
        },
    )
    werkmap.take_in(inbox)


def numbers(werkmap: Werkmap) -> list[int]:
    return sorted(row["toewijzing_nummer"] for row in werkmap.rows("b301_toegewezen_product"))


def test_originals_past_their_term_are_destroyed_and_a_rebuild_gives_the_rest(
    werkmap: Werkmap, inbox: Path
) -> None:
    filled(werkmap, inbox)
    result = werkmap.intake().retention({"berichten": 7}, TODAY)
    assert (dict(result.removed), result.rebuild_needed) == ({"301": 1}, True)
    assert result.until == {"berichten": date(2015, 6, 1)}
    removed = werkmap.journal().files("removed")
    assert [(file.what, file.pack) for file in removed] == [("WMO301", None)]
    werkmap.intake().rebuild(NOW)
    assert numbers(werkmap) == [2]
    assert len(werkmap.rows("b323_prestatie")) == 1


def test_what_stays_in_the_same_pack_can_still_be_read(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    before = werkmap.records()
    packs = {path.name for path in werkmap.paths.archive.iterdir()}
    werkmap.intake().retention({"berichten": 7}, TODAY)
    assert not packs & {path.name for path in werkmap.paths.archive.iterdir()}
    werkmap.intake().rebuild(NOW)
    after = werkmap.records()
    assert {name for name in before if before[name] == after[name]} >= {"b323_prestatie", "t_producten"}


def test_most_precise_term_holds(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    result = werkmap.intake().retention(
        {"berichten": 0, "301": 20, "aanleveringen": 0, "producten": 20}, TODAY
    )
    assert dict(result.removed) == {"323": 1, "historie_prestaties": 1}


def test_source_without_term_is_kept(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    assert werkmap.intake().retention({}, date(2100, 1, 1)).removed == {}


def test_quarantine_is_emptied_after_its_own_term(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    assert werkmap.intake().retention({"quarantaine": 1}, date(2023, 5, 31)).removed == {}
    result = werkmap.intake().retention({"quarantaine": 1}, date(2023, 6, 1))
    assert (dict(result.removed), result.rebuild_needed) == ({"quarantaine": 1}, False)
    assert list(werkmap.paths.quarantine.iterdir()) == []


def test_file_that_was_destroyed_is_not_taken_in_again(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    werkmap.intake().retention({"berichten": 7}, TODAY)
    werkmap.intake().rebuild(NOW)
    result = werkmap.take_in(inbox / "oud.xml")
    assert (result.taken_in, result.already_known) == (0, 1)
    assert numbers(werkmap) == [2]


@pytest.mark.parametrize(
    ("terms", "message"), [({"berchten": 7}, "bestaat niet"), ({"berichten": -1}, "negatief")]
)
def test_impossible_term_is_named_before_anything_goes(
    werkmap: Werkmap, inbox: Path, terms: dict[str, int], message: str
) -> None:
    filled(werkmap, inbox)
    with pytest.raises(IntakeProblem, match=message):
        werkmap.intake().retention(terms, TODAY)
    assert not werkmap.journal().files("removed")


def test_every_source_can_have_a_term() -> None:
    assert {"berichten", "301", "325", "aanleveringen", "producten", "quarantaine"} <= set(allowed_names())


def test_records_rebuilt_from_the_archive_are_the_same(werkmap: Werkmap, inbox: Path) -> None:
    filled(werkmap, inbox)
    write(inbox, {"groot.xml": declaratie(9, persons=2500, lines=3)})
    werkmap.take_in(inbox)
    before = werkmap.records()
    for file in werkmap.paths.records.rglob("*.parquet"):
        file.unlink()
    result = werkmap.intake().rebuild(NOW)
    assert (result.taken_in, result.set_aside) == (6, 0)
    assert werkmap.records() == before
    assert werkmap.journal().record_paths() == {
        str(path.relative_to(werkmap.paths.records)) for path in werkmap.paths.records.rglob("*.parquet")
    }
