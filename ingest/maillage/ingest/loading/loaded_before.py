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
from maillage.graph.wording import fill
from maillage.ingest.list_labels import list_label
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.other_load import other_load
from maillage.ingest.loading.whose import bearer_of
from maillage.ingest.problems import Problem

_ANOTHER_DAY = Label("à une autre date", "of another date")
_OTHERWISE = Label("autrement", "in another way")


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
    """Each load that counts of the same sheets of the same file, as another list or otherwise."""
    if any(one.id == item.id and one.live for one in known):
        return
    for one in known:
        if one.sha256 != item.sha256 or one.id == item.id or not one.live:
            continue
        if any(record.sheet in sheets for record in store.records_of(one.id)):
            source = other_load(known, {one.id})
            if one.list == item.list:
                yield Problem.of("loaded_otherwise", how=_how(one, item, store), source=source)
            else:
                yield Problem.of("loaded_as_another", list=list_label(one.list), source=source)


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


def _how(one: Import, item: Import, store: Reader) -> Label:
    """In what the load `one` differs."""
    whose, other = (each.options.get("pole", each.options.get("group")) for each in (one, item))
    if whose and not _is_one(whose, other, store):
        return fill(("pour « {name} »", "for “{name}”"), name=whose)
    return _OTHERWISE if one.observed_on == item.observed_on else _ANOTHER_DAY
