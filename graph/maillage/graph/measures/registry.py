"""Every measure there is, by name, and the one door to take them.

A measure is added by a file with its functions and `MEASURES`, and one line here. The other modes
have registries of the same entries: two modes and two dates in `modes`, holdings in `ownership`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from maillage.graph.columns import Column
from maillage.graph.errors import InvalidInput, UnknownName
from maillage.graph.measures import (
    assortativity,
    attack,
    bootstrap,
    brokerage,
    burt,
    centralisation,
    centrality,
    chance,
    cohesion,
    communities,
    components,
    cores,
    degree_null,
    disparity,
    diversity,
    ei,
    fragility,
    join_counts,
    krackhardt,
    missing,
    mixing,
    multiplexity,
    odds,
    segregation,
    spectral,
    triads,
)
from maillage.graph.measures.chance import check_draws, label_permutation, too_few_ways
from maillage.graph.measures.codings import range_of
from maillage.graph.measures.entry import Answer, Measure, Variant
from maillage.graph.measures.p_values import TOO_SMALL
from maillage.graph.measures.result import LeftOut, Result
from maillage.graph.measures.study import Study, Watch, keep_on
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
        chance,
        degree_null,
        missing,
        spectral,
        diversity,
        communities,
        brokerage,
        burt,
        cohesion,
        bootstrap,
        multiplexity,
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
    watch: Watch = keep_on,
) -> list[Result]:
    """The measures asked for, or all that apply; every variant of each.

    Without `by`, all that need no partition. `permutations` adds a permutation test to the
    indices that have one; with 0 nothing is drawn. `watch` follows the draws and may stop them.
    """
    check_draws(permutations)
    asked = names is not None
    entries = [find(name) for name in names] if names is not None else list(ONE_MODE.values())
    partition = _partition(network, by, groups)
    stopped = False

    def follow(done: int, wanted: int) -> bool:
        nonlocal stopped
        stopped = not watch(done, wanted)
        return not stopped

    readings = _Readings(Study(network, partition, weighted, permutations, seed, watch=follow))
    found: list[Result] = []
    for entry in entries:
        if not asked and entry.drawn and permutations == 0:
            continue
        if asked or partition is not None or not entry.needs_partition:
            taken = _all_variants(entry, readings.of(entry), asked=asked)
            found += map(_interrupted, taken) if stopped else taken
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
    check_draws(permutations)
    entry, partition = find(name), _partition(network, by, groups)
    study = _Readings(Study(network, partition, weighted, permutations, seed)).of(entry)
    if variant is None:
        fitting = _fitting(entry, study, weighted=weighted, asked=True)
        return _result(entry, fitting[0], study) if fitting else _inapplicable(entry, study)[0]
    for each in entry.variants:
        if each.name == variant:
            weighing = replace(study, weighted_asked=weighted or each.weighted)
            fits = each in _fitting(entry, study, weighted=True, asked=True)
            return _result(entry, each, weighing) if fits else _no_answer(entry, each, study)
    known = ", ".join(each.name for each in entry.variants)
    raise UnknownName("unknown_name", what="variant", name=variant, known=known)


class _Readings:
    """Three ways to study one network, made when first needed."""

    def __init__(self, study: Study) -> None:
        self.parted = study

    def of(self, entry: Measure[Study]) -> Study:
        if not entry.needs_partition:
            return self.plain
        if self.parted.partition is None:
            raise InvalidInput("partition_needed", measure=entry.name)
        return self.table if entry.shows_undecided else self.parted

    @cached_property
    def plain(self) -> Study:
        """Everybody, whether their group is known or not."""
        return self.parted if self.parted.whole else replace(self.parted, partition=None)

    @cached_property
    def table(self) -> Study:
        """With the undecided in rows of their own."""
        return replace(self.parted, partition=self.parted.parts.shown)


def _partition(network: Network, by: By, groups: Sequence[str] | None) -> Partition | None:
    if by is None:
        return None
    if isinstance(by, str):
        by = network.partition(by)
    partition = Partition(by) if isinstance(by, Column) else by
    return partition if groups is None else partition.declare(groups)


def _all_variants(entry: Measure[Study], study: Study, *, asked: bool) -> list[Result]:
    variants = _fitting(entry, study, weighted=study.weighted_asked, asked=asked)
    if not variants and asked:
        return _inapplicable(entry, study)
    found: dict[str, Result] = {}
    for variant in variants:
        exact = found.get(variant.instead_of or "")
        # A sample stands in for what was refused; it adds nothing to what was not.
        if variant.instead_of is None or (exact and exact.reason == "too_costly"):
            found[variant.name] = _result(entry, variant, study)
    # What this network knows nothing of (kinds of tie) is said to those who ask.
    return [each for each in found.values() if asked or each.reason != "not_applicable"]


def _fitting(entry: Measure[Study], study: Study, *, weighted: bool, asked: bool) -> list[Variant]:
    return [
        variant
        for variant in entry.variants
        if variant.applies(directed=study.directed, weighted=weighted, asked=asked)
    ]


def _inapplicable(entry: Measure[Study], study: Study) -> list[Result]:
    variants = [each for each in entry.variants if not each.weighted and not each.asked]
    return [_no_answer(entry, variant, study) for variant in variants]


def _no_answer(entry: Measure[Study], variant: Variant, study: Study) -> Result:
    return _shape(entry, variant, study, Answer(None, "not_applicable"))


def _result(entry: Measure[Study], variant: Variant, study: Study) -> Result:
    answer = entry.function(study, variant.name)
    result = _shape(entry, variant, study, answer)
    if entry.ranged and not study.whole:
        result = replace(result, range=range_of(entry.function, study, variant.name))
    if entry.permuted and study.permutations and isinstance(answer.value, float | int):
        return _tested(result, entry, study, answer.value)
    return result


def _tested(result: Result, entry: Measure[Study], study: Study, observed: float) -> Result:
    """With the p of an index under random labels; said where there are too few of these."""
    if too_few_ways(study):
        return replace(result, warnings=(*result.warnings, TOO_SMALL))
    drawn = label_permutation(
        entry.function, study, result.variant, observed, weighted=result.weighted
    )
    return replace(result, **vars(drawn)) if drawn else result


def _interrupted(result: Result) -> Result:
    if result.draws is None:
        return result
    return replace(result, warnings=(*result.warnings, "interrupted"))


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
        p_least=answer.p_least,
        view=provenance.view,
        left_out=study.left_out if partition else LeftOut(),
        view_left_out=LeftOut(provenance.left_out_nodes, provenance.left_out_ties),
        notes=provenance.notes,
        advice_code=answer.advice,
    )
