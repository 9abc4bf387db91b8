"""A count of things beside the persons behind them: a small difference is about a small group."""

from __future__ import annotations

from dataclasses import replace

from tests.disclosure.results import FACILITIES, HOURS, ADeclaration, APart, a_result
from wijzer.disclosure import Publishable, protect_all


def protected(declaration: ADeclaration, **parts: tuple[float, int]) -> Publishable:
    (value,) = protect_all((declaration,), (a_result(declaration, "2022-Q4", parts),))
    return value


def test_a_few_clients_with_more_than_one_provision_cannot_be_counted():
    # 113 voorzieningen of 105 clients: 8 more, so one to eight clients have more than one.
    value = protected(FACILITIES, voorzieningen=(113, 105), clienten=(105, 105))
    assert value.value == 113
    assert value.parts["clienten"].withheld


def test_many_clients_with_more_than_one_provision_may_be_seen():
    value = protected(FACILITIES, voorzieningen=(115, 105), clienten=(105, 105))
    assert (value.parts["voorzieningen"].value, value.parts["clienten"].value) == (115, 105)


def test_nobody_with_more_than_one_provision_is_no_small_group():
    value = protected(FACILITIES, voorzieningen=(105, 105), clienten=(105, 105))
    assert value.parts["clienten"].value == 105


def test_the_count_on_the_needle_stays_and_the_other_goes():
    assigned = replace(HOURS, parts=(*HOURS.parts, APart("toewijzingen", "toewijzingen")))
    value = protected(assigned, uren=(307.5, 100), clienten=(100, 100), toewijzingen=(104, 100))
    assert value.value == 3.08
    assert value.parts["toewijzingen"].withheld


def test_hours_beside_clients_are_no_count():
    value = protected(HOURS, uren=(105, 100), clienten=(100, 100))
    assert value.value == 1.05
