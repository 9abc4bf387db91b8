"""Packs: what goes in comes out, in flat memory; what was changed, cut or swapped is noticed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wijzer.intake.packs import FRAME, PackReader, PackWriter
from wijzer.intake.problems import StoreProblem

KEY = b"k" * 32
SIZES = (0, 1, 100, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 7)


def filled(path: Path) -> list[tuple[bytes, int]]:
    pack = PackWriter(path, KEY)
    contents = [os.urandom(size) for size in SIZES]
    places = [pack.add(content).offset for content in contents]
    pack.close()
    return list(zip(contents, places, strict=True))


def test_originals_come_back_whole_and_in_streams(tmp_path: Path) -> None:
    originals = filled(tmp_path / "a.pak")
    with PackReader(tmp_path / "a.pak", KEY) as pack:
        for content, offset in reversed(originals):
            assert pack.read(offset) == content
            assert pack.open(offset).read() == content


def test_stream_can_be_read_from_any_place(tmp_path: Path) -> None:
    content, offset = filled(tmp_path / "a.pak")[-1]
    with PackReader(tmp_path / "a.pak", KEY) as pack:
        stream = pack.open(offset)
        for place in (0, 5, FRAME - 1, FRAME, 2 * FRAME + 3, len(content), 1):
            assert stream.seek(place) == place
            assert stream.tell() == place
            assert stream.read(40) == content[place : place + 40]
        assert stream.seek(0, os.SEEK_END) == len(content)


def test_pack_of_another_key_is_refused(tmp_path: Path) -> None:
    (_, offset), *_ = filled(tmp_path / "a.pak")
    with (
        PackReader(tmp_path / "a.pak", b"x" * 32) as pack,
        pytest.raises(StoreProblem, match="de inhoud is veranderd"),
    ):
        pack.read(offset)


@pytest.mark.parametrize("place", [3, 20, 45, 53, 60, -1])
def test_changed_byte_is_noticed(tmp_path: Path, place: int) -> None:
    originals = filled(tmp_path / "a.pak")
    raw = bytearray((tmp_path / "a.pak").read_bytes())
    raw[place] ^= 1
    (tmp_path / "a.pak").write_bytes(raw)
    content, offset = originals[-1] if place == -1 else originals[0]
    with pytest.raises(StoreProblem), PackReader(tmp_path / "a.pak", KEY) as pack:
        assert pack.read(offset) == content


def test_pack_cut_short_is_noticed(tmp_path: Path) -> None:
    _, offset = filled(tmp_path / "a.pak")[-1]
    raw = (tmp_path / "a.pak").read_bytes()
    (tmp_path / "a.pak").write_bytes(raw[: offset + FRAME + 29])
    with PackReader(tmp_path / "a.pak", KEY) as pack, pytest.raises(StoreProblem, match="het eind ontbreekt"):
        pack.read(offset)


def test_swapped_frames_are_noticed(tmp_path: Path) -> None:
    _, offset = filled(tmp_path / "a.pak")[-2]
    raw = bytearray((tmp_path / "a.pak").read_bytes())
    frame = FRAME + 29
    first, second = slice(offset, offset + frame), slice(offset + frame, offset + 2 * frame)
    raw[first], raw[second] = raw[second], raw[first]
    (tmp_path / "a.pak").write_bytes(raw)
    with (
        PackReader(tmp_path / "a.pak", KEY) as pack,
        pytest.raises(StoreProblem, match="de inhoud is veranderd"),
    ):
        pack.read(offset)


def test_same_content_is_never_the_same_on_disk(tmp_path: Path) -> None:
    pack = PackWriter(tmp_path / "a.pak", KEY)
    places = [pack.add(b"gelijk" * 20) for _ in range(2)]
    pack.close()
    raw = (tmp_path / "a.pak").read_bytes()
    sealed = [raw[place.offset : place.offset + place.length] for place in places]
    assert sealed[0][13:] != sealed[1][13:]
