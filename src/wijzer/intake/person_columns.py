"""What the personal columns of a delivered table become: pseudonyms, year and month of birth."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wijzer.intake.cells import Value
from wijzer.intake.pseudonyms import Pseudonymiser

Values = dict[str, list[Value | None]]
_REFERENCES = (
    *("identificatie", "referentienummer", "referentie_aanbieder"),
    *("meldingnummer", "bezwaarnummer", "klachtnummer"),
)
_PARTICIPATIE = "pw"
"""The law of a delivery about persons that does not name one: the Participatiewet."""


def person_columns(values: Values, persons: Pseudonymiser) -> dict[str, Sequence[Value | None]]:
    """Return the record columns that stand in the place of personal ones; references lose a BSN in them.

    The home of somebody whom the Participatiewet supports has no other use than to find households under
    several laws: without the recorded choice to join laws it is left out.
    """
    gemeenten = [str(one) for one in values["gemeente"]]
    columns: dict[str, Sequence[Value | None]] = {}
    if "bsn" in values:
        memory = persons.memory("regel")
        made: list[Value | None] = []
        laws = values.get("wet") or [_PARTICIPATIE] * len(gemeenten)
        for gemeente, wet, number in zip(gemeenten, laws, values["bsn"], strict=True):
            key = f"{gemeente}{wet}{number}"
            if key not in memory:
                memory[key] = persons.client(gemeente, str(wet), str(number))
            made.append(memory[key])
        columns["client"] = made
    if "geboortedatum" in values:
        born = [day if isinstance(day, date) else None for day in values["geboortedatum"]]
        columns["geboortejaar"] = [day.year if day else None for day in born]
        columns["geboortemaand"] = [day.replace(day=1) if day else None for day in born]
    if "postcode" in values:
        columns |= _addresses(gemeenten, values, persons)
        if "bsn" in values and "wet" not in values:
            columns["adres"] = [
                home if persons.joined(town) else None
                for town, home in zip(gemeenten, columns["adres"], strict=True)
            ]
    for name in _REFERENCES:
        if name in values:
            texts = zip(gemeenten, values[name], strict=True)
            columns[name] = [
                None if text is None else persons.without_bsn(town, str(text)) for town, text in texts
            ]
    return columns


def _addresses(
    gemeenten: list[str], values: Values, persons: Pseudonymiser
) -> dict[str, Sequence[Value | None]]:
    nothing: list[Value | None] = [None] * len(gemeenten)
    parts = zip(
        *(gemeenten, values["postcode"], values["huisnummer"]),
        *(values.get(name, nothing) for name in ("huisletter", "toevoeging")),
        strict=True,
    )
    adres: list[Value | None] = []
    plek: list[Value | None] = []
    for gemeente, postcode, number, letter, addition in parts:
        if postcode is None or number is None:
            adres.append(None)
            plek.append(None)
            continue
        home = (gemeente, str(postcode), str(number))
        adres.append(persons.adres(*home, str(letter or ""), str(addition or "")))
        plek.append(persons.plek(*home))
    return {"adres": adres, "plek": plek}
