"""Dependencies: pinned, documented, and under licences that go with the EUPL-1.2."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

# What a library says of itself → the family. All are permissive, or weak copyleft that we use unchanged.
FAMILIES = {
    r"^0BSD": "0BSD",
    r"^(The )?MIT": "MIT",
    r"BSD": "BSD",
    r"Apache": "Apache",
    r"MPL|Mozilla Public License 2": "MPL",
    r"LGPL|Lesser General Public": "LGPL",
    r"PSF|Python Software Foundation": "PSF",
    r"^ISC": "ISC",
    r"^Zlib": "Zlib",
    r"^CC0": "CC0",
    r"Unlicense": "Unlicense",
}
ROW = re.compile(r"^\| (?P<name>[\w-]+) \| [^|]+ \| (?P<licence>[^|]+) \| \d+ MB \|$", re.MULTILINE)


def _families(texts: Iterable[str]) -> set[str]:
    """The families of licences in ``texts``; '?' for one that is not known."""
    found = set()
    for text in texts:
        for piece in re.split(r" AND | OR | of |;", text):
            known = {family for pattern, family in FAMILIES.items() if re.search(pattern, piece.strip())}
            found |= known or {"?" + piece.strip()}
    return found


def _licence(distribution: importlib.metadata.Distribution) -> list[str]:
    metadata = distribution.metadata
    if expression := metadata.get("License-Expression"):
        return [expression]
    classifiers = [line for line in metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    named = [line.split("::")[-1].strip() for line in classifiers if not line.endswith("OSI Approved")]
    if named:
        return named
    if stated := metadata.get("License"):
        return [stated.splitlines()[0]]
    texts = [file.read_text() for file in distribution.files or [] if file.name == "LICENSE"]
    return [text.splitlines()[0] for text in texts if text]


@pytest.fixture(scope="module")
def direct(root: Path) -> dict[str, Requirement]:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    return {canonicalize_name(Requirement(line).name): Requirement(line) for line in lines}


@pytest.fixture(scope="module")
def pins(root: Path) -> dict[str, Version]:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [line.partition("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): Version(version) for name, _, version in found}


@pytest.fixture(scope="module")
def all_needed(direct: dict[str, Requirement]) -> dict[str, importlib.metadata.Distribution]:
    """Every distribution that the project needs here, directly or not."""
    needed: dict[str, importlib.metadata.Distribution] = {}
    waiting = [(requirement, "") for requirement in direct.values()]
    while waiting:
        requirement, extra = waiting.pop()
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(requirement.name)
        if name not in needed or requirement.extras:
            needed[name] = importlib.metadata.distribution(name)
            lines = [Requirement(line) for line in needed[name].requires or []]
            waiting += [(line, asked) for line in lines for asked in ("", *requirement.extras)]
    return needed


def test_everything_needed_is_pinned_at_the_version_in_use(
    all_needed: dict[str, importlib.metadata.Distribution], pins: dict[str, Version]
) -> None:
    here = {name: Version(distribution.version) for name, distribution in all_needed.items()}
    assert {name: str(version) for name, version in here.items() if pins.get(name) != version} == {}


def test_pins_satisfy_the_lower_bounds(direct: dict[str, Requirement], pins: dict[str, Version]) -> None:
    assert [name for name, asked in direct.items() if pins[name] not in asked.specifier] == []
    assert [name for name, asked in direct.items() if ">=" not in str(asked.specifier)] == []


def test_every_licence_goes_with_ours(all_needed: dict[str, importlib.metadata.Distribution]) -> None:
    families = {name: _families(_licence(distribution)) for name, distribution in all_needed.items()}
    unknown = {
        name: found for name, found in families.items() if not found or any("?" in one for one in found)
    }
    assert unknown == {}


def test_every_direct_dependency_is_documented_with_its_licence(
    root: Path, direct: dict[str, Requirement], all_needed: dict[str, importlib.metadata.Distribution]
) -> None:
    text = (root / "docs/afhankelijkheden.md").read_text(encoding="utf-8")
    documented = {row["name"]: row["licence"] for row in ROW.finditer(text)}
    assert set(documented) == set(direct)
    for name, licence in documented.items():
        assert _families([licence]) == _families(_licence(all_needed[name])), name


def test_our_licence_is_the_full_official_text(root: Path) -> None:
    text = (root / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert all(f"\n{number}." in text for number in range(1, 16))
    assert "Québec Free and Open-Source Licence" in text
