"""The headings people write find their fields; what is not known is kept and said."""

from __future__ import annotations

import csv
import io
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maillage.graph.errors import UnknownName
from maillage.ingest.columns import memory as column_memory
from maillage.ingest.columns.assigning import ColumnMap, is_known_heading, match_columns
from maillage.ingest.columns.headings import heading_key, read_heading
from maillage.ingest.columns.memory import ColumnMemory, fingerprint
from maillage.ingest.columns.names import BY_LIST, COMMON
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.tables import Row

FACTS = ("actors", "groups", "poles", "referentiel", "ties")


def fields(list_name: str, *header: str, **overrides: str) -> dict[str, str]:
    return dict(match_columns(header, list_name, overrides).mapped)


@pytest.mark.parametrize("name", FACTS)
def test_every_heading_of_the_facts_is_known(name: str) -> None:
    text = (resources.files("maillage.ingest") / "demo" / f"{name}.csv").read_text("utf-8")
    columns = match_columns(next(csv.reader(io.StringIO(text))), name)
    assert not (columns.unknown or columns.personal or columns.missing_required)
    renamed = {heading: field for heading, field in columns.mapped.items() if heading != field}
    assert renamed == ({"carrier_actor_ids": "carriers"} if name == "poles" else {})


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["fr", "en", "code"])
def test_the_headings_of_a_template_are_those_of_its_fields(name: str, language: str) -> None:
    cells = LISTS[name].row.cells()
    header = {
        {"fr": cell.label.fr, "en": cell.label.en, "code": field}[language]: field
        for field, cell in cells.items()
    }
    columns = match_columns(tuple(header), name)
    assert dict(columns.mapped) == header
    assert not (columns.unknown or columns.ambiguous or columns.personal)


def test_words_are_given_to_fields_that_exist() -> None:
    everywhere = {field for spec in LISTS.values() for field in spec.row.cells()}
    assert set(BY_LIST) <= set(LISTS)
    for name, names in BY_LIST.items():
        assert set(names) <= set(LISTS[name].row.cells()), name
    assert set(COMMON) <= everywhere


@pytest.mark.parametrize("name", LISTS)
def test_every_word_is_understood(name: str) -> None:
    for field in LISTS[name].row.cells():
        for word in BY_LIST.get(name, {}).get(field, COMMON.get(field, ())):
            assert is_known_heading(word, name), word
            assert is_known_heading(f" {word.upper()} ", name), word


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Nom de la structure", "name"),
        ("NOM DE LA STRUCTURE *", "name"),
        ("Dénomination", "name"),
        ("RAISON SOCIALE", "name"),
        ("raison_sociale", "name"),
        ("Structure (raison sociale)", "name"),
        ("Nom / Raison sociale", "name"),
        ("N° SIREN", "siren"),
        ("n°siren", "siren"),
        ("Numéro de SIRET", "siret"),
        ("Code postal", "postal_code"),
        ("CP", "postal_code"),
        ("Ville", "commune"),
        ("Département (n°)", "departement"),
        ("Nb de salariés", "jobs"),
        ("Nbre d'emplois", "jobs"),
        ("Effectif", "jobs"),
        ("Nb salariés", "jobs"),
        ("ETP", "fte"),
        ("Nb salariés ETP", "fte"),
        ("Nombre de salariés (ETP)", "fte"),
        ("Salariés ETP", "fte"),
        ("Effectif (en ETP)", "fte"),
        ("ETP salariés", "fte"),
        ("Total ETP", "fte"),
        ("ETPT", "fte"),
        ("Salariés en équivalent temps plein 2013", "fte"),
        ("CA (k€)", "turnover_eur"),
        ("Chiffre d'affaires en euros", "turnover_eur"),
        ("Chiffre d’affaires 2013", "turnover_eur"),
        ("Effectif au 31/12/2013", "jobs"),
        ("Secteur d'activité", "activity"),
        ("Statut juridique", "legal_form"),
        ("Date de création", "valid_from"),
        ("Site Internet", "web"),
        ("Commentaires", "note"),
        ("Legal name", "name"),
        ("ZIP code", "postal_code"),
    ],
)
def test_headings_of_actors(heading: str, field: str) -> None:
    assert fields("actors", heading) == {heading: field}


