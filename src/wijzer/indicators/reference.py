"""The page of every indicator, written from its declaration and one of its golden cases.

The worked example comes from the tests, so pages are made from a checkout of the project.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from wijzer.indicators.declaration import Indicator, Measure
from wijzer.indicators.parameters import Parameter
from wijzer.indicators.register import all_indicators
from wijzer.values.euro import format_cents

CASES = Path(__file__).resolve().parents[3] / "tests" / "indicators"
EXAMPLE = "voorbeeld"
_TIMING = {"stand": "stand op de laatste dag van de periode", "stroom": "geteld over de hele periode"}
_LAWS = {"wmo": "Wmo", "jw": "Jeugdwet"}


def pages() -> Mapping[str, str]:
    """Return every page by its path below ``docs/``, the list of indicators first."""
    made = {"indicatoren/index.md": _list()}
    for indicator in all_indicators():
        made[f"indicatoren/{indicator.id}.md"] = _page(indicator)
    return made


def _list() -> str:
    rows = [
        (str(one.number), f"[{one.label}]({one.id}.md)", one.question, _TIMING[one.timing])
        for one in all_indicators()
    ]
    return _join(
        [
            "# Indicatoren",
            "Wijzer meet deze zes van de 26 indicatoren van Samen sterk. Elke pagina zegt wat er wordt "
            "geteld, "
            "wat niet, en welke keuzes zijn gemaakt.",
            _table(("Nr.", "Indicator", "Vraag", "Soort telling"), rows),
        ]
    )


def _page(indicator: Indicator) -> str:
    laws = ", ".join(_LAWS[law] for law in indicator.laws) or "niet per wet"
    parts = [(f"`{part.id}`", part.meaning, part.unit) for part in indicator.parts]
    blocks = [
        f"# {indicator.label}",
        f"*{indicator.question}*",
        _table(
            ("", ""),
            [
                ("Nummer in de lijst", str(indicator.number)),
                ("Naam in Wijzer", f"`{indicator.id}`"),
                ("Soort", f"{indicator.kind}; {_TIMING[indicator.timing]}"),
                ("Per", " en ".join(indicator.periods)),
                ("Wet", laws),
                ("Eenheid", indicator.unit),
                ("Richting", indicator.direction),
                ("Bescherming", _protection(indicator)),
            ],
        ),
        "## Wat wordt geteld",
        f"In woorden: {indicator.formula}.",
        _bullets(
            (
                f"Teller: {indicator.numerator}",
                *([f"Noemer: {indicator.denominator}"] if indicator.denominator else []),
                *indicator.inclusions,
            )
        ),
        "Wijzer berekent deze onderdelen. Een verhouding of gemiddelde wordt pas gemaakt nadat kleine "
        "aantallen "
        "zijn afgeschermd."
        if indicator.persons
        else "Wijzer berekent deze onderdelen en maakt daarna pas een verhouding.",
        _table(("Onderdeel", "Wat het is", "Eenheid"), parts),
        "## Wat niet telt",
        *_not_counted(indicator),
        "## Keuzes",
        *(_reading(number, reading) for number, reading in enumerate(indicator.readings, start=1)),
        *_parameters(indicator.parameters),
        "## Waar u op moet letten",
        _bullets(
            (*indicator.caveats, *(f"Breuk in de reeks: {text} ({day})." for day, text in indicator.breaks))
        ),
        "## Voorbeeld",
        *_example(indicator),
        "## Bronnen",
        _bullets(f"{source.title}: {source.place}" for source in indicator.sources),
        f"Nodig uit de gegevens: {', '.join(f'`{name}`' for name in indicator.facts)}.",
    ]
    return _join(blocks)


def _protection(indicator: Indicator) -> str:
    if indicator.persons:
        return "gaat over mensen: kleine aantallen worden niet getoond"
    return "gaat niet over mensen, maar over berichten of geboekte bedragen"


def _not_counted(indicator: Indicator) -> list[str]:
    blocks: list[str] = []
    if indicator.exclusions:
        blocks.append(
            _table(("Telt niet mee", "Waarom"), [(one.label, one.reason) for one in indicator.exclusions])
        )
    blocks.append("Dit hoort er wel bij, maar kan niet worden geteld. Het aantal staat bij het resultaat.")
    blocks.append(
        _table(
            ("Weggelaten", "Waarom", "Eenheid"),
            [(one.label, one.reason, one.unit) for one in indicator.left_out],
        )
    )
    return blocks


def _reading(number: int, reading: Any) -> str:
    return (
        f"{number}. **{reading.question}** {reading.chosen} {reading.reason}\n"
        f"   Anders gelezen: {_lower(reading.other)} {reading.effect}"
    )


def _parameters(parameters: tuple[Parameter, ...]) -> list[str]:
    if not parameters:
        return []
    rows = []
    for parameter in parameters:
        for dated in parameter.values:
            value = dated.value if isinstance(dated.value, int) else ", ".join(dated.value)
            rule = f" ({', '.join(dated.rules)})" if dated.rules else ""
            rows.append(
                (parameter.label, f"{value} {parameter.unit}", parameter.meaning, dated.source + rule)
            )
    return [
        "Instellingen. Een gemeente kan ze met een datum en een bron wijzigen in `config/parameters.csv`.",
        _table(("Instelling", "Waarde", "Betekenis", "Bron"), rows),
    ]


def _example(indicator: Indicator) -> list[str]:
    case = _case(indicator.id)
    told = [
        row["zin"]
        for rows in case.values()
        if isinstance(rows, list)
        for row in rows
        if isinstance(row, dict)
    ]
    expected: Mapping[str, str] = case["verwacht"]
    sums = [(f"`{name}`", arithmetic) for name, arithmetic in expected.items()]
    numbers = {name: float(text.rpartition("=")[2].replace(",", ".")) for name, text in expected.items()}
    figures = [f"{measure.label}: {_figure(measure, numbers)}" for measure in indicator.measures]
    return [
        f"Over {case['periode']}: {case['naam']}.",
        _bullets(told),
        _table(("Onderdeel", "Rekensom"), sums),
        _bullets(figures),
    ]


def _case(indicator_id: str) -> dict[str, Any]:
    for path in sorted((CASES / indicator_id).glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["geval"]:
            if EXAMPLE in case["toont"]:
                found: dict[str, Any] = case
                return found
    raise FileNotFoundError(f"no golden case of {indicator_id} says '{EXAMPLE}' in 'toont'")


def _figure(measure: Measure, numbers: Mapping[str, float]) -> str:
    top = numbers[measure.numerator]
    if measure.denominator is None:
        if measure.unit == "euro":
            return f"**{format_cents(int(top))}**"
        return f"**{_number(top * measure.scale, measure.decimals)} {measure.unit}**"
    below = numbers[measure.denominator]
    if not below:
        return f"geen getal. {measure.when_empty}"
    times = "" if measure.scale == 1 else f" × {measure.scale:g}"
    outcome = _number(top / below * measure.scale, measure.decimals)
    return f"{_plain(top)} / {_plain(below)}{times} = **{outcome} {measure.unit}**"


def _number(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


def _plain(value: float) -> str:
    return f"{value:g}".replace(".", ",")


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _join(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"
