"""Large messages and many small ones: flat memory, findings booked per file, the same whatever the size."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.measure import measured
from tests.intake.werkmap import BSNS, Werkmap, declaratie, toewijzing, write
from wijzer.intake import taker

MEMORY_MB = 400


def large(path: Path, megabytes: int) -> int:
    """Write one valid 323 of about that size, streaming; return its number of lines."""
    content = declaratie(1, persons=1, lines=1)
    start, end = content.index(b"<wmo323:Client>"), content.index(b"</wmo323:Clienten>")
    client = content[start:end]
    count = (megabytes << 20) // len(client)
    with path.open("wb") as file:
        file.write(content[:start])
        for number in range(count):
            person = BSNS[number % len(BSNS)].encode()
            file.write(client.replace(BSNS[0].encode(), person).replace(b"R1-0-0", b"R%d" % number))
        file.write(content[end:])
    return count


@pytest.mark.parametrize(
    "megabytes", [40, pytest.param(1000, marks=pytest.mark.long)], ids=["40 MB", "1000 MB"]
)
def test_large_message_is_read_in_flat_memory(tmp_path: Path, megabytes: int) -> None:
    lines = large(tmp_path / "groot.xml", megabytes)
    found = measured(tmp_path / "werkmap", tmp_path / "groot.xml")
    assert found["outcomes"] == [["taken_in", "WMO323", None, 1 + 2 * lines]]
    assert found["peak_mb"] < MEMORY_MB
    rows = Werkmap(tmp_path / "werkmap").records()["b323_prestatie"]
    assert rows.num_rows == lines
    assert rows["regel"].to_pylist() == list(range(1, lines + 1))
    assert rows["ouder"].to_pylist() == list(range(1, lines + 1))


def test_large_message_that_is_wrong_at_its_end_leaves_nothing(werkmap: Werkmap, tmp_path: Path) -> None:
    large(tmp_path / "groot.xml", 40)
    with (tmp_path / "groot.xml").open("r+b") as file:
        file.seek(-30, 2)
        file.truncate()
    (outcome,) = werkmap.take_in(tmp_path / "groot.xml").outcomes
    assert outcome.status == "set_aside"
    assert werkmap.records() == {}
    assert list(werkmap.paths.archive.iterdir()) == []
    assert {path.suffix for path in werkmap.paths.quarantine.iterdir()} == {".txt", ".pak"}


def test_message_read_whole_and_in_pieces_gives_the_same_records(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write(tmp_path / "in", {"a.xml": declaratie(1, persons=40, lines=5), "b.xml": toewijzing(1)})
    whole, pieces = Werkmap(tmp_path / "heel"), Werkmap(tmp_path / "delen")
    whole.take_in(folder)
    monkeypatch.setattr(taker, "SMALL", 1000)
    pieces.take_in(folder)
    assert whole.records() == pieces.records()


def test_doubled_large_file_is_known(werkmap: Werkmap, inbox: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taker, "SMALL", 1000)
    write(inbox, {"a.xml": toewijzing(1), "b.xml": toewijzing(1), "c.xml": toewijzing(2)})
    result = werkmap.take_in(inbox)
    assert (result.taken_in, result.already_known) == (2, 1)
    assert len(list(werkmap.paths.archive.glob("*.pak"))) == 2


def test_findings_of_rules_do_not_stop_a_message_and_are_booked_per_file(
    werkmap: Werkmap, inbox: Path
) -> None:
    wrong = toewijzing(2, 1).replace(BSNS[1].encode(), b"999900007")
    write(inbox, {"a.xml": toewijzing(1, 0), "b.xml": wrong, "c.xml": toewijzing(3, 2)})
    outcomes = werkmap.take_in(inbox).outcomes
    assert [o.status for o in outcomes] == ["taken_in"] * 3
    assert outcomes[1].warnings > outcomes[0].warnings == outcomes[2].warnings
    remarks = werkmap.journal().remarks()
    (found,) = [remark for remark in remarks if "CS002" in remark[0]]
    assert found[2].endswith("Client/Bsn")
    assert found[3] == 1
    assert "999900007" not in str(remarks)
