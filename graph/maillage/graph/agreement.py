"""How far two coders agree: Cohen's kappa, its standard error, and who chose what.

    κ = (p_o − p_e) / (1 − p_e)

`p_o` is the share of the items that both coded alike, `p_e` the share expected of two coders who
keep their own proportions and know nothing of each other (Cohen 1960). The standard error is the
large-sample one of Fleiss, Cohen and Everitt (1969), which holds for any κ and not only for κ = 0.
All is computed in fractions; only the square root is not exact.

References: J. Cohen, « A coefficient of agreement for nominal scales », Educational and
Psychological Measurement 20 (1960), 37–46. J. L. Fleiss, J. Cohen and B. S. Everitt, « Large sample
standard errors of kappa and weighted kappa », Psychological Bulletin 72 (1969), 323–327.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Literal

from maillage.graph.vocabulary import Label

Undefined = Literal["nothing_coded_by_both", "one_category", "one_category_of_one"]
WHY_UNDEFINED: Mapping[Undefined, Label] = {
    "nothing_coded_by_both": Label(
        "rien n’a été codé par les deux", "nothing was coded by both of them"
    ),
    "one_category": Label(
        "une seule catégorie employée par les deux\u202f: rien ne distingue l’accord du hasard",
        "both used one category only: nothing tells agreement from chance",
    ),
    "one_category_of_one": Label(
        "l’un des deux n’emploie qu’une catégorie\u202f: κ est nul quoi que dise l’autre, et n’a "
        "pas d’intervalle",
        "one of them used one category only: κ is zero whatever the other says, with no interval",
    ),
}
# The normal quantile of a 95 % interval.
Z_95 = 1.959963984540054


@dataclass(frozen=True)
class Agreement:
    """The table of two coders: `table[i][j]` items are `categories[i]` to the first of them and
    `categories[j]` to the second."""

    categories: tuple[str, ...]
    table: tuple[tuple[int, ...], ...]

    @cached_property
    def items(self) -> int:
        return sum(map(sum, self.table))

    @cached_property
    def observed(self) -> Fraction | None:
        if not self.items:
            return None
        return Fraction(sum(row[place] for place, row in enumerate(self.table)), self.items)

    @cached_property
    def expected(self) -> Fraction | None:
        if not self.items:
            return None
        products = (first * second for first, second in self._margins)
        return Fraction(sum(products), self.items**2)

    @cached_property
    def kappa(self) -> Fraction | None:
        if self.observed is None or self.expected is None or self.expected == 1:
            return None
        return (self.observed - self.expected) / (1 - self.expected)

    @property
    def undefined(self) -> Undefined | None:
        """Why there is no κ, or no interval around it, if there is none."""
        if not self.items:
            return "nothing_coded_by_both"
        if self.kappa is None:
            return "one_category"
        return "one_category_of_one" if self._settled else None

    @cached_property
    def _settled(self) -> bool:
        """Whether a coder of one category leaves κ nothing but zero: no sample could vary it."""
        return any(self.items in choices for choices in zip(*self._margins, strict=True))

    @cached_property
    def variance(self) -> Fraction | None:
        """Fleiss, Cohen and Everitt (1969), equation 13."""
        if self.kappa is None or self.expected is None or self._settled:
            return None
        short = 1 - self.kappa
        told = Fraction()
        for i, row in enumerate(self.table):
            for j, count in enumerate(row):
                # On the diagonal the margins of the category; off it those that would miss it.
                margins = Fraction(self._margins[j][0] + self._margins[i][1], self.items)
                term = 1 - margins * short if i == j else margins * short
                told += Fraction(count, self.items) * term**2
        told -= (self.kappa - self.expected * short) ** 2
        return told / (self.items * (1 - self.expected) ** 2)

    @property
    def standard_error(self) -> float | None:
        return None if self.variance is None else math.sqrt(self.variance)

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 %, within the values that κ can take."""
        if self.kappa is None or self.standard_error is None:
            return None
        reach = Z_95 * self.standard_error
        return max(-1.0, float(self.kappa) - reach), min(1.0, float(self.kappa) + reach)

    @cached_property
    def _margins(self) -> Sequence[tuple[int, int]]:
        """How often each coder chose each category."""
        columns = tuple(map(sum, zip(*self.table, strict=True)))
        return [(sum(row), column) for row, column in zip(self.table, columns, strict=True)]


def agreement(pairs: Iterable[Sequence[str]], order: Sequence[str] = ()) -> Agreement:
    """Of the two answers to each item; categories in `order`, then by name, those used only.

    >>> found = agreement(["aa"] * 20 + ["ab"] * 5 + ["ba"] * 10 + ["bb"] * 15)
    >>> found.kappa, found.variance
    (Fraction(2, 5), Fraction(252, 15625))
    >>> agreement(["aa"] * 3).undefined
    'one_category'
    """
    counts = Counter((first, second) for first, second in pairs)
    used = {answer for pair in counts for answer in pair}
    categories = (*(name for name in order if name in used), *sorted(used - set(order)))
    table = tuple(tuple(counts[row, column] for column in categories) for row in categories)
    return Agreement(categories, table)
