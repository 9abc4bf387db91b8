"""Reference pages of the deliveries, one a delivery, made from the declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    for rule in rules(declared):
        lines += ["", rule]
    choices = [(column.name, choice) for column in declared.columns for choice in column.choices]
    if choices:
        lines += ["", "## Toegestane waarden", "", "| Kolom | Waarde | Betekenis |", "| --- | --- | --- |"]
        lines += [f"| {name} | {choice.value} | {choice.meaning} |" for name, choice in choices]
    return "\n".join(lines) + "\n"


def rules(declared: Delivery) -> Iterator[str]:
    """Say in Dutch what is checked of the content, one sentence a rule."""
    for names in declared.ordered:
        dates = declared.column(names[0]).kind == "date"
        if len(names) > 2:
            yield f"{'In volgorde van tijd' if dates else 'Van klein naar groot'}: {_named(names)}."
        else:
            yield f"`{names[0]}` {'ligt niet na' if dates else 'is niet meer dan'} `{names[1]}`."
    if declared.same:
        yield f"Binnen één {', '.join(declared.replaces)} is {_named(declared.same)} op elke regel hetzelfde."
    for demand in declared.demands:
        yield f"`{demand.other}` is {'gevuld' if demand.filled else 'leeg'} {demand.when}."


def _named(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)
