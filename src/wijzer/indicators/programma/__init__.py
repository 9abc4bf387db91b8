"""The example configuration: 26 indicators with targets, 42 acties, links and taakvelden.

Facts of the public documents of *Samen sterk* (Duiven and Westervoort, 2020-2022). Statuses are read
from the running text of the results of 2022, which are about Westervoort; those of Duiven are unknown.
``indicatoren.csv`` has, beside the columns of the targets, ``naam``, ``eenheid``, ``bron`` and
``nog_nodig``: what is still needed to measure an indicator, empty when Wijzer measures it.
"""

from __future__ import annotations

from importlib.resources import files

FILES = ("indicatoren.csv", "acties.csv", "koppelingen.csv", "taakvelden.csv")


def example(name: str) -> str:
    """Return the text of one file of the example configuration; KeyError when there is none so named."""
    if name not in FILES:
        raise KeyError(f"'{name}' hoort niet bij de voorbeeldconfiguratie; kies uit: {', '.join(FILES)}")
    return files(__name__).joinpath(name).read_text("utf-8")
