"""Composing a message from a nested description."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from tests.messages.examples import changed, content
from wijzer.messages import check, compose, compose_type
from wijzer.standards import message_types


def test_constants_of_the_header_are_filled_in() -> None:
    message = compose("jw", "319", content("319", "jw")).decode()
    for part in ("BerichtCode>488<", "BerichtVersie>3<", "BerichtSubversie>2<", "BerichtXsdVersie>0.1.0<"):
        assert part in message


def test_the_order_of_the_description_does_not_matter() -> None:
    plain = content("301")
    turned = dict(reversed([(key, dict(reversed(value.items()))) for key, value in plain.items()]))
    assert compose("wmo", "301", turned) == compose("wmo", "301", plain)


def test_a_wrapper_may_be_written_in_full() -> None:
    short, long = content("305"), content("305")
    products = long["Client"]["StartProducten"]
    long["Client"]["StartProducten"] = {"StartProduct": products}
    assert compose("wmo", "305", long) == compose("wmo", "305", short)


def test_dates_times_and_numbers_are_written_as_the_standard_wants() -> None:
    values: dict[str, Any] = {
        "Client/ToegewezenProducten/0/Ingangsdatum": date(2023, 5, 1),
        "Client/ToegewezenProducten/0/Toewijzingstijd": time(9, 5),
        "Client/ToegewezenProducten/0/ToewijzingNummer": 7,
    }
    message = compose("wmo", "301", changed("301", values))
    assert check(message).accepted
    assert b">2023-05-01<" in message
    assert b">09:05:00<" in message


@pytest.mark.parametrize(
    "text", ["a < b & c > d", "een \"citaat\" & 'nog een'", "é ü ß €", "twee\nregels\ten een tab"]
)
def test_text_is_escaped(text: str) -> None:
    message = compose("wmo", "301", changed("301", {"Client/Commentaar": text}))
    assert check(message).accepted


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"Client/Bzn": "1"}, "has no element Bzn"),
        ({"Client/Bsn": None}, "needs Bsn"),
        ({"Client/Naam": "Jan"}, "needs a mapping"),
        ({"Client/Geslacht": 2.5}, "cannot write"),
        ({"Verzoek": {}}, "has no element Verzoek"),
    ],
)
def test_a_mistake_in_a_description_is_named(changes: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        compose("wmo", "301", changed("301", changes))


def test_every_type_can_be_composed() -> None:
    """A return is composed of what it answers, with return codes."""
    made = {(message.wet, message.number) for message in message_types() if _composed(message)}
    assert len(made) == 28


def _composed(message: Any) -> bool:
    answered = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319"}
    source = answered.get(message.number, message.number)
    described = content(source, message.wet)
    if source != message.number:
        described["Header"] |= {"IdentificatieRetour": "R1", "DagtekeningRetour": "2023-05-07"}
        for part in [key for key in described if key != "Header"]:
            _answer(described[part])
    return check(compose_type(message, described)).accepted


def _answer(part: dict[str, Any]) -> None:
    part["RetourCodes"] = ["0200"]
    if "Verzoek" in part:
        _answer(part["Verzoek"])
    if "Woonplaatsbeginsel" in part:
        _answer(part["Woonplaatsbeginsel"])
    for value in part.values():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for item in value:
                _answer(item)
                if "Contact" in item:
                    _answer(item["Contact"])
