"""Every measure there is, by name, and the one door to take them.

A measure is added by a file with its functions and `MEASURES`, and one line here. The other modes
(two modes, two dates, ownership) have registries of the same entries beside `ONE_MODE`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from maillage.graph.columns import Column
from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.measures import (
    assortativity,
    attack,
    brokerage,
    burt,
    centralisation,
    centrality,
    cohesion,
    communities,
    components,
    cores,
    disparity,
    diversity,
    ei,
    fragility,
    join_counts,
    krackhardt,
    mixing,
    odds,
    segregation,
    spectral,
    triads,
)
from maillage.graph.measures.chance import label_permutation
from maillage.graph.measures.codings import range_of
from maillage.graph.measures.entry import Answer, Measure, Variant
from maillage.graph.measures.result import LeftOut, Result
from maillage.graph.measures.study import Study
from maillage.graph.network import Network, Partition

By = str | Column | Partition | None

ONE_MODE: Mapping[str, Measure[Study]] = {
    entry.name: entry
    for module in (
        mixing,
        ei,
        assortativity,
        segregation,
        odds,
        join_counts,
        spectral,
        diversity,
        communities,
        brokerage,
        burt,
        cohesion,
        triads,
        cores,
        components,
        fragility,
        attack,
        centralisation,
        centrality,
        krackhardt,
        disparity,
    )
    for entry in module.MEASURES
}


def find(name: str) -> Measure[Study]:
    try:
        return ONE_MODE[name]
    except KeyError:
        raise UnknownName(
            "unknown_name", what="measure", name=name, known=", ".join(sorted(ONE_MODE))
        ) from None


def measure(
    network: Network,
    names: Iterable[str] | None = None,
    *,
    by: By = None,
    weighted: bool = False,
    permutations: int | None = None,
    seed: int | None = None,
    groups: Sequence[str] | None = None,
) -> list[Result]:
    """The measures asked for, or all that apply; every variant of each.

    Without `by`, all that need no partition. `permutations` adds a permutation test to the
    indices that have one.
    """
    asked = names is not None
    entries = [find(name) for name in names] if names is not None else list(ONE_MODE.values())
    partition = _partition(network, by, groups)
    study = Study(network, partition, weighted, permutations, seed)
    # Measures that need no partition run on everybody; tables show the undecided in rows.
    plain = study if study.whole else replace(study, partition=None)
    table = study if partition is None else replace(study, partition=partition.shown)
    found: list[Result] = []
    for entry in entries:
        if entry.needs_partition and partition is None:
            if asked:
                raise InvalidInput("partition_needed", measure=entry.name)
            continue
        taken = study if entry.needs_partition else plain
        found += _all_variants(entry, table if entry.shows_undecided else taken, asked=asked)
    return found


def measure_one(
    network: Network,
    name: str,
    *,
    variant: str | None = None,
    by: By = None,
    weighted: bool = False,
    permutations: int | None = None,
    seed: int | None = None,
    groups: Sequence[str] | None = None,
) -> Result:
    """One measure: the variant named, or the first that applies."""
    results = measure(
        network,
        [name],
        by=by,
        weighted=weighted or variant is not None,
        permutations=permutations,
        seed=seed,
        groups=groups,
    )
    for result in results:
        if variant is None or result.variant == variant:
            return result
    known = ", ".join(result.variant for result in results)
    raise UnknownName("unknown_name", what="variant", name=variant, known=known)


def _partition(network: Network, by: By, groups: Sequence[str] | None) -> Partition | None:
    if by is None:
        return None
    if isinstance(by, str):
        by = network.partition(by)
    partition = Partition(by) if isinstance(by, Column) else by
    return partition if groups is None else partition.declare(groups)


def _all_variants(entry: Measure[Study], study: Study, *, asked: bool) -> list[Result]:
    variants = entry.variants_for(
        directed=study.directed, weighted=study.weighted_asked, asked=asked
    )
    if variants:
        return [_result(entry, variant, study) for variant in variants]
    if not asked:
        return []
    others = entry.variants_for(directed=not study.directed, weighted=False, asked=False)
    return [_shape(entry, variant, study, Answer(None, "not_applicable")) for variant in others]


def _result(entry: Measure[Study], variant: Variant, study: Study) -> Result:
    answer = entry.function(study, variant.name)
    result = _shape(entry, variant, study, answer)
    if entry.ranged and not study.whole:
        result = replace(result, range=range_of(entry.function, study, variant.name))
    if entry.permuted and study.permutations and isinstance(answer.value, float | int):
        drawn = label_permutation(entry.function, study, variant.name, answer.value)
        result = replace(result, **vars(drawn))
    return result


def _shape(entry: Measure[Study], variant: Variant, study: Study, answer: Answer) -> Result:
    graph = study.weighted if variant.weighted else study.binary
    partition = study.partition if entry.needs_partition else None
    number = answer.value if isinstance(answer.value, float | int) else None
    provenance = study.network.provenance
    return Result(
        measure=entry.name,
        variant=variant.name,
        value=answer.value,
        reason=answer.reason,
        n=study.n,
        ties=graph.size,
        directed=study.directed,
        weighted=variant.weighted,
        by=partition.name if partition else None,
        groups=study.groups if partition else None,
        group_sizes=dict(zip(study.groups, study.sizes.tolist(), strict=True))
        if partition
        else None,
        self_ties_dropped=study.network.self_ties,
        isolates=graph.isolates,
        seed=answer.seed,
        warnings=answer.warnings,
        expected=answer.expected,
        difference=None if answer.expected is None or number is None else number - answer.expected,
        interval=answer.interval,
        bounds=answer.bounds,
        draws=answer.draws,
        p=answer.p,
        se=answer.se,
        view=provenance.view,
        left_out=study.left_out if partition else LeftOut(),
        view_left_out=LeftOut(provenance.left_out_nodes, provenance.left_out_ties),
        notes=provenance.notes,
        advice_code=answer.advice,
    )
