"""Explains why a message is rejected: reads it again in small steps and says where it went wrong.

The checking pass is fast and does not know places. This one feeds tag by tag around the place of the
first error, so that each error is tied to the element that was just read. It holds the path of open
elements and nothing else, so a large file costs no memory.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, BinaryIO

from lxml import etree

from wijzer.messages.findings import Finding
from wijzer.messages.safe_parser import CHUNK, pull_parser
from wijzer.standards import MessageType, SimpleType, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FINDINGS = 20
LOOK_FURTHER = 1_000_000
"""Bytes that are read after the first error to find more of them."""
_EXPECTED = re.compile(r"Expected is (?:one of )?\( (.*) \)")
_ELEMENT = re.compile(r"^Element '(?:\{[^}]*\})?([^']*)'")
_QUALIFIED = re.compile(r"(?:\{[^}]*\}|##\w+:)?([^,\s]+)")

VALUE = "De waarde heeft niet de vorm die de standaard vraagt."
SENTENCES = {
    "SCHEMAV_CVC_PATTERN_VALID": ("waarde_vorm", VALUE),
    "SCHEMAV_CVC_DATATYPE_VALID_1_2_1": ("waarde_soort", "De waarde is niet van de goede soort."),
    "SCHEMAV_CVC_MAXLENGTH_VALID": ("waarde_te_lang", "De waarde is te lang."),
    "SCHEMAV_CVC_MINLENGTH_VALID": ("waarde_leeg", "De waarde is leeg."),
    "SCHEMAV_CVC_MININCLUSIVE_VALID": ("waarde_te_klein", "Het getal is te klein."),
    "SCHEMAV_CVC_MAXINCLUSIVE_VALID": ("waarde_te_groot", "Het getal is te groot."),
    "SCHEMAV_CVC_ENUMERATION_VALID": ("code_onbekend", "De code staat niet in de codelijst."),
    "SCHEMAV_ELEMENT_CONTENT": (
        "element_onverwacht",
        "Hier hoort een ander element, of er ontbreekt er een.",
    ),
    "SCHEMAV_CVC_ELT_1": (
        "element_onbekend",
        "Het bericht begint met een element dat de standaard niet kent.",
    ),
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": ("tekst_onverwacht", "Hier staat tekst op een plaats voor elementen."),
    "SCHEMAV_CVC_COMPLEX_TYPE_2_1": ("inhoud_onverwacht", "Dit element moet leeg zijn."),
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": (
        "kenmerk_onverwacht",
        "Het element heeft een kenmerk (attribuut) dat niet mag.",
    ),
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2": (
        "kenmerk_onverwacht",
        "Het element heeft een kenmerk (attribuut) dat niet mag.",
    ),
    "SCHEMAV_CVC_TYPE_3_1_1": (
        "kenmerk_onverwacht",
        "Het element heeft een kenmerk (attribuut) dat niet mag.",
    ),
    "SCHEMAV_CVC_TYPE_3_1_2": ("element_onverwacht", "Hier staat een element op een plaats voor een waarde."),
    "SCHEMAV_CVC_ELT_3_1": ("nil_verboden", "xsi:nil mag hier niet."),
    "SCHEMAV_CVC_ELT_4_2": ("type_verboden", "xsi:type noemt een type dat hier niet mag."),
    "SCHEMAV_CVC_ELT_4_3": ("type_verboden", "xsi:type noemt een type dat hier niet mag."),
}
CUT_OFF = Finding(
    "geen_xml",
    "Het bestand is geen goede XML; misschien is het afgebroken.",
    expected="een volledig XML-bestand; vraag de afzender om het opnieuw te sturen",
)
OTHER = ("schema", "Het bericht voldoet hier niet aan het schema van de standaard.")


def local_name(element: Any) -> str:
    """Return an element's name without namespace; also for a prefix that nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]


def not_well_formed(error: etree.XMLSyntaxError) -> Finding:
    """Return the finding for a file that is not well-formed XML, or breaks a limit of the parser."""
    line = error.lineno or None
    names = {entry.type_name for entry in error.error_log}
    if (
        names & {"ERR_RESOURCE_LIMIT", "ERR_NAME_TOO_LONG", "WAR_HUGE_TEXT"}
        or "huge" in str(error.msg).lower()
    ):
        return Finding(
            "te_groot",
            "Het bestand heeft te diepe of te grote onderdelen en wordt daarom niet gelezen.",
            line=line,
            expected="elementen die niet dieper dan 256 lagen liggen en teksten tot 10 MB",
        )
    if names & {"ERR_UNSUPPORTED_ENCODING", "ERR_INVALID_ENCODING", "ERR_INVALID_CHAR", "I18N_CONV_FAILED"}:
        return Finding(
            "tekencodering",
            "De tekens in het bestand passen niet bij de tekencodering die het bestand noemt.",
            line=line,
            expected="een bestand in de genoemde codering, het liefst UTF-8",
        )
    return replace(CUT_OFF, line=line)


