"""The workspace: the folder in which a municipality, or a pair of them, keeps its own data and choices.

``wijzer init`` makes it; every other job opens it. The layout stands in docs/design.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wijzer.flows import keys
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.settings import Settings, render, settings_from
from wijzer.intake.keys import Keys

CONFIG = "wijzer.toml"
KEY_FILE = "wijzer.sleutel"


@dataclass(frozen=True)
class Workspace:
    """An opened workspace: where things are, and what was chosen."""

    root: Path
    settings: Settings

    @property
    def config(self) -> Path:
        """The folder with the municipality's own tables: targets, acties, links."""
        return self.root / "config"

    @property
    def data(self) -> Path:
        """The folder with everything that is about persons, closed to other users."""
        return self.root / "data"

    @property
    def facts(self) -> Path:
        """The folder with the fact tables and the records that they are folded from."""
        return self.data / "facts"

    @property
    def values(self) -> Path:
        """The folder with the disclosure-controlled values, one file an edition."""
        return self.data / "published"

    @property
    def site(self) -> Path:
        """The folder to which the static pages are written."""
        return self.root / "published"

    @property
    def inbox(self) -> Path:
        """The folder from which files are taken in when none is named."""
        return self.root / "inbox"

    @property
    def key_file(self) -> Path:
        """The file with the key, outside ``data/``."""
        return self.root / self.settings.key_file

    def keys(self) -> Keys:
        """Read the key; KeyProblem (Dutch) when it is lost, malformed or kept inside ``data/``."""
        return keys.read(self.key_file, self.data)


def create(
    root: Path,
    gemeenten: Sequence[tuple[str, str]],
    files: Mapping[str, bytes],
    notice: str = "",
    beside: Sequence[str] = (),
) -> Workspace:
    """Make a new workspace for ``gemeenten`` (code, name) with the example configuration ``files``.

    ``files`` maps a path inside ``config/`` to its content; ``notice`` stands on every page. A folder
    that already is a workspace, or that holds other things than ``beside`` names, is refused: nothing is ever
    overwritten.
    """
    if (root / CONFIG).exists():
        raise WorkspaceError(
            "Deze map is al een werkmap.", str(root), "Kies een andere map, of gebruik deze werkmap verder."
        )
    if root.exists() and (not root.is_dir() or any(inside.name not in beside for inside in root.iterdir())):
        raise WorkspaceError(
            "Deze map is niet leeg.",
            str(root),
            "Kies een nieuwe of lege map; er wordt nooit iets overschreven.",
        )
    root.mkdir(parents=True, exist_ok=True)
    settings = Settings(gemeenten=tuple(gemeenten), notice=notice)
    workspace = Workspace(root, settings)
    for folder in (workspace.config, workspace.inbox, workspace.data, workspace.facts, workspace.values):
        folder.mkdir(mode=0o700, exist_ok=True)
    for name, content in files.items():
        target = workspace.config / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    Keys.create(workspace.key_file)
    # Last, so that a folder with a configuration always is a whole workspace.
    (root / CONFIG).write_text(render(settings), encoding="utf-8")
    return workspace


def load(root: Path) -> Workspace:
    """Open the workspace in ``root``; WorkspaceError says what is wrong and what to do."""
    path = root / CONFIG
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise WorkspaceError(
            "Dit is geen werkmap van Wijzer.",
            str(root),
            "Ga naar de map van de werkmap, geef haar met --werkmap, of maak er een met 'wijzer init'.",
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WorkspaceError(
            "De instellingen kunnen niet worden gelezen.", str(path), f"Herstel {_place_of(error)}."
        ) from None
    except OSError:
        raise WorkspaceError(
            "De instellingen kunnen niet worden gelezen.", str(path), "Geef uzelf leesrecht op dit bestand."
        ) from None
    return Workspace(root, settings_from(content, str(path)))


def _place_of(error: tomllib.TOMLDecodeError | UnicodeDecodeError) -> str:
    """Say where the settings are wrong; the library says it in English."""
    if isinstance(error, UnicodeDecodeError):
        return "het bestand: er staan tekens in die geen UTF-8 zijn"
    found = re.search(r"line (\d+), column (\d+)", str(error))
    return f"regel {found[1]}, teken {found[2]}" if found else "het eind van het bestand: er ontbreekt iets"
