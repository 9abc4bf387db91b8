"""How a process that measures tells what it measured: one line of JSON on its output."""

from __future__ import annotations

import json
import re
import resource
from pathlib import Path

Figures = dict[str, float]
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def peak_megabytes() -> float:
    """Return the most memory that this process, or one of its children that ended, has held.

    Its own peak is read where the kernel keeps it for this program alone: what `getrusage` tells begins
    with the peak of the process that started this one.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii", errors="replace")
    (own,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
    return max(int(own), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024


def processor_seconds() -> float:
    """Return the processor time of this process, its threads, and its children that ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, _WHO))


def tell(figures: Figures) -> None:
    """Print the figures, with the memory of this process and its children."""
    print(json.dumps(figures | {"peak_mb": peak_megabytes()}))
