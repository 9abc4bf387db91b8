"""Messages in plain form are read from their bytes; the rows are those that a tree gives."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from tests.messages.examples import MAKERS, changed, content, prestatie
from wijzer.messages import MessageColumns, MessageRejected, Reader, compose, evaluate
from wijzer.standards import message_type

Change = Callable[[bytes], bytes]


def message(number: str = "323") -> bytes:
    if number != "323":
        return compose("wmo", number, content(number))
    return compose("wmo", "323", changed("323", {"Declaratie/Clienten/0/Prestaties+": prestatie("RN3")}))


def replaced(*pairs: tuple[bytes, bytes]) -> Change:
    def change(data: bytes) -> bytes:
        for old, new in pairs:
            assert old in data
            data = data.replace(old, new)
        return data

    return change


def in_encoding(name: str, letter: str) -> Change:
    def change(data: bytes) -> bytes:
        text = data.decode().replace("UTF-8", name).replace(">RN3<", f">RN{letter}<")
        return text.encode(name)

    return change


PLAIN: dict[str, Change] = {
    "as written": lambda data: data,
    "a mark of order before it": lambda data: b"\xef\xbb\xbf" + data,
    "no declaration": lambda data: data[data.index(b"?>") + 2 :].lstrip(),
    "each element on a line": replaced((b"><", b">\n\t<")),
    "other prefixes": replaced((b"wmo323:", b"x:"), (b":wmo323=", b":x=")),
    "no prefix": replaced((b"<wmo323:", b"<"), (b"</wmo323:", b"</"), (b"xmlns:wmo323=", b"xmlns=")),
    "letters outside ASCII": in_encoding("UTF-8", "ë"),
    "an attribute of the root": replaced((b"<wmo323:Bericht ", b"<wmo323:Bericht xmlns:q='urn:q' ")),
}
ODD: dict[str, Change] = {
    "a comment": replaced((b">RN3<", b">R<!-- een > twee -->N3<")),
    "a comment between elements": replaced((b"</wmo323:Header>", b"</wmo323:Header><!--<wmo323:Client>-->")),
    "an instruction": replaced((b"</wmo323:Header>", b"</wmo323:Header><?wmo323 Client?>")),
    "a comment behind the root": lambda data: data + b"<!-- einde -->",
    "CDATA": replaced((b">RN3<", b"><![CDATA[R<wmo323:Bsn>N3]]><")),
    "a greater-than sign in a value": replaced((b">RN3<", b">R>N3<")),
    "space in a tag": replaced((b"<wmo323:Client>", b"<wmo323:Client >")),
    "a declaration of a namespace inside": replaced((b"<wmo323:Client>", b"<wmo323:Client xmlns:z='urn:z'>")),
    "a second prefix for a namespace": replaced(
        (
            b"<wmo323:Bericht ",
            b"<wmo323:Bericht xmlns:y='http://www.istandaarden.nl/iwmo/3_2/wmo323/schema' ",
        ),
        (b"<wmo323:Client>", b"<y:Client>"),
        (b"</wmo323:Client>", b"</y:Client>"),
    ),
    "a reference": replaced((b">RN3<", b">R&amp;N3<")),
    "a numbered reference": replaced((b">RN3<", b">&#82;N3<")),
    "line ends of Windows": replaced((b"><", b">\r\n<")),
    "an old encoding": in_encoding("ISO-8859-1", "ë"),
    "an encoding of two bytes": in_encoding("UTF-16", "ë"),
}


def read(messages: list[bytes], *, plain: bool, number: str = "323") -> MessageColumns:
    columns = MessageColumns(message_type("wmo", number))
    reader = Reader(columns.message_type, plain=plain)
    for one in messages:
        reader.read(io.BytesIO(one), columns)
    return columns


def from_bytes(columns: MessageColumns) -> int:
    return sum(map(len, columns.plain.values()))


def assert_same(messages: list[bytes], number: str = "323") -> MessageColumns:
    fast, slow = (read(messages, plain=plain, number=number) for plain in (True, False))
    assert fast.header == slow.header
    assert fast.rows == slow.rows
    assert fast.meta == slow.meta
    for record in fast.records:
        assert fast.table(record.name).equals(slow.table(record.name))
    assert evaluate(fast) == evaluate(slow)
    assert from_bytes(slow) == 0
    return fast


@pytest.mark.parametrize("how", PLAIN)
def test_a_plain_message_is_read_from_its_bytes(how: str) -> None:
    assert from_bytes(assert_same([PLAIN[how](message())])) == 1


@pytest.mark.parametrize("how", ODD)
def test_any_other_message_is_read_as_a_tree(how: str) -> None:
    assert from_bytes(assert_same([ODD[how](message())])) == 0


def test_plain_and_other_messages_keep_their_order() -> None:
    changes = [*PLAIN.values(), *ODD.values()]
    mixed = [change(message()) for pair in zip(changes, reversed(changes), strict=True) for change in pair]
    columns = assert_same(mixed)
    assert from_bytes(columns) == 2 * len(PLAIN)
    numbers = columns.array("prestatie", "bericht_nummer").to_pylist()
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("number", sorted(MAKERS))
def test_every_kind_of_message_gives_the_same_rows_both_ways(number: str) -> None:
    assert from_bytes(assert_same([message(number)] * 3, number)) == 3


def test_a_plain_message_that_is_rejected_leaves_nothing_behind() -> None:
    columns = read([message()], plain=True)
    before = dict(columns.rows)
    for wrong in (
        message().replace(b"</wmo323:Client>", b"<wmo323:Meer/></wmo323:Client>"),
        message()[:-30],
        message() + b"x",
        message().replace(b">RN3<", b">\xff\xfe<"),
        message().replace(b"<wmo323:Afzender>", b"<wmo323:Afzender>\xff"),
    ):
        with pytest.raises(MessageRejected):
            Reader(columns.message_type).read(io.BytesIO(wrong), columns)
    assert columns.rows == before
    assert columns.messages == 1


def test_a_mark_takes_back_plain_and_other_messages() -> None:
    odd = ODD["a comment"](message())
    columns = read([message(), odd], plain=True)
    before, mark = dict(columns.rows), columns.mark()
    for one in (odd, message(), odd):
        Reader(columns.message_type).read(io.BytesIO(one), columns)
    assert columns.rows != before
    columns.rollback(mark)
    assert columns.rows == before
    assert columns.messages == 2


def test_lines_are_counted_beyond_what_libxml2_counts_exactly() -> None:
    many = message().replace(b"</wmo323:Header>", b"</wmo323:Header>" + b"\n" * 70_000)
    columns = read([many], plain=True)
    assert from_bytes(columns) == 1
    assert set(columns.array("client", "xml_regel").to_pylist()) == {70_002}
