"""Every Dutch word in the names of tables, columns and indicators stands in the glossary."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import wijzer.facts.tables as fact_tables
from wijzer.facts.declaration import Table
from wijzer.indicators import register
from wijzer.intake.deliveries import delivery, delivery_names

# Joining words and words that are English too; everything else must be explained.
NOT_EXPLAINED = {"cent", "en", "is", "per"}
ROW = re.compile(r"^\| (?P<words>[\w, ]+) \| (?P<meaning>[^|]+) \| (?P<owner>[^|]+) \|$", re.MULTILINE)
OWNERS = {"standard", "law", "GGM", "CBS", "town", "ours"}


@pytest.fixture(scope="module")
def entries(root: Path) -> list[tuple[str, str, str]]:
    text = (root / "GLOSSARY.md").read_text(encoding="utf-8")
    table = text.split("| Word | English | Owner |")[1].split("\n## ")[0]
    rows = [found for found in ROW.finditer(table) if found["words"] != "---"]
    return [
        (word.strip(), row["meaning"].strip(), row["owner"].strip())
        for row in rows
        for word in row["words"].split(",")
    ]


def _tables() -> Iterator[Table]:
    for found in pkgutil.iter_modules(fact_tables.__path__, f"{fact_tables.__name__}."):
        module = importlib.import_module(found.name)
        yield from {id(one): one for one in vars(module).values() if isinstance(one, Table)}.values()


def _names() -> Iterator[tuple[str, str]]:
    for table in _tables():
        yield f"table {table.name}", table.name
        yield from ((f"{table.name}.{column}", column) for column in table.column_names)
    for name in delivery_names():
        yield f"delivery {name}", name
        yield from ((f"{name}.{column.name}", column.name) for column in delivery(name).columns)
    for indicator in register.all_indicators():
        yield f"indicator {indicator.id}", indicator.id
        yield from ((f"{indicator.id}.{part.id}", part.id) for part in indicator.parts)


def test_every_name_is_made_of_explained_words(entries: list[tuple[str, str, str]]) -> None:
    known = {word for word, _, _ in entries} | NOT_EXPLAINED
    unknown = {
        where: missing
        for where, name in _names()
        if name not in known and (missing := [word for word in name.split("_") if word not in known])
    }
    assert unknown == {}


def test_there_are_names_to_look_at() -> None:
    assert len(list(_tables())) >= 11
    assert len(delivery_names()) >= 12


def test_every_word_has_a_meaning_and_an_owner(entries: list[tuple[str, str, str]]) -> None:
    assert [word for word, meaning, owner in entries if not meaning or owner not in OWNERS] == []


def test_no_word_stands_twice(entries: list[tuple[str, str, str]]) -> None:
    words = [word for word, _, _ in entries]
    assert sorted({word for word in words if words.count(word) > 1}) == []
