"""Measure the whole intake in a process of its own and print one line of JSON.

Run by `bench.run`: `python -m bench.measure_intake FOLDER PROCESSES`. What it imports, it imports as a
program only: the processes that intake starts import this module too, and need none of it.
"""

from __future__ import annotations

if __name__ == "__main__":
    import sys
    from pathlib import Path

    from bench.figures import tell
    from bench.whole_intake import intake

    tell(intake(Path(sys.argv[1]), int(sys.argv[2])))
