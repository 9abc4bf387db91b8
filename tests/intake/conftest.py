from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.werkmap import Werkmap


@pytest.fixture
def werkmap(tmp_path: Path) -> Werkmap:
    """A workspace that does not exist yet."""
    return Werkmap(tmp_path / "werkmap")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder for files to take in."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder
