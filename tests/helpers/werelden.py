"""Generated worlds: random messages of one gemeente that talk about the same few clients and toewijzingen.

Everything is drawn from small sets, so that corrections, answers, credits and ties meet often. A world is a
list of messages as :mod:`tests.helpers.berichten` reads them; the same seed gives the same worlds.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

FIRST = date(2022, 1, 1)

_ANSWER = {"301": "302", "305": "306", "307": "308", "315": "316", "319": "320", "323": "325"}
_CLIENTS = ("p1", "p2")


def worlds(chance: Random, count: int) -> list[list[dict]]:
    """Draw worlds, in turn about assignments, about starts and stops, about requests, about money."""
    subjects = (_assigned, _reported, _asked, _declared)
    return [_world(chance, subjects[number % len(subjects)]) for number in range(count)]


def _world(chance: Random, make: Callable[[Random], dict]) -> list[dict]:
    messages = []
    for number in range(chance.randint(2, 10)):
        message = make(chance) | {"id": f"B{number}", "dag": _day(chance)}
        message["aanbieder"] = chance.choice(["10000001"] * 4 + ["20000002"])
        message.setdefault("client", chance.choice(_CLIENTS))
        if chance.random() < 0.5:
            message["ontvangen"] = message["dag"] + timedelta(days=chance.randint(0, 3))
        messages.append(message)
    return messages + [_answer(chance, message) for message in messages if chance.random() < 0.6]


def _day(chance: Random, last: int = 40) -> date:
    return FIRST + timedelta(days=chance.randint(0, last))


def _assigned(chance: Random) -> dict:
    return {
        "soort": "301",
        "nummer": chance.randint(1, 3),
        "vastgesteld": f"{_day(chance, 10)} {chance.choice(['09:00:00', '14:00:00'])}",
        "ingang": _day(chance),
        "eind": chance.choice([None, _day(chance)]),
        "volume": chance.randint(1, 4),
        "reden": chance.choice([None, None, None, "05", "13"]),
        "referentie": chance.choice(["R1", "R2", None, None]),
        "geboortejaar": chance.choice([None, 1950, 1951]),
        "geslacht": chance.choice([None, "1", "2"]),
    }


def _reported(chance: Random) -> dict:
    begin = [FIRST + timedelta(days=10 * number) for number in range(3)]
    lines: dict[tuple, dict] = {}
    soort = chance.choice(["305", "305", "307"])
    for _ in range(chance.randint(1, 2)):
        line: dict = {
            "nummer": chance.randint(1, 2),
            "begin": chance.choice(begin),
            "status": chance.choice(["1"] * 5 + ["3", "3", "2"]),
        }
        if soort == "307":
            line["einddatum"] = FIRST + timedelta(days=30 + chance.randint(0, 1))
            line["reden"] = chance.choice(["19", "20"])
        lines[tuple(value for key, value in line.items() if key != "status")] = line
    return {"soort": soort, "client": "p1", "regels": list(lines.values())}


def _asked(chance: Random) -> dict:
    reference = chance.choice(["R1", "R2", "R3"])
    soort = chance.choice(["315", "315", "319", "301"])
    if soort == "301":
        return _assigned(chance) | {"referentie": reference}
    if soort == "319":
        return {
            "soort": soort,
            "referentie": reference,
            "antwoord": chance.choice("12"),
            "reden": chance.choice(["3", "8"]),
        }
    return {"soort": soort, "regels": [{"referentie": reference, "volume": chance.randint(1, 4)}]}


def _declared(chance: Random) -> dict:
    lines = []
    for number in chance.sample("abcdef", chance.randint(1, 3)):
        credit = chance.random() < 0.3
        lines.append(
            {
                "regelnummer": number,
                "bedrag": chance.choice([50, 100, 100, 100]),
                "dc": "C" if credit else "D",
                "vorig": chance.choice("abcdef") if credit else None,
                "client": chance.choice(["p1", "p1", "p1", "p2"]),
            }
        )
    return {"soort": "323", "regels": lines}


def _answer(chance: Random, message: dict) -> dict:
    answer: dict = {
        "soort": _ANSWER[message["soort"]],
        "id": f"A-{message['id']}",
        "op": message["id"],
        "dag": _day(chance, 50),
        "kop": chance.choice([None] * 4 + ["0200", "0200", "0001", "9056"]),
    }
    if answer["soort"] != "325":
        return answer | {"clientcode": chance.choice([None] * 5 + ["0200", "8187"])}
    line = chance.choice(message["regels"])
    return answer | {
        "kop": answer["kop"] or "0200",
        "antwoordcode": chance.choice(["0200"] * 5 + ["8001", "9333"]),
        "toegekend": chance.choice([0, 100]),
        "clienten": {line["client"]: chance.choice(["0200"] * 5 + ["8187"])},
        "regels": [
            {"regelnummer": line["regelnummer"], "code": chance.choice(["0200", "0200", "9321", "0233"])}
        ],
    }
