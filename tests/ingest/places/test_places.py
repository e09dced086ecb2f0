"""Where an organisation is, as precisely as its cells and the table of communes tell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.ingest.places.communes import (
    Commune,
    Communes,
)
from maillage.ingest.places.ladder import Place, resolve_place
from maillage.ingest.problems.words_places import PLACE_WORDS

COMMUNES = Communes.load(Path(__file__).parent.parent / "data" / "communes.csv")


def _codes(place: Place) -> list[str]:
    return [problem.code for problem in place.problems]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Place, Mayenne", ("53178", "53")),
        ("Le Bourg, Lot", ("46034", "46")),
        ("Le Bourg, Vienne", ("", "")),
        ("Résidence Bellevue, Mayenne", ("", "")),
        ("Kerbihan, Morbihan", ("", "56")),
    ],
)
def test_the_table_tells_a_commune_before_a_comma_from_an_address(
    text: str, read: tuple[str, str]
) -> None:
    table = Communes(
        (
            Commune("53178", "Place", "53"),
            Commune("53147", "Mayenne", "53"),
            Commune("46034", "Le Bourg", "46"),
            Commune("38544", "Vienne", "38"),
        )
    )
    place = resolve_place(commune=text, communes=table)
    area = place.departement.code if place.departement else ""
    assert (place.commune.code if place.commune else "", area) == read


def test_an_insee_code_is_the_first_rung() -> None:
    place = resolve_place(commune_code="35236", communes=COMMUNES)
    assert (place.found_by, place.geo_precision, place.commune_name) == (
        "commune_code",
        "commune",
        "Redon",
    )
    assert place.departement is not None
    assert place.departement.code == "35"
    assert place.problems == ()


def test_a_postal_code_and_a_name_are_the_second() -> None:
    place = resolve_place(postal_code="35600", commune="STE MARIE", communes=COMMUNES)
    assert (place.commune_code, place.found_by) == ("35294", "postal_code")
    # its commune has no coordinates in the table: the centroid is not passed off as its place
    assert place.geo_precision == "departement"


def test_a_postal_code_of_several_communes_is_ambiguous() -> None:
    place = resolve_place(postal_code="35600", communes=COMMUNES)
    assert place.commune is None
    assert {item.code for item in place.candidates} == {"35236", "35013", "35294"}
    assert place.to_review
    assert _codes(place) == ["commune_ambiguous"]
    assert (place.geo_precision, place.found_by) == ("departement", "departement")
    single = resolve_place(postal_code="93200", communes=COMMUNES)
    assert (single.commune_code, single.to_review) == ("93066", False)


def test_a_departement_and_a_name_are_the_third() -> None:
    exact = resolve_place(commune="redon", departement="Ille-et-Vilaine", communes=COMMUNES)
    assert (exact.commune_code, exact.found_by, exact.to_review) == (
        "35236",
        "departement_and_name",
        False,
    )
    near = resolve_place(commune="Bains-sur-Ouste", departement="35", communes=COMMUNES)
    assert (near.commune_code, near.to_review) == ("35013", True)
    assert _codes(near) == ["commune_approximate"]
    far = resolve_place(commune="Bain", departement="35", communes=COMMUNES)
    assert far.commune is None
    assert _codes(far) == ["commune_not_found"]
    assert far.geo_precision == "departement"


@pytest.mark.parametrize(
    ("written", "code"),
    [("Redon (35)", "35236"), ("Saint-Denis (La Réunion)", "97411"), ("Redon (Oust)", "")],
)
def test_a_departement_may_stand_in_parentheses_after_the_name(written: str, code: str) -> None:
    place = resolve_place(commune=written, communes=COMMUNES)
    assert place.commune_code == code
    assert _codes(place) == ([] if code else ["commune_name_alone"])
    assert (
        resolve_place(commune="Redon (35)").departement
        == resolve_place(departement="35").departement
    )


def test_a_latitude_that_is_on_no_map_is_left_out(tmp_path: Path) -> None:
    table = tmp_path / "communes.csv"
    table.write_text("code;nom;lat;lon\n35236;Redon;-91;-2,084\n")
    redon = Communes.load(table).get("35236")
    assert redon is not None
    assert (redon.latitude, redon.longitude) == (None, -2.084)


def test_a_shortened_name_is_proposed_and_not_followed() -> None:
    place = resolve_place(commune="Cherbourg", departement="50", communes=COMMUNES)
    assert (place.commune, place.to_review, place.geo_precision) == (None, True, "departement")
    assert [item.code for item in place.candidates] == ["50129"]
    longer = resolve_place(commune="Redon-la-Garenne", departement="35", communes=COMMUNES)
    assert [item.code for item in longer.candidates] == ["35236"]


def test_a_cedex_falls_to_the_name_in_its_departement() -> None:
    place = resolve_place(postal_code="35042", commune="Rennes Cedex 7", communes=COMMUNES)
    assert place.commune_code == "35238"
    assert _codes(place) == ["postal_code_unknown"]


def test_homonyms_are_told_apart_by_their_departement_or_wait() -> None:
    place = resolve_place(commune="Saint-Denis", departement="974", communes=COMMUNES)
    assert place.commune_code == "97411"
    alone = resolve_place(commune="St Denis", communes=COMMUNES)
    assert alone.commune is None
    assert {item.departement for item in alone.candidates} == {"93", "974", "11"}
    assert alone.geo_precision == "none"
    # even a single bearer of the name is proposed, not followed
    lone = resolve_place(commune="Redon", communes=COMMUNES)
    assert (lone.commune, [item.code for item in lone.candidates]) == (None, ["35236"])


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"commune_code": "69383"}, "69123"),
        ({"commune_code": "13208"}, "13055"),
        ({"commune_code": "75112", "commune": "Paris 12e Arrondissement"}, "75056"),
        ({"postal_code": "75012", "commune": "PARIS 12"}, "75056"),
        ({"postal_code": "69003"}, "69123"),
        ({"departement": "69", "commune": "Lyon 3ème"}, "69123"),
    ],
)
def test_an_arrondissement_is_its_commune(cells: dict[str, str], code: str) -> None:
    place = resolve_place(
        commune_code=cells.get("commune_code", ""),
        postal_code=cells.get("postal_code", ""),
        commune=cells.get("commune", ""),
        departement=cells.get("departement", ""),
        communes=COMMUNES,
    )
    assert place.commune_code == code
    if "commune_code" in cells:
        assert resolve_place(commune_code=cells["commune_code"]).commune_code == code


def test_corsica_is_two_departements_and_was_one() -> None:
    assert resolve_place(commune_code="2A004", communes=COMMUNES).commune_name == "Ajaccio"
    by_name = resolve_place(commune="Bastia", departement="20", communes=COMMUNES)
    assert by_name.commune_code == "2B033"
    old_code = resolve_place(commune_code="20004", communes=COMMUNES)
    assert (old_code.commune_code, old_code.found_by) == ("2A004", "former_code")
    neither = resolve_place(departement="20")
    assert neither.departement is None
    assert neither.region is not None
    assert neither.region.name == "Corse"
    assert neither.geo_precision == "none"


def test_a_commune_that_ended_leads_to_its_successor() -> None:
    place = resolve_place(commune_code="50173", communes=COMMUNES)
    assert (place.commune_code, place.found_by) == ("50129", "former_code")
    assert [item.code for item in place.candidates] == ["50129"]
    assert _codes(place) == ["commune_ended"]
    by_name = resolve_place(commune="Cherbourg-Octeville", departement="50", communes=COMMUNES)
    assert by_name.commune_code == "50129"
    gone = resolve_place(commune_code="35999", communes=COMMUNES)
    assert (gone.commune, gone.commune_code) == (None, "35999")
    assert _codes(gone) == ["commune_code_unknown"]
    assert gone.geo_precision == "departement"


def test_a_commune_that_ended_is_found_by_its_name_and_said_to_have_ended() -> None:
    gone = "Cherbourg-Octeville"
    for place in (
        resolve_place(commune=gone, departement="50", communes=COMMUNES),
        resolve_place(commune=gone, postal_code="50100", communes=COMMUNES),
    ):
        assert place.commune_code == "50129"
        assert [(one.code, one.read) for one in place.problems] == [
            ("commune_ended", "Cherbourg-en-Cotentin")
        ]
    alone = resolve_place(commune="Cherbourg-Octeville", communes=COMMUNES)
    assert (alone.commune, alone.to_review) == (None, True)
    assert alone.problems[0].read == "Cherbourg-en-Cotentin (50)"


def test_a_postal_code_that_is_another_s_is_said_and_the_name_followed() -> None:
    for code, area in (("", "35"), ("35238", ""), ("", "")):
        place = resolve_place(
            commune_code=code,
            postal_code="35600",
            commune="Rennes",
            departement=area,
            communes=COMMUNES,
        )
        assert place.commune_code == "35238"
        assert _codes(place) == ["postal_code_differs"]
    assert not resolve_place(postal_code="35700", commune="Rennes", communes=COMMUNES).problems


def test_a_commune_of_another_departement_is_proposed_and_not_unknown() -> None:
    place = resolve_place(postal_code="50100", commune="Redon", communes=COMMUNES)
    assert (place.commune, [one.code for one in place.candidates]) == (None, ["35236"])
    assert _codes(place) == ["commune_elsewhere"]
    nowhere = resolve_place(postal_code="50100", commune="Nulle part", communes=COMMUNES)
    assert _codes(nowhere) == ["commune_not_found"]


def test_a_commune_does_not_resemble_itself() -> None:
    place = resolve_place(commune="Redon", communes=COMMUNES)
    assert (_codes(place), place.to_review) == (["commune_name_alone"], True)


def test_a_commune_divided_waits_for_a_reviewer() -> None:
    first, second = COMMUNES.get("35236"), COMMUNES.get("35238")
    assert first
    assert second
    table = Communes([first, second], former_codes={"35236": ["35900"], "35238": ["35900"]})
    place = resolve_place(commune_code="35900", communes=table)
    assert (place.commune, place.to_review, len(place.candidates)) == (None, True, 2)


def test_a_postal_code_in_the_insee_column_is_understood() -> None:
    # 33400 is Talence's postal code, and the INSEE code of Saint-Ferme
    place = resolve_place(commune_code="33400", commune="Talence", communes=COMMUNES)
    assert place.commune_code == "33522"
    assert _codes(place) == ["commune_code_unknown"]
    place = resolve_place(commune_code="33400", communes=COMMUNES)
    assert place.commune_code == "33400"
    # 35600 is no INSEE code at all
    place = resolve_place(commune_code="35600", commune="Redon", communes=COMMUNES)
    assert place.commune_code == "35236"


def test_a_name_that_contradicts_its_code_is_said() -> None:
    place = resolve_place(commune_code="35236", commune="Ajaccio", communes=COMMUNES)
    assert place.commune_code == "35236"
    assert _codes(place) == ["commune_name_differs"]
    place = resolve_place(commune_code="35236", departement="44", communes=COMMUNES)
    assert _codes(place) == ["departement_differs"]


def test_without_a_table_the_row_keeps_its_words_and_its_departement() -> None:
    place = resolve_place(commune_code="35236", commune="Redon")
    assert (place.commune_code, place.commune_name) == ("35236", "Redon")
    assert (place.geo_precision, place.found_by) == ("departement", "departement")
    assert place.problems == ()
    by_postal = resolve_place(postal_code="1000", commune="Bourg-en-Bresse")
    assert by_postal.departement is not None
    assert by_postal.departement.code == "01"
    assert _codes(by_postal) == ["postal_code_zeros"]


def test_the_region_has_the_vintage_asked_or_said() -> None:
    def name(*, departement: str = "", region: str = "") -> str:
        place = resolve_place(departement=departement, region=region)
        return place.region.name if place.region else ""

    assert name(departement="40") == "Nouvelle-Aquitaine"
    assert name(departement="40", region="Aquitaine") == "Aquitaine"
    assert name(region="Rhône-Alpes") == "Rhône-Alpes"
    dated = resolve_place(departement="40", region="Nouvelle-Aquitaine", on=date(2014, 9, 19))
    assert dated.region is not None
    assert (dated.region.name, _codes(dated)) == ("Aquitaine", [])
    wrong = resolve_place(departement="40", region="Bretagne")
    assert wrong.region is not None
    assert (wrong.region.name, _codes(wrong)) == ("Nouvelle-Aquitaine", ["region_differs"])
    alone = resolve_place(region="Rhône-Alpes")
    assert (alone.found_by, alone.geo_precision) == ("region", "none")


def test_overseas_is_found_by_its_three_digits() -> None:
    place = resolve_place(postal_code="97400", commune="Saint-Denis", communes=COMMUNES)
    assert place.commune_code == "97411"
    caledonia = resolve_place(postal_code="98800")
    assert caledonia.departement is not None
    assert (caledonia.departement.code, caledonia.geo_precision) == ("988", "none")


cells = st.text(max_size=8) | st.sampled_from(
    ["35236", "35600", "Redon", "Lyon 3e", "2A", "20", "Bretagne", "Aquitaine", "Sainte-Marie"]
)


@given(cells, cells, cells, cells, cells)
def test_no_cells_raise_and_precision_never_exceeds_what_is_known(
    code: str, postal: str, name: str, area: str, region: str
) -> None:
    place = resolve_place(
        commune_code=code,
        postal_code=postal,
        commune=name,
        departement=area,
        region=region,
        communes=COMMUNES,
    )
    if place.geo_precision == "commune":
        assert place.commune is not None
        assert place.latitude == place.commune.latitude
    if place.geo_precision == "none":
        assert place.latitude is None
    if place.to_review:
        assert place.candidates
    for problem in place.problems:
        PLACE_WORDS[problem.code].fr.format(value=problem.value, read=problem.read)
