"""Do the weights given to tiers decide the answer? The same measures under other weights."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from maillage.graph.measures.result import Bounds, Result
from maillage.graph.vocabulary import Tier

METHOD = "tier_weights"


def over_tier_weights(
    results: Sequence[Result],
    weights: Mapping[str, float],
    again: Callable[[Mapping[str, float], Sequence[str]], Sequence[Result]],
) -> list[Result]:
    """The results, with what weighted numbers would be under each other recoding.

    `again` takes measures by their names under other weights.
    """
    names = list(dict.fromkeys(result.measure for result in results if _is_weighted(result)))
    drawn: dict[tuple[str, str], list[float]] = {}
    others = recodings(weights) if names else []
    for other in others:
        for result in again(other, names):
            if isinstance(result.value, int | float):
                drawn.setdefault((result.measure, result.variant), []).append(result.value)
    return [
        _with_range(result, drawn.get((result.measure, result.variant), []))
        if _is_weighted(result)
        else result
        for result in results
    ]


def recodings(weights: Mapping[str, float]) -> list[dict[str, float]]:
    """All tiers alike; then each in turn half as heavy, and twice."""
    declared = {str(tier): weights.get(tier, 1.0) for tier in Tier}
    alike = dict.fromkeys(declared, 1.0)
    return [alike] + [
        {**declared, tier: weight * factor}
        for tier, weight in declared.items()
        for factor in (0.5, 2.0)
    ]


def _is_weighted(result: Result) -> bool:
    return result.weighted and isinstance(result.value, int | float)


def _with_range(result: Result, drawn: Sequence[float]) -> Result:
    if not drawn:
        return result
    bounds = Bounds(min(drawn), max(drawn), METHOD, 0, 0, codings=len(drawn))
    return replace(result, sensitivity=bounds)
