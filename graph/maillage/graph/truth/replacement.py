"""Imports that take the place of one another: of those of one place, one alone counts.

They lie on one another, each `replaced_by` the next, and the last counts. What counts again is laid
on top; what is undone is taken off, as if it had never been there, wherever it lay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from maillage.graph.model import Import


def with_replaced(item: Import, known: Mapping[str, Import]) -> list[Import]:
    """The import as it is to be from now on, and what changes with it in its place."""
    was = known.get(item.id)
    item = replace(item, replaces=(was and was.replaces) or item.replaces, replaced_by="")
    if was and was.live and item.live:
        return [item]
    below = [one for one in known.values() if one.replaced_by == item.id]
    taken_off = [replace(one, live=was.live, replaced_by=was.replaced_by) for one in below if was]
    if not item.live:
        return [item, *taken_off]
    place = of_one_place({item.id, item.replaces}, known.values()) - {item.id}
    top = [one for one in known.values() if one.live and one.id in place]
    return [item, *taken_off, *(replace(one, live=False, replaced_by=item.id) for one in top)]


def counting_instead(import_id: str, known: Mapping[str, Import]) -> Import | None:
    """The import that counts in the place that this one gave up, if it gave it up."""
    item = known.get(import_id)
    if item is None or item.state != "replaced":
        return None
    while item.replaced_by:
        item = known[item.replaced_by]
    return item


def of_one_place(ids: Iterable[str], imports: Iterable[Import]) -> set[str]:
    """All that took the place of these, one after the other, or gave them theirs; these too."""
    pairs = [{one.id, one.replaces} for one in imports if one.replaces]
    found = set(ids) - {""}
    while more := {id_ for pair in pairs if pair & found for id_ in pair} - found:
        found |= more
    return found


def turning(imports: Iterable[Import], known: Mapping[str, Import]) -> list[Import]:
    """Of those that are known, the ones that begin to count, or no longer do."""
    return [one for one in imports if one.id in known and one.live != known[one.id].live]
