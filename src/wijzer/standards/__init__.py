"""iWmo and iJw as data: one folder a release, one module a message type. No behaviour but declarations."""

from wijzer.standards.declaration import (
    Basisschema,
    Code,
    CodeList,
    Element,
    MessageType,
    Release,
    SimpleType,
    Structure,
    Wet,
)
from wijzer.standards.registry import by_namespace, code_list, discover, message_type, message_types, releases
from wijzer.standards.rules import Rule

__all__ = [
    "Basisschema",
    "Code",
    "CodeList",
    "Element",
    "MessageType",
    "Release",
    "Rule",
    "SimpleType",
    "Structure",
    "Wet",
    "by_namespace",
    "code_list",
    "discover",
    "message_type",
    "message_types",
    "releases",
]
