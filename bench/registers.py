"""How fast a register is indexed, in what memory, and how long it takes to ask it.

python bench/registers.py            2 million lines of a made-up StockUniteLegale
python bench/registers.py --lines N  as many lines as wanted
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from maillage.ingest.identity.numbers import luhn
from maillage.ingest.registers.index import FILE_NAME, Adding, RegisterIndex
from maillage.ingest.registers.layouts import UNITS, name_key

LINES = 2_000_000
MEGABYTES = 300
ASKED = 1_000
# As INSEE publishes the file, in its order.
HEADING = (
    "siren", "statutDiffusionUniteLegale", "unitePurgeeUniteLegale", "dateCreationUniteLegale",
    "sigleUniteLegale", "sexeUniteLegale", "prenom1UniteLegale", "prenom2UniteLegale",
    "prenom3UniteLegale", "prenom4UniteLegale", "prenomUsuelUniteLegale", "pseudonymeUniteLegale",
    "identifiantAssociationUniteLegale", "trancheEffectifsUniteLegale",
    "anneeEffectifsUniteLegale", "dateDernierTraitementUniteLegale", "nombrePeriodesUniteLegale",
    "categorieEntreprise", "anneeCategorieEntreprise", "dateDebut",
    "etatAdministratifUniteLegale", "nomUniteLegale", "nomUsageUniteLegale",
    "denominationUniteLegale", "denominationUsuelle1UniteLegale",
    "denominationUsuelle2UniteLegale", "denominationUsuelle3UniteLegale",
    "categorieJuridiqueUniteLegale", "activitePrincipaleUniteLegale",
    "nomenclatureActivitePrincipaleUniteLegale", "nicSiegeUniteLegale",
    "economieSocialeSolidaireUniteLegale", "societeMissionUniteLegale",
    "caractereEmployeurUniteLegale", "activitePrincipaleNAF25UniteLegale",
)  # fmt: skip
CATEGORIES = ("1000", "5710", "5499", "9220", "9220", "5458", "7210", "6540")
WORDS = (
    "ATELIER", "MAISON", "JARDINS", "COMPAGNIE", "FERME", "CERCLE", "FONDERIE", "COMITE",
    "SOLIDAIRE", "RURAL", "CITOYEN", "MUSICAL", "DU BOIS", "DES LILAS", "DE LA SOURCE", "DU NORD",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--lines", type=int, default=LINES)
    parser.add_argument("--index", type=Path, help="only index this file, in this process")
    options = parser.parse_args(arguments)
    if options.index:
        return measure(options.index)
    with tempfile.TemporaryDirectory(prefix="maillage-bench-") as folder:
        file = Path(folder) / "StockUniteLegale.csv"
        write(file, options.lines)
        # A fresh process, so that the memory is that of the indexing alone.
        return subprocess.call([sys.executable, __file__, "--index", str(file)])


def write(file: Path, lines: int, *, seed: int = 1) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADING)
        writer.writerows(_lines(lines, random.Random(seed)))


def _lines(lines: int, rng: random.Random) -> Iterator[list[str]]:
    usual = dict.fromkeys(HEADING, "") | {
        "statutDiffusionUniteLegale": "O",
        "dateCreationUniteLegale": "2009-04-01",
        "dateDernierTraitementUniteLegale": "2026-03-31T10:00:00",
        "nombrePeriodesUniteLegale": "3",
        "dateDebut": "2015-01-01",
        "etatAdministratifUniteLegale": "A",
        "activitePrincipaleUniteLegale": "94.99Z",
        "nomenclatureActivitePrincipaleUniteLegale": "NAFRev2",
        "nicSiegeUniteLegale": "00012",
        "caractereEmployeurUniteLegale": "N",
        "activitePrincipaleNAF25UniteLegale": "94.99Y",
    }
    for number in range(lines):
        category = rng.choice(CATEGORIES)
        person = category == "1000"
        name = f"{rng.choice(WORDS)} {rng.choice(WORDS)} {number % 100_000}"
        row = usual | {
            "siren": siren(number),
            "categorieJuridiqueUniteLegale": category,
            "denominationUniteLegale": "" if person else name,
            "nomUniteLegale": "MARTIN" if person else "",
            "prenom1UniteLegale": "CLAUDE" if person else "",
            "economieSocialeSolidaireUniteLegale": "O" if category == "9220" else "",
        }
        yield list(row.values())


def siren(number: int) -> str:
    digits = f"{30_000_000 + number:08d}"
    return next(digits + str(key) for key in range(10) if luhn(digits + str(key)))


def measure(file: Path) -> int:
    index = RegisterIndex.open(file.parent)
    started, processor = time.perf_counter(), time.process_time()
    added = index.add(Adding(file=file, register="sirene"))
    seconds, processor = time.perf_counter() - started, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (file.parent / FILE_NAME).stat().st_size / 1e6
    print(
        f"{added.lines:,} lines of {file.stat().st_size / 1e6:,.0f} MB: {seconds:.1f} s, "
        f"{added.lines / seconds:,.0f} lines a second ({processor:.1f} s of processor), "
        f"peak {peak:.0f} MB (goal: {MEGABYTES}); "
        f"{added.rows:,} kept in {size:,.0f} MB, {added.left['person']:,} persons counted"
    )
    numbers = [siren(random.Random(7).randrange(added.lines) + n) for n in range(ASKED)]
    keys = [name_key(f"{WORDS[n % 16]} {WORDS[n % 7]} {n}") for n in range(ASKED)]
    for what, asked in (("a SIREN", numbers), ("a name", keys)):
        started = time.perf_counter()
        for value in asked:
            if what == "a SIREN":
                index.by_siren(UNITS, value)
            else:
                index.named(UNITS, value)
        each = (time.perf_counter() - started) / ASKED
        print(f"asked by {what}: {each * 1e6:.0f} µs")
    index.close()
    return 0 if peak < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
