"""What can stop a whole run of intake: each error says in Dutch what, where and what to do.

    IntakeProblem
    ├── KeyProblem      the key is lost, malformed, in the wrong place, or another one than before
    ├── IntakeBusy      another run holds the workspace
    ├── StoreProblem    a folder cannot be written, the disk is full, a part of the store is missing
    └── JoinProblem     the choice to join laws differs from the one that the records were made with

A file that cannot be taken in is never an exception for the caller: it is an outcome with a reason.
"""

from __future__ import annotations


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
