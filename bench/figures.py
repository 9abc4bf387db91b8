"""How a process that measures tells what it measured: one line of JSON on its output."""

from __future__ import annotations

import json
import resource

Figures = dict[str, float]
_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def peak_megabytes() -> float:
    """Return the most memory that this process, or one of its children that ended, has held."""
    return max(resource.getrusage(who).ru_maxrss for who in _WHO) / 1024


def processor_seconds() -> float:
    """Return the processor time of this process, its threads, and its children that ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, _WHO))


def tell(figures: Figures) -> None:
    """Print the figures, with the memory of this process and its children."""
    print(json.dumps(figures | {"peak_mb": peak_megabytes()}))
