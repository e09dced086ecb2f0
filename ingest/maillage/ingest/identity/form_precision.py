"""Two declared forms that may both be true: one is said with more precision than the other."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.folding import normalise
from maillage.ingest.identity.forms import Form, Rank, declared_forms, with_wider

# A cooperative is also a company of one shape or another: the two are told apart.
_RANKS: tuple[Rank, ...] = ("form", "vehicle")


def are_contrary_forms(one: str, other: str) -> bool:
    """Whether what two legal forms mean contradicts each other, however they are written.

    >>> are_contrary_forms("S.A.R.L.", "sarl"), are_contrary_forms("Asso", "assoc. loi 1901")
    (False, False)
    >>> are_contrary_forms("EURL", "SARL"), are_contrary_forms("SCIC SA", "Coopérative")
    (False, False)
    >>> are_contrary_forms("SCOP", "SA"), are_contrary_forms("SCOP SARL", "SA")
    (False, True)
    >>> are_contrary_forms("association", "SARL"), are_contrary_forms("SCIC SA", "SCIC SARL")
    (True, True)
    """
    forms, others = declared_forms(one), declared_forms(other)
    if not forms or not others:
        return normalise(one) != normalise(other)
    said, told = _by_rank(forms), _by_rank(others)
    if not said or not told:
        return False  # a label (GEIQ) goes with any form
    shared = said.keys() & told.keys()
    return not shared or not all(
        said[rank] <= told[rank] or told[rank] <= said[rank] for rank in shared
    )


def _by_rank(forms: Iterable[Form]) -> dict[Rank, set[Form]]:
    """What they say of each rank; a rank of which they say nothing is not in it."""
    wider = with_wider(forms)
    said = {rank: {form for form in wider if form.rank == rank} for rank in _RANKS}
    return {rank: found for rank, found in said.items() if found}
