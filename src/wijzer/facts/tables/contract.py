"""Reference table ``contract``: which provider may deliver what."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import AANBIEDER, GEMEENTE, WET

_SOURCE = "contracten:"

TABLE = Table(
    name="contract",
    grain="Eén afspraak met een aanbieder over een product, gedurende een periode.",
    key=("gemeente", "aanlevering", "regel"),
    caveats=("De nieuwste lijst geldt, ook bij een berekening zoals het vroeger bekend was.",),
    columns=(
        GEMEENTE,
        WET,
        AANBIEDER,
        Column(
            "product_categorie", "string", "De productcategorie.", lineage=(f"{_SOURCE}product_categorie",)
        ),
        Column("product_code", "string", "De productcode.", lineage=(f"{_SOURCE}product_code",)),
        Column("van", "date", "De eerste dag van het contract.", lineage=(f"{_SOURCE}van",)),
        Column("tot", "date", "De laatste dag van het contract. Leeg: open.", lineage=(f"{_SOURCE}tot",)),
        Column(
            "plafond_cent",
            "int64",
            "Het hoogste bedrag dat is afgesproken. Leeg: geen plafond.",
            unit="cent",
            lineage=(f"{_SOURCE}plafond",),
        ),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
    ),
)
