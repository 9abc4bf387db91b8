"""The six indicators counted again, in plain Python and by other means, to compare with the expressions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from wijzer.indicators.taakvelden import default_taakvelden
from wijzer.values.periode import Periode
from wijzer.values.werkdagen import add_working_days

Row = Mapping[str, Any]
Tables = Mapping[str, Sequence[Row]]
FAR = date(9999, 12, 31)
DAY = timedelta(days=1)


def _valid(row: Row, day: date) -> bool:
    return not row["verwijderd"] and row["ingangsdatum"] <= day <= (row["einddatum"] or FAR)


def _hours(row: Row) -> Fraction | None:
    if row["volume"] is None or row["eenheid"] is None or row["frequentie"] is None:
        return None
    factor = row["uren_per_eenheid"]
    known = {"01": Fraction(1, 60), "04": Fraction(1), "16": Fraction(4)}
    hours = known.get(row["eenheid"], None if factor is None else Fraction(factor))
    if hours is None:
        return None
    total = row["volume"] * hours
    if row["frequentie"] == "6":
        if row["einddatum"] is None:
            return None
        return total / Fraction((row["einddatum"] - row["ingangsdatum"]).days + 1, 7)
    weeks = {"1": Fraction(1, 7), "2": Fraction(1), "4": Fraction(36525, 100) / 12 / 7}
    return total / weeks[row["frequentie"]]


def uren_huishoudelijke_ondersteuning(tables: Tables, periode: Periode, known_on: date) -> dict[str, Any]:
    """Recount indicator 1."""
    day, hours, clients, rows, unknown, other = periode.last_day, Fraction(0), set(), 0, 0, 0
    for row in tables["toewijzing"]:
        if row["wet"] != "wmo" or not _valid(row, day):
            continue
        if not row["product_bekend"] or row["huishoudelijk"] is None:
            unknown += row["product_categorie"] in (None, "01", "06", "10")
        elif row["huishoudelijk"]:
            found = _hours(row)
            if found is None:
                other += 1
            else:
                hours, rows = hours + found, rows + 1
                clients.add(row["client"])
    return {
        "uren": float(hours),
        "clienten": len(clients),
        "toewijzingen": rows,
        "product_onbekend": unknown,
        "niet_omrekenbaar": other,
    }


def _all_stopped(number: int | None, law: str, tables: Tables, day: date) -> bool:
    newest: dict[tuple[Any, ...], Row] = {}
    for row in tables["levering"]:
        if row["wet"] == law and row["toewijzingnummer"] == number and row["begindatum"] <= day:
            key = (row["client"], row["aanbieder"], row["product_categorie"], row["product_code"])
            if key not in newest or newest[key]["begindatum"] < row["begindatum"]:
                newest[key] = row
    ended = [row["definitief_gestopt"] and row["einddatum"] < day for row in newest.values()]
    return bool(ended) and all(ended)


def voorzieningen(tables: Tables, periode: Periode, law: str, categories: set[str]) -> dict[str, Any]:
    """Recount indicators 6 and 8."""
    day, pairs, unknown = periode.last_day, set(), 0
    for row in tables["toewijzing"]:
        counts = row["product_categorie"] is None or row["product_categorie"] in categories
        if row["wet"] != law or not _valid(row, day) or not counts:
            continue
        if _all_stopped(row["toewijzingnummer"], law, tables, day):
            continue
        if not row["product_bekend"] or row["voorziening"] is None:
            unknown += 1
        else:
            pairs.add((row["client"], row["voorziening"]))
    numbers = {row["toewijzingnummer"] for row in tables["toewijzing"] if row["wet"] == law}
    return {
        "voorzieningen": len(pairs),
        "clienten": len({client for client, _ in pairs}),
        "product_onbekend": unknown,
        "toewijzing_onbekend": _orphans(tables, law, day, categories, numbers),
    }


def _orphans(tables: Tables, law: str, day: date, categories: set[str], numbers: set[Any]) -> int:
    newest: dict[tuple[Any, ...], Row] = {}
    for row in tables["levering"]:
        if row["wet"] == law and row["toewijzingnummer"] not in numbers and row["begindatum"] <= day:
            key = (
                row["toewijzingnummer"],
                row["client"],
                row["aanbieder"],
                row["product_categorie"],
                row["product_code"],
            )
            if key not in newest or newest[key]["begindatum"] < row["begindatum"]:
                newest[key] = row
    return sum(
        not (row["definitief_gestopt"] and row["einddatum"] < day)
        and (row["product_categorie"] is None or row["product_categorie"] in categories)
        for row in newest.values()
    )


def individuele_voorzieningen_jeugdhulp(tables: Tables, periode: Periode, known_on: date) -> dict[str, Any]:
    """Recount indicator 6."""
    return voorzieningen(
        tables, periode, "jw", {str(n) for n in range(31, 56)} - {"39", "46", "47", "48", "49"}
    )


def maatwerkvoorzieningen_wmo(tables: Tables, periode: Periode, known_on: date) -> dict[str, Any]:
    """Recount indicator 8."""
    return voorzieningen(tables, periode, "wmo", {f"{n:02}" for n in range(1, 11)})


def _end(row: Row, tables: Tables) -> tuple[date, bool]:
    if row["definitief_gestopt"]:
        return row["einddatum"], True
    later = [
        other["begindatum"]
        for other in tables["levering"]
        if other["wet"] == "jw"
        and other["terreingebonden"]
        and other["client"] == row["client"]
        and other["voorziening"] == row["voorziening"]
        and other["toewijzingnummer"] == row["toewijzingnummer"]
        and other["begindatum"] > row["begindatum"]
    ]
    if later:
        return min(later) - DAY, False
    for granted in tables["toewijzing"]:
        if granted["wet"] == "jw" and granted["toewijzingnummer"] == row["toewijzingnummer"]:
            return max(granted["einddatum"] or FAR, row["begindatum"]), False
    return FAR, False


def verblijfsduur_terreingebonden_verblijf(
    tables: Tables, periode: Periode, known_on: date
) -> dict[str, Any]:
    """Recount indicator 16: pieces within 30 days of each other are one group (union by pairs)."""
    pieces = [
        (row["client"], row["voorziening"], row["begindatum"], *_end(row, tables))
        for row in tables["levering"]
        if row["wet"] == "jw" and row["terreingebonden"]
    ]
    groups = list(range(len(pieces)))
    for one, (client, kind, begin, end, _) in enumerate(pieces):
        for other, (client2, kind2, begin2, *_) in enumerate(pieces):
            if (client, kind) == (client2, kind2) and begin <= begin2 and (begin2 - end).days - 1 <= 30:
                old, new = groups[other], groups[one]
                groups = [new if group == old else group for group in groups]
    made = dict.fromkeys(("dagen_beeindigd", "verblijven_beeindigd", "dagen_lopend", "verblijven_lopend"), 0)
    made |= {"stop_ontbreekt": 0, "product_onbekend": 0}
    for group in set(groups):
        members = [piece for piece, label in zip(pieces, groups, strict=True) if label == group]
        begin, end = min(piece[2] for piece in members), max(piece[3] for piece in members)
        sure = all(certain for *_, last, certain in members if last == end)
        if begin > periode.last_day or end < periode.first_day:
            continue
        if end <= periode.last_day and sure:
            made["dagen_beeindigd"] += (end - begin).days + 1
            made["verblijven_beeindigd"] += 1
        elif end < periode.last_day:
            made["stop_ontbreekt"] += 1
        else:
            made["dagen_lopend"] += (periode.last_day - begin).days + 1
            made["verblijven_lopend"] += 1
    for row in tables["levering"]:
        if row["wet"] == "jw" and row["terreingebonden"] is None:
            last = row["einddatum"] if row["definitief_gestopt"] else FAR
            touches = row["begindatum"] <= periode.last_day and last >= periode.first_day
            made["product_onbekend"] += touches and row["product_categorie"] in (None, "37", "38", "43", "44")
    return made


def tijdigheid_berichtenverkeer(tables: Tables, periode: Periode, known_on: date) -> dict[str, Any]:
    """Recount indicator 24, day by day."""
    working = {"retour": 3, "declaratie_antwoord": 10, "verzoek_antwoord": 5, "start": 5, "stop": 5}
    weeks = {"verzoek_onderzoek": 8, "verzoek_woonplaats": 2}
    through = {
        law: max(row["bekend_vanaf"] for row in tables["bericht"] if row["wet"] == law)
        for law in ("wmo", "jw")
    }
    known = {(row["wet"], row["soort"]) for row in tables["bericht"]}
    names = (
        "op_tijd beoordeeld gemeente_op_tijd gemeente_beoordeeld aanbieders_op_tijd aanbieders_beoordeeld "
        "correctie stop_na_pauze geen_retour_volgens_standaard geen_ontvangst_bekend termijn_loopt_nog "
        "antwoorden_niet_bekend"
    )
    made: dict[str, Any] = dict.fromkeys(names.split(), 0)
    for row in tables["antwoord"]:
        if not periode.first_day <= row["vanaf"] <= periode.last_day:
            continue
        if row["uitgesloten"]:
            made[row["uitgesloten"]] += 1
            continue
        if row["termijn"] in working:
            latest = add_working_days(row["vanaf"], working[row["termijn"]])
        else:
            latest = row["vanaf"] + timedelta(weeks=weeks[row["termijn"]])
        answered = row["beantwoord_op"]
        if answered is None and latest >= min(known_on, through[row["wet"]]):
            made["termijn_loopt_nog"] += 1
            continue
        answer = {"301-302": "302", "323-325": "325"}[row["paar"]]
        if answered is None and (row["wet"], answer) not in known:
            made["antwoorden_niet_bekend"] += 1
            continue
        who = "gemeente" if row["partij"] == "gemeente" else "aanbieders"
        in_time = answered is not None and answered <= latest
        for prefix in ("", f"{who}_"):
            made[f"{prefix}beoordeeld"] += 1
            made[f"{prefix}op_tijd"] += in_time
    return made


def totale_kosten_sociaal_domein(tables: Tables, periode: Periode, known_on: date) -> dict[str, Any]:
    """Recount indicator 26."""
    rules = {rule.taakveld: rule for rule in default_taakvelden() if rule.holds_in(periode.year)}
    made = {"lasten_zonder_wsw_en_uitkeringen_cent": 0, "lasten_totaal_cent": 0, "taakveld_niet_ingedeeld": 0}
    for row in _of_year(tables["realisatie"], periode):
        rule = rules.get(row["taakveld"])
        if rule is None:
            made["taakveld_niet_ingedeeld"] += row["lasten_cent"]
        elif rule.sociaal_domein:
            made["lasten_totaal_cent"] += row["lasten_cent"]
            made["lasten_zonder_wsw_en_uitkeringen_cent"] += (
                0 if rule.wsw_of_uitkering else row["lasten_cent"]
            )
    return made


def _of_year(rows: Iterable[Row], periode: Periode) -> Iterable[Row]:
    return (row for row in rows if row["jaar"] == periode.year and row["maand"] <= periode.last_day.month)
