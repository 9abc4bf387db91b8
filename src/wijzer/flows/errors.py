"""What can go wrong in a job, said as what, where and what to do; and the exit code that goes with it.

    WijzerError            a job could not be done
    ├── WorkspaceError     exit 3: the folder is no workspace, or its configuration is wrong
    ├── WorkspaceKeyError         exit 4: the key is lost, wrong or changed
    └── StorageError     exit 5: the disk is full, read-only or unreadable

Exit 0 is done, 1 is done but something needs attention (a file set aside, a message not accepted, a
source missing), 2 is wrong use of the command line.
"""

from __future__ import annotations

DONE = 0
ATTENTION = 1
WRONG_USE = 2


class WijzerError(Exception):
    """A job could not be done: ``what`` went wrong, ``where``, and what to ``do`` next (plain Dutch)."""

    exit_code = ATTENTION

    def __init__(self, what: str, where: str, do: str) -> None:
        super().__init__(f"{what} Waar: {where} Wat te doen: {do}")
        self.what = what
        self.where = where
        self.do = do


class WorkspaceError(WijzerError):
    """The folder is no workspace, or its configuration cannot be used."""

    exit_code = 3


class WorkspaceKeyError(WijzerError):
    """The key is lost, wrong, or not the one with which this workspace began."""

    exit_code = 4


class StorageError(WijzerError):
    """The disk is full, read-only, or a file cannot be read or written."""

    exit_code = 5


EXIT_CODES = {
    DONE: "gelukt",
    ATTENTION: "gelukt, maar er is iets dat aandacht vraagt (apart gezet, niet goedgekeurd, ontbreekt)",
    WRONG_USE: "de opdracht is niet goed ingetikt",
    WorkspaceError.exit_code: "de werkmap of haar instellingen kloppen niet",
    WorkspaceKeyError.exit_code: "de sleutel ontbreekt, is verkeerd of is veranderd",
    StorageError.exit_code: "de schijf is vol, alleen-lezen of onleesbaar",
}
