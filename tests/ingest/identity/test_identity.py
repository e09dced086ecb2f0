from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maillage.ingest.identity.numbers import (
    Reading,
    is_siren,
    is_siret,
    luhn,
    read_naf,
    read_rna,
    read_siren,
    read_siret,
    read_vat,
    siren_of,
    siren_of_vat,
    vat_of,
)
from maillage.ingest.problems.words_identity import IDENTITY_WORDS

SIREN = "732829320"
SIRET = "73282932000074"


def _with_key(digits: str) -> str:
    return next(digits + str(key) for key in range(10) if luhn(digits + str(key)))


sirens = st.integers(1, 99_999_999).map(lambda number: _with_key(f"{number:08d}"))
sirets = st.builds(lambda siren, nic: _with_key(f"{siren}{nic:04d}"), sirens, st.integers(0, 9999))


@pytest.mark.parametrize("cell", [None, "", "   ", "\u00a0", "-", float("nan")])
def test_a_blank_cell_is_neither_value_nor_finding(cell: str | float | None) -> None:
    assert read_siren(cell) == read_siret(cell) == Reading()


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("732 829 320", "siren_spaces"),
        ("732\u00a0829\u00a0320", "siren_spaces"),
        ("732\u202f829\u202f320", "siren_spaces"),
        ("732.829.320", "siren_spaces"),
        ("SIREN : 732829320", "siren_spaces"),
        ("732829320.0", "siren_float"),
        ("732829320,00", "siren_float"),
        (732829320.0, "siren_float"),
        (732829320, "siren_float"),
        # every digit is shown: nothing was lost
        ("7,32829320E+08", "siren_float"),
        (SIRET, "siren_from_siret"),
        ("732 829 320 00074", "siren_from_siret"),
        ("FR 44 732829320", "siren_from_vat"),
    ],
)
def test_a_damaged_siren_is_repaired_and_said_to_be(cell: str | float, code: str) -> None:
    reading = read_siren(cell)
    assert (reading.value, reading.code, reading.repaired) == (SIREN, code, True)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("732829321", "siren_key"),
        ("732892320", "siren_key"),
        ("000000000", "siren_key"),
        ("7328293200007", "siren_13_digits"),
        ("7328293200", "siren_long"),
        ("732829320000740", "siren_long"),
        ("12345", "siren_short"),
        ("73282932O", "siren_letters"),
        ("en cours", "siren_letters"),
        ("FR12732829320", "vat_key"),
        ("fr 44 732 829 321", "vat_siren"),
        ("FR4473282932", "vat_pattern"),
        ("DE123456789", "vat_pattern"),
        ("７３２８２９３２０", "siren_letters"),
        ("73282932²", "siren_letters"),
        ("7,32829E+13", "siren_digits_lost"),
        ("7.32829E13", "siren_digits_lost"),
        (1.5, "siren_letters"),
    ],
)
def test_a_wrong_siren_is_refused_by_name(cell: str | float, code: str) -> None:
    reading = read_siren(cell)
    assert (reading.value, reading.code, reading.repaired) == (None, code, False)


def test_leading_zeros_come_back_only_when_the_key_agrees() -> None:
    assert read_siren("5420021") == Reading("005420021", "siren_zeros", repaired=True)
    assert read_siren("5420022").code == "siren_short"
    assert read_siret("542002100000") == Reading(code="siret_short")


def test_a_siret_is_a_place_of_a_siren() -> None:
    reading = read_siren(SIRET)
    assert (reading.value, reading.establishment) == (SIREN, SIRET)
    assert siren_of(SIRET) == SIREN
    assert read_siret(SIRET) == Reading(SIRET, establishment=SIRET)
    assert read_siret("732 829 320") == Reading(SIREN, "siret_is_siren", repaired=True)


def test_a_mistyped_place_keeps_the_organisation() -> None:
    reading = read_siren("73282932000075")
    assert (reading.value, reading.code) == (SIREN, "siren_from_bad_siret")
    assert reading.establishment is None
    assert read_siret("73282932000075").code == "siret_key"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("7,32829E+13", "siret_digits_lost"),
        ("7328293200007", "siret_13_digits"),
        ("732829320000741", "siret_long"),
        ("73282932000O74", "siret_letters"),
    ],
)
def test_a_wrong_siret_is_refused_by_name(cell: str, code: str) -> None:
    assert (read_siret(cell).value, read_siret(cell).code) == (None, code)


def test_la_poste_has_its_own_rule() -> None:
    assert is_siren("356000000")
    assert is_siret("35600000000048")  # the seat, by the common key
    assert is_siret("35600000049837")  # an office: its digits sum to a multiple of five
    assert not luhn("35600000049837")
    assert not is_siret("35600000049838")
    # a number that only the common key would pass is not one of its offices
    assert luhn("35600000000014")
    assert not is_siret("35600000000014")


