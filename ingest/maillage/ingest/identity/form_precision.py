"""Two declared forms that may both be true: one is said with more precision than the other."""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.folding import normalise
from maillage.ingest.identity.forms import Form, declared_forms


def are_contrary_forms(one: str, other: str) -> bool:
    """Whether what two legal forms mean contradicts each other, however they are written.

    >>> are_contrary_forms("S.A.R.L.", "sarl"), are_contrary_forms("Asso", "assoc. loi 1901")
    (False, False)
    >>> are_contrary_forms("SCOP SARL", "SCOP"), are_contrary_forms("Coopérative", "SCIC SA")
    (False, False)
    >>> are_contrary_forms("association", "SARL"), are_contrary_forms("SCIC SA", "SCIC SARL")
    (True, True)
    """
    forms, others = declared_forms(one), declared_forms(other)
    if not forms or not others:
        return normalise(one) != normalise(other)
    return not (_hold(forms, others) or _hold(others, forms))


def _hold(forms: Iterable[Form], told: Iterable[Form]) -> bool:
    """Whether the first say all that the others do. A label (GEIQ) goes with any form."""
    return all(
        wider.rank == "label" or any(_is_kind_of(form, wider) for form in forms) for wider in told
    )


def _is_kind_of(form: Form, wider: Form) -> bool:
    """The form that a type is called after is the widest of it: a SCOP is a cooperative."""
    return form == wider or form.type == wider.name
