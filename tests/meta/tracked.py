"""The files that the project would publish: those that git tracks."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def tracked_files(root: Path) -> list[Path]:
    """Every tracked file that is there; skips outside a git clone."""
    if not (root / ".git").exists():
        pytest.skip("not a git clone")
    git = shutil.which("git")
    if git is None:
        pytest.skip("git is absent")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=root, check=True, capture_output=True).stdout
    paths = [root / name.decode() for name in listed.split(b"\0") if name]
    return [path for path in paths if path.is_file()]


def text_of(path: Path) -> str | None:
    """The text of a file, or None when it is binary."""
    content = path.read_bytes()
    if b"\0" in content:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None
