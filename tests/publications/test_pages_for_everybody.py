"""Pages that everybody can read: structure, names, links, contrast, and nothing from outside."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise

import pytest

STATIC = files("wijzer.publications") / "static"


def test_every_page_is_dutch_with_one_title_and_no_skipped_heading(pages):
    for name, page in pages.items():
        assert page.lang == "nl", name
        levels = [level for level, _ in page.headings]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in pairwise(levels)), (
            name,
            page.headings,
        )
        assert all(text for _, text in page.headings), name


def test_every_page_has_a_skip_link_first_and_the_landmarks(pages):
    for name, page in pages.items():
        assert page.links[0] == "#inhoud", name
        assert "inhoud" in page.ids, name
        for tag in ("header", "nav", "main", "footer"):
            assert tag in page.tags, (name, tag)


def test_every_element_is_closed_and_every_id_is_unique(pages):
    for name, page in pages.items():
        assert page.unclosed == [], name
        assert len(page.ids) == len(set(page.ids)), name
        assert set(page.references) <= set(page.ids), (name, set(page.references) - set(page.ids))


def test_every_link_resolves_within_the_folder(folder, pages):
    for name, page in pages.items():
        for link in [*page.links, *page.resources]:
            if link == "data:,":
                continue
            assert not re.match(r"[a-z]+:|/", link), (name, link)
            path, _, anchor = link.partition("#")
            target = (page.path.parent / path).resolve() if path else page.path
            assert target.is_file(), (name, link)
            assert folder.resolve() in target.resolve().parents
            if anchor:
                assert anchor in pages[str(target.relative_to(folder.resolve()))].ids, (name, link)


def test_there_is_no_script_and_nothing_from_outside(folder):
    for path in folder.rglob("*"):
        if path.suffix in {".html", ".css"}:
            text = path.read_text(encoding="utf-8")
            assert "<script" not in text
            assert not re.search(r"\son[a-z]+=", text), path.name
            assert not re.search(r"(?:https?:)?//[a-z]", text), path.name
            assert "@import" not in text
            assert "javascript:" not in text
            assert " style=" not in text, path.name


def test_every_drawing_has_a_name_or_is_hidden_from_readers(folder):
    for path in folder.rglob("*.html"):
        for tag in re.findall(r"<svg\b[^>]*>", path.read_text(encoding="utf-8")):
            named = 'role="img"' in tag and "aria-labelledby=" in tag
            assert named or 'aria-hidden="true"' in tag, (path.name, tag)


def tokens() -> dict[str, str]:
    text = (STATIC / "tokens.css").read_text(encoding="utf-8")
    found = dict(re.findall(r"(--[a-z0-9-]+):\s*([^;]+);", text))

    def resolve(value: str) -> str:
        inner = re.fullmatch(r"var\((--[a-z0-9-]+)\)", value)
        return resolve(found[inner[1]]) if inner else value

    return {name: resolve(value) for name, value in found.items()}


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_measure_of_contrast_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


GROUNDS = ("--wijzer-color-paper", "--wijzer-color-canvas")
LETTERS = [
    *(
        (letter, ground)
        for ground in GROUNDS
        for letter in (
            "--wijzer-color-ink",
            "--wijzer-color-muted",
            "--wijzer-color-met",
            "--wijzer-color-nearer",
            "--wijzer-color-not-nearer",
            "--utrecht-link-color",
            "--utrecht-link-hover-color",
            "--wijzer-chart-target-color",
        )
    ),
    ("--wijzer-color-brand-contrast", "--wijzer-color-brand"),
    ("--utrecht-link-color", "--wijzer-color-brand-tint"),
    ("--wijzer-color-ink", "--wijzer-color-brand-tint"),
    ("--wijzer-color-focus-contrast", "--wijzer-color-focus"),
    ("--utrecht-link-color", "--utrecht-table-header-background-color"),
]
SHAPES = [
    *(
        (shape, ground)
        for ground in GROUNDS
        for shape in (
            "--wijzer-color-strong-line",
            "--wijzer-color-met",
            "--wijzer-color-not-nearer",
            "--wijzer-color-nearer",
            "--wijzer-chart-line-color",
            "--wijzer-chart-target-color",
            "--wijzer-chart-muted-color",
        )
    ),
    ("--wijzer-color-paper", "--wijzer-color-met"),
    ("--wijzer-color-ink", "--wijzer-color-nearer-tint"),
    ("--wijzer-color-focus-contrast", "--wijzer-color-canvas"),
]


@pytest.mark.parametrize(("letter", "ground"), LETTERS)
def test_letters_stand_out_at_least_four_and_a_half_to_one(letter, ground):
    assert contrast(tokens()[letter], tokens()[ground]) >= 4.5


@pytest.mark.parametrize(("shape", "ground"), SHAPES)
def test_shapes_stand_out_at_least_three_to_one(shape, ground):
    assert contrast(tokens()[shape], tokens()[ground]) >= 3


def test_every_token_that_the_style_sheet_uses_exists():
    used = set(re.findall(r"var\((--[a-z0-9-]+)\)", (STATIC / "wijzer.css").read_text(encoding="utf-8")))
    assert used
    assert used <= tokens().keys()


def test_colours_stand_in_the_token_file_alone():
    style = (STATIC / "wijzer.css").read_text(encoding="utf-8")
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", style)) <= {"#fff"}
