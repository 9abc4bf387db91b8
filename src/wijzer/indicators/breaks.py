"""Breaks in series: days at which what is counted is no longer the same, with the reason in Dutch."""

from __future__ import annotations

Break = tuple[str, str]
"""The day (ISO) and what changed."""

CONTRACTS_2020: Break = (
    "2020-07-01",
    "nieuwe contracten in de regio: dezelfde zorg kreeg een nieuwe toewijzing, vaak bij een andere aanbieder",
)
WOONPLAATSBEGINSEL_2022: Break = (
    "2022-01-01",
    "nieuw woonplaatsbeginsel in de Jeugdwet: voor een deel van de jeugdigen betaalt een andere gemeente",
)
TAAKVELDEN: tuple[Break, ...] = (
    ("2017-01-01", "gemeenten gaan over op taakvelden"),
    ("2023-01-01", "de taakvelden van het sociaal domein zijn opnieuw ingedeeld"),
    ("2025-01-01", "de taakvelden zijn opnieuw ingedeeld"),
)
