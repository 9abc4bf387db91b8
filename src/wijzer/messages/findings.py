"""What is wrong with a message, said to people: in Dutch, with the place, never with a value.

A finding never holds what stood in the message. Names of elements are shown only when the standard
declares them, since an unknown name could be anything, even somebody's.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Severity = Literal["fout", "waarschuwing", "signaal"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding about one message.

    ``code`` is stable and English-free for machines ("waarde_vorm"); ``rule_ids`` are the official ids.
    ``path`` is the place as element names, ``line`` the line in the file, None when unknown.
    ``expected`` says what would be right, ``where`` names the record ("prestatie 3"). ``count`` tells
    how often the same finding occurs in the file, of which this is the first. ``bericht_nummer`` is the
    ordinal of the message in the columns, for findings on many messages at once; None for one message.
    """

    code: str
    message: str
    severity: Severity = "fout"
    rule_ids: tuple[str, ...] = ()
    path: str | None = None
    line: int | None = None
    expected: str | None = None
    where: str | None = None
    count: int = 1
    bericht_nummer: int | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the finding for JSON."""
        return asdict(self)

    def sentence(self) -> str:
        """Return the finding as one line of Dutch."""
        parts = [self.message]
        if self.path:
            parts.append(f"Plaats: {self.path}{f', regel {self.line}' if self.line else ''}.")
        elif self.line:
            parts.append(f"Plaats: regel {self.line}.")
        if self.expected:
            parts.append(f"Verwacht: {self.expected}.")
        if self.count > 1:
            parts.append(f"Dit komt {self.count} keer voor.")
        if self.rule_ids:
            parts.append(f"({', '.join(self.rule_ids)})")
        return " ".join(parts)


class MessageRejected(Exception):  # noqa: N818 - the word is what happens, not an error of the program
    """The official schema would not accept the message, or it is refused before the schema is asked."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings[0].code if findings else "rejected")
        self.findings = findings
