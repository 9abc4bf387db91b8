"""The moments at which a run of intake can be interrupted, named, so that a test can interrupt there.

Intake announces each phase and each step in it to one listener. Normally nobody listens and an
announcement costs one comparison. Nothing else in intake depends on it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Phase = Literal["archive", "facts", "rename", "journal"]
PHASES: tuple[Phase, ...] = ("archive", "facts", "rename", "journal")
Listener = Callable[[Phase, str], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    """From now on tell ``listener`` the phase and the step that begins."""
    _listeners.append(listener)


def announce(phase: Phase, step: str) -> None:
    """Say that ``step`` of ``phase`` begins now."""
    for listener in _listeners:
        listener(phase, step)
