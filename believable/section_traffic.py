"""The section on message traffic: how late, how often refused or corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from believable.markdown import NAMES, Towns, across, names, number, paragraph, per_cent, table
from believable.traffic import DAYS

TERMS = {
    "retour": "a return on any message (3)",
    "start": "a start, from its day or the toewijzing (5)",
    "stop": "a stop, from its day (5)",
    "declaratie_antwoord": "the answer to a declaration (10)",
    "verzoek_antwoord": "the answer to a request (5)",
    "verzoek_onderzoek": "the answer after an inquiry (8 weeks)",
}
MESSAGES = {
    "301": "toewijzing",
    "305": "start",
    "307": "stop",
    "315": "request",
    "317": "request to change",
    "319": "answer to a request",
    "323": "declaration",
    "325": "answer to a declaration",
}
PARTIES = {"all": "all", "gemeente": "the gemeente", "aanbieders": "providers"}


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## Message traffic"
    yield ""
    yield from paragraph(
        "No figure on delays, refusals or corrections is published; the programme wants 95% in time."
    )
    years = list(towns["0293"]["traffic"]["timely"])
    rows = []
    for code, one in towns.items():
        for key, words in PARTIES.items():
            shares = (per_cent(one["traffic"]["timely"][year][key]) for year in years)
            rows.append((f"{NAMES[code]}: {words}", *shares))
    yield from table(("Terms met (wanted: 95%)", *years), rows)
    yield from _delays(towns)
    yield from _quality(towns)
    kinds = sorted({kind for one in towns.values() for kind in one["traffic"]["planted"]})
    yield from table(
        ("Planted trouble", *names(towns)),
        [_row(towns, kind, ("planted", kind), number) for kind in kinds],
    )


def _delays(towns: Towns) -> Iterator[str]:
    rows = []
    for kind, words in TERMS.items():
        found = [one["traffic"]["delays"].get(kind) for one in towns.values()]
        known = [one for one in found if one]
        total = sum(one[0] for one in known)
        if total:
            shares = [sum(one[0] * one[at] for one in known) / total for at in range(1, len(DAYS) + 1)]
            rows.append((words, number(total), *(per_cent(share, 0) for share in shares)))
    yield from table(("Working days until … (term)", "Number", *map(str, DAYS)), rows)


def _row(
    towns: Towns, words: str, path: tuple[str, ...], how: Callable[[float | None], str]
) -> tuple[str, ...]:
    """Return a row: words, and what stands at a path in the figures of each gemeente."""

    def cell(one: Any) -> str:
        found: Any = one["traffic"]
        for key in path[:-1]:
            found = found[key]
        return how(found.get(path[-1], 0))

    return (words, *across(towns, cell))


def _share(value: float | None) -> str:
    return per_cent(value, 2)


def _quality(towns: Towns) -> Iterator[str]:
    rows = [
        _row(towns, f"Messages of {kind} ({words})", ("sent", kind), number)
        for kind, words in MESSAGES.items()
    ]
    for kind in ("301", "305", "307"):
        rows.append(_row(towns, f"{kind} that were refused", ("refused", kind), _share))
    for kind, words in (("305", "starts"), ("307", "stops")):
        rows.append(
            _row(towns, f"Told {words} that fell away (refused, corrected)", ("corrected", kind), _share)
        )
        rows.append(_row(towns, f"Real {words} of which nothing was told", ("silent", kind), _share))
    rows += [
        _row(towns, "Declared lines that were refused", ("lines", "geweigerd"), _share),
        _row(towns, "Declared lines that were never answered", ("lines", "wacht"), _share),
        _row(towns, "Declared lines that are credits", ("credits",), _share),
        _row(towns, "Messages whose receipt is in the log", ("logged",), _share),
    ]
    yield from table(("Six years", *names(towns)), rows)
