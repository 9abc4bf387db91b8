"""Reading the risk rules from settings, with Dutch messages for what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from wijzer.disclosure.risk.rules import Dominance, PPercent, Rules

_KNOWN = frozenset({"minimum", "overheersing", "p_procent", "groep", "breedte", "aandeel", "nullen", "samen"})


def read_rules(settings: Mapping[str, Any]) -> Rules:
    """Read the rules; ValueError (Dutch) for an unknown word or a value that is not possible.

    >>> read_rules({"minimum": 10, "overheersing": {"n": 1, "k": 75}}).dominance
    Dominance(n=1, k=75)
    """
    strange = settings.keys() - _KNOWN
    if strange:
        raise ValueError(
            f"onbekende regel: {', '.join(sorted(strange))}; kies uit {', '.join(sorted(_KNOWN))}"
        )
    usual = Rules()
    dominance = settings.get("overheersing")
    estimate = settings.get("p_procent")
    return Rules(
        minimum=_number(settings, "minimum", usual.minimum),
        dominance=None if dominance is None else _dominance(dominance),
        p_percent=None if estimate is None else PPercent(_between("p_procent", estimate, 1, 100)),
        group=_number(settings, "groep", usual.group),
        width=_number(settings, "breedte", usual.width),
        share=_number(settings, "aandeel", usual.share),
        zeros=_zeros(settings.get("nullen", usual.zeros)),
        together=bool(settings.get("samen", usual.together)),
    )


def _dominance(given: Any) -> Dominance:
    if not isinstance(given, Mapping) or given.keys() != {"n", "k"}:
        raise ValueError("overheersing heeft n en k nodig, zoals { n = 1, k = 75 }")
    return Dominance(
        _between("overheersing n", given["n"], 1, 10), _between("overheersing k", given["k"], 1, 99)
    )


def _zeros(given: object) -> Literal["naast", "blijven"]:
    if given == "naast":
        return "naast"
    if given == "blijven":
        return "blijven"
    raise ValueError(f"nullen is '{given}'; kies 'naast' of 'blijven'")


def _number(settings: Mapping[str, Any], name: str, usual: int) -> int:
    return _between(name, settings.get(name, usual), 0, 1_000_000)


def _between(name: str, given: object, least: int, most: int) -> int:
    if not isinstance(given, int) or isinstance(given, bool) or not least <= given <= most:
        raise ValueError(f"{name} is '{given}'; verwacht is een heel getal van {least} tot en met {most}")
    return given
