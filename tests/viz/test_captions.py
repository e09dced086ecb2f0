"""The sentence is computed, true, and in both languages."""

from __future__ import annotations

from drawn_networks import actor, many_poles, tie, two_poles

from maillage.graph.vocabulary import Label
from maillage.viz.captions import write_caption
from maillage.viz.scene import About, build_scene
from maillage.viz.scene_model import LeftOut


def test_who_holds_the_poles_together() -> None:
    caption = build_scene(*two_poles()).caption
    assert caption.sentence.fr == (
        "Sans Conseil régional, la plupart des 2 pôles ne sont plus reliés entre eux."
    )
    assert (
        caption.sentence.en
        == "Without Conseil régional, most of the 2 poles are no longer linked to each other."
    )


def test_two_passages_are_named_when_one_is_not_enough() -> None:
    actors, ties = two_poles()
    second = actor("state", "state_body", "État", sector=0)
    caption = build_scene(
        [*actors, second], [*ties, tie("state", "north"), tie("state", "south")]
    ).caption
    assert caption.sentence.fr.startswith("Sans ")
    assert "Conseil régional et État" in caption.sentence.fr


def test_poles_that_are_not_all_joined_are_not_said_to_hold_together() -> None:
    actors, ties = two_poles()
    apart = [one for one in ties if one.target != "south" or one.source != "region"]
    caption = build_scene(actors, apart).caption
    # Somebody alone is no set.
    assert caption.sentence.fr == (
        "9 acteurs, lieux et pôles, 9 liens, en 2 ensembles séparés\u202f; 1 sans aucun lien."
    )
    assert caption.components == 3


def test_a_year_is_not_a_day() -> None:
    caption = build_scene(*two_poles(), about=About(date="2014")).caption
    assert caption.nuance.fr.startswith("Situation en 2014 · ")
    assert caption.nuance.en.startswith("As of 2014 · ")


def test_many_ways_between_poles_name_nobody() -> None:
    caption = build_scene(*many_poles(4, 6, bridges=12)).caption
    assert "passage" not in caption.sentence.fr


def test_lists_of_members_alone_say_who_is_gathered() -> None:
    actors = [actor("p", "pole", "Le Pôle"), actor("a"), actor("b"), actor("c", sector=0)]
    ties = [tie(one.id, "p", "membership") for one in actors[1:]]
    caption = build_scene(actors, ties).caption
    assert caption.sentence.fr.startswith("Le Pôle réunit 3 membres\u202f: ")
    assert caption.sentence.en.endswith(" and 1 public.")
    assert "aucun lien de coopération connu entre eux" in caption.nuance.fr
    told = build_scene(actors, [*ties, tie("a", "b")]).caption
    assert "réunit" not in told.sentence.fr


def test_nothing_to_draw_is_said() -> None:
    assert build_scene([], []).caption.sentence.fr == "Ce réseau est encore vide."
    assert build_scene([actor("a")], []).caption.sentence.en == "No tie to show."


def test_the_nuance_says_what_the_counts_rest_upon() -> None:
    out = LeftOut(reason="planned", count=3, label=Label(fr="liens prévus", en="planned ties"))
    about = About(date="2014-09-19", left_out=(out,))
    caption = build_scene(*two_poles(), about=about).caption
    assert caption.nuance.fr == (
        "Situation au 19 septembre 2014 · 10 acteurs, lieux et pôles · 10 liens, tous rapportés "
        "par un tiers · 1 prévu · 9 liens au début inconnu, gardés faute de date · "
        "Laissés hors\u202f: 3 liens prévus"
    )
    assert caption.nuance.en.startswith("As of 19 September 2014")
    assert caption.undated == 9


def test_the_summary_serves_those_who_do_not_see() -> None:
    caption = build_scene(*two_poles()).caption
    assert "Pôle du Nord (4)" in caption.summary.fr
    assert "en un seul ensemble\u202f; 1 sans aucun lien" in caption.summary.fr


def test_a_title_replaces_the_sentence() -> None:
    title = Label(fr="Deux passages", en="Two bridges")
    scene = build_scene(*two_poles())
    assert write_caption(scene.nodes, scene.ties, title=title).sentence == title
