"""The record datasets that the folding reads, and of each the columns that it reads.

Intake writes them: one dataset a message class (``b<number>_<class>``, both laws together) and one a
delivered table (``t_<name>``). They may hold more columns than are named here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from wijzer.facts.declaration import Dtype, Record, Table
from wijzer.facts.tables import TABLES

_SUFFIXES: Mapping[str, Dtype] = MappingProxyType({"#": "int64", "@": "date", "~": "float64", "?": "boolean"})


def _columns(text: str) -> Iterable[tuple[str, Dtype]]:
    """Read ``"wet jaar# ingangsdatum@ factor~ huishoudelijk?"``: a mark says the type, none is string."""
    for word in text.split():
        mark = word[-1]
        yield (word[:-1], _SUFFIXES[mark]) if mark in _SUFFIXES else (word, "string")


def _record(name: str, *texts: str) -> Record:
    return Record(name, tuple(_columns(" ".join(texts))))


_ROOT = "bericht gemeente wet afzender ontvanger identificatie dagtekening@"
_RETURN = f"{_ROOT} identificatie_retour dagtekening_retour@ retour_codes"
_LINE = "bericht regel# gemeente wet"
_PERSON = "client geboortejaar# geboortemaand@ geslacht"
_PRODUCT = "product_categorie product_code"
_SIZE = "omvang_volume# omvang_eenheid omvang_frequentie"
_START = f"toewijzing_nummer# {_PRODUCT} begindatum@"
_STOP = f"{_START} reden_beeindiging einddatum@"
_DELIVERED = "gemeente aanlevering regel# bekend_vanaf@"

_MESSAGES = (
    _record("b301_bericht", _ROOT, _PERSON),
    _record("b301_contact", "bericht regel# soort adres plek"),
    _record(
        "b301_toegewezen_product",
        _LINE,
        "toewijzing_nummer# referentie_aanbieder",
        _PRODUCT,
        "toewijzingsdatum@ toewijzingstijd ingangsdatum@ einddatum@ reden_wijziging",
        _SIZE,
        "budget#",
    ),
    _record("b302_bericht", _RETURN, "client_retour_codes"),
    _record("b302_toegewezen_product", "bericht toewijzing_nummer# retour_codes"),
    _record("b305_bericht", _ROOT, _PERSON),
    _record("b305_start_product", _LINE, _START, "status_aanlevering"),
    _record("b306_bericht", _RETURN, "client_retour_codes"),
    _record("b306_start_product", "bericht", _START, "status_aanlevering retour_codes"),
    _record("b307_bericht", _ROOT, _PERSON),
    _record("b307_stop_product", _LINE, _STOP, "status_aanlevering"),
    _record("b308_bericht", _RETURN, "client_retour_codes"),
    _record("b308_stop_product", "bericht", _STOP, "status_aanlevering retour_codes"),
    _record("b315_bericht", _ROOT, _PERSON),
    _record(
        "b315_aangevraagd_product",
        _LINE,
        "referentie_aanbieder",
        _PRODUCT,
        "toewijzing_ingangsdatum@ toewijzing_einddatum@",
        _SIZE,
        "budget# verwijzer_type",
    ),
    _record("b316_bericht", _RETURN, "client_retour_codes"),
    _record("b316_aangevraagd_product", "bericht referentie_aanbieder retour_codes"),
    _record("b317_bericht", _ROOT, "client referentie_aanbieder"),
    _record("b317_ongewijzigd_product", _LINE, "toewijzing_nummer#"),
    _record(
        "b317_te_wijzigen_product",
        _LINE,
        "toewijzing_nummer# gewenste_ingangsdatum@ einddatum@",
        _SIZE,
        "budget#",
    ),
    _record("b317_nieuw_product", _LINE, _PRODUCT, "gewenste_ingangsdatum@ einddatum@", _SIZE, "budget#"),
    _record("b318_bericht", _RETURN, "client_retour_codes verzoek_retour_codes"),
    _record("b318_ongewijzigd_product", "bericht retour_codes"),
    _record("b318_te_wijzigen_product", "bericht retour_codes"),
    _record("b318_nieuw_product", "bericht retour_codes"),
    _record("b319_bericht", _ROOT, "referentie_aanbieder verzoek_antwoord reden_afwijzing_verzoek"),
    _record("b320_bericht", _RETURN, "antwoord_retour_codes"),
    _record(
        "b323_bericht",
        _ROOT,
        "declaratie_nummer declaratie_periode_begindatum@ declaratie_periode_einddatum@",
        "declaratie_dagtekening@ totaal_ingediend_bedrag_totaal_bedrag#",
        "totaal_ingediend_bedrag_debet_credit",
    ),
    _record("b323_client", "bericht regel# client"),
    _record(
        "b323_prestatie",
        _LINE,
        "ouder# referentie_nummer vorig_referentie_nummer toewijzing_nummer#",
        _PRODUCT,
        "product_periode_begindatum@ product_periode_einddatum@ geleverd_volume# eenheid product_tarief#",
        "ingediend_bedrag_bedrag# ingediend_bedrag_debet_credit",
    ),
    _record(
        "b325_bericht",
        _ROOT,
        "declaratie_identificatie declaratie_dagtekening_bericht@ retour_codes",
        "declaratie_antwoord_retour_codes totaal_toegekend_bedrag_totaal_bedrag#",
        "totaal_toegekend_bedrag_debet_credit",
    ),
    _record("b325_client", "bericht regel# client retour_codes"),
    _record("b325_prestatie", "bericht ouder# referentie_nummer retour_codes"),
)

_TABLES = (
    _record(
        "t_producten",
        _DELIVERED,
        "wet product_categorie product_code voorziening zorgsoort uren_per_eenheid~ huishoudelijk?",
        "terreingebonden? taakveld geldig_van@ geldig_tot@",
    ),
    _record(
        "t_begroting", _DELIVERED, "jaar# versie besluit besluitdatum@ taakveld lasten_cent# baten_cent#"
    ),
    _record(
        "t_realisatie",
        _DELIVERED,
        "jaar# maand# taakveld lasten_cent# baten_cent# boekdatum@ bijgewerkt_tot@",
    ),
    _record("t_inwoners", _DELIVERED, "peildatum@ wijk buurt leeftijd# geslacht aantal#"),
    _record("t_postcodes", _DELIVERED, "jaar# plek buurt wijk"),
    _record("t_contracten", _DELIVERED, "wet aanbieder", _PRODUCT, "van@ tot@ plafond_cent#"),
    _record("t_tarieven", _DELIVERED, "wet aanbieder", _PRODUCT, "eenheid tarief_cent# van@ tot@"),
    _record("t_berichtenlog", "gemeente wet soort afzender identificatie verzonden_op@ ontvangen_op@"),
    _record(
        "t_historie_toewijzingen",
        _DELIVERED,
        "wet client geboortejaar# geboortemaand@ geslacht adres plek toewijzingnummer# aanbieder",
        _PRODUCT,
        "ingangsdatum@ einddatum@ toewijzingsdatum@ eenheid volume# frequentie budget_cent# reden_wijziging",
        "exportdatum@",
    ),
    _record(
        "t_historie_leveringen",
        _DELIVERED,
        "wet client toewijzingnummer# aanbieder",
        _PRODUCT,
        "begindatum@ einddatum@ reden_beeindiging exportdatum@",
    ),
    _record(
        "t_historie_prestaties",
        _DELIVERED,
        "wet client aanbieder referentienummer toewijzingnummer#",
        _PRODUCT,
        "periode_begin@ periode_eind@ volume# eenheid bedrag_cent# status exportdatum@",
    ),
    _record(
        "t_historie_verzoeken",
        _DELIVERED,
        "wet client aanbieder referentie_aanbieder verwijzer_type",
        _PRODUCT,
        "gewenste_ingangsdatum@ gewenste_einddatum@ volume# eenheid frequentie ontvangen_op@ beantwoord_op@",
        "antwoord exportdatum@",
    ),
)


def _delivered(table: Table) -> Record:
    """Return the record of a delivery that becomes a fact table as it is; its buurt is looked up."""
    columns: dict[str, Dtype] = {}
    for column in table.columns:
        if any(source.startswith("postcodes:") for source in column.lineage):
            columns["plek"] = "string"
        else:
            columns["adres" if column.name == "huishouden" else column.name] = column.dtype
    return Record(f"t_{table.delivery}", tuple(columns.items()))


_DELIVERED_AS_THEY_ARE = tuple(_delivered(table) for table in TABLES.values() if table.delivery)

RECORDS: Mapping[str, Record] = MappingProxyType(
    {record.name: record for record in (*_MESSAGES, *_TABLES, *_DELIVERED_AS_THEY_ARE)}
)
