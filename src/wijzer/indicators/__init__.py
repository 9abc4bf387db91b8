"""Indicators: one file each, declared as data, computed in Ibis from fact tables.

They yield counts and sums with the persons behind them. Ratios, thresholds and sentences live to the
right of here, in ``disclosure`` and ``steering``.
"""
