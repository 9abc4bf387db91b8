"""A folder to write into that somebody named: links are followed, anything that is no folder is refused."""

from __future__ import annotations

from pathlib import Path

from wijzer.flows.errors import WorkspaceError


def real_folder(folder: Path) -> Path:
    """Return the folder that is meant, which may not be there yet; a link gives the folder that it leads to.

    Raises WorkspaceError (Dutch) for a file, and for a link that leads nowhere.
    """
    found = folder
    if folder.is_symlink():
        try:
            found = folder.resolve(strict=True)
        except (OSError, RuntimeError):  # a circle of links is a RuntimeError before Python 3.13
            raise WorkspaceError(
                "Deze koppeling wijst nergens heen.", str(folder), "Kies een andere map."
            ) from None
    if found.exists() and not found.is_dir():
        raise WorkspaceError("Dit is een bestand en geen map.", str(folder), "Kies een map.")
    return found
