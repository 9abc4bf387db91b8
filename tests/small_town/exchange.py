"""The exchange of the example: who sends which message to whom, when, and what comes back.

Every message is received on the day on which it is sent; a return follows one working day later, an answer
to a declaration after five. `LATE` names the exceptions by number, so that timeliness can be counted on
paper: what is not named there (or in `scenarios`) is on time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from wijzer import messages
from wijzer.standards.declaration import Wet
from wijzer.values.werkdagen import add_working_days

Node = Mapping[str, Any]
RETURN_OF = {"301": "302", "305": "306", "307": "308", "315": "316", "317": "318", "319": "320"}
FROM_GEMEENTE = frozenset({"301", "319", "325"})
LATE_BY = timedelta(days=7)
"""A late return or answer comes a week after the day on which it would be on time."""

LATE: Mapping[str, Mapping[str, Mapping[str, int]]] = {
    "0293": {
        "2022-Q1": {"306": 3, "308": 1, "325": 1, "verzoek": 1, "start": 2, "stop": 1, "302": 1},
        "2022-Q2": {"306": 2, "308": 1, "verzoek": 1, "start": 2, "302": 1},
        "2022-Q3": {"306": 1, "325": 1, "start": 1, "stop": 1},
        "2022-Q4": {"306": 1, "start": 1},
    },
    "0226": {
        "2022-Q1": {"306": 2, "325": 1, "start": 1},
        "2022-Q2": {"306": 1, "stop": 1},
        "2022-Q3": {"306": 1},
        "2022-Q4": {"start": 1},
    },
}
"""How many of which kind are late: gemeente → quarter → return message, answer or fact → number.

The first of the quarter are the late ones. "start" and "stop" are reports by the provider, "verzoek" is the
answer of the gemeente to a request; numbers are the returns and answers with that number.
"""


@dataclass(frozen=True)
class Sent:
    """A message that went over the exchange. `logged`: whether the delivered log knows it.

    `sender` and `receiver` are those of the header, so for a return those of the message that it answers;
    `identification` is always the message's own.
    """

    wet: Wet
    number: str
    sender: str
    receiver: str
    identification: str
    sent: date
    content: bytes
    logged: bool = True

    @property
    def file_name(self) -> str:
        """A name as a suite gives it: message type, sender, own number."""
        return f"{self.wet.upper()}{self.number}_{self.sender}_{self.identification}.xml"


@dataclass
class Exchange:
    """All messages of one gemeente, in the order in which they were made."""

    gemeente: str
    sent: list[Sent] = field(default_factory=list)
    _late: dict[tuple[str, str], int] = field(default_factory=dict)
    _number: int = 0

    def __post_init__(self) -> None:
        for quarter, kinds in LATE[self.gemeente].items():
            self._late |= {(quarter, kind): count for kind, count in kinds.items()}

    def takes_late(self, kind: str, quarter: str) -> bool:
        """Say whether the next report or answer of this kind is one of the late ones, and count it."""
        left = self._late.get((quarter, kind), 0)
        self._late[quarter, kind] = left - 1
        return left > 0

    def unused_lateness(self) -> dict[tuple[str, str], int]:
        """Return what `LATE` names but no message took: must be empty, else the counts are not true."""
        return {key: left for key, left in self._late.items() if left > 0}

    def send(
        self,
        wet: Wet,
        number: str,
        party: str,
        day: date,
        body: Node,
        header: Node | None = None,
        *,
        logged: bool = True,
    ) -> Sent:
        """Send a message between the gemeente and a provider (`party`); the number says who sends it."""
        parties = (self.gemeente, party) if number in FROM_GEMEENTE else (party, self.gemeente)
        own = self._own_identification()
        head = {"BerichtIdentificatie": {"Identificatie": own, "Dagtekening": day}, **(header or {})}
        return self._put(wet, number, parties, own, day, head, body, logged=logged)

    def give_back(
        self,
        message: Sent,
        quarter: str,
        refused: Node | None = None,
        codes: Sequence[str] = ("0200",),
        *,
        may_be_late: bool = True,
    ) -> Sent:
        """Send the return of a message: empty, or with the refused client; one working day later.

        A return repeats the header of what it answers, Afzender and BerichtIdentificatie included, and adds
        its own identification and day (IV028).
        """
        number = RETURN_OF[message.number]
        day = add_working_days(message.sent, 1)
        if may_be_late and self.takes_late(number, quarter):
            day += LATE_BY
        own = self._own_identification()
        head = {
            "BerichtIdentificatie": {"Identificatie": message.identification, "Dagtekening": message.sent},
            "IdentificatieRetour": own,
            "DagtekeningRetour": day,
            "XsdVersieRetour": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
            "RetourCodes": {"RetourCode": list(codes)},
        }
        parties = (message.sender, message.receiver)
        body = {} if refused is None else {"Client": refused}
        return self._put(message.wet, number, parties, own, day, head, body, logged=True)

    def _own_identification(self) -> str:
        self._number += 1
        return f"{self.gemeente}{self._number:06d}"

    def _put(
        self,
        wet: Wet,
        number: str,
        parties: tuple[str, str],
        own: str,
        day: date,
        head: Node,
        body: Node,
        *,
        logged: bool,
    ) -> Sent:
        sender, receiver = parties
        header = {"Afzender": sender, "Ontvanger": receiver, **head}
        content = messages.compose(wet, number, {"Header": header, **body})
        made = Sent(wet, number, sender, receiver, own, day, content, logged)
        self.sent.append(made)
        return made
