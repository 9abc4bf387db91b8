"""Editions: what one computation made publishable, kept beside the earlier ones.

``data/published/<name>.json`` holds an edition, ``data/published/current`` names the newest. The same facts
with the same configuration give the same name, so computing twice adds nothing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

from wijzer.disclosure import Edition, EditionChanged, load
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.workspace import Workspace

_CURRENT = "current"


@dataclass(frozen=True)
class NamedEdition:
    """An edition with its name."""

    name: str
    edition: Edition

    def count(self, *statuses: str) -> int:
        """Count the values with one of these statuses."""
        return sum(value.status in statuses for value in self.edition.values)


def make_current(workspace: Workspace, name: str) -> None:
    """Let ``name`` be the edition that is shown."""
    new = workspace.values / f"{_CURRENT}.new"
    new.write_text(f"{name}\n", encoding="utf-8")
    os.replace(new, workspace.values / _CURRENT)


def read_edition(workspace: Workspace) -> NamedEdition:
    """Read the edition that is shown; WorkspaceError when nothing was computed, or it was changed."""
    pointer = workspace.values / _CURRENT
    if not pointer.is_file():
        raise WorkspaceError(
            "Er is nog niets uitgerekend.", str(workspace.root), "Geef eerst 'wijzer compute'."
        )
    name = pointer.read_text(encoding="utf-8").strip()
    try:
        edition = load(workspace.values / f"{name}.json")
    except (EditionChanged, FileNotFoundError) as error:
        text = str(error) if isinstance(error, EditionChanged) else "Het bestand ontbreekt."
        raise WorkspaceError(text, f"{name}.json", "Geef 'wijzer compute' om opnieuw te rekenen.") from None
    _must_fit(workspace, name, edition)
    return NamedEdition(name, edition)


def _must_fit(workspace: Workspace, name: str, edition: Edition) -> None:
    """Refuse an edition that the configuration has overtaken: weaker protection, or another's gemeente."""
    settings = workspace.settings
    strangers = {value.gemeente for value in edition.values} - set(settings.gemeente_codes)
    if edition.threshold < settings.threshold:
        what = f"De uitgave is beschermd met {edition.threshold} personen; nu geldt {settings.threshold}."
    elif strangers:
        what = (
            f"De uitgave gaat ook over gemeente {', '.join(sorted(strangers))}; wijzer.toml noemt die niet."
        )
    else:
        return
    raise WorkspaceError(what, f"{name}.json", "Geef 'wijzer compute' om opnieuw te rekenen.")
