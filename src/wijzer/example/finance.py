"""What the social domain of the standard pair cost in 2019.

The totals per heading are those that Duiven and Westervoort published (*Toekomstvisie Samen sterk*); how a
heading falls apart over taakvelden is invented.
"""

from __future__ import annotations

LASTEN_2019: dict[str, dict[str, dict[str, int]]] = {
    "0293": {
        "Onderwijs": {"4.2": 800_000, "4.3": 512_602},
        "Cultuur": {"5.3": 703_137},
        "Sport, recreatie en openbaar groen": {"5.1": 600_000, "5.7": 1_131_317},
        "Samenleving en volksgezondheid": {"6.1": 900_000, "6.2": 700_000, "7.1": 527_721},
        "Wmo": {"6.6": 900_000, "6.71": 3_406_724, "6.81": 300_000},
        "Jeugd": {"6.72": 5_140_560, "6.82": 700_000},
        "Participatie": {"6.3": 3_900_000, "6.4": 900_000, "6.5": 582_860},
    },
    "0226": {
        "Onderwijs": {"4.2": 1_000_000, "4.3": 822_818},
        "Cultuur": {"5.3": 802_640},
        "Sport, recreatie en openbaar groen": {"5.1": 1_000_000, "5.7": 1_762_330},
        "Samenleving en volksgezondheid": {"6.1": 1_500_000, "6.2": 1_200_000, "7.1": 826_186},
        "Wmo": {"6.6": 1_200_000, "6.71": 4_319_442, "6.81": 500_000},
        "Jeugd": {"6.72": 6_644_160, "6.82": 900_000},
        "Participatie": {"6.3": 4_800_000, "6.4": 1_200_000, "6.5": 721_447},
    },
}
"""Lasten in euro of 2019: gemeente → published heading → taakveld. Each heading adds up to its total."""
