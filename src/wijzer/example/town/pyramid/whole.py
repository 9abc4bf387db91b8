"""The pyramid of one gemeente as a whole: every table of it, and the truth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import (
    first_line,
    gatherings,
    grievances,
    income,
    monitor,
    oversight,
    provisions,
    really,
    registered,
    schooling,
    survey,
    waiting,
)
from wijzer.example.town.pyramid.meldingen import Melding, meldingen
from wijzer.example.town.pyramid.otherwise import Diverted, diverted

Row = dict[str, Any]


class Pyramid:
    """All that is asked, waited for and experienced in one gemeente; worked out when it is asked for."""

    def __init__(self, population: Population, desk: Desk) -> None:
        self._population = population
        self._desk = desk

    @cached_property
    def meldingen(self) -> list[Melding]:
        """All meldingen with their whole course."""
        return meldingen(self._population, self._desk, self.diverted)

    @cached_property
    def diverted(self) -> list[Diverted]:
        """Everybody whom a lever kept out of care."""
        return diverted(self._population, self._desk)

    @cached_property
    def surveys(self) -> list[survey.Survey]:
        """The client experience survey of every law and year."""
        return list(survey.surveys(self._desk))

    @cached_property
    def attended(self) -> list[gatherings.Quarter]:
        """Who came to the places of the nulde lijn in every quarter."""
        return gatherings.attendance(self._population, self._desk)

    @cached_property
    def supports(self) -> list[income.Support]:
        """All support of work and income, by person."""
        return income.supports(self._population, self._desk)

    @cached_property
    def figures(self) -> list[monitor.Figure]:
        """What holds of the adults, and what the monitor tells of it."""
        return list(monitor.figures(self._population, self._desk))

    def cases(self, last: date) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield the lists of cases and persons that the town keeps, as they stood on the last of a year."""
        desk = self._desk
        yield "meldingen", registered.melding_rows(desk, self.meldingen, last)
        yield "evaluaties", registered.evaluation_rows(desk, last)
        yield "pgb", registered.budget_rows(desk, last)
        yield "bezwaren", grievances.objection_rows(desk, self.meldingen, last)
        yield "klachten", grievances.complaint_rows(desk, self.surveys, last)
        yield "participatie_personen", income.person_rows(desk, self.supports, last)

    def earlier(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield the same lists of all years but the last, each with its year in the name."""
        for year in range(self._desk.settings.first_year, self._desk.settings.last_year):
            for name, rows in self.cases(date(year, 12, 31)):
                yield f"{name}_{year}", rows

    def tables(self) -> Iterator[tuple[str, Iterator[Row]]]:
        """Yield the tables that the town keeps and gets: name of the delivery, and rows."""
        people, desk = self._population, self._desk
        yield from self.cases(desk.settings.end)
        yield "wachtlijst", waiting.waiting_rows(desk, self.meldingen)
        yield "clientervaring", survey.survey_rows(desk, self.surveys)
        yield "nulde_lijn", gatherings.gathering_rows(desk, self.attended)
        yield "eerste_lijn", first_line.first_line_rows(desk, first_line.seen(people, desk, self.diverted))
        yield "onderwijs", schooling.education_rows(people, desk)
        yield "participatie", income.month_rows(desk, self.supports)
        yield "algemene_voorzieningen", provisions.general_rows(people, desk, self.diverted)
        yield "subsidies", provisions.grant_rows(desk)
        yield "centrumgemeente", provisions.centre_rows(people, desk)
        yield "toezicht", oversight.visit_rows(desk)
        yield "incidenten", oversight.incident_rows(desk)
        yield "monitorcijfers", monitor.monitor_rows(desk, self.figures)

    def told(self) -> Iterator[Row]:
        """Yield what really happened: the rows of ``truth/toegang.csv``."""
        yield from really.access(self._desk, self.meldingen)
        yield from really.experience(self._desk, self.surveys)
        yield from really.nulde_lijn(self._desk, self.attended)
        yield from really.adults(self._desk, self.figures)
