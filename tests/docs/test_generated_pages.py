"""The generated pages are what the declarations say today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def build(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_build", root / "docs/build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_pages_are_up_to_date(build: ModuleType, root: Path) -> None:
    assert build.differences(root / "docs") == [], "run 'make docs'"


def test_an_edited_or_left_over_page_is_noticed_and_repaired(build: ModuleType, tmp_path: Path) -> None:
    build.write(tmp_path)
    assert build.differences(tmp_path) == []
    page = sorted(tmp_path.rglob("*.md"))[0]
    page.write_text("something else\n", encoding="utf-8")
    left_over = tmp_path / "berichten/gone.md"
    left_over.write_text("gone\n", encoding="utf-8")
    names = {page.relative_to(tmp_path).as_posix(), "berichten/gone.md"}
    assert set(build.differences(tmp_path)) == names
    assert set(build.write(tmp_path)) == names
    assert not left_over.exists()
