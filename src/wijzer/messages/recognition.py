"""Says what a file is from its first bytes: a message type, or something else with its name in Dutch.

The usual start of a message is recognised by its bytes alone. Anything unusual (another encoding,
comments before the root, a DOCTYPE) is left to libxml2, which reads the head up to the root element, so
that every encoding is understood as the real pass would.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import BinaryIO

from lxml import etree

from wijzer.messages.findings import Finding
from wijzer.messages.safe_parser import pull_parser
from wijzer.standards import MessageType, by_namespace, releases

HEAD = 4096
_USUAL = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:<\?xml\s[^?>]*\?>)?\s*"
    rb"<(?:([A-Za-z_][A-Za-z0-9_.-]*):)?Bericht((?:\s+[A-Za-z_:][\w:.-]*\s*=\s*(?:\"[^\"<&]*\"|'[^'<&]*'))*)\s*>"
)
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([^\"']*)[\"']")
_PLAIN_ENCODINGS = {b"utf-8", b"us-ascii", b"ascii", b"iso-8859-1", b"iso-8859-15", b"windows-1252"}
_ATTRIBUTE = re.compile(rb"([A-Za-z_:][\w:.-]*)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_ISTANDAARD = re.compile(r"istandaarden\.nl/(i[a-z]+)/(\d+)_(\d+)(?:_\d+)?/(\w+)/schema")
_STANDARD_NAMES = {"iwmo": "iWmo", "ijw": "iJw", "iwlz": "iWlz", "ipgb": "iPgb", "ieb": "iEb"}


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a file is: a ``message_type`` that is read, or a ``problem`` in Dutch with a stable ``code``."""

    message_type: MessageType | None = None
    problem: str | None = None
    code: str = "herkend"
    expected: str | None = None

    def finding(self, wanted: MessageType | None = None) -> Finding:
        """Return the finding that tells why the file is not read (as ``wanted``)."""
        if self.problem is not None:
            return Finding(self.code, self.problem, expected=self.expected)
        found = self.message_type.name if self.message_type else "een ander bestand"
        asked = wanted.name if wanted else "een ander bericht"
        return Finding("ander_bericht", f"Dit is een {found}, geen {asked}.")


def recognise(stream: BinaryIO) -> Recognition:
    """Say what the file in ``stream`` is; reads from the current position and does not rewind."""
    return recognise_start(stream.read(HEAD), stream)


def recognise_start(start: bytes, rest: BinaryIO) -> Recognition:
    """Say what a file is from bytes already read and, when these are not enough, from the ``rest``."""
    head = start[:HEAD]
    usual = _usual_start(head[: head.find(b">", head.find(b"Bericht")) + 1])
    return usual or _other(head) or _by_parser(start, rest)


@lru_cache(maxsize=256)
def _usual_start(head: bytes) -> Recognition | None:
    """Recognise the usual start of a message, up to the end of its first tag; None when it is unusual."""
    found = namespaces(head)
    if found is None:
        return None
    declared, encoding, prefix = found
    values = [space for name, space in declared if name == prefix]
    if len(values) != 1 or not values[0].isascii() or encoding not in {None, *_PLAIN_ENCODINGS}:
        return None
    message_type = by_namespace(values[0].decode("ascii"))
    return None if message_type is None else Recognition(message_type)


def namespaces(head: bytes) -> tuple[list[tuple[bytes, bytes]], bytes | None, bytes] | None:
    """Return what the usual start of a message declares; None when ``head`` is another start.

    That is: prefix and namespace of each declaration, the encoding in lower case (None: not named), and
    the prefix of the root itself. The default namespace has the empty prefix.
    """
    found = _USUAL.match(head)
    if found is None:
        return None
    declaration = head[: head.find(b"?>")] if b"<?xml" in head[:8] else b""
    encoding = _ENCODING.search(declaration)
    attributes = _ATTRIBUTE.findall(found.group(2))
    declared = [
        (name[len(b"xmlns:") :], double or single)
        for name, double, single in attributes
        if name == b"xmlns" or name.startswith(b"xmlns:")
    ]
    return declared, encoding.group(1).lower() if encoding else None, found.group(1) or b""


def _by_parser(start: bytes, stream: BinaryIO) -> Recognition:
    parser = pull_parser(("start",))
    try:
        chunk = start
        while chunk:
            for at in range(0, len(chunk), 256):
                parser.feed(chunk[at : at + 256])
                for _, root in parser.read_events():
                    return _by_root(root)
            chunk = stream.read(HEAD)
        parser.close()
    except etree.XMLSyntaxError:
        for _, root in parser.read_events():
            return _by_root(root)
    return Recognition(
        None,
        "Het bestand is geen XML, of het is beschadigd.",
        "geen_xml",
        "een iWmo- of iJw-bericht in XML",
    )


def _by_root(root: etree._Element) -> Recognition:
    info = root.getroottree().docinfo
    if info.internalDTD is not None or info.doctype:
        return Recognition(
            None,
            "Het bestand heeft een DOCTYPE en wordt daarom niet gelezen.",
            "doctype",
            "een bericht zonder DOCTYPE; een iStandaard-bericht heeft er nooit een",
        )
    namespace = str(root.tag)[1:].rpartition("}")[0]
    message_type = by_namespace(namespace)
    if message_type is not None:
        return Recognition(message_type)
    return _foreign(namespace)


def _foreign(namespace: str) -> Recognition:
    known = ", ".join(f"{_STANDARD_NAMES[release.standard]} {release.version}" for release in releases())
    expected = f"een bericht van {known}"
    found = _ISTANDAARD.search(namespace)
    if found is None:
        return Recognition(None, "Dit XML-bestand is geen iWmo- of iJw-bericht.", "andere_xml", expected)
    standard, major, minor = found.groups()[:3]
    shown = _STANDARD_NAMES.get(standard)
    if shown is None:
        return Recognition(
            None, "Dit is een bericht van een andere iStandaard.", "andere_standaard", expected
        )
    declared = {(release.standard, release.version) for release in releases()}
    if (standard, f"{major}.{minor}") in declared:
        return Recognition(None, f"{shown} {major}.{minor} kent dit bericht niet.", "ander_bericht", expected)
    return Recognition(None, f"{shown} {major}.{minor} wordt niet gelezen.", "andere_release", expected)


def _other(head: bytes) -> Recognition | None:
    """Recognise what is not XML at all by its first bytes."""
    if not head.strip(b" \t\r\n\x00"):
        return Recognition(None, "Het bestand is leeg.", "leeg", "een iWmo- of iJw-bericht")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Recognition(
            None,
            "Dit is een zip-bestand, geen bericht.",
            "zip",
            "de berichten uit de zip; neem die in als map of zip",
        )
    if head.startswith(b"%PDF"):
        return Recognition(None, "Dit is een PDF-bestand, geen bericht.", "pdf", "een iWmo- of iJw-bericht")
    if re.match(rb"\A(?:\xef\xbb\xbf)?\d{3}\d{2}\d{2}[A-Z0-9 ]", head) and b"<" not in head[:200]:
        return Recognition(
            None,
            "Dit is een bestand met vaste posities (EI-standaard), geen XML-bericht.",
            "ei_bestand",
            "een iWmo- of iJw-bericht in XML",
        )
    return None
