"""An intake that tells in which phase it is, to be killed there. Run as a process by test_killed."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from pathlib import Path

from tests.intake.werkmap import Werkmap
from wijzer.intake import phases, taker

DONE = "klaar"


def run(announcements: Connection, folder: Path, inbox: Path, wanted: str, number: int) -> None:
    """Take in ``inbox``, sending phase and step as each begins.

    At announcement ``number`` of the phase ``wanted`` it stands still, so that the kill lands exactly there.
    Batches are small, so that a run has many of each phase.
    """
    taker.BATCH_FILES = 12
    seen = dict.fromkeys(phases.PHASES, 0)

    def announce(phase: phases.Phase, step: str) -> None:
        seen[phase] += 1
        announcements.send((phase, step))
        if phase == wanted and seen[phase] == number:
            time.sleep(60)

    phases.listen(announce)
    Werkmap(folder).take_in(inbox)
    announcements.send((DONE, ""))
