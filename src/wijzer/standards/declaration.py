"""What a release of a message standard declares: types, elements, messages, code lists and rules.

A declaration is data. The schema for libxml2, the reader, the writer, the rules, the reference pages
and the lineage of the fact tables are all derived from it; nothing is written down twice. The words
mirror the published schemas: a ``SimpleType`` is a leaf type with its facets, a ``Structure`` is a
sequence of elements, an ``Element`` is one place in such a sequence.

People read the meanings in the reference pages, so these are in Dutch.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from wijzer.standards.rules import Rule

Wet = Literal["wmo", "jw"]
Base = Literal["string", "integer", "date", "time"]
Richting = Literal["uit", "in"]


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a list: what it means and from when to when it may be used (both days included)."""

    code: str
    meaning: str
    valid_from: date | None = None
    valid_to: date | None = None

    def valid_on(self, day: date) -> bool:
        """Say whether the code may be used on ``day``; an unknown border does not limit."""
        after_start = self.valid_from is None or self.valid_from <= day
        return after_start and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, eq=False)
class CodeList:
    """A code list of the standard, such as COD046 (Geslacht). Codes keep the order of the source."""

    name: str
    title: str
    codes: tuple[Code, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Code]:
        """The codes by their value."""
        return MappingProxyType({code.code: code for code in self.codes})

    def meaning_of(self, code: str) -> str | None:
        """Return what ``code`` means, or None when the list does not hold it."""
        found = self.by_code.get(code)
        return found.meaning if found else None


@dataclass(frozen=True, slots=True)
class SimpleType:
    """A leaf type: base, facets and the code list that limits it.

    ``form`` says in Dutch how a good value looks ("9 cijfers"). ``personal`` marks values that name a
    person or lead to one, wherever the type is used. ``rules`` are the restrictions (RS…) of the
    standard that the facets stand for.
    """

    name: str
    base: Base
    form: str
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_value: int | None = None
    max_value: int | None = None
    code_list: str | None = None
    personal: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One place in a sequence: its name, type, how often it may occur, meaning and rule ids.

    ``type`` is the name of a type of the release's basisschema, or a structure of the message itself.
    ``max_occurs`` None is unbounded. ``pattern`` narrows the type for this place only. ``personal``
    marks this element and all below it. ``rules`` are the conditions and constraints of the standard.
    """

    name: str
    type: str | Structure
    meaning: str
    min_occurs: int = 1
    max_occurs: int | None = 1
    pattern: str | None = None
    personal: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Structure:
    """A named sequence of elements: a berichtklasse, a wrapper around one, or a composed type (CDT_…)."""

    name: str
    members: tuple[Element, ...]
    meaning: str = ""


@dataclass(frozen=True, eq=False)
class Basisschema:
    """The types that all messages of a release share, with the namespace that they live in."""

    standard: str
    release: str
    wet: Wet
    namespace: str
    prefix: str
    xsd_version: str
    simple_types: Mapping[str, SimpleType]
    structures: Mapping[str, Structure]
    code_lists: Mapping[str, CodeList]


@dataclass(frozen=True, eq=False)
class MessageType:
    """One message type of a release.

    ``number`` is how people call it ("323"), ``wire_code`` what travels as BerichtCode ("484").
    ``direction`` is "uit" for what the gemeente sends and "in" for what it receives. ``answers`` names
    the messages that this one reacts to, ``answered_by`` those that react to it. ``keys`` gives per
    berichtklasse the elements that make it unique. ``official`` is False for the iWmo return and
    answer messages, whose schemas are derived from the published structure and from iJw.
    """

    number: str
    noun: str
    title: str
    wire_code: str
    direction: Richting
    basis: Basisschema
    root: Structure
    xsd_version: str
    answers: tuple[str, ...] = ()
    answered_by: tuple[str, ...] = ()
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    official: bool = True

    @property
    def wet(self) -> Wet:
        """The law that the message belongs to."""
        return self.basis.wet

    @property
    def name(self) -> str:
        """The name in the standard, such as ``WMO323``."""
        return f"{self.wet.upper()}{self.number}"

    @property
    def prefix(self) -> str:
        """The prefix that the standard's own examples use, such as ``wmo323``."""
        return self.name.lower()

    @property
    def namespace(self) -> str:
        """The namespace of the message's own elements."""
        release = self.basis.release.replace(".", "_")
        return f"http://www.istandaarden.nl/{self.basis.standard}/{release}/{self.prefix}/schema"

    @property
    def module(self) -> str:
        """The name of the module that declares it: code and noun."""
        return f"{self.prefix}_{self.noun}"


@dataclass(frozen=True, eq=False)
class Release:
    """One release of one standard: its basisschema and its message types."""

    basis: Basisschema
    message_types: tuple[MessageType, ...]

    @property
    def standard(self) -> str:
        """The standard: "iwmo" or "ijw"."""
        return self.basis.standard

    @property
    def version(self) -> str:
        """The release: "3.2"."""
        return self.basis.release
