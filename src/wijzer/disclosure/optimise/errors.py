"""What cannot be protected.

DisclosureError
└── CannotProtect   a sensitive cell follows from what stays known, whatever else is withheld
"""

from __future__ import annotations

from wijzer.disclosure.errors import DisclosureError
from wijzer.disclosure.tables import Key


class CannotProtect(DisclosureError, ValueError):  # noqa: N818
    """Sensitive cells that follow from numbers that stay known (published before, or not ours to hide)."""

    def __init__(self, keys: tuple[Key, ...]) -> None:
        self.keys = keys
        names = "; ".join(key.label for key in keys)
        super().__init__(f"niet te beschermen, want het volgt uit wat al bekend is: {names}")
