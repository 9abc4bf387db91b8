"""Looks for what names a person in everything under a folder: decoded cells and texts, not raw bytes.

Parquet (cells, column names, metadata), SQLite (every cell of every table), zip and XLSX (every part, also
zips in zips), gzip, text, HTML, SVG, JSON, CSV and XML; whatever else is read as text in three encodings.
Text is compared as it is, without markup, unescaped (HTML, JSON, percent), without the dots and spaces
that people put in numbers, and without case.

    hits = scan(folder, needles)
    assert not hits, report(hits)
"""

from __future__ import annotations

import gzip
import html
import io
import re
import sqlite3
import tempfile
import urllib.parse
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

_TAGS = re.compile(r"<[^>]*>")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"\w+")
_IN_NUMBER = re.compile(r"(?<=\d)[ .\-](?=\d)")
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_PIECE = 4 << 20
_LAP = 400


@dataclass(frozen=True)
class Needle:
    """Something that must be found nowhere: its kind (``bsn``, ``naam``, ``adres``, …) and its text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Hit:
    """Where something was found that must not be there."""

    place: str
    needle: Needle


def report(hits: Iterable[Hit]) -> str:
    """Return the hits as lines."""
    return "\n".join(f"{hit.place}: {hit.needle.kind} {hit.needle.text!r}" for hit in hits)


def scan(folder: Path, needles: Iterable[Needle]) -> list[Hit]:
    """Search every file under ``folder``, and every file name."""
    wanted = _prepared(needles)
    hits = []
    for path in sorted(folder.rglob("*")):
        place = str(path.relative_to(folder))
        hits += _search(f"{place} (name)", place, wanted)
        if path.is_file():
            hits += [hit for where, text in _texts(place, path) for hit in _search(where, text, wanted)]
    return hits


def scan_text(place: str, text: str, needles: Iterable[Needle]) -> list[Hit]:
    """Search one text, such as what a program printed."""
    return _search(place, text, _prepared(needles))


@dataclass(frozen=True)
class _Wanted:
    """Needles of one word, looked up among the words of a text, and all others, searched for."""

    words: dict[str, list[Needle]]
    phrases: list[tuple[str, re.Pattern[str], Needle]]


def _prepared(needles: Iterable[Needle]) -> _Wanted:
    words: dict[str, list[Needle]] = {}
    phrases = []
    for needle in needles:
        text = _SPACE.sub(" ", needle.text.strip().casefold())
        assert len(text) >= 4, f"{needle} is too short to be searched for"
        if _WORD.fullmatch(text):
            words.setdefault(text, []).append(needle)
        else:
            phrases.append((text, re.compile(rf"(?<!\w){re.escape(text)}(?!\w)"), needle))
    return _Wanted(words, phrases)


def _search(place: str, text: str, wanted: _Wanted) -> list[Hit]:
    found: dict[Needle, None] = {}
    for start in range(0, max(len(text), 1), _PIECE):
        piece = text[start : start + _PIECE + _LAP]
        for variant in _variants(piece):
            for word in wanted.words.keys() & set(_WORD.findall(variant)):
                found.update(dict.fromkeys(wanted.words[word]))
            for phrase, pattern, needle in wanted.phrases:
                if phrase in variant and pattern.search(variant):
                    found[needle] = None
    return [Hit(place, needle) for needle in found]


def _variants(text: str) -> Iterator[str]:
    plain = _SPACE.sub(" ", text.casefold())
    seen = {plain}
    yield plain
    unescaped = html.unescape(_JSON_ESCAPE.sub(lambda hit: chr(int(hit.group(1), 16)), text))
    for variant in (
        unescaped,
        _TAGS.sub("", unescaped),
        _TAGS.sub(" ", unescaped),
        urllib.parse.unquote(text),
        _IN_NUMBER.sub("", text),
    ):
        done = _SPACE.sub(" ", variant.casefold())
        if done not in seen:
            seen.add(done)
            yield done


def _texts(place: str, path: Path) -> Iterator[tuple[str, str]]:
    with path.open("rb") as file:
        head = file.read(16)
    if head.startswith(b"SQLite format 3"):
        yield from _sqlite(place, path)
    else:
        yield from _content(place, path.read_bytes())


def _content(place: str, content: bytes) -> Iterator[tuple[str, str]]:
    if content.startswith(b"PAR1"):
        yield from _parquet(place, content)
    elif content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        yield from _zip(place, content)
    elif content.startswith(b"\x1f\x8b"):
        yield from _content(f"{place} (gzip)", gzip.decompress(content))
    elif content.startswith(b"SQLite format 3"):
        with tempfile.NamedTemporaryFile(suffix=".sqlite3") as file:
            file.write(content)
            file.flush()
            yield from _sqlite(place, Path(file.name))
    else:
        for text in _decoded(content):
            yield place, text


def _decoded(content: bytes) -> Iterator[str]:
    """Yield the readings of bytes: one when they can only be UTF-8, else those in three encodings."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" not in text:
        yield text
        return
    for encoding in ("utf-8", "utf-16", "cp1252"):
        yield content.decode(encoding, "ignore")


def _zip(place: str, content: bytes) -> Iterator[tuple[str, str]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.infolist():
            yield f"{place} > {member.filename} (name)", member.filename
            if not member.is_dir():
                yield from _content(f"{place} > {member.filename}", archive.read(member))


def _parquet(place: str, content: bytes) -> Iterator[tuple[str, str]]:
    file = pq.ParquetFile(io.BytesIO(content))
    yield (
        f"{place} (metadata)",
        f"{file.schema_arrow.names} {file.schema_arrow.metadata} {file.metadata.metadata}",
    )
    for group in range(file.num_row_groups):
        table = file.read_row_group(group)
        for name in table.column_names:
            yield f"{place} column {name}", _cells(table.column(name))


def _cells(column: pa.ChunkedArray) -> str:
    return "\n".join("" if value is None else _readable(value) for value in column.unique().to_pylist())


def _sqlite(place: str, path: Path) -> Iterator[tuple[str, str]]:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            names = [one[0] for one in cursor.description]
            for row in cursor:
                for name, value in zip(names, row, strict=True):
                    if value is not None:
                        yield f"{place} {table}.{name}", _readable(value)
    finally:
        connection.close()


def _readable(value: object) -> str:
    return value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value)
