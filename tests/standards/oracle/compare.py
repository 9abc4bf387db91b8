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


def our_type(name: str) -> MessageType:
    return message_type("jw" if name.startswith("JW") else "wmo", name[-3:])


class OurPath:
    """What intake does with one file, up to its verdict, both as a whole and in pieces."""

    def __init__(self, ours: MessageType) -> None:
        self.ours = ours
        self.readers = (Reader(ours), Reader(ours, whole=0))

    def accepts(self, document: bytes) -> bool:
        whole, pieces = (self._read(reader, document) for reader in self.readers)
        assert whole == pieces, (
            "a file read as a whole and in pieces gives the same rows or is rejected twice"
        )
        return whole is not None

    def _read(self, reader: Reader, document: bytes) -> tuple[dict[str, Any], dict[str, Any]] | None:
        stream = io.BytesIO(document)
        if recognise(stream).message_type is not self.ours:
            return None
        stream.seek(0)
        columns = MessageColumns(self.ours)
        try:
            reader.read(stream, columns)
        except MessageRejected as caught:
            rejected = caught
        else:
            return columns.rows, columns.meta
        assert rejected.findings
        assert len(columns) == 0
        return None


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
    return result.as_dict()


class _Result:
    def __init__(self, name: str, oracle: Oracle) -> None:
        self.name, self.official = name, oracle.official
        self.compared = self.valid = self.mutated = self.mutated_valid = self.items = 0
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
