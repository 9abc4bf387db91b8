"""What the pages say exists: commands, verbs, options, links, exit codes, templates, words."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import typer
import yaml

from wijzer import cli
from wijzer.flows import errors
from wijzer.intake.deliveries import delivery, delivery_names

# The code that shells give to Ctrl-C.
INTERRUPTED = 130
READMES = ("README.md", "README.nl.md")
LINK = re.compile(r"""(?:\[[^\]]*\]\(|src=")(?P<target>[^)"\s]+)""")


def _pages(root: Path) -> list[Path]:
    return sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md")])


def _commands(text: str, program: str) -> list[list[str]]:
    """Every ``program …`` in code: indented lines and between backticks."""
    code = re.findall(r"^(?: {4}|> )(\w.*)$", text, re.MULTILINE) + re.findall(r"`([^`]+)`", text)
    lines = [line.split("#")[0] for line in code]
    return [shlex.split(line.replace("…", "")) for line in lines if line.startswith(f"{program} ")]


def _targets(root: Path) -> set[str]:
    text = (root / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))


def test_every_make_command_exists(root: Path) -> None:
    named = {
        (page.name, words[1])
        for page in _pages(root)
        for words in _commands(page.read_text(encoding="utf-8"), "make")
        if "=" not in words[1]
    }
    assert {("README.md", "demo"), ("README.md", "test"), ("README.nl.md", "demo")} <= named
    assert {(page, target) for page, target in named if target not in _targets(root)} == set()


def test_every_target_explains_itself(root: Path) -> None:
    text = (root / "docs/ontwikkelen.md").read_text(encoding="utf-8")
    users = _targets(root) - {"lint", "docs-check", "environment"}
    assert [target for target in users if f"`make {target}`" not in text] == []


def test_every_verb_and_option_exists(root: Path) -> None:
    command = typer.main.get_command(cli.app)
    for page in _pages(root):
        for words in _commands(page.read_text(encoding="utf-8"), "wijzer"):
            assert words[1] in command.commands, f"{page.name}: {' '.join(words)}"
            known = {opt for param in command.commands[words[1]].params for opt in param.opts}
            unknown = [word for word in words[2:] if word.startswith("-") and word not in known]
            assert unknown == [], f"{page.name}: {' '.join(words)}"


@pytest.mark.parametrize("name", READMES)
def test_both_readmes_name_every_verb_of_the_main_job(root: Path, name: str) -> None:
    verbs = {words[1] for words in _commands((root / name).read_text(encoding="utf-8"), "wijzer")}
    assert {"init", "intake", "compute", "values", "publish", "check", "template", "trace", "doctor"} <= verbs


@pytest.mark.parametrize("name", READMES)
def test_the_picture_says_in_words_what_it_shows(root: Path, name: str) -> None:
    text = (root / name).read_text(encoding="utf-8")
    pictures = re.findall(r"<img [^>]*>", text)
    assert len(pictures) == 1
    assert re.search(r'alt="[^"]{40,}"', pictures[0])
    assert text.index(pictures[0]) < text.index("make demo"), "the picture belongs to the first screen"


def test_links_lead_somewhere(root: Path) -> None:
    dead = [
        f"{page.relative_to(root)}: {found['target']}"
        for page in _pages(root)
        for found in LINK.finditer(page.read_text(encoding="utf-8"))
        if not re.match(r"https?:|mailto:|#", found["target"])
        and not (page.parent / found["target"].split("#")[0]).exists()
    ]
    assert dead == []


def test_exit_codes_are_documented(root: Path) -> None:
    text = (root / "docs/fouten.md").read_text(encoding="utf-8")
    documented = dict(re.findall(r"^\| (\d+) \| ([^|]+?) \|", text, re.MULTILINE))
    assert {int(code) for code in documented} == {*errors.EXIT_CODES, INTERRUPTED}
    for code, meaning in errors.EXIT_CODES.items():
        assert documented[str(code)].startswith(meaning.split(" (")[0]), code


def test_every_template_is_asked_of_somebody(root: Path) -> None:
    text = (root / "docs/starten.md").read_text(encoding="utf-8")
    overview = text.split("## 4. Overzicht")[1].split("\n## ")[0]
    named = set(re.findall(r"^\|[^|]+\| `(\w+)` \|", overview, re.MULTILINE))
    assert named == set(delivery_names())
    explained = text.split("## 4. Overzicht")[0]
    assert [name for name in named if f"`{name}`" not in explained] == []


def test_every_table_says_what_it_is(root: Path) -> None:
    for name in delivery_names():
        assert delivery(name).name == name


def test_publiccode_follows_the_standard(root: Path) -> None:
    content = yaml.safe_load((root / "publiccode.yml").read_text(encoding="utf-8"))
    required = {"publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType"}
    required |= {"description", "legal", "maintenance", "localisation"}
    assert required <= set(content)
    assert content["legal"]["license"] == "EUPL-1.2"
    assert content["softwareType"] == "standalone/other"
    assert content["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert content["maintenance"]["type"] in {"internal", "contract", "community", "none"}
    assert all(contact["name"] for contact in content["maintenance"]["contacts"])
    assert isinstance(content["localisation"]["localisationReady"], bool)
    for text in content["description"].values():
        assert 1 <= len(text["shortDescription"]) <= 150
        assert 150 <= len(text["longDescription"]) <= 10_000
        assert text["features"]


def test_versions_agree(root: Path) -> None:
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    version = re.search(r'^version = "([^"]+)"', project, re.MULTILINE)
    assert version
    assert f"## [{version[1]}]" in (root / "CHANGELOG.md").read_text(encoding="utf-8")
    published = yaml.safe_load((root / "publiccode.yml").read_text(encoding="utf-8"))
    assert published["softwareVersion"] == version[1]


def test_the_changelog_says_what_a_version_touches(root: Path) -> None:
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    silent = [
        one.splitlines()[0] for one in versions if len(one.splitlines()) > 2 and "*Touches:*" not in one
    ]
    assert silent == []


def test_every_kind_of_test_is_explained(root: Path) -> None:
    text = (root / "docs/ontwikkelen.md").read_text(encoding="utf-8")
    explained = set(re.findall(r"^\| `tests/(\w+)` \|", text, re.MULTILINE))
    assert explained == {path.parts[-2] for path in root.glob("tests/*/*") if path.suffix in {".py", ".toml"}}
