"""What can stop a whole run of intake: each error says in Dutch what, where and what to do.

    IntakeProblem
    ├── KeyProblem      the key is lost, malformed, in the wrong place, or another one than before
    ├── IntakeBusy      another run holds the workspace
    ├── StoreProblem    a folder cannot be written, the disk is full, a part of the store is missing
    └── JoinProblem     the choice to join laws differs from the one that the records were made with

A file that cannot be taken in is never an exception for the caller: it is an outcome with a reason.
"""

from __future__ import annotations

import errno


class IntakeProblem(Exception):  # noqa: N818 - users meet it as a problem, not as an error of the program
    """Intake cannot go on. The text is Dutch, for the user, and holds no personal value."""


class KeyProblem(IntakeProblem):
    """The key is lost, malformed, kept in the wrong place, or differs from the one used before."""


class IntakeBusy(IntakeProblem):
    """Another run has the workspace, and did not end within the time to wait."""


class StoreProblem(IntakeProblem):
    """The store cannot be read or written."""


class JoinProblem(IntakeProblem):
    """The configuration joins laws otherwise than the records on disk do."""


SYSTEM = {
    errno.ENOENT: "de map of het bestand bestaat niet",
    errno.EACCES: "u hebt er geen recht op",
    errno.EPERM: "u hebt er geen recht op",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "uw ruimte op de schijf is op",
    errno.EROFS: "de schijf is alleen-lezen",
    errno.EISDIR: "dit is een map, geen bestand",
    errno.ENOTDIR: "dit is een bestand, geen map",
    errno.EEXIST: "er staat al iets met deze naam",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.EIO: "de schijf geeft een fout",
}


def system_reason(error: Exception) -> str:
    """Say in Dutch why the computer refused a file or folder; the system itself speaks English."""
    number = error.errno if isinstance(error, OSError) else None
    return SYSTEM.get(number or 0, "de computer geeft een fout bij dit bestand")
