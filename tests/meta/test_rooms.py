"""The rooms table of docs/design.md is the tree, and is what import-linter guards."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.meta.rooms import PACKAGE, Room, allowed_modules, forbidden_for, read_rooms

# Libraries with one home; docs/design.md names them.
HOMES = {
    "duckdb": {"engines"},
    "lxml": {"messages"},
    "openpyxl": {"intake"},
    "cryptography": {"intake"},
    "altair": {"publications"},
    "vl_convert": {"publications"},
    "jinja2": {"publications"},
    "highspy": {"disclosure"},
}

# Parts of a room that stand apart from the rest of it.
APART = {"audit": "disclosure"}


@pytest.fixture(scope="module")
def rooms(root: Path) -> dict[str, Room]:
    return read_rooms(root)


@pytest.fixture(scope="module")
def contracts(root: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser()
    parser.read(root / ".importlinter", encoding="utf-8")
    return parser


def _words(contracts: configparser.ConfigParser, contract: str, option: str) -> set[str]:
    section = f"importlinter:contract:{contract}"
    return set(contracts.get(section, option, fallback="").split())


def test_the_table_is_read_whole(root: Path, rooms: dict[str, Room]) -> None:
    text = (root / "docs/design.md").read_text(encoding="utf-8")
    table = text.split("\n## Rooms\n")[1].split("\n## ")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    assert len(rows) == len(rooms)
    assert all(name.split(".")[0] in rooms for room in rooms.values() for name in room.allowed)


def test_the_tree_holds_the_built_rooms_and_nothing_else(root: Path, rooms: dict[str, Room]) -> None:
    package = root / "src" / PACKAGE
    here = {path.parent.name for path in package.glob("*/__init__.py")}
    here |= {path.stem for path in package.glob("*.py") if not path.stem.startswith("__")}
    assert here == {room.name for room in rooms.values() if room.built}


def test_every_built_room_has_the_contract_that_the_table_asks(
    rooms: dict[str, Room], contracts: configparser.ConfigParser
) -> None:
    for room in rooms.values():
        wanted = {f"{PACKAGE}.{name}" for name in forbidden_for(room, rooms)} if room.built else set()
        assert _words(contracts, room.name, "forbidden_modules") == wanted, room.name
        exceptions = _words(contracts, room.name, "ignore_imports") - {"->"}
        expected = {f"{PACKAGE}.{name}" for name in allowed_modules(room, rooms)} if room.built else set()
        if expected:
            expected.add(f"{PACKAGE}.{room.name}.**")
        assert exceptions == expected, room.name
        if wanted:
            assert _words(contracts, room.name, "source_modules") == {f"{PACKAGE}.{room.name}"}


def test_libraries_with_one_home_are_guarded(
    root: Path, rooms: dict[str, Room], contracts: configparser.ConfigParser
) -> None:
    design = (root / "docs/design.md").read_text(encoding="utf-8")
    built = {room.name for room in rooms.values() if room.built}
    for library, homes in HOMES.items():
        assert f"`{library}`" in design, library
        assert _words(contracts, library, "forbidden_modules") == {library}
        elsewhere = {f"{PACKAGE}.{name}" for name in built - homes}
        assert _words(contracts, library, "source_modules") == elsewhere, library


def test_no_contract_is_left_over(rooms: dict[str, Room], contracts: configparser.ConfigParser) -> None:
    named = {section.split(":")[-1] for section in contracts.sections() if ":" in section}
    assert named <= set(rooms) | set(HOMES) | set(APART)


def test_a_part_that_stands_apart_imports_nothing_of_its_room(
    root: Path, contracts: configparser.ConfigParser
) -> None:
    for part, room in APART.items():
        package = root / "src" / PACKAGE / room
        others = {path.parent.name for path in package.glob("*/__init__.py")}
        others |= {path.stem for path in package.glob("*.py") if path.stem != "__init__"}
        wanted = {f"{PACKAGE}.{room}.{name}" for name in others - {part}} | {f"{PACKAGE}.indicators"}
        assert _words(contracts, part, "source_modules") == {f"{PACKAGE}.{room}.{part}"}
        assert _words(contracts, part, "forbidden_modules") == wanted
        assert not _words(contracts, part, "allow_indirect_imports")


def test_the_arrows_hold(root: Path) -> None:
    checked = _lint_in(root)
    assert checked.returncode == 0, checked.stdout


def test_a_sideways_import_is_caught(root: Path, tmp_path: Path) -> None:
    """The guard itself: a small package with the same contracts and one wrong import."""
    package = tmp_path / "wijzer"
    for room in read_rooms(root).values():
        if room.built:
            (package / room.name).mkdir(parents=True)
            (package / room.name / "__init__.py").write_text("")
    for part, room in APART.items():
        (package / room / f"{part}.py").write_text("")
        for name in sorted((root / "src" / PACKAGE / room).glob("*")):
            if name.suffix == ".py" or (name / "__init__.py").is_file():
                (package / room / f"{name.stem}.py").write_text("")
    (package / "__init__.py").write_text("")
    (package / "facts" / "wrong.py").write_text("import wijzer.intake\n")
    (tmp_path / ".importlinter").write_text((root / ".importlinter").read_text(encoding="utf-8"))
    checked = _lint_in(tmp_path)
    assert checked.returncode != 0
    assert "wijzer.facts.wrong -> wijzer.intake" in checked.stdout
    (package / "facts" / "wrong.py").write_text("import wijzer.values\n")
    assert _lint_in(tmp_path).returncode == 0
    (package / "disclosure" / "audit.py").write_text("import wijzer.disclosure.suppression\n")
    assert "wijzer.disclosure.audit -> wijzer.disclosure.suppression" in _lint_in(tmp_path).stdout


def _lint_in(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as run; run()",
            "--no-cache",
        ],
        check=False,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder / "src") if (folder / "src").is_dir() else str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
    )
