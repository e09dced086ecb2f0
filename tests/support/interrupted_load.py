"""A process that loads the little network into Neo4j in many batches, and dies between two.

    python tests/support/interrupted_load.py URL PHASE NUMBER

It ends at once, without any clean-up, when that many batches of that phase are done.
"""

from __future__ import annotations

import os
import sys

from little_network import little_network

from maillage.graph.stores.neo4j import open_neo4j
from maillage.graph.stores.neo4j_link import Limits, Phase

KILLED = 9
SMALL = Limits(rows_at_once=0, rows_in_a_batch=4)


def main(url: str, phase: str, number: str) -> None:
    def die(reached: Phase, done: int) -> None:
        if reached == phase and done >= int(number):
            os._exit(KILLED)

    store = open_neo4j(url, limits=SMALL, progress=die)
    store.commit(little_network().change, expected=store.revision())
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
