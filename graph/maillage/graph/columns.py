"""Nominal attributes of nodes, and the partitions that measures read them as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from maillage.graph.errors import InvalidInput
from maillage.graph.vocabulary import Sector

Ints = NDArray[np.int32]

# Texts that mean « nothing is known » in a column, besides a blank cell.
MISSING_TEXTS = frozenset({"unknown", "inconnu"})
# The word for a missing category wherever one must be written.
UNKNOWN = Sector.UNKNOWN.value

# Categories that no index by these partitions uses: neither side of the boundary can claim them.
_NEITHER = frozenset({Sector.MIXED.value, Sector.CITIZENS.value})
LEFT_OUT_OF_INDICES: Mapping[str, frozenset[str]] = {"sector": _NEITHER, "public_private": _NEITHER}


@dataclass(frozen=True, eq=False)
class Column:
    """A nominal attribute of the nodes, coded: `codes[i]` indexes `categories`, -1 is missing."""

    name: str
    categories: tuple[str, ...]
    codes: Ints

    @classmethod
    def of(
        cls, name: str, values: Iterable[str | None], groups: Sequence[str] | None = None
    ) -> Column:
        """Code the values; `groups` declares categories that may be empty."""
        cleaned = [_clean(value) for value in values]
        present = {value for value in cleaned if value is not None}
        categories = _declared(name, present, groups)
        code = {category: number for number, category in enumerate(categories)}
        codes = np.fromiter(
            (-1 if value is None else code[value] for value in cleaned), np.int32, len(cleaned)
        )
        return cls(name, categories, codes)

    def declare(self, groups: Sequence[str]) -> Column:
        """The same column with exactly these categories, of which some may be empty."""
        present = {self.categories[code] for code in np.unique(self.codes) if code >= 0}
        categories = _declared(self.name, present, groups)
        code = {category: number for number, category in enumerate(categories)}
        table = np.array([code.get(category, -1) for category in self.categories] + [-1], np.int32)
        return Column(self.name, categories, table[self.codes])

    @property
    def sizes(self) -> NDArray[np.int64]:
        """Members of each category."""
        return np.bincount(self.codes[self.codes >= 0], minlength=len(self.categories))


@dataclass(frozen=True, eq=False)
class Partition:
    """A column read as groups: the one place that says which nodes an index leaves out.

    Nodes without a category never enter an index; nor do those of the categories in `left_out`.
    A mixing matrix shows the latter in rows of their own, and the former too where `missing_row`
    names one.
    """

    column: Column
    left_out: frozenset[str] = frozenset()
    missing_row: str | None = None

    @classmethod
    def of_store(cls, column: Column) -> Partition:
        """How the views of a store are partitioned: what is not known is shown, never counted."""
        return cls(column, LEFT_OUT_OF_INDICES.get(column.name, frozenset()), UNKNOWN)

    @property
    def name(self) -> str:
        return self.column.name

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The declared groups that indices use, sorted; some may be empty."""
        return tuple(name for name in self.column.categories if name not in self.left_out)

    @cached_property
    def codes(self) -> Ints:
        """Index into `groups` for each node, -1 where no index uses the node."""
        place = {name: number for number, name in enumerate(self.groups)}
        table = [place.get(name, -1) for name in self.column.categories] + [-1]
        return np.array(table, np.int32)[self.column.codes]

    @cached_property
    def set_aside(self) -> Mapping[str, int]:
        """Nodes that no index uses, by what is (not) known of them."""
        counts = {
            name: int(size)
            for name, size in zip(self.column.categories, self.column.sizes, strict=True)
            if name in self.left_out and size
        }
        if missing := int(np.count_nonzero(self.column.codes < 0)):
            counts[self.missing_row or UNKNOWN] = missing
        return counts

    @cached_property
    def shown(self) -> Partition:
        """How a mixing matrix reads it: every category in a row, and the missing in theirs."""
        missing = self.column.codes < 0
        if self.missing_row is None or not missing.any():
            return Partition(self.column)
        names = sorted({*self.column.categories, self.missing_row})
        place = {name: number for number, name in enumerate(names)}
        table = [place[name] for name in (*self.column.categories, self.missing_row)]
        codes = np.array(table, np.int32)[self.column.codes]
        return Partition(Column(self.name, tuple(names), codes))

    def declare(self, groups: Sequence[str]) -> Partition:
        """The same partition with exactly these groups, of which some may be empty."""
        return Partition(self.column.declare(groups), self.left_out, self.missing_row)


def _declared(name: str, present: set[str], groups: Sequence[str] | None) -> tuple[str, ...]:
    if groups is not None and (stray := sorted(present - set(groups))):
        raise InvalidInput(
            "invalid_value", what=name, value=", ".join(stray), expected=", ".join(groups)
        )
    return tuple(sorted(present | set(groups or ())))


def _clean(value: str | None) -> str | None:
    text = value.strip() if value else ""
    return None if not text or text.lower() in MISSING_TEXTS else text
