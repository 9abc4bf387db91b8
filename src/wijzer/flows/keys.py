"""The key of a workspace: made once, kept outside ``data/``, read from a file or the environment.

It makes the pseudonyms of persons and encrypts the archive. Whoever loses it can no longer add to the
workspace; whoever has it beside ``data/`` can find persons again. So they are never kept in one place.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from wijzer.flows.errors import WorkspaceKeyError

ENVIRONMENT = "WIJZER_SLEUTEL"
_LENGTH = 32


def make(path: Path) -> None:
    """Write a new random key of 32 bytes (as 64 hexadecimal digits) to ``path``, for the owner only."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(_LENGTH) + "\n")


def read(path: Path) -> bytes:
    """Return the 32 bytes of the key: from the environment when it is there, else from ``path``."""
    text = os.environ.get(ENVIRONMENT)
    where = f"omgevingsvariabele {ENVIRONMENT}"
    if text is None:
        where = str(path)
        try:
            text = path.read_text(encoding="ascii")
        except FileNotFoundError:
            raise WorkspaceKeyError(
                "De sleutel van deze werkmap ontbreekt.",
                where,
                f"Zet het sleutelbestand terug, of geef de sleutel in {ENVIRONMENT}. Maak geen nieuwe: "
                "met een andere sleutel zijn personen en archief niet meer te lezen.",
            ) from None
        except (OSError, UnicodeDecodeError):
            raise WorkspaceKeyError(
                "De sleutel van deze werkmap kan niet worden gelezen.",
                where,
                "Zet het sleutelbestand terug uit een reservekopie en geef uzelf leesrecht.",
            ) from None
    try:
        key = bytes.fromhex(text.strip())
    except ValueError:
        key = b""
    if len(key) != _LENGTH:
        raise WorkspaceKeyError(
            "De sleutel van deze werkmap heeft niet de goede vorm.",
            where,
            "Verwacht zijn 64 tekens 0-9 en a-f. Zet de oorspronkelijke sleutel terug uit een reservekopie.",
        )
    return key
