"""By which documents something is told: the sources that its records cite."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.model import Record
from maillage.graph.port import Reader
from maillage.graph.readouts.words.economy import WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, listed, same

# A cell may cite several documents, of which it does not say which told what.
_SEPARATOR = "|"


@dataclass(frozen=True, eq=False)
class Sources:
    """`wanted`: the records that will be asked for, read at once."""

    reader: Reader
    wanted: frozenset[str]

    def of(self, records: Iterable[str]) -> Label:
        """« journee-2012 », « une ligne qui cite … et … », or the title of a file."""
        told = (self._records[id_] for id_ in records if id_ in self._records)
        names = dict.fromkeys(record.source or self._titles[record.import_id] for record in told)
        return listed([_cited(name) for name in names])

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        return {record.id: record for record in self.reader.records(self.wanted)}

    @cached_property
    def _titles(self) -> Mapping[str, str]:
        return {found.id: found.title for found in self.reader.imports()}


def _cited(source: str) -> Label:
    names = [name.strip() for name in source.split(_SEPARATOR) if name.strip()]
    if len(names) < 2:
        return same(source)
    return fill(WORDS["citing"], names=listed([same(name) for name in names]))
