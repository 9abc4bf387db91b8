"""The reference pages about messages: one page a message type, one a law for its code lists, one index.

Everything on them comes from the declarations; people read them, so they are in plain Dutch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wijzer.messages.layout import ROOT, Column, RecordClass, absolute_path, record_classes
from wijzer.standards import CodeList, MessageType, Release, releases

FOLDER = "berichten"
LAWS = {"wmo": "Wmo", "jw": "Jeugdwet"}
STANDARDS = {"iwmo": "iWmo", "ijw": "iJw"}
DIRECTIONS = {"uit": "van gemeente naar aanbieder", "in": "van aanbieder naar gemeente"}
KINDS = {
    "leaf": "",
    "list": "meer waarden, met een spatie ertussen",
    "presence": "1 als het element er staat",
}


def pages() -> dict[str, str]:
    """Return all pages: path below ``docs/`` → Markdown."""
    found = {f"{FOLDER}/index.md": _text(_index())}
    for release in releases():
        found[f"{FOLDER}/{_codes_name(release)}.md"] = _text(_code_lists(release))
        for message in release.message_types:
            found[f"{FOLDER}/{message.module}.md"] = _text(_message(message, release))
    return found


def _text(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"


def _codes_name(release: Release) -> str:
    return f"codelijsten_{release.standard}_{release.version.replace('.', '_')}"


def _index() -> Iterator[str]:
    yield "# Berichten"
    yield ""
    yield "Wijzer leest deze berichten. Elke pagina is gemaakt uit de beschrijving waarmee Wijzer ze leest,"
    yield "controleert en schrijft. De betekenissen zijn van ons; de standaard zelf is van het Zorginstituut."
    for release in releases():
        yield ""
        yield f"## {STANDARDS[release.standard]} {release.version}"
        yield ""
        yield from _table(
            ("bericht", "wat het is", "code", "richting", "antwoord op", "schema"),
            (
                (
                    f"[{message.name}]({message.module}.md)",
                    message.title,
                    message.wire_code,
                    DIRECTIONS[message.direction],
                    ", ".join(message.answers),
                    "officieel" if message.official else "afgeleid",
                )
                for message in release.message_types
            ),
        )
        yield ""
        yield f"[Codelijsten van {STANDARDS[release.standard]} {release.version}]({_codes_name(release)}.md)"


def _message(message: MessageType, release: Release) -> Iterator[str]:
    yield f"# {message.name}: {message.title}"
    yield ""
    yield f"Het bericht gaat {DIRECTIONS[message.direction]}. Het reist als BerichtCode {message.wire_code}"
    yield f"in {STANDARDS[release.standard]} {release.version} ({LAWS[message.wet]})."
    if message.answers:
        yield f"Het hoort bij: {_links(message, message.answers, release)}."
    if message.answered_by:
        yield f"Erop volgt: {_links(message, message.answered_by, release)}."
    if not message.official:
        yield ""
        yield "Het schema van dit bericht is **afgeleid** uit de beschreven opbouw en uit het iJw-bericht met"
        yield "hetzelfde nummer. Het is niet het officiële schema."
    for record in record_classes(message):
        yield ""
        yield from _record(message, record, release)
    yield ""
    yield from _rules(message)


def _links(message: MessageType, numbers: tuple[str, ...], release: Release) -> str:
    known = {other.number: other for other in release.message_types}
    return ", ".join(f"[{known[number].name}]({known[number].module}.md)" for number in numbers)


def _record(message: MessageType, record: RecordClass, release: Release) -> Iterator[str]:
    yield f"## {record.name}"
    yield ""
    place = absolute_path(message, record.name, None)
    yield f"Een rij per `{place}`. {record.structure.meaning}".rstrip()
    if record.rules:
        yield f"Regels over het geheel: {', '.join(record.rules)}."
    key = message.keys.get(record.structure.name)
    if key:
        yield f"Uniek door: {', '.join(key)}."
    yield ""
    yield from _table(
        ("element", "kolom", "betekenis", "vorm", "verplicht", "persoonlijk", "regels"),
        (_column(record, column, release) for column in record.columns),
    )


def _column(record: RecordClass, column: Column, release: Release) -> tuple[str, ...]:
    shape = column.type.form
    if column.type.code_list is not None:
        title = release.basis.code_lists[column.type.code_list].title
        anchor = column.type.code_list.lower()
        shape = f"[{title}]({_codes_name(release)}.md#{anchor})"
    elif column.element.pattern is not None and column.element.pattern.isdigit():
        shape = f"altijd {column.element.pattern}"
    shape = f"{shape}; {KINDS[column.kind]}" if KINDS[column.kind] else shape
    if column.kind == "presence":
        shape = KINDS["presence"]
    return (
        "/".join(column.path),
        f"`{column.name}`",
        column.element.meaning,
        shape,
        "ja" if column.required else "nee",
        "ja" if column.personal else "nee",
        ", ".join(column.rules),
    )


def _rules(message: MessageType) -> Iterator[str]:
    yield "## Regels"
    yield ""
    if not message.rules:
        yield "Voor dit bericht zijn geen regels naast het schema beschreven."
        return
    yield "Het schema kan deze regels niet zeggen. Wie ze breekt, krijgt een bevinding; het bericht wordt wel"
    yield "gelezen."
    yield ""
    yield from _table(
        ("regel", "waar", "wat moet", "ernst"),
        (
            (
                rule.id if rule.official else f"{rule.id} (van Wijzer)",
                "bericht" if rule.record == ROOT else rule.record,
                rule.says,
                rule.severity,
            )
            for rule in message.rules
        ),
    )


def _code_lists(release: Release) -> Iterator[str]:
    yield f"# Codelijsten van {STANDARDS[release.standard]} {release.version}"
    for code_list in sorted(release.basis.code_lists.values(), key=lambda found: found.name):
        yield ""
        yield from _code_list(code_list)


def _code_list(code_list: CodeList) -> Iterator[str]:
    yield f"## {code_list.name}"
    yield ""
    yield f"{code_list.title}."
    yield ""
    dated = any(code.valid_from or code.valid_to for code in code_list.codes)
    heads = ("code", "betekenis", "geldig van", "geldig tot en met") if dated else ("code", "betekenis")
    yield from _table(
        heads,
        (
            (code.code, code.meaning, str(code.valid_from or ""), str(code.valid_to or ""))[: len(heads)]
            for code in code_list.codes
        ),
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '/') for cell in row)} |"
