"""Whom somebody means who types an id or a name."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from answer_sheets import POLE, a_pole
from loading import Desk, a_desk

from maillage.graph.errors import MaillageError, NotFound, Refused
from maillage.ingest.asking.questions import members_of_pole
from maillage.ingest.meant import meant_actor, meant_pole


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with a_desk(tmp_path_factory.mktemp("meant")) as desk:
        a_pole(desk)
        desk.bring(
            "id;Nom;Forme juridique\nrepas;Bon repas;\nrepas-2;Bon Repas;\n"
            "durand;Zoé Durand;entrepreneur individuel\n",
            "actors",
        )
        yield desk


@pytest.mark.parametrize("said", [POLE, "Pôle de la Brume", "pole de la brume"])
def test_a_pole_is_meant_by_its_id_or_its_name(desk: Desk, said: str) -> None:
    assert meant_pole(desk.store, said).id == POLE
    assert members_of_pole(desk.store, said).pole.id == POLE


def test_what_is_nearly_a_name_is_proposed_and_what_two_bear_is_not_chosen(desk: Desk) -> None:
    with pytest.raises(NotFound) as missed:
        meant_pole(desk.store, "Pole de la Brune")
    assert "Pôle de la Brume (ptce-brume)" in missed.value.text("fr")
    assert "Perhaps" in missed.value.text("en")
    with pytest.raises(Refused) as several:
        meant_actor(desk.store, "bon repas")
    assert "repas-2" in several.value.text("fr")
    for said in ("val", "Val Ferme"):
        with pytest.raises(Refused, match="is not a pole"):
            meant_pole(desk.store, said)


@pytest.mark.parametrize("said", ["", "xyz", "Zoe Duran", "durant"])
def test_nobody_is_proposed_for_nothing_nor_a_person_for_a_near_name(desk: Desk, said: str) -> None:
    with pytest.raises(MaillageError) as missed:
        meant_actor(desk.store, said)
    assert "urand" not in missed.value.text("fr")