def diagnose(
    stream: BinaryIO, start: int, offset: int, message_type: MessageType, schema: Any
) -> tuple[Finding, ...]:
    """Return findings for a message that the schema rejects, at most ``MAX_FINDINGS``.

    ``offset`` is the number of bytes after ``start`` that are known to be without error.
    """
    stream.seek(start)
    parser = pull_parser(("start", "end"), None, schema)
    walk = _Walk(message_type)
    findings: list[Finding] = []
    seen = after = 0
    try:
        for piece in _pieces(stream, offset):
            parser.feed(piece)
            recent = walk.follow(parser.read_events())
            log = parser.feed_error_log
            for entry in list(log)[seen:]:
                if entry.domain_name == "SCHEMASV":
                    findings.append(walk.finding(entry, recent))
            seen = len(log)
            after += len(piece) if findings else 0
            if len(findings) >= MAX_FINDINGS or after > LOOK_FURTHER:
                break
        else:
            parser.close()
    except etree.XMLSyntaxError as error:
        if not findings:
            recent = walk.follow(parser.read_events())
            told = [entry for entry in error.error_log if entry.domain_name == "SCHEMASV"]
            findings = [walk.finding(entry, recent) for entry in told[:MAX_FINDINGS]]
            findings = findings or [not_well_formed(error)]
    return tuple(dict.fromkeys(findings)) or (Finding("schema", OTHER[1]),)


def _pieces(stream: BinaryIO, offset: int) -> Iterator[bytes]:
    done = 0
    while done < offset and (chunk := stream.read(min(CHUNK, offset - done))):
        done += len(chunk)
        yield chunk
    while chunk := stream.read(CHUNK):
        yield from re.findall(rb"[^>]*>|[^>]+", chunk)


class _Walk:
    """Follows the open elements and what the declaration says about them."""

    def __init__(self, message_type: MessageType) -> None:
        self.message_type = message_type
        self.open: list[str] = []
        self.names = _declared_names(message_type)

    def follow(self, events: Any) -> list[tuple[str, tuple[str, ...], int | None]]:
        """Move along with the events; return the elements that were touched: name, path, line."""
        recent: list[tuple[str, tuple[str, ...], int | None]] = []
        for event, element in events:
            name = local_name(element)
            if event == "start":
                self.open.append(name)
                recent.append((name, tuple(self.open), element.sourceline))
            else:
                recent.append((name, tuple(self.open), element.sourceline))
                if self.open:
                    self.open.pop()
                _forget(element)
        return recent

    def finding(self, entry: Any, recent: list[tuple[str, tuple[str, ...], int | None]]) -> Finding:
        code, sentence = SENTENCES.get(entry.type_name, OTHER)
        told = _ELEMENT.match(entry.message)
        name = told.group(1) if told else None
        matching = [item for item in recent if item[0] == name] or recent
        path, line = (matching[-1][1], matching[-1][2]) if matching else (tuple(self.open), None)
        if not matching and name is not None:
            path = (*path, name)
        simple, rules = _declared(self.message_type, path)
        expected: str | None
        if code == "element_onverwacht":
            expected = _expected_names(entry.message)
        else:
            expected = simple.form if simple is not None else None
        return Finding(code, sentence, "fout", rules, self._shown(path), line, expected)

    def _shown(self, path: tuple[str, ...]) -> str:
        return "/".join(name if name in self.names else "(onbekend element)" for name in path)


def _forget(element: Any) -> None:
    """Drop what an ended element holds and the elements before it, so that the tree does not grow."""
    element.clear(keep_tail=True)
    holder = element.getparent()
    if holder is not None and len(holder) > 1:
        del holder[:-1]


def _expected_names(message: str) -> str | None:
    found = _EXPECTED.search(message)
    if found is None:
        return "geen verder element op deze plaats"
    names = _QUALIFIED.findall(found.group(1))
    return " of ".join(names)


def _declared(message_type: MessageType, path: tuple[str, ...]) -> tuple[SimpleType | None, tuple[str, ...]]:
    """Return the type and rule ids of the leaf at ``path`` (from the root), when it is declared."""
    basis = message_type.basis
    here: Structure | SimpleType = message_type.root
    rules: tuple[str, ...] = ()
    for name in path[1:]:
        if isinstance(here, SimpleType):
            return None, ()
        element = next((member for member in here.members if member.name == name), None)
        if element is None:
            return None, ()
        kind = element.type
        here = kind if isinstance(kind, Structure) else basis.simple_types.get(kind) or basis.structures[kind]
        rules = element.rules if isinstance(here, Structure) else here.rules
    return (here, rules) if isinstance(here, SimpleType) else (None, ())


def _declared_names(message_type: MessageType) -> frozenset[str]:
    names = {"Bericht"}

    def collect(structure: Structure) -> None:
        for member in structure.members:
            names.add(member.name)
            if isinstance(member.type, Structure):
                collect(member.type)

    collect(message_type.root)
    for structure in message_type.basis.structures.values():
        collect(structure)
    return frozenset(names)
