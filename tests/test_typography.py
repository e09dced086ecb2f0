"""French typography: a narrow no-break space before ; : ! ? % and within « »."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from maillage.cli.main import COMMANDS
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.sentences import SENTENCES
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS
from maillage.ingest.lists.form import said_of
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.problems import CATALOGUE

WRONG = re.compile(r"[ \u00a0][;:!?%»]|«[^\u202f]|[^\u202f]»|[A-Za-zàâéèêëîïôûç]'[a-zàâéèêA-Z]")


def sentences() -> Iterator[tuple[str, str]]:
    yield from ((code, french) for code, (french, _) in SENTENCES.items())
    for code, words in CATALOGUE.items():
        yield code, words.fr
        yield f"{code}, hint", words.hint_fr
    yield from ((name, kind.label.fr) for name, kind in ACTOR_KINDS.items())
    for name, tie in TIE_KINDS.items():
        yield name, tie.label.fr
        yield name, tie.verb.fr
    yield from ((name, label.fr) for name, label in LEFT_OUT_LABELS.items())
    yield from ((name, entry.help.fr) for name, entry in COMMANDS.items())
    for name, spec in LISTS.items():
        yield from ((name, label.fr) for label in (spec.label, spec.purpose))
        for column, cell in spec.row.cells().items():
            yield f"{name}, {column}", said_of(cell, "fr")


@pytest.mark.parametrize(("code", "french"), list(sentences()))
def test_a_french_sentence_is_set_as_french_is(code: str, french: str) -> None:
    assert not WRONG.search(french), french
