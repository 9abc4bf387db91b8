"""Steering: targets, needle, programme and factual sentences, all made of ``Publishable`` alone."""

from wijzer.steering.configuration import ConfigurationError
from wijzer.steering.dial import GOAL, Dial, Tick, Zone
from wijzer.steering.needle import FACES, Face, Needle, point
from wijzer.steering.programme import (
    STATUSES,
    Actie,
    ActieNeedle,
    ActieState,
    Koppeling,
    Programme,
    point_actie,
    read_programme,
)
from wijzer.steering.sentences import (
    configured,
    dutch_date,
    number,
    quantity,
    sentence_about,
    target_sentence,
    when,
)
from wijzer.steering.series import Freshness, choose
from wijzer.steering.targets import Target, TargetKind, read_targets

__all__ = [
    "FACES",
    "GOAL",
    "STATUSES",
    "Actie",
    "ActieNeedle",
    "ActieState",
    "ConfigurationError",
    "Dial",
    "Face",
    "Freshness",
    "Koppeling",
    "Needle",
    "Programme",
    "Target",
    "TargetKind",
    "Tick",
    "Zone",
    "choose",
    "configured",
    "dutch_date",
    "number",
    "point",
    "point_actie",
    "quantity",
    "read_programme",
    "read_targets",
    "sentence_about",
    "target_sentence",
    "when",
]
