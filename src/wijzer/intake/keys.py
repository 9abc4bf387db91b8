"""The key of a workspace: it pseudonymises persons and encrypts originals, and lives outside ``data/``.

One file with 64 hexadecimal characters (32 bytes). From it HKDF-SHA256 derives a key for each use, so
that a pseudonym never tells anything about the archive. The journal keeps a check value, from which
the key cannot be found back, so that another key is noticed before anything is written.
"""

from __future__ import annotations

import hmac
import os
import re
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wijzer.intake.problems import KeyProblem, system_reason
from wijzer.intake.store import PRIVATE_FILE, PRIVATE_FOLDER

_KEY_TEXT = re.compile(r"[0-9a-fA-F]{64}")
_WHAT_NOW = (
    "Zet de bewaarde kopie van de sleutel terug. Is die er niet meer, dan kunnen bestaande gegevens niet "
    "worden aangevuld: begin een nieuwe werkmap met een nieuwe sleutel en neem alles opnieuw in."
)


@dataclass(frozen=True, slots=True)
class Keys:
    """The derived keys; shown nowhere (``repr`` hides them)."""

    pseudonym: bytes = field(repr=False)
    archive: bytes = field(repr=False)
    names: bytes = field(repr=False)
    check: str = field(repr=False)
    origin: str = ""

    @classmethod
    def create(cls, path: Path) -> Keys:
        """Write a new random key to ``path`` (mode 0600) and return its keys.

        Raises KeyProblem when a file is already there: a key is never overwritten.
        """
        try:
            path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE_FILE)
        except FileExistsError:
            raise KeyProblem(
                f"Op {path} staat al een sleutel. Een sleutel wordt nooit overschreven: kies een andere "
                "plek, of gebruik de sleutel die er staat."
            ) from None
        except OSError as error:
            reason = system_reason(error)
            raise KeyProblem(
                f"De sleutel kan niet worden gemaakt op {path} ({reason}). "
                "Kies een map waarin u mag schrijven."
            ) from error
        text = secrets.token_hex(32)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        return cls.from_text(text, str(path))

    @classmethod
    def from_file(cls, path: Path, outside: Path | None = None) -> Keys:
        """Read the key from ``path``, which must not lie in the folder ``outside`` (the ``data/`` folder).

        Raises KeyProblem when the file is missing, unreadable, malformed or inside ``outside``.
        """
        if outside is not None and path.resolve().is_relative_to(outside.resolve()):
            raise KeyProblem(
                f"De sleutel {path} ligt in de map {outside}. Wie die map kopieert, heeft dan ook de "
                "sleutel. Verplaats de sleutel naar een plek daarbuiten en pas wijzer.toml aan."
            )
        try:
            text = path.read_text(encoding="ascii")
        except FileNotFoundError:
            raise KeyProblem(f"De sleutel ontbreekt: {path} bestaat niet. {_WHAT_NOW}") from None
        except (OSError, UnicodeDecodeError) as error:
            reason = system_reason(error) if isinstance(error, OSError) else "geen leesbare tekst"
            raise KeyProblem(f"De sleutel {path} kan niet worden gelezen ({reason}). {_WHAT_NOW}") from error
        return cls.from_text(text, str(path))

    @classmethod
    def from_text(cls, text: str, origin: str) -> Keys:
        """Make the keys from 64 hexadecimal characters; ``origin`` says in errors where they came from."""
        if not _KEY_TEXT.fullmatch(text.strip()):
            raise KeyProblem(
                f"De sleutel uit {origin} is geen sleutel van Wijzer: verwacht zijn 64 tekens 0-9 en a-f. "
                + _WHAT_NOW
            )
        secret = bytes.fromhex(text.strip())

        def derive(use: str) -> bytes:
            return HKDF(SHA256(), 32, salt=None, info=b"wijzer 1 " + use.encode()).derive(secret)

        check = hmac.digest(derive("controle"), b"wijzer", "sha256").hex()[:32]
        return cls(derive("pseudoniem"), derive("archief"), derive("namen"), check, origin)

    def must_equal(self, known_check: str) -> None:
        """Raise KeyProblem when the data were made with another key (``known_check`` of the journal)."""
        if not hmac.compare_digest(self.check, known_check):
            raise KeyProblem(
                f"De sleutel uit {self.origin} is niet de sleutel waarmee deze werkmap is gevuld. Er is "
                f"niets geschreven. {_WHAT_NOW}"
            )
