"""Holdings from two plain files, read strictly: a wrong line is named, and nothing is measured."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from os import PathLike
from pathlib import Path

import numpy as np
import polars as pl

from maillage.graph.columns import MISSING_TEXTS
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.ownership.holdings import Excess, Holdings, over_whole
from maillage.graph.measures.ownership.votes import RULES, Line, told_of, votes_of
from maillage.graph.network import Provenance
from maillage.graph.reading import (
    FIRST_LINE,
    ends_of,
    node_ids,
    node_names,
    origin_of,
    read_table,
    refuse_first,
    text_column,
)

# « 0.51 », « 51 », « 1/3 », « 5e-3 »: a decimal or a fraction, of a length that people write.
_NUMBER = re.compile(r"(\d{1,30}(\.\d{0,30})?|\.\d{1,30})(e-?\d{1,2})?|\d{1,15}/\d{1,15}")
PER_CENT = "_pct"
_PARTS = ("share", "votes", "college_votes")
# The columns of holdings; of any other it is said that it is not read.
READ = {"owner", "owned", "college", *_PARTS, *(name + PER_CENT for name in _PARTS)}
# Shares are written alike by thousands: each is read once.
ALIKE = 100_000


def read_holdings(holdings: str | PathLike[str], nodes: str | PathLike[str]) -> Holdings:
    """Nodes: `id`, `kind`, perhaps `voting` (`votes.RULES`). Holdings: `owner`, `owned`, `share`
    (0.51) or `share_pct` (51), perhaps `votes`, `college` and `college_votes`, also in `_pct`."""
    lines_path, nodes_path = Path(holdings), Path(nodes)
    node_table, table = read_table(nodes_path), read_table(lines_path)
    ids = node_ids(node_table, nodes_path)
    owner, owned = (ends_of(table, end, pl.Enum(ids), lines_path) for end in ("owner", "owned"))
    _refuse_repeated(table, owner, owned, lines_path)
    names = tuple(ids.to_list())
    lines = _lines(table, names, owner, owned, lines_path)
    rules = _rules(node_table, names, nodes_path)
    told = told_of(lines, rules)
    found = Holdings(
        ids=names,
        kinds=_kinds(node_table, nodes_path),
        owner=owner,
        owned=owned,
        share=tuple(line.share for line in lines),
        votes=tuple(votes_of(lines, rules)),
        voted=frozenset(place for place, name in enumerate(names) if name in told),
        names=node_names(node_table, ids),
        provenance=Provenance(
            origin=origin_of(holdings=lines_path, nodes=nodes_path),
            notes=tuple(f"column_unread:{name}" for name in table.columns if name not in READ),
        ),
    )
    _refuse_over_whole(found)
    return found


def _refuse_over_whole(holdings: Holdings) -> None:
    for code, parts in (
        ("shares_over_whole", holdings.share),
        ("votes_over_whole", holdings.votes),
    ):
        for firm, total in over_whole(holdings.owned, parts).items():
            raise Excess(code, holdings.ids[firm], total).sentence()


def _lines(
    table: pl.DataFrame, ids: Sequence[str], owner: np.ndarray, owned: np.ndarray, path: Path
) -> list[Line]:
    share = _parts(table, "share", path)
    if share is None:
        raise InvalidInput("share_missing", path=path, known=", ".join(table.columns))
    votes = _parts(table, "votes", path) or [None] * len(share)
    weights = _parts(table, "college_votes", path) or [None] * len(share)
    colleges = _texts(table, "college") or [None] * len(share)
    _refuse_without_capital(share, votes, path)
    return [
        Line(ids[firm], ids[holder], part or Fraction(0), *said)
        for holder, firm, part, *said in zip(
            owner.tolist(), owned.tolist(), share, votes, colleges, weights, strict=True
        )
    ]


def _refuse_without_capital(
    share: Sequence[Fraction | None], votes: Sequence[Fraction | None], path: Path
) -> None:
    for line, (part, cast) in enumerate(zip(share, votes, strict=True), FIRST_LINE):
        if part is None:
            code = "share_blank" if cast is None else "votes_without_capital"
            raise InvalidInput(code, path=path, line=line)


def _parts(table: pl.DataFrame, name: str, path: Path) -> list[Fraction | None] | None:
    """A column of parts of a whole, as its heading says: fractions, or per cent."""
    found = [column for column in (name, name + PER_CENT) if column in table.columns]
    if len(found) > 1:
        raise InvalidInput("share_twice", path=path, columns=" + ".join(found))
    if not found:
        return None
    texts = text_column(table, found[0], path).fill_null("").to_list()
    read = _in_per_cent if found[0].endswith(PER_CENT) else _as_written
    parts = [read(text) if text else None for text in texts]
    for line, (text, part) in enumerate(zip(texts, parts, strict=True), FIRST_LINE):
        if text and (part is None or part > 1):
            code = "share_comma" if re.fullmatch(r"\d+,\d+", text) else "share_invalid"
            whole = 100 if found[0].endswith(PER_CENT) else 1
            shown = {"column": found[0], "value": text, "whole": whole}
            raise InvalidInput(code, path=path, line=line, **shown)
    return parts


@lru_cache(ALIKE)
def _as_written(text: str) -> Fraction | None:
    if not _NUMBER.fullmatch(text.lower()) or re.fullmatch(r"\d+/0+", text):
        return None
    return Fraction(text)


@lru_cache(ALIKE)
def _in_per_cent(text: str) -> Fraction | None:
    found = _as_written(text)
    return None if found is None else found / 100


def _refuse_repeated(table: pl.DataFrame, owner: np.ndarray, owned: np.ndarray, path: Path) -> None:
    pairs = pl.DataFrame({"owner": owner, "owned": owned})
    again = (
        pairs.is_duplicated() & ~pairs.select(pl.struct(pl.all()).is_first_distinct()).to_series()
    )
    refuse_first(again, table["owner"] + " → " + table["owned"], "holding_twice", path)


def _kinds(table: pl.DataFrame, path: Path) -> tuple[str | None, ...]:
    text_column(table, "kind", path)
    return tuple(
        None if not text or text.lower() in MISSING_TEXTS else text
        for text in _texts(table, "kind") or ()
    )


def _texts(table: pl.DataFrame, name: str) -> list[str | None] | None:
    if name not in table.columns:
        return None
    texts = table[name].cast(pl.String).str.strip_chars()
    return [text or None for text in texts.to_list()]


def _rules(table: pl.DataFrame, ids: Sequence[str], path: Path) -> Mapping[str, str]:
    """The rule of the firms that name one."""
    said = _texts(table, "voting") or []
    for line, rule in enumerate(said, FIRST_LINE):
        if rule and rule not in RULES:
            known = ", ".join(RULES)
            raise InvalidInput("voting_unknown", path=path, line=line, value=rule, known=known)
    return {firm: rule for firm, rule in zip(ids, said, strict=bool(said)) if rule}
