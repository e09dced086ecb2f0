"""Writes the example files of `examples/`: lists as people keep them, faults included.

    python tools/make_examples.py [FOLDER]

Everything is invented: the Val-de-Brume, its organisations, its figures. No SIREN is one that was
ever given (9999…), no person exists. The same seed writes the same files.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from val_de_brume.judged import answers, codings, judgements, referentiel, scores
from val_de_brume.organisations import actors, groups, members, poles
from val_de_brume.ties import employers, partnerships, shareholdings, ties

EXAMPLES = Path(__file__).parent.parent / "examples"
SEED = 2014
Make = Callable[[random.Random], bytes]
# File, list, what makes it, options of its load; in the order in which they are loaded.
MADE: Sequence[tuple[str, str, Make, tuple[str, ...]]] = (
    ("annuaire-du-territoire.csv", "actors", actors, ("--date", "2014-06-02")),
    ("poles-de-la-region.xlsx", "poles", poles, ()),
    ("groupes-et-lieux.csv", "groups", groups, ()),
    (
        "membres-du-pole.xlsx",
        "members",
        members,
        ("--pole", "Pôle du Val-de-Brume", "--date", "2014-09-19"),
    ),
    ("heures-du-geiq.xlsx", "employers", employers, ()),
    ("capital-des-societes.csv", "shareholdings", shareholdings, ()),
    ("conventions.xlsx", "partnerships", partnerships, ("--date", "2014")),
    ("liens-recolles.csv", "ties", ties, ()),
    ("referentiel-local.csv", "referentiel", referentiel, ()),
    ("auto-evaluation.xlsx", "referentiel-scores", scores, ()),
    ("reponse-de-la-commune.xlsx", "answers", answers, ()),
    ("codage-a-deux.xlsx", "codings", codings, ()),
    ("rapprochements-decides.csv", "judgements", judgements, ()),
)


def written(name: str, make: Make) -> bytes:
    return make(random.Random(f"{SEED} {name}"))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, _, make, _ in MADE:
        (folder / name).write_bytes(written(name, make))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES)
