"""What may not be in the repository: reference material, absolute paths, secrets, data of persons."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from tests.meta.tracked import text_of, tracked_files

# Files that may be binary.
BINARY = {".png", ".parquet", ".xlsx"}
LARGEST = 1_500_000
# Runs of this many words in a row in common with a reference text count as copied.
RUN = 40
ABSOLUTE = re.compile(r"(?<![\w.:/{}<])/(?:home|root|work|Users|tmp|opt|mnt|var/folders)/[\w.-]+")
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----|AKIA[0-9A-Z]{16}|ghp_[0-9A-Za-z]{36}|glpat-[0-9A-Za-z_-]{20}"
)
REGISTRY = re.compile(
    r"pythonhosted\.org|pypi\.org/simple|registry\.npmjs|deb\.debian\.org|--(?:extra-)?index-url"
)
PROSE = {".xsd", ".txt", ".xml", ".md"}
RULES = {"regels.csv", "condities_constraints.csv"}
KEPT_OUT = ("*.sleutel", "*.pem", "*.sqlite3", "*.duckdb", ".env", "*.p12")


@pytest.fixture(scope="module")
def files(root: Path) -> list[Path]:
    return tracked_files(root)


@pytest.fixture(scope="module")
def texts(root: Path, files: list[Path]) -> dict[str, str]:
    read = {path.relative_to(root).as_posix(): text_of(path) for path in files}
    return {name: text for name, text in read.items() if text is not None}


def _lines_that_match(texts: dict[str, str], pattern: re.Pattern[str], skip: set[str]) -> list[str]:
    return [
        f"{name}:{number}"
        for name, text in texts.items()
        if name not in skip
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_binary_file_but_pictures_and_test_tables(root: Path, files: list[Path]) -> None:
    binary = [path.relative_to(root).as_posix() for path in files if text_of(path) is None]
    assert [name for name in binary if Path(name).suffix not in BINARY] == []


def test_no_file_is_large(root: Path, files: list[Path]) -> None:
    assert [path.name for path in files if path.stat().st_size > LARGEST] == []


def test_no_key_or_database_is_kept(root: Path, files: list[Path]) -> None:
    assert [path.name for path in files if any(path.match(pattern) for pattern in KEPT_OUT)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(ABSOLUTE, id="absolute path of one machine"),
        pytest.param(SECRETS, id="secret"),
        pytest.param(REGISTRY, id="host of a package registry"),
    ],
)
def test_no_line_holds(texts: dict[str, str], pattern: re.Pattern[str]) -> None:
    this = "tests/meta/test_tracked_files.py"
    assert _lines_that_match(texts, pattern, {this}) == []


def test_every_text_ends_in_one_line_end(texts: dict[str, str]) -> None:
    prose = {name: text for name, text in texts.items() if name.endswith((".py", ".md", ".toml"))}
    assert [name for name, text in prose.items() if text and not text.endswith("\n")] == []


def _reference_files(shared: Path) -> list[Path]:
    return [path for path in shared.rglob("*") if path.is_file() and path.stat().st_size > 0]


def test_no_reference_file_is_committed(root: Path, shared: Path, files: list[Path]) -> None:
    theirs = {hashlib.sha256(path.read_bytes()).digest() for path in _reference_files(shared)}
    same = [path.name for path in files if hashlib.sha256(path.read_bytes()).digest() in theirs]
    assert same == []


def _runs(text: str) -> set[int]:
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[at : at + RUN])) for at in range(len(words) - RUN + 1)}


def test_no_long_piece_of_a_reference_text_is_copied(shared: Path, texts: dict[str, str]) -> None:
    """Schemas, public documents, tables: cited in a few words, never copied at length.

    Left out are our own papers, and number tables, in which equal runs mean nothing.
    """
    ours = {"design.md", "domain.md", "style.md", "README.md"}
    theirs: set[int] = set()
    for path in _reference_files(shared):
        text = text_of(path)
        if text is not None and path.name not in ours and (path.suffix in PROSE or path.name in RULES):
            theirs |= _runs(text)
    assert theirs
    copied = [name for name, text in texts.items() if _runs(text) & theirs]
    assert copied == []
