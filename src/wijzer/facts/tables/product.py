"""Reference table ``product``: what a product code means in a gemeente."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import (
    GEMEENTE,
    HUISHOUDELIJK,
    TAAKVELD,
    TERREINGEBONDEN,
    UREN_PER_EENHEID,
    VOORZIENING,
    WET,
    ZORGSOORT,
)

TABLE = Table(
    name="product",
    grain="Eén product van een gemeente gedurende een periode.",
    key=("gemeente", "aanlevering", "regel"),
    rules=("IV075", "TR381"),
    caveats=(
        "De nieuwste lijst geldt, ook bij een berekening zoals het vroeger bekend was: de lijst zegt wat een "
        "code betekent, niet wat er gebeurde.",
        "Een rij zonder productcode geldt voor alle producten van de categorie die geen eigen rij hebben.",
    ),
    columns=(
        GEMEENTE,
        WET,
        Column(
            "product_categorie", "string", "De productcategorie.", lineage=("producten:product_categorie",)
        ),
        Column("product_code", "string", "De productcode.", lineage=("producten:product_code",)),
        VOORZIENING,
        ZORGSOORT,
        UREN_PER_EENHEID,
        HUISHOUDELIJK,
        TERREINGEBONDEN,
        TAAKVELD,
        Column(
            "geldig_van",
            "date",
            "Vanaf welke dag dit geldt. Leeg: altijd al.",
            lineage=("producten:geldig_van",),
        ),
        Column(
            "geldig_tot",
            "date",
            "Tot en met welke dag dit geldt. Leeg: nog steeds.",
            lineage=("producten:geldig_tot",),
        ),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
    ),
)
