"""The figures beside a picture, as filters leave it."""

from __future__ import annotations

from dataclasses import dataclass

from maillage.api.eyes import Eyes
from maillage.api.figures import Figures, FiguresAsked, figures_of, measured_for
from maillage.api.held import Held
from maillage.api.questions.question import takes_long


@dataclass(frozen=True, kw_only=True)
class FiguresQuestion:
    asked: FiguresAsked
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return takes_long(held, measured_for(self.asked).values(), self.asked.permutations)

    def answer(self, held: Held) -> Figures:
        return figures_of(held, self.asked, self.eyes)
