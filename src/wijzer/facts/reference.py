"""The pages of the manual about the fact tables, made from their declarations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables import TABLES

_TYPES = {
    "string": "tekst",
    "int64": "geheel getal",
    "float64": "getal",
    "boolean": "ja of nee",
    "date": "datum",
}


def pages() -> Mapping[str, str]:
    """Return every page by its path below ``docs/``: one a table, and a list of them all."""
    made = {f"feiten/{table.name}.md": _page(table) for table in TABLES.values()}
    return {"feiten/index.md": _index(), **made}


def _index() -> str:
    lines = [
        "# Feiten",
        "",
        "Wijzer maakt van berichten en tabellen feiten: wat geldt, sinds wanneer het geldt en sinds wanneer "
        "het bekend was. Deze pagina's zijn gemaakt uit de code.",
        "",
        "| Tabel | Eén rij is | Persoonsgegevens |",
        "| --- | --- | --- |",
    ]
    for table in TABLES.values():
        personal = "ja, onder pseudoniem" if table.personal else "nee"
        lines.append(f"| [{table.name}]({table.name}.md) | {table.grain} | {personal} |")
    return "\n".join(lines) + "\n"


def _page(table: Table) -> str:
    return "\n".join(_lines(table)) + "\n"


def _lines(table: Table) -> Iterator[str]:
    yield from (f"# {table.name}", "", table.grain, "")
    yield from (f"Sleutel: {', '.join(f'`{name}`' for name in table.key)}.", "")
    if table.personal:
        yield from (
            "Deze tabel bevat persoonsgegevens, onder pseudoniem. Alleen bevoegde mensen mogen haar zien.",
            "",
        )
    yield from ("| Kolom | Soort | Betekenis |", "| --- | --- | --- |")
    for column in table.columns:
        yield f"| `{column.name}` | {_kind(column)} | {_meaning(column)} |"
    yield ""
    chosen = [column for column in table.columns if column.values]
    if chosen:
        yield from ("## Waarden", "", "| Kolom | Waarde | Betekenis |", "| --- | --- | --- |")
        for column in chosen:
            yield from (f"| `{column.name}` | `{value}` | {meaning} |" for value, meaning in column.values)
        yield ""
    if table.caveats:
        yield from ("## Let op", "", *(f"- {caveat}" for caveat in table.caveats), "")
    traced = [column for column in table.columns if column.lineage]
    if traced:
        yield from ("## Herkomst", "", "| Kolom | Uit |", "| --- | --- |")
        for column in traced:
            yield f"| `{column.name}` | {', '.join(f'`{source}`' for source in column.lineage)} |"
        yield ""
    if table.rules:
        yield f"Regels van de standaard: {', '.join(table.rules)}."


def _kind(column: Column) -> str:
    unit = f", in {column.unit}" if column.unit else ""
    return f"{_TYPES[column.dtype]}{unit}"


def _meaning(column: Column) -> str:
    parts = [column.meaning]
    if column.caveat:
        parts.append(column.caveat)
    if not column.nullable:
        parts.append("Altijd gevuld.")
    return " ".join(parts)
