"""Rows of a CSV file: ``;`` or ``,``, UTF-8 with or without mark, or Windows-1252; in flat memory."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Row, Sheet

LONGEST_LINE = 1 << 20
_PIECE = 1 << 20
_SEPARATORS = ";,"


def encoding_of(stream: BinaryIO) -> str:
    """Return the encoding of a stream by reading it whole, in pieces.

    Raises Refused when it is none of the three, or no text.
    """
    head = stream.read(_PIECE)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Refused("tekenset", "Het bestand staat in UTF-16. Verwacht is UTF-8 of Windows-1252.")
    utf8: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("utf-8")()
    windows: codecs.IncrementalDecoder | None = codecs.getincrementaldecoder("cp1252")()
    piece = head
    while piece:
        if b"\x00" in piece:
            raise Refused(
                "onbekend_soort", "Het bestand bevat tekens die in een tekstbestand niet voorkomen."
            )
        utf8 = _still_good(utf8, piece)
        windows = _still_good(windows, piece)
        piece = stream.read(_PIECE)
    if _still_good(utf8, b"", final=True) is not None:
        return "utf-8-sig"
    if windows is not None and not head.startswith(codecs.BOM_UTF8):
        return "cp1252"
    raise Refused("tekenset", "De tekens zijn geen UTF-8 en geen Windows-1252.")


def _still_good(
    decoder: codecs.IncrementalDecoder | None, piece: bytes, *, final: bool = False
) -> codecs.IncrementalDecoder | None:
    if decoder is None:
        return None
    try:
        decoder.decode(piece, final)
    except UnicodeDecodeError:
        return None
    return decoder


def open_csv(stream: BinaryIO, encoding: str) -> Sheet:
    """Return the rows of a CSV file; the heading decides between the two separators."""
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    lines = _lines(text)
    first = next(lines, "")
    while first and not first.strip():
        first = next(lines, "")
    separator = max(_SEPARATORS, key=first.count)
    return Sheet("", _rows(first, lines, separator))


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Give the lines one by one; a line that is too long to be one is refused before it is read whole."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        if len(line) >= LONGEST_LINE:
            raise Refused("tabel_niet_herkend", f"Regel {number} is langer dan een miljoen tekens.")
        yield line


def _rows(first: str, lines: Iterator[str], separator: str) -> Iterator[Row]:
    def all_lines() -> Iterator[str]:
        yield first
        yield from lines

    reader = csv.reader(all_lines(), delimiter=separator, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise Refused(
                "tabel_niet_herkend",
                f"Regel {reader.line_num} is geen goede CSV-regel: een aanhalingsteken staat verkeerd of "
                "ontbreekt.",
            ) from None
        yield Row(reader.line_num, cells)
