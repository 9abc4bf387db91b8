"""A workspace and invented messages and tables for the tests of intake."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from wijzer.intake import Intake, IntakeResult, JoinBasis, JournalReader, Keys, StorePaths
from wijzer.messages import compose

NOW = datetime(2022, 6, 1, 12, 0, tzinfo=UTC)
GEMEENTEN = {"0293": "Westervoort", "0226": "Duiven"}
KEY = "0123456789abcdef" * 4
AANBIEDER = "42420001"
SURNAMES = ("Zevenboom", "Wielinga-Ros", "Kattenvanger", "Oudewater", "Ĳsselstein")
STREET, EMAIL, PHONE = "Kweekkersveld", "iemand@voorbeeld.test", "0263110099"
COMMENT = "Belt liever niet voor tienen aan"
PLACE = "Westervoort-Zuid"


def bsn(number: int) -> str:
    """Return the n-th invented BSN: 9 digits that pass the eleven-test, all starting with 9999."""
    found = -1
    for candidate in range(999_900_000, 1_000_000_000):
        digits = [int(d) for d in str(candidate)]
        if (sum(w * d for w, d in zip(range(9, 1, -1), digits, strict=False)) - digits[8]) % 11 == 0:
            found += 1
            if found == number:
                return str(candidate)
    raise AssertionError("no more numbers")


BSNS = tuple(bsn(n) for n in range(40))


@dataclass
class Werkmap:
    """A workspace in a temporary folder."""

    folder: Path

    @property
    def paths(self) -> StorePaths:
        return StorePaths(self.folder / "data")

    def intake(self, key: str = KEY, joins: Mapping[str, JoinBasis] | None = None, **options: Any) -> Intake:
        return Intake(self.paths, Keys.from_text(key, "de test"), GEMEENTEN, joins, **options)

    def take_in(self, *places: Path, **options: Any) -> IntakeResult:
        return self.intake(**options).take_in(list(places), NOW)

    def journal(self) -> JournalReader:
        return JournalReader.open_readonly(self.paths)

    def records(self) -> dict[str, pa.Table]:
        """All records that count, sorted, so that two workspaces can be compared."""
        journal = self.journal()
        try:
            found = {name: journal.committed_files(name) for name in journal.records()}
        finally:
            journal.close()
        return {
            name: _sorted(pa.concat_tables([pq.read_table(f) for f in files]))
            for name, files in found.items()
        }

    def rows(self, record: str) -> list[dict[str, Any]]:
        table = self.records().get(record)
        return [] if table is None else table.to_pylist()


def _sorted(table: pa.Table) -> pa.Table:
    keys = [n for n in ("bericht", "aanlevering", "regel") if n in table.column_names]
    return table.sort_by([(name, "ascending") for name in keys])


def header(
    identificatie: str, gemeente: str = "0293", *, uit: bool = True, day: date = date(2022, 1, 3)
) -> dict:
    return {
        "Afzender": gemeente if uit else AANBIEDER,
        "Ontvanger": AANBIEDER if uit else gemeente,
        "BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": day},
    }


def name(person: int, *, full: bool = True) -> dict:
    rest = {"NaamGebruik": "1"} if full else {}
    return {
        "Geslachtsnaam": {"Achternaam": SURNAMES[person % len(SURNAMES)]},
        "Voornamen": "Femke-Jorinde",
        **rest,
    }


def toewijzing(
    number: int, person: int = 0, gemeente: str = "0293", wet: str = "wmo", day: date = date(2022, 1, 3)
) -> bytes:
    """A 301 with one toewijzing for one invented person, with everything personal filled in."""
    return compose(
        wet,
        "301",
        {
            "Header": header(f"T{number}", gemeente, day=day),
            "Client": {
                "Bsn": BSNS[person],
                "Geboortedatum": {"Datum": date(1948, 5, 17)},
                "Geslacht": "2",
                "Naam": name(person),
                "Commentaar": COMMENT,
                "Relaties": [
                    {
                        "Nummer": "1",
                        "Soort": "03",
                        "Naam": name(person + 1),
                        "Contact": {"Soort": "01", "Emailadres": EMAIL},
                    }
                ],
                "Contactgegevens": [
                    {
                        "Soort": "01",
                        "Adres": {
                            "Huis": {"Huisnummer": 12 + person, "Huisletter": "b"},
                            "Postcode": "6931QX",
                            "Straatnaam": STREET,
                            "Plaatsnaam": PLACE,
                        },
                        "Telefoon": {"Telefoon01": {"Telefoonnummer": PHONE, "Landnummer": "0031"}},
                        "Emailadres": EMAIL,
                    }
                ],
                "ToegewezenProducten": [
                    {
                        "ToewijzingNummer": number,
                        "Product": {"Categorie": "01" if wet == "wmo" else "45", "Code": "01A01"},
                        "Toewijzingsdatum": day,
                        "Toewijzingstijd": "12:00:00",
                        "Ingangsdatum": day + timedelta(days=7),
                        "Omvang": {"Volume": 120, "Eenheid": "01", "Frequentie": "2"},
                        "Commentaar": COMMENT,
                    }
                ],
            },
        },
    )


def start(number: int, person: int = 0, gemeente: str = "0293") -> bytes:
    """A 305 for one invented person."""
    return compose(
        "wmo",
        "305",
        {
            "Header": header(f"S{number}", gemeente, uit=False),
            "Client": {
                "Bsn": BSNS[person],
                "Geboortedatum": {"Datum": date(1948, 5, 17)},
                "Geslacht": "2",
                "Naam": name(person, full=False),
                "StartProducten": [
                    {
                        "ToewijzingNummer": number,
                        "Product": {"Categorie": "01", "Code": "01A01"},
                        "ToewijzingIngangsdatum": date(2022, 1, 10),
                        "Begindatum": date(2022, 1, 12),
                        "StatusAanlevering": "1",
                    }
                ],
            },
        },
    )


def declaratie(number: int, persons: int = 1, lines: int = 1, gemeente: str = "0293") -> bytes:
    """A 323 with ``lines`` lines for each of ``persons`` persons."""
    clients = [
        {
            "Bsn": BSNS[person % len(BSNS)],
            "Prestaties": [
                {
                    "ProductReferentie": {"ReferentieNummer": f"R{number}-{person}-{line}"},
                    "ToewijzingNummer": 1000 + person,
                    "ProductCategorie": "01",
                    "ProductCode": "01A01",
                    "ProductPeriode": {"Begindatum": date(2022, 3, 1), "Einddatum": date(2022, 3, 31)},
                    "GeleverdVolume": 480,
                    "Eenheid": "01",
                    "ProductTarief": 50,
                    "IngediendBedrag": {"Bedrag": 24000, "DebetCredit": "D"},
                }
                for line in range(lines)
            ],
        }
        for person in range(persons)
    ]
    return compose(
        "wmo",
        "323",
        {
            "Header": header(f"D{number}", gemeente, uit=False, day=date(2022, 4, 4)),
            "Declaratie": {
                "DeclaratieNummer": f"N{number}",
                "DeclaratiePeriode": {"Begindatum": date(2022, 3, 1), "Einddatum": date(2022, 3, 31)},
                "DeclaratieDagtekening": date(2022, 4, 4),
                "TotaalIngediendBedrag": {
                    "TotaalBedrag": min(24000 * persons * lines, 99999999),
                    "DebetCredit": "D",
                },
                "Clienten": clients,
            },
        },
    )


def write(folder: Path, contents: Mapping[str, bytes]) -> Path:
    """Write files in a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for file_name, content in contents.items():
        (folder / file_name).write_bytes(content)
    return folder


