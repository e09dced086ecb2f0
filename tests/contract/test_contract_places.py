"""Places and registers in every store: what is found, what waits, what is chosen and taken back."""

from __future__ import annotations

from pathlib import Path

from registers_made import made_siren, unit, write_units
from stores_under_test import Stores

from maillage.graph import ledger
from maillage.ingest.loading.load import Options, load
from maillage.ingest.places.communes import Communes
from maillage.ingest.places.waiting import Choice, choose, waiting_places
from maillage.ingest.registers.accepting import accept
from maillage.ingest.registers.index import Adding, RegisterIndex
from maillage.ingest.registers.proposals import propose

COMMUNES = Communes.load(Path(__file__).parents[1] / "ingest" / "data" / "communes.csv")
ACTORS = f"""Identifiant;Nom;SIREN;Commune;Département
place-x;Foyer;{made_siren(1)};Redon;35
place-y;Autre;;Saint-Denis;
"""


def test_a_commune_is_found_or_waits_and_is_chosen(stores: Stores) -> None:
    store = stores.fresh()
    load(store, ACTORS.encode(), "actors", Options(communes=COMMUNES), name="a.csv")
    found = store.actor("place-x").attributes
    assert (found["commune_code"], found["latitude"], found["region"]) == (
        "35236", 47.651, "Bretagne",
    )  # fmt: skip
    waiting = list(waiting_places(store))
    assert [item.actor.id for item in waiting] == ["place-y"]
    assert len(waiting[0].candidates) == 3
    item = choose(store, Choice(actor="place-y", code="93066"), COMMUNES)
    assert store.actor("place-y").attributes["departement"] == "93"
    assert list(waiting_places(store)) == []
    ledger.undo(store, item.id)
    assert list(waiting_places(store)) == waiting


def test_what_a_register_proposes_is_accepted_and_undone(stores: Stores, tmp_path: Path) -> None:
    store = stores.fresh()
    load(store, ACTORS.encode(), "actors", Options(communes=COMMUNES), name="a.csv")
    index = RegisterIndex.open(tmp_path)
    index.add(Adding(file=write_units(tmp_path / "u.csv", unit(1, "FOYER")), register="sirene"))
    before = store.actor("place-x")
    proposal = propose(before, index, COMMUNES, store)
    assert proposal
    item, _ = accept(store, [proposal], "")
    assert store.actor("place-x").attributes["legal_category"] == "9220"
    ledger.undo(store, item.id)
    assert store.actor("place-x") == before
    index.close()
