"""Measurements: how fast and how lean the house is, beside bare parsing and hand-written SQL."""
