"""Check: would the official schema accept this file, and which rules does it break?"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wijzer import messages
from wijzer.flows.errors import WijzerError
from wijzer.intake.problems import system_reason
from wijzer.intake.quarantine import shown

Finding = messages.Finding


@dataclass(frozen=True)
class CheckReport:
    """What was found in one file. ``name`` may be printed."""

    name: str
    accepted: bool
    message_name: str | None
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> str:
        """The verdict in one Dutch sentence."""
        what = self.message_name or "geen bericht dat Wijzer kent"
        if not self.accepted:
            return f"niet goed ({what})"
        return f"goed ({what})" if not self.findings else f"goed volgens het schema ({what}), met bevindingen"

    def as_dict(self) -> dict[str, Any]:
        """Return everything for a program."""
        return {
            "bestand": self.name,
            "goed": self.accepted,
            "bericht": self.message_name,
            "bevindingen": [_finding_as_dict(finding) for finding in self.findings],
        }


def _finding_as_dict(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "ernst": finding.severity,
        "bevinding": finding.message,
        "verwacht": finding.expected,
        "plaats": finding.path,
        "regel": finding.line,
        "regels_van_de_standaard": list(finding.rule_ids),
        "aantal": finding.count,
    }


def check(path: Path) -> CheckReport:
    """Check one file; WijzerError (Dutch) when it cannot be opened."""
    name = shown(str(path))
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise WijzerError("Dit is geen gewoon bestand.", name, "Noem een bestand, geen map of kanaal.")
        result = messages.check(path)
    except OSError as error:
        raise WijzerError(
            "Dit bestand kan niet worden gelezen.",
            name,
            f"Controleer de naam en uw leesrecht ({system_reason(error)}).",
        ) from None
    kind = result.message_type
    return CheckReport(name, result.accepted, kind.name if kind else None, result.findings)
