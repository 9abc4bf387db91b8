"""What was spent and received per taakveld and month, from the ledger."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, TAAKVELD, date_column
from wijzer.intake.deliveries.declaration import Column, Delivery

REALISATIE = Delivery(
    name="realisatie",
    title="Realisatie",
    purpose="De werkelijke lasten en baten per taakveld en maand, uit de financiële administratie.",
    asked_of="Financiën.",
    columns=(
        GEMEENTE,
        JAAR,
        Column(
            "maand",
            "integer",
            "De maand waar de lasten bij horen: 1 tot en met 12.",
            "3",
            lowest=1,
            highest=12,
        ),
        TAAKVELD,
        Column("lasten", "money", "Lasten in euro.", "10.250,75"),
        Column("baten", "money", "Baten in euro.", "0,00"),
        date_column(
            "boekdatum", "De dag waarop is geboekt; vanaf die dag is het bedrag bekend.", "05-04-2022"
        ),
        date_column(
            "bijgewerkt_tot",
            "Tot en met welke dag de administratie is bijgewerkt; op elke regel dezelfde dag.",
            "30-06-2022",
        ),
    ),
    key=("gemeente", "jaar", "maand", "taakveld", "boekdatum"),
    replaces=("gemeente", "jaar", "maand"),
    known_since="bijgewerkt_tot",
    ordered=(("boekdatum", "bijgewerkt_tot"),),
)
