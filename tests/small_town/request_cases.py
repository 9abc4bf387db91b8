"""Special cases of the example that begin with a request of a provider (315, 317)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.small_town import bodies
from tests.small_town.cohorts import Toewijzing
from tests.small_town.stage import Stage

DAY = timedelta(days=1)


class RequestCases(Stage):
    """Requests that are rejected, looked into, or granted. The day d is the event day of the quarter."""

    def _ask(self, given: Toewijzing, reference: str, referrer: str = "02") -> None:
        self.send("315", given, -21, bodies.request(given, reference, referrer))

    def rejected_request(self) -> None:
        """A request is rejected on its content. Stock: 0. Terms: return 315, answer, return 319."""
        given = self.new("ambulant")
        self._ask(given, f"VOT{given.number}")
        body = bodies.answer(f"VOT{given.number}", "1", RedenAfwijzingVerzoek="7")
        self.send("319", given, -14, body)

    def rejected_elsewhere(self) -> None:
        """A request belongs to another gemeente.

        Stock: 0. Terms: return 315, answer (two weeks), return 319.
        """
        given = self.new("ambulant")
        self._ask(given, f"VOT{given.number}", "04")
        reply = bodies.answer(
            f"VOT{given.number}", "1", RedenAfwijzingVerzoek="8", Woonplaatsbeginsel={"Gemeente": "0202"}
        )
        self.send("319", given, -11, reply)

    def investigated_request(self) -> None:
        """A request is looked into first, then granted.

        Stock: ambulant +1 from this quarter. Terms: return 315, answer, return 319, end of the investigation,
        return 301, start, return 305.
        """
        given = self.new("ambulant")
        reference = f"VOT{given.number}"
        self._ask(given, reference)
        self.send("319", given, -17, bodies.answer(reference, "2"))
        self.assign(given, -7, ReferentieAanbieder=reference)
        self.start(given)

    def changed_on_request(self) -> None:
        """A provider asks for more hours and gets them under a new number.

        Stock: begeleiding +1 always. Terms: return 317, answer, return 301, stop, return 307,
        start, return 305.
        """
        old = self.running("begeleiding")
        new = replace(old, number=self.registration.number(), begin=self.day, volume=4)
        reference = f"VOW{old.number}"
        self.send("317", old, -21, bodies.change_request(old, reference, self.day, 4))
        day = self.day - 14 * DAY
        ended = bodies.assigned(old, day, Einddatum=self.day - DAY, RedenWijziging="12")
        granted = bodies.assigned(new, day, ReferentieAanbieder=reference)
        self.send("301", old, -14, bodies.toewijzing(old.person, [ended, granted]))
        stopped = bodies.stopped(old, self.day - DAY, "37")
        self.send("307", old, 1, bodies.stop(old.person, [stopped]))
        self.start(new)
