"""The pages of a site, as text by path: overview, a page per indicator and speerpunt, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from wijzer.publications.indicator_page import indicator_context
from wijzer.publications.missing_page import missing_context
from wijzer.publications.outcome import OUTCOMES, sign
from wijzer.publications.site import IndicatorText, Site
from wijzer.publications.views import NeedleView, actie_view, needle_view, needles_of, slug, tally
from wijzer.steering import FACES, dutch_date

FINANCE = "Financiën"


@dataclass(frozen=True, slots=True)
class Town:
    """One gemeente of the site: code, name, folder and all its needles by indicator."""

    code: str
    name: str
    folder: str
    views: dict[str, NeedleView]


@dataclass(frozen=True, slots=True)
class Opgave:
    """A group of indicators on an overview: those with a measurement, and the others."""

    name: str
    anchor: str
    measured: tuple[IndicatorText, ...]
    unmeasured: tuple[IndicatorText, ...]


def render_pages(site: Site) -> dict[str, str]:
    """Return all pages by path below the folder of the site, ``index.html`` first."""
    towns = [_town(site, code) for code in site.gemeenten]
    environment = Environment(
        loader=PackageLoader("wijzer.publications", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["dutch_date"] = dutch_date
    environment.filters["lower_first"] = lambda text: text[:1].lower() + text[1:]
    environment.filters["upper_first"] = lambda text: text[:1].upper() + text[1:]
    environment.filters["slug"] = slug
    environment.globals.update(site=site, towns=towns, faces=FACES, outcomes=OUTCOMES, sign=sign)
    pages = {}
    for path, template, context in _pages(site, towns):
        root = "../" * path.count("/")
        text = environment.get_template(template).render(root=root, path=path, **context)
        pages[path] = text.rstrip() + "\n"
    return pages


def _town(site: Site, code: str) -> Town:
    needles = needles_of(site, code)
    views = {text.id: needle_view(site, text, code, needles[text.id]) for text in site.indicators}
    return Town(code, site.gemeenten[code], slug(site.gemeenten[code]), views)


def _pages(site: Site, towns: list[Town]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    opgaven = _opgaven(site)
    yield "index.html", "overview.html.j2", {"shown": towns, "town": None, "opgaven": opgaven, "tally": tally}
    yield "uitleg.html", "reading.html.j2", {"town": None}
    for town in towns:
        about = {"town": town}
        yield (
            f"{town.folder}/index.html",
            "overview.html.j2",
            {**about, "shown": [town], "opgaven": opgaven, "tally": tally},
        )
        for text in site.indicators:
            context = indicator_context(site, text, town.views[text.id])
            yield f"{town.folder}/{text.id}.html", "indicator.html.j2", {**about, **context}
        speerpunten = [
            (
                opgave,
                name,
                f"speerpunt-{number}",
                [actie_view(site, a, town.code, town.views) for a in acties],
            )
            for number, ((opgave, name), acties) in enumerate(site.programme.speerpunten().items(), 1)
        ]
        yield f"{town.folder}/programma.html", "programme.html.j2", {**about, "speerpunten": speerpunten}
        for opgave, name, file, acties in speerpunten:
            yield (
                f"{town.folder}/{file}.html",
                "speerpunt.html.j2",
                {**about, "opgave": opgave, "name": name, "acties": acties},
            )
        missing = missing_context(site, town.code, town.views, speerpunten)
        yield f"{town.folder}/ontbreekt.html", "missing.html.j2", {**about, **missing}


def _opgaven(site: Site) -> list[Opgave]:
    """Group the indicators in the order in which the opgaven appear; Financiën, a group of its own, last."""
    names = list(dict.fromkeys(text.opgave for text in site.indicators))
    names.sort(key=lambda name: name == FINANCE)
    result = []
    for name in names:
        texts = [text for text in site.indicators if text.opgave == name]
        measured = tuple(text for text in texts if text.measured)
        result.append(Opgave(name, slug(name), measured, tuple(t for t in texts if not t.measured)))
    return result
