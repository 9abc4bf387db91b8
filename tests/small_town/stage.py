"""The stage of the special cases: one town and quarter, and the moves that the cases are made of."""

from __future__ import annotations

from datetime import timedelta

from tests.small_town import bodies
from tests.small_town.bodies import Body
from tests.small_town.cohorts import Registration, Toewijzing
from tests.small_town.days import event_day
from tests.small_town.exchange import Exchange, Sent
from tests.small_town.products import PRODUCTS

_DAY = timedelta(days=1)


class Stage:
    """The moves of one town and quarter; keeps the toewijzingen that they start from."""

    def __init__(self, exchange: Exchange, registration: Registration, quarter: str) -> None:
        self.exchange = exchange
        self.registration = registration
        self.quarter = quarter
        self.day = event_day(quarter)
        self.history: list[Toewijzing] = []

    def running(self, key: str) -> Toewijzing:
        """Give a client who runs since the beginning, by the history tables."""
        given = self.registration.give(key, self.registration.someone(PRODUCTS[key].wet))
        self.history.append(given)
        return given

    def new(self, key: str) -> Toewijzing:
        """Give a client who begins on the event day."""
        return self.registration.give(key, self.registration.someone(PRODUCTS[key].wet), self.day)

    def send(self, number: str, given: Toewijzing, days: int, body: Body, *, logged: bool = True) -> Sent:
        """Send a message so many days after d, with an empty return one working day later."""
        day = self.day + days * _DAY
        product = given.product
        sent = self.exchange.send(product.wet, number, product.aanbieder, day, body, logged=logged)
        self.exchange.give_back(sent, self.quarter, may_be_late=False)
        return sent

    def refuse(
        self, number: str, given: Toewijzing, days: int, body: Body, codes: str, refused: Body | None
    ) -> None:
        """Send a message that comes back refused: in part (`refused`) or as a whole (code 0001)."""
        day = self.day + days * _DAY
        sent = self.exchange.send(given.product.wet, number, given.product.aanbieder, day, body)
        self.exchange.give_back(sent, self.quarter, refused, [codes], may_be_late=False)

    def assign(self, given: Toewijzing, days: int, **changed: object) -> None:
        """The gemeente sends a 301 so many days after d; `changed` replaces elements of the product."""
        product = bodies.assigned(given, self.day + days * _DAY, **changed)
        self.send("301", given, days, bodies.toewijzing(given.person, [product]))

    def start(self, given: Toewijzing, days: int = 1, *, begin: int = 0, logged: bool = True) -> None:
        """The provider reports a start on d plus `begin` days, so many days after d."""
        started = bodies.started(given, self.day + begin * _DAY)
        self.send("305", given, days, bodies.start(given.person, [started]), logged=logged)


def with_codes(client: Body, codes: dict[str, str]) -> Body:
    """Return a client as a return message repeats it: every class with its code, 0200 unless named."""

    def coded(name: str, node: Body) -> Body:
        return {
            **{key: inside(value) for key, value in node.items()},
            "RetourCodes": {"RetourCode": [codes.get(name, "0200")]},
        }

    def inside(value: object) -> object:
        """Go into a wrapper that only holds repeated classes; leave everything else as it is."""
        if isinstance(value, dict) and all(isinstance(item, list) for item in value.values()):
            return {key: [coded(key, item) for item in items] for key, items in value.items()}
        return value

    return coded("Client", client)
