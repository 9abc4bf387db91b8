"""Reference pages of the deliveries, one a delivery, made from the declarations."""

from __future__ import annotations

from collections.abc import Mapping

from wijzer.intake.deliveries import DELIVERIES, Delivery
from wijzer.intake.template import explanation, replacement


def pages() -> Mapping[str, str]:
    """Return the path below ``docs/`` and the Markdown of each page."""
    result = {f"sjablonen/{declared.name}.md": _page(declared) for declared in DELIVERIES}
    result["sjablonen/README.md"] = _overview()
    return result


def _overview() -> str:
    lines = [
        "# Sjablonen",
        "",
        "Tabellen die een gemeente aanlevert. `wijzer template NAAM` schrijft een leeg Excelbestand met",
        "uitleg en toegestane waarden. CSV mag ook: met `;` of `,`, in UTF-8 of Windows-1252.",
        "",
        "| Naam | Wat het is | Te vragen aan |",
        "| --- | --- | --- |",
        *(f"| [{one.name}]({one.name}.md) | {one.purpose} | {one.asked_of} |" for one in DELIVERIES),
    ]
    return "\n".join(lines) + "\n"


def _page(declared: Delivery) -> str:
    lines = [
        f"# {declared.title}",
        "",
        declared.purpose,
        "",
        f"Te vragen aan: {declared.asked_of}",
        "",
        f"Eén rij per {', '.join(declared.key)}. {replacement(declared)}",
        "",
        "| Kolom | Verplicht | Vorm | Betekenis | Voorbeeld | Persoonsgegeven |",
        "| --- | --- | --- | --- | --- | --- |",
        *(f"| {' | '.join(explanation(column))} |" for column in declared.columns),
    ]
    for first, second in declared.ordered:
        lines += ["", f"`{first}` ligt niet na `{second}`."]
    choices = [(column.name, choice) for column in declared.columns for choice in column.choices]
    if choices:
        lines += ["", "## Toegestane waarden", "", "| Kolom | Waarde | Betekenis |", "| --- | --- | --- |"]
        lines += [f"| {name} | {choice.value} | {choice.meaning} |" for name, choice in choices]
    return "\n".join(lines) + "\n"
