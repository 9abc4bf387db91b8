"""How a fact table is declared that holds the newest delivery of a scope and nothing more."""

from __future__ import annotations

from dataclasses import replace

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import GEMEENTE

BUURT = Column(
    "buurt",
    "string",
    "De buurt van het adres, volgens de postcodetabel.",
    personal=True,
    caveat="Uit de tabel van het jaar waarin de lijst is gemaakt; anders de tabel die daar het dichtst voor "
    "ligt, en als die er niet is de eerste erna. Leeg zonder adres.",
    lineage=("postcodes:buurt",),
)
WIJK = Column("wijk", "string", "De wijk van het adres.", personal=True, lineage=("postcodes:wijk",))
JAAR = Column("jaar", "int64", "Het jaar waar de rij over gaat.", nullable=False)
KWARTAAL = Column("kwartaal", "int64", "Het kwartaal, 1 tot en met 4.", nullable=False)

MAAND = Column("maand", "int64", "De maand, 1 tot en met 12.", nullable=False)
GEGROND = (("gegrond", "gegrond"), ("deels_gegrond", "gegrond voor een deel"), ("ongegrond", "ongegrond"))
REGELING = (
    ("bijstand", "algemene bijstand (Participatiewet)"),
    ("ioaw", "IOAW: oudere werkloze werknemers"),
    ("ioaz", "IOAZ: oudere gewezen zelfstandigen"),
    ("loonkostensubsidie", "werk met loonkostensubsidie"),
    ("beschut_werk", "beschut werk"),
    ("wsw", "sociale werkvoorziening"),
    ("bijzondere_bijstand", "bijzondere bijstand"),
    ("schuldhulpverlening", "schuldhulpverlening"),
)


def delivered(
    name: str,
    delivery: str,
    scope: tuple[str, ...],
    grain: str,
    *columns: Column,
    caveats: tuple[str, ...] = (),
) -> Table:
    """Declare the fact table ``name`` of the rows of ``delivery`` that hold, one a row of the list.

    Of every ``scope`` the newest list holds, in whole. A column without a lineage comes from the delivered
    column of the same name; the columns that name gemeente and list are added.
    """
    return Table(
        name=name,
        grain=grain,
        key=("gemeente", "aanlevering", "regel"),
        caveats=(f"Per {_joined(scope)} geldt de nieuwste aanlevering in haar geheel.", *caveats),
        columns=(
            replace(GEMEENTE, lineage=(f"{delivery}:gemeente",)),
            *(_traced(column, delivery) for column in columns),
            Column(
                "aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."
            ),
            Column("regel", "int64", "De plaats van de regel in de tabel."),
            Column(
                "bekend_vanaf",
                "date",
                "Sinds wanneer de rij bekend is: de dag waarop de lijst is gemaakt.",
                lineage=(f"{delivery}:stand_op",),
            ),
        ),
        delivery=delivery,
        scope=scope,
    )


def _traced(column: Column, delivery: str) -> Column:
    if column.lineage:
        return column
    return replace(column, lineage=(f"{delivery}:{column.name.removesuffix('_cent')}",))


def _joined(names: tuple[str, ...]) -> str:
    return " en ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
