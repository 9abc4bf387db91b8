"""Measurements in a process of their own: memory is its own, and caches of the process are cold."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


def measured(module: str, *arguments: object, threads: int = 2) -> dict[str, Any]:
    """Run a module that prints its figures as one line of JSON, and return them; stops when it fails."""
    command = [sys.executable, "-W", "ignore", "-m", module, *map(str, arguments)]
    environment = os.environ | {"POLARS_MAX_THREADS": str(threads)}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"measuring {module} {' '.join(map(str, arguments))} failed:\n{done.stderr}")
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures
