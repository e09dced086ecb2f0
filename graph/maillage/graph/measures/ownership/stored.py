"""Holdings from the `ownership` view of a store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import numpy as np

from maillage.graph.errors import InvalidInput
from maillage.graph.measures.ownership.holdings import Excess, Holdings, over_whole
from maillage.graph.measures.ownership.votes import (
    RULES,
    Line,
    faults_of,
    told_of,
    votes_of,
)
from maillage.graph.model import Tie
from maillage.graph.network import Network

Pair = tuple[int, int]


def holdings_of(network: Network, ties: Iterable[Tie]) -> Holdings:
    """The view's holdings, parallel ones summed, with the votes that `ties` tell of them.

    A firm of which more than the whole would be held keeps none of its lines: its capital is not
    known, and `faults` says so. One whose votes exceed the whole, or are not told by its rule,
    votes as its capital, and `faults` says so too.
    """
    shares = _summed(network)
    told = _told(network, ties, shares)
    pairs = sorted(shares)
    lines = [told.get(pair) or _line(network, pair, shares[pair]) for pair in pairs]
    rules = _rules(network)
    faults = faults_of(lines, rules)
    lines = [_silent(line) if line.firm in faults else line for line in lines]
    rules = {firm: rule for firm, rule in rules.items() if firm not in faults}
    found = Holdings(
        ids=network.ids,
        kinds=_sectors(network),
        owner=np.array([owner for owner, _ in pairs], np.int32),
        owned=np.array([owned for _, owned in pairs], np.int32),
        share=tuple(shares[pair] for pair in pairs),
        votes=tuple(votes_of(lines, rules)),
        voted=frozenset(network.index[firm] for firm in told_of(lines, rules)),
        names=network.names,
        provenance=network.provenance,
        faults=tuple(_by_name(network, faults[firm]) for firm in sorted(faults)),
    )
    return _within_votes(_within_whole(found))


def _summed(network: Network) -> dict[Pair, Fraction]:
    """The view holds the sources' decimals as floats: fourteen digits name the decimal again."""
    ties, found = network.ties, dict[Pair, Fraction]()
    ends = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    for pair, weight in zip(ends, ties.weight.tolist(), strict=True):
        found[pair] = found.get(pair, Fraction(0)) + Fraction(f"{weight:.14g}")
    return found


def _told(
    network: Network, ties: Iterable[Tie], shares: Mapping[Pair, Fraction]
) -> dict[Pair, Line]:
    """What is said of votes by the ties that the view holds, known by their ends and share."""
    found: dict[Pair, Line] = {}
    for tie in ties:
        pair = network.index.get(tie.source, -1), network.index.get(tie.target, -1)
        share = _part(tie, "share_pct")
        if share is not None and shares.get(pair) == share:
            college = str(tie.attributes.get("college", "")) or None
            votes, of_college = _part(tie, "votes_pct"), _part(tie, "college_votes_pct")
            found[pair] = Line(tie.target, tie.source, share, votes, college, of_college)
    return found


def _line(network: Network, pair: Pair, share: Fraction) -> Line:
    owner, owned = pair
    return Line(network.ids[owned], network.ids[owner], share)


def _silent(line: Line) -> Line:
    """The same, of whose votes nothing is told."""
    return Line(line.firm, line.owner, line.share)


def _by_name(network: Network, fault: InvalidInput) -> InvalidInput:
    """The same fault, with the names of the actors for their ids."""
    said = {
        key: network.names[network.index[str(value)]] if key in ("firm", "owner") else value
        for key, value in fault.values.items()
    }
    return InvalidInput(fault.code, **said)


def _part(tie: Tie, name: str) -> Fraction | None:
    try:
        return Fraction(str(tie.attributes.get(name, "")).replace(",", ".")) / 100
    except (ValueError, ZeroDivisionError):
        return None


def _sectors(network: Network) -> tuple[str | None, ...]:
    column = network.column("sector")
    return tuple(None if code < 0 else column.categories[code] for code in column.codes.tolist())


def _rules(network: Network) -> Mapping[str, str]:
    """The rule of voting that an attribute `voting` of the firm names, where it is one of ours."""
    if "voting" not in network.columns:
        return {}
    column = network.column("voting")
    said = {
        node: column.categories[code]
        for node, code in zip(network.ids, column.codes, strict=True)
        if code >= 0
    }
    return {node: rule for node, rule in said.items() if rule in RULES}


def _within_whole(holdings: Holdings) -> Holdings:
    over = over_whole(holdings.owned, holdings.share)
    if not over:
        return holdings
    keep = ~np.isin(holdings.owned, list(over))
    source = holdings.provenance
    left = {**source.left_out_ties, "over_whole": int(np.count_nonzero(~keep))}
    return replace(
        holdings,
        owner=holdings.owner[keep],
        owned=holdings.owned[keep],
        share=_at(holdings.share, keep),
        votes=_at(holdings.votes, keep),
        provenance=replace(source, left_out_ties=left),
        faults=holdings.faults + _excess("shares_over_whole", holdings, over),
    )


def _within_votes(holdings: Holdings) -> Holdings:
    over = over_whole(holdings.owned, holdings.votes)
    by_capital = [
        share if firm in over else votes
        for firm, share, votes in zip(
            holdings.owned.tolist(), holdings.share, holdings.votes, strict=True
        )
    ]
    faults = holdings.faults + _excess("votes_over_whole", holdings, over)
    told = holdings.voted - over.keys()
    return replace(holdings, votes=tuple(by_capital), voted=told, faults=faults)


def _excess(
    code: str, holdings: Holdings, over: Mapping[int, Fraction]
) -> tuple[InvalidInput, ...]:
    return tuple(Excess(code, holdings.names[firm], over[firm]).sentence() for firm in sorted(over))


def _at(parts: Sequence[Fraction], keep: np.ndarray) -> tuple[Fraction, ...]:
    return tuple(part for part, kept in zip(parts, keep.tolist(), strict=True) if kept)