def csv(columns: Sequence[str], *rows: Sequence[str], separator: str = ";") -> str:
    """Return the text of a CSV file."""
    return "\r\n".join(separator.join(row) for row in (columns, *rows)) + "\r\n"


PRODUCTEN = (
    *("gemeente", "wet", "product_categorie", "product_code", "voorziening", "zorgsoort", "uren_per_eenheid"),
    *("huishoudelijk", "terreingebonden", "taakveld", "geldig_van", "geldig_tot", "stand_op"),
)
PRODUCT = (
    *("Westervoort", "wmo", "01", "01A01", "Hulp bij het huishouden", "", "1,5"),
    *("ja", "nee", "6.71", "01-01-2019", "", "31-12-2021"),
)
PRESTATIES = (
    *("gemeente", "wet", "bsn", "aanbieder", "referentienummer", "toewijzingnummer", "product_categorie"),
    *(
        "product_code",
        "periode_begin",
        "periode_eind",
        "volume",
        "eenheid",
        "bedrag",
        "status",
        "exportdatum",
    ),
)


def prestatie(reference: str, person: int = 0, amount: str = "342,00") -> tuple[str, ...]:
    return (
        *("0293", "wmo", BSNS[person], AANBIEDER, reference, "1000", "01"),
        *("01A01", "01-04-2019", "30-04-2019", "480", "01", amount, "toegekend", "01-02-2021"),
    )
