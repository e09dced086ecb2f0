"""How much of a firm ends up with a holder, by all routes."""

from __future__ import annotations

import numpy as np

from maillage.graph.adjacency import Bools, Floats
from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.ownership.flow import Flow
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed, Matrix
from maillage.graph.vocabulary import Label

# A square of this side is the largest matrix that is given.
MOST_ROWS = 2_000


def integrated_ownership(study: OwnershipStudy, variant: str) -> Answer:
    """What each holder ends up with of each firm; its row alone where one is asked for."""
    if study.owner is not None:
        return _one_row(study, study.owner, variant)
    flow = study.flow
    if flow.n > MOST_ROWS:
        return undefined("too_costly", advice="costly_holders")
    if flow.singular:
        return Answer(None, "singular", singular_rings=rings_of(study, flow))
    owned = flow.square()
    if variant == "corrected":
        owned = owned / (1.0 + np.diag(owned))[:, None]
    return Answer(Matrix("ids", study.ids, owned))


def _one_row(study: OwnershipStudy, owner: int, variant: str) -> Answer:
    if study.flow.closed[owner]:
        return Answer(None, "singular", singular_rings=rings_of(study, study.flow))
    owned = study.flow.row(owner)
    if variant == "corrected":
        owned = owned / (1.0 + owned[owner])
    return Answer(Matrix("ids", study.ids, owned[None, :], rows=(study.ids[owner],)))


def network_value(study: OwnershipStudy, variant: str) -> Answer:
    """What each is worth with all that it holds, every firm being worth 1 by itself."""
    flow = study.flow
    if study.owner is not None and not flow.closed[study.owner]:
        row = flow.row(study.owner)
        loops = row[study.owner] if variant == "corrected" else 0.0
        return Answer({study.ids[study.owner]: float((1.0 + row.sum()) / (1.0 + loops))})
    values = flow.backward(np.ones(flow.n))
    if variant == "uncorrected":
        return _by_node(study, values, {"singular": flow.closed})
    unknown = {"singular": flow.closed, "too_costly": flow.untraced}
    return _by_node(study, values / (1.0 + flow.loops), unknown)


def self_ownership(study: OwnershipStudy, variant: str) -> Answer:
    """How much of each firm ends up with itself, round the rings that it is in."""
    del variant
    flow = study.flow
    own = flow.loops / (1.0 + flow.loops)
    return _by_node(study, own, {"singular": flow.closed, "too_costly": flow.untraced})


def rings_of(study: OwnershipStudy, flow: Flow) -> tuple[tuple[str, ...], ...]:
    """The closed rings by the ids of their firms."""
    return tuple(sorted(tuple(study.named(ring.tolist())) for ring in flow.singular))


def _by_node(study: OwnershipStudy, values: Floats, unknown: dict[str, Bools]) -> Answer:
    """Every node, or the one asked for; nothing at all where no node has a value."""
    rings = rings_of(study, study.flow)
    why = np.zeros(study.holdings.n, np.int8)
    for reason, where in unknown.items():
        why[where & (why == 0)] = NUMBER[reason]
    nodes = np.arange(study.holdings.n) if study.owner is None else np.array([study.owner])
    if len(nodes) and why[nodes].all():
        return Answer(None, "singular" if rings else "too_costly", singular_rings=rings)
    ids = tuple(study.ids[node] for node in nodes)
    kept = np.where(why[nodes] > 0, 0.0, values[nodes])
    return Answer(Keyed(ids, kept, why[nodes] if why.any() else None), singular_rings=rings)


_BOTH = (Variant("uncorrected"), Variant("corrected"))
_VITALI = (
    "Brioschi, Buzzacchi & Colombo 1989, J. Banking & Finance 13:747–772; Baldone, Brioschi & "
    "Paleari 1998; Vitali, Glattfelder & Battiston 2011, PLoS ONE 6:e25995, SI 3"
)

MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="integrated_ownership",
        label=Label("Détention intégrée", "Integrated ownership"),
        meaning=Label(
            "Quelle part de chaque société revient à chaque détenteur, par toutes les voies\u202f?",
            "What part of each firm ends up with each holder, by all routes?",
        ),
        formula="Y = (I − W)⁻¹ W (uncorrected); Ŷ = diag(L)⁻¹ L W with L = (I − W)⁻¹ (corrected: "
        "routes never come back to the holder)",
        reference=_VITALI,
        function=integrated_ownership,
        shape=Shape.MATRIX,
        variants=_BOTH,
        cost=Cost.MATRIX,
        notes="rows hold, columns are held; uncorrected for look-through from roots, corrected for "
        "firms inside rings; null `singular` if a ring owns itself wholly, which is named; above "
        "2,000 rows `--owner` gives one",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="network_value",
        label=Label("Valeur avec ses participations", "Value with its holdings"),
        meaning=Label(
            "Combien de sociétés entières chacun tient-il en somme, lui-même compris\u202f?",
            "How many whole firms does each hold in sum, itself included?",
        ),
        formula="L·v (uncorrected), diag(L)⁻¹ L·v (corrected), v = 1",
        reference=_VITALI,
        function=network_value,
        shape=Shape.BY_NODE,
        variants=_BOTH,
        notes="null `singular` in a ring that owns itself wholly",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="self_ownership",
        label=Label("Part de soi par les boucles", "Own part through loops"),
        meaning=Label(
            "Quelle part d’elle-même une société tient-elle, par les anneaux\u202f?",
            "What part of itself does a firm hold, through rings?",
        ),
        formula="Ŷ_ii = 1 − 1/L_ii",
        reference=_VITALI,
        function=self_ownership,
        shape=Shape.BY_NODE,
        notes="0 outside rings",
        mode=Mode.OWNERSHIP,
    ),
)
