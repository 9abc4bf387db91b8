"""The pages in a real browser, opened from disk: quiet, within the window, usable by keyboard, on paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
TEXT_SPACING = """
*{line-height:1.5 !important;letter-spacing:.12em !important;word-spacing:.16em !important}
p{margin-bottom:2em !important}
"""


@pytest.fixture
def open_page(browser):
    """Open pages in a window of a given width; console messages and requests are kept."""
    contexts = []

    def opened(width: int = 1280, **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield opened
    for context in contexts:
        context.close()


def test_every_page_opens_from_disk_and_asks_for_nothing_outside(open_page, folder, every_page):
    page = open_page()
    for path in every_page:
        page.goto(path.as_uri())
        assert page.title().endswith("Samen Sterk"), path.name
    assert page.said == []
    outside = [url for url in page.asked if not url.startswith((folder.as_uri(), "data:"))]
    assert outside == []
    assert sum(url.endswith(".css") for url in page.asked) >= 2


def test_the_style_sheet_is_in_force_under_the_strict_content_policy(open_page, folder):
    page = open_page()
    page.goto((folder / "westervoort" / "index.html").as_uri())
    colour = page.locator(".wijzer-header").evaluate("e => getComputedStyle(e).backgroundColor")
    assert colour == "rgb(15, 76, 92)"
    hatch = page.locator(".wijzer-gauge__zone--verkeerd").first.evaluate("e => getComputedStyle(e).fill")
    assert "url(" in hatch


def test_a_script_would_not_run(open_page, tmp_path, folder):
    page = open_page()
    text = (folder / "index.html").read_text(encoding="utf-8")
    planted = folder / "geplant.html"
    planted.write_text(
        text.replace("</main>", "<script>document.title='geraakt'</script></main>"), encoding="utf-8"
    )
    try:
        page.goto(planted.as_uri())
        assert page.title() != "geraakt"
    finally:
        planted.unlink()


def test_no_page_scrolls_sideways(open_page, every_page):
    page = open_page()
    for path in every_page:
        page.goto(path.as_uri())
        for width in (320, 375, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path.name, width)


def test_wider_text_spacing_does_not_push_anything_out(open_page, page_of_each_kind):
    page = open_page(320, bypass_csp=True)
    for path in page_of_each_kind:
        page.goto(path.as_uri())
        page.add_style_tag(content=TEXT_SPACING)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path.name


def test_no_accessibility_rule_is_broken(open_page, page_of_each_kind):
    page = open_page(bypass_csp=True)
    on_a_phone = page_of_each_kind[0], page_of_each_kind[4], page_of_each_kind[-1]
    for path, width in (*((path, 1280) for path in page_of_each_kind), *((path, 375) for path in on_a_phone)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": [*WCAG, "best-practice"]}})
        broken = [
            (rule["id"], [node["html"][:120] for node in rule["nodes"][:3]])
            for rule in found.response["violations"]
        ]
        assert broken == [], path.name
        assert len(found.response["passes"]) > 15


def test_the_checker_of_accessibility_does_find_a_fault(open_page, tmp_path):
    faulty = tmp_path / "fout.html"
    faulty.write_text(
        "<html><body><img src='data:,'><p style='color:#ccc'>x</p></body></html>", encoding="utf-8"
    )
    page = open_page()
    page.goto(faulty.as_uri())
    found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert {"image-alt", "html-has-lang"} <= {rule["id"] for rule in found.response["violations"]}


def focused(page) -> str:
    return page.evaluate("(document.activeElement.innerText || document.activeElement.tagName).trim()")


def test_the_first_tab_shows_a_link_to_the_content_and_enter_goes_there(open_page, folder):
    page = open_page()
    page.goto((folder / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert focused(page) == "Ga naar de inhoud"
    box = page.locator(".utrecht-skip-link").bounding_box()
    assert box["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.keyboard.press("Tab")
    assert focused(page) == "Innovatie"


def test_tab_follows_the_order_of_the_page_and_focus_is_always_seen(open_page, folder):
    page = open_page()
    page.goto((folder / "westervoort" / "uren_huishoudelijke_ondersteuning.html").as_uri())
    tabbable = "a[href], [tabindex='0']"
    count = page.locator(tabbable).count()
    for place in range(count):
        page.keyboard.press("Tab")
        order, outline, in_view = page.evaluate(
            """tabbable => {
                const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
                return [[...document.querySelectorAll(tabbable)].indexOf(e),
                        s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
                        b.bottom > 0 && b.top < innerHeight];
            }""",
            tabbable,
        )
        assert (order, outline, in_view) == (place, True, True)


def test_a_wide_table_can_be_scrolled_by_keyboard_on_a_phone(open_page, folder):
    page = open_page(320)
    page.goto((folder / "westervoort" / "uren_huishoudelijke_ondersteuning.html").as_uri())
    region = page.locator(".utrecht-table-container").first
    region.focus()
    before = region.evaluate("e => [e.scrollLeft, e.scrollWidth > e.clientWidth]")
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(300)
    assert before == [0, True]
    assert region.evaluate("e => e.scrollLeft") > 0


def test_a_phone_gets_the_narrow_chart_and_paper_the_wide_one(open_page, folder):
    path = folder / "westervoort" / "uren_huishoudelijke_ondersteuning.html"
    page = open_page(375)
    page.goto(path.as_uri())
    wide, narrow = page.locator(".wijzer-figure__wide"), page.locator(".wijzer-figure__narrow")
    assert (wide.is_visible(), narrow.is_visible()) == (False, True)
    page.emulate_media(media="print")
    assert (wide.is_visible(), narrow.is_visible()) == (True, False)


def test_paper_has_the_needles_and_the_source_but_no_navigation(open_page, folder):
    page = open_page()
    page.goto((folder / "westervoort" / "index.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator(".wijzer-header nav").is_visible()
    assert page.locator(".wijzer-gauge").first.is_visible()
    assert page.locator("text=Stand van wat bekend was op 1 februari 2023").is_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert 2 <= printed.count(b"/Type /Page\n") <= 6


def test_the_page_reads_well_without_its_style_sheet(open_page, folder):
    page = open_page(java_script_enabled=False)
    page.route("**/*.css", lambda route: route.abort())
    page.goto((folder / "index.html").as_uri())
    text = page.inner_text("main")
    assert text.index("Uren huishoudelijke ondersteuning") < text.index("Op 38% van de weg naar het doel")
    assert text.index("Op 38% van de weg naar het doel") < text.index("van 3,07 uur per week in 2019")


def test_links_lead_from_overview_to_indicator_and_back(open_page, folder):
    page = open_page()
    page.goto((folder / "index.html").as_uri())
    page.get_by_role("link", name="Westervoort over uren huishoudelijke ondersteuning per cliënt").click()
    assert Path(page.url).name == "uren_huishoudelijke_ondersteuning.html"
    page.get_by_role("navigation", name="Kruimelpad").get_by_role("link", name="Innovatie").click()
    assert page.url.endswith("westervoort/index.html#innovatie")
