"""Properties of our own source that no linter knows: size, clock, environment, network, foreign files."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST = 250
# Modules that may be longer, each with the reason.
LONGER: dict[str, str] = {
    "standards/common/v3_2/code_lists.py": "code lists of the standard, one code a line",
    "standards/common/v3_2/countries.py": "a code list, one country a line",
    "standards/common/v3_2/municipalities.py": "a code list, one municipality a line",
}

CLOCK = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("time", "time_ns"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("os", "environ"),
    ("os", "getenv"),
    ("Path", "cwd"),
    ("os", "getcwd"),
}
ASK_THE_WORLD = {"flows", "cli"}
NETWORK = {
    "socket",
    "ssl",
    "requests",
    "httpx",
    "aiohttp",
    "ftplib",
    "smtplib",
    "urllib.request",
    "http.client",
}
SERVER = {"http.server", "socketserver", "webbrowser"}
FOREIGN_FILES = {"tarfile", "openpyxl"}
PUT_OFF = re.compile(r"\b(?:TODO|FIXME|XXX|raise NotImplementedError)\b")
UNSAFE = {"pickle", "marshal", "shelve", "xml.etree", "xml.dom", "xml.sax.expatreader", "xml.sax.make_parser"}


def _modules(root: Path) -> dict[str, Path]:
    package = root / "src" / "wijzer"
    return {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _attributes(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            yield name, node.attr


def _under(name: str, names: set[str]) -> bool:
    return any(name == known or name.startswith(f"{known}.") for known in names)


def test_modules_are_small(root: Path) -> None:
    lengths = {
        name: len(path.read_text(encoding="utf-8").splitlines()) for name, path in _modules(root).items()
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST and name not in LONGER} == {}
    assert [name for name in LONGER if lengths.get(name, 0) <= LONGEST] == [], "no longer needs an exception"


def test_there_is_no_room_for_leftovers(root: Path) -> None:
    names = {Path(name).stem for name in _modules(root)}
    assert names.isdisjoint({"utils", "util", "helpers", "misc", "tools"})


def test_only_flows_and_doors_ask_the_clock_or_the_environment(root: Path) -> None:
    found = {
        f"{name}: {owner}.{attribute}"
        for name, path in _modules(root).items()
        if name.split("/")[0] not in ASK_THE_WORLD
        for owner, attribute in _attributes(ast.parse(path.read_text(encoding="utf-8")))
        if (owner, attribute) in CLOCK
    }
    assert found == set()


@pytest.mark.parametrize(
    ("libraries", "homes"),
    [
        pytest.param(NETWORK, set(), id="nothing opens a connection"),
        pytest.param(SERVER, {"flows", "cli"}, id="only the doors serve"),
        pytest.param(FOREIGN_FILES, {"intake"}, id="only intake reads foreign files"),
        pytest.param({"zipfile"}, {"intake", "example"}, id="intake reads zips and the example writes them"),
        pytest.param(UNSAFE, set(), id="no unsafe reader"),
    ],
)
def test_libraries_stay_in_their_home(root: Path, libraries: set[str], homes: set[str]) -> None:
    found = {
        f"{name}: {imported}"
        for name, path in _modules(root).items()
        if name.split("/")[0] not in homes
        for imported in _imports(ast.parse(path.read_text(encoding="utf-8")))
        if _under(imported, libraries)
    }
    assert found == set()


def test_errors_are_not_swallowed(root: Path) -> None:
    """No handler that catches everything, and none whose whole answer is to go on."""
    found = []
    for name, path in _modules(root).items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                bare = node.type is None
                silent = all(isinstance(step, ast.Pass) for step in node.body)
                if bare or silent:
                    found.append(f"{name}:{node.lineno}")
    assert found == []


def test_no_work_is_put_off(root: Path) -> None:
    found = [
        f"{name}:{number}"
        for name, path in _modules(root).items()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if PUT_OFF.search(line)
    ]
    assert found == []
