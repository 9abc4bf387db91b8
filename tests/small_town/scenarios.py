"""The special cases of the example: what goes wrong between parties, and is put right.

Each case is a person or two on top of the cohorts, in one town and one quarter, and says what it does to
the numbers. "Stock" is what indicators 6 and 8 count on the last day of a quarter; "terms" are those of
indicator 24, all of them on time. The day d is the event day of the quarter.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.small_town import bodies
from tests.small_town.products import UNKNOWN
from tests.small_town.request_cases import RequestCases
from tests.small_town.stage import with_codes

DAY = timedelta(days=1)


class Scenario(RequestCases):
    """All special cases, each a method by its name in `CASES`."""

    def corrected_start(self) -> None:
        """A start is reported with the wrong day, taken back and reported anew.

        Stock: ambulant +1 from this quarter. Terms: return 301, two returns 305; the start that holds is a
        correction and is left out.
        """
        given = self.new("ambulant")
        self.assign(given, -14)
        self.start(given)
        wrong = bodies.started(given, self.day, status="3")
        right = bodies.started(given, self.day + 2 * DAY)
        self.send("305", given, 8, bodies.start(given.person, [wrong, right]))

    def withdrawn(self) -> None:
        """The gemeente ends a toewijzing earlier; what was before it counts.

        Stock: begeleiding +1 until the quarter before. Terms: return 301, stop, return 307.
        """
        given = self.running("begeleiding")
        self.assign(given, -14, Einddatum=self.day - DAY, RedenWijziging="05")
        stopped = bodies.stopped(given, self.day - DAY, "36")
        self.send("307", given, 1, bodies.stop(given.person, [stopped]))

    def deleted(self) -> None:
        """A toewijzing sent by mistake is deleted (reason 13): it never was.

        Stock: 0. Terms: two returns 301.
        """
        given = self.new("huishouden")
        self.assign(given, -14)
        self.assign(given, -11, Einddatum=given.begin, RedenWijziging="13")

    def paused(self) -> None:
        """Care pauses for two weeks and goes on.

        Stock: dagbesteding +1 always. Terms: stop, return 307, start, return 305.
        """
        given = self.running("dagbesteding")
        stopped = bodies.stopped(given, self.day - DAY, "20")
        self.send("307", given, 1, bodies.stop(given.person, [stopped]))
        self.start(given, 15, begin=14)

    def paused_for_good(self) -> None:
        """Care pauses and then ends without a new start.

        Stock: dagbesteding +1 until the quarter before. Terms: stop, two returns 307; the final stop
        is left out.
        """
        given = self.running("dagbesteding")
        pause = bodies.stopped(given, self.day - DAY, "20")
        self.send("307", given, 1, bodies.stop(given.person, [pause]))
        final = bodies.stopped(given, self.day + 7 * DAY, "19")
        self.send("307", given, 8, bodies.stop(given.person, [final]))

    def refused_assignment(self) -> None:
        """A provider refuses a toewijzing; the gemeente sends a right one under a new number.

        Stock: begeleiding +1 from this quarter (one client, one voorziening). Terms: two returns 301, start,
        return 305.
        """
        wrong = self.new("begeleiding")
        product = bodies.assigned(wrong, self.day - 14 * DAY)
        body = bodies.toewijzing(wrong.person, [product])
        refused = with_codes(body["Client"], {"ToegewezenProduct": "9332"})
        self.refuse("301", wrong, -14, body, "0200", refused)
        right = replace(wrong, number=self.registration.number())
        self.assign(right, -7)
        self.start(right)

    def refused_start(self) -> None:
        """The gemeente refuses a start; the provider sends it again.

        Stock: ambulant +1 from this quarter. Terms: return 301, start (the second), two returns 305.
        """
        given = self.new("ambulant")
        self.assign(given, -14)
        body = bodies.start(given.person, [bodies.started(given, self.day)])
        self.refuse("305", given, 1, body, "0200", with_codes(body["Client"], {"StartProduct": "9019"}))
        self.start(given, 3)

    def refused_message(self) -> None:
        """A stop message is refused as a whole (0001), counts as not sent, and is sent again.

        Stock: ambulant +1 until the quarter before. Terms: stop (the second), two returns 307.
        """
        given = self.running("ambulant")
        body = bodies.stop(given.person, [bodies.stopped(given, self.day - DAY, "31")])
        self.refuse("307", given, 1, body, "0001", None)
        self.send("307", given, 3, body)

    def not_in_the_log(self) -> None:
        """The log of the exchange misses a start message.

        Stock: begeleiding +1 from this quarter. Terms: return 301, start; the return of the 305 is left out.
        """
        given = self.new("begeleiding")
        self.assign(given, -14)
        self.start(given, logged=False)

    def retroactive(self) -> None:
        """A toewijzing comes two weeks after care began; the start follows four days after the 301.

        Stock: ambulant +1 from this quarter. Terms: return 301, start (from receipt of the 301), return 305.
        """
        given = replace(self.new("ambulant"), begin=self.day - 14 * DAY)
        self.assign(given, 0)
        self.start(given, 4, begin=-14)

    def unknown_product(self) -> None:
        """A toewijzing has a product that no list explains.

        Stock: 0, left out and named. Terms: return 301, start, return 305.
        """
        given = replace(self.new("begeleiding"), product=UNKNOWN)
        self.assign(given, -14)
        self.start(given)

    def announced_help(self) -> None:
        """Two toewijzingen for the next event day: the last messages of the example.

        Stock: 0 until that day. Terms: two returns 301.
        """
        for key in ("begeleiding", "ambulant"):
            self.assign(self.new(key), -21)


CASES: dict[tuple[str, str], tuple[str, ...]] = {
    ("0293", "2022-Q1"): ("unknown_product",),
    ("0293", "2022-Q2"): ("retroactive", "rejected_request"),
    ("0293", "2022-Q3"): (
        "corrected_start", "withdrawn", "deleted", "paused", "refused_assignment", "refused_start",
        "refused_message", "investigated_request", "changed_on_request",
    ),
    ("0293", "2022-Q4"): ("paused_for_good", "rejected_elsewhere"),
    ("0226", "2022-Q2"): ("not_in_the_log",),
    ("0226", "2022-Q3"): ("changed_on_request",),
    ("0226", "2022-Q4"): ("rejected_request", "withdrawn"),
    ("0293", "2023-Q1"): ("announced_help",),
    ("0226", "2023-Q1"): ("announced_help",),
}  # fmt: skip
"""Which special cases happen where and when."""
