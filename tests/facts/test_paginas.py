"""The pages about the facts say what the declarations say."""

from __future__ import annotations

from pathlib import Path

from wijzer.facts.reference import pages
from wijzer.facts.tables import TABLES


def test_pages_in_the_manual_are_current(root: Path) -> None:
    folder = root / "docs" / "feiten"
    kept = {f"feiten/{path.name}": path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert kept == dict(pages())


def test_every_column_and_value_stands_on_its_page() -> None:
    made = pages()
    for name, table in TABLES.items():
        page = made[f"feiten/{name}.md"]
        for column in table.columns:
            assert f"| `{column.name}` |" in page
            for value, meaning in column.values:
                assert f"| `{column.name}` | `{value}` | {meaning} |" in page


def test_meanings_are_whole_sentences() -> None:
    for table in TABLES.values():
        texts = [table.grain, *table.caveats]
        for column in table.columns:
            texts += [column.meaning, *([column.caveat] if column.caveat else [])]
        for text in texts:
            assert text[0].isupper(), text
            assert text.endswith("."), text
