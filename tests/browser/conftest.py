from __future__ import annotations

import pytest

from tests.publications.sample import a_site
from wijzer.indicators.register import all_indicators
from wijzer.publications import write_site


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The sample site on disk, in a path with spaces."""
    target = tmp_path_factory.mktemp("map met spaties")
    write_site(target, a_site())
    return target


@pytest.fixture(scope="session")
def every_page(folder):
    """All pages of one gemeente and those of no gemeente; of the other its overview and its needles."""
    other = ("index", "ontbreekt", "speerpunt-2", *(indicator.id for indicator in all_indicators()))
    return [
        *sorted(folder.glob("*.html")),
        *sorted((folder / "westervoort").glob("*.html")),
        *(folder / "duiven" / f"{name}.html" for name in other),
    ]


@pytest.fixture(scope="session")
def page_of_each_kind(folder):
    """One page, or a few, of every template, with every face of the needle among them."""
    names = (
        "index.html",
        "uitleg.html",
        "westervoort/index.html",
        "duiven/index.html",
        "westervoort/uren_huishoudelijke_ondersteuning.html",
        "westervoort/verblijfsduur_terreingebonden_verblijf.html",
        "duiven/maatwerkvoorzieningen_wmo.html",
        "duiven/eenzaamheid.html",
        "westervoort/programma.html",
        "westervoort/speerpunt-3.html",
        "westervoort/ontbreekt.html",
    )
    return [folder / name for name in names]
