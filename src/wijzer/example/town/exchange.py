"""The exchange: who sends which message to whom, when it arrives, and what the log keeps of it.

Identifications are made of what a message is about, never of a counter, so that one message more leaves all
others as they were. Of a message that belongs to the former registration (``settled`` before the export)
nothing is written: the history tables tell of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from wijzer import messages
from wijzer.example.town.settings import Settings
from wijzer.standards.declaration import Wet
from wijzer.values.werkdagen import add_working_days

Node = Mapping[str, Any]
Keep = Callable[["Sent", bytes], None]
RETURN_OF = {"301": "302", "305": "306", "307": "308", "315": "316", "317": "318", "319": "320"}
ACCEPTED = "0200"
"""Return code: read, and nothing to remark."""
_HARMLESS = frozenset({ACCEPTED, "0233"})
"""Return codes that refuse nothing: no remark, and not judged."""
WHOLE, RECORD, PARTLY = "afgekeurd", "geweigerd", "deel geweigerd"
"""What a return or answer refuses: the message as a whole, what it is about, or some of its lines."""
FROM_GEMEENTE = frozenset({"301", "319", "325"})


@dataclass(frozen=True, slots=True)
class Sent:
    """A message on the exchange. ``sender`` is who really sent it; ``known`` since when it counts as known.

    ``logged``: the exchange's log tells its receipt. ``history``: known only from the history tables.
    ``answers``: the message of which it is the return or answer, and ``refuses`` what it refuses of that
    (``WHOLE``, ``RECORD``, ``PARTLY`` or nothing). ``withdraws``: it takes a toewijzing back.
    """

    gemeente: str
    wet: Wet
    number: str
    sender: str
    header_sender: str
    identification: str
    day: date
    received: date
    known: date
    logged: bool
    history: bool
    answers: Sent | None = field(default=None, compare=False, repr=False)
    refuses: str = ""
    withdraws: bool = False

    @property
    def file_name(self) -> str:
        """A name as a suite gives it: message type, sender, own number."""
        return f"{self.wet.upper()}{self.number}_{self.header_sender}_{self.identification}.xml"


@dataclass(slots=True)
class Exchange:
    """All messages of one gemeente. ``keep`` gets each message that is delivered, with its bytes."""

    gemeente: str
    settings: Settings
    keep: Keep
    sent: list[Sent] = field(default_factory=list)

    def send(
        self,
        wet: Wet,
        number: str,
        party: str,
        identification: str,
        day: date,
        body: Node,
        header: Node | None = None,
        *,
        settled: date | None = None,
        answers: Sent | None = None,
        refuses: str = "",
        withdraws: bool = False,
    ) -> Sent | None:
        """Send a message between the gemeente and a provider (``party``); the number says who sends it.

        ``settled``: the day that decides whether it belongs to the history; the day of sending unless given.
        None when the day lies after the closing of the town: then nothing is sent. ``answers``, ``refuses``
        and ``withdraws`` are told by ``Sent``.
        """
        if day > self.settings.closing:
            return None
        ours = number in FROM_GEMEENTE
        sender, receiver = (self.gemeente, party) if ours else (party, self.gemeente)
        made = self._made(wet, number, sender, sender, identification, day, settled or day)
        if answers is not None or withdraws:
            made = replace(made, answers=answers, refuses=refuses, withdraws=withdraws)
        if not made.history:
            own = {"BerichtIdentificatie": {"Identificatie": identification, "Dagtekening": day}}
            head = {"Afzender": sender, "Ontvanger": receiver, **own, **(header or {})}
            self.keep(made, messages.compose(wet, number, {"Header": head, **body}))
        self.sent.append(made)
        return made

    def settled(self, first: Sent | None, day: date) -> date:
        """Return the day that decides whether a correction on ``day`` belongs to the history.

        When the export was made by then, what it corrects stands in the history and the correction comes as
        a message.
        """
        exported, until = self.settings.exported_on, self.settings.history_until
        if exported is None or until is None or day > exported:
            return day
        return min(until, day) if first is None else first.day

    def give_back(
        self,
        message: Sent,
        party: str,
        delay: int,
        refused: Node | None = None,
        code: str = ACCEPTED,
        *,
        prefix: str = "R",
    ) -> Sent | None:
        """Send the return of a message after ``delay`` working days: empty, or with the refused client.

        A return repeats the header of what it answers (IV028); ``prefix`` begins its own identification.
        None as for ``send``.
        """
        number = RETURN_OF[message.number]
        day = add_working_days(message.received, delay)
        if day > self.settings.closing:
            return None
        ours = message.number in FROM_GEMEENTE
        identification = f"{prefix}{message.identification}"
        sender = party if ours else self.gemeente
        made = self._made(
            message.wet, number, sender, message.header_sender, identification, day, message.day,
            history=message.history,
        )  # fmt: skip
        refuses = WHOLE if code != ACCEPTED else RECORD if refused is not None and _refuses(refused) else ""
        made = replace(made, answers=message, refuses=refuses)
        if not made.history:
            version = {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}
            head = {
                "Afzender": message.header_sender,
                "Ontvanger": party if ours else self.gemeente,
                "BerichtIdentificatie": {"Identificatie": message.identification, "Dagtekening": message.day},
                "IdentificatieRetour": identification,
                "DagtekeningRetour": day,
                "XsdVersieRetour": version,
                "RetourCodes": {"RetourCode": [code]},
            }
            body = {} if refused is None else {"Client": refused}
            self.keep(made, messages.compose(message.wet, number, {"Header": head, **body}))
        self.sent.append(made)
        return made

    def _made(
        self,
        wet: Wet,
        number: str,
        sender: str,
        header_sender: str,
        identification: str,
        day: date,
        settled: date,
        *,
        history: bool | None = None,
    ) -> Sent:
        chance, place = self.settings.chance, (self.gemeente, wet, number, header_sender, identification)
        received = add_working_days(day, 1) if chance.happens(180_000, "onderweg", *place) else day
        logged = not chance.happens(4_000, "log", *place)
        known = received if logged else day
        until = self.settings.history_until
        past = until is not None and settled <= until if history is None else history
        exported = self.settings.exported_on
        if past and exported is not None:
            known = exported
        return Sent(
            self.gemeente, wet, number, sender, header_sender, identification, day, received, known, logged,
            past,
        )  # fmt: skip


def _refuses(node: Node) -> bool:
    """Say whether a class of a return, or one in it, has a code that refuses."""
    for key, value in node.items():
        if key == "RetourCode":
            return not _HARMLESS.issuperset(value)
        inside = value if isinstance(value, list) else [value]
        if any(isinstance(one, Mapping) and _refuses(one) for one in inside):
            return True
    return False


def coded(client: Node, codes: Mapping[str, str]) -> dict[str, Any]:
    """Return a client as a return message repeats it: every class with its code, 0200 unless named."""

    def with_code(name: str, node: Node) -> dict[str, Any]:
        inside = {
            key: {inner: [with_code(inner, item) for item in items] for inner, items in value.items()}
            if isinstance(value, Mapping) and all(isinstance(part, list) for part in value.values())
            else value
            for key, value in node.items()
        }
        return {**inside, "RetourCodes": {"RetourCode": [codes.get(name, "0200")]}}

    return with_code("Client", client)


def quarter_of(day: date) -> str:
    """Return the quarter of a day, as a folder name: 2022-Q3."""
    return f"{day.year}-Q{(day.month + 2) // 3}"
