"""Risk: which cells tell of somebody, by rules that are data."""

from wijzer.disclosure.risk.read import read_rules
from wijzer.disclosure.risk.rules import Dominance, PPercent, Protection, Reason, Risk, Rules

__all__ = ["Dominance", "PPercent", "Protection", "Reason", "Risk", "Rules", "read_rules"]
