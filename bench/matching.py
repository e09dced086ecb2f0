"""How many same organisations are proposed, how many proposals are right, in what time and memory.

python bench/matching.py            both sets, the time of 2,500 near-namesakes of one commune, then
                                    the time and memory of 100,000 names
python bench/matching.py --cuts     the same sets at other thresholds: how the cut was chosen
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from matching_sample import Sample, harder_sample, tuning_sample

from maillage.ingest.matching.candidates import THRESHOLD, Mention, candidates

BASE = 16_000
CUTS = (70, 75, 80, 82, 84, 86, 88, 90, 92, 95)
NAMES = 100_000
NAMESAKES = 2_500
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
SECONDS, MEGABYTES = 30, 500


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--cuts", action="store_true", help="try several thresholds")
    parser.add_argument("--time", type=int, metavar="N", help="only time N names, in this process")
    options = parser.parse_args(arguments)
    if options.time:
        return measure(options.time)
    for name, sample in (("tuning", tuning_sample(BASE)), ("harder", harder_sample(BASE))):
        report(name, sample, CUTS if options.cuts else (THRESHOLD,))
    report_namesakes(NAMESAKES)
    # A fresh process, so that the memory is that of the matching alone.
    return subprocess.call([sys.executable, __file__, "--time", str(NAMES)])


def report(name: str, sample: Sample, cuts: Sequence[int]) -> None:
    truth = sample.same_pairs()
    proposals = candidates(sample.mentions, threshold=min(cuts))
    found = {(pair.left, pair.right): pair.score for pair in proposals}
    print(f"{name} set: {len(sample.mentions)} names, {len(truth)} pairs to find by name")
    print("  cut  proposed  recall  precision")
    for cut in cuts:
        proposed = {pair for pair, score in found.items() if score >= cut}
        right = len(proposed & truth)
        recall, precision = right / len(truth), right / max(len(proposed), 1)
        print(f"  {cut:>3}  {len(proposed):>8}  {recall:>6.3f}  {precision:>9.3f}")


def report_namesakes(names: int) -> None:
    """The worst commune: every pair is near enough to be compared word by word."""
    rng = random.Random(1)
    mentions = [
        Mention(
            id=f"m{place:05d}",
            name=f"Association des jardins partagés {''.join(rng.choices(_LETTERS, k=5))}",
            commune="Redon",
            departement="35",
        )
        for place in range(names)
    ]
    started = time.process_time()
    proposed = sum(1 for _ in candidates(mentions))
    seconds = time.process_time() - started
    print(
        f"{names} near-namesakes of one commune: {proposed} proposals, {seconds:.1f} s of processor"
    )


def measure(names: int) -> int:
    """100,000 names of the harder set, one in fifty without a département."""
    sample = harder_sample(round(names / 1.38))
    mentions = [
        replace(mention, departement="", commune="") if place % 50 == 0 else mention
        for place, mention in enumerate(sample.mentions[:names])
    ]
    del sample
    wall, processor = time.perf_counter(), time.process_time()
    proposed = sum(1 for _ in candidates(mentions))
    wall, processor = time.perf_counter() - wall, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{len(mentions)} names: {proposed} proposals, {wall:.1f} s "
        f"({processor:.1f} s of processor), peak {peak:.0f} MB; "
        f"goal: {SECONDS} s on one core, {MEGABYTES} MB"
    )
    return 0 if processor < SECONDS and peak < MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
