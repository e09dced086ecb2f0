"""Holdings: who holds which share of the capital and of the votes of what, as exact fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

import numpy as np

from maillage.graph.adjacency import Bools, Floats, Ints
from maillage.graph.errors import InvalidInput, NotFound, Refused
from maillage.graph.folding import normalise
from maillage.graph.network import Provenance

WHOLE = Fraction(1)
# What the rounding of people's figures may add to the shares of a firm, or leave of a closed ring.
ROUNDING = Fraction(1, 10**9)


class Excess(NamedTuple):
    """A firm whose shares or votes add up to more than the whole: a sentence about it, not a fault
    of what else a store holds."""

    code: str
    firm: str
    total: Fraction

    def sentence(self) -> InvalidInput:
        return InvalidInput(self.code, firm=self.firm, total=per_cent(self.total))


@dataclass(frozen=True, eq=False, repr=False)
class Holdings:
    """One line for each holder of each firm; own shares (`owner` is `owned`) are lines too.

    What the shares of a firm leave of the whole is its free float: nobody knows whose it is.
    """

    ids: tuple[str, ...]
    # public, ess, private…; None where nothing is known.
    kinds: tuple[str | None, ...]
    owner: Ints
    owned: Ints
    share: tuple[Fraction, ...]
    # Of the votes of the firm; the share of the capital where nothing else is said.
    votes: tuple[Fraction, ...]
    # Firms of whose votes something is told; of the others capital stands for them.
    voted: frozenset[int] = frozenset()
    names: tuple[str, ...] = ()
    provenance: Provenance = field(default_factory=Provenance)
    # What was found wrong of some firms of a store, and is left out; a file with one is refused.
    faults: tuple[InvalidInput, ...] = ()

    @property
    def n(self) -> int:
        return len(self.ids)

    @property
    def size(self) -> int:
        return len(self.share)

    @cached_property
    def index(self) -> Mapping[str, int]:
        return {node: number for number, node in enumerate(self.ids)}

    def node(self, text: str) -> str:
        """The id of whom somebody means: by the id, else by a name that one alone bears."""
        if text in self.index:
            return text
        wanted = normalise(text)
        bearers = [
            id_
            for id_, name in zip(self.ids, self.names, strict=False)
            if normalise(name) == wanted
        ]
        if len(bearers) > 1:
            raise Refused("name_of_several", name=text, actors=", ".join(bearers))
        if not bearers:
            raise NotFound("not_a_holder", id=text)
        return bearers[0]

    @cached_property
    def weight(self) -> Floats:
        """The shares as floats, for sums over long routes."""
        return np.array([float(share) for share in self.share], np.float64)

    @cached_property
    def firms(self) -> tuple[int, ...]:
        """Those that somebody holds."""
        return tuple(np.unique(self.owned).tolist())

    @cached_property
    def holders(self) -> tuple[int, ...]:
        """Those that hold something."""
        return tuple(np.unique(self.owner).tolist())

    @cached_property
    def lines_in(self) -> Mapping[int, Sequence[int]]:
        """The lines of each firm."""
        return _grouped(self.owned)

    @cached_property
    def known(self) -> Mapping[int, Fraction]:
        """How much of the capital of each firm has a known holder."""
        return totals(self.owned, self.share)

    @cached_property
    def isolates(self) -> int:
        touched: Bools = np.zeros(self.n, np.bool_)
        touched[self.owner] = touched[self.owned] = True
        return int(np.count_nonzero(~touched))


def totals(owned: Ints, share: Sequence[Fraction]) -> dict[int, Fraction]:
    """The sum of the shares of each firm."""
    found: dict[int, Fraction] = {}
    for firm, part in zip(owned.tolist(), share, strict=True):
        found[firm] = found[firm] + part if firm in found else part
    return found


def over_whole(owned: Ints, share: Sequence[Fraction]) -> dict[int, Fraction]:
    """Firms of which more than the whole would be held, with the sum: never made to fit."""
    found = totals(owned, share)
    return {firm: total for firm, total in found.items() if total > WHOLE + ROUNDING}


def per_cent(part: Fraction) -> str:
    """« 120.5 »: a fraction of the whole, as people write it."""
    return f"{Decimal(part.numerator * 100) / Decimal(part.denominator):.12g}"


def _grouped(keys: Ints) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for line, key in enumerate(keys.tolist()):
        found.setdefault(key, []).append(line)
    return found
