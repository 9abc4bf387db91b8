"""Start values of the demo: what its town measured in the base year, put into its configuration.

The public documents give a start value for one indicator of one town. The model municipality has measured the
others itself, so that its pages show needles; each start value is marked as such.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from wijzer.disclosure import Publishable
from wijzer.flows.editions import read_edition
from wijzer.flows.workspace import Workspace
from wijzer.values.periode import Periode

REMARK = "Startwaarde gemeten in de modelgemeente: verzonnen."


def fill_start_values(workspace: Workspace) -> int:
    """Fill the start values in ``config/indicatoren.csv`` that are empty; return how many were filled.

    Each becomes what the current edition shows for the base year, or for the first year that it shows when
    that is later: then the base year moves along. What is withheld stays empty.
    """
    path = workspace.config / "indicatoren.csv"
    values = read_edition(workspace).edition.values
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8")), delimiter=";")
    filled = io.StringIO(newline="")
    writer = csv.DictWriter(filled, reader.fieldnames or (), delimiter=";", lineterminator="\n")
    writer.writeheader()
    count = 0
    for row in reader:
        found = _first_shown(values, row["gemeente"], row["indicator"], int(row["basisjaar"] or 0))
        if found is not None and not row["startwaarde"]:
            year, value = found
            row["basisjaar"], row["startwaarde"] = str(year), value
            row["opmerking"] = f"{row['opmerking']} {REMARK}".strip()
            count += 1
        writer.writerow(row)
    path.write_text(filled.getvalue(), encoding="utf-8")
    return count


def _first_shown(
    values: Sequence[Publishable], gemeente: str, indicator: str, base_year: int
) -> tuple[int, str] | None:
    """Return the first year from the base year on with a value that is shown, and that value in Dutch."""
    shown = {
        Periode.parse(one.periode).year: one
        for one in values
        if (one.gemeente, one.indicator, one.status) == (gemeente, indicator, "getoond")
        and Periode.parse(one.periode).kind == "jaar"
    }
    year = min((year for year in shown if year >= base_year), default=None)
    if year is None:
        return None
    value = shown[year].value
    return None if value is None else (year, _dutch(value, shown[year].decimals))


def _dutch(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")
