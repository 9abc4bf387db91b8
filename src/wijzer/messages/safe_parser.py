"""The one way in which this package parses foreign XML: no network, no DTD, no entities, no other files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

CHUNK = 65_536
"""Bytes fed at a time: small enough that one bad chunk costs little, large enough to be fast."""


class _Refuse(etree.Resolver):
    """Answers every wish for another document with nothing."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        return self.resolve_empty(context)


SETTINGS: dict[str, Any] = {
    "load_dtd": False,
    "dtd_validation": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
    "collect_ids": False,
}


def whole_parser(schema: Any) -> Any:
    """Return a parser for whole documents that checks against ``schema``; it can be used many times.

    Entities are left to libxml2: told not to resolve them, lxml looks for errors of form in a log that
    the schema check has taken over, and so overlooks a file that was cut off. There is nothing to
    resolve, since a file with a DOCTYPE is refused before it comes here.
    """
    parser = etree.XMLParser(schema=schema, resolve_entities="internal", **SETTINGS)
    parser.resolvers.add(_Refuse())
    return parser


class _Nothing:
    """Wants to hear of nothing, so that no tree is built."""

    def close(self) -> bool:
        return True


def judging_parser(schema: Any) -> Any:
    """Return a parser that checks whole documents against ``schema`` and keeps nothing of them.

    It can be used many times. It raises for what is not well-formed XML; whatever the schema says is in its
    ``error_log``, which is empty for a document that the schema accepts.
    """
    parser = etree.XMLParser(schema=schema, target=_Nothing(), resolve_entities="internal", **SETTINGS)
    parser.resolvers.add(_Refuse())
    return parser


def pull_parser(events: Sequence[str], tags: Sequence[str] | None = None, schema: Any = None) -> Any:
    """Return a parser that is fed in chunks and gives events, optionally checking against ``schema``."""
    entities = "internal" if schema is not None else False
    parser = etree.XMLPullParser(
        events=events, tag=tags, schema=schema, resolve_entities=entities, **SETTINGS
    )
    parser.resolvers.add(_Refuse())
    return parser