@pytest.mark.parametrize("name", ["members", "employers"])
@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Date d'adhésion au pôle", "since"),
        ("Première adhésion", "since"),
        ("1ère adhésion", "since"),
        ("1re adhésion", "since"),
        ("Année d'entrée", "since"),
        ("Fin d'adhésion", "until"),
        ("Date de fin d'adhésion", "until"),
        ("Fin adhésion", "until"),
        ("Adhérent jusqu'au", "until"),
        ("Date de départ", "until"),
        ("Date de radiation", "until"),
        ("Date de démission", "until"),
        ("Date de retrait", "until"),
        ("Sortie le", "until"),
        ("Échéance", "until"),
    ],
)
def test_a_membership_is_entered_and_left(name: str, heading: str, field: str) -> None:
    assert fields(name, heading) == {heading: field}


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("members", {"Structure": "member", "N° SIREN": "siren", "Adhésion": "since",
                     "Collège": "college", "Fonction": "role", "Réseau": "network",
                     "Cotis. 2014": "fee_eur"}),
        ("members", {"Adhérent": "member", "Adhésion depuis": "since", "Left on": "until",
                     "Annual fee": "fee_eur", "ETP salariés": "fte"}),
        ("members", {"Member": "member", "Joined on": "since", "Cotisation €": "fee_eur"}),
        ("employers", {"GEIQ": "group", "Entreprise": "member", "ETPT": "shared_fte",
                       "ETP salariés": "fte"}),
        ("employers", {"Entreprise": "member", "ETP": "fte", "ETP mis à disposition": "shared_fte",
                       "Nombre d’heures mises à disposition": "hours"}),
        ("employers", {"Entreprise": "member", "ETP mis à disposition (GEIQ)": "shared_fte",
                       "ETP 2023": "fte"}),
        ("employers", {"Entreprise": "member", "Effectif ETP": "fte",
                       "Nombre d’ETP mis à disposition": "shared_fte"}),
        ("partnerships", {"Partenaires": "partners", "€": "amount_eur"}),
        ("shareholdings", {"Associé": "holder", "Société": "firm", "%": "share_pct",
                           "Euros": "amount_eur"}),
        ("employers", {"GEIQ": "group", "Entreprise adhérente": "member", "ETP": "shared_fte",
                       "Heures 2013": "hours", "Adhérent depuis": "since"}),
        ("shareholdings", {"Actionnaire": "holder", "Société": "firm", "% du capital": "share_pct",
                           "% des voix": "votes_pct", "Montant (€)": "amount_eur", "Au": "at"}),
        ("shareholdings", {"owner": "holder", "owned": "firm", "share_pct": "share_pct"}),
        ("partnerships", {"Partenaire 1": "partner_1", "Partenaire 2": "partner_2",
                          "Partenaire D": "partner_4", "Objet du partenariat": "purpose",
                          "Du": "since", "Au": "until", "Statut": "status"}),
        ("partnerships", {"Structures partenaires": "partners", "Montant": "amount_eur"}),
        ("ties", {"De": "source_name", "Vers": "target_name", "Type de lien": "kind",
                  "Depuis": "valid_from", "Source": "source"}),
        ("ties", {"Source": "source_name", "Target": "target_name", "Weight": "strength"}),
        ("ties", {"source_id": "source_id", "target_id": "target_id", "source": "source"}),
        ("poles", {"PTCE": "name", "Structure porteuse": "carriers", "Dép.": "departement_codes",
                   "Témoin": "temoin", "Année de création": "founded_year"}),
        ("groups", {"Groupement": "name", "Type": "kind", "PTCE": "pole_id"}),
        ("referentiel-scores", {"PTCE": "pole", "Indicateur": "indicator_code", "Note": "score"}),
    ],
)  # fmt: skip
def test_headings_of_the_other_lists(name: str, header: dict[str, str]) -> None:
    assert fields(name, *header) == header


def test_unknown_columns_are_kept_and_said() -> None:
    columns = match_columns(("Nom", "Couleur", "Humeur"), "actors")
    assert columns.unknown == ("Couleur", "Humeur")
    assert [(p.code, p.column, p.level) for p in columns.problems("F")] == [
        ("column_unknown", "Couleur", "warning"),
        ("column_unknown", "Humeur", "warning"),
    ]


