"""Indicator 26: what the social domain costs, gross, by the ledger of the gemeente."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.indicators.availability import Found, Status
from wijzer.indicators.breaks import TAAKVELDEN, WOONPLAATSBEGINSEL_2022
from wijzer.indicators.declaration import Exclusion, Indicator, LeftOut, Measure, Part, Reading, Source
from wijzer.indicators.question import Question
from wijzer.values.periode import Periode

ID = "totale_kosten_sociaal_domein"
_DIVISION = "indeling"


def division(question: Question) -> pa.Table:
    """Return the division of taakvelden for the years asked for."""
    lines = [
        (rule, year)
        for year in sorted({periode.year for periode in question.periods})
        for rule in question.parameters.taakvelden
        if rule.holds_in(year)
    ]
    return pa.table(
        {
            "taakveld": pa.array([rule.taakveld for rule, _ in lines], pa.string()),
            "jaar": pa.array([year for _, year in lines], pa.int64()),
            "rubriek": pa.array([rule.rubriek for rule, _ in lines], pa.string()),
            "sociaal_domein": pa.array([rule.sociaal_domein for rule, _ in lines], pa.bool_()),
            "wsw_of_uitkering": pa.array([rule.wsw_of_uitkering for rule, _ in lines], pa.bool_()),
        }
    )


def compute_rows(question: Question) -> ir.Table:
    """Return the ledger lines of every period; a quarter holds the months from January on."""
    realisatie = question.facts["realisatie"]
    periods = question.period_table().select("periode", "jaar", "tot_maand")
    divided = realisatie.left_join(question.given[_DIVISION], ["taakveld", "jaar"])
    if question.counting:
        divided = divided.filter(divided.sociaal_domein.fill_null(True))
    found = divided.join(periods, (divided.jaar == periods.jaar) & (divided.maand <= periods.tot_maand))
    return found.select(
        "periode",
        "gemeente",
        wet=ibis.null("string"),
        client=ibis.null("string"),
        sleutel=found.jaar.cast("string") + "/" + found.maand.cast("string") + "/" + found.taakveld,
        bron=ibis.literal("realisatie"),
        bericht=found.aanlevering,
        regel=ibis.null("int64"),
        reden=ibis.cases(
            (found.sociaal_domein.isnull(), "taakveld_niet_ingedeeld"),
            (~found.sociaal_domein, "ander_taakveld"),
            else_=ibis.null("string"),
        ),
        taakveld=found.taakveld,
        rubriek=found.rubriek.fill_null("niet ingedeeld"),
        maand=found.maand,
        lasten_cent=found.lasten_cent,
        zonder_wsw=~found.wsw_of_uitkering,
    )


class LedgerAvailability:
    """Judges which months are known, and whether the year has been closed.

    Bookings follow until the annual account goes to the province, by 15 July (Gemeentewet art. 200).
    """

    def asks(self, question: Question) -> Mapping[str, ir.Table]:
        """Ask which months are known; see ``Availability``."""
        realisatie = question.facts["realisatie"]
        booked = realisatie.group_by("gemeente", "jaar", "maand")
        return {"maanden": booked.agg(laatste=realisatie.bekend_vanaf.max())}

    def judge(
        self, question: Question, gemeenten: Sequence[str], found: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        """Judge every gemeente and period; see ``Availability``."""
        months: dict[tuple[str, int], set[int]] = {}
        through: dict[tuple[str, int], date] = {}
        for row in found["maanden"]:
            key = (row["gemeente"], row["jaar"])
            months.setdefault(key, set()).add(row["maand"])
            through[key] = max(through.get(key, date.min), row["laatste"] or date.min)
        return {
            (gemeente, periode): _status(
                periode,
                question.known_on,
                months.get((gemeente, periode.year), set()),
                through.get((gemeente, periode.year)),
            )
            for gemeente in gemeenten
            for periode in question.periods
        }


def _status(periode: Periode, known_on: date, months: set[int], through: date | None) -> Status:
    wanted = set(range(1, periode.last_day.month + 1))
    absent = wanted - months
    own = set(range(periode.first_day.month, periode.last_day.month + 1))
    if known_on < periode.first_day:
        return Status(missing="De periode is nog niet begonnen.", data_through=through)
    if not own & months:
        return Status(
            missing="Er is geen realisatie van deze periode aangeleverd (tabel realisatie, per taakveld en "
            "maand).",
            data_through=through,
        )
    if absent:
        return Status(provisional=True, expected_share=len(absent) / len(wanted), data_through=through)
    closed = date(periode.year + 1, 7, 15)
    return Status(provisional=known_on < closed, data_through=through)


INDICATOR = Indicator(
    id=ID,
    number=26,
    label="Totale kosten sociaal domein",
    question="Wat kost het sociaal domein, en daalt dat?",
    kind="effect",
    timing="stroom",
    periods=("kwartaal", "jaar"),
    laws=(),
    formula="de som van de lasten van alle taakvelden van het sociaal domein",
    numerator="Geboekte lasten (bruto) sinds 1 januari van het jaar, zonder Wsw en uitkeringen.",
    denominator=None,
    parts=(
        Part(
            "lasten_zonder_wsw_en_uitkeringen_cent",
            "lasten zonder Wsw en uitkeringen",
            "Lasten van het sociaal domein, zonder de taakvelden van Wsw en uitkeringen.",
            "cent",
            "som",
            "lasten_cent",
            "zonder_wsw",
            "grootboek",
        ),
        Part(
            "lasten_totaal_cent",
            "lasten met Wsw en uitkeringen",
            "Lasten van het hele sociaal domein.",
            "cent",
            "som",
            "lasten_cent",
            "",
            "grootboek",
        ),
    ),
    measures=(
        Measure(
            "zonder_wsw_en_uitkeringen",
            "lasten zonder Wsw en uitkeringen",
            "lasten_zonder_wsw_en_uitkeringen_cent",
            None,
            0.01,
            "euro",
            0,
        ),
        Measure("totaal", "lasten met Wsw en uitkeringen", "lasten_totaal_cent", None, 0.01, "euro", 0),
    ),
    direction="lager is beter",
    protection="geen personen",
    inclusions=(
        "Lasten van de taakvelden die in de indeling (taakvelden.csv) bij het sociaal domein horen.",
        "Een kwartaal telt vanaf 1 januari: het tweede kwartaal is januari tot en met juni.",
        "Het getal voor de wijzer is zonder Wsw en uitkeringen; het totaal met beide staat erbij.",
    ),
    exclusions=(
        Exclusion(
            "ander_taakveld",
            "ander taakveld",
            "Dit taakveld hoort volgens de indeling niet bij het sociaal domein.",
        ),
    ),
    left_out=(
        LeftOut(
            "taakveld_niet_ingedeeld",
            "taakveld staat niet in de indeling",
            "De indeling heeft dit taakveld niet voor dat jaar. Vul taakvelden.csv aan.",
            "cent",
            "lasten_cent",
            "grootboek",
        ),
    ),
    breakdowns=("taakveld", "rubriek"),
    readings=(
        Reading(
            "Tellen de Wsw en de uitkeringen mee?",
            "Niet in het getal voor de wijzer: de taakvelden 6.3 en 6.4 vallen weg. Het totaal staat erbij.",
            "Grafiek 1 van de visie laat de kosten zonder Wsw en sociale uitkeringen zien.",
            "Met Wsw en uitkeringen.",
            "Het bedrag is hoger en beweegt mee met de bijstand. Taakveld 6.3 bevat ook het minimabeleid, "
            "en 6.4 "
            "tot 2023 ook andere begeleide participatie; die vallen dus mee weg.",
        ),
        Reading(
            "Hoe ruim is het sociaal domein?",
            "Zo ruim als de tabel met uitgaven van 2019 in de visie: ook onderwijs, cultuur, sport en groen.",
            "De indicator staat in hetzelfde document als die tabel.",
            "Alleen hoofdstuk 6 van de taakvelden, met volksgezondheid.",
            "In Westervoort was dat in 2019 ruim een zesde minder (3,7 van de 21,7 miljoen euro). De "
            "indeling is "
            "aan te passen in taakvelden.csv.",
        ),
        Reading(
            "Bruto of netto?",
            "Bruto: de lasten, zonder de baten af te trekken.",
            "De inkomsten zitten in de algemene uitkering en zijn volgens de visie niet meer toe te wijzen.",
            "Lasten min baten.",
            "Het bedrag is lager, vooral bij uitkeringen en eigen bijdragen.",
        ),
    ),
    caveats=(
        "Per kwartaal lopen boekingen na; facturen van december komen vaak pas in het voorjaar. Een getal is "
        "voorlopig tot de jaarrekening (15 juli van het volgende jaar).",
        "De codes van taakvelden zijn veranderd in 2023 en 2025. De indeling vangt dat op, maar kosten "
        "kunnen ook "
        "tussen taakvelden zijn verschoven.",
        "De uitgaven van 2019 in de visie staan in eigen rubrieken van de gemeente. De kolom rubriek van de "
        "indeling legt het verband; dat verband is een keuze.",
        "Bedragen zijn niet gecorrigeerd voor prijs en aantal inwoners.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2, grafiek 1 en diagram 1"),
        Source("Iv3, ministerie van BZK", "taakvelden per boekjaar"),
        Source("Gemeentewet", "artikel 200"),
    ),
    facts=("realisatie",),
    parameters=(),
    rows=compute_rows,
    availability=LedgerAvailability(),
    given={_DIVISION: division},
    breaks=(WOONPLAATSBEGINSEL_2022, *TAAKVELDEN),
)
