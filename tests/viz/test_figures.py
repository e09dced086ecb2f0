"""The verdict is chosen by rule from the computed result, and says no more than it knows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maillage.graph.measures.result import Bounds, LeftOut, Result
from maillage.graph.paths import Path, Paths
from maillage.viz.figures import (
    group_colour,
    group_label,
    group_letter,
    partition_label,
    paths_sentence,
    verdict,
    view_label,
)


def index(
    value: float | None,
    p: float | None = 0.5,
    *,
    expected: float = 0.0,
    ties: int = 40,
    sizes: tuple[int, ...] = (5, 5),
    bounds: tuple[float, float] | None = None,
) -> Result:
    return Result(
        measure="ei_network",
        variant="",
        value=value,
        reason=None if value is not None else "no_ties",
        n=sum(sizes),
        ties=ties,
        directed=False,
        weighted=False,
        group_sizes={str(place): size for place, size in enumerate(sizes)},
        p=p,
        difference=None if value is None else value - expected,
        bounds=Bounds(*bounds, "outer", 3, 2) if bounds else None,
    )


@pytest.mark.parametrize(
    ("found", "code", "french"),
    [
        (index(0.4), "within_chance",
         "Les coopérations franchissent souvent les secteurs, mais le hasard suffirait à "
         "l’expliquer."),
        (index(0.4, 0.02), "more",
         "Les coopérations franchissent souvent les secteurs, plus que le hasard."),
        (index(0.4, 0.002), "more",
         "Les coopérations franchissent souvent les secteurs, nettement plus que le hasard."),
        (index(0.4, 0.02, expected=0.6), "less",
         "Les coopérations franchissent souvent les secteurs, mais moins que le hasard."),
        (index(-0.4, 0.02), "less",
         "Les coopérations restent souvent dans leur secteur et en sortent moins que le hasard."),
        (index(-0.4, 0.002, expected=-0.6), "more",
         "Les coopérations restent souvent dans leur secteur, mais en sortent nettement plus que "
         "le hasard."),
        (index(0.4, 0.002, bounds=(-0.1, 0.6)), "sign_unknown",
         "Les coopérations franchissent souvent les secteurs, mais le signe dépend de ce qu’on "
         "ignore."),
        (index(0.4, 0.002, bounds=(0.1, 0.6)), "more",
         "Les coopérations franchissent souvent les secteurs, nettement plus que le hasard."),
        (index(0.4, ties=9), "too_few", "Trop peu de liens pour conclure."),
        (index(None, None), "too_few", "Trop peu de liens pour conclure."),
        (index(None, None, sizes=()), "too_few", "Trop peu de liens pour conclure."),
        (index(-1.0, 1.0, sizes=(8, 0)), "one_group",
         "Un seul secteur est connu\u202f: rien à comparer."),
    ],
)  # fmt: skip
def test_rules_of_the_verdict(found: Result, code: str, french: str) -> None:
    said = verdict(found, "sector", "cooperation")
    assert (said.code, said.sentence.fr) == (code, french)
    assert said.sentence.en != said.sentence.fr


def test_one_group_says_who_is_aside() -> None:
    """A mixed actor stands in the table of who is tied to whom, and not in the index."""
    mixed = replace(index(-1.0, 1.0, sizes=(8, 0)), left_out=LeftOut(nodes={"mixed": 3}))
    assert verdict(mixed, "sector", "cooperation").sentence.fr == (
        "Un seul secteur est connu\u202f: rien à comparer. 3 acteurs de groupe inconnu ou multiple "
        "n’entrent pas dans l’indice."
    )


def test_the_sentence_speaks_of_the_view_and_the_partition() -> None:
    said = verdict(index(-0.4, 0.5), "departement", "layer:support").sentence
    assert said.fr.startswith("Les soutiens restent souvent dans leur département")
    assert said.en.startswith("Support ties often stay within their département")
    other = verdict(index(0.4), "Taille de la commune", "kinds:supply").sentence
    assert other.fr.startswith("Les liens franchissent souvent les groupes")


def test_partitions_views_and_groups_have_names_in_both_languages() -> None:
    assert partition_label("sector").en == "sector"
    assert partition_label("legal_form").fr == "forme juridique"
    assert partition_label("Ma colonne").fr == "Ma colonne"
    assert view_label("layer:support").fr == "soutien"
    assert view_label("kinds:supply,research").en == "supply, research"
    assert group_label("sector", "ess", {}).fr == "ESS"
    assert group_label("pole", "ptce-a", {"ptce-a": "Domb’Innov"}).fr == "Domb’Innov"
    assert group_label("departement", "01", {}).fr == "01 Ain"
    assert group_label("departement", "several", {}).en == "several at once"
    assert group_label("kind", "unknown", {}).fr == "non documenté"
    assert (group_letter("sector", "private"), group_letter("kind", "pole")) == ("V", None)
    assert group_colour("public_private", "public") == "sector.public"


def test_paths_are_counted_in_words() -> None:
    way = Path(("a", "b"), (("t",),))
    assert paths_sentence(Paths(None, 0, ())).fr == "Aucun chemin connu."
    assert paths_sentence(Paths(0, 1, (way,))).fr == "C’est le même acteur."
    assert paths_sentence(Paths(1, 1, (way,))).fr == "Un seul chemin aussi court, en 1 pas."
    assert paths_sentence(Paths(2, 2**70, (way,))).en.endswith("paths as short, of 2 steps.")
