"""The needle of an actie is green when all its targets are met, and never by itself."""

from __future__ import annotations

import pytest

from tests.steering.test_needle import ON, a_target, mean
from wijzer.steering import Actie, Koppeling, Programme, point, point_actie

HELP, OTHER, SILENT = "uren_huishoudelijke_ondersteuning", "tevredenheid", "looptijd"


def an_actie(status="uitgevoerd"):
    return Actie(7, "Innovatie", "Ouderen", "Minder uren", {"0293": status}, {"0293": ""})


def linked(*indicators, gemeente=None):
    links = tuple(Koppeling(7, indicator, gemeente, "Zelfde doel") for indicator in indicators)
    return Programme((an_actie(),), links)


MET = point(mean(2.4), a_target(), on=ON)
NOT_MET = point(mean(2.9), a_target(), on=ON)
HIDDEN = point(mean(2.4, clients=4), a_target(), on=ON)
PROVISIONAL = point(mean(2.4, provisional=True), a_target(), on=ON)


def state(programme, needles, actie=None):
    return point_actie(actie or an_actie(), "0293", programme, needles)


def test_all_targets_met_is_green():
    assert state(linked(HELP), {HELP: MET}).state == "groen"
    both = state(linked(HELP, OTHER), {HELP: MET, OTHER: MET})
    assert (both.state, both.verdict) == ("groen", "Alle 2 doelen gehaald")


def test_one_target_not_met_is_not_green():
    half = state(linked(HELP, OTHER), {HELP: MET, OTHER: NOT_MET})
    assert (half.state, half.verdict) == ("nog_niet", "1 van 2 doelen gehaald")


@pytest.mark.parametrize("needle", [HIDDEN, PROVISIONAL])
def test_what_cannot_be_said_is_not_green(needle):
    assert state(linked(HELP), {HELP: needle}).state == "niet_te_zeggen"
    assert state(linked(HELP, OTHER), {HELP: MET, OTHER: needle}).state == "niet_te_zeggen"


def test_an_indicator_without_needle_is_not_green():
    assert state(linked(HELP, SILENT), {HELP: MET}).verdict == "1 van 2 doelen gehaald, 1 niet te zeggen"


@pytest.mark.parametrize("status", ["uitgevoerd", "loopt nog", "niet gelukt", "onbekend"])
def test_an_actie_without_link_is_never_green_by_itself(status):
    needle = state(linked(), {HELP: MET}, an_actie(status))
    assert (needle.state, needle.verdict, needle.status) == (
        "geen_koppeling",
        "Geen indicator gekoppeld",
        status,
    )


def test_an_actie_that_does_not_concern_the_gemeente_says_so():
    assert state(linked(HELP), {HELP: MET}, an_actie("niet van toepassing")).state == "niet_van_toepassing"


def test_a_link_of_another_gemeente_does_not_count():
    assert state(linked(HELP, gemeente="0226"), {HELP: MET}).state == "geen_koppeling"


def test_a_needle_of_another_gemeente_is_refused():
    with pytest.raises(ValueError, match="0293"):
        point_actie(an_actie(), "0226", linked(HELP), {HELP: MET})


def test_speerpunten_keep_the_order_of_the_acties():
    acties = tuple(Actie(n, "Preventie", name, "x", {}, {}) for n, name in ((1, "B"), (2, "A"), (3, "B")))
    groups = Programme(acties, ()).speerpunten()
    assert [(key[1], [a.nr for a in found]) for key, found in groups.items()] == [("B", [1, 3]), ("A", [2])]
