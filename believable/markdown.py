"""Parts of a Markdown page: tables, numbers and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

FOLDER = "images/model_municipality"
Towns = Mapping[str, Any]
NAMES = {"0293": "Westervoort", "0226": "Duiven"}


def across(towns: Towns, cell: Callable[[Any], str]) -> tuple[str, ...]:
    """Return one cell for each gemeente."""
    return tuple(cell(one) for one in towns.values())


def names(towns: Towns) -> tuple[str, ...]:
    """Return the names of the gemeenten, as heads of columns."""
    return tuple(NAMES[code] for code in towns)


def paragraph(*sentences: str) -> Iterator[str]:
    """Yield sentences as one paragraph."""
    yield " ".join(sentences)
    yield ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table: words to the left in the first column, numbers to the right in the others."""
    yield "| " + " | ".join(head) + " |"
    yield "| --- |" + " ---: |" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def picture(name: str, alt: str) -> Iterator[str]:
    """Yield a picture with its words for who cannot see it."""
    yield f"![{alt}]({FOLDER}/{name}.svg)"
    yield ""


def number(value: float | None, decimals: int = 0) -> str:
    """Write a number with commas between thousands; – for one that is absent."""
    return "–" if value is None else f"{value:,.{decimals}f}"


def per_cent(value: float | None, decimals: int = 1) -> str:
    """Write a share."""
    return "–" if value is None else f"{value:.{decimals}f}%"


def off(value: float | None, published: float | None, decimals: int = 0) -> str:
    """Write by how much a value differs from what was published, in per cent of that."""
    if value is None or not published:
        return "–"
    return f"{100 * (value - published) / published:+.{decimals}f}%"


def points(value: float | None, published: float | None, decimals: int = 1) -> str:
    """Write by how many (per cent) points a value differs from what was published."""
    return "–" if value is None or published is None else f"{value - published:+.{decimals}f}"
