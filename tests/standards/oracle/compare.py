"""Compares our verdict with the oracle's, over seeds, examples and mutated messages of one type.

Ours goes through the very path that intake uses: recognise, then ``Reader.read`` on a stream.
"""

from __future__ import annotations

import io
import json
import multiprocessing
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

from lxml import etree

from tests.standards.oracle import mutations, seeds
from tests.standards.oracle.schemas import Oracle, load
from wijzer.messages import MessageColumns, MessageRejected, Reader, recognise
from wijzer.standards import MessageType, message_type

POOL = 40
DISAGREEMENTS_SHOWN = 20
ROWS_COMPARED_AFTER = 100


def our_type(name: str) -> MessageType:
    return message_type("jw" if name.startswith("JW") else "wmo", name[-3:])


class OurPath:
    """What intake does with one file, up to its verdict, in each of the three ways of reading.

    The ways keep their rows over many messages, as intake does, and these must be the same in the end:
    from the bytes of plain messages (where they qualify), from a tree, and in pieces.
    """

    def __init__(self, ours: MessageType) -> None:
        self.ours = ours
        self.readers = (Reader(ours), Reader(ours, plain=False), Reader(ours, whole=0))
        self.columns = [MessageColumns(ours) for _ in self.readers]
        self.plain = 0

    def accepts(self, document: bytes) -> bool:
        verdicts = {
            self._read(reader, columns, document)
            for reader, columns in zip(self.readers, self.columns, strict=True)
        }
        assert len(verdicts) == 1, "all ways of reading give the same verdict"
        assert len({tuple(columns.header.items()) for columns in self.columns}) == 1
        if self.columns[0].messages % ROWS_COMPARED_AFTER == 0:
            self.compare_rows()
        return verdicts.pop()

    def _read(self, reader: Reader, columns: MessageColumns, document: bytes) -> bool:
        stream = io.BytesIO(document)
        if recognise(stream).message_type is not self.ours:
            return False
        stream.seek(0)
        try:
            reader.read(stream, columns)
        except MessageRejected as caught:
            assert caught.findings  # noqa: PT017 - it ends the reading, and is part of the verdict
            columns.header = {}
            return False
        return True

    def compare_rows(self) -> None:
        """Demand that all ways have given the same rows and types of values, and begin anew."""
        self.plain += sum(map(len, self.columns[0].plain.values()))
        fast, *others = self.columns
        for other in others:
            assert fast.rows == other.rows
            assert fast.meta == other.meta
            assert all(fast.table(name).equals(other.table(name)) for name in fast.rows)
        for columns in self.columns:
            columns.clear()


def compare(shared: Path, name: str, seed: int, mutated: int) -> dict[str, Any]:
    """Compare all messages of one type; return counts, coverage and the first disagreements."""
    oracle, ours = load(shared, name), OurPath(our_type(name))
    result = _Result(name, oracle)
    covered: set[tuple[str, bool]] = set()
    for item in seeds.seeds(oracle):
        verdict = result.one(oracle, ours, f"seed {item.item}", item.document)
        if verdict == item.meant_valid:
            covered.add((item.item, verdict))
    wanted = seeds.items(oracle)
    result.missing = sorted(f"{'good' if good else 'bad'} {item}" for item, good in wanted - covered)
    result.items = len(wanted)
    for file in sorted((shared / "istandaarden" / "voorbeelden").glob(f"{name}*.xml")):
        result.one(oracle, ours, f"example {file.name}", file.read_bytes())
    random = Random(f"{seed} {name}")
    pool = [seeds.varied(oracle, random) for _ in range(POOL)]
    assert all(oracle.accepts(etree.tostring(message)) for message in pool)
    for _ in range(mutated):
        what, document = mutations.mutate(random.choice(pool), random)
        accepted = result.one(oracle, ours, what, document)
        result.mutated += 1
        result.mutated_valid += accepted
        result.kinds[what.partition("+")[0]] += 1
    ours.compare_rows()
    result.plain = ours.plain
    return result.as_dict()


class _Result:
    def __init__(self, name: str, oracle: Oracle) -> None:
        self.name, self.official = name, oracle.official
        self.compared = self.valid = self.mutated = self.mutated_valid = self.items = 0
        self.plain = 0
        self.missing: list[str] = []
        self.disagreements: list[str] = []
        self.kinds: Counter[str] = Counter()

    def one(self, oracle: Oracle, ours: OurPath, what: str, document: bytes) -> bool:
        theirs, own = oracle.accepts(document), ours.accepts(document)
        self.compared += 1
        self.valid += theirs
        if theirs != own:
            self.disagreements.append(f"{what}: oracle {theirs}, ours {own}: {document[:6000]!r}")
        return theirs

    def as_dict(self) -> dict[str, Any]:
        return {
            "type": self.name,
            "official": self.official,
            "compared": self.compared,
            "share_valid": round(self.valid / self.compared, 3),
            "mutated": self.mutated,
            "mutated_share_valid": round(self.mutated_valid / self.mutated, 3) if self.mutated else None,
            "read_from_bytes": self.plain,
            "coverage_items": self.items,
            "coverage_share": round(1 - len(self.missing) / self.items, 4),
            "missing": self.missing[:DISAGREEMENTS_SHOWN],
            "disagreements": len(self.disagreements),
            "first_disagreements": self.disagreements[:DISAGREEMENTS_SHOWN],
            "kinds": dict(self.kinds),
        }


def in_subprocess(shared: Path, name: str, seed: int, mutated: int, report: Path) -> dict[str, Any]:
    """Compare in a process of its own: a crash of the parser is a failure, not the end of the run."""
    context = multiprocessing.get_context("fork")
    process = context.Process(target=_write, args=(shared, name, seed, mutated, report))
    process.start()
    process.join()
    assert process.exitcode == 0, f"the comparison of {name} ended with exit code {process.exitcode}"
    found: dict[str, Any] = json.loads(report.read_text())
    return found


def _write(shared: Path, name: str, seed: int, mutated: int, report: Path) -> None:
    report.write_text(json.dumps(compare(shared, name, seed, mutated), ensure_ascii=False, indent=1))
