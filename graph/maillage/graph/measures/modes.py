"""The measures of two dates and of two modes: their registries, and the door to each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from maillage.graph.errors import UnknownName
from maillage.graph.measures import nestedness, qap, sharing, turnover
from maillage.graph.measures.chance import check_draws
from maillage.graph.measures.entry import Answer, Measure, Variant
from maillage.graph.measures.result import Result
from maillage.graph.measures.study import Watch, keep_on
from maillage.graph.measures.two_dates import TwoDates
from maillage.graph.measures.two_modes import TwoModes
from maillage.graph.network import Network, Partition

TWO_DATES: Mapping[str, Measure[TwoDates]] = {
    entry.name: entry for module in (turnover, qap) for entry in module.MEASURES
}

TWO_MODES: Mapping[str, Measure[TwoModes]] = {
    entry.name: entry for module in (sharing, nestedness) for entry in module.MEASURES
}


def measure_two_modes(
    network: Network,
    names: Iterable[str] | None = None,
    *,
    by: str,
    top: str,
    reach: str | None = None,
    groups: Sequence[str] | None = None,
    permutations: int | None = None,
    seed: int | None = None,
    watch: Watch = keep_on,
) -> list[Result]:
    """Rows are the nodes of group `top`, columns all others; `reach` is a partition of these."""
    check_draws(permutations)
    parts = Partition(network.column(by))
    spread = None if reach is None else network.partition(reach)
    modes = TwoModes(
        network,
        parts if groups is None else parts.declare(groups),
        top,
        spread,
        permutations,
        seed,
        watch,
    )
    return _measured(TWO_MODES, modes, names)


def measure_two_dates(
    before: Network,
    after: Network,
    names: Iterable[str] | None = None,
    *,
    lives: Mapping[str, int] | None = None,
    permutations: int | None = None,
    seed: int | None = None,
    watch: Watch = keep_on,
) -> list[Result]:
    """What changed from one network to the other, over the nodes that both have; `lives` counts
    what became of dated ties."""
    check_draws(permutations)
    dates = TwoDates(before, after, permutations, seed, watch, lives)
    return _measured(TWO_DATES, dates, names)


S = TypeVar("S", bound="Studied")


class Studied(Protocol):
    """What is measured in another mode: it says itself what a result is about."""

    @property
    def directed(self) -> bool: ...

    @property
    def permutations(self) -> int | None: ...

    def result(self: S, entry: Measure[S], variant: Variant, answer: Answer) -> Result: ...


def _measured(
    registry: Mapping[str, Measure[S]], study: S, names: Iterable[str] | None
) -> list[Result]:
    """Asked for by name, or all that apply; without draws, nothing that is made of them."""
    found = [
        study.result(entry, variant, entry.function(study, variant.name))
        for entry in [_find(registry, name) for name in names or registry]
        for variant in entry.variants
        if study.permutations != 0 or not (entry.drawn or variant.name == "monte_carlo")
    ]
    return found if names else [each for each in found if each.reason != "not_applicable"]


def _find(registry: Mapping[str, Measure[S]], name: str) -> Measure[S]:
    try:
        return registry[name]
    except KeyError:
        raise UnknownName(
            "unknown_name", what="measure", name=name, known=", ".join(sorted(registry))
        ) from None
