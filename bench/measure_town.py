"""Make a model municipality, or take one in, in a process of its own and print one line of JSON.

Run by `bench.towns`: `python -m bench.measure_town make FOLDER SEED SCALE`, or
`python -m bench.measure_town take_in FOLDER PROCESSES`.
"""

from __future__ import annotations

if __name__ == "__main__":
    import sys
    from pathlib import Path

    from bench import town
    from bench.figures import tell

    what, folder, *numbers = sys.argv[1:]
    tell({"make": town.make, "take_in": town.take_in}[what](Path(folder), *map(int, numbers)))
