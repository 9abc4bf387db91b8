"""Polars, lazy: files are scanned, and one plan gives the numbers; all six are collected together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import polars as pl

from bench.peers.asked import TERMS, WMO, YOUTH, Asked, Numbers, numbers
from wijzer.indicators.register import ids
from wijzer.indicators.termijnen import ANSWER_TYPES

_OPEN = date(9999, 12, 31)
_PLACE = ("periode", "gemeente")
_PRODUCT = ("gemeente", "client", "aanbieder", "toewijzingnummer", "product_categorie", "product_code")
_STAY = ("gemeente", "client", "voorziening")


class ByPolars:
    """The six in Polars, on as many threads as the environment gives it (``POLARS_MAX_THREADS``)."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.periods = pl.from_arrow(asked.period_table()).lazy()
        self.plans: Mapping[str, Callable[[], pl.LazyFrame]] = {
            "uren_huishoudelijke_ondersteuning": self._hours,
            "individuele_voorzieningen_jeugdhulp": lambda: self._provisions("jw", YOUTH),
            "maatwerkvoorzieningen_wmo": lambda: self._provisions("wmo", WMO),
            "verblijfsduur_terreingebonden_verblijf": self._stays,
            "tijdigheid_berichtenverkeer": self._answers,
            "totale_kosten_sociaal_domein": self._costs,
        }

    def one(self, indicator_id: str) -> Numbers:
        return numbers(self.plans[indicator_id]().collect().to_dicts())

    def all(self) -> dict[str, Numbers]:
        frames = pl.collect_all([self.plans[indicator_id]() for indicator_id in ids()])
        return {name: numbers(frame.to_dicts()) for name, frame in zip(ids(), frames, strict=True)}

    def close(self) -> None:
        """Nothing is open."""

    def _table(self, name: str) -> pl.LazyFrame:
        return pl.scan_parquet(self.asked.tables / name / "**" / "facts.parquet", hive_partitioning=False)

    def _on_last_day(self, toewijzing: pl.LazyFrame) -> pl.LazyFrame:
        """Join toewijzingen with the periods on the last day of which they hold."""
        return toewijzing.with_columns(pl.col("einddatum").fill_null(_OPEN)).join_where(
            self.periods,
            pl.col("ingangsdatum") <= pl.col("laatste_dag"),
            pl.col("einddatum") >= pl.col("laatste_dag"),
        )

    def _hours(self) -> pl.LazyFrame:
        weeks = ((pl.col("einddatum") - pl.col("ingangsdatum")).dt.total_days() + 1) / 7.0
        unit, times = pl.col("eenheid"), pl.col("frequentie")
        hours = (
            (pl.when(unit == "01").then(1 / 60).when(unit == "04").then(1.0).when(unit == "16").then(4.0))
            .when(unit.is_in(["14", "82", "83", "84"]))
            .then("uren_per_eenheid")
        )
        a_week = (
            (
                pl.when(times == "1")
                .then(7.0)
                .when(times == "2")
                .then(1.0)
                .when(times == "4")
                .then(84 / 365.25)
            )
            .when(times == "6")
            .then(1 / weeks)
        )
        granted = (
            self._table("toewijzing")
            .filter(pl.col("wet") == "wmo", "product_bekend", "huishoudelijk", ~pl.col("verwijderd"))
            .with_columns(uren=pl.col("volume") * hours * a_week)
            .filter(pl.col("uren").is_not_null())
            .select("gemeente", "client", "ingangsdatum", "einddatum", "uren")
        )
        clients = pl.col("client").n_unique()
        return (
            self._on_last_day(granted)
            .group_by(_PLACE)
            .agg(
                pl.col("uren").sum(),
                clienten=clients,
                toewijzingen=pl.len(),
                uren_personen=clients,
                clienten_personen=clients,
                toewijzingen_personen=clients,
            )
        )

    def _silences(self, law: str) -> pl.LazyFrame:
        """From when until when all care of a toewijzing had been finally stopped."""
        number = ("gemeente", "toewijzingnummer")
        ends = pl.min_horizontal(
            pl.col("begindatum").shift(-1).over(_PRODUCT, order_by="begindatum").dt.offset_by("-1d"),
            pl.when("definitief_gestopt").then("einddatum"),
            pl.lit(_OPEN),
        )
        pieces = (
            self._table("levering")
            .filter(pl.col("wet") == law, pl.col("toewijzingnummer").is_not_null())
            .select(*number, van="begindatum", tot=ends)
            .sort("van")
        )
        following = pieces.select(
            *number,
            gedekt_tot=pl.col("tot").cum_max().over(number),
            volgende=pl.col("van").shift(-1).over(number),
        )
        stopped = following.filter(pl.col("gedekt_tot") < _OPEN).with_columns(
            stil_van=pl.col("gedekt_tot").dt.offset_by("1d")
        )
        return stopped.filter(
            pl.col("volgende").is_null() | (pl.col("volgende") > pl.col("stil_van"))
        ).select(*number, "stil_van", stil_tot=pl.col("volgende").dt.offset_by("-1d").fill_null(_OPEN))

    def _provisions(self, law: str, categories: Sequence[str]) -> pl.LazyFrame:
        category = pl.col("product_categorie")
        known = (
            self._table("toewijzing")
            .filter(
                pl.col("wet") == law,
                "product_bekend",
                pl.col("voorziening").is_not_null(),
                ~pl.col("verwijderd"),
                category.is_null() | category.is_in(categories),
            )
            .select("gemeente", "toewijzingnummer", "client", "voorziening", "ingangsdatum", "einddatum")
        )
        held = self._on_last_day(known).select(
            *_PLACE, "toewijzingnummer", "client", "voorziening", "laatste_dag"
        )
        silent = (
            held.join(self._silences(law), on=["gemeente", "toewijzingnummer"])
            .filter(pl.col("laatste_dag").is_between("stil_van", "stil_tot"))
            .select(*_PLACE, "toewijzingnummer")
        )
        clients = pl.col("client").n_unique()
        return (
            held.join(silent, on=[*_PLACE, "toewijzingnummer"], how="anti")
            .unique([*_PLACE, "client", "voorziening"])
            .group_by(_PLACE)
            .agg(
                voorzieningen=pl.len(),
                clienten=clients,
                voorzieningen_personen=clients,
                clienten_personen=clients,
            )
        )

    def _stays(self) -> pl.LazyFrame:
        order = ["begindatum", "toewijzingnummer", "product_categorie", "product_code", "start_bericht"]
        granted = self._table("toewijzing").select(
            "gemeente", "wet", "toewijzingnummer", toewijzing_eind="einddatum"
        )
        certain = pl.col("definitief_gestopt") & pl.col("einddatum").is_not_null()
        resumed = pl.col("begindatum").shift(-1).over(*_STAY, "toewijzingnummer").dt.offset_by("-1d")
        until = pl.when(certain).then("einddatum").otherwise(pl.coalesce(resumed, "toewijzing_eind", _OPEN))
        pieces = (
            self._table("levering")
            .filter(pl.col("wet") == "jw", "terreingebonden")
            .join(granted, on=["gemeente", "wet", "toewijzingnummer"], how="left")
            .sort(order)
            .with_columns(zeker=certain, eind=pl.max_horizontal(until, "begindatum"))
        )
        covered = pl.col("eind").cum_max().shift(1).over(_STAY)
        begins = ((pl.col("begindatum") - covered).dt.total_days() - 1 > 30).fill_null(True)
        numbered = pieces.with_columns(begint=begins).with_columns(
            nummer=pl.col("begint").cast(pl.Int64).cum_sum().over(_STAY)
        )
        unsure = pl.col("eind").filter(~pl.col("zeker")).max()
        stays = numbered.group_by(*_STAY, "nummer").agg(
            van=pl.col("begindatum").min(),
            tot=pl.col("eind").max(),
            zeker_eind=unsure.ne_missing(pl.col("eind").max()),
        )
        touching = stays.join_where(
            self.periods, pl.col("van") <= pl.col("laatste_dag"), pl.col("tot") >= pl.col("eerste_dag")
        )
        ended = (pl.col("tot") <= pl.col("laatste_dag")) & pl.col("zeker_eind")
        goes_on = ~ended & ~(~pl.col("zeker_eind") & (pl.col("tot") < pl.col("laatste_dag")))
        parts: dict[str, pl.Expr] = {}
        for word, chosen, last in (("beeindigd", ended, "tot"), ("lopend", goes_on, "laatste_dag")):
            days = (pl.col(last) - pl.col("van")).dt.total_days() + 1
            clients = pl.col("client").filter(chosen).n_unique()
            parts |= {
                f"dagen_{word}": days.filter(chosen).sum(),
                f"verblijven_{word}": chosen.sum(),
                f"dagen_{word}_personen": clients,
                f"verblijven_{word}_personen": clients,
            }
        return touching.group_by(_PLACE).agg(**parts)

    def _deadlines(self) -> pl.LazyFrame:
        """Every day on which a term may begin, with its period and its last day."""
        calendar = self._table("kalender")
        terms = pl.LazyFrame(
            {
                "termijn": list(TERMS),
                "werkdagen": [working for working, _ in TERMS.values()],
                "dagen": [days for _, days in TERMS.values()],
            }
        )
        working = calendar.filter("is_werkdag").select("werkdagnummer", werkdag="datum")
        starts = calendar.join_where(
            self.periods, pl.col("datum") >= pl.col("eerste_dag"), pl.col("datum") <= pl.col("laatste_dag")
        )
        return (
            starts.join(terms, how="cross")
            .with_columns(werkdagnummer=pl.col("werkdagnummer") + pl.col("werkdagen"))
            .join(working, on="werkdagnummer", how="left")
            .select(
                "termijn",
                "periode",
                vanaf="datum",
                uiterlijk=pl.coalesce("werkdag", pl.col("datum") + pl.duration(days="dagen")),
            )
        )

    def _answers(self) -> pl.LazyFrame:
        pairs = [(pair, answer) for pair, answers in ANSWER_TYPES.items() for answer in answers]
        types = pl.LazyFrame({"paar": [p for p, _ in pairs], "soort": [a for _, a in pairs]})
        sent = (
            self._table("bericht")
            .group_by("gemeente", "wet", "soort")
            .agg(laatste=pl.col("bekend_vanaf").max())
        )
        through = sent.group_by("gemeente", "wet").agg(gegevens_tot=pl.col("laatste").max())
        told = sent.join(types, on="soort").select("gemeente", "wet", "paar").unique()
        judged_on = pl.min_horizontal("gegevens_tot", self.asked.known_on)
        judged = (
            self._table("antwoord")
            .filter(pl.col("uitgesloten").is_null())
            .select("gemeente", "wet", "paar", "termijn", "vanaf", "beantwoord_op", "partij")
            .join(self._deadlines(), on=["termijn", "vanaf"])
            .join(through, on=["gemeente", "wet"], how="left")
            .join(told.with_columns(bekend=True), on=["gemeente", "wet", "paar"], how="left")
            .filter(
                pl.col("beantwoord_op").is_not_null()
                | (pl.col("bekend").fill_null(False) & (pl.col("uiterlijk") < judged_on))
            )
            .select(
                *_PLACE,
                op_tijd=(pl.col("beantwoord_op") <= pl.col("uiterlijk")).fill_null(False),
                eigen=pl.col("partij") == "gemeente",
            )
        )
        in_time, own = pl.col("op_tijd"), pl.col("eigen")
        return judged.group_by(_PLACE).agg(
            op_tijd=in_time.sum(),
            beoordeeld=pl.len(),
            gemeente_op_tijd=(in_time & own).sum(),
            gemeente_beoordeeld=own.sum(),
            aanbieders_op_tijd=(in_time & ~own).sum(),
            aanbieders_beoordeeld=(~own).sum(),
        )

    def _costs(self) -> pl.LazyFrame:
        division = pl.from_arrow(self.asked.division()).lazy().filter("sociaal_domein")
        booked = (
            self._table("realisatie")
            .select("gemeente", "taakveld", "jaar", "maand", "lasten_cent")
            .join(division, on=["taakveld", "jaar"])
            .join(self.periods, on="jaar")
            .filter(pl.col("maand") <= pl.col("tot_maand"))
        )
        cents = pl.col("lasten_cent")
        return booked.group_by(_PLACE).agg(
            lasten_zonder_wsw_en_uitkeringen_cent=cents.filter(~pl.col("wsw_of_uitkering")).sum(),
            lasten_totaal_cent=cents.sum(),
        )
