"""What is kept in a store beside the network: papers on shelves, each shelf for one purpose.

A paper is no evidence: it changes neither the graph nor the revision, and nothing is undone with
it. Whoever writes on a shelf says what its papers hold.
"""

from __future__ import annotations

from enum import StrEnum


class Shelf(StrEnum):
    TOKENS = "tokens"  # who may ask a server, and for what
    JOBS = "jobs"  # what a server was asked to do
    VIEWS = "views"  # pictures that somebody keeps
    INTRODUCTIONS = "introductions"  # what became of a suggestion
    SALTS = "salts"  # what makes ids that say nothing of whom they stand for


# What a server was doing is of no use to another one.
TRAVELLING = tuple(shelf for shelf in Shelf if shelf is not Shelf.JOBS)
