"""Measures of two networks side by side, in words: a pole at two dates, or two poles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from maillage.graph.measures.reasons import REASONS
from maillage.graph.measures.registry import ONE_MODE
from maillage.graph.measures.result import Result
from maillage.graph.readouts.index_words import FEWEST_TIES, ratio_label, signed_label
from maillage.graph.readouts.statement import Evidence, Statement
from maillage.graph.readouts.words.comparison import WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, joined, same


def measures_beside(
    first: Sequence[Result],
    last: Sequence[Result],
    evidence: Evidence,
    heads: tuple[Label, Label] | None = None,
) -> Iterator[Statement]:
    """`evidence`: what both rest upon. `heads`: whose the values are, unless they are of one date
    and then another."""
    for one in first:
        for other in last:
            if (one.measure, one.variant) == (other.measure, other.variant):
                yield replace(_beside(one, other, heads), evidence=evidence)


def in_a_row(told: Sequence[Statement], of: Literal["network", "members"]) -> Label:
    """Those that say something on both sides; of whom they are."""
    telling = [said.sentence for said in told if not said.verdict]
    key = "measures_of_members" if of == "members" else "measures"
    return fill(WORDS[key], measures=joined(telling, " ")) if telling else same("")


def _beside(one: Result, other: Result, heads: tuple[Label, Label] | None) -> Statement:
    numbers = [_number(one), _number(other)]
    silent, few = None in numbers, _few(one) or _few(other)
    return Statement(
        code="measure",
        section="measures",
        sentence=_sentence(one, other, heads),
        figures={
            "first": numbers[0],
            "last": numbers[1],
            "change": None if silent else (numbers[1] or 0) - (numbers[0] or 0),
            "ties": [one.ties, other.ties],
            "nodes": [one.n, other.n],
            "at": [one.at, other.at],
        },
        about=one.measure,
        verdict="no_value" if silent else "too_few" if few else "",
    )


def _sentence(one: Result, other: Result, heads: tuple[Label, Label] | None) -> Label:
    label = ONE_MODE[one.measure].label
    if one.reason and one.reason == other.reason:
        return fill(WORDS["none"], measure=label, reason=REASONS[one.reason])
    values = {"one": _value(one), "other": _value(other)}
    said = (
        fill(WORDS["measure_of_two"], measure=label, first=heads[0], last=heads[1], **values)
        if heads
        else fill(WORDS["measure"], measure=label, **values)
    )
    return fill(WORDS["few_ties"], said=said) if _few(one) or _few(other) else said


def _few(found: Result) -> bool:
    """An index of groups says nothing of a few ties."""
    return found.group_sizes is not None and found.reason is None and found.ties < FEWEST_TIES


def _value(found: Result) -> Label:
    value = _number(found)
    if value is None:
        reason = REASONS[found.reason] if found.reason else same("–")
        return fill(WORDS["no_value"], reason=reason)
    if found.group_sizes is not None:
        return signed_label(value)
    return ratio_label(value)


def _number(found: Result) -> float | None:
    return float(found.value) if isinstance(found.value, int | float) else None
