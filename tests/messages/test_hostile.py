"""Files made to do harm: nothing is loaded or expanded, memory stays flat, each is refused or read."""

from __future__ import annotations

import io
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.messages.examples import content
from wijzer.messages import MessageColumns, MessageRejected, Reader, check, compose
from wijzer.standards import message_type

XSI = b'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'


@pytest.fixture
def listener() -> Iterator[tuple[str, list[bytes]]]:
    """A server that notes who calls."""
    calls: list[bytes] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, _ = server.accept()
            except TimeoutError:
                continue
            calls.append(connection.recv(100))
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/x", calls
    stop.set()
    thread.join()
    server.close()


def good() -> bytes:
    return compose("wmo", "323", content("323"))


def test_a_schema_location_is_never_fetched(listener: tuple[str, list[bytes]], tmp_path: Path) -> None:
    url, calls = listener
    loose = tmp_path / "los.xsd"
    loose.write_text('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:x"/>')
    for place in (url, loose.as_uri(), str(loose)):
        told = f' xsi:schemaLocation="urn:x {place}" xsi:noNamespaceSchemaLocation="{place}"'.encode()
        message = good().replace(b"<wmo323:Bericht", b"<wmo323:Bericht " + XSI + told, 1)
        assert check(message).accepted
        foreign = message.replace(b"<wmo323:Declaratie>", b'<x:y xmlns:x="urn:x"/><wmo323:Declaratie>')
        assert not check(foreign).accepted
    assert calls == []


def test_an_external_entity_or_dtd_is_never_fetched(listener: tuple[str, list[bytes]]) -> None:
    url, calls = listener
    for doctype in (
        f'<!DOCTYPE a SYSTEM "{url}">',
        f'<!DOCTYPE a [<!ENTITY e SYSTEM "{url}">]>',
        f'<!DOCTYPE a [<!ENTITY % e SYSTEM "{url}"> %e;]>',
    ):
        message = good().replace(b"?>\n", b"?>\n" + doctype.encode(), 1).replace(b"DN001", b"&e;")
        assert [finding.code for finding in check(message).findings] == ["doctype"]
    assert calls == []


def test_entities_are_not_expanded() -> None:
    laughs = b"<!DOCTYPE a [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(20)
    )
    message = good().replace(b"?>\n", b"?>\n" + laughs + b"]>", 1).replace(b"DN001", b"&u;")
    assert [finding.code for finding in check(message).findings] == ["doctype"]


def test_an_undefined_entity_is_refused() -> None:
    assert not check(good().replace(b"DN001", b"&onbekend;")).accepted


def test_deep_nesting_is_refused() -> None:
    deep = good().replace(b"<wmo323:Declaratie>", b"<wmo323:Declaratie>" * 5_000)
    assert not check(deep).accepted
    assert not check(deep + b"</wmo323:Declaratie>" * 5_000).accepted


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
@pytest.mark.parametrize("whole", [0, 8_000_000])
def test_a_file_that_was_cut_off_is_refused(share: float, whole: int) -> None:
    data = good()
    reader = Reader(message_type("wmo", "323"), whole)
    columns = MessageColumns(reader.message_type)
    with pytest.raises(MessageRejected):
        reader.read(io.BytesIO(data[: int(len(data) * share)]), columns)
    assert len(columns) == 0


class Endless(io.RawIOBase):
    """A stream that makes its bytes while it is read: a head, a part many times, a tail."""

    def __init__(self, head: bytes, part: bytes, times: int, tail: bytes) -> None:
        self.head, self.part, self.times, self.tail = head, part, times, tail
        self.size = len(head) + len(part) * times + len(tail)
        self.at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self.at

    def seek(self, offset: int, whence: int = 0) -> int:
        self.at = offset
        return offset

    def read(self, size: int = -1) -> bytes:
        made = bytearray()
        end = self.size if size < 0 else min(self.size, self.at + size)
        while self.at < end:
            piece = self._piece(self.at)[: end - self.at]
            made += piece
            self.at += len(piece)
        return bytes(made)

    def _piece(self, at: int) -> bytes:
        if at < len(self.head):
            return self.head[at:]
        at -= len(self.head)
        if at < len(self.part) * self.times:
            return self.part[at % len(self.part) :]
        return self.tail[at - len(self.part) * self.times :]


def huge(megabytes: int) -> Endless:
    data = good()
    begin = data.index(b"<wmo323:Client>")
    end = data.index(b"</wmo323:Client>") + len(b"</wmo323:Client>")
    part = data[begin:end]
    return Endless(data[:begin], part, megabytes * 1_000_000 // len(part), data[end:])


def peak() -> float:
    """The most memory (MB) that this program held; what getrusage tells begins with that of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return int(kilobytes) / 1024


CODE = """
import io, sys
sys.path.insert(0, sys.argv[1])
from tests.messages import test_hostile as hostile
print(getattr(hostile, sys.argv[2])())
"""


def in_process(root: Path, name: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(root), name], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def peak_of_large_message() -> float:
    held = []
    columns = MessageColumns(
        message_type("wmo", "323"), lambda full: (held.append(len(full)), full.clear()), 20_000
    )
    Reader(columns.message_type).read(huge(60), columns)
    assert sum(held) + len(columns) > 60_000
    return peak()


def codes_of(message: Endless) -> list[str]:
    columns = MessageColumns(message_type("wmo", "323"), MessageColumns.clear, 20_000)
    with pytest.raises(MessageRejected) as caught:
        Reader(columns.message_type).read(message, columns)
    return [finding.code for finding in caught.value.findings]


def peak_of_large_invalid_message() -> float:
    message = huge(30)
    message.tail = message.tail.replace(b"</wmo323:Declaratie>", b"<wmo323:Onbekend/></wmo323:Declaratie>")
    message.size += len(b"<wmo323:Onbekend/>")
    assert codes_of(message) == ["element_onverwacht"]
    return peak()


def peak_of_one_huge_text() -> float:
    head, _, tail = good().partition(b"DN001")
    assert len(codes_of(Endless(head, b"x" * 1_000_000, 300, tail))) == 1
    return peak()


def peak_of_many_errors() -> float:
    head, _, tail = good().partition(b"<wmo323:Declaratie>")
    assert codes_of(Endless(head, b'<wmo323:Fout a="1">x</wmo323:Fout>', 5_000_000, tail))
    return peak()


@pytest.mark.parametrize(
    "name",
    [
        "peak_of_large_message",
        "peak_of_large_invalid_message",
        "peak_of_one_huge_text",
        "peak_of_many_errors",
    ],
)
def test_memory_stays_flat_whatever_the_file(root: Path, name: str) -> None:
    assert in_process(root, name) < 300
