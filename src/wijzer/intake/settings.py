"""What a run of intake needs to know, in a form that can be sent to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijzer.intake.keys import Keys
from wijzer.intake.pseudonyms import JoinBasis, Pseudonymiser
from wijzer.intake.store import StorePaths

SMALL = 8 << 20
"""Files up to this many bytes are read whole; larger ones stream and are a batch of their own."""
BATCH_BYTES = 40 << 20
BATCH_FILES = 20_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Places, keys, the gemeenten of the workspace (code and name) and those that join laws."""

    paths: StorePaths
    keys: Keys
    gemeenten: Mapping[str, str]
    joins: Mapping[str, JoinBasis]

    def persons(self) -> Pseudonymiser:
        """Return a maker of pseudonyms."""
        return Pseudonymiser(self.keys.pseudonym, self.joins)
