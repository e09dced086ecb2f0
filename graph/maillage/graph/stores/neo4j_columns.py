"""How many things travel: column by column, and what is sent, a column of texts as one text.

The driver packs value by value, which takes it longer than making them. One long text is packed at
once, and the server splits it: `$name[0]` at each `$name[1]`, a character that is in none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, count
from typing import Any


def sent(rows: Sequence[Any]) -> dict[str, object]:
    """The parameters that rows become: one for each field, or `$rows` where they are maps. Of what
    a field holds, texts and tuples of them are sent as texts, anything else as it is."""
    if isinstance(rows[0], Mapping):
        return {"rows": rows}
    columns = zip(rows[0]._fields, zip(*rows, strict=True), strict=True)
    return {name: _column(values) for name, values in columns}


def received(chunks: Iterable[Sequence[Sequence[Any]]]) -> Iterator[tuple[Any, ...]]:
    """The rows of columns that come in chunks.

    >>> list(received([(["a", "b"], [1, 2]), (["c"], [3])]))
    [('a', 1), ('b', 2), ('c', 3)]
    """
    return chain.from_iterable(zip(*columns, strict=True) for columns in chunks)


def texts(values: Iterable[str]) -> list[str]:
    """As one text, and what parts them.

    >>> texts(["a", "b"])
    ['a\\x01b', '\\x01']
    """
    values = list(values)
    between = max(len(values) - 1, 0)
    joined = ((parting.join(values), parting) for parting in map(chr, count(1)))
    return next([text, parting] for text, parting in joined if text.count(parting) == between)


def split(name: str) -> str:
    """In Cypher, the values of such a column, under its name."""
    return f"split(${name}[0], ${name}[1]) AS {name}"


def split_lists(name: str) -> str:
    """In Cypher, the texts of a column of lists, under its name, and where each list begins."""
    return f"{split(name)}, coalesce(${name}[2], range(0, ${name}[3])) AS begins"


def _column(values: Sequence[Any]) -> object:
    if isinstance(values[0], str):
        return texts(values)
    if isinstance(values[0], tuple):
        return _lists(values)
    return values


def _lists(values: Sequence[Sequence[str]]) -> list[object]:
    """Lists end to end, where each one begins, and how many there are; the last number is where the
    last one ends. Of lists of one text each, which most are, nobody need be told."""
    single = all(len(value) == 1 for value in values)
    begins = None if single else list(accumulate(map(len, values), initial=0))
    return [*texts(chain.from_iterable(values)), begins, len(values)]
