"""Write the generated pages of the documentation, or with ``--check`` say which ones are out of date.

Each room that declares something offers ``reference.pages()``: path below ``docs/`` → Markdown. Every
folder in FOLDERS belongs to one of them; a page there that no declaration asks for is removed.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
# Folder below docs/ → the module that writes it.
FOLDERS = {
    "berichten": "wijzer.messages.reference",
    "sjablonen": "wijzer.intake.reference",
    "feiten": "wijzer.facts.reference",
    "indicatoren": "wijzer.indicators.reference",
}


def pages() -> dict[str, str]:
    """Every generated page; ValueError when a room writes outside its own folder."""
    found: dict[str, str] = {}
    for folder, module in FOLDERS.items():
        for name, text in importlib.import_module(module).pages().items():
            if not name.startswith(f"{folder}/") or not name.endswith(".md") or ".." in name:
                raise ValueError(f"{module} writes {name}, outside its own folder {folder}/")
            found[name] = text
    return found


def differences(docs: Path) -> list[str]:
    """The pages that are absent, differ, or belong to nothing any more."""
    wanted = pages()
    here = {
        path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8")
        for folder in FOLDERS
        for path in (docs / folder).rglob("*.md")
    }
    return sorted(name for name in wanted.keys() | here.keys() if wanted.get(name) != here.get(name))


def write(docs: Path) -> list[str]:
    """Bring the pages up to date; gives the names of those that changed."""
    wanted, changed = pages(), differences(docs)
    for name in changed:
        path = docs / name
        if name in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[name], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return changed


def main() -> int:
    """Write or check; exit code 1 when ``--check`` finds a difference."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--check", action="store_true", help="change nothing, report what is out of date")
    if parser.parse_args().check:
        changed = differences(DOCS)
        if changed:
            print("Out of date, run 'make docs':", *changed, sep="\n  ")
        return 1 if changed else 0
    for name in write(DOCS):
        print(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
