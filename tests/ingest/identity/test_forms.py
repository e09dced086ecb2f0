from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.graph.folding import normalise
from maillage.graph.vocabulary import ACTOR_KINDS, ESS_FAMILY_LABELS
from maillage.ingest.identity.forms import declared_forms, name_words, split_name
from maillage.ingest.reference import bundled

ROWS = bundled("name_forms.csv")
PHRASES = [phrase.removesuffix(" ~") for row in ROWS for phrase in row["phrases"].split("|")]


def test_the_table_is_written_as_names_are_compared() -> None:
    assert len(ROWS) >= 60
    for row in ROWS:
        assert row["kind"] in ("", *ACTOR_KINDS)
        assert row["ess_family"] in ("", *ESS_FAMILY_LABELS)
        assert row["source"]
        assert row["kind_of"] in ("", *(other["form"] for other in ROWS))
    for phrase in PHRASES:
        assert normalise(phrase) == phrase


@pytest.mark.parametrize(
    ("name", "core", "forms"),
    [
        ("SCIC SA Maison des Énergies", "maison energies", ["scic", "sa"]),
        ("SCOP ARL Le Fil", "fil", ["scop"]),
        ("Le Fil (SCOP)", "fil", ["scop"]),
        ("Association loi 1901 Les Amis", "amis", ["association"]),
        ("Assoc. des Amis", "amis", ["association"]),
        ("Commune de Redon", "redon", ["commune"]),
        ("Mairie de Redon", "redon", ["commune"]),
        ("CC de Redon", "redon", ["communaute_de_communes"]),
        ("C.C. du Pays de Redon", "pays redon", ["communaute_de_communes"]),
        ("Communauté de communes du Pays de Redon", "pays redon", ["communaute_de_communes"]),
        ("Redon Agglomération", "redon", ["agglomeration"]),
        ("Nantes Métropole", "nantes", ["metropole"]),
        ("Sicoval (communauté d'agglomération)", "sicoval", ["communaute_agglomeration"]),
        ("Lille Métropole Communauté urbaine", "lille metropole", ["communaute_urbaine"]),
        ("Conseil général de l'Ain", "ain", ["departement"]),
        ("Conseil départemental de l’Ain", "ain", ["departement"]),
        ("Les Ateliers S.A.R.L.", "ateliers", ["sarl"]),
        ("Groupement d'employeurs du BTP", "groupement employeurs btp", ["groupement_employeurs"]),
        (
            "GEIQ BTP (pôle Sud Aquitaine)",
            "groupement employeurs insertion qualification btp pole sud aquitaine",
            ["geiq"],
        ),
        ("PTCE Sud Aquitain", "sud aquitain", ["pole"]),
        # words that are not forms where they stand
        ("Ville et Banlieue", "ville banlieue", []),
        ("CA Conseil", "ca conseil", []),
        ("Maison de l'emploi Nantes Métropole", "maison emploi nantes metropole", []),
        ("Biocoop Redon", "biocoop redon", []),
        # nothing is left without a core
        ("Mairie", "mairie", []),
        ("Redon, commune de", "redon", ["commune"]),
        ("Rennes (Ville de)", "rennes", ["commune"]),
        ("SOCP Le Fil", "fil", ["scop"]),
        ("SA", "sa", []),
    ],
)
def test_a_name_is_cut_into_its_core_and_its_forms(name: str, core: str, forms: list[str]) -> None:
    parts = split_name(name)
    assert " ".join(parts.core) == core
    assert [form.name for form in parts.forms] == forms


def test_an_acronym_in_parentheses_is_kept_apart() -> None:
    parts = split_name("Réseau pour une économie alternative et solidaire (R.E.A.S.)")
    assert parts.acronyms == ("reas",)
    assert "reas" not in parts.core
    assert split_name("Scic Replic (Languedoc-Roussillon)").core == (
        "replic",
        "languedoc",
        "roussillon",
    )


def test_an_acronym_and_the_words_it_stands_for_are_one_core() -> None:
    written = "Chambre régionale de l’économie sociale et solidaire de Bretagne"
    assert split_name("CRESS Bretagne").core == split_name(written).core
    assert (
        split_name("MJC de Redon").core
        == split_name("Maison des jeunes et de la culture de Redon").core
    )


def test_abbreviations_are_written_out() -> None:
    assert name_words("L’Œuvre St-Jean & Cie") == [
        "l",
        "oeuvre",
        "saint",
        "jean",
        "et",
        "compagnie",
    ]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("SCIC SARL à capital variable", ["scic", "sarl"]),
        ("associations, SCOP, SCIC", ["association", "scop", "scic"]),
        ("S.C.O.P. S.A.R.L", ["scop", "sarl"]),
        ("société coopérative d'intérêt collectif", ["scic"]),
        ("établissement public de coopération intercommunale", ["epci"]),
        ("association intermédiaire", ["association_intermediaire"]),
        ("Société SARL", ["societe_sans_forme", "sarl"]),
        ("Collectivité territoriale", ["collectivite"]),
        ("", []),
    ],
)
def test_a_declared_form_may_name_several(text: str, forms: list[str]) -> None:
    assert [form.name for form in declared_forms(text)] == forms


@given(st.sampled_from(PHRASES))
def test_every_phrase_is_its_own_form_when_declared(phrase: str) -> None:
    row = next(
        row
        for row in ROWS
        if phrase in [text.removesuffix(" ~") for text in row["phrases"].split("|")]
    )
    assert [form.name for form in declared_forms(phrase.upper())] == [row["form"]]


@given(st.text(max_size=40))
def test_no_name_loses_its_core_or_raises(name: str) -> None:
    parts = split_name(name)
    assert bool(parts.core) == bool(name_words(name))
    declared_forms(name)


@given(
    st.lists(st.sampled_from(["Association", "SCIC", "Redon", "de", "la", "Maison", "SARL", "CC"]))
)
def test_cutting_a_core_again_keeps_its_words(words: list[str]) -> None:
    core = split_name(" ".join(words)).core
    assert set(core) <= set(name_words(" ".join(words)))
