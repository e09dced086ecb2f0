"""A file that is loaded already: the same load once more, however the pole and the day are written,
or these lines in another way, which is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from maillage.graph.dates import DateSpan
from maillage.graph.folding import normalise
from maillage.graph.model import Import
from maillage.graph.port import Reader, Store
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count
from maillage.ingest.list_labels import list_label
from maillage.ingest.loading.findings.other_load import other_load
from maillage.ingest.loading.load_differences import differing, in_words
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.whose import bearer_of
from maillage.ingest.problems import Problem
from maillage.ingest.problems.doors import undoing

_OTHERS = (
    "{load}, et encore d’une autre façon", "{load}, et encore de {n} autres façons",
    "{load}, and in another way", "{load}, and in {n} other ways",
)  # fmt: skip


def as_before(
    options: Options, digest: str, as_list: str, known: Sequence[Import], store: Reader
) -> Options:
    """With the pole, the group, the speaker and the day as a load of the same file wrote them, if
    it means the same by them; as they are, if one wrote them so."""
    alike = [one for one in known if one.sha256 == digest and one.list == as_list]
    now, written = _Said.by(options.said), [_Said.by(one.options) for one in alike]
    if now in written:
        return options
    former = next((one for one in written if _means(one, now, store)), now)
    return replace(
        options,
        pole=former.pole,
        group=former.group,
        declared_by=former.declared_by,
        date=former.date,
    )


def loaded_otherwise(
    item: Import, sheets: Collection[str], known: Sequence[Import], store: Store
) -> Iterator[Problem]:
    """That loads which count hold the same sheets of the same file, as another list or otherwise:
    once of each list."""
    if any(one.id == item.id and one.live for one in known):
        return
    loads: dict[str, list[Import]] = {}
    for one in reversed(known):
        if one.sha256 != item.sha256 or one.id == item.id or not one.live:
            continue
        if any(record.sheet in sheets for record in store.records_of(one.id)):
            loads.setdefault(one.list, []).append(one)
    for as_list, alike in loads.items():
        if as_list == item.list:
            yield _told_otherwise(alike, item, store)
        else:
            yield Problem.of(
                "loaded_as_another", list=list_label(as_list), source=_and_others(alike[0], alike)
            )


def _told_otherwise(loads: Sequence[Import], item: Import, store: Reader) -> Problem:
    """Of the latest, or of one that is `item` but for being said to be complete: there the two are
    never meant."""
    ways = {one.id: _differing(one, item, store) for one in loads}
    told = next((one for one in loads if ways[one.id] <= {"complete"}), loads[0])
    way = ways[told.id]
    return Problem.of(
        "loaded_twice" if way <= {"complete"} else "loaded_otherwise",
        how=in_words(way, told.options),
        source=_and_others(told, loads),
        undo=undoing(told.id),
    )


def _and_others(told: Import, loads: Sequence[Import]) -> Label:
    load = other_load(loads, {told.id})
    return count(_OTHERS, len(loads) - 1, load=load) if len(loads) > 1 else load


class _Said(NamedTuple):
    """Who is meant, and the day, as they are written."""

    pole: str | None
    group: str | None
    declared_by: str | None
    date: str | None

    @classmethod
    def by(cls, said: Mapping[str, str]) -> _Said:
        return cls(*map(said.get, cls._fields))


def _means(one: _Said, other: _Said, store: Reader) -> bool:
    who = zip(one[:-1], other[:-1], strict=True)
    return _day(one) == _day(other) and all(_is_one(*texts, store) for texts in who)


def _day(said: _Said) -> DateSpan | None:
    return DateSpan.parse(said.date) if said.date else None


def _is_one(text: str | None, other: str | None, store: Reader) -> bool:
    """Whether both name the same actor; it may be one that was undone, whom nobody knows."""
    if not (text and other):
        return text == other
    if normalise(text) == normalise(other):
        return True
    bearer = bearer_of(store, text)
    return bearer is not None and bearer == bearer_of(store, other)


def _differing(one: Import, item: Import, store: Reader) -> frozenset[str]:
    def alike(option: str, text: str | None, other: str | None) -> bool:
        if option == "date":
            return one.observed_on == item.observed_on
        return _is_one(text, other, store) if option in _Said._fields else text == other

    return differing(one.options, item.options, alike)
