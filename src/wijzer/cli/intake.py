"""The verbs about files: intake, check and template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from wijzer import flows
from wijzer.cli.jobs import add
from wijzer.cli.options import HERE, AsJson, Folder
from wijzer.cli.output import progress_bar, say, say_item, say_json, say_table
from wijzer.flows.errors import ATTENTION, DONE
from wijzer.values.euro import format_cents

if TYPE_CHECKING:
    from wijzer.flows.checking import Finding
    from wijzer.flows.taking_in import FileOutcome, IntakeResult
    from wijzer.flows.unmapped import UnmappedProduct


def register(app: typer.Typer) -> None:
    """Add the verbs to ``app``."""
    add(app, intake, check, template)


def intake(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PAD", help="Bestanden, mappen of zips. Zonder: de map inbox."),
    ] = None,
    folder: Folder = HERE,
    processes: Annotated[
        int, typer.Option(min=1, metavar="AANTAL", help="Hoeveel processen tegelijk lezen; 1 of meer.")
    ] = 1,
    json: AsJson = False,
) -> int:
    """Neem berichten en tabellen in."""
    workspace = flows.load(folder)
    with progress_bar("innemen") as report:
        result = flows.take_in(workspace, paths or [workspace.inbox], processes, report)
    if json:
        say_json(
            {
                "ingenomen": result.taken_in,
                "al_bekend": result.already_known,
                "apart_gezet": result.set_aside,
                "bestanden": [_as_dict(outcome) for outcome in result.outcomes],
            }
        )
    else:
        _tell(result, flows.unmapped_products(workspace))
    return ATTENTION if result.set_aside else DONE


def _as_dict(outcome: FileOutcome) -> dict[str, Any]:
    return {
        "bestand": outcome.path,
        "uitkomst": outcome.status,
        "soort": outcome.what,
        "reden": outcome.reason,
        "toelichting": list(outcome.details),
        "verslag": None if outcome.report is None else str(outcome.report),
        "regels": outcome.rows,
        "bevindingen": outcome.warnings,
    }


def _tell(result: IntakeResult, unmapped: Sequence[UnmappedProduct]) -> None:
    aside = [outcome for outcome in result.outcomes if outcome.status == "set_aside"]
    if aside:
        say("Apart gezet:")
        for outcome in aside:
            report = f"Verslag: {outcome.report}" if outcome.report else None
            say_item(f"  {outcome.path}", outcome.reason, report)
        say()
    say(f"Ingenomen: {result.taken_in}. Al bekend: {result.already_known}. Apart gezet: {result.set_aside}.")
    if warnings := sum(outcome.warnings for outcome in result.outcomes):
        say(f"Bevindingen in ingenomen berichten: {warnings}. Zie ze met 'wijzer check BESTAND'.")
    if unmapped:
        say()
        say("Producten zonder betekenis (vul de tabel producten aan), de duurste eerst:")
        rows = [(p.gemeente, p.name, format_cents(p.cents), p.assignments) for p in unmapped]
        say_table(["gemeente", "product", "gedeclareerd", "toewijzingen"], rows)


def check(
    files: Annotated[list[Path], typer.Argument(metavar="BESTAND", help="Berichten om na te kijken.")],
    json: AsJson = False,
) -> int:
    """Kijk na of een bericht aan de standaard voldoet (exit 0: het officiële schema zou het aannemen)."""
    reports = [flows.check(path) for path in files]
    if json:
        say_json([report.as_dict() for report in reports])
    else:
        for report in reports:
            say(f"{report.name}: {report.verdict}")
            for finding in report.findings:
                _tell_finding(finding)
    return DONE if all(report.accepted for report in reports) else ATTENTION


def _tell_finding(finding: Finding) -> None:
    line = f"regel {finding.line} van het bestand" if finding.line else None
    rules = ", ".join(finding.rule_ids)
    say_item(
        f"  {finding.severity}: {finding.message}",
        f"Verwacht: {finding.expected}" if finding.expected else None,
        f"Plaats: {', '.join(filter(None, (finding.path, line)))}" if finding.path or line else None,
        f"Regel van de standaard: {rules}" if rules else None,
        f"{finding.count} keer in dit bestand" if finding.count > 1 else None,
    )


def template(
    name: Annotated[str | None, typer.Argument(metavar="NAAM", help="Zonder naam: de lijst.")] = None,
    to: Annotated[Path | None, typer.Option("--naar", metavar="BESTAND", help="Bestand om te maken.")] = None,
) -> int:
    """Maak een lege tabel met uitleg (XLSX) voor een aanlevering."""
    if name is None:
        say_table(["naam", "waarvoor"], flows.template_list())
        return DONE
    path = flows.write_template(name, to or Path(f"{name}.xlsx"))
    say(f"Gemaakt: {path}")
    return DONE
