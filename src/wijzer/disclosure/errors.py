"""What disclosure control refuses.

DisclosureError
├── NotPublishable        something that is no ``Publishable`` was offered, or one was made outside this room
└── UnprotectableResult   a result lacks what protection needs, so it is not published at all
"""

from __future__ import annotations


class DisclosureError(Exception):
    """Anything that disclosure control refuses."""


class NotPublishable(DisclosureError, TypeError):  # noqa: N818
    """Something else than a ``Publishable`` was offered, or somebody tried to make one elsewhere."""


class UnprotectableResult(DisclosureError, ValueError):  # noqa: N818
    """A result cannot be protected (no number of persons where persons are behind it, a breakdown)."""
