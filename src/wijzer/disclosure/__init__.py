"""Disclosure control: the only room that makes a ``Publishable`` out of counts about people."""

from wijzer.disclosure.declaration import Declaration, Figure
from wijzer.disclosure.edition import Edition, EditionChanged, dump, load
from wijzer.disclosure.errors import DisclosureError, NotPublishable, UnprotectableResult
from wijzer.disclosure.groups import KNOWN_GROUPS, Group
from wijzer.disclosure.protect import DEFAULT_THRESHOLD, protect_all
from wijzer.disclosure.publishable import Publishable, Shown, Status, require_publishable

__all__ = [
    "DEFAULT_THRESHOLD",
    "KNOWN_GROUPS",
    "Declaration",
    "DisclosureError",
    "Edition",
    "EditionChanged",
    "Figure",
    "Group",
    "NotPublishable",
    "Publishable",
    "Shown",
    "Status",
    "UnprotectableResult",
    "dump",
    "load",
    "protect_all",
    "require_publishable",
]
