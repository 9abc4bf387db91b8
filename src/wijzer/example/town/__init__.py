"""The model municipality: a seeded micro-simulation of a town whose truth is known.

It lives people, needs, decisions, care, providers and money, and writes a folder: ``inbox`` holds the
messages and tables that a real municipality would receive, ``truth`` what really happened. Read it in the
order of the story: ``places`` and ``gemeenten``, ``population``, ``families``, ``kinds`` and ``needs``,
``care``, then ``granting``, ``requesting``, ``reporting`` and ``declaring`` for the messages, ``books`` and
``reckoning`` for the truth.
"""

from __future__ import annotations

from wijzer.example.town.gemeenten import gemeente, made_up
from wijzer.example.town.levers import LEVERS, Lever
from wijzer.example.town.places import PAIR
from wijzer.example.town.settings import Settings
from wijzer.example.town.write import TownSummary, write

__all__ = ["LEVERS", "PAIR", "Lever", "Settings", "TownSummary", "gemeente", "made_up", "write"]
