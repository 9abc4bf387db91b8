"""The section on what people asked, what came of it, and how they found it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from believable import published
from believable.asked import WORKING_AGE
from believable.markdown import NAMES, Towns, across, names, number, off, paragraph, per_cent, table

LAWS = {"wmo": "Wmo", "jw": "youth"}
WANTED = {"wmo huishoudelijke_ondersteuning": 85, "wmo kwaliteit_van_zorg": 75, "jw kwaliteit_van_zorg": 75}
BEHIND = 10
WORKING = "{} to {} years".format(*WORKING_AGE)


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## What people asked, and how they found it"
    yield ""
    yield from paragraph(
        "By the tables that the town delivers. But for benefits, only wishes and legal terms are published:",
        "they are not what a town must come out at.",
    )
    yield from _meldingen(towns)
    yield from _survey(towns)
    yield from _rest(towns)


def _meldingen(towns: Towns) -> Iterator[str]:
    for key, words in (("by", "Meldingen by who sent them"), ("came_of_it", "What came of meldingen")):
        columns = [(code, wet) for code in towns for wet in LAWS]
        kinds = sorted({kind for code, wet in columns for kind in towns[code]["asked"][key][wet]})
        rows = [
            (
                kind.replace("_", " "),
                *(per_cent(towns[code]["asked"][key][wet].get(kind, 0.0)) for code, wet in columns),
            )
            for kind in kinds
        ]
        yield from table((words, *(f"{NAMES[code]}, {LAWS[wet]}" for code, wet in columns)), rows)
    yield from paragraph("Nothing is published on these shares.")


def _survey(towns: Towns) -> Iterator[str]:
    rows = []
    for code, one in towns.items():
        for subject, years in one["asked"]["survey"].items():
            words = f"{NAMES[code]}: {subject.replace('_', ' ')}"
            wanted, true = per_cent(WANTED.get(subject), 0), per_cent(one["asked"]["content"].get(subject))
            rows.append((words, wanted, *map(per_cent, years.values()), true))
    years = list(next(iter(towns["0293"]["asked"]["survey"].values())))
    head = ("Wanted", *years, "Truth: all clients")
    yield from table(("Positive answers in the survey", *head), rows)
    response = ", ".join(
        f"{NAMES[code]} {LAWS[wet]} {per_cent(share, 0)}"
        for code, one in towns.items()
        for wet, share in one["asked"]["response"].items()
    )
    yield from paragraph(
        f"Answered by (six years together): {response}. The results of *Samen sterk* say that people were",
        "more content in 2020 than in 2019, without figures.",
    )


def _rest(towns: Towns) -> Iterator[str]:
    def row(words: str, there: str, cell: Callable[[Any], str]) -> tuple[str, ...]:
        return (words, there, *across(towns, lambda one: cell(one["asked"])))

    told = ", ".join(f"{NAMES[code]} {count}" for code, count in published.BENEFITS.items())
    years = list(towns["0293"]["asked"]["objections"])
    benefits = f"{told}; the Netherlands 40"
    rows = [
        row(
            f"Bijstand, people per 1,000 of {WORKING}, 2019", benefits, lambda one: number(one["benefits"], 1)
        ),
        row(
            f"Bijstand, households per 1,000 of {WORKING}, 2019",
            "–",
            lambda one: number(one["homes_on_benefit"], 1),
        ),
        row("Inquiry (Wmo) within six weeks", "legal term", lambda one: per_cent(one["in_time"]["inquiry"])),
        row(
            "Decision (Wmo) within two weeks", "legal term", lambda one: per_cent(one["in_time"]["decision"])
        ),
        row(
            "Pupils at risk of falling behind, 2019",
            f"wanted {BEHIND}%",
            lambda one: per_cent(one["behind_at_school"]["2019"]),
        ),
        row(
            "Days from melding to outcome: Wmo, youth (truth)",
            "–",
            lambda one: ", ".join(number(days, 0) for days in one["days_to_outcome"].values()),
        ),
        row(
            "Visitors of meeting places who were counted (truth)",
            "–",
            lambda one: per_cent(one["counted_at_meeting_places"], 0),
        ),
        row("Objections, year by year", "fewer in 2021 than before", lambda one: _list(one["objections"])),
        row("Complaints, year by year", "–", lambda one: _list(one["complaints"])),
        row("Waiting at the gemeente, end of each year", "–", lambda one: _list(one["waiting"]["toegang"])),
        row("Waiting at providers, end of each year", "–", lambda one: _list(one["waiting"]["aanbieder"])),
    ]
    yield from table((f"{years[0]}-{years[-1]}", "Published", *names(towns)), rows)
    people = " and ".join(f"{count} ({NAMES[code]})" for code, count in published.ON_BENEFIT.items())
    differs = " and ".join(
        f"{off(towns[code]['asked']['benefits'], told)} ({NAMES[code]})"
        for code, told in published.BENEFITS.items()
    )
    yield from paragraph(
        "Published: the vision says 28 per 1,000 residents of Duiven, and 40 for the country;",
        f"{published.KWB}, counts {people} people with bijstand, so it is per 1,000 of {WORKING}. The rates",
        f"of the town were set with the 28 in view. It differs {differs}.",
    )


def _list(counts: dict[str, int]) -> str:
    return ", ".join(str(count) for count in counts.values())
