from __future__ import annotations

import csv
import random
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.ingest.matching.candidates import (
    THRESHOLD,
    Candidate,
    Mention,
    candidates,
    strip_forms,
)
from maillage.ingest.matching.feature_labels import FEATURE_LABELS
from maillage.ingest.matching.pairs import MOST_ALIKE, all_pairs
from maillage.ingest.matching.points import POINTS
from maillage.ingest.matching.rows import Rows
from maillage.ingest.matching.words import compare_words

TABLE = Path(__file__).parent.parent / "data" / "name_pairs.csv"
PAIRS = list(csv.DictReader(TABLE.read_text("utf-8").splitlines()))
# Words that make the weights of a name those of a list, not of two lines.
OTHERS = [
    Mention(id=f"z{place:03d}", name=f"{word} {place}bis", commune="Ailleurs", departement="01")
    for place, word in enumerate(
        f"{noun} {tail}"
        for noun in ("Maison", "Foyer", "Association", "Crèche", "Café", "Réseau", "Commune de")
        for tail in ("des savoirs", "rural", "de la culture", "Bellevue", "solidaire", "Amis")
    )
]


def _pair(left: Mention, right: Mention) -> Candidate | None:
    ids = {left.id, right.id}
    found = candidates([left, right, *OTHERS])
    return next((pair for pair in found if {pair.left, pair.right} == ids), None)


def _mention(id_: str, name: str, commune: str = "", departement: str = "35") -> Mention:
    return Mention(id=id_, name=name, commune=commune, departement=departement)


@pytest.mark.parametrize("row", PAIRS, ids=lambda row: f"{row['left']} / {row['right']}")
def test_pairs_that_people_meet(row: dict[str, str]) -> None:
    left = _mention("a", row["left"], row["left_commune"])
    right = _mention("b", row["right"], row["right_commune"])
    assert (_pair(left, right) is not None) == (row["proposed"] == "yes"), row["why"]


def test_a_core_a_form_and_what_the_name_says_it_is() -> None:
    commune, grouping = strip_forms("Commune de Redon"), strip_forms("CC de Redon")
    assert commune.core == grouping.core == "redon"
    assert (commune.type_evidence, grouping.type_evidence) == ("commune", "epci")
    assert strip_forms("SCIC SA Éole").forms == ("scic", "sa")


def test_reasons_add_up_to_the_score_and_show_both_sides() -> None:
    pair = _pair(_mention("a", "SCIC Éole", "Redon"), _mention("b", "Association Eole", "REDON"))
    assert pair is not None
    assert (pair.left, pair.right) == ("a", "b")
    assert pair.score == min(100, sum(reason.points for reason in pair.features))
    assert [
        (reason.name, reason.left, reason.right, reason.points) for reason in pair.features
    ] == [
        ("name", "SCIC Éole", "Association Eole", 100),
        ("type", "cooperative", "association", POINTS["other_type"]),
        ("commune", "Redon", "REDON", POINTS["same_commune"]),
    ]
    assert {reason.name for reason in pair.features} <= set(FEATURE_LABELS)


def test_two_sirens_are_never_proposed() -> None:
    left = replace(_mention("a", "Éole", "Redon"), siren="732829320")
    right = replace(_mention("b", "Éole", "Redon"), siren="404833048")
    assert _pair(left, right) is None
    assert _pair(left, replace(right, siren=None)) is not None


def test_what_an_identifier_joins_is_not_asked() -> None:
    left = replace(_mention("a", "Éole", "Redon"), siren="732829320", rna="W353012345")
    assert _pair(left, replace(left, id="b", rna=None)) is None
    assert _pair(left, replace(left, id="b", siren=None, rna="w353012345")) is None
    differs = _pair(left, replace(left, id="b", siren=None, rna="W353099999"))
    assert differs is not None
    assert ("rna", POINTS["other_rna"]) in [
        (reason.name, reason.points) for reason in differs.features
    ]


