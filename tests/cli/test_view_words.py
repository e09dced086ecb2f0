"""Whatever a view leaves out or notes, it can say so in words."""

from __future__ import annotations

import pytest

from maillage.cli.output import left_out_words, view_notes
from maillage.cli.settings import Settings
from maillage.graph.languages import Language
from maillage.graph.left_out import LEFT_OUT_LABELS, NOTE_LABELS, ONE_LEFT_OUT
from maillage.graph.network import Provenance
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration

VIEWS = (
    "cooperation", "direct", "layer:affiliation", "kinds:partnership", "affiliation", "poles",
    "ownership",
)  # fmt: skip


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    address = f"sqlite:///{tmp_path_factory.mktemp('views') / 's.db'}"
    store = open_store(address)
    list(load_demonstration(store))
    store.close()
    return address


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("at", [None, "2012", "2014-09-19"])
@pytest.mark.parametrize("pole", [None, "ptce-dombinnov"])
def test_reasons_and_notes_have_words(
    url: str, view: str, at: str | None, pole: str | None
) -> None:
    store = open_store(url, "read")
    source = store.network(view=view, at=at, pole=pole).provenance
    store.close()
    assert {*source.left_out_nodes, *source.left_out_ties} <= LEFT_OUT_LABELS.keys()
    assert {note.partition(":")[0] for note in source.notes} <= NOTE_LABELS.keys()


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", "1 membre sans groupe connu, 1\u202f200 liens d’un acteur à lui-même"),
        ("en", "1 member of no known group, 1,200 ties of an actor with itself"),
    ],
)
def test_one_is_not_said_as_many(lang: Language, said: str) -> None:
    settings = Settings()
    settings.lang = lang
    assert ONE_LEFT_OUT.keys() == LEFT_OUT_LABELS.keys()
    assert left_out_words({"without_group": 1, "self_ties": 1_200}, settings) == said


def test_one_is_not_noted_as_many() -> None:
    source = Provenance(notes=("undated:1", "end_date_not_asked:2", "hub:a:b:1"))
    settings = Settings()
    settings.lang = "fr"
    assert view_notes(source, settings) == [
        "1 lien sans date, gardé à toutes les dates",
        "2 liens qui ont une date de fin, gardés faute de date demandée",
        "a:b (1) touche trop de pôles pour les relier",
    ]
