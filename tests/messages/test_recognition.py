"""A file is named for what it is, in Dutch, and never gives a traceback."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.messages.examples import content
from wijzer.messages import MessageColumns, MessageRejected, Reader, check, compose, recognise
from wijzer.standards import MessageType, message_type, message_types

DOCTYPE = "Het bestand heeft een DOCTYPE en wordt daarom niet gelezen."
EI = "Dit is een bestand met vaste posities (EI-standaard), geen XML-bericht."
OTHER = "Dit is een bericht van een andere iStandaard."
STANDARD = "http://www.istandaarden.nl/{}/schema"
IWMO = "http://www.istandaarden.nl/iwmo/{}/wmo303/schema"


def zipped() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("bericht.xml", "<a/>")
    return stream.getvalue()


def root(namespace: str) -> bytes:
    return f'<?xml version="1.0"?><x:Bericht xmlns:x="{namespace}"/>'.encode()


OTHER_FILES = [
    (b"", "leeg", "Het bestand is leeg."),
    (b"  \r\n", "leeg", "Het bestand is leeg."),
    (b"\x00" * 50, "leeg", "Het bestand is leeg."),
    (zipped(), "zip", "Dit is een zip-bestand, geen bericht."),
    (b"%PDF-1.7 ...", "pdf", "Dit is een PDF-bestand, geen bericht."),
    (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "geen_xml", "Het bestand is geen XML, of het is beschadigd."),
    (b"gemeente;bedrag\n0293;12\n", "geen_xml", "Het bestand is geen XML, of het is beschadigd."),
    (b"<a><b></a>", "andere_xml", "Dit XML-bestand is geen iWmo- of iJw-bericht."),
    (b"<html><body/></html>", "andere_xml", "Dit XML-bestand is geen iWmo- of iJw-bericht."),
    (root("urn:iets:anders"), "andere_xml", "Dit XML-bestand is geen iWmo- of iJw-bericht."),
    (root(IWMO.format("2_0")), "andere_release", "iWmo 2.0 wordt niet gelezen."),
    (root(IWMO.format("2_4")), "andere_release", "iWmo 2.4 wordt niet gelezen."),
    (root(IWMO.format("3_0")), "andere_release", "iWmo 3.0 wordt niet gelezen."),
    (root(IWMO.format("3_2")), "ander_bericht", "iWmo 3.2 kent dit bericht niet."),
    (root(STANDARD.format("ijw/3_1/jw301")), "andere_release", "iJw 3.1 wordt niet gelezen."),
    (root(STANDARD.format("iwlz/2_5/aw33")), "andere_release", "iWlz 2.5 wordt niet gelezen."),
    (root(STANDARD.format("iets/1_0/x")), "andere_standaard", OTHER),
    (b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "doctype", DOCTYPE),
    (b"<?xml version='1.0'?>\n<!-- x --><!DOCTYPE a><a/>", "doctype", DOCTYPE),
    (b"3010101A00001234567890WMO\r\n" * 3, "ei_bestand", EI),
]


@pytest.mark.parametrize(("data", "code", "sentence"), OTHER_FILES, ids=lambda value: repr(value)[:30])
def test_a_file_that_is_no_message_is_named(data: bytes, code: str, sentence: str) -> None:
    found = recognise(io.BytesIO(data))
    assert (found.message_type, found.code, found.problem) == (None, code, sentence)
    result = check(data)
    assert not result.accepted
    assert [(finding.code, finding.message) for finding in result.findings] == [(code, sentence)]


@pytest.mark.parametrize("message", message_types(), ids=lambda message: message.name)
def test_each_message_type_is_recognised_by_its_namespace(message: MessageType) -> None:
    assert recognise(io.BytesIO(root(message.namespace))).message_type is message


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig", "iso-8859-1", "utf-32"])
def test_a_doctype_is_seen_in_every_encoding(encoding: str) -> None:
    declared = encoding.replace("-sig", "")
    text = f'<?xml version="1.0" encoding="{declared}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    found = recognise(io.BytesIO(text.encode(encoding)))
    # libxml2 does not know every encoding; what it cannot read is refused as no XML
    assert found.message_type is None
    assert found.code in {"doctype", "geen_xml"}
    if encoding != "utf-32":
        assert found.code == "doctype"


def test_a_doctype_is_refused_in_an_otherwise_good_message() -> None:
    good = compose("wmo", "319", content("319"))
    bad = good.replace(b"?>\n", b"?>\n<!DOCTYPE wmo319:Bericht>\n", 1)
    assert check(good).accepted
    assert [finding.code for finding in check(bad).findings] == ["doctype"]


@pytest.mark.parametrize("shift", [0, 1, 255, 256, 4000, 4095, 4096, 5000, 70_000])
def test_what_comes_before_the_root_does_not_hide_a_doctype(shift: int) -> None:
    good = compose("wmo", "319", content("319")).partition(b"?>\n")[2]
    comment = b"<!--" + b"x" * shift + b"-->"
    assert check(comment + good).accepted
    assert [finding.code for finding in check(comment + b"<!DOCTYPE a>" + good).findings] == ["doctype"]


def test_a_message_given_to_the_reader_of_another_is_refused_by_name() -> None:
    reader = Reader(message_type("wmo", "301"))
    with pytest.raises(MessageRejected) as caught:
        reader.read(io.BytesIO(compose("wmo", "319", content("319"))), MessageColumns(reader.message_type))
    assert caught.value.findings[0].message == "Dit is een WMO319, geen WMO301."
