"""Publish: an edition, the targets and the programme become a folder of pages with needles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wijzer.disclosure import Publishable
from wijzer.flows.editions import read_edition
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.sources import sources_of
from wijzer.flows.workspace import Workspace
from wijzer.indicators.register import all_indicators
from wijzer.publications import (
    Delivery,
    FolderInUse,
    IndicatorText,
    Site,
    describe,
    describe_unmeasured,
    write_site,
)
from wijzer.steering import Target, read_programme, read_targets

TITLE = "Samen sterk"
STYLE = "tokens.css"


def publish(workspace: Workspace, folder: Path | None = None) -> Path:
    """Write the pages of the newest edition and return the first of them.

    A file ``config/tokens.css`` gives the pages the house style of the town.
    """
    target_folder = folder or workspace.site
    config = workspace.config
    named = read_edition(workspace)
    edition = named.edition
    targets = tuple(
        target
        for target in read_targets(config / "indicatoren.csv")
        if target.gemeente in workspace.settings.gemeente_codes
    )
    site = Site(
        title=TITLE,
        gemeenten=dict(workspace.settings.gemeenten),
        reference_day=edition.known_on,
        edition=named.name,
        indicators=texts_of(targets, edition.values),
        values=edition.values,
        targets=targets,
        programme=read_programme(
            config / "acties.csv", config / "koppelingen.csv", {target.indicator for target in targets}
        ),
        notice=workspace.settings.notice,
        deliveries=tuple(
            Delivery(source.gemeente, source.label, source.newest, source.expected, source.effect)
            for source in sources_of(workspace, edition.known_on)
        ),
    )
    style = config / STYLE
    try:
        files = write_site(
            target_folder, site, style.read_text(encoding="utf-8") if style.is_file() else None
        )
    except FolderInUse as error:
        raise WorkspaceError(str(error), str(target_folder), "Geef een andere map met --naar.") from None
    return files[0]


def texts_of(targets: Sequence[Target], values: Sequence[Publishable]) -> tuple[IndicatorText, ...]:
    """Give the texts of every indicator that has a target or a value, in the order of the 26."""
    by_id = {target.indicator: target for target in targets}
    valued = {value.indicator for value in values}
    texts = []
    for indicator in all_indicators():
        target = by_id.pop(indicator.id, None)
        if target is not None or indicator.id in valued:
            opgave = target.opgave if target else ""
            texts.append(describe(indicator, opgave, target.source if target else ""))
    texts += [describe_unmeasured(target) for target in by_id.values()]
    return tuple(sorted(texts, key=lambda text: (text.nr is None, text.nr, text.id)))
