"""What can go wrong in a job, and the exit code that goes with it.

    WijzerError        a job could not be done: what, where, what to do
    └── WorkspaceError the folder is no workspace, or its configuration is wrong
    and those of the rooms: IntakeProblem (key, store, joined laws, another run that is busy),
    EngineError, ConfigurationError, ParameterError, TaakveldError, DisclosureError

Exit 0 is done, 1 is done but something needs attention (a file set aside, a message not accepted, a
source missing), 2 is wrong use of the command line, 70 is an error that nobody foresaw.
"""

from __future__ import annotations

from wijzer.disclosure import DisclosureError
from wijzer.engines.errors import EngineError
from wijzer.indicators.parameters import ParameterError
from wijzer.indicators.taakvelden import TaakveldError
from wijzer.intake.problems import (
    SYSTEM,
    IntakeBusy,
    IntakeProblem,
    JoinProblem,
    KeyProblem,
    StoreProblem,
    system_reason,
)
from wijzer.steering import ConfigurationError

DONE = 0
ATTENTION = 1
WRONG_USE = 2
WORKSPACE = 3
KEY = 4
STORAGE = 5
BUSY = 6
UNFORESEEN = 70
INTERRUPTED = 130

EXIT_CODES = {
    DONE: "gelukt",
    ATTENTION: "gelukt, maar er is iets dat aandacht vraagt (apart gezet, niet goedgekeurd, ontbreekt)",
    WRONG_USE: "de opdracht is niet goed ingetikt",
    WORKSPACE: "de werkmap of haar instellingen kloppen niet",
    KEY: "de sleutel ontbreekt, is verkeerd of is veranderd",
    STORAGE: "de schijf is vol, alleen-lezen of onleesbaar",
    BUSY: "een andere opdracht is nog bezig in deze werkmap",
    UNFORESEEN: "er ging iets mis dat Wijzer niet had voorzien",
    INTERRUPTED: "afgebroken met Ctrl-C",
}


class WijzerError(Exception):
    """A job could not be done: ``what`` went wrong, ``where``, and what to ``do`` next (plain Dutch)."""

    exit_code = ATTENTION

    def __init__(self, what: str, where: str, do: str) -> None:
        super().__init__(f"{what} Waar: {where}. Wat te doen: {do}")
        self.what = what
        self.where = where
        self.do = do


class WorkspaceError(WijzerError):
    """The folder is no workspace, or its configuration cannot be used."""

    exit_code = WORKSPACE


# From special to general: the first that fits says the code.
_OF_ROOMS: tuple[tuple[type[Exception], int], ...] = (
    (KeyProblem, KEY),
    (IntakeBusy, BUSY),
    (StoreProblem, STORAGE),
    (JoinProblem, WORKSPACE),
    (IntakeProblem, ATTENTION),
    (EngineError, STORAGE),
    (ConfigurationError, WORKSPACE),
    (ParameterError, WORKSPACE),
    (TaakveldError, WORKSPACE),
    (DisclosureError, ATTENTION),
)


def foreseen(error: Exception) -> tuple[str, int] | None:
    """Return what to tell the user and the exit code, or None for an error that nobody foresaw."""
    if isinstance(error, WijzerError):
        return f"{error.what}\n  Waar: {error.where}\n  Wat te doen: {error.do}", error.exit_code
    found = next(((str(error), code) for kind, code in _OF_ROOMS if isinstance(error, kind)), None)
    return found or (_of_disk(error) if isinstance(error, OSError) else None)


def _of_disk(error: OSError) -> tuple[str, int] | None:
    if error.errno not in SYSTEM or not error.filename:
        return None
    return (
        f"Een bestand of map is niet te gebruiken: {system_reason(error)}.\n  Waar: {error.filename}\n"
        "  Wat te doen: Herstel dit, en geef de opdracht opnieuw.",
        STORAGE,
    )
