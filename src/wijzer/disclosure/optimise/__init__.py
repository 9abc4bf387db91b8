"""Complementary suppression: what else is withheld, so that no sensitive cell can be estimated too well."""

from wijzer.disclosure.optimise.errors import CannotProtect
from wijzer.disclosure.optimise.plan import Plan, suppress
from wijzer.disclosure.optimise.problem import Problem, Weight, problem_of
from wijzer.disclosure.optimise.whole import suppress_whole

__all__ = ["CannotProtect", "Plan", "Problem", "Weight", "problem_of", "suppress", "suppress_whole"]
