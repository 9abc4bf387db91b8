"""What can go wrong between a table and a database."""

from __future__ import annotations


class EngineError(Exception):
    """A dataset cannot be used: says which, what was expected and what to do. Never holds values."""
