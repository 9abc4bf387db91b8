"""Requests for help at the door of the town, and how each was handled."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    BSN,
    GEBOORTEDATUM,
    GEMEENTE,
    GESLACHT,
    HUISNUMMER,
    POSTCODE,
    STAND_OP,
    TOEWIJZINGNUMMER,
    WET,
    absent,
    case_number,
    date_column,
    optional,
)
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, Demand

_HULPVRAAG = (
    Choice("huishouden", "hulp bij het huishouden"),
    Choice("begeleiding", "begeleiding bij het dagelijks leven"),
    Choice("dagbesteding", "een plek voor overdag"),
    Choice("vervoer", "vervoer"),
    Choice("hulpmiddel", "een hulpmiddel of een rolstoel"),
    Choice("wonen", "een woning, of een aanpassing daarvan"),
    Choice("opvoeden", "opvoeden en opgroeien"),
    Choice("gedrag", "gedrag, of hoe iemand zich voelt"),
    Choice("leren", "leren, zoals dyslexie"),
    Choice("veiligheid", "veiligheid thuis"),
    Choice("mantelzorg", "hulp voor een mantelzorger"),
    Choice("anders", "een andere vraag"),
)
_AFHANDELING = (
    Choice("eigen_kracht", "opgelost op eigen kracht of met hulp van naasten"),
    Choice("algemene_voorziening", "verwezen naar een voorziening die voor iedereen open staat"),
    Choice("maatwerk", "een maatwerkvoorziening, of een individuele voorziening voor jeugd"),
    Choice("afgewezen", "afgewezen"),
    Choice("ingetrokken", "ingetrokken door de inwoner"),
    Choice("open", "nog niet afgehandeld"),
)

MELDINGEN = Delivery(
    name="meldingen",
    title="Meldingen",
    purpose="Elke vraag om hulp bij de toegang: waarover, hoe zwaar, en hoe die is afgehandeld.",
    asked_of="De toegang: het gebiedsteam of het Wmo-loket, of functioneel beheer van de registratie.",
    columns=(
        GEMEENTE,
        case_number("meldingnummer", "Nummer van de melding, uniek per wet.", "M-2022-00017"),
        WET,
        BSN,
        absent(GEBOORTEDATUM),
        absent(GESLACHT),
        absent(POSTCODE),
        absent(HUISNUMMER),
        date_column("gemeld_op", "De dag waarop de vraag binnenkwam.", "04-04-2022"),
        Column("hulpvraag", "choice", "Waar de vraag over gaat.", "huishouden", choices=_HULPVRAAG),
        Column(
            "intensiteit",
            "choice",
            "Hoe zwaar de vraag is, volgens de toegang.",
            "midden",
            choices=(
                Choice("licht", "een kleine of korte vraag"),
                Choice("midden", "een gewone vraag"),
                Choice("zwaar", "een zware vraag, of veel vragen tegelijk"),
            ),
        ),
        Column(
            "ingang",
            "choice",
            "Door wie de vraag binnenkwam.",
            "zelf",
            choices=(
                Choice("zelf", "de inwoner zelf"),
                Choice("naaste", "een naaste of mantelzorger"),
                Choice("huisarts", "de huisarts"),
                Choice("school", "de school"),
                Choice("gecertificeerde_instelling", "een gecertificeerde instelling"),
                Choice("ziekenhuis", "een ziekenhuis of revalidatiecentrum"),
                Choice("anders", "iemand anders"),
            ),
        ),
        date_column(
            "onderzoek_gestart_op",
            "Begin van het onderzoek. Leeg: niet begonnen.",
            "06-04-2022",
            required=False,
        ),
        date_column(
            "onderzoek_klaar_op", "Einde van het onderzoek. Leeg: niet klaar.", "02-05-2022", required=False
        ),
        date_column("aanvraag_op", "De dag van de aanvraag. Leeg: geen.", "03-05-2022", required=False),
        Column("afhandeling", "choice", "Wat er met de vraag is gebeurd.", "maatwerk", choices=_AFHANDELING),
        date_column(
            "besluit_op", "De dag van het besluit. Leeg: geen besluit.", "10-05-2022", required=False
        ),
        optional(TOEWIJZINGNUMMER),
        STAND_OP,
    ),
    key=("gemeente", "wet", "meldingnummer", "hulpvraag"),
    replaces=("gemeente", "wet"),
    known_since="stand_op",
    ordered=(
        ("gemeld_op", "onderzoek_gestart_op", "onderzoek_klaar_op", "stand_op"),
        ("gemeld_op", "aanvraag_op", "besluit_op", "stand_op"),
    ),
    demands=(
        Demand("afhandeling", ("open",), "besluit_op", filled=False),
        Demand("afhandeling", ("maatwerk", "afgewezen"), "besluit_op", filled=True),
        Demand(
            "afhandeling",
            ("eigen_kracht", "algemene_voorziening", "afgewezen", "ingetrokken", "open"),
            "toewijzingnummer",
            filled=False,
        ),
    ),
)
