"""The words of the domain: complete, labelled in both languages, and of one meaning each."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum

import pytest

from maillage.graph import left_out, vocabulary
from maillage.graph.errors import UnknownName
from maillage.graph.fields import ACTOR_FIELDS, SET_FIELDS, TIE_FIELDS, YEARLY_FIELDS
from maillage.graph.left_out import LEFT_OUT_LABELS
from maillage.graph.model import sector_of
from maillage.graph.truth.evidence import SILENCES
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    BELONGING_KINDS,
    ESS_FAMILY_LABELS,
    FAMILY_LABELS,
    LAYER_LABELS,
    SECTOR_LABELS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIE_KINDS,
    TIER_LABELS,
    Ess,
    Family,
    Label,
    Layer,
    LegalSector,
    Sector,
    Standing,
    Status,
    Tier,
    actor_kind,
    tie_kind,
)

ORGANISATIONS = """ess_enterprise enterprise local_authority state_body research higher_education
    training network financier chamber social_partner citizen_group other"""
GATHERINGS = """pole employer_group place working_group joint_purchase joint_offer joint_tool
    shared_service member_circle governance_body agreement event_or_project"""
LAYERS = {
    Layer.COOPERATION: """partnership research training shareholding shared_premises shared_staff
        employer_group joint_purchase joint_offer supply project working_group""",
    Layer.SUPPORT: "financing",
    Layer.AFFILIATION: "membership network_affiliation carrier charter_signature",
    Layer.INSTITUTIONAL: "governance founding creation attendance succession",
}


def labels() -> list[Label]:
    tables = (
        LAYER_LABELS, SECTOR_LABELS, TIER_LABELS, STATUS_LABELS, STANDING_LABELS, FAMILY_LABELS,
        ESS_FAMILY_LABELS, LEFT_OUT_LABELS,
    )  # fmt: skip
    return [
        *(kind.label for kind in ACTOR_KINDS.values()),
        *(kind.label for kind in TIE_KINDS.values()),
        *(kind.verb for kind in TIE_KINDS.values()),
        *(field.label for field in (*ACTOR_FIELDS.values(), *TIE_FIELDS.values())),
        *(label for table in tables for label in table.values()),
    ]


def test_the_kinds_of_the_domain() -> None:
    gatherings = {name for name, kind in ACTOR_KINDS.items() if kind.gathering}
    assert gatherings == set(GATHERINGS.split())
    assert set(ACTOR_KINDS) - gatherings == set(ORGANISATIONS.split())
    for layer, names in LAYERS.items():
        assert {name for name, kind in TIE_KINDS.items() if kind.layer is layer} == set(
            names.split()
        )


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (LAYER_LABELS, Layer),
        (SECTOR_LABELS, Sector),
        (TIER_LABELS, Tier),
        (STATUS_LABELS, Status),
        (STANDING_LABELS, Standing),
        (FAMILY_LABELS, Family),
    ],
)
def test_each_word_has_a_label(table: dict[StrEnum, Label], words: type[StrEnum]) -> None:
    assert set(table) == set(words)


def test_labels_are_written_in_both_languages_with_french_typography() -> None:
    for label in labels():
        for text in (label.fr, label.en):
            assert text
            assert text == text.strip()
            assert "'" not in text, text
        assert not re.search(r"(?<!\u202f)[;:!?%]", label.fr.replace("(%)", "")), label.fr
        assert (label.text("fr"), label.text("en")) == (label.fr, label.en)


def test_names_for_neo4j_are_apart_and_plain() -> None:
    types = [kind.relationship_type for kind in TIE_KINDS.values()]
    kinds = [kind.neo4j_label for kind in ACTOR_KINDS.values()]
    assert len(set(types)) == len(types)
    assert len(set(kinds)) == len(kinds)
    assert all(re.fullmatch(r"[A-Z_]+", name) for name in types)
    assert all(re.fullmatch(r"[A-Z][A-Za-z]+", name) for name in kinds)


def test_what_a_tie_carries_is_a_field() -> None:
    for kind in TIE_KINDS.values():
        assert set(kind.fields) <= set(TIE_FIELDS), kind.name
    assert {"membership", "carrier"} == BELONGING_KINDS


def test_organisations_meet_where_the_domain_says() -> None:
    meets = {name: kind.meets_by for name, kind in ACTOR_KINDS.items()}
    never = {"pole", "member_circle", "governance_body"}
    for name, by in meets.items():
        if name == "event_or_project":
            assert by == "cooperation"
        else:
            gathering = ACTOR_KINDS[name].gathering and name not in never
            assert by == ("cooperation or membership" if gathering else "nothing")


def test_tiers_are_told_by_the_kind() -> None:
    tiers = {tier: {k.name for k in TIE_KINDS.values() if k.tier is tier} for tier in Tier}
    assert tiers[Tier.CAPITAL] == {"shareholding"}
    assert tiers[Tier.MEANS] == {
        "shared_premises", "shared_staff", "employer_group", "joint_purchase",
    }  # fmt: skip
    assert tiers[Tier.AFFILIATION] == {"membership", "network_affiliation", "charter_signature"}


def test_sets_and_yearly_figures_are_fields() -> None:
    assert {"tags", "flags", "sirets", "other_names", "departements"} <= SET_FIELDS
    assert {"jobs", "fte", "turnover_eur", "member_count"} <= YEARLY_FIELDS
    assert not SET_FIELDS & YEARLY_FIELDS
    assert set(SILENCES) <= set(ACTOR_FIELDS)
    for field, word in SILENCES.items():
        assert word in (*ACTOR_FIELDS[field].choices, *ACTOR_KINDS), field


@pytest.mark.parametrize(
    ("legal", "ess", "sector"),
    [
        (LegalSector.PUBLIC, Ess.UNKNOWN, Sector.PUBLIC),
        (LegalSector.PUBLIC, Ess.YES, Sector.PUBLIC),
        (LegalSector.PRIVATE, Ess.YES, Sector.ESS),
        (LegalSector.PRIVATE, Ess.NO, Sector.PRIVATE),
        (LegalSector.PRIVATE, Ess.UNKNOWN, Sector.UNKNOWN),  # a SAS, nothing else known
        (LegalSector.MIXED, Ess.YES, Sector.MIXED),
        (LegalSector.NONE, Ess.UNKNOWN, Sector.CITIZENS),
        (LegalSector.UNKNOWN, Ess.YES, Sector.UNKNOWN),
        (LegalSector.UNKNOWN, Ess.UNKNOWN, Sector.UNKNOWN),
    ],
)
def test_sectors(legal: LegalSector, ess: Ess, sector: Sector) -> None:
    assert sector_of(legal, ess) is sector


@pytest.mark.parametrize("find", [actor_kind, tie_kind])
def test_a_kind_that_does_not_exist_is_refused_with_those_that_do(
    find: Callable[[str], object],
) -> None:
    with pytest.raises(UnknownName) as caught:
        find("pôle")
    assert caught.value.values["name"] == "pôle"
    assert str(caught.value.values["known"]).count(",") > 10


def test_every_table_of_labels_is_checked_here() -> None:
    tables = {name for name in (*vars(vocabulary), *vars(left_out)) if name.endswith("_LABELS")}
    assert tables - {"NOTE_LABELS"} == {
        "LAYER_LABELS", "SECTOR_LABELS", "TIER_LABELS", "STATUS_LABELS", "STANDING_LABELS",
        "FAMILY_LABELS", "ESS_FAMILY_LABELS", "LEFT_OUT_LABELS",
    }  # fmt: skip
