from __future__ import annotations

import pytest

from tests.publications.pages import Page, read_page
from tests.publications.sample import a_site
from wijzer.publications import write_site


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """The sample site, written once."""
    target = tmp_path_factory.mktemp("site met spaties")
    write_site(target, a_site())
    return target


@pytest.fixture(scope="session")
def pages(folder) -> dict[str, Page]:
    """All its pages by path."""
    return {str(path.relative_to(folder)): read_page(path) for path in sorted(folder.rglob("*.html"))}
