"""The other line, where a finding is about two lines of one file."""

from __future__ import annotations

from maillage.graph.model import Record
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill


def other_line(other: Record, line: Record) -> Label:
    """« ligne 3 », « ligne 3 de « 2013 » » in another sheet."""
    said = fill(("ligne {n}", "line {n}"), n=str(other.line))
    if other.sheet == line.sheet:
        return said
    return fill(("{said} de « {sheet} »", "{said} of “{sheet}”"), said=said, sheet=other.sheet)
