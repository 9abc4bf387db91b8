"""The Dutch sentences that say why a number is not there.

One sentence serves small numbers and the numbers withheld to protect them: telling them apart would
tell more about the small one.
"""

from __future__ import annotations


def withheld_reason(threshold: int) -> str:
    """Say why a number is withheld, without saying whether it is small itself."""
    return (
        f"Niet getoond. Het gaat om minder dan {threshold} personen, "
        "of het getal zou zo'n klein aantal verraden."
    )


def longer_period_hint(label: str) -> str:
    """Name the longer period for which the figure can be shown."""
    return f"Over {label} samen kan het getal wel worden getoond."


STOCK_HINT = "Dit is een stand op één dag. Een langer tijdvak helpt hier niet."
NO_LONGER_HINT = "Ook over een langer tijdvak zijn het er te weinig om te tonen."
NO_VALUE = "Er is geen getal bij deze gegevens."