def test_of_two_columns_for_one_field_the_plainer_wins() -> None:
    columns = match_columns(("Nom", "Raison sociale", "Commune"), "actors")
    assert columns.mapped == {"Raison sociale": "name", "Commune": "commune"}
    assert columns.unknown == ("Nom",)
    (problem,) = columns.problems()
    assert (problem.code, problem.column) == ("column_ambiguous", "Nom")
    assert "Raison sociale" in problem.message("fr")


def test_of_two_years_the_later_wins_and_is_told() -> None:
    columns = match_columns(("Nom", "CA 2012", "CA 2013 (k€)", "Emplois"), "actors")
    assert columns.mapped["CA 2013 (k€)"] == "turnover_eur"
    assert columns.years == {"turnover_eur": 2013}
    assert columns.units == {"turnover_eur": "k€"}
    assert columns.unknown == ("CA 2012",)


def test_a_heading_written_twice_is_kept_apart() -> None:
    columns = match_columns(("Nom", "Nom (2)"), "actors")
    assert columns.mapped == {"Nom": "name"}
    assert columns.unknown == ("Nom (2)",)


def test_what_the_user_says_wins() -> None:
    header = ("Contact", "Nom", "x")
    assert fields("actors", *header, Contact="name", x="siren") == {"Contact": "name", "x": "siren"}
    assert match_columns(header, "actors", {"CONTACT ": "name"}).mapped == {"Contact": "name"}
    assert match_columns(header, "actors", {"Nom": ""}).mapped == {}
    columns = match_columns(header, "actors", {"absente": "name"})
    assert columns.absent == ("absente",)
    assert "map_column_absent" in {problem.code for problem in columns.problems()}
    with pytest.raises(UnknownName):
        match_columns(header, "actors", {"Nom": "nimporte"})
    with pytest.raises(UnknownName):
        match_columns(header, "nimporte")


def test_required_fields_that_no_column_gives() -> None:
    columns = match_columns(("Couleur",), "members")
    assert columns.missing_required == (("member", "member_id", "siren", "siret", "rna"),)
    assert [p.code for p in columns.problems()] == ["column_unknown", "column_missing"]
    assert match_columns(("SIRET",), "members").missing_required == ()


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Montant (k€)", "k€"), ("Montant en K€", "K€"), ("Montant M€", "M€"),
        ("Montant (en milliers d’euros)", "milliers d’euros"), ("Montant (€ HT)", "€ HT"),
        ("Montant", ""), ("€", ""), ("Capital (%)", ""), ("Cotisation €", "€"),
    ],
)  # fmt: skip
def test_units(heading: str, unit: str) -> None:
    assert read_heading(heading).unit == unit


def test_headings_above_a_table_are_known_from_titles() -> None:
    assert is_known_heading("Raison sociale", "actors")
    assert is_known_heading("Courriel", "actors")
    assert not is_known_heading("Adhérents du pôle au 3 mars", "actors")
    assert not is_known_heading("", "actors")


def _matched(*header: str) -> ColumnMap:
    return match_columns(header, "members", {"Qui": "member", "Âge moyen": ""})


def test_a_map_is_kept_and_offered_again(tmp_path: Path) -> None:
    memory = ColumnMemory(tmp_path / "sous" / "colonnes.json")
    assert memory.offered(("Qui",), "members") is None
    memory.keep(_matched("Qui", "Depuis", "Contact"))
    again = ("QUI ", "depuis", "contact")
    offered = memory.offered(again, "members")
    assert offered == {"Qui": "member", "Depuis": "since"}
    assert dict(match_columns(again, "members", offered).mapped) == {
        "QUI ": "member", "depuis": "since",
    }  # fmt: skip
    assert memory.offered(again, "actors") is None
    assert memory.offered(("Qui",), "members") is None


@pytest.mark.parametrize("content", ["", "{", "[]", "3", '{"a": 3}', "[" * 100_000, "\ud800"])
def test_a_damaged_memory_is_an_empty_one(tmp_path: Path, content: str) -> None:
    path = tmp_path / "colonnes.json"
    path.write_bytes(content.encode("utf-8", "surrogatepass"))
    memory = ColumnMemory(path)
    assert memory.offered(("Qui",), "members") is None
    memory.keep(_matched("Qui"))
    assert memory.offered(("Qui",), "members") == {"Qui": "member"}


