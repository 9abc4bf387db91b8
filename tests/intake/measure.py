"""Runs an intake in a process of its own and reports what it gave and the most memory it used.

``python measure.py FOLDER PLACE…`` prints one JSON line: outcomes and peak memory in MB.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def measured(folder: Path, *places: Path, limit: int | None = None) -> dict[str, Any]:
    """Return outcomes and peak memory (MB) of an intake; ``limit`` bounds the size of any file it writes."""
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-m", "tests.intake.measure", str(limit or 0), str(folder), *map(str, places)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def peak() -> float:
    """Return the most memory (MB) that this program held; getrusage begins with the peak of its parent."""
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    (kilobytes,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return int(kilobytes) / 1024


def _main() -> None:
    limit, folder, places = int(sys.argv[1]), Path(sys.argv[2]), [Path(one) for one in sys.argv[3:]]
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    from tests.intake.werkmap import Werkmap
    from wijzer.intake import IntakeProblem

    found: dict[str, Any] = {"problem": None, "outcomes": []}
    try:
        result = Werkmap(folder).take_in(*places)
        found["outcomes"] = [(o.status, o.what, o.reason, o.rows) for o in result.outcomes]
    except IntakeProblem as problem:
        found["problem"] = f"{type(problem).__name__}: {problem}"
    found["peak_mb"] = peak()
    print(json.dumps(found))


if __name__ == "__main__":
    _main()
