"""Reference table ``kalender``: days and working days."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table

TABLE = Table(
    name="kalender",
    grain="Eén dag.",
    key=("datum",),
    partition=(),
    caveats=(
        "Werkdagen zijn alle dagen behalve zaterdag, zondag en de dagen van de Algemene termijnenwet, met "
        "5 mei elk jaar.",
    ),
    columns=(
        Column("datum", "date", "De dag.", nullable=False),
        Column("is_werkdag", "boolean", "Of de dag een werkdag is.", nullable=False),
        Column(
            "werkdagnummer",
            "int64",
            "Het aantal werkdagen vanaf het begin van de kalender tot en met deze dag. Het verschil van twee "
            "dagen is het aantal werkdagen ertussen.",
            unit="werkdagen",
            nullable=False,
        ),
    ),
)
