"""Start values of the example: what its towns measured in the base year, put into their configuration.

The public documents give a start value for one indicator of one town only. The example has its own numbers
of 2019, so that its page shows needles; each is marked as invented.
"""

from __future__ import annotations

import csv
import io

START_VALUES: dict[tuple[str, str], tuple[str, str]] = {
    ("0293", "individuele_voorzieningen_jeugdhulp"): ("2019", "115"),
    ("0293", "maatwerkvoorzieningen_wmo"): ("2019", "185"),
    ("0293", "tijdigheid_berichtenverkeer"): ("2022", "79,6"),
    ("0293", "totale_kosten_sociaal_domein"): ("2019", "16904921"),
    ("0226", "uren_huishoudelijke_ondersteuning"): ("2019", "2,8"),
    ("0226", "individuele_voorzieningen_jeugdhulp"): ("2019", "158"),
    ("0226", "maatwerkvoorzieningen_wmo"): ("2019", "150"),
    ("0226", "verblijfsduur_terreingebonden_verblijf"): ("2019", "456"),
    ("0226", "tijdigheid_berichtenverkeer"): ("2022", "92,9"),
    ("0226", "totale_kosten_sociaal_domein"): ("2019", "23199023"),
}
"""(gemeente, indicator) → base year and start value. Timeliness starts with the first messages (2022-Q1)."""
REMARK = "Startwaarde van het voorbeeld: verzonnen."


def fill_targets(text: str) -> str:
    """Return the content of `config/indicatoren.csv` with the start values that were empty filled in.

    Raises ValueError when the file has no line for one of them.
    """
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    filled = io.StringIO(newline="")
    writer = csv.DictWriter(filled, reader.fieldnames or (), delimiter=";", lineterminator="\n")
    writer.writeheader()
    left = dict(START_VALUES)
    for row in reader:
        start = left.pop((row["gemeente"], row["indicator"]), None)
        if start and not row["startwaarde"]:
            row["basisjaar"], row["startwaarde"] = start
            row["opmerking"] = f"{row['opmerking']} {REMARK}".strip()
        writer.writerow(row)
    if left:
        raise ValueError(f"no line for {sorted(left)}")
    return filled.getvalue()
