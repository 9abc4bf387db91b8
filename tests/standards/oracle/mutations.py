"""Changes to a valid message: some that a schema must not see, some that it must.

Each change takes a tree or its bytes and a source of chance. ``neutral`` ones keep a valid message valid,
so that a checker that refuses too much is caught as surely as one that accepts too much.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from lxml import etree

XSI = "http://www.w3.org/2001/XMLSchema-instance"
TreeChange = Callable[[etree._Element, Random], None]
ByteChange = Callable[[bytes, Random], bytes]


def _any(root: etree._Element, random: Random) -> etree._Element:
    return random.choice([element for element in root.iter() if isinstance(element.tag, str)])


def _leaf(root: etree._Element, random: Random) -> etree._Element:
    return random.choice([e for e in root.iter() if isinstance(e.tag, str) and len(e) == 0])


def _group(root: etree._Element, random: Random) -> etree._Element:
    groups = [e for e in root.iter() if isinstance(e.tag, str) and len(e)]
    return random.choice(groups or [root])


def _below_root(root: etree._Element, random: Random) -> etree._Element:
    return random.choice([e for e in root.iter() if isinstance(e.tag, str)][1:] or [root])


def removed(root: etree._Element, random: Random) -> None:
    element = _below_root(root, random)
    if element.getparent() is not None:
        element.getparent().remove(element)


def doubled(root: etree._Element, random: Random) -> None:
    element = _below_root(root, random)
    if element.getparent() is not None:
        copy = etree.fromstring(etree.tostring(element))
        element.addnext(copy)


def swapped(root: etree._Element, random: Random) -> None:
    group = _group(root, random)
    if len(group) > 1:
        first = random.randrange(len(group) - 1)
        group.insert(first, group[first + 1])


def shuffled(root: etree._Element, random: Random) -> None:
    group = _group(root, random)
    children = list(group)
    random.shuffle(children)
    group[:] = children


def renamed(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    space = etree.QName(element).namespace
    element.tag = f"{{{space}}}{random.choice(['Onbekend', 'Bsn', 'Datum', 'Header', 'client', 'Naam'])}"


def emptied(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    for child in list(element):
        element.remove(child)
    element.text = random.choice([None, "", " "])


def too_long(root: etree._Element, random: Random) -> None:
    leaf = _leaf(root, random)
    leaf.text = (leaf.text or "") + random.choice("0aé ") * random.choice([1, 5, 50, 300])


def wrong_form(root: etree._Element, random: Random) -> None:
    _leaf(root, random).text = random.choice(
        [
            "x",
            "-1",
            "+1",
            "1.0",
            "é€",
            "0",
            "1" * 9,
            "NaN",
            "true",
            "1,5",
            "00",
            "a b",
            "\t",
            "\u00a0",
            "٣",
            "𝟏",
        ]
    )


def other_code(root: etree._Element, random: Random) -> None:
    _leaf(root, random).text = random.choice(
        ["01", "1", "99", "XX", "NL", "nl", "0001", "C", "d", "31", "10", "9"]
    )


def odd_date(root: etree._Element, random: Random) -> None:
    leaves = [
        e for e in root.iter() if isinstance(e.tag, str) and len(e) == 0 and re.match(r"\d{4}-", e.text or "")
    ]
    if leaves:
        random.choice(leaves).text = random.choice(
            [
                "2023-02-30",
                "2023-00-10",
                "0000-01-01",
                "-0044-03-15",
                "12023-01-01",
                "2024-02-29",
                "2100-02-29",
                "2023-01-31Z",
                "2023-01-31+01:00",
                "2023-01-31-05:00",
                "20230131",
                "2023-01-31T00:00:00",
                "0001-01-01",
            ]
        )


def odd_time(root: etree._Element, random: Random) -> None:
    leaves = [e for e in root.iter() if isinstance(e.tag, str) and re.match(r"\d\d:\d\d", e.text or "")]
    if leaves:
        random.choice(leaves).text = random.choice(
            [
                "24:00:00",
                "24:00:01",
                "23:59:60",
                "12:00:00.123456789",
                "1:00:00",
                "12:00:00Z",
                "12:00:00+02:00",
            ]
        )


def other_space(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    spaces = [etree.QName(e).namespace for e in root.iter() if isinstance(e.tag, str)]
    space = random.choice([*spaces, "http://example.org/x", None])
    local = etree.QName(element).localname
    element.tag = f"{{{space}}}{local}" if space else local


def attribute(root: etree._Element, random: Random) -> None:
    name = random.choice(
        ["soort", "id", "{http://www.w3.org/XML/1998/namespace}lang", "{http://example.org/x}a"]
    )
    _any(root, random).set(name, random.choice(["1", "", "nl"]))


def nil(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    element.set(f"{{{XSI}}}nil", random.choice(["true", "false", "1", "0", "x"]))
    if random.random() < 0.5:
        element.text = None


def told_type(root: etree._Element, random: Random) -> None:
    element = _any(root, random)
    prefixes = [prefix for prefix in root.nsmap if prefix]
    kind = random.choice(
        ["LDT_Nummer", "LDT_Datum", "LDT_Naam", "CDT_Huis", "Client", "Root", "LDT_BerichtCode"]
    )
    element.set(f"{{{XSI}}}type", f"{random.choice(prefixes)}:{kind}")


def stray_text(root: etree._Element, random: Random) -> None:
    group = _group(root, random)
    group.text = random.choice(["tekst", ".", "\u00a0"])


def stray_child(root: etree._Element, random: Random) -> None:
    etree.SubElement(_leaf(root, random), random.choice(["b", root.tag]))


def two_changes(root: etree._Element, random: Random) -> None:
    for _ in range(2):
        random.choice(HARMFUL)(root, random)


def comment(root: etree._Element, random: Random) -> None:
    _group(root, random).insert(0, etree.Comment(" uitleg <&> "))


def comment_in_value(root: etree._Element, random: Random) -> None:
    leaf = _leaf(root, random)
    text = leaf.text or ""
    cut = random.randint(0, len(text))
    leaf.text = text[:cut]
    inside = etree.Comment("x") if random.random() < 0.5 else etree.ProcessingInstruction("p", "y")
    inside.tail = text[cut:]
    leaf.append(inside)


def instruction(root: etree._Element, random: Random) -> None:
    _group(root, random).append(etree.ProcessingInstruction("stap", 'a="1"'))


def cdata(root: etree._Element, random: Random) -> None:
    leaf = _leaf(root, random)
    if leaf.text:
        leaf.text = etree.CDATA(leaf.text)


def layout(root: etree._Element, random: Random) -> None:
    etree.indent(root, random.choice(["  ", "\t", "\n\n", ""]))


def padded_value(root: etree._Element, random: Random) -> None:
    leaves = [
        e for e in root.iter() if isinstance(e.tag, str) and re.match(r"\d{4}-\d\d-\d\d$", e.text or "")
    ]
    if leaves:
        leaf = random.choice(leaves)
        leaf.text = random.choice([" {}", "{}\n", "\t{} "]).format(leaf.text)


def located(root: etree._Element, random: Random) -> None:
    """Name a schema for a namespace; nothing may be loaded for it."""
    space = etree.QName(root).namespace
    root.set(f"{{{XSI}}}schemaLocation", f"{space} file:///bestaat/niet.xsd")


def unchanged(root: etree._Element, random: Random) -> None:
    """Leave the message as it is."""


HARMFUL: list[TreeChange] = [
    removed,
    doubled,
    swapped,
    shuffled,
    renamed,
    emptied,
    too_long,
    wrong_form,
    other_code,
    odd_date,
    odd_time,
    other_space,
    attribute,
    nil,
    told_type,
    stray_text,
    stray_child,
]
NEUTRAL: list[TreeChange] = [
    comment,
    comment_in_value,
    instruction,
    cdata,
    layout,
    padded_value,
    located,
    unchanged,
]


def plain(document: bytes, random: Random) -> bytes:
    return document


def other_prefixes(document: bytes, random: Random) -> bytes:
    return document.replace(b"<m:", b"<q1:").replace(b"</m:", b"</q1:").replace(b"xmlns:m=", b"xmlns:q1=")


def default_space(document: bytes, random: Random) -> bytes:
    return document.replace(b"<m:", b"<").replace(b"</m:", b"</").replace(b"xmlns:m=", b"xmlns=")


def single_quotes(document: bytes, random: Random) -> bytes:
    return re.sub(rb'xmlns:(\w+)="([^"]*)"', rb"xmlns:\1 = '\2'", document)


def recoded(document: bytes, random: Random) -> bytes:
    """Write the message in another encoding, named as it should be."""
    text = document.decode("utf-8").partition("?>")[2]
    name = random.choice(
        ["UTF-16", "iso-8859-1", "windows-1252", "US-ASCII", "UTF-16LE", "utf-8", "ISO-8859-15"]
    )
    whole = f'<?xml version="1.0" encoding="{name}"?>{text}'
    return whole.encode(name, "xmlcharrefreplace")


def no_declaration(document: bytes, random: Random) -> bytes:
    body = document.partition(b"?>")[2].lstrip()
    return random.choice([b"", b"\xef\xbb\xbf", b"\n ", b"<!-- vooraf -->", b"<?vooraf?>\n"]) + body


def misdeclared(document: bytes, random: Random) -> bytes:
    name = random.choice(
        [b"UTF-16", b"US-ASCII", b"onzin", b"windows-1252", b"UTF-32", b"UTF-7", b"EBCDIC-CP-NL"]
    )
    return re.sub(rb"encoding=['\"][^'\"]*['\"]", b'encoding="' + name + b'"', document, count=1)


def references(document: bytes, random: Random) -> bytes:
    """Write one digit in text as a character reference."""
    places = [match.start() + 1 for match in re.finditer(rb">\d", document)]
    if not places:
        return document
    place = random.choice(places)
    return document[:place] + b"&#%d;" % document[place] + document[place + 1 :]


def trailing(document: bytes, random: Random) -> bytes:
    return document + random.choice([b"\n", b" \r\n", b"<!-- na -->", b"<?na?>"])


def cut_off(document: bytes, random: Random) -> bytes:
    return document[: random.randrange(1, len(document))]


def garbage(document: bytes, random: Random) -> bytes:
    place = random.randrange(len(document))
    return (
        document[:place]
        + random.choice([b"\x00", b"<", b"&", b"\xff", b"]]>", b"&nbsp;", b">"])
        + document[place:]
    )


def flipped(document: bytes, random: Random) -> bytes:
    place = random.randrange(len(document))
    return document[:place] + bytes([random.randrange(256)]) + document[place + 1 :]


def second_root(document: bytes, random: Random) -> bytes:
    return document + random.choice([b"<a/>", b"tekst", document.partition(b"?>")[2]])


def version_11(document: bytes, random: Random) -> bytes:
    return document.replace(b"version='1.0'", b"version='1.1'").replace(b'version="1.0"', b'version="1.1"')


BYTE_NEUTRAL: list[ByteChange] = [
    plain,
    plain,
    plain,
    plain,
    other_prefixes,
    default_space,
    single_quotes,
    recoded,
    no_declaration,
    references,
    trailing,
]
BYTE_HARMFUL: list[ByteChange] = [misdeclared, cut_off, garbage, flipped, second_root, version_11]


def mutate(message: etree._Element, random: Random) -> tuple[str, bytes]:
    """Change a copy of a valid message; return the names of the changes and the bytes, never unchanged."""
    original = etree.tostring(message, xml_declaration=True, encoding="UTF-8")
    while True:
        kind = random.random()
        tree_change = random.choice(NEUTRAL if kind < 0.48 else [*HARMFUL, two_changes])
        byte_change = random.choice(BYTE_NEUTRAL if random.random() < 0.92 else BYTE_HARMFUL)
        copy = etree.fromstring(original)
        tree_change(copy, random)
        document = byte_change(etree.tostring(copy, xml_declaration=True, encoding="UTF-8"), random)
        if document != original:
            return f"{tree_change.__name__}+{byte_change.__name__}", document
