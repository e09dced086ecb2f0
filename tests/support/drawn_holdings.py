"""Random holdings for property tests: few firms, so that capital goes round, and exact shares."""

from __future__ import annotations

from fractions import Fraction

from exact_ownership import holdings
from hypothesis import strategies as st

from maillage.graph.measures.ownership.holdings import Holdings

LETTERS = "abcdef"
KINDS = ("public", "ess", "private", "")


@st.composite
def drawn_holdings(
    draw: st.DrawFn, *, acyclic: bool = False, most: int = 5, whole: int = 12
) -> Holdings:
    """Each firm has `whole` shares, some without a known holder; own shares too, unless acyclic.

    No ring is closed: each firm that somebody holds keeps at least one share in other hands.
    """
    ids = LETTERS[: draw(st.integers(2, most))]
    shares: dict[tuple[str, str], Fraction] = {}
    for place, firm in enumerate(ids):
        left = whole - 1
        for holder in ids[:place] if acyclic else ids:
            if left and draw(st.integers(0, 2)) == 0:
                part = draw(st.integers(1, left))
                left -= part
                shares[holder, firm] = Fraction(part, whole)
    kinds = {firm: draw(st.sampled_from(KINDS)) for firm in ids}
    return holdings(shares, {firm: kind for firm, kind in kinds.items() if kind}, more=ids)
