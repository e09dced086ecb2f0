"""What was done of suggestions: pairs that were introduced, or dismissed. Kept beside the network.

A paper of the shelf holds the acts of one pair, the last of which counts; taking it back uncovers
the one before. Actors that have merged since are the actor that they are now.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal
from urllib.parse import unquote

from pydantic import TypeAdapter

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound, Refused
from maillage.graph.papers import Shelf
from maillage.graph.port import Reader, Store
from maillage.graph.redaction import is_person

Act = Literal["introduced", "dismissed"]
Pair = tuple[str, str]

# What stands between the two in the id of a suggestion.
BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Said:
    """`on`: the day of an introduction as it was told; of a dismissal, the day it was written."""

    act: Act
    on: str
    author: str
    written_at: datetime


@dataclass(frozen=True, slots=True)
class Paper:
    left: str
    right: str
    acts: tuple[Said, ...] = ()


_PAPER = TypeAdapter(Paper)


def pair_id(one: str, other: str) -> str:
    """The id of a suggestion: it says of whom it is.

    >>> pair_id("val-horizon", "a~b")
    'a%7Eb~val-horizon'
    """
    left, right = sorted((one, other))
    return f"{_escaped(left)}{BETWEEN}{_escaped(right)}"


def pair_of(reader: Reader, id: str) -> Pair:
    """Of whom a suggestion is."""
    ends = [unquote(end) for end in id.split(BETWEEN, 1)]
    if len(ends) < 2 or not all(ends):
        raise NotFound("not_found", what="suggestion", id=id)
    one, other = (reader.actor(end).id for end in ends)
    if one == other:
        raise InvalidInput("introduced_to_itself", id=one)
    return min(one, other), max(one, other)


def introduce(
    store: Store, pair: Pair, on: DateSpan, *, author: str = "", now: datetime | None = None
) -> None:
    now = now or datetime.now(UTC)
    if on.earliest > now.date():
        raise InvalidInput("date_to_come", text=on.text)
    _write(store, pair, Said("introduced", on.text, author, now))


def dismiss(store: Store, pair: Pair, *, author: str = "", now: datetime | None = None) -> None:
    now = now or datetime.now(UTC)
    _write(store, pair, Said("dismissed", now.date().isoformat(), author, now))


def take_back(store: Store, pair: Pair) -> Said:
    """Forget the last act of a pair; `NotFound` if there is none."""
    id_, paper = _held(store, pair)
    if not paper.acts:
        raise NotFound("not_found", what="suggestion", id=pair_id(*pair))
    _put(store, id_, replace(paper, acts=paper.acts[:-1]))
    return paper.acts[-1]


def acts(reader: Reader) -> Mapping[Pair, Said]:
    """The act that counts of each pair whose actors are there, and are no persons; the others
    sleep."""
    found: dict[Pair, Said] = {}
    for paper in _papers(reader).values():
        pair = _now(reader, paper)
        if pair and paper.acts and not _of_persons(reader, pair):
            found[pair] = max(
                (paper.acts[-1], *([found[pair]] if pair in found else [])),
                key=lambda said: said.written_at,
            )
    return dict(sorted(found.items(), key=lambda item: (item[1].on, item[0])))


# ---------------------------------------------------------------------- papers


def _write(store: Store, pair: Pair, said: Said) -> None:
    if _of_persons(store, pair):
        raise Refused("person_introduced")
    id_, paper = _held(store, pair)
    _put(store, id_, replace(paper, acts=(*paper.acts, said)))


def _put(store: Store, id_: str, paper: Paper) -> None:
    if paper.acts:
        store.put_paper(Shelf.INTRODUCTIONS, id_, _PAPER.dump_json(paper).decode())
    else:
        store.drop_paper(Shelf.INTRODUCTIONS, id_)


def _held(reader: Reader, pair: Pair) -> tuple[str, Paper]:
    """The paper of a pair, whatever its actors were called when it was written."""
    for id_, paper in _papers(reader).items():
        if _now(reader, paper) == pair:
            return id_, paper
    return pair_id(*pair), Paper(*pair)


def _papers(reader: Reader) -> Mapping[str, Paper]:
    kept = reader.papers(Shelf.INTRODUCTIONS)
    return {id_: _PAPER.validate_json(text) for id_, text in kept.items()}


def _now(reader: Reader, paper: Paper) -> Pair | None:
    try:
        one, other = reader.actor(paper.left).id, reader.actor(paper.right).id
    except NotFound:
        return None
    return None if one == other else (min(one, other), max(one, other))


def _of_persons(reader: Reader, pair: Pair) -> bool:
    """Readers are not told who sole traders are: nor may the id of a pair tell them."""
    return any(is_person(reader.actor(end).attributes) for end in pair)


def _escaped(id_: str) -> str:
    return id_.replace("%", "%25").replace("~", "%7E")
