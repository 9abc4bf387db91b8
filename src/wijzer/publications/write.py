"""Writing the site: a folder of pages that open from disk, with its style sheets and values as files.

The same site gives the same bytes: nothing here asks the clock. What a former run wrote and this one does
not is removed; a folder that holds other things is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from wijzer.publications.files import as_csv, as_json
from wijzer.publications.pages import render_pages
from wijzer.publications.site import Site

MANIFEST = ".wijzer-site"
STYLES = ("tokens.css", "wijzer.css")


class FolderInUse(ValueError):  # noqa: N818
    """The folder to write in holds something that is no site of Wijzer."""


def write_site(folder: Path, site: Site, tokens: str | None = None) -> tuple[Path, ...]:
    """Write the whole site into ``folder`` and return the files, ``index.html`` first.

    ``tokens`` is the text of a town's own ``tokens.css`` (its house style). Raises ``FolderInUse`` (Dutch)
    when the folder holds files that Wijzer did not write.
    """
    former = _former_files(folder)
    content = {**render_pages(site), **_files(site, tokens)}
    for name, text in content.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    for name in former - content.keys():
        (folder / name).unlink(missing_ok=True)
    (folder / MANIFEST).write_text("\n".join(sorted(content)) + "\n", encoding="utf-8")
    return tuple(folder / name for name in content)


def _former_files(folder: Path) -> set[str]:
    if not folder.exists() or not any(folder.iterdir()):
        return set()
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise FolderInUse(
            f"De map {folder.name} is niet leeg en niet door Wijzer gemaakt. "
            "Kies een lege map om in te publiceren."
        )
    names = manifest.read_text(encoding="utf-8").split("\n")
    return {name for name in names if name and ".." not in Path(name).parts and not Path(name).is_absolute()}


def _files(site: Site, tokens: str | None) -> Mapping[str, str]:
    static = files("wijzer.publications") / "static"
    result = {f"stijl/{name}": (static / name).read_text(encoding="utf-8") for name in STYLES}
    if tokens is not None:
        result["stijl/tokens.css"] = tokens
    result["waarden.csv"] = as_csv(site.values, site.gemeenten)
    result["waarden.json"] = as_json(site.values, site.gemeenten, site.edition)
    return result
