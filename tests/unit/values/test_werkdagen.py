"""Working days: the calendar of the Algemene termijnenwet, by hand and against an own Easter."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.values.werkdagen import add_working_days, calendar, free_days, is_working_day

DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


def easter(year: int) -> date:
    """Gauss's rule, as an independent source of the movable days."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", range(2015, 2041))
def test_free_days_are_those_of_the_algemene_termijnenwet(year: int) -> None:
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    if kings_day.weekday() == 6:
        kings_day -= timedelta(days=1)
    expected = {
        date(year, 1, 1),
        sunday - timedelta(days=2),
        sunday + timedelta(days=1),
        kings_day,
        date(year, 5, 5),
        sunday + timedelta(days=39),
        sunday + timedelta(days=50),
        date(year, 12, 25),
        date(year, 12, 26),
    }
    assert {day for day in free_days(year) if day.weekday() < 5} == {d for d in expected if d.weekday() < 5}


def test_liberation_day_is_free_every_year_not_only_in_a_lustrum() -> None:
    assert not is_working_day(date(2022, 5, 5))
    assert not is_working_day(date(2023, 5, 5))


def test_a_term_over_easter_skips_friday_weekend_and_monday() -> None:
    # Thursday 14 April 2022 + 3 working days: Tuesday 19, Wednesday 20, Thursday 21 April.
    assert add_working_days(date(2022, 4, 14), 3) == date(2022, 4, 21)


def test_a_term_that_starts_on_saturday_counts_from_monday() -> None:
    assert add_working_days(date(2022, 6, 11), 1) == date(2022, 6, 13)


def test_a_negative_term_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        add_working_days(date(2022, 1, 3), -1)


@given(DAYS, st.integers(1, 60))
def test_the_calendar_counts_as_the_term_does(day: date, count: int) -> None:
    due = add_working_days(day, count)
    numbers = {d: number for d, _, number in calendar(day, due)}
    assert numbers[due] - numbers[day] == count
    assert is_working_day(due)