def test_digits_lost_leave_those_that_are_certain() -> None:
    assert read_siren("7,32829E+13").prefix == "73282"
    # rounding may have changed every digit but the first two
    assert read_siren("7,33E+13").prefix == "73"
    # one zero was lost before the rest were
    assert read_siren("5,42002E+12").prefix == "054200"


@pytest.mark.parametrize(
    "cell", ["W353012345", "w 353 012 345", "W2A1001234", "W2B1001234", "W9R1011072", "W9P1002760"]
)
def test_an_rna_number_is_read(cell: str) -> None:
    reading = read_rna(cell)
    assert reading.code is None
    assert reading.value == cell.replace(" ", "").upper()


def test_an_unusual_rna_is_kept_with_a_warning() -> None:
    assert read_rna("0671003456") == Reading("0671003456", "rna_pattern")
    assert read_rna("W35301234") == Reading("W35301234", "rna_pattern")


@pytest.mark.parametrize("cell", ["en cours", "oui", "W000000000", "néant", "?"])
def test_a_text_is_no_rna(cell: str) -> None:
    # equal RNA numbers merge actors: a word shared by two rows must not
    assert read_rna(cell) == Reading(code="rna_unreadable")


def test_a_siren_in_the_rna_column_is_named() -> None:
    assert read_rna("732 829 320").code == "rna_is_siren"


def test_vat_and_siren_give_each_other() -> None:
    assert vat_of("404833048") == "FR83404833048"
    assert siren_of_vat("FR83404833048") == "404833048"
    assert read_vat("fr 83 404 833 048") == Reading("FR83404833048")
    assert read_vat("FR84404833048").code == "vat_key"
    assert read_vat("FR83404833049").code == "vat_siren"
    assert read_vat("BE0404833048").code == "vat_pattern"


@pytest.mark.parametrize("cell", ["94.99Z", "9499Z", "94.99 z"])
def test_an_activity_code_has_one_shape(cell: str) -> None:
    assert (read_naf(cell).value, read_naf(cell).scheme) == ("94.99Z", "NAFRev2")


def test_the_scheme_of_an_activity_is_kept() -> None:
    assert read_naf("94.99Y", "NAF25").scheme == "NAF25"
    old = read_naf("913E", "NAFRev2")
    assert (old.value, old.scheme, old.code) == ("91.3E", "NAFRev1", "naf_old")
    assert read_naf("94.99").code == "naf_pattern"
    assert read_naf(94.99).value is None
    assert read_naf(None).code is None


@given(sirens)
def test_every_siren_reads_back_from_any_damage(siren: str) -> None:
    assert read_siren(siren) == Reading(siren)
    assert read_siren(f" {siren[:3]}\u00a0{siren[3:6]} {siren[6:]}").value == siren
    assert read_siren(f"{siren}.0").value == siren
    assert read_siren(vat_of(siren)).value == siren
    if int(siren) >= 100_000:
        assert read_siren(siren.lstrip("0")).value == siren
        assert read_siren(float(siren)).value == siren


@given(sirets.filter(is_siret))
def test_every_siret_gives_its_siren(siret: str) -> None:
    assert read_siret(siret).value == siret
    assert (read_siren(siret).value, read_siren(siret).establishment) == (siret[:9], siret)


@given(sirens, st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_always_seen(siren: str, place: int, by: int) -> None:
    digit = str((int(siren[place]) + by) % 10)
    assert read_siren(siren[:place] + digit + siren[place + 1 :]).value is None


@given(st.text() | st.floats() | st.integers())
def test_no_cell_raises_and_every_code_has_its_sentence(cell: str | float) -> None:
    for reading in (read_siren(cell), read_siret(cell), read_rna(cell), read_vat(cell)):
        assert reading.code is None or reading.code in IDENTITY_WORDS
        assert not reading.repaired or reading.value
    assert read_naf(cell).code in (None, "naf_old", "naf_pattern")
    value = read_siren(cell).value
    assert value is None or is_siren(value)


def test_each_code_is_said_in_both_languages() -> None:
    codes = [
        *(f"siren_{end}" for end in ("spaces", "float", "zeros", "key", "short", "long")),
        *(f"siren_{end}" for end in ("letters", "digits_lost", "13_digits", "from_siret")),
        *("siren_from_siret_zeros", "siren_from_bad_siret", "siren_from_vat"),
        *(f"siret_{end}" for end in ("spaces", "float", "zeros", "key", "short", "long")),
        *("siret_letters", "siret_digits_lost", "siret_13_digits", "siret_is_siren"),
        *("rna_pattern", "rna_is_siren", "rna_unreadable", "siren_is_rna", "siret_is_rna"),
        *("vat_pattern", "vat_siren", "vat_key", "naf_pattern", "naf_old"),
    ]
    for code in codes:
        words = IDENTITY_WORDS[code]
        assert words.fr.format(value="x", read="y") != words.en.format(value="x", read="y")
