"""Every measure of ownership, by name, and the one door to take them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.graph.errors import NotFound, TooCostly, UnknownName
from maillage.graph.measures.entry import Answer, Measure, undefined
from maillage.graph.measures.ownership import (
    control,
    integrated,
    lookthrough,
    network_power,
    power,
    rings,
)
from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import LeftOut, Result

OWNERSHIP: Mapping[str, Measure[OwnershipStudy]] = {
    entry.name: entry
    for module in (lookthrough, integrated, control, power, network_power, rings)
    for entry in module.MEASURES
}
# What is said of one holder; the others are about firms.
OF_ONE_OWNER = (
    "integrated_ownership",
    "network_value",
    "self_ownership",
    "control_majority",
    "control_by_votes",
)


def measure_ownership(
    holdings: Holdings, names: Iterable[str] | None = None, *, owner: str | None = None
) -> list[Result]:
    """The measures asked for, or all: of everybody, or what concerns one owner."""
    asked = list(names or ()) or list(OWNERSHIP if owner is None else OF_ONE_OWNER)
    known = OWNERSHIP if owner is None else OF_ONE_OWNER
    for name in asked:
        if name not in known:
            raise UnknownName(
                "unknown_name", what="measure", name=name, known=", ".join(sorted(known))
            )
    if owner is not None and owner not in holdings.index:
        raise NotFound("not_a_holder", id=owner)
    study = OwnershipStudy(holdings, None if owner is None else holdings.index[owner])
    return [
        _result(study, OWNERSHIP[name], variant.name)
        for name in asked
        for variant in OWNERSHIP[name].variants
    ]


def _result(study: OwnershipStudy, entry: Measure[OwnershipStudy], variant: str) -> Result:
    try:
        answer = entry.function(study, variant)
    except TooCostly as error:
        answer = undefined("too_costly", advice=error.code)
    return _shape(study.holdings, entry.name, variant, answer)


def _shape(holdings: Holdings, name: str, variant: str, answer: Answer) -> Result:
    source = holdings.provenance
    return Result(
        measure=name,
        variant=variant,
        value=answer.value,
        reason=answer.reason,
        n=holdings.n,
        ties=holdings.size,
        directed=True,
        weighted=True,
        isolates=holdings.isolates,
        warnings=answer.warnings,
        view=source.view,
        view_left_out=LeftOut(source.left_out_nodes, source.left_out_ties),
        notes=source.notes,
        advice_code=answer.advice,
        singular_rings=answer.singular_rings,
    )
