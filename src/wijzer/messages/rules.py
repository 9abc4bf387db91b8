"""Evaluates the declared rules about one message, over the columns of many messages at once.

A finding says which rule, where first and how often; it never holds a value. Rules do not stop a message
that the schema accepts.
"""

from __future__ import annotations

from wijzer.messages.columns import MESSAGE, REGEL, XML_REGEL, MessageColumns
from wijzer.messages.findings import Finding
from wijzer.messages.frames import Frame, Frames
from wijzer.messages.layout import ROOT, absolute_path
from wijzer.messages.rule_checks import WHOLE_MESSAGE, breaking
from wijzer.standards import Rule


def evaluate(columns: MessageColumns) -> list[Finding]:
    """Return the findings of all rules of the message type over all messages held in ``columns``.

    One finding per rule and message, with the number of records that break it (``count``); it names the
    message by its ``bericht_nummer``.
    """
    frames = Frames(columns)
    findings: list[Finding] = []
    for rule in columns.message_type.rules:
        places = breaking(frames, rule.record, rule.check)
        if places:
            findings += _findings(rule, frames[rule.record], places)
    findings += _not_checked(columns)
    return sorted(findings, key=lambda finding: (finding.bericht_nummer or 0, finding.line or 0))


def _findings(rule: Rule, frame: Frame, places: list[int]) -> list[Finding]:
    messages, regels = frame.array(MESSAGE), frame.array(REGEL)
    lines = frame.array(XML_REGEL)
    first: dict[int, int] = {}
    counts: dict[int, int] = {}
    for place in places:
        message = messages[place].as_py()
        first.setdefault(message, place)
        counts[message] = counts.get(message, 0) + 1
    path = absolute_path(frame.frames.message_type, rule.record, rule.column)
    return [
        Finding(
            code=f"regel_{rule.id.lower()}" if rule.official else rule.id,
            message=rule.says,
            severity=rule.severity,
            rule_ids=(rule.id,) if rule.official else (),
            path=path,
            line=lines[place].as_py(),
            where=None if rule.record == ROOT else f"{rule.record} {regels[place].as_py()}",
            count=counts[message],
            bericht_nummer=message,
        )
        for message, place in first.items()
    ]


def _not_checked(columns: MessageColumns) -> list[Finding]:
    """Say which rules were left out for messages too large to hold as a whole."""
    whole = [rule for rule in columns.message_type.rules if isinstance(rule.check, WHOLE_MESSAGE)]
    held = set(columns.array(ROOT, MESSAGE).to_pylist()) if columns.split else set()
    return [
        Finding(
            code="niet_gecontroleerd",
            message="Het bericht is te groot om regels over het hele bericht te controleren.",
            severity="signaal",
            rule_ids=tuple(dict.fromkeys(rule.id for rule in whole)),
            bericht_nummer=message,
        )
        for message in sorted(columns.split & held)
        if whole
    ]
