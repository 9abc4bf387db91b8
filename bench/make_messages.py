"""Make many valid messages: big declarations and very many small ones, in rounds of equal make-up.

A round is about 10 MB and holds what a municipality gets in a busy month: a few large 323 declarations
with the 325 answers to them, and well over a thousand small 301, 305, 307 and 315 messages of both laws.
Twenty rounds are the 200 MB of the bench. Every round has the same make-up, so that cost per message at
10, 100 and 1,000 MB can be compared. People are invented; BSNs lie in the test range 9999xxxxx.

Run: `python -m bench.make_messages FOLDER --megabytes 200`.
"""

from __future__ import annotations

import argparse
import datetime
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.templates import Template, template

ROUND_MEGABYTES = 10
GEMEENTEN = ("0293", "0226")
PLACES = {"0293": ("Westervoort", "6931XX"), "0226": ("Duiven", "6921XX")}
PRODUCTS = {
    "wmo": (("01", "01A01"), ("02", "02A03"), ("07", "07A01"), ("08", "08A03")),
    "jw": (("45", "45A04"), ("45", "45A48"), ("54", "54001"), ("44", "44A09")),
}
SURNAMES = ("Proef", "Toets", "Monster", "Voorbeeld", "Fictief", "Verzonnen", "Denkbeeldig")
FIRST_NAMES = ("Anna", "Bram", "Carla", "Dirk", "Eva", "Frits", "Greet", "Henk")
LARGE_DECLARATIONS = (7000, 1800, 1200, 300, 300)  # declared lines of the 323 files of a round
CASES_PER_ROUND = 600  # toewijzingen of a round, each with a 301 and a 305, some with a 307 and a 315
LINE_BYTES = 700  # an indented line takes a little more
FIRST_DAY = datetime.date(2022, 1, 3)


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: folder, number of files, bytes, and number of declared lines."""

    folder: Path
    files: int
    bytes: int
    lines: int


def valid_bsns() -> list[str]:
    """All numbers 9999xxxxx that pass the eleven-test: 9·d1 + 8·d2 + … + 2·d8 - d9 divisible by 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    numbers = (f"9999{rest:05d}" for rest in range(100_000))
    return [n for n in numbers if sum(w * int(d) for w, d in zip(weights, n, strict=True)) % 11 == 0]


def _rank(index: int) -> int:
    """Number the cases within their law: of five successive ones three are Wmo and two Jeugdwet."""
    group, place = divmod(index, 5)
    return group * 3 + place if place < 3 else group * 2 + place - 3


def _case(index: int, bsns: list[str]) -> dict[str, str]:
    """One toewijzing with its person, the same for every message that speaks of it."""
    wet = "wmo" if index % 5 < 3 else "jw"
    gemeente = GEMEENTEN[index % 2]
    place, postcode = PLACES[gemeente]
    category, code = PRODUCTS[wet][index % 4]
    begin = FIRST_DAY + datetime.timedelta(days=7 * (index % 50))
    born = datetime.date(1935 if wet == "wmo" else 2006, 1, 1) + datetime.timedelta(days=index % 4000)
    first_name = FIRST_NAMES[index % 8]
    return {
        "wet": wet,
        "gemeente": gemeente,
        "aanbieder": f"420001{index % 20:02d}",
        "bsn": bsns[_rank(index) % len(bsns)],
        "born": born.isoformat(),
        "sex": str(1 + index % 2),
        "surname": SURNAMES[index % 7],
        "first_name": first_name,
        "initial": first_name[0],
        "house": str(1 + index % 180),
        "postcode": postcode,
        "place": place,
        "assignment": str(100_000 + index),
        "category": category,
        "code": code,
        "begin": begin.isoformat(),
        "end": (begin + datetime.timedelta(days=364)).isoformat(),
        "stop": (begin + datetime.timedelta(days=90)).isoformat(),
        "volume": str(1 + index % 9),
        "reason": "19" if wet == "wmo" else "31",
    }


