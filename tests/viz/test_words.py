"""One catalogue, two languages, French typography."""

from __future__ import annotations

import re
import string

import pytest

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS, Field
from maillage.graph.numerals import number
from maillage.graph.wording import french_spaces, when
from maillage.viz.scene_model import Fact
from maillage.viz.words import COUNTS, WORDS, count, say
from maillage.viz.words_values import value_words

PLACES = string.Formatter()


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_values(key: str) -> None:
    french, english = WORDS[key]
    assert french
    assert english
    assert fields(french) == fields(english)


@pytest.mark.parametrize("key", WORDS)
def test_french_typography(key: str) -> None:
    french = french_spaces(WORDS[key][0])
    assert "'" not in french
    assert not re.search(r"(?<!\u202f)[;!?%»]", french)
    assert not re.search(r"(?<!\u202f):", french)
    assert not re.search(r"«(?!\u202f)", french)


@pytest.mark.parametrize("key", COUNTS)
def test_counts_agree_in_number(key: str) -> None:
    one_fr, many_fr, one_en, many_en = COUNTS[key]
    assert all("{n}" in form or n == 0 for n, form in ((1, many_fr), (1, many_en)))
    assert count(key, 1).fr == one_fr.replace("{n}", "1")
    assert count(key, 0).fr == one_fr.replace("{n}", "0")
    assert count(key, 0).en == many_en.replace("{n}", "0")
    assert count(key, 1).en == one_en.replace("{n}", "1")


def test_numbers_and_dates_as_people_read_them() -> None:
    assert number(12400, "fr") == "12\u202f400"
    assert when("2014-09-19").fr == "19 septembre 2014"
    assert when("2014-01-01").fr == "1er janvier 2014"
    assert when("2013-03").en == "March 2013"
    assert when("2012").fr == "2012"
    assert when("2012/2013").fr == "2012 – 2013"


def test_a_name_in_a_sentence_is_taken_as_it_is() -> None:
    hostile = "{n} %s <b>"
    assert say("held_by_one", poles="2 pôles", first=hostile).fr.startswith(f"Sans {hostile},")


CHOICES = [one for one in (*ACTOR_FIELDS.values(), *TIE_FIELDS.values()) if one.type == "choice"]


@pytest.mark.parametrize("field", CHOICES, ids=lambda field: field.name)
def test_every_choice_of_a_fact_has_its_words(field: Field) -> None:
    for code in field.choices:
        assert f"value:{field.name}:{code}" in value_words([Fact(field=field.name, value=code)])


def test_free_text_is_never_taken_for_a_choice() -> None:
    assert value_words([Fact(field="activity", value="services")]) == {}
    assert value_words([Fact(field="stranger", value="yes")]) == {}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in PLACES.parse(template) if name}
