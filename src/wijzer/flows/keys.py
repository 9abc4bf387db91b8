"""The key of a workspace, read from the environment or from its file outside ``data/``."""

from __future__ import annotations

import os
from pathlib import Path

from wijzer.intake.keys import Keys

ENVIRONMENT = "WIJZER_SLEUTEL"


def read(path: Path, data: Path) -> Keys:
    """Return the keys: from the environment when it has one, else from ``path``, never inside ``data``.

    Raises KeyProblem (Dutch) when the key is lost, malformed or kept in the wrong place.
    """
    text = os.environ.get(ENVIRONMENT)
    if text is not None:
        return Keys.from_text(text, f"omgevingsvariabele {ENVIRONMENT}")
    return Keys.from_file(path, outside=data)
