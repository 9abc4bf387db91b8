"""Reading a message and writing it again gives an equal message, for every type and every kind of value."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from tests.standards.oracle import seeds
from tests.standards.oracle.compare import our_type
from tests.standards.oracle.schemas import NAMES, Oracle, load
from wijzer.messages import MessageColumns, Reader, write

VARIED = 60


def as_schema_sees_it(oracle: Oracle, message: etree._Element) -> list[tuple[int, str, str]]:
    """Depth, tag and value of each element, after the schema's own treatment of white space."""
    by_path = {particle.path: particle for particle in oracle.root.walk()}
    seen = []
    for element in message.iter(etree.Element):
        path = tuple(etree.QName(step).localname for step in (*reversed([*element.iterancestors()]), element))
        particle = by_path[path]
        value = "" if particle.base is None else "".join(element.itertext())
        value = " ".join(value.split()) if particle.base not in {None, "string"} else value
        seen.append((len(path), element.tag, value))
    return seen


def messages(oracle: Oracle, shared: Path, seed: int) -> list[bytes]:
    random = Random(f"{seed} {oracle.name} round trip")
    found = [item.document for item in seeds.seeds(oracle) if item.meant_valid]
    found += [etree.tostring(seeds.varied(oracle, random)) for _ in range(VARIED)]
    found += [file.read_bytes() for file in (shared / "istandaarden/voorbeelden").glob(f"{oracle.name}*.xml")]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize("name", NAMES)
def test_reading_and_writing_gives_an_equal_message(shared: Path, seed: int, name: str) -> None:
    oracle = load(shared, name)
    documents = messages(oracle, shared, seed)
    columns = MessageColumns(our_type(name))
    reader = Reader(columns.message_type)
    for document in documents:
        reader.read(io.BytesIO(document), columns)

    written = write(columns)

    assert len(written) == len(documents)
    for document, again in zip(documents, written, strict=True):
        assert oracle.accepts(again)
        before, after = etree.fromstring(document), etree.fromstring(again)
        assert as_schema_sees_it(oracle, before) == as_schema_sees_it(oracle, after)