def test_the_digits_left_of_a_damaged_siren_speak() -> None:
    known = replace(_mention("a", "Maison des énergies", "Redon"), siren="732829320")
    lost = replace(_mention("b", "Maison énergies et habitat"), siren_prefix="73282")
    pair = _pair(known, lost)
    assert pair is not None
    assert ("siren", "732829320", "73282", POINTS["siren_digits"]) in [
        (reason.name, reason.left, reason.right, reason.points) for reason in pair.features
    ]
    mistyped = replace(lost, siren_prefix="732829230")
    assert _pair(known, mistyped) is not None
    assert _pair(known, replace(lost, siren_prefix="")) is None
    assert _pair(known, replace(lost, siren_prefix="73999")) is None


def test_rows_without_a_departement_meet_all_and_others_their_own() -> None:
    here = _mention("a", "Ressourcerie Émeraude", departement="35")
    nowhere = _mention("b", "Ressourcerie Emeraude", departement="")
    elsewhere = _mention("c", "Ressourcerie Émeraude", departement="44")
    found = {(pair.left, pair.right) for pair in candidates([here, nowhere, elsewhere, *OTHERS])}
    assert found == {("a", "b"), ("b", "c")}


def test_names_that_all_resemble_each_other_stay_few_pairs_and_the_nearest_is_found() -> None:
    draw = random.Random(1)
    names = [
        f"Association des jardins partagés du quartier {''.join(draw.choices('aeioulmnrst', k=4))}"
        for _ in range(500)
    ]
    mentions = [Mention(id=f"m{place:03}", name=name) for place, name in enumerate(names)]
    twin = Mention(id="n", name=names[7].upper())
    found = all_pairs(Rows.of([*mentions, twin]), least_name=THRESHOLD)
    assert len(found.left) <= 500 * MOST_ALIKE < 500 * 499 / 2
    assert {"m007", "n"} in [{pair.left, pair.right} for pair in candidates([*mentions, twin])]


def test_many_bearers_of_a_name_weaken_each_other() -> None:
    communes = ["Redon", "Rennes", "Bruz", "Vitré", "Dinard", "Dol"]
    placed = [_mention(f"a{i}", "Foyer rural", commune) for i, commune in enumerate(communes)]
    unplaced = _mention("b", "Foyer rural")
    first = list(candidates([placed[0], unplaced, *OTHERS]))
    assert [pair.score for pair in first] == [100]
    assert list(candidates([*placed, unplaced, *OTHERS])) == []


def test_an_acronym_meets_the_name_whose_initials_it_is() -> None:
    name = _mention("a", "Coordination inter-associative pour le Refus des Brumes", "Redon")
    pair = _pair(name, _mention("b", "CIARB", "Redon"))
    assert pair is not None
    assert pair.features[0].name == "initials"
    assert _pair(name, _mention("b", "CIARB", "Redon", "44")) is None


def test_other_names_count_and_the_best_writing_is_shown() -> None:
    left = replace(_mention("a", "Initiatives et Cité"), other_names=("Lille Métropole Solidaire",))
    pair = _pair(left, _mention("b", "LILLE METROPOLE SOLIDAIRE"))
    assert pair is not None
    assert pair.features[0].left == "Lille Métropole Solidaire"
    found = [pair for pair in candidates([left, *OTHERS]) if "a" in (pair.left, pair.right)]
    assert found == []


def test_kinds_weigh_and_gatherings_may_still_be_their_organisation() -> None:
    pole = replace(_mention("a", "Val Horizon", "Trévoux"), kind="pole")
    firm = replace(_mention("b", "Val Horizon", "Trévoux"), kind="ess_enterprise")
    pair = _pair(pole, firm)
    assert pair is not None
    assert ("kind", POINTS["gathering_or_not"]) in [(r.name, r.points) for r in pair.features]
    town = replace(pole, kind="local_authority", commune="")
    assert _pair(town, replace(firm, commune="")) is None


def test_pairs_already_decided_are_not_asked_again() -> None:
    left, right = _mention("a", "Éole", "Redon"), _mention("b", "Eole", "Redon")
    assert list(candidates([left, right], decided=[frozenset(("b", "a"))])) == []


