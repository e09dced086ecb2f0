"""What it costs to take names of persons out of texts: once for a revision, then for each text.

python bench/masking.py [--names 10000] [--texts 100000]
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Sequence

from maillage.graph.masking import Names

SEED = 1
_SYLLABLES = ("ma", "rie", "jo", "an", "du", "pont", "le", "ro", "gu", "é", "vi", "da", "mi", "ço",
              "lo", "to", "pe", "ne")  # fmt: skip
WORDS_OF_A_TEXT, ONE_IN = 12, 50


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--names", type=int, default=10_000)
    parser.add_argument("--texts", type=int, default=100_000)
    options = parser.parse_args(arguments)
    names, texts = _drawn(random.Random(SEED), options.names, options.texts)
    start = time.process_time()
    known = Names(names)
    made = time.process_time()
    masked = sum(known.masked(text, "#", whole="##") != text for text in texts)
    done = time.process_time()
    print(f"{len(names)} names, {len(texts)} texts of {WORDS_OF_A_TEXT} words, seed {SEED}")
    print(f"made ready once        {made - start:6.2f} s of processor")
    print(f"all texts, {masked} masked {done - made:6.2f} s of processor")
    print(f"one text               {(done - made) / max(len(texts), 1) * 1e6:6.1f} µs")
    return 0


def _drawn(dice: random.Random, names: int, texts: int) -> tuple[list[str], list[str]]:
    """First names are few and words of other texts too; one text in fifty holds a name."""

    def word(syllables: int) -> str:
        return "".join(dice.choice(_SYLLABLES) for _ in range(syllables)).capitalize()

    firsts = [word(2) for _ in range(300)]
    known = [f"{dice.choice(firsts)} {word(3)}" for _ in range(names)]
    vocabulary = [word(dice.randint(1, 4)) for _ in range(20_000)] + firsts
    told = [" ".join(dice.choices(vocabulary, k=WORDS_OF_A_TEXT)) for _ in range(texts)]
    for place in range(0, texts, ONE_IN):
        told[place] += f", chez {dice.choice(known).upper()}"
    return known, told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
