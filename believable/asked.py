"""What people asked, what came of it, and how they found it: by the tables that the town delivers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from wijzer.example.town.life import Life

Figures = dict[str, Any]
Row = dict[str, Any]
INQUIRY, DECISION = 42, 14
"""Days for the inquiry after a melding, and for the decision after a request (Wmo 2015, 2.3.2 and 2.3.5)."""


WORKING_AGE = (15, 64)
"""First and last year of age of the residents among whom benefits are counted, as the town sets them."""


def measure(life: Life) -> Figures:
    """Add up the tables of the pyramid of one gemeente."""
    tables = {name: list(rows) for name, rows in life.pyramid.tables()}
    start = life.desk.settings.start
    workers = sum(
        person.lives_here(start) and WORKING_AGE[0] <= person.age(start) <= WORKING_AGE[1]
        for person in life.population.people
    )
    requests = tables["meldingen"]
    really = _really(life)
    return {
        "requests": {
            wet: Counter(row["gemeld_op"].year for row in requests if row["wet"] == wet)
            for wet in ("wmo", "jw")
        },
        "by": {wet: _shares(requests, wet, "ingang") for wet in ("wmo", "jw")},
        "came_of_it": {wet: _shares(requests, wet, "afhandeling") for wet in ("wmo", "jw")},
        "in_time": _in_time(requests),
        "survey": _survey(tables["clientervaring"]),
        "response": _response(tables["clientervaring"]),
        "content": _content(really),
        "days_to_outcome": {
            wet: round(really[wet, "wachtdagen_toegang"] / really[wet, "afgehandeld"], 1)
            for wet in ("wmo", "jw")
        },
        "counted_at_meeting_places": round(
            100 * really[None, "nulde_lijn_deelnemers_geteld"] / really[None, "nulde_lijn_deelnemers"], 1
        ),
        "benefits": round(1000 * _benefits(tables["participatie"], start.year, "personen") / workers, 1),
        "homes_on_benefit": round(
            1000 * _benefits(tables["participatie"], start.year, "huishoudens") / workers, 1
        ),
        "behind_at_school": {
            row["jaar"]: round(100 * row["risico_achterstand"] / row["leerlingen"], 1)
            for row in tables["onderwijs"]
        },
        "objections": _by_year(tables["bezwaren"]),
        "complaints": _by_year(tables["klachten"]),
        "waiting": _waiting(tables["wachtlijst"]),
        "monitor": {
            f"{row['cijfer']} {row['jaar']}": _decimal(row["waarde"]) for row in tables["monitorcijfers"]
        },
    }


def _really(life: Life) -> Counter[tuple[str | None, str]]:
    """Add up the truth of the pyramid over all years, by law and figure."""
    counted: Counter[tuple[str | None, str]] = Counter()
    for row in life.pyramid.told():
        counted[row["wet"], row["cijfer"]] += row["waarde"]
    return counted


def _content(really: Counter[tuple[str | None, str]]) -> dict[str, float]:
    """Return by subject the share of all clients that is content, whether they answered or not."""
    found = {}
    for (wet, figure), count in sorted(really.items(), key=str):
        if figure.startswith("oordelen_"):
            subject = figure.removeprefix("oordelen_")
            found[f"{wet} {subject}"] = round(100 * really[wet, f"tevreden_{subject}"] / count, 1)
    return found


def _decimal(cell: object) -> float:
    """Return a number that stands in a table in Dutch notation."""
    return float(str(cell).replace(",", "."))


def _shares(rows: Iterable[Row], wet: str, column: str) -> dict[str, float]:
    counted = Counter(row[column] for row in rows if row["wet"] == wet)
    total = counted.total()
    return {name: round(100 * count / total, 1) for name, count in sorted(counted.items())}


def _in_time(requests: Iterable[Row]) -> dict[str, float]:
    """Return the share of inquiries and decisions of the Wmo that were ready within their term."""
    inquiries, decisions = [], []
    for row in requests:
        if row["wet"] != "wmo":
            continue
        if row["onderzoek_klaar_op"]:
            inquiries.append((row["onderzoek_klaar_op"] - row["gemeld_op"]).days <= INQUIRY)
        if row["aanvraag_op"] and row["besluit_op"]:
            decisions.append((row["besluit_op"] - row["aanvraag_op"]).days <= DECISION)
    return {
        "inquiry": round(100 * sum(inquiries) / len(inquiries), 1),
        "decision": round(100 * sum(decisions) / len(decisions), 1),
    }


def _survey(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """Return by subject and year the weighted share of the answers that is positive."""
    good: dict[tuple[str, int], float] = defaultdict(float)
    all_: dict[tuple[str, int], float] = defaultdict(float)
    for row in rows:
        if row["positief"] is not None:
            key = (f"{row['wet']} {row['onderwerp']}", row["jaar"])
            all_[key] += _decimal(row["gewogen_aantal"])
            good[key] += _decimal(row["gewogen_aantal"]) if row["positief"] else 0
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for subject, year in sorted(all_):
        found[subject][str(year)] = round(100 * good[subject, year] / all_[subject, year], 1)
    return dict(found)


def _response(rows: Iterable[Row]) -> dict[str, float]:
    asked = {(row["wet"], row["jaar"]): (row["ingevuld"], row["uitgenodigd"]) for row in rows}
    return {
        wet: round(
            100
            * sum(answered for (law, _), (answered, _) in asked.items() if law == wet)
            / sum(invited for (law, _), (_, invited) in asked.items() if law == wet),
            1,
        )
        for wet in ("wmo", "jw")
    }


def _benefits(rows: Iterable[Row], year: int, of: str) -> float:
    """Return the mean number of people (or households) with bijstand in a year."""
    found = [row[of] for row in rows if row["jaar"] == year and row["regeling"] == "bijstand"]
    return sum(found) / len(found)


def _by_year(rows: Iterable[Row]) -> dict[int, int]:
    return dict(sorted(Counter(row["ontvangen_op"].year for row in rows).items()))


def _waiting(rows: Iterable[Row]) -> dict[str, dict[int, int]]:
    """Return how many wait at the end of each year, at the gemeente and at providers."""
    found: dict[str, Counter[int]] = {"toegang": Counter(), "aanbieder": Counter()}
    for row in rows:
        day: date = row["peildatum"]
        if (day.month, day.day) == (12, 31):
            found[row["waar"]][day.year] += row["wachtenden"]
    return {where: dict(sorted(counted.items())) for where, counted in found.items()}
