"""Templates: the empty tables that a town fills and delivers."""

from __future__ import annotations

from pathlib import Path

from wijzer.flows.errors import WijzerError
from wijzer.intake import delivery, delivery_names, template
from wijzer.intake.problems import system_reason


def template_list() -> list[tuple[str, str]]:
    """List the templates: name and what for."""
    return [(name, delivery(name).purpose) for name in delivery_names()]


def write_template(name: str, path: Path) -> Path:
    """Write the template ``name`` to ``path``; an existing file is never overwritten."""
    if name not in delivery_names():
        raise WijzerError(
            f"Er is geen sjabloon '{name}'.", "NAAM", f"Kies uit: {', '.join(delivery_names())}."
        )
    try:
        with path.open("xb") as file:
            file.write(template(name))
    except FileExistsError:
        raise WijzerError(
            "Dit bestand bestaat al en wordt niet overschreven.",
            str(path),
            "Geef een andere naam met --naar.",
        ) from None
    except OSError as error:
        raise WijzerError(
            "Het sjabloon kan hier niet worden geschreven.",
            str(path),
            f"Kies een map waarin u mag schrijven ({system_reason(error)}).",
        ) from None
    return path
