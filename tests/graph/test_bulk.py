"""What is held in little room is no other thing to who reads, compares or keeps it."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph import serial
from maillage.graph.bulk import Alike, altered, unchecked
from maillage.graph.model import Actor, Record

TEXTS = st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=4)


def alike(texts: dict[str, str]) -> Alike:
    return Alike(tuple(texts), tuple(texts.values()))


@given(TEXTS, TEXTS)
def test_what_is_alike_is_like_a_dict(one: dict[str, str], other: dict[str, str]) -> None:
    held = alike(one)
    assert (held == other) is (other == held) is (held == alike(other)) is (one == other)
    assert held == one
    assert (*held,) == (*one,)
    assert (*held.keys(), *held.values(), *held.items()) == (*one, *one.values(), *one.items())
    assert [held.get(key) for key in other] == [one.get(key) for key in other]
    assert {**held, **other} == {**one, **other}
    assert (len(held), bool(held), repr(held)) == (len(one), bool(one), repr(one))
    assert pickle.loads(pickle.dumps(held)) == one
    with pytest.raises(TypeError):
        hash(held)
    with pytest.raises(KeyError):
        held["none so long"]


@given(TEXTS)
def test_a_record_is_kept_the_same_however_its_cells_are_held(cells: dict[str, str]) -> None:
    usual = Record(id="i:0:2", import_id="i", line=2, cells=cells)
    held = unchecked(Record)(id="i:0:2", import_id="i", line=2, cells=alike(cells))
    assert held == usual
    assert serial.payload_of(serial.RECORD, held) == serial.payload_of(serial.RECORD, usual)
    assert serial.RECORD.dump_json(held) == serial.RECORD.dump_json(usual)
    assert serial.RECORD.dump_python(held) == serial.RECORD.dump_python(usual)
    assert replace(held, line=3) == replace(usual, line=3)


def test_what_is_altered_is_what_is_replaced_and_shares_the_rest() -> None:
    actor = Actor(id="a", kind="enterprise", name="A", attributes={"commune": "Brest"})
    grown = altered(actor, records=("i:0:2",))
    assert grown == replace(actor, records=("i:0:2",))
    assert grown.attributes is actor.attributes
    assert actor.records == ()
    with pytest.raises(AttributeError):
        grown.name = "B"  # type: ignore[misc]  # it is frozen
