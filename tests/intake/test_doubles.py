"""Two processes that read the same content at the same moment: it counts once, and lies in one pack."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from tests.intake.werkmap import (
    GEMEENTEN,
    KEY,
    NOW,
    PRODUCT,
    PRODUCTEN,
    Werkmap,
    csv,
    declaratie,
    toewijzing,
    write,
)
from wijzer.intake import Keys
from wijzer.intake.doubles import Doubles
from wijzer.intake.journal import Journal
from wijzer.intake.packs import PackReader
from wijzer.intake.settings import Settings
from wijzer.intake.sources import expand
from wijzer.intake.taker import Taker


def test_what_two_processes_took_at_once_counts_once(werkmap: Werkmap, tmp_path: Path) -> None:
    shared = {"a.xml": toewijzing(1), "p.csv": csv(PRODUCTEN, PRODUCT).encode()}
    folders = [
        write(tmp_path / "een", {**shared, "b.xml": toewijzing(2)}),
        write(tmp_path / "twee", {**shared, "c.xml": declaratie(3)}),
        write(tmp_path / "drie", shared),
    ]
    settings = Settings(werkmap.paths, Keys.from_text(KEY, "de test"), GEMEENTEN, {})
    werkmap.paths.create()
    journal = Journal.open(werkmap.paths, settings.keys.check)
    manifests = []
    for folder in folders:
        taker = Taker(settings, journal)
        assert [m for source in expand([folder]) for m in taker.take(source)] == []
        manifests += taker.finish()
    doubles = Doubles(settings)
    for manifest in manifests:
        doubles.take_out(manifest)
        journal.commit(manifest, NOW.isoformat(), "inname", settings.keys.names)
    journal.close()

    outcomes = Counter(file.status for manifest in manifests for file in manifest.files)
    assert outcomes == {"taken_in": 4, "already_known": 4}
    assert len(werkmap.rows("b301_bericht")) == 2
    assert len(werkmap.rows("b323_prestatie")) == 1
    assert len(werkmap.rows("t_producten")) == 1
    known = werkmap.journal()
    assert {path.name for path in werkmap.paths.archive.iterdir()} == {
        Path(pack).name for pack in known.packs()
    }
    sizes = []
    for file in known.files("taken_in"):
        with PackReader(werkmap.paths.data / (file.pack or ""), settings.keys.archive) as pack:
            sizes.append(len(pack.read(file.offset)))
    assert sorted(sizes) == sorted(file.size for file in known.files())
    archived = sum(path.stat().st_size for path in werkmap.paths.archive.iterdir())
    assert archived < sum(sizes) + 2 * 40 + 4 * 29 + 1, "the second copy is gone from the disk"

    alone = Werkmap(tmp_path / "alleen")
    alone.take_in(*folders)
    assert werkmap.records() == alone.records()
