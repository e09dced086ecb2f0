"""Names of persons in texts, and in every text of every model."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum

import pytest
from pydantic import TypeAdapter

from maillage.graph import model
from maillage.graph.dates import DateSpan
from maillage.graph.folding import fold
from maillage.graph.masking import Names
from maillage.graph.unnamed import Unnamed

NAMES = Names(["Mme Jeanne Dupont", "Éloïse de La Tour", "Martin", "EI Durand", "Le Fournil"])
SECRET = "Atelier de JEANNE Dupont"


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Jeanne Dupont", "(!)"),
        ("bail de DUPONT, Jeanne", "bail de #"),
        ("Mme jeanne dupont, puis Jeanne Dupont", "#, puis #"),
        ("ELOISE DE LA TOUR.pdf", "#.pdf"),
        ("atelier-jeanne-dupont-1a2b", "atelier-#-1a2b"),
        ("jeanne_dupont.csv", "#.csv"),
        ("https://jeannedupont.example", "https://#.example"),
        ("Jeanne Dupont", "(!)"),
        ("chez Jeanne\nDupont\u202f!", "chez #\u202f!"),
        ("chez Jeanne Dupont", "chez #"),
        ("chez Eloi\u0308se de La Tour", "chez #"),
        # Whatever its letters are written as; what is around stays as it is.
        ("/a%C3%A9?q=%C3%89lo%C3%AFse%20de+La-Tour&b=%20", "/a%C3%A9?q=#&b=%20"),
        ("q=%25C3%2589lo%25C3%25AFse%2520de%2520La%2520Tour%25", "q=#%25"),
        ("%C9lo%EFse de La Tour, 5 %", "#, 5 %"),
        ("chez E&#x301;lo&iuml;se de La Tour &amp; fils", "chez # &amp; fils"),
        ("chez E%CC%81loise de La Tour", "chez #"),
        ("Jea\u00adnne Du\u200dpont\u200b", "(!)"),
        ("chez Jea\u00adnne Du\u200bpont", "chez #"),
        ("mar%74in", "(!)"),
        ("@jeannedupont35, 35jeannedupont", "@#, #"),
        ("jeanne.dupont35@ici.example", "#@ici.example"),
        # Digits are parted of nothing else.
        ("Jeanne 35 Dupont, 100 %20", "Jeanne 35 Dupont, 100 %20"),
        # A hyphen makes another name.
        ("Marie-Jeanne Dupont", "Marie-Jeanne Dupont"),
        ("Jeanne Dupont-Durand", "Jeanne Dupont-Durand"),
        ("Jeanne Dupontel", "Jeanne Dupontel"),
        # A name of one word is one where nothing else is said.
        ("Martin", "(!)"),
        ("Saint-Martin", "Saint-Martin"),
        ("rue Martin", "rue Martin"),
        ("Mme Durand", "(!)"),
        ("le fournil", "(!)"),
        ("La boulangerie Le Fournil", "La boulangerie Le Fournil"),
        # Who is alike is not the same.
        ("Jeanne et Dupont", "Jeanne et Dupont"),
        ("", ""),
        ("— ?", "— ?"),
    ],
)
def test_a_name_is_found_where_it_stands_as_a_name(text: str, masked: str) -> None:
    assert NAMES.masked(text, "#", whole="(!)") == masked


@pytest.mark.parametrize("title", ["Mme", "Mlle", "M.", "Dr", "Me", "Docteur", "Maître"])
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    told = Names([f"{title} Jeanne Dupont", "Durand"])
    assert told.masked("chez Dupont Jeanne", "#") == "chez #"
    assert told.masked(f"{title} Durand", "", whole="(!)") == "(!)"


def test_what_is_drawn_from_a_list_is_no_name_of_one_word() -> None:
    assert NAMES.masked("Martin", "#") == "Martin"
    assert NAMES.masked("chez Jeanne Dupont", "#") == "chez #"


MODELS = (
    model.Actor, model.ActorClaim, model.Conflict, model.Figure, model.Import, model.Judgement,
    model.JudgementClaim,
    model.Record, model.Ref, model.Tie, model.TieClaim, model.Waiting,
)  # fmt: skip


def test_no_model_is_forgotten() -> None:
    known = {
        one
        for one in vars(model).values()
        if isinstance(one, type) and one.__module__ == model.__name__
    }
    assert {one for one in known if dataclasses.is_dataclass(one)} == {*MODELS, model.Graph}


@pytest.mark.parametrize("kind", MODELS)
def test_every_text_of_a_model_is_masked(kind: type) -> None:
    """A field that is added is filled too, and found if it is told."""
    full = filled(kind)
    told = Unnamed({SECRET: "a-1"}, NAMES, "fr").model(full)
    assert "jeanne dupont" in fold(text_of(full))
    assert "jeanne dupont" not in fold(text_of(told))
    assert Unnamed({}, Names(["Claire Autre"]), "fr").model(full) is full


def text_of(thing: object) -> str:
    return TypeAdapter(type(thing)).dump_json(thing).decode()


def filled(kind: type) -> object:
    """A model that tells the name wherever it can."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return kind(**{one.name: _said(hints[one.name]) for one in dataclasses.fields(kind)})


def _said(hint: object) -> object:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    match origin:
        case _ if hint == model.Value:
            said: object = SECRET
        case types.UnionType | typing.Union:
            said = _said(next(one for one in inner if one is not types.NoneType))
        case typing.Literal:
            said = inner[0]
        case typing.Annotated if hint == model.Cells:
            said = {f"of {SECRET}": SECRET}
        case typing.Annotated:
            said = "partnership" if hint == model.TieKindName else "enterprise"
        case _ if origin is tuple:
            said = tuple(_said(one) for one in inner if one is not Ellipsis)
        case _ if origin is Mapping:
            said = {"custom": SECRET, f"of {SECRET}": SECRET}
        case _ if isinstance(hint, type):
            said = _of_type(hint)
        case _:
            raise TypeError(f"nobody says what to fill {hint} with")
    return said


def _of_type(kind: type) -> object:
    simple: Mapping[type, object] = {
        str: SECRET,
        bool: True,
        int: 1,
        datetime: datetime(2014, 9, 19, tzinfo=UTC),
        DateSpan: DateSpan(date(2014, 1, 1), date(2014, 12, 31)),
    }
    if kind in simple:
        return simple[kind]
    return next(iter(kind)) if issubclass(kind, Enum) else filled(kind)
