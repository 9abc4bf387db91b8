"""Message traffic: how much, how late, how often refused, corrected or declared in vain."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from wijzer.example.town.books import Start, Stop
from wijzer.example.town.exchange import Sent
from wijzer.example.town.life import Life
from wijzer.example.town.reckoning import Counted
from wijzer.values.werkdagen import add_working_days

Figures = dict[str, Any]
RETURNS = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319"}
TIMELY = "tijdigheid_berichtenverkeer"
DAYS = (0, 1, 2, 3, 5, 10, 20, 40)
"""Working days after which it is told which share was there."""


class Refusals:
    """Sees every message pass, and counts the returns that refuse something, by gemeente and message."""

    def __init__(self) -> None:
        self.returned: dict[str, Counter[str]] = defaultdict(Counter)
        self.refused: dict[str, Counter[str]] = defaultdict(Counter)

    def keep(self, sent: Sent, content: bytes) -> None:
        """Take a message as the exchange delivers it: a return that refuses holds a client, or code 0001."""
        of = RETURNS.get(sent.number)
        if of is not None:
            self.returned[sent.gemeente][of] += 1
            if b":Client>" in content or b">0001<" in content:
                self.refused[sent.gemeente][of] += 1


def measure(life: Life, refusals: Refusals, ledger: Iterable[Counted]) -> Figures:
    """Count the traffic of one gemeente."""
    books, code = life.desk.books, life.desk.place.code
    sent = Counter(message.number for message in life.desk.exchange.sent)
    lines = Counter(line.status for line in books.lines)
    returned, refused = refusals.returned[code], refusals.refused[code]
    return {
        "sent": dict(sorted(sent.items())),
        "logged": _share(sum(one.logged for one in life.desk.exchange.sent), sum(sent.values())),
        "refused": {of: _share(refused[of], returned[of]) for of in sorted(returned)},
        "lines": {status: _share(count, len(books.lines)) for status, count in sorted(lines.items())},
        "credits": _share(sum(line.credit_of is not None for line in books.lines), len(books.lines)),
        "corrected": {
            "305": _void([one for dossier in books.dossiers.values() for one in dossier.starts]),
            "307": _void([one for dossier in books.dossiers.values() for one in dossier.stops]),
        },
        "silent": _silent(life),
        "delays": _delays(life),
        "timely": _timely(ledger),
        "planted": dict(sorted(Counter(label.kind for label in life.labels).items())),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _void(reports: Sequence[Start | Stop]) -> float:
    return _share(sum(one.void is not None for one in reports), len(reports))


def _silent(life: Life) -> dict[str, float]:
    """Return the share of starts and of final stops that nobody told of."""
    starts = stops = told_starts = told_stops = 0
    for dossier in life.desk.books.dossiers.values():
        if not dossier.versions:
            continue
        for delivery in dossier.toewijzing.deliveries:
            starts += 1
            told_starts += any(abs((one.begin - delivery.begin).days) <= 1 for one in dossier.starts)
            if delivery.end is not None:
                stops += 1
                told_stops += any(abs((one.end - delivery.end).days) <= 1 for one in dossier.stops)
    return {"305": _share(starts - told_starts, starts), "307": _share(stops - told_stops, stops)}


def _delays(life: Life) -> dict[str, list[float]]:
    """Return by kind of term the share that was answered within ``DAYS`` working days of its begin."""
    waited: dict[str, Counter[int]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    limits: dict[date, list[date]] = {}
    for term in life.desk.books.terms:
        if term.void is not None or term.left_out:
            continue
        begin = term.begin
        if term.kind in ("start", "stop") and term.dossier is not None:
            begin = max(begin, term.dossier.versions[0].received)
        total[term.kind] += 1
        if not term.answers:
            continue
        answered = min(day for day, _ in term.answers)
        if begin not in limits:
            limits[begin] = [add_working_days(begin, days) if days else begin for days in DAYS]
        for days, limit in zip(DAYS, limits[begin], strict=True):
            waited[term.kind][days] += answered <= limit
    return {
        kind: [count, *(_share(waited[kind][days], count) for days in DAYS)]
        for kind, count in sorted(total.items())
    }


def _timely(ledger: Iterable[Counted]) -> dict[str, dict[str, float]]:
    parts: dict[str, dict[str, int]] = defaultdict(dict)
    for one in ledger:
        if one.indicator == TIMELY and "-Q" not in str(one.periode):
            parts[str(one.periode)][one.part] = int(one.value)
    return {
        year: {
            "all": _share(found["op_tijd"], found["beoordeeld"]),
            "gemeente": _share(found["gemeente_op_tijd"], found["gemeente_beoordeeld"]),
            "aanbieders": _share(found["aanbieders_op_tijd"], found["aanbieders_beoordeeld"]),
        }
        for year, found in sorted(parts.items())
    }
