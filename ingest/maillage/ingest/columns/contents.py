"""What a column holds, where its heading alone does not tell what it is.

« Statut » heads legal forms in one list of members and in the next whether each still is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from maillage.ingest.columns.headings import heading_key, read_heading
from maillage.ingest.identity.forms import declared_forms
from maillage.ingest.lists.readers import reader_of
from maillage.ingest.lists.ties import TIES
from maillage.ingest.problems import Problem
from maillage.ingest.tables import Row, Table

FORM, STATE = "legal_form", "status"

_FORM_OR_STATE = heading_key("statut")
# Of the words that a column holds: the others are told as words that are not understood.
_MOST_STATES = 0.5
_read_state = reader_of(TIES.row.cells()[STATE])


def may_be_states(heading: str) -> bool:
    said = read_heading(heading)
    return _FORM_OR_STATE in (*said.keys, *said.parts)


def are_states(texts: frozenset[str]) -> bool:
    """Whether most of them say whether something is under way, and none what somebody is.

    >>> are_states(frozenset({"Actif", "Radié", "à voir"})), are_states(frozenset({"SCIC"}))
    (True, False)
    """
    states = sum(1 for text in texts if _read_state(text).value is not None)
    return states > _MOST_STATES * len(texts) and not any(map(declared_forms, texts))


def texts_of(sample: Sequence[Row], place: int) -> frozenset[str]:
    """What a column holds in the first rows, each once."""
    return frozenset(text for row in sample if (text := row.cells[place].strip()))


def no_forms(table: Table, mapped: Mapping[str, str]) -> Iterator[Problem]:
    """Of a column that is read as legal forms: that none of its first words is one."""
    for place, heading in enumerate(table.columns):
        texts = texts_of(table.sample, place) if mapped.get(heading) == FORM else frozenset()
        if texts and not any(map(declared_forms, texts)):
            yield Problem.of("no_legal_form", sheet=table.name, column=heading)
