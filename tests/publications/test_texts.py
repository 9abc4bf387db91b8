"""Texts come from the declarations; an indicator that is not measured has those of its target."""

from __future__ import annotations

from tests.publications.sample import HOURS, targets
from wijzer.indicators.register import all_indicators, get
from wijzer.publications import describe, describe_unmeasured


def test_a_measured_indicator_tells_its_definition():
    text = describe(get(HOURS), "Innovatie", "toewijzingen")
    assert (text.measured, text.nr, text.higher_is_better, text.unit) == (True, 1, False, "uur per week")
    assert text.choices[0].question == "Per inwoner of per cliënt?"
    assert "niet_omrekenbaar" in text.left_out


def test_every_declared_indicator_can_be_described():
    for indicator in all_indicators():
        text = describe(indicator, "Innovatie")
        assert text.numerator_part in text.parts
        assert text.denominator_part is None or text.denominator_part in text.parts


def test_breaks_follow_the_law_and_the_ledger():
    assert describe(get("individuele_voorzieningen_jeugdhulp"), "x").breaks[0].day.year == 2022
    assert [gap.day.year for gap in describe(get("totale_kosten_sociaal_domein"), "x").breaks] == [
        2017,
        2023,
        2025,
    ]
    assert describe(get(HOURS), "x").breaks == ()


def test_an_unmeasured_indicator_tells_what_is_needed():
    target = next(t for t in targets() if t.nr == 2)
    text = describe_unmeasured(target)
    assert (text.measured, text.label) == (False, "Tevredenheid over huishoudelijke ondersteuning")
    assert "cliëntervaringsonderzoek" in text.needs
