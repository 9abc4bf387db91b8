"""``python -m believable``: measure the standard pair, keep the figures, write the page and its charts.

``--page``: from the figures that are kept. ``--check``: change nothing, say what is out of date: the kept
figures (measured again, which takes minutes), the page, the charts. Both: only page and charts.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from believable import markdown, measure, page

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"


def files(figures: measure.Figures) -> dict[Path, str]:
    """Return the text of every file that follows from the figures."""
    charts = {DOCS / markdown.FOLDER / f"{name}.svg": svg for name, svg in page.drawings(figures).items()}
    return {DOCS / "model_municipality.md": page.page(figures), **charts}


def differences(wanted: dict[Path, str]) -> list[Path]:
    """Return the files that are absent, differ, or belong to nothing any more."""
    left = [path for path in (DOCS / markdown.FOLDER).glob("*.svg") if path not in wanted]
    return left + [
        path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text
    ]


def check(changed: list[Path], figures: measure.Figures | None) -> int:
    """Say what is out of date, the kept figures too when they were measured again; 1 when something is."""
    kept = measure.KEPT
    if figures is not None and (not kept.is_file() or figures != measure.read(kept)):
        changed = [kept, *changed]
    for path in changed:
        print(f"out of date: {path.relative_to(ROOT)}")
    if not changed:
        judged = "page and charts" if figures is None else "figures, page and charts"
        print(f"up to date: {judged}")
    return 1 if changed else 0


def main() -> int:
    """Run; exit code 1 when ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", action="store_true", help="from the figures that are kept")
    parser.add_argument("--check", action="store_true", help="change nothing, say what would change")
    asked = parser.parse_args()
    figures = measure.read(measure.KEPT) if asked.page else measure.measure(os.cpu_count() or 1)
    wanted = files(figures)
    changed = differences(wanted)
    if asked.check:
        return check(changed, None if asked.page else figures)
    measure.write(measure.KEPT, figures)
    for path in changed:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
        print(path.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
