"""`maillage places`: the table of communes, and communes that wait for a reviewer."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Ran, maillage

COMMUNES = Path(__file__).parents[1] / "ingest" / "data" / "communes.csv"


class Office:
    """Somebody's folder and store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.url = f"sqlite:///{folder / 'reseau.db'}"

    def __call__(self, *words: str | Path) -> Ran:
        home = str(self.folder / "home")
        return maillage(*words, "--store", self.url, cwd=self.folder, XDG_DATA_HOME=home)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def test_a_table_is_kept_and_serves_the_lists_loaded_after(office: Office) -> None:
    kept = office("places", "import", COMMUNES, "--format", "json")
    assert (kept.code, kept.json["communes"], kept.json["vintages"]) == (0, 18, ["2026"])
    assert kept.json["lines_unread"] == [20]
    assert "1 ligne" in kept.err
    (office.folder / "a.csv").write_text("Nom;Commune\nFoyer;Saint-Denis\n")
    loaded = office("load", "a.csv", "--as", "actors")
    assert "peut être l’une de ces communes" in loaded.out
    (waiting,) = office("places", "--format", "json").json
    assert waiting["candidates"] == ["11339 Saint-Denis", "93066 Saint-Denis", "97411 Saint-Denis"]
    assert "Communes à préciser\u202f: 1" in office("review").err
    chosen = office("places", "choose", waiting["actor"], "93066", "--format", "json")
    assert chosen.code == 0
    assert "Aucune commune à préciser" in office("places").err
    assert office("undo", chosen.json["import_id"]).code == 0
    assert office("places", "--format", "json").json == [waiting]


def test_a_table_that_is_none_is_refused_in_a_sentence(office: Office) -> None:
    for content, said in (
        ("a;b\n1;2\n", "n’a pas les colonnes code, nom"),
        ("code;nom\n;\nxx;yy\n", "ne donne aucune commune"),
    ):
        (office.folder / "c.csv").write_text(content)
        ran = office("places", "import", "c.csv")
        assert (ran.code, said in ran.err, "Traceback" in ran.err) == (1, True, False), ran.err
    (office.folder / "c.csv").write_bytes(bytes([0x8C, 0x0D, 0x22, *range(256)]))
    ran = office("places", "import", "c.csv")
    assert (ran.code, "Traceback" in ran.err) == (1, False), ran.err
    assert office("places", "import", "none.csv").code == 1


def test_an_older_table_does_not_take_the_place_of_a_newer(office: Office) -> None:
    for year in (2026, 2021):
        (office.folder / f"{year}.csv").write_text(f"code;nom;millesime\n35236;Redon;{year}\n")
    assert office("places", "import", "2026.csv").code == 0
    refused = office("places", "import", "2021.csv")
    assert refused.code == 1
    assert "2021.csv est de 2021, la table gardée de 2026" in refused.err
    taken = office("places", "import", "2021.csv", "--older", "--format", "json")
    assert (taken.json["vintages"], taken.json["replaced"]) == (["2021"], ["2026"])
    assert "À la place de la table de 2026" in taken.err


@pytest.mark.parametrize("code", ["3523", "abcde", "99999"])
def test_a_code_that_is_no_commune_is_not_chosen(office: Office, code: str) -> None:
    office("places", "import", COMMUNES)
    (office.folder / "a.csv").write_text("Identifiant;Nom;Commune\nx;Foyer;Saint-Denis\n")
    office("load", "a.csv", "--as", "actors")
    ran = office("places", "choose", "x", code)
    assert ran.code == 1
    assert code in ran.err
    assert office("imports", "--format", "json").json[0]["rows"] == 1


def test_wrong_words_are_a_usage(office: Office) -> None:
    assert office("places", "import").code == 2
    assert office("places", "choose", "x").code == 2
