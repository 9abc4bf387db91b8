"""Records from messages as a test writes them down: one small dict a message.

A message is ``{"soort": "301", "dag": "2022-01-03", …}``. All have: ``id`` (Identificatie; made up when not
given), ``dag`` (Dagtekening), ``wet`` (wmo), ``aanbieder`` (10000001), ``client`` (p1), ``verzonden`` and
``ontvangen`` (put in the log when given), ``kopie`` (other bytes of the same message). Fields of a line may
stand in the message itself when it has one line, else under ``regels``. Answers name the ``id`` they answer
with ``op`` and carry ``kop`` (codes in the header), ``clientcode`` and per line ``code``.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import ibis

from tests.helpers.tables import record
from wijzer.facts.records import RECORDS

Message = Mapping[str, object]

_RETURNS = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319"}
_HEADER_FROM_GEMEENTE = {"301", "302", "319", "320", "325"}
_SENT_BY_GEMEENTE = {"301", "306", "308", "316", "318", "319", "325"}
_LINES = {
    "301": "toegewezen_product",
    "302": "toegewezen_product",
    "305": "start_product",
    "306": "start_product",
    "307": "stop_product",
    "308": "stop_product",
    "315": "aangevraagd_product",
    "316": "aangevraagd_product",
    "323": "prestatie",
    "325": "prestatie",
}
_FIELDS = {
    "nummer": "toewijzing_nummer",
    "referentie": "referentie_aanbieder",
    "categorie": "product_categorie",
    "code": "product_code",
    "ingang": "ingangsdatum",
    "eind": "einddatum",
    "begin": "begindatum",
    "reden": "reden_wijziging",
    "volume": "omvang_volume",
    "eenheid": "omvang_eenheid",
    "frequentie": "omvang_frequentie",
    "status": "status_aanlevering",
}
_OWN_FIELDS = {
    "307": {"reden": "reden_beeindiging"},
    "308": {"reden": "reden_beeindiging"},
    "315": {
        "ingang": "toewijzing_ingangsdatum",
        "eind": "toewijzing_einddatum",
        "verwijzer": "verwijzer_type",
    },
    "317": {"ingang": "gewenste_ingangsdatum"},
    "323": {
        "regelnummer": "referentie_nummer",
        "vorig": "vorig_referentie_nummer",
        "begin": "product_periode_begindatum",
        "eind": "product_periode_einddatum",
        "volume": "geleverd_volume",
        "eenheid": "eenheid",
        "bedrag": "ingediend_bedrag_bedrag",
        "dc": "ingediend_bedrag_debet_credit",
        "tarief": "product_tarief",
    },
    "325": {"regelnummer": "referentie_nummer"},
}
_DEFAULTS = {
    "301": {
        "toewijzing_nummer": 1,
        "product_categorie": "01",
        "product_code": "01A01",
        "ingangsdatum": date(2022, 1, 1),
        "toewijzingstijd": "09:00:00",
    },
    "305": {
        "toewijzing_nummer": 1,
        "product_categorie": "01",
        "product_code": "01A01",
        "status_aanlevering": "1",
    },
    "307": {
        "toewijzing_nummer": 1,
        "product_categorie": "01",
        "product_code": "01A01",
        "status_aanlevering": "1",
        "reden_beeindiging": "19",
    },
    "315": {
        "product_categorie": "01",
        "product_code": "01A01",
        "toewijzing_ingangsdatum": date(2022, 1, 1),
        "verwijzer_type": "02",
    },
    "323": {
        "toewijzing_nummer": 1,
        "product_categorie": "01",
        "product_code": "01A01",
        "product_periode_begindatum": date(2022, 1, 1),
        "product_periode_einddatum": date(2022, 1, 31),
        "geleverd_volume": 1,
        "eenheid": "04",
        "ingediend_bedrag_debet_credit": "D",
    },
}


def rows_of(messages: Iterable[Message], gemeente: str = "0293") -> dict[str, list[dict[str, object]]]:
    """Make the rows of every record dataset that the messages of one gemeente give."""
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    sent: dict[object, Message] = {}
    for number, message in enumerate(messages):
        full = {"id": f"M{number}", "wet": "wmo", "aanbieder": "10000001", "client": "p1", **message}
        answered = sent.get(full.get("op"))
        if answered is not None:
            full = {**full, "wet": answered["wet"], "aanbieder": answered["aanbieder"]}
            full["client"] = message.get("client", answered["client"])
        sent[full["id"]] = full
        _add(rows, full, answered, gemeente)
    return rows


def tables_of(*many: Mapping[str, list[dict[str, object]]]) -> dict[str, ibis.Table]:
    """Make record tables of rows of one or more gemeenten."""
    return {
        name: record(name, [row for rows in many for row in rows.get(name, ())])
        for name in RECORDS
        if any(rows.get(name) for rows in many)
    }


def mark(gemeente: str, full: Message) -> str:
    """Return the content hash that a message would have."""
    sender = () if "op" in full else (full.get("wet", "wmo"), full.get("aanbieder", "10000001"))
    said = (full["soort"], full["id"], full.get("dag"), full.get("kopie", ""), full.get("op"))
    text = "|".join(map(str, (gemeente, *sender, *said)))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _add(
    rows: dict[str, list[dict[str, object]]], full: dict[str, object], answered: Message | None, gemeente: str
) -> None:
    soort = str(full["soort"])
    bericht = mark(gemeente, full)
    of_gemeente = soort in _HEADER_FROM_GEMEENTE
    header: dict[str, object] = {
        "bericht": bericht,
        "gemeente": gemeente,
        "wet": full["wet"],
        "afzender": gemeente if of_gemeente else full["aanbieder"],
        "ontvanger": full["aanbieder"] if of_gemeente else gemeente,
        "identificatie": full["id"],
        "dagtekening": full["dag"],
    }
    if soort in _RETURNS:
        assert answered is not None, "a return names the message that it answers (op)"
        header |= {
            "identificatie": full.get("over_id", answered["id"]),
            "dagtekening": full.get("over_dag", answered["dag"]),
            "identificatie_retour": full["id"],
            "dagtekening_retour": full["dag"],
            "retour_codes": full.get("kop"),
        }
        if soort != "320":
            header["client_retour_codes"] = full.get("clientcode")
    root = RECORDS[f"b{soort}_bericht"].column_names
    if "client" in root:
        header["client"] = full["client"]
    for column in ("geboortejaar", "geboortemaand", "geslacht"):
        if column in root and column in full:
            header[column] = full[column]
    _special(rows, soort, full, answered, header)
    rows[f"b{soort}_bericht"].append(header)
    if "verzonden" in full or "ontvangen" in full:
        rows["t_berichtenlog"].append(
            {
                "gemeente": gemeente,
                "wet": full["wet"],
                "soort": soort,
                "afzender": gemeente
                if full.get("logafzender") == "@gemeente"
                else _sender(soort, full, gemeente),
                "identificatie": full["id"],
                "verzonden_op": full.get("verzonden"),
                "ontvangen_op": full.get("ontvangen"),
            }
        )


def _sender(soort: str, full: Message, gemeente: str) -> object:
    return gemeente if soort in _SENT_BY_GEMEENTE else full["aanbieder"]


def _special(
    rows: dict[str, list[dict[str, object]]],
    soort: str,
    full: dict[str, object],
    answered: Message | None,
    header: dict[str, object],
) -> None:
    """Add the lines of a message, and what only its own sort has in the root."""
    lines = list(full.get("regels") or ([full] if soort in _LINES and _has_line(soort, full) else []))
    origin = {"bericht": header["bericht"], "gemeente": header["gemeente"], "wet": header["wet"]}
    if soort == "317":
        header["referentie_aanbieder"] = full.get("referentie")
        for kind in ("ongewijzigd", "te_wijzigen", "nieuw"):
            for place, line in enumerate(full.get(kind, ()), 1):
                rows[f"b317_{kind}_product"].append({**origin, "regel": place, **_line("317", line)})
        return
    if soort == "318":
        header["verzoek_retour_codes"] = full.get("verzoekcode")
        for kind in ("ongewijzigd", "te_wijzigen", "nieuw"):
            for code in full.get(kind, ()):
                rows[f"b318_{kind}_product"].append({"bericht": header["bericht"], "retour_codes": code})
        return
    if soort == "319":
        header |= {
            "referentie_aanbieder": full["referentie"],
            "verzoek_antwoord": full["antwoord"],
            "reden_afwijzing_verzoek": full.get("reden"),
        }
    if soort == "320":
        header["antwoord_retour_codes"] = full.get("code")
    if soort == "325":
        assert answered is not None
        header |= {
            "declaratie_identificatie": answered["id"],
            "declaratie_dagtekening_bericht": full.get("over_dag", answered["dag"]),
            "retour_codes": full.get("kop", "0200"),
            "declaratie_antwoord_retour_codes": full.get("antwoordcode"),
            "totaal_toegekend_bedrag_totaal_bedrag": abs(full["toegekend"]) if "toegekend" in full else None,
            "totaal_toegekend_bedrag_debet_credit": "C" if full.get("toegekend", 0) < 0 else "D",
        }
        for place, (client, code) in enumerate(dict(full.get("clienten", {})).items(), 1):
            rows["b325_client"].append(
                {"bericht": header["bericht"], "regel": place, "client": client, "retour_codes": code}
            )
        for line in full.get("regels", ()):
            rows["b325_prestatie"].append(
                {
                    "bericht": header["bericht"],
                    "ouder": 1,
                    "referentie_nummer": line["regelnummer"],
                    "retour_codes": line["code"],
                }
            )
        return
    if soort == "323":
        total = sum((-1 if line.get("dc") == "C" else 1) * line["bedrag"] for line in lines)
        header |= {
            "declaratie_nummer": full.get("declaratie", full["id"]),
            "declaratie_periode_begindatum": "2022-01-01",
            "declaratie_periode_einddatum": "2022-01-31",
            "declaratie_dagtekening": full["dag"],
            "totaal_ingediend_bedrag_totaal_bedrag": abs(total),
            "totaal_ingediend_bedrag_debet_credit": "C" if total < 0 else "D",
        }
        clients = list(dict.fromkeys(line.get("client", full["client"]) for line in lines))
        for place, client in enumerate(clients, 1):
            rows["b323_client"].append({"bericht": header["bericht"], "regel": place, "client": client})
        for place, line in enumerate(lines, 1):
            parent = clients.index(line.get("client", full["client"])) + 1
            rows["b323_prestatie"].append(
                {**origin, "regel": place, "ouder": parent, **_DEFAULTS["323"], **_line("323", line)}
            )
        return
    if soort in _LINES:
        dataset = f"b{soort}_{_LINES[soort]}"
        asked = _RETURNS.get(soort, soort)
        for place, line in enumerate(lines, 1):
            row: dict[str, object] = {**origin, "regel": place, **_DEFAULTS[asked], **_line(soort, line)}
            if soort in _RETURNS:
                row["retour_codes"] = line.get("retour")
            if soort == "301":
                row.setdefault("toewijzingsdatum", full["dag"])
            known = RECORDS[dataset].column_names
            rows[dataset].append({name: value for name, value in row.items() if name in known})
    for place, contact in enumerate(full.get("adressen", ()), 1):
        rows["b301_contact"].append({"bericht": header["bericht"], "regel": place, **contact})


def _has_line(soort: str, full: Message) -> bool:
    return soort not in _RETURNS or "retour" in full


def _line(soort: str, line: Message) -> dict[str, object]:
    names = {**_FIELDS, **_OWN_FIELDS.get(soort, {})}
    columns = (
        {
            *RECORDS[f"b{soort}_{_LINES[soort]}"].column_names,
        }
        if soort in _LINES
        else {
            *RECORDS["b317_te_wijzigen_product"].column_names,
            *RECORDS["b317_nieuw_product"].column_names,
        }
    )
    found: dict[str, object] = {}
    for name, value in line.items():
        if name == "vastgesteld":
            found["toewijzingsdatum"], found["toewijzingstijd"] = str(value).split(" ")
        elif names.get(name, name) in columns and name not in ("bericht", "gemeente", "wet", "regel"):
            found[names.get(name, name)] = None if value == "-" else value
    return found
