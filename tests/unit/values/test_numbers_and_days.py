"""BSN, AGB-code, gemeentecode, euro, peildatum and periode: small values that must never err."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijzer.values import agb_code, bsn, euro, gemeente_code, peildatum
from wijzer.values.periode import Periode


@given(st.integers(0, 999_999_999))
def test_a_bsn_is_valid_exactly_when_the_weighted_sum_is_a_multiple_of_eleven(number: int) -> None:
    text = f"{number:09d}"
    weighted = sum(int(d) * w for d, w in zip(text, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True))
    assert bsn.is_valid(text) == (weighted % 11 == 0 and number > 0)


@pytest.mark.parametrize("text", ["", "99990000", "9999000060", "99990000a", "٩٩٩٩٠٠٠٠٦", " 99990006"])
def test_what_is_not_nine_plain_digits_is_no_bsn(text: str) -> None:
    assert not bsn.is_valid(text)


@given(st.text("0123456789", max_size=20))
def test_digits_hold_a_bsn_exactly_when_nine_of_them_on_end_are_one(digits: str) -> None:
    windows = (digits[at : at + 9] for at in range(len(digits) - 8))
    assert bsn.is_within(digits) == any(map(bsn.is_valid, windows))


def test_a_bsn_in_a_file_name_is_blacked_out_and_other_numbers_stay() -> None:
    assert bsn.mask("map/999900006_123456789.xml") == f"map/{bsn.MASK}_123456789.xml"
    assert bsn.mask("20220401999900006") == "20220401999900006"


def test_an_agb_code_is_eight_digits_with_a_kind_and_a_number() -> None:
    assert agb_code.is_valid("42420001")
    assert not any(map(agb_code.is_valid, ("4242001", "00420001", "42000000", "4242000a", "")))


@pytest.mark.parametrize("text", ["0293", "293", "GM0293", " gm0293 "])
def test_a_gemeentecode_is_read_as_cbs_and_as_the_messages_write_it(text: str) -> None:
    assert gemeente_code.normalise(text) == "0293"


@pytest.mark.parametrize("text", ["", "GM", "00000", "Westervoort", "0000", "12345"])
def test_what_is_not_a_gemeentecode_gives_nothing(text: str) -> None:
    assert gemeente_code.normalise(text) is None


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1.234,56", 123456),
        ("1234,5", 123450),
        ("1234.56", 123456),
        ("1.234", 123400),
        ("-3,00", -300),
        ("€ 12", 1200),
        ("0", 0),
    ],
)
def test_dutch_and_plain_amounts_become_cents(text: str, cents: int) -> None:
    assert euro.parse_cents(text) == cents


@pytest.mark.parametrize("text", ["", "12,345", "1,2,3", "twaalf", "1.23,4", "1e5", "--1"])
def test_what_is_not_an_amount_is_nothing_never_zero(text: str) -> None:
    assert euro.parse_cents(text) is None


@given(st.integers(-(10**12), 10**12))
def test_an_amount_written_and_read_again_is_the_same(cents: int) -> None:
    assert euro.parse_cents(euro.format_cents(cents)) == cents


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_a_date_is_read_from_iso_and_dutch_writing(day: date) -> None:
    assert peildatum.parse(day.isoformat()) == day
    assert peildatum.parse(f"{day.day}-{day.month}-{day.year}") == day


@pytest.mark.parametrize("text", ["", "2022-02-30", "30-2-2022", "2022", "1-4-22", "01042022"])
def test_what_is_not_a_date_is_nothing(text: str) -> None:
    assert peildatum.parse(text) is None


@given(st.integers(1910, 2098), st.integers(0, 4), st.integers(1, 5))
def test_periods_of_a_kind_follow_each_other_without_gap(year: int, quarter: int, years: int) -> None:
    periode = Periode(year, quarter, 1 if quarter else years)
    assert Periode.parse(str(periode)) == periode
    assert periode.next().first_day == periode.last_day + timedelta(days=1)
    assert periode.next().previous() == periode
    assert periode.same_last_year().year == year - 1
    if quarter:
        assert Periode.quarter_of(periode.first_day) == Periode.quarter_of(periode.last_day) == periode


def test_four_quarters_make_the_year() -> None:
    year = Periode.parse("2022")
    quarters = [Periode.parse(f"2022-Q{n}") for n in (1, 2, 3, 4)]
    assert (quarters[0].first_day, quarters[-1].last_day) == (year.first_day, year.last_day)


def test_years_together_run_from_the_first_to_the_last_day() -> None:
    years = Periode.parse("2020-2022")
    assert (years.first_day, years.last_day) == (date(2020, 1, 1), date(2022, 12, 31))
    assert (years.kind, str(years.same_last_year())) == ("jaren", "2019-2021")


def test_a_quarter_of_several_years_does_not_exist() -> None:
    with pytest.raises(ValueError, match="een periode is"):
        Periode(2022, 1, 2)


@pytest.mark.parametrize(
    "text", ["", "22", "2022-Q5", "2022-Q0", "2022-05", "Q4-2022", "2022-2022", "2022-2020"]
)
def test_what_is_not_a_period_says_what_was_expected(text: str) -> None:
    with pytest.raises(ValueError, match="verwacht is"):
        Periode.parse(text)
