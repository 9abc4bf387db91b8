"""Fact table ``melding``: requests for help at the door, and how they were handled."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET, client, toewijzingnummer
from wijzer.facts.tables.delivered import BUURT, WIJK, delivered

TABLE = delivered(
    "melding",
    "meldingen",
    ("gemeente", "wet"),
    "Eén hulpvraag in een melding van een inwoner bij de toegang.",
    Column(
        "meldingnummer",
        "string",
        "Het nummer van de melding bij de gemeente.",
        personal=True,
        caveat="Een melding met meer hulpvragen heeft meer rijen met hetzelfde nummer.",
    ),
    WET,
    client("meldingen:bsn"),
    Column("geboortejaar", "int64", "Het geboortejaar.", personal=True, lineage=("meldingen:geboortedatum",)),
    Column(
        "geboortemaand",
        "date",
        "De eerste dag van de geboortemaand.",
        personal=True,
        caveat="De dag zelf wordt niet bewaard.",
        lineage=("meldingen:geboortedatum",),
    ),
    Column("geslacht", "string", "Het geslacht: 0 onbekend, 1 man, 2 vrouw.", personal=True),
    BUURT,
    WIJK,
    Column("gemeld_op", "date", "De dag waarop de vraag binnenkwam.", nullable=False),
    Column(
        "hulpvraag",
        "string",
        "Waar de vraag over gaat.",
        nullable=False,
        values=(
            ("huishouden", "hulp bij het huishouden"),
            ("begeleiding", "begeleiding bij het dagelijks leven"),
            ("dagbesteding", "een plek voor overdag"),
            ("vervoer", "vervoer"),
            ("hulpmiddel", "een hulpmiddel of een rolstoel"),
            ("wonen", "een woning, of een aanpassing daarvan"),
            ("opvoeden", "opvoeden en opgroeien"),
            ("gedrag", "gedrag, of hoe iemand zich voelt"),
            ("leren", "leren, zoals dyslexie"),
            ("veiligheid", "veiligheid thuis"),
            ("mantelzorg", "hulp voor een mantelzorger"),
            ("anders", "een andere vraag"),
        ),
    ),
    Column(
        "intensiteit",
        "string",
        "Hoe zwaar de vraag is.",
        nullable=False,
        caveat="Dit is het oordeel van de toegang.",
        values=(
            ("licht", "een kleine of korte vraag"),
            ("midden", "een gewone vraag"),
            ("zwaar", "een zware vraag, of veel vragen tegelijk"),
        ),
    ),
    Column(
        "ingang",
        "string",
        "Door wie de vraag binnenkwam.",
        nullable=False,
        values=(
            ("zelf", "de inwoner zelf"),
            ("naaste", "een naaste of mantelzorger"),
            ("huisarts", "de huisarts"),
            ("school", "de school"),
            ("gecertificeerde_instelling", "een gecertificeerde instelling"),
            ("ziekenhuis", "een ziekenhuis of revalidatiecentrum"),
            ("anders", "iemand anders"),
        ),
    ),
    Column("onderzoek_gestart_op", "date", "Begin van het onderzoek. Leeg: niet begonnen."),
    Column("onderzoek_klaar_op", "date", "Einde van het onderzoek. Leeg: niet klaar."),
    Column("aanvraag_op", "date", "De dag van de aanvraag. Leeg: er is geen aanvraag."),
    Column(
        "afhandeling",
        "string",
        "Wat er met de vraag is gebeurd.",
        nullable=False,
        values=(
            ("eigen_kracht", "opgelost op eigen kracht of met hulp van naasten"),
            ("algemene_voorziening", "verwezen naar een voorziening die voor iedereen open staat"),
            ("maatwerk", "een maatwerkvoorziening, of een individuele voorziening voor jeugd"),
            ("afgewezen", "afgewezen"),
            ("ingetrokken", "ingetrokken door de inwoner"),
            ("open", "nog niet afgehandeld"),
        ),
    ),
    Column("besluit_op", "date", "De dag van het besluit. Leeg: er is geen besluit."),
    toewijzingnummer(),
    caveats=(
        "Alleen vragen bij de gemeente staan erin. Een kind met een verwijzing van de huisarts komt daar "
        "meestal niet.",
    ),
)
