"""What each message meant: one row for every file that was written, by what the town itself knows of it.

A message of the town has an identification that begins with a letter for its role; what it is about follows.
Whether it holds is told by the returns and answers that were sent, and by the messages that put it right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from wijzer.example.town.books import Dossier
from wijzer.example.town.care import PAUSED
from wijzer.example.town.exchange import FROM_GEMEENTE, PARTLY, RETURN_OF, Sent, quarter_of
from wijzer.example.town.labels import Label
from wijzer.example.town.segments import EXTENDED

Row = dict[str, Any]
AGAIN = "nogmaals_"
"""The name of a double begins so."""
ELSEWHERE = "overig"
"""The folder of planted files."""
_RETURNS = frozenset(RETURN_OF.values())
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""The last sign of the identification of a 301: which version it is."""
AFTER_ALL = "F"
"""The letter of a second return, which refuses what was accepted."""
_ROLES = {
    "301": {"T": "toewijzing", "U": "toewijzing", "B": "correctie"},
    "305": {"S": "start", "N": "start", "C": "correctie", "D": "start", "V": "verwijdering", "X": "start",
            "G": "wijziging",            "W": "verwijdering"},
    "307": {"E": "stop", "N": "stop", "C": "correctie", "L": "stop"},
    "315": {"V": "verzoek", "Q": "verzoek", "D": "verzoek"},
    "317": {"W": "verzoek om wijziging", "Q": "verzoek om wijziging", "D": "verzoek om wijziging"},
    "319": {"A": "antwoord"},
    "323": {"D": "declaratie", "H": "declaratie", "C": "creditering", "X": "declaratie met fout",
            "Y": "declaratie"},
}  # fmt: skip
"""What a message tells, by number and the first letter of its identification."""
_FROM = {
    ("301", "U"): "T", ("301", "B"): "T", ("305", "N"): "S", ("305", "C"): "NS", ("305", "D"): "NS",
    ("305", "G"): "NS", ("305", "V"): "NS", ("305", "X"): "NS", ("307", "N"): "E", ("307", "C"): "NE",
    ("307", "L"): "NE", ("315", "D"): "V", ("317", "D"): "W", ("323", "H"): "D", ("323", "C"): "HD",
}  # fmt: skip
"""The letters of the message that another one repeats or puts right, the first that was sent."""
_OUTDOES = {
    ("301", "B"): "gecorrigeerd", ("305", "C"): "gecorrigeerd", ("305", "V"): "gecorrigeerd",
    ("305", "W"): "verwijderd", ("307", "C"): "gecorrigeerd",
    ("307", "L"): "gecorrigeerd",
}  # fmt: skip
"""Why what it goes back to does not hold."""
_NOT_HOLDING = {
    **dict.fromkeys((("301", "U"), ("305", "D"), ("315", "D"), ("317", "D")), "dubbel"),
    ("305", "G"): "onbekende status",
}
"""Why some never hold."""
_REQUESTS = (("315", "V"), ("317", "W"))
Key = tuple[str, str, str]


def rows(
    sent: Sequence[Sent], dossiers: Mapping[int, Dossier], doubled: Collection[str], broken: Sequence[Label]
) -> Iterator[Row]:
    """Yield the rows of ``berichten.csv`` of one gemeente.

    ``doubled``: names of the files that were written once more; ``broken``: labels of what must be set aside.
    """
    written = [one for one in sent if not one.history]
    by_key = {_key(one.number, one.header_sender, one.identification): one for one in written}
    back = {one.file_name: _goes_back(one, by_key) for one in written}
    fails = dict(_failing(written, back))
    for one in written:
        name = one.file_name
        before = back[name]
        reason = fails.get(name, "")
        row = {
            "gemeente": one.gemeente,
            "bestand": _place(one),
            "soort": f"{one.wet}{one.number}",
            "meldt": _tells(one, dossiers),
            "geldt": not reason or reason == PARTLY,
            "reden": reason,
            "van_welk_bericht": None if before is None else _place(before),
        }
        yield row
        if name in doubled:
            yield row | {
                "bestand": _place(one, AGAIN), "geldt": False, "reden": "dubbel",
                "van_welk_bericht": _place(one),
            }  # fmt: skip
    for label in broken:
        yield {
            "gemeente": label.gemeente, "bestand": f"{ELSEWHERE}/{label.mark}", "soort": None,
            "meldt": label.meaning, "geldt": False, "reden": "kapot", "van_welk_bericht": None,
        }  # fmt: skip


