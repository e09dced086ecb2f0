"""Models take only the words of the vocabulary."""

from __future__ import annotations

import pytest

from maillage.graph.errors import UnknownName
from maillage.graph.model import Actor, Ref, TieClaim
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS


@pytest.mark.parametrize("kind", TIE_KINDS)
def test_every_kind_of_tie_can_be_claimed(kind: str) -> None:
    assert TieClaim(source=Ref(name="a"), target=Ref(name="b"), kind=kind).kind == kind


@pytest.mark.parametrize("kind", ACTOR_KINDS)
def test_every_kind_of_actor_can_be(kind: str) -> None:
    assert Actor(id="a", kind=kind, name="A").kind == kind


def test_a_kind_that_is_no_word_is_refused_by_name() -> None:
    with pytest.raises(UnknownName, match="friendship"):
        TieClaim(source=Ref(name="a"), target=Ref(name="b"), kind="friendship")
    with pytest.raises(UnknownName, match="person"):
        Actor(id="a", kind="person", name="A")
