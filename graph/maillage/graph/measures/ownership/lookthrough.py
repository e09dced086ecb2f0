"""Whose capital it is in the end, by kind of holder; what cannot be traced is unknown."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from maillage.graph.adjacency import Floats
from maillage.graph.columns import UNKNOWN
from maillage.graph.measures.entry import Answer, Measure, Mode, Shape, Variant
from maillage.graph.measures.ownership.holdings import WHOLE, Holdings
from maillage.graph.measures.ownership.integrated import rings_of
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import Details, Json, Keyed
from maillage.graph.vocabulary import Label, Sector


def lookthrough_by_kind(study: OwnershipStudy, variant: str) -> Answer:
    """The columns of the roots, summed by their kind; the free float on the way is unknown."""
    del variant
    flow, holdings = study.flow_to_public, study.holdings
    kinds = sorted({*(kind for kind in holdings.kinds if kind), UNKNOWN})
    traced = {kind: _traced(study, kind) for kind in kinds}
    told: dict[str, Json] = {}
    for firm in holdings.firms:
        parts: dict[str, Json] = {
            kind: float(parts[firm]) for kind, parts in traced.items() if parts[firm] > 0
        }
        told[holdings.ids[firm]] = {**parts, UNKNOWN: float(traced[UNKNOWN][firm])}
    reasons = {holdings.ids[firm]: "singular" for firm in np.flatnonzero(flow.trapped)}
    if reasons and len(reasons) == len(told):
        return Answer(None, "singular", singular_rings=rings_of(study, flow))
    return Answer(Details(told, reasons), singular_rings=rings_of(study, flow))


def _traced(study: OwnershipStudy, kind: str) -> Floats:
    """What each firm has of its capital from roots of this kind, wherever it enters."""
    of_kind = np.array([(said or UNKNOWN) == kind for said in study.holdings.kinds], np.bool_)
    found = study.flow_to_public.forward(np.where(of_kind & study.roots, 1.0, 0.0))
    # A root is nobody's: what it is worth to itself is no share of it.
    found[study.roots] = 0.0
    if kind == UNKNOWN:
        found += study.flow_to_public.forward(_free_float(study))
    if kind == Sector.PUBLIC.value:
        found[study.public] = 1.0
    return found


def _free_float(study: OwnershipStudy) -> Floats:
    """The part of each firm that has no known holder."""
    found = np.zeros(study.holdings.n)
    for firm, part in study.holdings.known.items():
        if not study.roots[firm]:
            found[firm] = float(max(WHOLE - part, Fraction(0)))
    return found


def direct_by_kind(study: OwnershipStudy, variant: str) -> Answer:
    """The shares, or the votes, of those who hold each firm themselves, summed by their kind."""
    parts = study.holdings.votes if variant == "votes" else study.holdings.share
    return Answer(Details(_by_kind(study.holdings, parts)))


def _by_kind(holdings: Holdings, parts: Sequence[Fraction]) -> dict[str, Json]:
    owner, told = holdings.owner.tolist(), dict[str, Json]()
    for firm in holdings.firms:
        sums: dict[str, Fraction] = {}
        for line in holdings.lines_in[firm]:
            kind = holdings.kinds[owner[line]] or UNKNOWN
            sums[kind] = sums.get(kind, Fraction(0)) + parts[line]
        told[holdings.ids[firm]] = {kind: float(sums[kind]) for kind in sorted(sums)}
    return told


def direct_total_known(study: OwnershipStudy, variant: str) -> Answer:
    """How much of the capital of each firm has a known holder."""
    del variant
    holdings = study.holdings
    known = np.array([float(holdings.known[firm]) for firm in holdings.firms])
    return Answer(Keyed(tuple(holdings.ids[firm] for firm in holdings.firms), known))


def votes_beside_capital(study: OwnershipStudy, variant: str) -> Answer:
    """Only the firms of which somebody has another part of the votes than of the capital."""
    del variant
    holdings, told = study.holdings, dict[str, Json]()
    owner = holdings.owner.tolist()
    for firm in holdings.firms:
        lines = holdings.lines_in[firm]
        if any(holdings.votes[line] != holdings.share[line] for line in lines):
            told[holdings.ids[firm]] = {
                holdings.ids[owner[line]]: [
                    float(holdings.share[line]), float(holdings.votes[line])
                ]
                for line in lines
            }  # fmt: skip
    return Answer(Details(told))


MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="lookthrough_by_kind",
        label=Label("Capital par transparence", "Look-through by kind"),
        meaning=Label(
            "À quelles natures de détenteurs le capital revient-il, à travers les sociétés "
            "intermédiaires\u202f?",
            "To which kinds of holders does the capital belong, through the firms between?",
        ),
        formula="Σ over roots r of a kind of Y_rj, holdings in public bodies cut; unknown = free "
        "float traced the same way + roots of unknown kind; the sum is 1",
        reference="Brioschi, Buzzacchi & Colombo 1989; roots are holders that nobody holds",
        function=lookthrough_by_kind,
        shape=Shape.DETAILS,
        variants=(Variant("roots"),),
        notes="tracing stops at public bodies, public to themselves; null `singular` for what a "
        "ring that owns itself wholly holds a part of",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="direct_by_kind",
        label=Label("Capital et voix par nature", "Capital and votes by kind"),
        meaning=Label(
            "Quelles natures de détenteurs ont le capital, et les voix, au premier rang\u202f?",
            "Which kinds of holders have the capital, and the votes, at first hand?",
        ),
        formula='Σ over holders i of a kind of W_ij; "votes": of their part of the votes',
        reference="first tier; votes: loi n° 47-1775, art. 1er and 19 octies, or as listed",
        function=direct_by_kind,
        shape=Shape.DETAILS,
        variants=(Variant(""), Variant("votes")),
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="direct_total_known",
        label=Label("Capital connu", "Known capital"),
        meaning=Label(
            "De quelle part du capital connaît-on le détenteur\u202f?",
            "Of what part of the capital is the holder known?",
        ),
        formula="Σ_i W_ij; what is left of 1 is the free float",
        reference="definition",
        function=direct_total_known,
        shape=Shape.BY_NODE,
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="votes_beside_capital",
        label=Label("Voix et capital", "Votes beside capital"),
        meaning=Label(
            "Où les voix ne suivent-elles pas le capital\u202f?",
            "Where do votes not follow capital?",
        ),
        formula="[part of the capital, part of the votes] of each holder",
        reference="loi n° 47-1775, art. 1er (one member, one vote), 19 octies (colleges of a SCIC)",
        function=votes_beside_capital,
        shape=Shape.DETAILS,
        notes="only firms where they differ",
        mode=Mode.OWNERSHIP,
    ),
)
