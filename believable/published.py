"""The published figures that the town is laid beside, each with its source.

Figures of the size class are worked out from the source (``tests/believable`` does so again when the source
is at hand); the others are quoted.
"""

from __future__ import annotations

VISION = "vision *Samen sterk*, Duiven and Westervoort, 2020"
RESULTS = "results of *Samen sterk*, Westervoort, 2022"
KWB = "CBS, Kerncijfers wijken en buurten 2020"
OUTSIDE = "†"
"""Mark of a figure that is quoted from outside the stored sources, so that no test reads it again."""

RESIDENTS = {
    "0293": {"residents": 14_971, "men": 7_375, "households": 6_697, "single": 2_033, "children": 2_400,
             "ages": (2_224, 1_557, 3_405, 4_767, 3_018)},
    "0226": {"residents": 25_126, "men": 12_410, "households": 10_664, "single": 2_969, "children": 4_183,
             "ages": (3_688, 3_168, 4_989, 8_468, 4_813)},
}  # fmt: skip
"""Of 1 January 2020 (CBS, Kerncijfers wijken en buurten): residents, men, households, those of one person and
with children, residents by age (0-14, 15-24, 25-44, 45-64, 65 and older)."""

BUURTEN = {
    "Het Broek": (145, 50), "West": (3_530, 1_690), "Oud Zuid": (2_710, 1_150), "Centrum": (785, 375),
    "De Vergert": (2_355, 975), "De Nieuweling": (1_425, 485), "De Ploen": (920, 350), "Noord": (875, 400),
    "Lommerweide": (1_640, 690), "Zuidwest": (3_175, 1_300), "Zuidoost": (4_415, 1_985),
    "Groessen": (2_005, 770),
    "Loo Gld": (1_130, 435), "Westervoort": (5_920, 2_615), "Westervoort-Broeklanden": (1_430, 660),
    "Westervoort-Lange Maat en Hoogeind": (3_075, 1_400), "De Leigraaf-De Steenderens": (2_155, 915),
    "De Ganzepoel-Schans": (2_320, 1_070), "Verspreide huizen Westervoort": (65, 30),
}  # fmt: skip
"""Residents and households by buurt (same source, rounded to five by CBS)."""

BIRTHS, DEATHS = 9.8, 8.8
"""Per 1,000 residents, the Netherlands 2019 (CBS, StatLine)."""
OLDER_IN_TEN_YEARS = 50
"""Growth of the number of residents of 65 and older in Westervoort in ten years, per cent ("almost")."""

SIZE_CLASS = {"0293": (10_000, 20_000), "0226": (20_000, 30_000)}
HOUSEHOLD_HELP = {
    "0293": {"2019-1": (57, 18, 23, 27), "2019-2": (56, 20, 24, 29), "2020-1": (56, 20, 24, 30)},
    "0226": {"2019-1": (87, 19, 23, 27), "2019-2": (85, 20, 25, 28), "2020-1": (88, 21, 26, 30)},
}
"""Clients with household help per 1,000 residents by half-year in gemeenten of the size class: how many
gemeenten, first quartile, median, third quartile (CBS, Wmo-cliënten; rounded)."""
YOUTH_OF_CLASS = {"0293": (59, 7.7, 8.4, 9.8), "0226": (87, 8.1, 9.2, 10.5)}
"""Young people with youth care in kind in 2019, per cent of all younger than 23, in the same way."""
YOUTH = {"0226": (12.5, 10.4), "0293": (None, 10.5)}
"""Share of young people that uses youth care, and of comparable gemeenten (vision; no age is given)."""
YOUTH_UNDER_18 = 12.2
"""Per cent of all younger than 18 with youth help in 2019, the Netherlands (CBS: 411,000 of 3.4 million)."""
YOUTH_IN_RESIDENCE = 10
"""Per cent of the young people with youth help that stays somewhere for it (CBS, Jeugdhulp 2019)."""

HOURS = {"2019-Q4": 3.07, "2022-Q2": 2.85}
"""Hours of household help a week per client in Westervoort: December 2019, and as told in 2022."""
HOURS_WANTED = 2.5

OF_AGE = {
    "wmo": (4, 17, 20, 136, 517, 314, 228, 220, 230, 228, 233, 240, 261, 286, 348, 569, 959, 1397, 1638),
    "jw": (412, 1089, 1518, 1642, 55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
}
"""Euro a year per resident by class of five years of age, the last from 90 (CPB, 2022)."""

SPENDING_2019 = {
    "0226": {"Onderwijs": 1_822_818, "Cultuur": 802_640, "Sport, recreatie en openbaar groen": 2_762_330,
             "Samenleving en volksgezondheid": 3_526_186, "Wmo": 6_019_442, "Jeugd": 7_544_160,
             "Participatie": 6_721_447},
    "0293": {"Onderwijs": 1_312_602, "Cultuur": 703_137, "Sport, recreatie en openbaar groen": 1_731_317,
             "Samenleving en volksgezondheid": 2_127_721, "Wmo": 4_606_724, "Jeugd": 5_840_560,
             "Participatie": 5_382_860},
}  # fmt: skip
"""Euro in 2019 by heading (vision)."""

PROVIDERS = {
    "Household help (Wmo)": (61, 25),
    "Sheltered living (Wmo)": (78, 24),
    "Youth: residence": (107, 37),
    "Youth protection": (39, 4),
    "Youth: treatment": (452, 178),
    "Support (Wmo and youth)": (515, 242),
    "Group support (Wmo and youth)": (281, 84),
}
"""Providers with a contract in the region before and after July 2020 (results)."""

MUNICIPAL_ROAD = 33
"""Per cent of granted youth care decided together with a consulent: "about one third" (vision)."""
REFERRERS = {"01": 31.3, "02": 35.5, "03": 2.8, "04": 9.3, "05": 4.8, "06": 15.1, "08": 0.4}
"""Per cent of youth help by referrer, of list COD327, the Netherlands 2021 (CBS, table 85096NED)."""
DURATION = {"0-3": 16.1, "3-6": 17.2, "6-12": 29.6, "12-24": 23.3, "24-36": 6.7, "36-48": 3.1, "48+": 3.9}
"""Per cent of ended youth help by months that it lasted, the Netherlands 2021 (same table)."""

ON_BENEFIT = {"0293": 380, "0226": 470}
"""People with bijstand (CBS, Kerncijfers wijken en buurten 2020; rounded to ten)."""
BENEFITS = {
    code: round(1000 * people / sum(RESIDENTS[code]["ages"][1:4])) for code, people in ON_BENEFIT.items()
}
"""The same per 1,000 residents of 15 to 64: 28 in Duiven, as the vision says (and 40 in the country)."""

SAVINGS = {
    "dyslexie": (24_000, 24_000),
    "minder_uren": (127_000, 341_000),
    "algemene_voorziening": (56_000, 0),
    "vervoer": (24_000, 59_000),
    "groepsbegeleiding": (146_000, 292_000),
    "begeleiding": (287_000, 574_000),
    "soj_poh": (200_000, 200_000),
    "jongerencoach": (200_000, 200_000),
}
"""Euro saved in Westervoort in 2021, and in "2022-2024" (a year or in total is not said), as the gemeente
worked it out (results)."""
CLAIMED_YEARS = 3
"""By so many years the second amount is divided where it is read as a total."""
COUNTED_OFF, CLAIMED = 69_000, (995_000, 1_621_000)
"""Euro that the source subtracts for what its acties cost, though it calls its amounts net of investments,
and what it then claims in all (2021, 2022-2024)."""