def _place(one: Sent, prefix: str = "") -> str:
    """Return where a message lies: the zip, and the file in it."""
    return f"{one.gemeente}/{quarter_of(one.day)}.zip/{prefix}{one.file_name}"


def _key(number: str, sender: str, identification: str) -> Key:
    """Return by what a message is found; a declaration is only known by its sender as well."""
    return number, sender if number == "323" else "", identification


def _goes_back(one: Sent, by_key: Mapping[Key, Sent]) -> Sent | None:
    """Return the message that one answers, repeats, changes or puts right, if it was written."""
    if one.answers is not None:
        return None if one.answers.history else one.answers
    number, letter, rest = one.number, one.identification[0], one.identification[1:]
    if (number, letter) in _FROM:
        wanted = [(number, f"{other}{rest}") for other in _FROM[number, letter]]
    elif (number, letter) == ("305", "W"):
        places = (rest[:-1] + place for place in "10")
        wanted = [(number, f"{other}{place}") for place in places for other in "CXNS"]
    elif (number, letter) == ("301", "T") and rest[-1] != "0":
        wanted = [(number, f"T{rest[:-1]}{DIGITS[DIGITS.index(rest[-1]) - 1]}")]
    elif number in ("301", "319"):
        wanted = [(asked, f"{other}{rest[:-1]}") for asked, other in _REQUESTS]
    else:
        return None
    found = (by_key.get(_key(asked, one.header_sender, mark)) for asked, mark in wanted)
    return next((before for before in found if before is not None), None)


def _failing(written: Sequence[Sent], back: Mapping[str, Sent | None]) -> Iterator[tuple[str, str]]:
    """Yield the names of files with why they do not hold (or only partly)."""
    for one in written:
        role = (one.number, one.identification[0])
        before = back[one.file_name]
        if role in _NOT_HOLDING:
            yield one.file_name, _NOT_HOLDING[role]
        elif before is not None and role in _OUTDOES:
            yield before.file_name, _OUTDOES[role]
        elif before is not None and one.number == "301" and one.withdraws:
            yield before.file_name, "ingetrokken"
        elif one.number in _RETURNS and one.identification[0] == AFTER_ALL:
            yield one.file_name, "de eerste retour geldt"
        elif before is not None and one.refuses and before.number not in FROM_GEMEENTE:
            yield before.file_name, one.refuses


def _tells(one: Sent, dossiers: Mapping[int, Dossier]) -> str:
    """Return what a message tells, in a word."""
    number, letter, rest = one.number, one.identification[0], one.identification[1:]
    if number in _RETURNS:
        return "weigering" if one.refuses else "retour"
    if number == "325":
        return "antwoord"
    if number == "301" and letter == "T" and rest[-1] != "0":
        return "intrekking" if one.withdraws else _changed(dossiers[int(rest[:-1])], rest[-1])
    if number == "307" and letter in "EN":
        deliveries = dossiers[int(rest[:-1])].toewijzing.deliveries
        place = int(rest[-1])
        return "pauze" if place < len(deliveries) and deliveries[place].reason == PAUSED else "stop"
    return _ROLES[number][letter]


def _changed(dossier: Dossier, digit: str) -> str:
    decision = dossier.toewijzing.decisions[DIGITS.index(digit) - 1]
    return "verlenging" if decision.reason == EXTENDED else "wijziging"
