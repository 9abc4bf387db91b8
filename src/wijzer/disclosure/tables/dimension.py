"""Dimensions: codes, and how a code is made up of others.

A code may be divided in more than one way: a gemeente in wijken and in areas of its own, which both consist
of buurten. Each way is a *split*. Linked tables follow from this: whoever knows the wijken, the areas and
the splits can subtract them (Hundepool et al., Statistical Disclosure Control, 2012, section 4.4).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Split:
    """``total`` consists of ``parts``, which have nothing in common and leave nothing over."""

    total: str
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """A dimension of tables. ``top`` is the code for "all together", None where there is none (gemeente).

    A table without this dimension tells of ``top``. Raises ValueError for a part that is named twice in
    a split, and for a code that would be a part of itself.
    """

    name: str
    splits: tuple[Split, ...] = ()
    top: str | None = None

    def __post_init__(self) -> None:
        for split in self.splits:
            if len(set(split.parts)) != len(split.parts) or not split.parts:
                raise ValueError(f"{self.name}: {split.total} has a part twice, or no parts")
        done: set[str] = set()
        for code in self._by_total:
            self._walk(code, (), done)

    @cached_property
    def _by_total(self) -> Mapping[str, tuple[Split, ...]]:
        found: dict[str, list[Split]] = {}
        for split in self.splits:
            found.setdefault(split.total, []).append(split)
        return {total: tuple(splits) for total, splits in found.items()}

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[Split, ...]]:
        found: dict[str, list[Split]] = {}
        for split in self.splits:
            for part in split.parts:
                found.setdefault(part, []).append(split)
        return {part: tuple(splits) for part, splits in found.items()}

    def _walk(self, code: str, above: tuple[str, ...], done: set[str]) -> None:
        if code in above:
            raise ValueError(f"{self.name}: {code} is a part of itself")
        if code in done:
            return
        for split in self.of(code):
            for part in split.parts:
                self._walk(part, (*above, code), done)
        done.add(code)

    def of(self, code: str) -> tuple[Split, ...]:
        """Return the ways in which ``code`` is divided; empty for the smallest ones."""
        return self._by_total.get(code, ())

    def within(self, code: str) -> tuple[Split, ...]:
        """Return the splits of which ``code`` is a part."""
        return self._by_part.get(code, ())

    def also(self, splits: Iterable[Split]) -> Dimension:
        """Return the same dimension with more ways to divide it, such as a town's own areas."""
        return Dimension(self.name, (*self.splits, *splits), self.top)


def tree(name: str, parts: Mapping[str, Sequence[str]], top: str | None = None) -> Dimension:
    """Return a dimension in which each code is divided in one way.

    >>> tree("gebied", {"gemeente": ("wijk 1", "wijk 2")}).of("gemeente")[0].parts
    ('wijk 1', 'wijk 2')
    """
    return Dimension(name, tuple(Split(total, tuple(codes)) for total, codes in parts.items()), top)


def combinations(name: str, top: str, present: Iterable[Collection[str]]) -> Dimension:
    """Return the dimension of cells that overlap, made exact by the combinations that occur.

    A client with two providers is counted with both. The combinations ("only A", "A+B") have nothing in
    common; the whole is their sum, and so is each provider. They are cells that nobody offers, and the
    protection of each of them counts. ``present`` holds the codes of every combination that can occur.
    """
    found = sorted({tuple(sorted(codes)) for codes in present if codes})
    names = {codes: "=" + "+".join(codes) for codes in found}
    whole = Split(top, tuple(names[codes] for codes in found))
    each = sorted({code for codes in found for code in codes})
    return Dimension(
        name,
        (whole, *(Split(code, tuple(names[codes] for codes in found if code in codes)) for code in each)),
        top,
    )
