"""The words of a picture, computed from it: the sentence first, what it rests upon after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from maillage.graph.dates import DateSpan
from maillage.graph.vocabulary import Family, Label, Layer, Sector, Status
from maillage.graph.wording import joined, listed, same, when
from maillage.viz.legend import in_sectors
from maillage.viz.scene_model import Caption, LeftOut, Node, TieMark
from maillage.viz.words import count, say

# What may hold the poles together is looked for among so many, in pictures up to such a size.
_CANDIDATES, _LOOK_UP_TO = 40, 5_000
_BEST = 5


def write_caption(
    nodes: Sequence[Node],
    ties: Sequence[TieMark],
    *,
    date: str | None = None,
    left_out: Sequence[LeftOut] = (),
    title: Label | None = None,
) -> Caption:
    """`title` replaces the computed sentence: a story's or an aggregated view's own."""
    shape = _Shape(nodes, ties)
    undated = len(guessed(ties, date)) if date else sum(map(_undated, ties))
    sentence = title or _sentence(shape)
    return Caption(
        sentence=sentence,
        nuance=_nuance(shape, sentence, undated, date, left_out),
        summary=_summary(shape),
        encoding=say("encoding"),
        nodes=len(nodes),
        ties=len(ties),
        components=shape.components,
        undated=undated,
        left_out=tuple(left_out),
    )


def guessed(ties: Sequence[TieMark], date: str) -> list[int]:
    """The rows of those kept at this date though nothing says that they were there by then."""
    return [row for row, tie in enumerate(ties) if _guessed(tie, date)]


class _Shape:
    """The picture as a graph."""

    def __init__(self, nodes: Sequence[Node], ties: Sequence[TieMark]) -> None:
        self.nodes, self.ties = nodes, ties
        index = {node.id: row for row, node in enumerate(nodes)}
        self.ends: NDArray[np.int64] = np.array(
            [(index[tie.source], index[tie.target]) for tie in ties], dtype=np.int64
        ).reshape(-1, 2)
        self.poles = np.flatnonzero([node.family is Family.POLE for node in nodes])
        parts = self.parts(np.empty(0, np.int64))
        self.components = int(parts.max()) + 1 if len(parts) else 0
        self.alone = len(nodes) - len(np.unique(self.ends))

    def parts(self, without: NDArray[np.int64]) -> NDArray[np.int64]:
        """The component of each node once some are taken away."""
        ends = self.ends[~np.isin(self.ends, without).any(axis=1)]
        matrix = coo_array((np.ones(len(ends)), ends.T), shape=(len(self.nodes),) * 2)
        return np.asarray(connected_components(matrix, directed=False)[1], dtype=np.int64)

    def joined_pairs(self, without: NDArray[np.int64]) -> int:
        """Pairs of poles that a path joins."""
        sizes = np.array(list(Counter(self.parts(without)[self.poles].tolist()).values()))
        return int((sizes * (sizes - 1) // 2).sum())


def _sentence(shape: _Shape) -> Label:
    if not shape.nodes:
        return say("nobody")
    if not shape.ties:
        return say("no_tie")
    if gathered := _gathered(shape):
        return gathered
    bridges = _what_holds(shape)
    if bridges:
        names = [same(shape.nodes[row].label) for row in bridges]
        poles = count("poles", len(shape.poles))
        if len(names) == 1:
            return say("held_by_one", poles=poles, first=names[0])
        return say("held_by_two", poles=poles, first=names[0], second=names[1])
    return _counts(shape)


def _counts(shape: _Shape) -> Label:
    """« 73 acteurs, lieux et pôles, 100 liens, en 3 ensembles séparés ; 2 sans aucun lien. »

    Somebody alone is no set."""
    return say(
        "in_parts_alone" if shape.alone else "in_parts",
        actors=count("actors", len(shape.nodes) - shape.alone),
        ties=count("ties", len(shape.ties)),
        parts=count("parts", shape.components - shape.alone),
        alone=count("alone", shape.alone),
    )


def _gathered(shape: _Shape) -> Label | None:
    """« Le Périscope réunit 21 membres : 13 de l’ESS, 3 publics et 5 non documentés. »

    All that is known of a network of which only lists of members were told."""
    if any(tie.layer is not Layer.AFFILIATION for tie in shape.ties):
        return None
    homes = set(shape.poles.tolist())
    joining = [ends for ends in shape.ends.tolist() if len(homes.intersection(ends)) == 1]
    members = {row for ends in joining for row in ends} - homes
    poles = sorted({row for ends in joining for row in ends} & homes)
    if not members:
        return None
    sectors = Counter(shape.nodes[row].sector for row in members if in_sectors(shape.nodes[row]))
    most_first = sorted(sectors, key=lambda sector: (-sectors[sector], list(Sector).index(sector)))
    counted = [count(f"of_{sector}", sectors[sector]) for sector in most_first]
    name = same(shape.nodes[poles[0]].label) if len(poles) == 1 else count("poles", len(poles))
    key = "gathers" if len(poles) == 1 else "gather"
    return say(key, poles=name, members=count("members", len(members)), sectors=listed(counted))


def _what_holds(shape: _Shape) -> list[int]:
    """The one or two marks, no poles, without which most pairs of poles come apart.

    Said only when all the poles are joined, so that « no longer linked » is true.
    """
    if len(shape.poles) < 2 or len(shape.nodes) > _LOOK_UP_TO:
        return []
    nobody = np.empty(0, np.int64)
    whole = shape.joined_pairs(nobody)
    if whole < len(shape.poles) * (len(shape.poles) - 1) // 2:
        return []
    taken: list[int] = []
    for _ in range(2):
        candidates = [row for row in _bridges(shape) if row not in taken]
        if not candidates:
            return []
        left = {row: shape.joined_pairs(np.array([*taken, row])) for row in candidates}
        taken.append(min(candidates, key=lambda row: (left[row], shape.nodes[row].id)))
        if 2 * left[taken[-1]] <= whole:
            return taken
    return []


def _bridges(shape: _Shape) -> list[int]:
    """Marks tied to several islands, the most first."""
    islands: dict[int, set[str]] = {}
    for one, other in shape.ends.tolist():
        for row, near in ((one, other), (other, one)):
            home = shape.nodes[near].island
            if home and shape.nodes[row].family is not Family.POLE:
                islands.setdefault(row, set()).add(home)
    found = [row for row, homes in islands.items() if len(homes) > 1]
    return sorted(found, key=lambda row: (-len(islands[row]), shape.nodes[row].id))[:_CANDIDATES]


def _nuance(
    shape: _Shape, sentence: Label, undated: int, date: str | None, left_out: Sequence[LeftOut]
) -> Label:
    """Counts (unless the sentence gives them), who says so, dates, what is left out."""
    parts = [_as_of(date)] if date else []
    if sentence != _counts(shape):
        parts.append(count("actors", len(shape.nodes)))
        parts.append(_ties_and_their_word(shape))
    elif word := _one_word(shape):
        parts.append(say("ties_all", standing=word))
    if _gathered(shape):
        parts.append(say("no_cooperation"))
    planned = sum(tie.status is Status.PLANNED for tie in shape.ties)
    if planned:
        parts.append(count("planned", planned))
    if undated:
        parts.append(count("guessed" if date else "undated", undated))
    if left_out:
        parts.append(_reasons(left_out))
    return joined(parts, " · ")


def _as_of(date: str) -> Label:
    """« au 19 septembre 2014 », but « en 2014 »."""
    is_day = len(date) == len("2014-09-19")
    return say("as_of" if is_day else "as_of_period", date=when(date))


def _ties_and_their_word(shape: _Shape) -> Label:
    """« 100 liens, tous rapportés par un tiers »."""
    ties, word = count("ties", len(shape.ties)), _one_word(shape)
    return joined([ties, say("all_standing", standing=word)], ", ") if word else ties


def _one_word(shape: _Shape) -> Label | None:
    """What all the ties rest upon, when it is the same for all."""
    standings = {tie.standing for tie in shape.ties}
    if len(standings) != 1 or None in standings or len(shape.ties) < 2:
        return None
    return say(f"standing_many_{standings.pop()}")


def _reasons(left_out: Sequence[LeftOut]) -> Label:
    shown = joined([joined([same(str(out.count)), out.label], " ") for out in left_out], ", ")
    text = say("left_out", reasons=shown)
    return Label(fr=text.fr.rstrip("."), en=text.en.rstrip("."))


def _summary(shape: _Shape) -> Label:
    """For those who do not see the picture."""
    best = sorted(shape.nodes, key=lambda node: (-node.degree, node.id))[:_BEST]
    names = [say("best_tied_one", name=node.label, n=node.degree) for node in best if node.degree]
    told = [_counts(shape)]
    if names:
        told.append(say("best_tied", names=listed(names)))
    return joined(told, " ")


def _guessed(tie: TieMark, date: str) -> bool:
    seen = tie.first_observed or tie.last_observed
    late = seen and DateSpan.parse(seen).earliest > DateSpan.parse(date).latest
    return not tie.start and (not seen or bool(late))


def _undated(tie: TieMark) -> bool:
    return not (tie.start or tie.end or tie.first_observed or tie.last_observed)
