"""Taking in: an outside file becomes records without names, or is set aside with a clear reason.

The only room that reads foreign files. Originals are kept encrypted, the journal says what counts.
"""

from wijzer.intake.deliveries import delivery, delivery_names
from wijzer.intake.intake import Intake, check_joins, check_key
from wijzer.intake.journal import Journal, JournalReader, KnownFile
from wijzer.intake.keys import Keys
from wijzer.intake.outcome import FileOutcome, IntakeResult, Progress, RetentionResult
from wijzer.intake.problems import IntakeBusy, IntakeProblem, JoinProblem, KeyProblem, StoreProblem
from wijzer.intake.pseudonyms import JoinBasis
from wijzer.intake.store import StorePaths
from wijzer.intake.template import template

__all__ = [
    "FileOutcome",
    "Intake",
    "IntakeBusy",
    "IntakeProblem",
    "IntakeResult",
    "JoinBasis",
    "JoinProblem",
    "Journal",
    "JournalReader",
    "KeyProblem",
    "Keys",
    "KnownFile",
    "Progress",
    "RetentionResult",
    "StorePaths",
    "StoreProblem",
    "check_joins",
    "check_key",
    "delivery",
    "delivery_names",
    "template",
]
