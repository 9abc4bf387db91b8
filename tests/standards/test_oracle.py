"""Our verdict on a message equals that of the official schema, for every type, over many messages."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.standards.oracle.compare import in_subprocess, our_type
from tests.standards.oracle.schemas import NAMES

MUTATED = int(os.environ.get("WIJZER_MUTATED") or 5_000)
LEAST_VALID = 0.30
LEAST_PLAIN = 0.10
"""The share of all messages that is read from bytes, so that this way too is compared often."""


@pytest.mark.parametrize("name", NAMES)
def test_our_verdict_equals_that_of_the_official_schema(
    shared: Path, root: Path, seed: int, name: str
) -> None:
    folder = root / "build" / "oracle"
    folder.mkdir(parents=True, exist_ok=True)
    report = folder / f"{name}.json"
    report.unlink(missing_ok=True)

    found = in_subprocess(shared, name, seed, MUTATED, report)

    print(
        f"{name}{'' if found['official'] else ' (derived)'}: {found['compared']} messages compared,"
        f" {found['mutated_share_valid']:.0%} of the mutated valid,"
        f" coverage {found['coverage_share']:.1%} of {found['coverage_items']} items,"
        f" {found['disagreements']} disagreements"
    )
    assert found["disagreements"] == 0, "\n".join(found["first_disagreements"])
    assert found["missing"] == []
    assert found["mutated"] >= MUTATED
    assert found["mutated_share_valid"] >= LEAST_VALID
    assert found["read_from_bytes"] >= found["compared"] * LEAST_PLAIN
    assert found["official"] == our_type(name).official
    _summarise(folder)


def _summarise(folder: Path) -> None:
    """Write ``build/oracle.json``: the counts of all types compared so far, replaced in one step."""
    parts = [json.loads(file.read_text()) for file in sorted(folder.glob("*.json")) if file.stat().st_size]
    shown = [
        {key: part[key] for key in part if key not in {"first_disagreements", "missing", "kinds"}}
        for part in parts
    ]
    total = {
        "types": len(parts),
        "compared": sum(part["compared"] for part in parts),
        "disagreements": sum(part["disagreements"] for part in parts),
        "per_type": shown,
    }
    fresh = folder.parent / f"oracle.json.{os.getpid()}"
    fresh.write_text(json.dumps(total, indent=1))
    fresh.replace(folder.parent / "oracle.json")
