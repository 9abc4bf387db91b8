"""Which record columns a message class becomes: names, types, and what happens to personal values.

Everything personal is dropped, but for three that become something else: the BSN a pseudonym
(``client``), the birth date of the client a year and a month, an address two pseudonyms (``adres``,
``plek``). A dataset holds both laws, so its columns are those of the two together.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pyarrow as pa

from wijzer.messages.layout import ROOT, Column, RecordClass, record_classes, snake
from wijzer.standards import MessageType, Wet, message_type

_LEADING = frozenset(
    {
        *("Header", "BerichtIdentificatie", "Client", "Declaratie", "DeclaratieAntwoord"),
        *("Antwoord", "Verzoek", "ProductReferentie"),
    }
)
"""Groups that leave no trace in a column name, since what is in them is plainly of the record itself."""
_NAMED = {
    ("Header", "DeclaratieIdentificatie", "Identificatie"): "declaratie_identificatie",
    ("Header", "DeclaratieIdentificatie", "Dagtekening"): "declaratie_dagtekening_bericht",
}
_PERSON_RECORDS = frozenset({ROOT, "client"})
_ONLY = {"relatie": frozenset({"nummer", "soort"})}
_REFERENCE_FROM = 9
_NO_REFERENCE = frozenset({"LDT_Gemeente", "LDT_Versie", "LDT_AgbCode"})
_TYPES = {"string": pa.string(), "time": pa.string(), "integer": pa.int64(), "date": pa.date32()}
_LAWS: tuple[Wet, ...] = ("wmo", "jw")
ORIGIN: tuple[tuple[str, pa.DataType], ...] = (
    ("bericht", pa.string()),
    ("regel", pa.int64()),
    ("ouder", pa.int64()),
    ("xml_regel", pa.int64()),
    ("gemeente", pa.string()),
    ("wet", pa.string()),
)
"""The columns that say where a row comes from: message, place in it, parent, source line."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A column that is kept: the name in the message class, the name in the record, its type.

    ``reference`` marks text that senders choose freely: a BSN in it is replaced.
    """

    source: str
    name: str
    type: pa.DataType
    reference: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """How one message class becomes one record dataset; the sources are column names of the class."""

    record: str
    kept: tuple[Kept, ...]
    bsn: str | None
    birth: tuple[str, str] | None
    address: tuple[str, str, str, str] | None
    schema: pa.Schema


@cache
def plan(message: MessageType, record: RecordClass) -> Plan:
    """Return the plan of one class of one message type."""
    columns = [pa.field(name, kind) for name, kind in ORIGIN]
    seen = {field.name for field in columns}
    for field in (
        field for law in _LAWS for field in _fields(message_type(law, message.number), record.name)
    ):
        if field.name not in seen:
            seen.add(field.name)
            columns.append(field)
    return Plan(
        f"b{message.number}_{record.name}",
        _kept(record),
        _source(record, "Bsn"),
        _birth(record),
        _address(record),
        pa.schema(columns),
    )


def _fields(message: MessageType, name: str) -> list[pa.Field]:
    record = next((one for one in record_classes(message) if one.name == name), None)
    if record is None:
        return []
    fields = []
    if _source(record, "Bsn"):
        fields.append(pa.field("client", pa.string()))
    if _birth(record):
        fields += [pa.field("geboortejaar", pa.int64()), pa.field("geboortemaand", pa.date32())]
    if _address(record):
        fields += [pa.field("adres", pa.string()), pa.field("plek", pa.string())]
    return fields + [pa.field(kept.name, kept.type) for kept in _kept(record)]


def _kept(record: RecordClass) -> tuple[Kept, ...]:
    only = _ONLY.get(record.name)
    kept = []
    for column in record.columns:
        name = record_column(column)
        if column.personal or column.kind == "presence" or (only is not None and name not in only):
            continue
        simple = column.type
        free = simple.base == "string" and simple.code_list is None and column.kind == "leaf"
        free = free and simple.name not in _NO_REFERENCE
        reference = free and (simple.max_length is None or simple.max_length >= _REFERENCE_FROM)
        kind = pa.string() if column.kind == "list" else _TYPES[simple.base]
        kept.append(Kept(column.name, name, kind, reference))
    return tuple(kept)


def record_column(column: Column) -> str:
    """Return the name in the record of a column of a message class.

    >>> from wijzer.messages.layout import record_class
    >>> root = record_class(message_type("wmo", "325"), "bericht")
    >>> [record_column(column) for column in root.columns if column.kind == "list"]
    ['retour_codes', 'declaratie_antwoord_retour_codes']
    """
    if column.path in _NAMED:
        return _NAMED[column.path]
    path = column.path[:-1] if column.kind == "list" else column.path
    if column.kind == "list":
        holder = path[:-1]
        return snake(path[-1]) if holder in ((), ("Header",)) else f"{snake(holder[-1])}_{snake(path[-1])}"
    while len(path) > 1 and path[0] in _LEADING:
        path = path[1:]
    return "_".join(snake(part) for part in path)


def _source(record: RecordClass, *path: str) -> str | None:
    """Return the name of the column with ``path``, with or without the client around it."""
    wanted = (path, ("Client", *path))
    return next((column.name for column in record.columns if column.path in wanted), None)


def _birth(record: RecordClass) -> tuple[str, str] | None:
    if record.name not in _PERSON_RECORDS:
        return None
    day, usage = _source(record, "Geboortedatum", "Datum"), _source(record, "Geboortedatum", "DatumGebruik")
    return (day, usage) if day and usage else None


def _address(record: RecordClass) -> tuple[str, str, str, str] | None:
    if record.name != "contact":
        return None
    found = [
        _source(record, "Adres", *path)
        for path in (
            ("Postcode",),
            ("Huis", "Huisnummer"),
            ("Huis", "Huisletter"),
            ("Huis", "HuisnummerToevoeging"),
        )
    ]
    postcode, number, letter, addition = found
    return (postcode, number, letter, addition) if postcode and number and letter and addition else None