def test_a_memory_does_not_grow_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_memory, "MOST_MAPS", 3)
    memory = ColumnMemory(tmp_path / "colonnes.json")
    for number in range(5):
        memory.keep(_matched("Qui", f"c{number}"))
    offered = [memory.offered(("Qui", f"c{number}"), "members") for number in range(5)]
    assert [bool(one) for one in offered] == [False, False, True, True, True]


@pytest.mark.parametrize("text", ["", "{", "3", '{"version": 99, "columns": {"a": "b"}}', "null"])
def test_a_map_that_is_not_ours_says_nothing(text: str) -> None:
    assert column_memory.from_json(text) == {}


@settings(deadline=None)
@given(st.lists(st.text(max_size=30), max_size=12, unique=True), st.sampled_from(sorted(LISTS)))
def test_any_heading_can_be_matched(header: list[str], name: str) -> None:
    columns = match_columns(header, name)
    parts = [*columns.mapped, *columns.unknown, *columns.personal]
    assert sorted(parts) == sorted(header)
    assert len(set(columns.mapped.values())) == len(columns.mapped)
    for problem in columns.problems():
        assert problem.message("fr")
        assert problem.message("en")
    assert fingerprint(header, name)


@settings(deadline=None)
@given(st.text("abdelnsxéèçôœ’' -_/°%.", max_size=60))
def test_case_accents_and_spaces_make_no_difference(text: str) -> None:
    bare = text.translate(str.maketrans("éèçô", "eeco"))
    assert heading_key(f"  {bare.upper()} ") == heading_key(text)


@pytest.mark.parametrize("unit", [" ", "(", "/", "en ", "k€", "1999 ", "n°"])
def test_long_headings_take_no_time(unit: str) -> None:
    assert not is_known_heading(unit * 50_000, "actors")


@pytest.mark.parametrize(
    ("words", "list_name", "field"),
    [
        ("Part du capital (%)", "shareholdings", "share_pct"),
        ("associé", "shareholdings", "holder"),
        ("Source", "ties", "source"),
        ("date d’adhésion", "members", "since"),
        ("Share of capital (%)", "shareholdings", "share_pct"),
    ],
)
def test_a_field_is_named_as_the_template_or_a_heading_names_it(
    words: str, list_name: str, field: str
) -> None:
    assert match_columns(["Zzz"], list_name, {"Zzz": words}).mapped == {"Zzz": field}


def test_a_field_that_nobody_knows_is_answered_in_the_language_asked() -> None:
    with pytest.raises(UnknownName) as fault:
        match_columns(["Zzz"], "shareholdings", {"Zzz": "couleur"})
    assert "Part du capital (%)" in fault.value.text("fr") and "holder" not in fault.value.text(
        "fr"
    )
    assert "share_pct" in fault.value.text("en")


def _held(heading: str, *texts: str) -> dict[str, str]:
    """The columns of members of which the second holds the texts."""
    sample = tuple(Row(line, ("Alpha", text)) for line, text in enumerate(texts, start=2))
    return dict(match_columns(("Nom", heading), "members", sample=sample).mapped)


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        (("Actif", "Radié", "Démissionnaire", "terminé", "en cours"), "status"),
        (("À jour", "en attente", "", "à voir"), "status"),
        (("Association", "SCIC"), "legal_form"),
        # One form is enough: what else it holds is told cell by cell.
        (("Association", "Actif", "Radié"), "legal_form"),
        (("Fondateur", "Historique"), "legal_form"),
        ((), "legal_form"),
    ],
)
def test_a_heading_of_forms_or_states_is_told_by_what_it_holds(
    texts: tuple[str, ...], field: str
) -> None:
    assert _held("Statut", *texts)["Statut"] == field


def test_states_stand_beside_legal_forms_and_a_heading_of_forms_alone_stays() -> None:
    header, line = ("Nom", "Statut", "Forme juridique"), Row(2, ("Alpha", "Actif", "SCIC"))
    columns = match_columns(header, "members", sample=(line,))
    assert columns.mapped == {"Nom": "member", "Statut": "status", "Forme juridique": "legal_form"}
    assert not columns.ambiguous
    assert _held("Forme juridique", "Actif")["Forme juridique"] == "legal_form"
    # What a list has no room for is kept under its own heading, and said.
    assert match_columns(header[:2], "actors", sample=(line,)).unknown == ("Statut",)


def test_who_has_paid_is_no_state() -> None:
    assert match_columns(("Nom", "À jour ?"), "members").unknown == ("À jour ?",)
