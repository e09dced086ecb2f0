"""One name in several writings: which of them an actor bears.

Who is believed decides between names. Between writings of one name, the care that was taken does:
a register and a hurried hand write « POLE D'AURAY » for « Pôle d'Auray ». A reviewer's stays.
"""

from __future__ import annotations

from collections.abc import Iterable

from maillage.graph.folding import normalise
from maillage.graph.truth.evidence import Trust, Word

# In letters; what is longer, all in capitals, is a name that was not written as it is.
LONGEST_ACRONYM = 6


def best_writing(name: str, said: Iterable[tuple[Word, str]]) -> str:
    """Of a name that is believed, the writing to show: itself unless another took more care.

    That is one neither all in capitals nor all in small letters; then the one of most accents.
    """
    folded = normalise(name)
    same = [(_carelessness(text), word, text) for word, text in said if normalise(text) == folded]
    own = min((each for each in same if each[2] == name), default=None)
    best = min(same, default=None)
    if own is None or best is None or own[1].trust is Trust.REVIEWER or best[0] == own[0]:
        return name
    return best[2]


def _carelessness(text: str) -> tuple[bool, int]:
    letters = [char for char in text if char.isalpha()]
    shouted = text.isupper() and len(letters) > LONGEST_ACRONYM
    return shouted or text.islower(), -sum(not char.isascii() for char in letters)
