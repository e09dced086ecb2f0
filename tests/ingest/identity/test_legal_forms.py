"""The eight rules of reading a sector, each pinned."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.errors import InvalidInput, UnreadableFile
from maillage.graph.model import sector_of
from maillage.graph.vocabulary import ACTOR_KINDS, ESS_FAMILY_LABELS, FLAGS, Ess, LegalSector
from maillage.ingest.identity.legal_categories import Categories
from maillage.ingest.identity.sector import (
    ORDER_OF_TRUST,
    Classification,
    classify,
    is_sole_trader,
)
from maillage.ingest.reference import bundled

ASSOCIATION = ("private", "yes", "association")
CODES = [row["code"] for row in bundled("legal_categories.csv") if row["code"].isdigit()]


def _said(found: Classification) -> tuple[str, str, str | None]:
    return found.legal_sector.value, found.ess.value, found.ess_family


def test_the_table_has_the_260_codes_and_only_words_of_the_vocabulary() -> None:
    assert len(CODES) == len(set(CODES)) == 260
    for row in Categories.bundled():
        assert row.kind in ACTOR_KINDS
        assert row.ess_family in (None, *ESS_FAMILY_LABELS)
        assert set(row.flags) <= set(FLAGS)
        assert row.source
        assert row.confidence in ("high", "medium", "low")


@pytest.mark.parametrize(
    ("codes", "sector", "ess", "family", "kind"),
    [
        ("1000", "private", "no", None, "enterprise"),
        ("5192 5193 5194 5196 6595 6596", "private", "yes", "cooperative", "financier"),
        ("5195 5203 5307 5309", "private", "yes", "cooperative", "ess_enterprise"),
        ("5443 5451 5458 5460 5543 5547 5551", "private", "yes", "cooperative", "ess_enterprise"),
        ("5555 5558 5560 5643 5655 5658 5660", "private", "yes", "cooperative", "ess_enterprise"),
        ("6316 6317 6318 6543 6558 6560", "private", "yes", "cooperative", "ess_enterprise"),
        ("6411 8210 8250 8290", "private", "yes", "mutual", "ess_enterprise"),
        ("9210 9220 9221 9222 9223 9230 9260", "private", "yes", "association", "ess_enterprise"),
        ("9300", "private", "yes", "foundation", "ess_enterprise"),
        ("5432 5532 5632 6532", "private", "unknown", None, "enterprise"),
        ("5202 5306 5499 5599 5699 5710", "private", "unknown", None, "enterprise"),
        ("5800 6220 6540 6599 6901", "private", "unknown", None, "enterprise"),
        ("8410 8420 8470 8490", "private", "no", None, "network"),
        ("8130 8190 8510 8520 9224 9240", "private", "no", None, "other"),
        ("5415 5515 5615", "mixed", "no", None, "enterprise"),
        ("5546 5646 5430 5530 5630", "private", "no", None, "enterprise"),
        ("7210 7312 7313 7220 7230 7225 7229", "public", "no", None, "local_authority"),
        ("7343 7344 7346 7347 7348", "public", "no", None, "local_authority"),
        ("7340 7345 7349 7351 7357", "public", "no", None, "local_authority"),
        ("7331", "public", "no", None, "training"),
        ("7383 7384", "public", "no", None, "higher_education"),
        ("7381", "public", "no", None, "chamber"),
        ("7361 7364 7366 7367 7410 7111 7490 4110 4130 4160", "public", "no", None, "state_body"),
        ("8110 8140 8450", "public", "no", None, "state_body"),
        ("3205 3210", "unknown", "unknown", None, "other"),
    ],
)  # fmt: skip
def test_each_code_says_its_sector_and_family(
    codes: str, sector: str, ess: str, family: str | None, kind: str
) -> None:
    for code in codes.split():
        found = classify(legal_category=code)
        assert _said(found) == (sector, ess, family), code
        assert found.kind_hint == kind, code
        assert found.sector_source == (None if sector == "unknown" else "category"), code


def test_doubtful_codes_ask_for_a_look() -> None:
    asked = {code for code in CODES if classify(legal_category=code).to_review}
    assert asked >= {"5191", "6100", "5432", "5532", "5632", "6532", "9900", "8310", "9970"}
    assert not asked & {"9220", "5458", "5710", "7210", "8210"}


# 1. SCIC has no code
@pytest.mark.parametrize("code", ["5710", "5460", "5560", "5499", ""])
@pytest.mark.parametrize(
    "form",
    ["SCIC", "SCIC SARL", "SAS SCIC", "Société coopérative d’intérêt collectif", "SCOP SAS", "CAE"],
)
def test_the_declared_form_outranks_the_code(code: str, form: str) -> None:
    found = classify(legal_form=form, legal_category=code)
    assert _said(found) == ("private", "yes", "cooperative")
    assert found.sector_source == "legal_form"


@pytest.mark.parametrize(
    "name", ["SCIC Interstices", "Interstices (SCIC)", "SCOP ARL Le Fil", "Alterna CAE"]
)
def test_the_name_prefix_outranks_the_code(name: str) -> None:
    found = classify(name=name, legal_category="5710")
    assert _said(found) == ("private", "yes", "cooperative")
    assert found.sector_source == "name"


def test_a_sas_without_other_evidence_is_unknown() -> None:
    found = classify(legal_category="5710", legal_form="SAS", name="Bégawatts")
    assert _said(found) == ("private", "unknown", None)
    assert sector_of(found.legal_sector, found.ess).value == "unknown"
    assert not found.to_review


# 2. never the substring "coop"
def test_cooperation_is_no_cooperative() -> None:
    for code in ("7349", "7470", "9970"):
        assert classify(legal_category=code).ess_family is None
    for text in (
        "Établissement public de coopération culturelle",
        "Groupement de coopération sanitaire",
        "Pôle de coopération Sud Aquitaine",
    ):
        found = classify(legal_form=text, name=text)
        assert found.ess is not Ess.YES
        assert found.ess_family is None
    assert classify(name="Biocoop Redon").ess is Ess.UNKNOWN
    assert classify(name="Coopérative de consommateurs").ess_family == "cooperative"


# 3. GE and GEIQ are roles
def test_an_employer_group_is_a_role_of_an_association_or_a_cooperative() -> None:
    assert classify(legal_category="9223").flags == ("ge",)
    cooperative = classify(legal_category="5460", name="Groupement d'employeurs du Seignanx")
    assert (cooperative.flags, cooperative.ess_family) == (("ge",), "cooperative")
    association = classify(legal_form="association loi 1901, GEIQ")
    assert (association.flags, association.ess_family) == (("ge", "geiq"), "association")
    bare = classify(legal_form="groupement d'employeurs")
    assert (_said(bare), bare.flags) == (("unknown", "unknown", None), ("ge",))
    assert classify(name="GE Healthcare").flags == ()


# 4. an association has an RNA number, or its code
def test_an_association_has_a_number_or_a_code() -> None:
    found = classify(association_number="w353 012345")
    assert (_said(found), found.sector_source) == (ASSOCIATION, "registry_flag")
    assert _said(classify(legal_category="9220")) == ASSOCIATION
    assert _said(classify(association_number="W353012345", legal_category="5710")) == ASSOCIATION
    assert _said(classify(legal_category="5710")) == ("private", "unknown", None)
    assert classify(association_number="en cours") == classify()


# 5. listed or flagged
def test_a_flag_makes_a_company_a_commercial_one_of_the_social_economy() -> None:
    assert classify(ess_registry_flag=True).ess is Ess.YES
    assert classify(ess_registry_flag="O").ess is Ess.YES
    assert classify(ess_registry_flag="N").ess is Ess.UNKNOWN
    sarl = classify(legal_category="5499", ess_registry_flag="O")
    assert _said(sarl) == ("private", "yes", "commercial_ess")
    assert (sarl.kind_hint, sarl.to_review) == ("ess_enterprise", False)
    # a SAS of the registers may be a cooperative that no code names: a look is asked for
    assert classify(legal_category="5710", ess_registry_flag="O").to_review
    assert (
        classify(legal_category="5710", ess_registry_flag="O", name="SCIC X").ess_family
        == "cooperative"
    )


def test_no_flag_says_nothing_of_a_firm() -> None:
    found = classify(legal_category="5710", ess_registry_flag="N")
    assert (found.ess, found.to_review) == (Ess.UNKNOWN, False)
    left_out = classify(legal_category="9220", ess_registry_flag="N")
    assert (left_out.ess, left_out.to_review) == (Ess.NO, True)
    assert left_out.ess_family is None


# 6. the table is ours, sourced, and overridable; some activities are left out
def test_activities_that_insee_leaves_out_are_left_out_and_looked_at() -> None:
    found = classify(legal_category="9220", naf="94.92Z")
    assert (found.ess, found.to_review) == (Ess.NO, True)
    assert classify(legal_category="9220", naf="94.99Z").ess is Ess.YES
    assert classify(legal_category="9220", naf="94.92Z", legal_form="association").ess is Ess.YES
    assert classify(legal_category="5710", naf="94.92Z").ess is Ess.UNKNOWN


def test_a_person_overrides_rows_of_the_table(tmp_path: Path) -> None:
    table = tmp_path / "categories.csv"
    table.write_text("code;legal_sector;ess;ess_family\n5532;private;yes;cooperative\n", "utf-8")
    own = Categories.load(table)
    assert len(own) == len(Categories.bundled())
    assert classify(legal_category="5532", categories=own).ess_family == "cooperative"
    assert classify(legal_category="9220", categories=own).ess_family == "association"
    table.write_text("code,legal_sector,ess\n5532,privé,yes\n", "utf-8")
    with pytest.raises(InvalidInput, match="privé"):
        Categories.load(table)
    table.write_text("code,sector\n5532,private\n", "utf-8")
    with pytest.raises(UnreadableFile, match="legal_sector, ess"):
        Categories.load(table)


def test_a_code_of_a_later_nomenclature_falls_back_on_its_beginning() -> None:
    assert classify(legal_category="7999").legal_sector is LegalSector.PUBLIC
    assert classify(legal_category="5799").ess is Ess.UNKNOWN
    assert classify(legal_category="9299").ess_family == "association"
    assert classify(legal_category="9999") == classify(legal_category="")
    assert Categories.bundled().get("92") is None


# 7. what is an administration
def test_an_administration_is_one_by_its_code() -> None:
    assert "administration" in classify(legal_category="7210").marks
    assert "administration" not in classify(legal_category="5646").marks
    assert "administration" not in classify(legal_category="4130").marks
    # listed is not public law: the social landlord stays private
    assert classify(legal_category="5546").legal_sector is LegalSector.PRIVATE
    assert set(classify(legal_category="5546").marks) == {"administration", "public_mission"}


# 8. separate fields, source kept
@pytest.mark.parametrize(
    ("sector", "legal", "ess", "kind"),
    [
        ("public", "public", "unknown", None),
        ("ess", "private", "yes", None),
        ("private", "private", "no", None),
        ("mixed", "mixed", "unknown", None),
        ("citizens", "none", "unknown", "citizen_group"),
        ("ESS", "private", "yes", None),
        ("privé", "private", "no", None),
        ("", "unknown", "unknown", None),
        ("inconnu", "unknown", "unknown", None),
    ],
)
def test_a_declared_sector_is_read_as_the_domain_says(
    sector: str, legal: str, ess: str, kind: str | None
) -> None:
    found = classify(declared_sector=sector)
    assert (found.legal_sector.value, found.ess.value, found.kind_hint) == (legal, ess, kind)
    assert found.sector_source == (None if legal == "unknown" else "declared")


def test_declared_families_are_read_as_the_domain_says() -> None:
    social = classify(declared_sector="ess", declared_family="social_enterprise")
    assert (social.ess_family, social.to_review) == ("commercial_ess", True)
    insertion = classify(declared_sector="ess", declared_family="insertion")
    assert (insertion.ess_family, insertion.flags) == (None, ("insertion",))
    alone = classify(declared_family="insertion")
    assert (alone.legal_sector, alone.flags) == (LegalSector.UNKNOWN, ("insertion",))
    assert _said(classify(declared_family="coopérative")) == ("private", "yes", "cooperative")


def test_what_is_declared_outranks_everything_and_contradiction_is_kept() -> None:
    found = classify(declared_sector="private", legal_form="association", legal_category="9220")
    assert _said(found) == ("private", "no", None)
    assert (found.sector_source, found.to_review) == ("declared", True)
    assert [voice.source for voice in found.evidence] == ["declared", "legal_form", "category"]
    network = classify(declared_sector="public", legal_form="association")
    assert (network.legal_sector, network.ess) == (LegalSector.PUBLIC, Ess.UNKNOWN)


def test_a_sector_is_as_sure_as_its_weaker_half() -> None:
    found = classify(legal_form="SAS", name="SCOP Alma")
    assert (found.legal_sector, found.ess, found.sector_source) == (
        LegalSector.PRIVATE,
        Ess.YES,
        "name",
    )
    assert classify(declared_sector="ess", legal_category="5710").sector_source == "declared"


def test_several_forms_in_one_cell_agree_on_what_they_share() -> None:
    found = classify(legal_form="associations, SCOP, SCIC")
    assert _said(found) == ("private", "yes", None)
    assert found.to_review


@pytest.mark.parametrize(
    ("form", "sector", "ess", "family", "kind"),
    [
        ("association loi 1901", "private", "yes", "association", "ess_enterprise"),
        ("Assoc.", "private", "yes", "association", "ess_enterprise"),
        ("fondation", "private", "yes", "foundation", "ess_enterprise"),
        ("mutuelle", "private", "yes", "mutual", "ess_enterprise"),
        ("MSA", "public", "no", None, "state_body"),
        ("SARL", "private", "unknown", None, "enterprise"),
        ("S.A.S.", "private", "unknown", None, "enterprise"),
        ("EURL", "private", "unknown", None, "enterprise"),
        ("SCI", "private", "unknown", None, "enterprise"),
        ("GIE", "private", "unknown", None, "enterprise"),
        ("auto-entrepreneur", "private", "no", None, "enterprise"),
        ("SEM", "mixed", "no", None, "enterprise"),
        ("société publique locale", "mixed", "no", None, "enterprise"),
        ("commune", "public", "no", None, "local_authority"),
        ("CC", "public", "no", None, "local_authority"),
        ("communauté d’agglomération", "public", "no", None, "local_authority"),
        ("métropole", "public", "no", None, "local_authority"),
        ("département", "public", "no", None, "local_authority"),
        ("conseil régional", "public", "no", None, "local_authority"),
        ("GIP", "public", "no", None, "state_body"),
        ("EPIC", "public", "no", None, "state_body"),
        ("université", "public", "no", None, "higher_education"),
        ("lycée", "public", "no", None, "training"),
        ("chambre consulaire", "public", "no", None, "chamber"),
        ("syndicat de salariés", "private", "no", None, "social_partner"),
        ("Cigales", "unknown", "unknown", None, None),
        ("groupement d’entreprises (grappe)", "unknown", "unknown", None, None),
        ("n’importe quoi", "unknown", "unknown", None, None),
    ],
)
def test_declared_forms_say_what_they_are(
    form: str, sector: str, ess: str, family: str | None, kind: str | None
) -> None:
    found = classify(legal_form=form)
    assert _said(found) == (sector, ess, family)
    assert found.kind_hint == kind


def test_a_sole_trader_is_marked_a_person() -> None:
    assert "person" in classify(legal_category="1000").marks
    assert "person" in classify(legal_category="1000", declared_sector="public").marks


@pytest.mark.parametrize(
    "form",
    ["EI", "E.I.", "EIRL", "entrepreneur individuel", "Entrepreneure individuelle",
     "ENTREPRISE INDIVIDUELLE (EI)", "1000 - Entrepreneur individuel", "micro-entreprise",
     "Microentreprise", "microentrepreneuse", "micro-entrepreneur", "auto-entrepreneur",
     "Autoentrepreneur", "auto-entrepreneuse", "auto-entreprise", "personne physique"],
)  # fmt: skip
def test_each_word_for_a_sole_trader_is_read(form: str) -> None:
    assert is_sole_trader(form)


@pytest.mark.parametrize("form", ["EURL", "entreprise privée", "entreprise adaptée", "SARL", ""])
def test_no_firm_is_taken_for_a_person(form: str) -> None:
    assert not is_sole_trader(form)


def test_words_that_deceive_are_looked_at_or_left_alone() -> None:
    assert classify(name="Université populaire de Redon").legal_sector is LegalSector.UNKNOWN
    chamber = classify(name="Chambre régionale de l’économie sociale et solidaire")
    assert chamber.ess is Ess.YES
    assert classify(name="Université d’Orléans").to_review
    assert classify(name="CA Conseil").legal_sector is LegalSector.UNKNOWN
    assert classify(name="Ville et Banlieue").legal_sector is LegalSector.UNKNOWN
    assert classify(name="Mairie de Redon").legal_sector is LegalSector.PUBLIC


texts = st.text(max_size=12) | st.sampled_from(
    ["SCIC", "SAS", "association", "commune", "public", "ess", "private", "O", "N", "cooperative"]
)


@given(
    st.builds(
        lambda words, code, flag: classify(
            declared_sector=words[0],
            declared_family=words[1],
            legal_form=words[2],
            association_number=words[3],
            name=words[4],
            legal_category=code,
            ess_registry_flag=flag,
        ),
        st.tuples(texts, texts, texts, texts, texts),
        st.sampled_from([*CODES, "", "x"]),
        st.sampled_from(["O", "N", "", True, False, None]),
    )
)
def test_fields_always_fit_together(found: Classification) -> None:
    assert found.ess_family is None or found.ess is Ess.YES
    assert (found.sector_source is None) == (
        found.legal_sector is LegalSector.UNKNOWN and found.ess is Ess.UNKNOWN
    )
    assert found.ess is not Ess.YES or found.legal_sector is LegalSector.PRIVATE
    assert set(found.flags) <= set(FLAGS)
    assert found.kind_hint is None or found.kind_hint in ACTOR_KINDS
    assert max(Counter(found.evidence).values(), default=0) < 3


def test_the_order_of_trust_is_told_as_it_is() -> None:
    page = (Path(__file__).parents[3] / "docs" / "registers.md").read_text(encoding="utf-8")
    told = [line.split("|")[2].strip() for line in page.splitlines() if re.match(r"\| \d \|", line)]
    assert told == [label.fr for _, label in ORDER_OF_TRUST]
