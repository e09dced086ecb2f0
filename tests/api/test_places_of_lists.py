"""A list that is sent finds its places by the table that its server was given."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from maillage.api.app import create_app
from maillage.graph.stores import open_store
from maillage.ingest.places.communes import Communes

COMMUNES = Communes.load(Path(__file__).parents[1] / "ingest" / "data" / "communes.csv")
LIST = "Identifiant;Nom;Commune;Département\nx;Foyer;Redon;35\ny;Autre;Saint-Denis;\n"


def test_communes_are_found_and_doubtful_ones_wait(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'reseau.db'}"
    app = create_app(url, communes=COMMUNES)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        answer = client.post(
            "/api/v1/imports",
            files={"file": ("a.csv", LIST.encode())},
            data={"as": "actors"},
            headers={"Accept-Language": "fr"},
        )
        assert answer.status_code == 200, answer.text
    assert answer.json()["fates"]["waiting"] == 1
    store = open_store(url, "read")
    try:
        assert store.actor("x").attributes["commune_code"] == "35236"
        assert "commune_code" not in store.actor("y").attributes
    finally:
        store.close()
