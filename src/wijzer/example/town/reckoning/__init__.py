"""Counting the truth: the six indicators from the books of the simulation, and from what really happened.

This code shares nothing with ``facts`` and ``indicators``: it counts the simulation's own objects, so that a
mistake there shows as a difference.
"""

from __future__ import annotations

from wijzer.example.town.reckoning.administrative import administrative
from wijzer.example.town.reckoning.counted import Counted
from wijzer.example.town.reckoning.real import real

__all__ = ["Counted", "administrative", "real"]
