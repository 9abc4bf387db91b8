"""Good and bad values for a leaf, made from the facets of the official schema."""

from __future__ import annotations

from functools import cache
from random import Random

from tests.standards.oracle.schemas import Facet, Particle

NOT_BLANK = r".*[^\s].*"
GOOD_BY_PATTERN = {
    "[^Z+-]+": ["00:00:00", "13:30:00", "23:59:59.5"],
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": ["1.0.0", "0.1.0", "10.20.30"],
    r"([.\s]*\S+[.\s]*)+": ["Tekst", "x", "Een zin. Nog een."],
    "([a-zA-Z0-9])+": ["D1", "a", "DN0000000001"],
    "([a-zA-ZÀ-ỳ])+": ["J", "Éé", "ABCDEF"],
    NOT_BLANK: ["x", "1", "é"],
    "[0-9]*": ["1", "0612345678"],
    "[0-9]{4}": ["0293", "0226"],
    "[0-9]{8}": ["65656055", "42420001"],
    "[0-9]{9}": ["999900006", "999900018"],
    "[^:Z]*": ["2023-01-31", "2020-02-29", "1900-01-01"],
}
BAD_BY_PATTERN = {
    "[^Z+-]+": ["13:30:00Z", "13:30:00+01:00", "13:30:00-01:00"],
    r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)": ["1.0", "01.0.0", "a.b.c", "1.0.0 "],
    r"([.\s]*\S+[.\s]*)+": [" ", "\n\t"],
    "([a-zA-Z0-9])+": ["D-1", "D 1", "é"],
    "([a-zA-ZÀ-ỳ])+": ["J.", "J P", "1"],
    NOT_BLANK: [" ", "\t "],
    "[0-9]*": ["06-12345", "x"],
    "[0-9]{4}": ["293", "29 3", "GM29"],
    "[0-9]{8}": ["6565605", "6565605x"],
    "[0-9]{9}": ["99990000", "99990000x", "9999.0000"],
    "[^:Z]*": ["2023-01-31Z", "2023-01-31+01:00"],
}
BAD_BY_BASE = {
    "integer": ["x", "1.0", "1e3", "", "1 2"],
    "date": ["2023-02-30", "2023-1-1", "31-01-2023", "", "2023-13-01", "2022-02-29"],
    "time": ["25:00:00", "13:30", "", "13:60:00"],
    "string": [],
}


def facets(particle: Particle, kind: str) -> list[Facet]:
    return [facet for facet in particle.facets if facet.kind == kind]


def _length(particle: Particle, kind: str, default: int) -> int:
    found = facets(particle, kind)
    return int(found[-1].value) if found else default


@cache
def good_values(particle: Particle) -> list[str]:
    """Values that the schema accepts, the plainest first."""
    codes = [facet.value for facet in facets(particle, "enumeration")]
    patterns = [facet.value for facet in facets(particle, "pattern")]
    if codes:
        return codes
    if particle.base == "integer":
        fixed = [pattern for pattern in patterns if pattern.isdigit()]
        return fixed or [
            facets(particle, "minInclusive")[-1].value,
            facets(particle, "maxInclusive")[-1].value,
        ]
    literal = [pattern for pattern in patterns if pattern.isdigit()]
    if literal:
        return literal
    longest = _length(particle, "maxLength", 40)
    shortest = _length(particle, "minLength", 0)
    found = list(GOOD_BY_PATTERN[patterns[-1]]) if patterns else ["R1", "x"]
    if not patterns or patterns[-1] in {NOT_BLANK, "[0-9]*", "([a-zA-Z0-9])+", "([a-zA-ZÀ-ỳ])+"}:
        filler = "7" if patterns and patterns[-1] == "[0-9]*" else "n"
        found += [filler * longest, filler * max(shortest, 1)]
    return [value for value in dict.fromkeys(found) if shortest <= len(value) <= longest]


def good(particle: Particle, random: Random) -> str:
    return random.choice(good_values(particle))


def hits(particle: Particle, facet: Facet) -> tuple[list[str], list[str]]:
    """Values that touch a facet: those it lets through, and those it stops."""
    plain = good_values(particle)
    if facet.kind == "enumeration":
        return [facet.value], [f"{facet.value}~"[:3], facet.value + " ", f" {facet.value}"]
    if facet.kind == "pattern":
        if facet.value.isdigit():
            return plain, [str(int(facet.value) + 1), "0"]
        return plain, BAD_BY_PATTERN[facet.value]
    if facet.kind == "minLength":
        return plain, [""]
    if facet.kind == "maxLength":
        return plain, [max(plain, key=len) + "7" * int(facet.value)]
    if facet.kind == "minInclusive":
        return plain, [str(int(facet.value) - 1)]
    if facet.kind == "maxInclusive":
        return plain, [str(int(facet.value) + 1)]
    raise NotImplementedError(facet.kind)
