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


def test_breaks_are_those_that_the_indicator_declares():
    breaks = describe(get("totale_kosten_sociaal_domein"), "x").breaks
    assert [gap.day.year for gap in breaks] == [2022, 2017, 2023, 2025]
    assert "woonplaatsbeginsel" in breaks[0].text
    assert [str(gap.day) for gap in describe(get(HOURS), "x").breaks] == ["2020-07-01"]


def test_an_unmeasured_indicator_tells_what_is_needed():
    target = next(t for t in targets() if t.nr == 2)
    text = describe_unmeasured(target)
    assert (text.measured, text.label) == (False, "Tevredenheid over huishoudelijke ondersteuning")
    assert "cliëntervaringsonderzoek" in text.needs
