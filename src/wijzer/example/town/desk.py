"""The desk where the traffic of one gemeente comes together: exchange, books, and how returns are sent."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.example.town.bodies import Body
from wijzer.example.town.books import Books, Term
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.exchange import RETURN_OF, Exchange, Sent
from wijzer.example.town.places import Gemeente
from wijzer.example.town.providers import Delays
from wijzer.example.town.settings import Settings

_TOWN_RETURNS: Delays = ((0, 30), (1, 50), (2, 12), (3, 4), (4, 2), (8, 2))
"""Working days until the gemeente sends a return."""
WHOLE_REFUSED = "0001"
"""Return code: the message as a whole is not read."""
NOT_JUDGED = "0233"
"""Return code: this class was not judged."""
_TAKEN_BACK = 2_500
"""Per million returns: followed by one that refuses the message after all, by mistake."""
NO_RECEIPT = "geen_ontvangst_bekend"
"""Why a term that runs from receipt is not judged when the log does not know the receipt."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the traffic of one gemeente comes together."""

    place: Gemeente
    settings: Settings
    exchange: Exchange
    books: Books

    def happens(self, per_million: int, *place: object) -> bool:
        """Say whether something that should not happen does in the traffic of this gemeente."""
        often = self.settings.goes_wrong(per_million)
        return self.settings.chance.happens(often, "verkeer", self.place.code, *place)

    def either(self, *place: object) -> bool:
        """Toss a coin about how something goes wrong."""
        return self.settings.chance.below(2, "verkeer", self.place.code, *place) == 0

    def delay(self, weights: Delays, *place: object) -> int:
        """Draw working days of delay; none where nothing goes wrong."""
        if not self.settings.mistakes:
            return 0
        return self.settings.chance.weighed(weights, "vertraging", self.place.code, *place)

    def note(self, message: Sent) -> None:
        """Write down that a message is known, unless only the history tells of it."""
        if not message.history:
            self.books.heard.setdefault(message.wet, []).append((message.known, message.number))

    def returned(
        self, message: Sent, given: Toewijzing, refused: Body | None = None, code: str = "0200"
    ) -> Sent | None:
        """Note a message, send its return, and write down the term for that; None when never returned."""
        self.note(message)
        by_gemeente = message.number not in {"301", "319"}
        weights = _TOWN_RETURNS if by_gemeente else given.provider.character.returns
        place = (message.number, message.identification)
        forgotten = refused is None and code == "0200" and self.happens(6_000, "vergeten", *place)
        reply = None
        if not forgotten:
            reply = self.exchange.give_back(
                message, given.provider.agb, self.delay(weights, *place), refused, code
            )  # fmt: skip
        if not message.history:
            term = Term(
                message.wet, "retour", by_gemeente, (RETURN_OF[message.number],), message.known,
                message.received, left_out="" if message.logged else NO_RECEIPT,
            )  # fmt: skip
            if reply is not None:
                self.note(reply)
                self._refuse_after_all(message, given, refused, code)
                term.answers.append((reply.day, reply.known))
            self.books.terms.append(term)
        return reply

    def _refuse_after_all(self, message: Sent, given: Toewijzing, refused: Body | None, code: str) -> None:
        """Send a second return that refuses what was accepted, sometimes; the first one holds."""
        place = (message.number, message.identification, "alsnog afgekeurd")
        if refused is not None or code != "0200" or not self.happens(_TAKEN_BACK, *place):
            return
        again = self.exchange.give_back(message, given.provider.agb, 9, None, WHOLE_REFUSED, prefix="F")
        if again is not None:
            self.note(again)
