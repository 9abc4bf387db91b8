"""One run at a time: a lock on a file, which the operating system releases when a run dies."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wijzer.intake.problems import IntakeBusy
from wijzer.intake.store import PRIVATE_FILE

_PAUSE_SECONDS = 0.1


@contextmanager
def only_one(lock: Path, wait_seconds: float) -> Iterator[None]:
    """Hold ``lock`` for the length of the block; wait at most ``wait_seconds`` for another run.

    Raises IntakeBusy when the other run goes on longer.
    """
    descriptor = os.open(lock, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
    try:
        _acquire(descriptor, lock, wait_seconds)
        yield
    finally:
        os.close(descriptor)


def _acquire(descriptor: int, lock: Path, wait_seconds: float) -> None:
    give_up = time.monotonic() + wait_seconds
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= give_up:
                raise IntakeBusy(
                    f"In deze werkmap loopt al een inname (slot {lock}). Er is {wait_seconds:.0f} seconden "
                    "gewacht. Wacht tot die klaar is en start opnieuw; er gaat niets verloren."
                ) from None
            time.sleep(_PAUSE_SECONDS)
        else:
            return
