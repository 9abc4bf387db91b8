"""Seed messages, made from the official schema alone: each particle, facet and code once good and once bad.

A seed tells what it is meant to show. Coverage is what the oracle's own verdict confirms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random

from lxml import etree

from tests.standards.oracle.schemas import Oracle, Particle
from tests.standards.oracle.values import BAD_BY_BASE, good_values, hits

Choose = Callable[[Particle], int]


@dataclass(frozen=True)
class Seed:
    """One message with what it is meant to show: an item of the schema, good or bad."""

    document: bytes
    item: str
    meant_valid: bool


def full(particle: Particle) -> int:
    return 1


def minimal(particle: Particle) -> int:
    return particle.minimum


def build(particle: Particle, choose: Choose) -> etree._Element:
    """Build an element with everything that ``choose`` wants below it."""
    element = etree.Element(particle.tag, nsmap=_prefixes(particle) if len(particle.path) == 1 else None)
    if particle.base is not None:
        element.text = good_values(particle)[0]
    for child in particle.children:
        for _ in range(choose(child)):
            element.append(build(child, choose))
    return element


@cache
def full_text(root: Particle) -> bytes:
    """The message with everything in it once, as bytes."""
    return etree.tostring(build(root, full))


def full_message(root: Particle) -> etree._Element:
    """A fresh copy of the message with everything in it once."""
    return etree.fromstring(full_text(root))


def _prefixes(root: Particle) -> dict[str, str]:
    spaces = sorted({particle.namespace for particle in root.walk()} - {root.namespace})
    return {"m": root.namespace, **{f"b{i}": space for i, space in enumerate(spaces)}}


def at(root: etree._Element, particle: Particle, model: Particle) -> etree._Element:
    """Return the first element of a particle in a full message."""
    element = root
    here = model
    for name in particle.path[1:]:
        here = next(child for child in here.children if child.name == name)
        element = element.find(here.tag)
    return element


def items(oracle: Oracle) -> set[tuple[str, bool]]:
    """All that coverage asks for: items of the schema, each good and bad."""
    wanted: set[tuple[str, bool]] = set()
    for particle in oracle.root.walk():
        path = "/".join(particle.path)
        wanted |= {(f"particle {path}", True), (f"particle {path}", False)}
        if particle.minimum == 0:
            wanted.add((f"optional {path}", True))
        if particle.many:
            wanted.add((f"many {path}", True))
        for facet in particle.facets:
            wanted |= {(f"{facet.kind} {facet.value} {path}", good) for good in (True, False)}
        if particle.base is not None and BAD_BY_BASE[particle.base]:
            wanted |= {(f"base {particle.base} {path}", good) for good in (True, False)}
    return wanted


def seeds(oracle: Oracle) -> Iterator[Seed]:
    """All seed messages of one type."""
    root = oracle.root
    yield Seed(_text(build(root, minimal)), "minimal", True)
    yield Seed(_text(full_message(root)), "full", True)
    for particle in root.walk():
        yield from _structure(root, particle)
        if particle.base is not None:
            yield from _values(root, particle)


def varied(oracle: Oracle, random: Random) -> etree._Element:
    """A valid message with random optional parts, repetitions and values."""
    from tests.standards.oracle.values import good

    def choose(particle: Particle) -> int:
        if particle.minimum == 0 and random.random() < 0.4:
            return 0
        return random.choice([1, 1, 2, 3]) if particle.many else 1

    message = build(root := oracle.root, choose)
    by_tag: dict[tuple[str, ...], Particle] = {particle.path: particle for particle in root.walk()}
    for element in message.iter():
        path = tuple(etree.QName(step).localname for step in (*reversed([*element.iterancestors()]), element))
        particle = by_tag[path]
        if particle.base is not None:
            element.text = good(particle, random)
    return message


def _structure(root: Particle, particle: Particle) -> Iterator[Seed]:
    path = "/".join(particle.path)
    whole = full_message(root)
    yield Seed(_text(whole), f"particle {path}", True)
    if particle is root:
        other = etree.Element(particle.tag.replace("Bericht", "Brief"))
        yield Seed(_text(other), f"particle {path}", False)
        return
    element = at(whole, particle, root)
    parent = element.getparent()
    parent.remove(element)
    if particle.minimum:
        yield Seed(_text(whole), f"particle {path}", False)
    else:
        yield Seed(_text(whole), f"optional {path}", True)
    whole = full_message(root)
    element = at(whole, particle, root)
    element.addnext(build(particle, full))
    if particle.many:
        yield Seed(_text(whole), f"many {path}", True)
    else:
        yield Seed(_text(whole), f"particle {path}", False)


def _values(root: Particle, particle: Particle) -> Iterator[Seed]:
    path = "/".join(particle.path)
    for facet in particle.facets:
        good, bad = hits(particle, facet)
        item = f"{facet.kind} {facet.value} {path}"
        for value in good:
            yield Seed(_with(root, particle, value), item, True)
        for value in bad:
            yield Seed(_with(root, particle, value), item, False)
    for value in BAD_BY_BASE[particle.base or "string"]:
        yield Seed(_with(root, particle, value), f"base {particle.base} {path}", False)
    if BAD_BY_BASE[particle.base or "string"]:
        yield Seed(_with(root, particle, good_values(particle)[0]), f"base {particle.base} {path}", True)


def _with(root: Particle, particle: Particle, value: str) -> bytes:
    whole = full_message(root)
    at(whole, particle, root).text = value
    return _text(whole)


def _text(element: etree._Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8")