class Maker:
    """Writes rounds of messages into a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.bsns = valid_bsns()
        self.templates: dict[tuple[str, str, bool], Template] = {}
        self.files = self.bytes = self.lines = 0

    def template(self, wet: str, number: str, compact: bool) -> Template:
        key = (wet, number, compact)
        if key not in self.templates:
            self.templates[key] = template(wet, number, compact=compact)
        return self.templates[key]

    def _write(self, target: Path, wet: str, number: str, pieces: Iterator[str] | list[str]) -> None:
        path = target / f"{wet}{number}_{self.files:07d}.xml"
        with path.open("wb") as stream:
            for piece in pieces:
                self.bytes += stream.write(piece.encode("utf-8"))
        self.files += 1

    def small(self, target: Path, number: str, case: dict[str, str], dated: datetime.date) -> None:
        """Write one message about one person: 301 from the gemeente, 305, 307 and 315 to it."""
        outgoing = number == "301"
        values = case | {
            "sender": case["gemeente"] if outgoing else case["aanbieder"],
            "receiver": case["aanbieder"] if outgoing else case["gemeente"],
            "identification": f"K{self.files:09d}",
            "dated": dated.isoformat(),
        }
        chosen = self.template(case["wet"], number, compact=self.files % 2 == 1)
        self._write(target, case["wet"], number, [chosen.head % values])

    def declaration(
        self, target: Path, number: int, count: int, wet: str, gemeente: str, lines_per_client: int = 1
    ) -> None:
        """Write a 323 of `count` lines and the 325 that refuses one line in twenty."""
        month = datetime.date(2022 + number // 12 % 3, 1 + number % 12, 1)
        month_end = (month + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        dated = month_end + datetime.timedelta(days=10)
        first = self.lines
        common = {"month_begin": month.isoformat(), "month_end": month_end.isoformat()}

        def line(position: int) -> dict[str, str]:
            case = self._declared(first + position // lines_per_client, wet)
            reference = f"R{first + position:012d}"
            own = {"reference": reference, "amount": str(int(case["volume"]) * 5000)}
            if lines_per_client > 1:
                own["assignment"] = str(10_000_000 + position)
            return case | common | own

        def clients(chosen: Template, positions: range) -> Iterator[str]:
            for position in positions:
                values = line(position)
                if position % lines_per_client == 0 or positions.step > 1:
                    yield chosen.client % values
                yield chosen.line % values
                if (position + 1) % lines_per_client == 0 or position + 1 == count or positions.step > 1:
                    yield chosen.client_end

        refused = range(0, count, 20 * lines_per_client)
        total, lost = (sum(int(line(p)["amount"]) for p in some) for some in (range(count), refused))
        head = common | {
            "sender": f"420001{number % 20:02d}",
            "receiver": gemeente,
            "identification": f"D{number:09d}",
            "dated": dated.isoformat(),
            "declaration": f"DN{number:08d}",
            "total": str(total),
        }
        compact = number % 2 == 1
        chosen = self.template(wet, "323", compact)
        body = clients(chosen, range(count))
        self._write(target, wet, "323", itertools.chain([chosen.head % head], body, [chosen.tail]))
        answer = head | {
            "sender": gemeente,
            "receiver": head["sender"],
            "identification": f"A{number:09d}",
            "dated": (dated + datetime.timedelta(days=9)).isoformat(),
            "declaration_identification": head["identification"],
            "declaration_dated": head["dated"],
            "granted": str(total - lost),
        }
        chosen = self.template(wet, "325", compact)
        body = clients(chosen, refused)
        self._write(target, wet, "325", itertools.chain([chosen.head % answer], body, [chosen.tail]))
        self.lines += count

    def _declared(self, index: int, wet: str) -> dict[str, str]:
        """A case of the wanted law; cases come in groups of five, of which three are Wmo."""
        group, place = divmod(index, 3 if wet == "wmo" else 2)
        return _case(group * 5 + place + (0 if wet == "wmo" else 3), self.bsns)

    def round(self, number: int) -> None:
        """Write one round of about 10 MB into a folder of its own."""
        target = self.folder / f"ronde_{number:04d}"
        target.mkdir(parents=True, exist_ok=True)
        for place, count in enumerate(LARGE_DECLARATIONS):
            wet, gemeente = ("wmo", "jw")[place % 2], GEMEENTEN[(number + place) % 2]
            self.declaration(target, number * len(LARGE_DECLARATIONS) + place, count, wet, gemeente)
        for offset in range(CASES_PER_ROUND):
            case = _case(number * CASES_PER_ROUND + offset, self.bsns)
            begin = datetime.date.fromisoformat(case["begin"])
            if offset % 5 == 0:
                self.small(target, "315", case, begin - datetime.timedelta(days=20))
            self.small(target, "301", case, begin - datetime.timedelta(days=10))
            self.small(target, "305", case, begin + datetime.timedelta(days=2))
            if offset % 3 == 0:
                self.small(target, "307", case, begin + datetime.timedelta(days=93))


def make(folder: Path, megabytes: int) -> Made:
    """Write rounds until there are at least `megabytes` of messages (1 MB is 1,000,000 bytes)."""
    maker = Maker(folder)
    number = 0
    while maker.bytes < megabytes * 1_000_000:
        maker.round(number)
        number += 1
    return Made(folder, maker.files, maker.bytes, maker.lines)


def make_large(path: Path, megabytes: int) -> Made:
    """Write one single 323 of at least `megabytes`, to see that memory does not grow with the file."""
    maker = Maker(path.parent)
    target = path.parent / (path.stem + "_delen")
    target.mkdir(parents=True, exist_ok=True)
    lines = megabytes * 1_000_000 // LINE_BYTES + 1
    maker.declaration(target, 0, lines, "wmo", GEMEENTEN[0], lines_per_client=lines // 9_000 + 1)
    (made,) = target.glob("wmo323_*.xml")
    made.replace(path)
    for rest in target.iterdir():
        rest.unlink()
    target.rmdir()
    return Made(path.parent, 1, path.stat().st_size, maker.lines)


def samples(folder: Path, per_type: int = 5) -> list[Path]:
    """The first files of every message type in a folder, spread over both spellings."""
    chosen: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.xml")):
        found = chosen.setdefault(path.name.split("_")[0], [])
        if len(found) < per_type:
            found.append(path)
    return [path for found in chosen.values() for path in found]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--megabytes", type=int, default=200)
    arguments = parser.parse_args()
    made = make(arguments.folder, arguments.megabytes)
    print(f"{made.files} files, {made.bytes / 1e6:.1f} MB, {made.lines} declared lines in {made.folder}")


if __name__ == "__main__":
    main()
