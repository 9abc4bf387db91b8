"""Reading pages back: headings, links, anchors and text, with the parser of the standard library."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

VOID = {"meta", "link", "br", "img", "input", "hr", "col"}


@dataclass
class Page:
    path: Path
    lang: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    unclosed: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())


class _Reader(HTMLParser):
    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page
        self.open: list[str] = []
        self.heading: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        page = self.page
        page.tags.append(tag)
        if tag == "html":
            page.lang = given.get("lang", "")
        if "id" in given:
            page.ids.append(given["id"])
        if tag == "a":
            page.links.append(given.get("href", ""))
        elif "href" in given or "src" in given:
            page.resources.append(given.get("href") or given.get("src", ""))
        for name in ("aria-labelledby", "aria-describedby", "headers", "for"):
            page.references += given.get(name, "").split()
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.heading = []
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.page.unclosed.append(tag)
        if self.heading is not None and tag[0] == "h" and tag[1:].isdigit():
            self.page.headings.append((int(tag[1]), " ".join("".join(self.heading).split())))
            self.heading = None

    def handle_data(self, data: str) -> None:
        self.page.texts.append(data)
        if self.heading is not None:
            self.heading.append(data)


def read_page(path: Path) -> Page:
    page = Page(path)
    reader = _Reader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    page.unclosed += reader.open
    return page