def test_a_higher_threshold_proposes_a_part_of_the_same() -> None:
    mentions = [
        _mention(f"m{i}{side}", row[side], row[f"{side}_commune"])
        for i, row in enumerate(PAIRS)
        for side in ("left", "right")
    ]
    usual = {(pair.left, pair.right): pair.score for pair in candidates(mentions)}
    strict = {(pair.left, pair.right): pair.score for pair in candidates(mentions, threshold=95)}
    assert strict == {pair: score for pair, score in usual.items() if score >= 95}
    assert min(usual.values()) >= THRESHOLD


def test_nothing_is_proposed_of_nothing() -> None:
    assert list(candidates([])) == []
    assert list(candidates([_mention("a", "Éole")])) == []
    assert list(candidates([_mention("a", ""), _mention("b", "")])) == []


def test_words_are_compared_with_slips_and_joins() -> None:
    weights = dict.fromkeys("eco domaine ecodomaine bouquetot bouqeutot crepe".split(), 2.0)  # noqa: SIM905
    assert compare_words(("eco", "domaine"), ("ecodomaine",), weights).both_differ == 0
    slip = compare_words(("bouquetot",), ("bouqeutot",), weights)
    assert 80 < slip.alike < 100
    within = compare_words(("eco", "domaine"), ("domaine",), weights)
    assert (within.both_differ, within.extra) == (0, 2.0)
    assert compare_words(("eco",), ("crepe",), weights).alike == 0


names = st.sampled_from(
    [
        "SCIC Éole",
        "Eole",
        "Association Éole",
        "Commune de Redon",
        "CC de Redon",
        "Redon",
        "Réseau Éole Redon",
        "RER",
        "",
        "🌱",
        "Foyer rural 07",
        "Foyer rural 26",
    ]
)
mentions_lists = st.lists(
    st.builds(
        Mention,
        id=st.uuids().map(str),
        name=names,
        other_names=st.tuples(names) | st.just(()),
        siren=st.sampled_from([None, "732829320", "404833048"]),
        siren_prefix=st.sampled_from(["", "73282", "404833049"]),
        rna=st.sampled_from([None, "W353012345"]),
        commune=st.sampled_from(["", "Redon", "Rennes"]),
        departement=st.sampled_from(["", "35", "44"]),
        kind=st.sampled_from(["", "pole", "enterprise", "local_authority"]),
    ),
    max_size=12,
    unique_by=lambda mention: mention.id,
)


@given(mentions_lists, st.randoms())
def test_order_changes_nothing_and_vetoes_hold(mentions: list[Mention], rng: random.Random) -> None:
    found = list(candidates(mentions))
    shuffled = mentions[:]
    rng.shuffle(shuffled)
    assert list(candidates(shuffled)) == found
    by_id = {mention.id: mention for mention in mentions}
    pairs = [(pair.left, pair.right) for pair in found]
    assert len(pairs) == len(set(pairs))
    for pair in found:
        left, right = by_id[pair.left], by_id[pair.right]
        assert left.id < right.id
        assert THRESHOLD <= pair.score <= 100
        assert not (left.siren and right.siren)
        assert not (left.rna and left.rna == right.rna)
        assert pair.score == min(100, sum(reason.points for reason in pair.features))


def test_the_document_tells_each_reason_and_its_points() -> None:
    page = (Path(__file__).parents[3] / "docs" / "review.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in page.splitlines() if line.startswith("| ")]
    told = {label.strip(): points for label, points in rows[2:]}
    assert told.keys() == {label.fr for label in FEATURE_LABELS.values()}
    signed = re.findall("[−+][0-9]+", " ".join(told.values()))
    numbers = {int(text.replace("−", "-")) for text in signed}
    assert numbers >= set(POINTS.values()) - {POINTS["other_words"]}
    assert str(THRESHOLD) in told[FEATURE_LABELS["waits"].fr]
