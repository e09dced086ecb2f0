"""Two lists of the same organisations: what merged alone, what waited and why, and the way back."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, maillage
from store_content import graph_in

from maillage.graph.model import Graph
from maillage.graph.stores import open_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "deux-listes"
POLE = "Pôle du Val-de-Brume"
# What the second list calls them, what the first does, and why it waits.
WAITING = {
    ("Les maraichers du haut brumoi", "Maraîchers du Haut-Brumois"): "noms semblables",
    ("Bocal commun, la conserverie", "Conserverie Bocal Commun"): "noms semblables",
    ("GABS", "Groupement des artisans brumois solidaires"): "initiales",
}
MERGED = {
    "Recyclerie des Trois Brumes": "Trois Brumes - la recyclerie",
    "SCIC Lueurs d’Ouest": "LUEURS OUEST",
}


class Animator:
    def __init__(self, folder: Path) -> None:
        shutil.copytree(EXAMPLE, folder / "listes")
        self.folder = folder / "listes"
        self.url = f"sqlite:///{folder / 'reseau.db'}"

    def __call__(self, *words: str, lang: str = "fr_FR.UTF-8") -> Ran:
        return maillage(*words, "--store", self.url, cwd=self.folder, lang=lang)

    @property
    def graph(self) -> Graph:
        store = open_store(self.url, "read")
        try:
            return graph_in(store)
        finally:
            store.close()

    @property
    def names(self) -> list[str]:
        return sorted(actor.name for actor in self.graph.actors.values())

    def waiting(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self("review", "list", "--format", "json").json["waiting"]
        return found


@pytest.fixture
def animator(tmp_path: Path) -> Animator:
    found = Animator(tmp_path)
    assert found("load", "annuaire.csv", "--as", "actors").code == 0
    return found


def load_members(animator: Animator) -> Ran:
    ran = animator("load", "adherents.csv", "--as", "members", "--pole", POLE)
    assert ran.code == 0, ran.err
    return ran


def test_equal_sirens_merge_alone_and_names_wait_with_their_reasons(animator: Animator) -> None:
    said = load_members(animator).out
    assert "3 attendent votre avis" in said
    assert "2 connus par un identifiant" in said
    actors = {actor.name: actor for actor in animator.graph.actors.values()}
    for name, other in MERGED.items():
        assert other in actors[name].other_names
        assert other not in actors
    pairs = {
        tuple(sorted((item["left"]["name"], item["right"]["name"]))): " ; ".join(item["reasons"])
        for item in animator.waiting()
    }
    assert pairs.keys() == {tuple(sorted(pair)) for pair in WAITING}
    for pair, reason in WAITING.items():
        assert reason in pairs[tuple(sorted(pair))]
        assert "même commune" in pairs[tuple(sorted(pair))]
    # Two SIRENs are two, a commune is not its communauté de communes; capitals are nothing.
    assert animator.names.count("Menuiserie Chantelouve") == 2
    assert {"Commune de Brumeval", "Communauté de communes de Brumeval"} <= actors.keys()
    assert "CAFÉ ASSOCIATIF LA LANTERNE" not in actors
    english = animator("review", "list", lang="en_GB.UTF-8").out
    assert "acronym and initials: GABS / Groupement des artisans brumois solidaires" in english
    assert "+80" in english and "points in all" in english
    for item in animator.waiting():
        assert item["points"] == sum(one["points"] for one in item["features"])


def test_accepted_then_undone_is_the_same_as_before(animator: Animator) -> None:
    directory = animator.graph
    import_id = re.search(r"i-[0-9a-f]{16}", load_members(animator).err)
    assert import_id
    before, waiting = animator.graph, animator.waiting()
    for item in waiting:
        assert animator("review", "accept", item["id"]).code == 0
    joined = animator.graph
    assert len(joined.actors) == len(before.actors) - len(WAITING)
    assert not {new for new, _ in WAITING} & {actor.name for actor in joined.actors.values()}
    assert len(joined.ties) == len(before.ties)  # the ties follow
    assert animator.waiting() == []
    for judgement in animator("review", "list", "--format", "json").json["judged"]:
        assert animator("review", "undo", judgement["id"]).code == 0
    assert animator.graph == before
    assert animator.waiting() == waiting
    assert animator("undo", import_id[0]).code == 0
    assert animator.graph == directory


def test_decisions_written_out_load_as_they_were_taken(animator: Animator) -> None:
    load_members(animator)
    before, (first, *_) = animator.graph, animator.waiting()
    animator("review", "accept", first["id"])
    joined, written = animator.graph, animator("review", "decisions", "--format", "csv").out
    (animator.folder / "decisions.csv").write_text(written, "utf-8")
    (judged,) = animator("review", "decisions", "--format", "json").json
    animator("review", "undo", judged["id"])
    assert animator.graph == before
    assert animator("load", "decisions.csv", "--as", "judgements").code == 0
    assert animator.graph == joined


def test_the_queue_is_a_sheet_to_fill_in(animator: Animator) -> None:
    load_members(animator)
    waiting = animator.waiting()
    sheet = list(csv.DictReader(animator("review", "list", "--format", "csv").out.splitlines()))
    assert [row["id"] for row in sheet] == [item["id"] for item in waiting]
    sheet[0]["Décision"] = "différents"
    with (animator.folder / "avis.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(sheet[0]))
        writer.writeheader()
        writer.writerows(sheet)
    ran = animator("load", "avis.csv")
    assert ran.code == 0 and "1 prête" in ran.out
    assert "raisons" not in ran.out + ran.err  # written for the eye: nothing is said of it
    assert animator.waiting() == waiting[1:]
    (animator.folder / "decisions.csv").write_text(
        animator("review", "decisions", "--format", "csv").out, "utf-8"
    )
    known = animator("load", "decisions.csv", "--as", "judgements").out
    assert "Décision déjà connue" in known and "rien ne change" in known


def test_what_is_refused_is_not_asked_again(animator: Animator) -> None:
    load_members(animator)
    first, *others = animator.waiting()
    assert animator("review", "refuse", first["id"]).code == 0
    assert animator.waiting() == others
    again = animator("review", "accept", first["id"])
    assert again.code == 1


def test_the_readme_tells_what_happens(animator: Animator) -> None:
    text = (EXAMPLE / "README.md").read_text("utf-8")
    for new, known in (*WAITING, *((new, known) for known, new in MERGED.items())):
        assert f"| {new} | {known} |" in text
