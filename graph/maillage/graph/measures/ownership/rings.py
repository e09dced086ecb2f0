"""Capital that goes round: rings, their loops, holdings of two firms in each other, own shares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import count

import numpy as np
from scipy import sparse

from maillage.graph.adjacency import Ints
from maillage.graph.errors import TooCostly
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant
from maillage.graph.measures.ownership.integrated import rings_of
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import Details, Json
from maillage.graph.measures.values import Rows
from maillage.graph.vocabulary import Label

LONGEST_CYCLE, MOST_CYCLES, MOST_STEPS = 6, 10_000, 2_000_000
# Code de commerce, L233-29 and L233-30: a tenth, strictly more.
TENTH = Fraction(1, 10)
# Firms of a ring above which its radius is found by iteration.
MOST_DENSE = 300


def circular_groups(study: OwnershipStudy, variant: str) -> Answer:
    """The firms of each ring, sorted; a firm that holds itself is a ring of one."""
    del variant
    rings = sorted(study.named(ring.tolist()) for ring in study.flow.rings)
    return Answer(rings, singular_rings=rings_of(study, study.flow))


def ring_radius(study: OwnershipStudy, variant: str) -> Answer:
    """Each ring, with how much of its capital goes round: 1 if it owns itself wholly."""
    del variant
    found = sorted(
        (study.named(ring.tolist()), _radius(study.flow.matrix[ring][:, ring]))
        for ring in study.flow.rings
    )
    rows: Rows = [[firms, radius] for firms, radius in found]
    return Answer(rows)


def _radius(part: sparse.csr_array) -> float:
    """The greatest eigenvalue; found on I + W, where a ring of even length has no rival to it."""
    size = part.shape[0]
    if size <= MOST_DENSE:
        return float(max(abs(np.linalg.eigvals(part.toarray()))))
    shifted = (part + sparse.eye_array(size)).tocsr()
    found = sparse.linalg.eigs(shifted, k=1, which="LM", v0=np.ones(size), tol=1e-12)[0]
    return float(abs(found[0]) - 1.0)


def elementary_cycles(study: OwnershipStudy, variant: str) -> Answer:
    """Each loop once, from its first id, with the product of the shares along it."""
    del variant
    found: list[tuple[list[str], float]] = []
    steps = count()
    for ring in study.flow.rings:
        holds = _held_within(study, ring)
        for firm in holds:
            found += _loops(holds, (firm,), 1.0, steps)
        if len(found) > MOST_CYCLES:
            raise TooCostly("costly_cycles")
    rows: Rows = [[firms, product] for firms, product in sorted(found)]
    return Answer(rows)


Holds = dict[str, list[tuple[str, float]]]


def _held_within(study: OwnershipStudy, ring: Ints) -> Holds:
    part = study.flow.matrix[ring][:, ring].tocoo()
    firms = [study.ids[firm] for firm in ring.tolist()]
    found: Holds = {}
    for i, j, share in zip(
        *(ends.tolist() for ends in part.coords), part.data.tolist(), strict=True
    ):
        found.setdefault(firms[i], []).append((firms[j], share))
    return found


def _loops(
    holds: Holds, path: tuple[str, ...], product: float, steps: Iterator[int]
) -> Iterator[tuple[list[str], float]]:
    """The loops that begin with a path, through firms whose ids come after its first."""
    for firm, share in holds[path[-1]]:
        if next(steps) > MOST_STEPS:
            raise TooCostly("costly_cycles")
        if firm == path[0]:
            yield list(path), product * share
        elif firm > path[0] and firm not in path and len(path) < LONGEST_CYCLE:
            yield from _loops(holds, (*path, firm), product * share, steps)


def reciprocal_holdings(study: OwnershipStudy, variant: str) -> Answer:
    """Pairs of firms that hold each other, with both shares."""
    least = TENTH if variant == "above_10_pct" else Fraction(0)
    held = _shares(study)
    found = sorted(
        (study.ids[left], study.ids[right], float(there), float(back))
        for (left, right), there in held.items()
        if study.ids[left] < study.ids[right]
        and (back := held.get((right, left), Fraction(0)))
        and max(there, back) > least
    )
    rows: Rows = [list(row) for row in found]
    return Answer(rows)


def own_shares(study: OwnershipStudy, variant: str) -> Answer:
    """What a firm holds of itself, and what the firms that it controls hold of it."""
    del variant
    held, told = _shares(study), dict[str, Json]()
    through: dict[int, Fraction] = {}
    for (owner, firm), part in held.items():
        if owner != firm and owner in study.majorities.controlled.get(firm, ()):
            through[firm] = through.get(firm, Fraction(0)) + part
    direct = {firm: part for (owner, firm), part in held.items() if owner == firm}
    for firm in sorted({*direct, *through}, key=study.ids.__getitem__):
        told[study.ids[firm]] = {
            "direct": float(direct.get(firm, 0)),
            "through_controlled": float(through.get(firm, 0)),
        }
    return Answer(Details(told))


def _shares(study: OwnershipStudy) -> dict[tuple[int, int], Fraction]:
    """The share of each holder in each firm, where it has one."""
    holdings = study.holdings
    ends = zip(holdings.owner.tolist(), holdings.owned.tolist(), strict=True)
    found: dict[tuple[int, int], Fraction] = {}
    for pair, share in zip(ends, holdings.share, strict=True):
        if share:
            found[pair] = found.get(pair, Fraction(0)) + share
    return found


MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="circular_groups",
        label=Label("Anneaux de détention", "Rings of ownership"),
        meaning=Label(
            "Quelles sociétés se détiennent-elles en rond\u202f?",
            "Which firms hold each other in a circle?",
        ),
        formula="strongly connected components of more than one firm, or of one that holds itself",
        reference="Vitali, Glattfelder & Battiston 2011, PLoS ONE 6:e25995",
        function=circular_groups,
        shape=Shape.ROWS,
        notes="rings that own themselves wholly are named in `singular_rings`",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="ring_radius",
        label=Label("Fermeture des anneaux", "How closed rings are"),
        meaning=Label(
            "À quel point le capital tourne-t-il en rond dans chaque anneau\u202f?",
            "How far does capital go round in each ring?",
        ),
        formula="spectral radius of W within the ring: 1 if it owns itself wholly",
        reference="Brioschi, Buzzacchi & Colombo 1989",
        function=ring_radius,
        shape=Shape.ROWS,
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="elementary_cycles",
        label=Label("Boucles de détention", "Loops of ownership"),
        meaning=Label(
            "Par quelles boucles, et pour quelle part, une société se détient-elle\u202f?",
            "Through which loops, and for what part, does a firm hold itself?",
        ),
        formula="[firms in order, product of the shares along the loop]",
        reference="definition; Johnson 1975, SIAM J. Comput. 4:77–84",
        function=elementary_cycles,
        shape=Shape.ROWS,
        variants=(Variant(f"up_to_{LONGEST_CYCLE}"),),
        cost=Cost.HEAVY,
        notes=f"own shares are loops of one; refused above {MOST_CYCLES:,} loops or {MOST_STEPS:,} "
        "steps",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="reciprocal_holdings",
        label=Label("Participations réciproques", "Reciprocal holdings"),
        meaning=Label(
            "Quelles sociétés se détiennent-elles l’une l’autre, et au-delà de ce que la loi "
            "admet\u202f?",
            "Which firms hold each other, and beyond what the law admits?",
        ),
        formula="[a, b, share of a in b, share of b in a]; above_10_pct: one of them is more than "
        "1/10",
        reference="Code de commerce, art. L233-29 and L233-30 (prohibited above 10 %), L233-31 "
        "(shares held by controlled firms lose their votes)",
        function=reciprocal_holdings,
        shape=Shape.ROWS,
        variants=(Variant("above_10_pct"), Variant("all")),
        notes="a flag to look at: the law asks that one of the two be a company with shares",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="own_shares",
        label=Label("Autodétention et autocontrôle", "Own shares"),
        meaning=Label(
            "Quelle part de son capital une société tient-elle, elle-même ou par celles qu’elle "
            "contrôle\u202f?",
            "What part of its own capital does a firm hold, itself or through firms it controls?",
        ),
        formula='{"direct": W_ii, "through_controlled": Σ W_ji over j that i controls}',
        reference="Code de commerce, art. L225-210 and L233-31: without votes",
        function=own_shares,
        shape=Shape.DETAILS,
        mode=Mode.OWNERSHIP,
    ),
)
