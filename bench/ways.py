"""The ways that are measured beside each other: name → module, class, options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

WAYS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = {
    "wijzer": ("bench.peers.ours", "Ours", {}),
    "wijzer_kaal": ("bench.peers.ours", "OursBare", {}),
    "sql": ("bench.peers.by_sql", "BySql", {}),
    "polars": ("bench.peers.by_polars", "ByPolars", {}),
    "pandas": ("bench.peers.by_pandas", "ByPandas", {}),
}
LARGEST = {"pandas": 1_500_000}
"""Up to how many lines a way is measured; without a number always."""
