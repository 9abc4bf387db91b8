"""The part of the page about messages: intake beside bare parsing, and whether cost grows with size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

NAMES = {
    "parse": "Parse with bare lxml",
    "parse_check": "Parse and check against the schema",
    "intake": "Whole intake, one process",
    "intake_2": "Whole intake, two processes",
}


def wishes(found: Mapping[str, Any]) -> Iterator[tuple[str, float, str, bool]]:
    """Yield every wish about messages: name, measured, wished, and whether it is met."""
    measures, flat = found["measures"], found["flatness"]
    ratio = measures["intake"]["seconds"] / measures["parse_check"]["seconds"]
    yield "Whole intake ÷ (parse + check), one process", ratio, "≤ 2.0", ratio <= 2.0
    scaling = measures["intake"]["take_in_seconds"] / measures["intake_2"]["take_in_seconds"]
    yield "Taking in: two processes against one", scaling, "≥ 1.7", scaling >= 1.7
    cost = flat[-1]["take_in_cpu_microseconds"] / flat[0]["take_in_cpu_microseconds"]
    yield "Taking in: cost per message, largest set against smallest", cost, "≤ 1.2 (flat)", cost <= 1.2
    rows = (measures["intake"], measures["intake_2"], found["large_file"], *flat)
    peak = max(row["take_in_peak_mb"] for row in rows)
    yield "Most memory while taking in (MB)", peak, "< 400", peak < 400


def lines(found: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the page."""
    yield "## Intake beside parsing"
    yield ""
    yield (
        f"{found['megabytes']:.0f} MB of messages of both laws (301, 305, 307, 315, 323, 325) in "
        f"{found['files']:,} files with {found['declared_lines']:,} declared lines; medians of "
        f"{found['repetitions']} alternating repetitions, each in a process of its own. Parsing holds a "
        "whole file as a tree and keeps nothing; it is the fastest that lxml offers. The whole intake "
        "hashes, encrypts and archives each file, checks it with the same schema, reads it to columns, "
        "replaces persons by pseudonyms, writes the records, and folds them to facts."
    )
    yield ""
    yield "| | Seconds | MB a second | Against parse + check | Processor seconds | Against | Peak MB |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    base, base_cpu = (found["measures"]["parse_check"][name] for name in ("seconds", "cpu_seconds"))
    for name, label in NAMES.items():
        figures = found["measures"][name]
        seconds, cpu = figures["seconds"], figures["cpu_seconds"]
        yield (
            f"| {label} | {seconds:.2f} | {found['megabytes'] / seconds:.1f} | {seconds / base:.2f} | "
            f"{cpu:.2f} | {cpu / base_cpu:.2f} | {figures['peak_mb']:.0f} |"
        )
        if "take_in_seconds" in figures:
            taken, taken_cpu = figures["take_in_seconds"], figures["take_in_cpu_seconds"]
            yield _part("taking in", taken, base, taken_cpu, base_cpu)
            yield _part("folding to facts", seconds - taken, base, cpu - taken_cpu, base_cpu)
    yield ""
    yield "## Does cost grow with size?"
    yield ""
    yield (
        "The same make-up of files, more of them; one process, once. Folding begins with a plan that is "
        "compiled once, whatever the size: in a small set that is most of it."
    )
    yield ""
    yield (
        "| MB | Messages | µs a message | – taking in | – – processor | – folding | Peak MB taking in | "
        "and folding |"
    )
    yield "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    for row in found["flatness"]:
        yield (
            f"| {row['megabytes']:.0f} | {row['messages']:,} | {row['microseconds']:.0f} | "
            f"{row['take_in_microseconds']:.0f} | {row['take_in_cpu_microseconds']:.0f} | "
            f"{row['fold_microseconds']:.0f} | "
            f"{row['take_in_peak_mb']:.0f} | {row['peak_mb']:.0f} |"
        )
    large = found["large_file"]
    yield ""
    yield (
        f"One single declaration of {large['megabytes']:.0f} MB is taken in within {large['seconds']:.1f} s, "
        f"folding included, and costs {large['take_in_peak_mb']:.0f} MB of memory while it is read."
    )


def _part(words: str, seconds: float, base: float, cpu: float, base_cpu: float) -> str:
    against, cpu_against = seconds / base, cpu / base_cpu
    return f"| – of which {words} | {seconds:.2f} | | {against:.2f} | {cpu:.2f} | {cpu_against:.2f} | |"
