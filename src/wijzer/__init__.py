"""Wijzer: from iWmo and iJw messages to policy information that a municipality can trust.

For notebooks::

    import wijzer

    town = wijzer.open("workspace")
    town.tables["toewijzing"]  # a fact table as a data frame
    town.values()              # the published values as a data frame
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from wijzer.notebook import Town


def open(folder: str | Path, known_on: date | str | None = None) -> Town:
    """Open the workspace in ``folder``; ``known_on`` asks for what was known on that day.

    Raises WorkspaceError (Dutch) when the folder is no workspace, ValueError when the day is no date.
    """
    # Here, so that importing one room does not import all of them.
    from wijzer.notebook import open_town  # noqa: PLC0415

    return open_town(folder, known_on)
