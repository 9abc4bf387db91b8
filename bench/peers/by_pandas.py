"""pandas, in memory: the columns that are needed are read, then filtered, joined and grouped."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import pyarrow.parquet as pq

from bench.peers.asked import TERMS, WMO, YOUTH, Asked, Numbers, numbers
from wijzer.indicators.register import ids
from wijzer.indicators.termijnen import ANSWER_TYPES

_OPEN = pd.Timestamp(9999, 12, 31)
_DAY = pd.Timedelta(days=1)
_PLACE = ["periode", "gemeente"]
_NUMBER = ["gemeente", "toewijzingnummer"]
_PRODUCT = ["gemeente", "client", "aanbieder", "toewijzingnummer", "product_categorie", "product_code"]
_STAY = ["gemeente", "client", "voorziening"]


class ByPandas:
    """The six in pandas; it computes on one core."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.periods = asked.period_table().to_pandas(date_as_object=False)
        self.plans: Mapping[str, Callable[[], pd.DataFrame]] = {
            "uren_huishoudelijke_ondersteuning": self._hours,
            "individuele_voorzieningen_jeugdhulp": lambda: self._provisions("jw", YOUTH),
            "maatwerkvoorzieningen_wmo": lambda: self._provisions("wmo", WMO),
            "verblijfsduur_terreingebonden_verblijf": self._stays,
            "tijdigheid_berichtenverkeer": self._answers,
            "totale_kosten_sociaal_domein": self._costs,
        }

    def one(self, indicator_id: str) -> Numbers:
        return numbers(self.plans[indicator_id]().reset_index().to_dict("records"))

    def all(self) -> dict[str, Numbers]:
        return {indicator_id: self.one(indicator_id) for indicator_id in ids()}

    def close(self) -> None:
        """Nothing is open."""

    def _table(
        self, name: str, columns: Sequence[str], filters: list[tuple[str, str, object]] | None = None
    ) -> pd.DataFrame:
        files = sorted((self.asked.tables / name).rglob("facts.parquet"))
        found = pq.read_table(files, columns=list(columns), filters=filters, partitioning=None)
        return found.to_pandas(date_as_object=False)

    def _in_periods(self, rows: pd.DataFrame, first: str, last: str, touched: str) -> pd.DataFrame:
        """Join rows with the periods of which the day ``touched`` is at most ``last``; all began in time."""
        joined = rows.merge(self.periods[["periode", "eerste_dag", "laatste_dag"]], how="cross")
        return joined[(joined[first] <= joined["laatste_dag"]) & (joined[last] >= joined[touched])]

    def _hours(self) -> pd.DataFrame:
        rows = self._table(
            "toewijzing",
            (
                *("gemeente", "client", "ingangsdatum", "einddatum", "volume", "eenheid", "frequentie"),
                *("uren_per_eenheid", "verwijderd"),
            ),
            [("wet", "==", "wmo"), ("product_bekend", "==", True), ("huishoudelijk", "==", True)],
        )
        rows = rows[~rows["verwijderd"]]
        unit, times = rows["eenheid"], rows["frequentie"]
        hours = unit.map({"01": 1 / 60, "04": 1.0, "16": 4.0}).astype("float64")
        hours = hours.where(~unit.isin(["14", "82", "83", "84"]), rows["uren_per_eenheid"])
        weeks = ((rows["einddatum"] - rows["ingangsdatum"]).dt.days + 1) / 7.0
        a_week = times.map({"1": 7.0, "2": 1.0, "4": 84 / 365.25}).astype("float64")
        a_week = a_week.where(times != "6", 1 / weeks)
        rows = rows.assign(uren=rows["volume"] * hours * a_week, tot=rows["einddatum"].fillna(_OPEN))
        rows = rows.loc[rows["uren"].notna(), ["gemeente", "client", "ingangsdatum", "tot", "uren"]]
        held = self._in_periods(rows, "ingangsdatum", "tot", "laatste_dag").groupby(_PLACE)
        clients = held["client"].nunique()
        return pd.DataFrame(
            {
                "uren": held["uren"].sum(),
                "clienten": clients,
                "toewijzingen": held.size(),
                "uren_personen": clients,
                "clienten_personen": clients,
                "toewijzingen_personen": clients,
            }
        )

    def _silences(self, law: str) -> pd.DataFrame:
        """From when until when all care of a toewijzing had been finally stopped."""
        rows = self._table(
            "levering",
            (*_PRODUCT, "begindatum", "einddatum", "definitief_gestopt"),
            [("wet", "==", law)],
        )
        rows = rows[rows["toewijzingnummer"].notna()].sort_values("begindatum")
        resumed = rows.groupby(_PRODUCT, dropna=False)["begindatum"].shift(-1) - _DAY
        stopped = rows["einddatum"].where(rows["definitief_gestopt"])
        rows["tot"] = pd.concat([resumed, stopped], axis=1).min(axis=1).fillna(_OPEN)
        grouped = rows.groupby(_NUMBER)
        rows["gedekt_tot"] = grouped["tot"].cummax()
        rows["volgende"] = grouped["begindatum"].shift(-1)
        rows = rows[rows["gedekt_tot"] < _OPEN]
        rows = rows[rows["volgende"].isna() | (rows["volgende"] > rows["gedekt_tot"] + _DAY)]
        rows["stil_van"] = rows["gedekt_tot"] + _DAY
        rows["stil_tot"] = (rows["volgende"] - _DAY).fillna(_OPEN)
        return rows[[*_NUMBER, "stil_van", "stil_tot"]]

    def _provisions(self, law: str, categories: Sequence[str]) -> pd.DataFrame:
        rows = self._table(
            "toewijzing",
            (
                *(*_NUMBER, "client", "voorziening", "product_categorie"),
                *("ingangsdatum", "einddatum", "verwijderd"),
            ),
            [("wet", "==", law), ("product_bekend", "==", True)],
        )
        category = rows["product_categorie"]
        counts = (category.isna() | category.isin(categories)) & ~rows["verwijderd"]
        rows = rows[counts & rows["voorziening"].notna()]
        rows = rows.assign(tot=rows["einddatum"].fillna(_OPEN))
        rows = rows[[*_NUMBER, "client", "voorziening", "ingangsdatum", "tot"]]
        held = self._in_periods(rows, "ingangsdatum", "tot", "laatste_dag").reset_index(drop=True)
        silent = held[[*_NUMBER, "laatste_dag"]].reset_index().merge(self._silences(law), on=_NUMBER)
        silent = silent[silent["laatste_dag"].between(silent["stil_van"], silent["stil_tot"])]
        held = held.drop(index=silent["index"].unique())
        both = held.drop_duplicates([*_PLACE, "client", "voorziening"]).groupby(_PLACE)
        clients = both["client"].nunique()
        return pd.DataFrame(
            {
                "voorzieningen": both.size(),
                "clienten": clients,
                "voorzieningen_personen": clients,
                "clienten_personen": clients,
            }
        )

    def _stays(self) -> pd.DataFrame:
        order = ["begindatum", "toewijzingnummer", "product_categorie", "product_code", "start_bericht"]
        youth = [("wet", "==", "jw")]
        granted = self._table("toewijzing", (*_NUMBER, "einddatum"), youth)
        rows = self._table(
            "levering",
            (*_STAY, *order, "einddatum", "definitief_gestopt"),
            [*youth, ("terreingebonden", "==", True)],
        )
        rows = rows.merge(granted, on=_NUMBER, how="left", suffixes=("", "_toewijzing")).sort_values(order)
        rows["zeker"] = rows["definitief_gestopt"] & rows["einddatum"].notna()
        resumed = rows.groupby([*_STAY, "toewijzingnummer"], dropna=False)["begindatum"].shift(-1) - _DAY
        until = resumed.fillna(rows["einddatum_toewijzing"]).fillna(_OPEN)
        rows["eind"] = rows["einddatum"].where(rows["zeker"], until)
        rows["eind"] = rows[["eind", "begindatum"]].max(axis=1)
        rows["gedekt"] = rows.groupby(_STAY)["eind"].cummax()
        between = (rows["begindatum"] - rows.groupby(_STAY)["gedekt"].shift(1)).dt.days - 1
        rows["begint"] = (between > 30) | between.isna()
        rows["nummer"] = rows.groupby(_STAY)["begint"].cumsum()
        rows["onzeker_eind"] = rows["eind"].where(~rows["zeker"])
        stays = rows.groupby([*_STAY, "nummer"]).agg(
            van=("begindatum", "min"), tot=("eind", "max"), onzeker_tot=("onzeker_eind", "max")
        )
        stays["zeker_eind"] = stays["onzeker_tot"] != stays["tot"]
        found = self._in_periods(stays.reset_index(), "van", "tot", "eerste_dag")
        ended = (found["tot"] <= found["laatste_dag"]) & found["zeker_eind"]
        unsure = ~found["zeker_eind"] & (found["tot"] < found["laatste_dag"])
        parts: dict[str, pd.Series] = {}
        for word, chosen, last in (("beeindigd", ended, "tot"), ("lopend", ~ended & ~unsure, "laatste_dag")):
            some = found[chosen].assign(dagen=(found[last] - found["van"]).dt.days + 1).groupby(_PLACE)
            clients = some["client"].nunique()
            parts |= {
                f"dagen_{word}": some["dagen"].sum(),
                f"verblijven_{word}": some.size(),
                f"dagen_{word}_personen": clients,
                f"verblijven_{word}_personen": clients,
            }
        return pd.DataFrame(parts).fillna(0)

    def _deadlines(self) -> pd.DataFrame:
        """Every day on which a term may begin, with its period and its last day."""
        calendar = self._table("kalender", ("datum", "is_werkdag", "werkdagnummer"))
        working = calendar[calendar["is_werkdag"]].set_index("werkdagnummer")["datum"]
        days = calendar.merge(self.periods, how="cross")
        days = days[days["datum"].between(days["eerste_dag"], days["laatste_dag"])]
        found = []
        for term, (count, later) in TERMS.items():
            ends = (
                days["datum"] + pd.Timedelta(days=later)
                if count is None
                else (days["werkdagnummer"] + count).map(working)
            )
            found.append(days[["periode"]].assign(termijn=term, vanaf=days["datum"], uiterlijk=ends))
        return pd.concat(found)

    def _answers(self) -> pd.DataFrame:
        known_on = pd.Timestamp(self.asked.known_on)
        sent = self._table("bericht", ("gemeente", "wet", "soort", "bekend_vanaf"))
        through = sent.groupby(["gemeente", "wet"])["bekend_vanaf"].max().clip(upper=known_on)
        types = pd.DataFrame(
            [(pair, answer) for pair, answers in ANSWER_TYPES.items() for answer in answers],
            columns=["paar", "soort"],
        )
        told = sent[["gemeente", "wet", "soort"]].drop_duplicates().merge(types, on="soort")
        told = told[["gemeente", "wet", "paar"]].drop_duplicates().assign(bekend=True)
        rows = self._table(
            "antwoord",
            ("gemeente", "wet", "paar", "termijn", "vanaf", "beantwoord_op", "partij", "uitgesloten"),
        )
        rows = rows[rows["uitgesloten"].isna()].merge(self._deadlines(), on=["termijn", "vanaf"])
        rows = rows.merge(through.rename("beoordeeld_op"), on=["gemeente", "wet"], how="left")
        rows = rows.merge(told, on=["gemeente", "wet", "paar"], how="left")
        late = rows["bekend"].notna() & (rows["uiterlijk"] < rows["beoordeeld_op"].fillna(known_on))
        rows = rows[rows["beantwoord_op"].notna() | late]
        in_time, own = rows["beantwoord_op"] <= rows["uiterlijk"], rows["partij"] == "gemeente"
        judged = pd.DataFrame(
            {
                "periode": rows["periode"],
                "gemeente": rows["gemeente"],
                "op_tijd": in_time,
                "beoordeeld": 1,
                "gemeente_op_tijd": in_time & own,
                "gemeente_beoordeeld": own,
                "aanbieders_op_tijd": in_time & ~own,
                "aanbieders_beoordeeld": ~own,
            }
        )
        return judged.groupby(_PLACE).sum()

    def _costs(self) -> pd.DataFrame:
        division = self.asked.division().to_pandas()
        rows = self._table("realisatie", ("gemeente", "taakveld", "jaar", "maand", "lasten_cent"))
        rows = rows.merge(division[division["sociaal_domein"]], on=["taakveld", "jaar"])
        rows = rows.merge(self.periods, on="jaar")
        rows = rows[rows["maand"] <= rows["tot_maand"]]
        plain = rows[~rows["wsw_of_uitkering"]]
        return pd.DataFrame(
            {
                "lasten_zonder_wsw_en_uitkeringen_cent": plain.groupby(_PLACE)["lasten_cent"].sum(),
                "lasten_totaal_cent": rows.groupby(_PLACE)["lasten_cent"].sum(),
            }
        ).fillna(0)
