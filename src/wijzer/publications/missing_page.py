"""The page with what is missing: measurements, start values, targets, numbers, deliveries, links."""

from __future__ import annotations

from typing import Any

from wijzer.publications.site import Site
from wijzer.publications.views import NeedleView

_FACES = ("ontbreekt", "te_oud", "te_weinig", "voorlopig", "geen_startwaarde", "geen_streefwaarde")


def missing_context(
    site: Site,
    gemeente: str,
    views: dict[str, NeedleView],
    speerpunten: list[tuple[str, str, str, list[Any]]],
) -> dict[str, Any]:
    """Gather what a gemeente still lacks for all its needles to stand somewhere."""
    measured = [view for view in views.values() if view.text.measured]
    late = [d for d in site.deliveries if d.gemeente == gemeente and d.is_late]
    unlinked = [
        (file, view.actie)
        for _, _, file, acties in speerpunten
        for view in acties
        if view.needle.state == "geen_koppeling"
    ]
    return {
        "unmeasured": [view for view in views.values() if not view.text.measured],
        "without_hand": [view for face in _FACES for view in measured if view.needle.face == face],
        "without_decision": [
            view for view in views.values() if view.needle.target and not view.needle.target.decision
        ],
        "late": sorted(late, key=lambda delivery: delivery.label),
        "on_time": sum(d.gemeente == gemeente and not d.is_late for d in site.deliveries),
        "unlinked": unlinked,
    }
