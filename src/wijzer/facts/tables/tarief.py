"""Reference table ``tarief``: the agreed price of a unit of a product."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import AANBIEDER, GEMEENTE, WET

_SOURCE = "tarieven:"

TABLE = Table(
    name="tarief",
    grain="Eén tarief van een product, gedurende een periode.",
    key=("gemeente", "aanlevering", "regel"),
    caveats=(
        "De nieuwste lijst geldt, ook bij een berekening zoals het vroeger bekend was.",
        "Een rij zonder aanbieder geldt voor alle aanbieders.",
    ),
    columns=(
        GEMEENTE,
        WET,
        AANBIEDER,
        Column(
            "product_categorie", "string", "De productcategorie.", lineage=(f"{_SOURCE}product_categorie",)
        ),
        Column("product_code", "string", "De productcode.", lineage=(f"{_SOURCE}product_code",)),
        Column("eenheid", "string", "De eenheid waarvoor het tarief geldt.", lineage=(f"{_SOURCE}eenheid",)),
        Column("tarief_cent", "int64", "Het tarief.", unit="cent", lineage=(f"{_SOURCE}tarief",)),
        Column("van", "date", "De eerste dag van het tarief.", lineage=(f"{_SOURCE}van",)),
        Column("tot", "date", "De laatste dag van het tarief. Leeg: open.", lineage=(f"{_SOURCE}tot",)),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
    ),
)
