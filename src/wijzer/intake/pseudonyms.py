"""Persons and addresses as keyed pseudonyms: the same person gives the same 32 hexadecimal characters.

HMAC-SHA256 over gemeente, law and BSN. Two gemeenten are two controllers, so their pseudonyms differ.
Between the Wmo and the Jeugdwet they differ too, unless the configuration records for the gemeente
why the laws are joined: purpose (doel), legal basis (grondslag) and DPIA.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from wijzer.values import bsn

LENGTH = 32
SEPARATORS = r" ./_\-"
"""What may stand between the digits of a number, for a class of a regular expression."""
_NO_SEPARATORS = str.maketrans("", "", " ./_-")
_REMEMBER = 100_000
_RUN = re.compile(rf"[0-9](?:[{SEPARATORS}]?[0-9]){{8,}}")


@dataclass(frozen=True, slots=True)
class JoinBasis:
    """Why a gemeente may join what it knows of one person under both laws; none may be empty."""

    doel: str
    grondslag: str
    dpia: str

    def __post_init__(self) -> None:
        """Refuse a basis with an empty part."""
        for name in ("doel", "grondslag", "dpia"):
            if not getattr(self, name).strip():
                raise ValueError(
                    f"Koppelen van wetten kan alleen als {name} is vastgelegd. Vul {name} in onder "
                    "[koppeling_wetten] in wijzer.toml, of haal de koppeling weg."
                )


class Pseudonymiser:
    """Makes pseudonyms with one key of 32 bytes; ``joins`` holds the gemeenten that join both laws."""

    def __init__(self, key: bytes, joins: Mapping[str, JoinBasis]) -> None:
        block = key.ljust(hashlib.sha256().block_size, b"\x00")
        self._inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
        self._outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))
        self._joins = frozenset(joins)
        self._memory: dict[str, dict[str, str]] = {}

    def joined(self, gemeente: str) -> bool:
        """Say whether the laws are joined for ``gemeente``."""
        return gemeente in self._joins

    def client(self, gemeente: str, wet: str, number: str) -> str:
        """Return the pseudonym of a person; ``number`` is a BSN of nine digits."""
        if gemeente in self._joins:
            return self._make(f"persoon|{gemeente}|{number}")
        return self._make(f"persoon|{gemeente}|{wet}|{number}")

    def adres(self, gemeente: str, postcode: str, huisnummer: str, huisletter: str, toevoeging: str) -> str:
        """Return the pseudonym of a home, the same under both laws: a household is no person."""
        parts = "|".join(_plain(part) for part in (postcode, huisnummer, huisletter, toevoeging))
        return self._make(f"adres|{gemeente}|{parts}")

    def plek(self, gemeente: str, postcode: str, huisnummer: str) -> str:
        """Return the pseudonym of postcode and house number, by which a buurt is looked up."""
        return self._make(f"plek|{gemeente}|{_plain(postcode)}|{_plain(huisnummer)}")

    def memory(self, use: str) -> dict[str, str]:
        """Return what was made before for one use, by the caller's own key; emptied when it grows large."""
        memory = self._memory.setdefault(use, {})
        if len(memory) > _REMEMBER:
            memory.clear()
        return memory

    def without_bsn(self, gemeente: str, text: str) -> str:
        """Return a reference without BSN: digits that could hold one become a pseudonym, as a whole.

        References are chosen freely by senders, and some put a BSN in, with dots in it or something behind
        it. The same text gives the same result everywhere within a gemeente, so that messages still find
        each other by it. A long number of another kind may be replaced as well: that costs nothing but
        its looks.
        """
        return _RUN.sub(lambda hit: self._hidden(gemeente, hit.group()), text)

    def _hidden(self, gemeente: str, run: str) -> str:
        digits = run if run.isdigit() else run.translate(_NO_SEPARATORS)
        if bsn.is_within(digits):
            return self._make(f"nummer|{gemeente}|{digits}")
        return run

    def _make(self, text: str) -> str:
        """Return the HMAC-SHA256 of ``text``; the part that depends on the key alone was done once."""
        inner = self._inner.copy()
        inner.update(text.encode())
        outer = self._outer.copy()
        outer.update(inner.digest())
        return outer.hexdigest()[:LENGTH]


def _plain(part: str) -> str:
    """Write a part of an address one way: no spaces, capitals, no leading zeros in a number."""
    joined = "".join(part.split()).upper()
    return joined.lstrip("0") if joined.isdigit() else joined
