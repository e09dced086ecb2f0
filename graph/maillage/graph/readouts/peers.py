"""A pole beside its peers: those of the same type, of a like size, of a like age.

Peers are compared by rank, never in a list of merit, and not at all below `LEAST_PEERS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maillage.graph.model import Attributes
from maillage.graph.readouts.statement import UNKNOWN, Statement, of_actors
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.reliance import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill

LEAST_PEERS = 5
# Of like size: from half to twice as many members. Of like age: founded so many years apart.
TIMES_AS_MANY = 2
YEARS_APART = 3


def compared(pole: Subject) -> Iterator[Statement]:
    """Ties and kinds of tie, among the poles of each sort of peers."""
    actors = pole.graph.actors
    others = [row for row in pole.pole_rows if row != pole.row]
    own = actors.attributes[pole.row]
    for name, alike in (("type", _same_type), ("size", _like_size), ("age", _like_age)):
        label = alike(own, own)
        if label is None:
            yield Statement(code=f"no_{name}", section=UNKNOWN, sentence=fill(WORDS[f"no_{name}"]))
            continue
        peers = [row for row in others if alike(own, actors.attributes[row])]
        if len(peers) < LEAST_PEERS:
            yield _too_few(pole, name, peers, label)
        else:
            yield _ranked(pole, name, peers, label)


def _too_few(pole: Subject, name: str, peers: Sequence[int], label: Label) -> Statement:
    return Statement(
        code="too_few_peers",
        section=UNKNOWN,
        about=name,
        sentence=fill(
            WORDS["too_few_peers"],
            poles=count(COUNTS["poles"], len(peers)),
            same=label,
            least=LEAST_PEERS,
        ),
        figures={"peers": len(peers)},
        evidence=of_actors(pole.ids(peers)),
    )


def _ranked(pole: Subject, name: str, peers: Sequence[int], label: Label) -> Statement:
    own = _figures(pole)
    theirs = [_figures(pole.pole(pole.graph.actors.ids[row])) for row in peers]
    below = {what: sum(1 for each in theirs if each[what] < n) for what, n in own.items()}
    # Mid-ranks, so that equals share their place.
    quantiles = {
        f"quantile_{what}": (below[what] + sum(1 for each in theirs if each[what] == n) / 2)
        / len(peers)
        for what, n in own.items()
    }
    return Statement(
        code="peers",
        section="peers",
        about=name,
        sentence=fill(
            WORDS["peers"],
            poles=count(COUNTS["poles"], len(peers)),
            same=label,
            ties=count(COUNTS["ties"], own["ties"]),
            kinds=count(COUNTS["kinds"], own["kinds"]),
            rank_ties=fill(WORDS["rank"], below=below["ties"]),
            rank_kinds=fill(WORDS["rank"], below=below["kinds"]),
        ),
        figures={**own, **quantiles, "peers": len(peers)},
        evidence=of_actors(pole.ids(peers)),
    )


def _figures(pole: Subject) -> Mapping[str, int]:
    return {
        "ties": len(pole.lines),
        "kinds": len(set(pole.graph.ties.kind[pole.lines].tolist())),
    }


def _same_type(own: Attributes, other: Attributes) -> Label | None:
    said = own.get("typology_adam")
    if not said or other.get("typology_adam") != said:
        return None
    known = WORDS.get(f"type_{said}")
    return fill(WORDS["same_type"], what=fill(known) if known else str(said))


def _like_size(own: Attributes, other: Attributes) -> Label | None:
    mine, theirs = own.get("member_count"), other.get("member_count")
    if not isinstance(mine, int) or not isinstance(theirs, int):
        return None
    least, most = -(-mine // TIMES_AS_MANY), mine * TIMES_AS_MANY
    return fill(WORDS["same_size"], least=least, most=most) if least <= theirs <= most else None


def _like_age(own: Attributes, other: Attributes) -> Label | None:
    mine, theirs = own.get("founded_year"), other.get("founded_year")
    if not isinstance(mine, int) or not isinstance(theirs, int):
        return None
    first, last = mine - YEARS_APART, mine + YEARS_APART
    if not first <= theirs <= last:
        return None
    return fill(WORDS["same_age"], first=str(first), last=str(last))
