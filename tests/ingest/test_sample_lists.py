from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
from sample_files import PAIR, read, read_ties

from maillage.graph.dates import DateSpan
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    TIE_KINDS,
    Layer,
    Sector,
    Status,
)
from maillage.ingest.sample import SIZES, write_sample

ORGANISATIONS, TIES = SIZES["S"]
# The headings of the demonstration facts, with the two identifiers that those documents lack.
KNOWN_COLUMNS = {
    "actors": "id name siren rna kind sector family legal_form activity commune departement_code"
    " departement region jobs fte turnover_eur year_of_figure source locator named collective"
    " stands_for_min stands_for_max note",
    "poles": "id name other_names carrier_actor_ids region departement_codes typology_adam"
    " typology_podlewski impulse territory_type common_place member_count jobs fte turnover_eur"
    " subsidy_share year_of_figure founded_year temoin laureate_2013 charter_2014 source locator"
    " note",
    "groups": "id name kind pole_id member_count jobs source locator note actor_id",
    "ties": "source_id target_id kind subtype direction share_pct amount_eur valid_from valid_to"
    " tier source locator status observed_on certainty note",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("sample")
    write_sample(out, organisations=ORGANISATIONS, ties=TIES, seed=1, parquet="also")
    return out


@pytest.fixture(scope="module")
def actors(folder: Path) -> pl.DataFrame:
    return read(folder / "actors.csv")


@pytest.fixture(scope="module")
def ties(folder: Path) -> pl.DataFrame:
    return read_ties(folder)


def luhn(number: str) -> bool:
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


def test_columns_are_those_that_the_lists_know(folder: Path) -> None:
    for name, known in KNOWN_COLUMNS.items():
        assert set(read(folder / f"{name}.csv").columns) <= set(known.split())


# who


def test_names_are_distinct_french_and_accented(actors: pl.DataFrame) -> None:
    names = actors["name"]
    assert names.n_unique() == len(names)
    assert names.str.contains("[éèêçôîÉ]").sum() > len(names) / 5
    assert names.str.contains("^Commune de ").any()
    assert names.str.contains("SARL$").any()


def test_kinds_sectors_and_families_are_of_the_vocabulary(actors: pl.DataFrame) -> None:
    assert set(actors["kind"]) <= set(ACTOR_KINDS)
    assert set(actors["sector"].drop_nulls()) == set(Sector) - {Sector.UNKNOWN}
    assert set(actors["family"].drop_nulls()) <= set(ESS_FAMILY_LABELS)
    assert actors["family"].is_not_null().equals(actors["sector"].eq_missing("ess"))
    public = actors.filter(pl.col("kind") == "local_authority")
    assert set(public["sector"]) == {"public"}


def test_the_sector_of_some_is_unknown(actors: pl.DataFrame) -> None:
    assert 0.04 < actors["sector"].null_count() / len(actors) < 0.16


def test_most_have_a_siren_valid_and_of_nobody_else(actors: pl.DataFrame) -> None:
    sirens = actors["siren"].drop_nulls()
    assert 0.7 < len(sirens) / len(actors) < 1
    assert sirens.n_unique() == len(sirens)
    assert all(re.fullmatch(r"\d{9}", siren) and luhn(siren) for siren in sirens)


def test_some_associations_have_an_rna_number_where_the_register_holds_them(
    actors: pl.DataFrame,
) -> None:
    registered = actors.filter(pl.col("rna").is_not_null())
    assert len(registered) > len(actors) / 10
    assert registered["rna"].n_unique() == len(registered)
    assert set(registered["family"]) == {"association"}
    assert not set(registered["departement_code"]) & {"57", "67", "68"}
    for number, code in registered.select("rna", "departement_code").iter_rows():
        assert re.fullmatch(r"W\d[\dAB]\d{7}", number)
        assert number.startswith(f"W{code}")


def test_poles_have_about_twenty_members_in_one_or_two_departements(
    folder: Path, ties: pl.DataFrame
) -> None:
    poles, nodes = read(folder / "poles.csv"), read(folder / "nodes.csv")
    sizes = nodes["pole"].drop_nulls().value_counts()["count"]
    assert len(sizes) == len(poles)
    assert 18 < sizes.to_numpy().mean() < 22
    assert sizes.to_numpy().min() < 15
    assert sizes.to_numpy().max() > 25
    places = nodes.drop_nulls("pole").group_by("pole").agg(pl.col("departement").unique())
    codes = dict(poles.select("id", "departement_codes").iter_rows())
    assert all(set(found) <= set(codes[pole].split("|")) for pole, found in places.iter_rows())
    assert {len(text.split("|")) for text in codes.values()} == {1, 2}


def test_a_pole_counts_its_members_and_is_carried_by_one_of_them(
    folder: Path, ties: pl.DataFrame
) -> None:
    poles = read(folder / "poles.csv")
    members = ties.filter(pl.col("kind") == "membership")
    for pole, carrier, count in poles.select("id", "carrier_actor_ids", "member_count").iter_rows():
        of_pole = members.filter(pl.col("target") == pole)["source"]
        assert len(of_pole) == int(count)
        assert carrier in of_pole


# ties


def test_every_end_exists_and_no_two_ties_are_the_same(
    folder: Path, actors: pl.DataFrame, ties: pl.DataFrame
) -> None:
    groups, poles = read(folder / "groups.csv"), read(folder / "poles.csv")
    ids = pl.concat([actors["id"], poles["id"], groups["id"]])
    assert ids.n_unique() == len(ids)
    assert set(ties["source"]) <= set(actors["id"])
    assert set(ties["target"]) <= set(ids)
    assert set(groups["pole_id"]) <= set(poles["id"])
    assert (ties["source"] != ties["target"]).all()
    assert ties.select(*PAIR, "kind").n_unique() == len(ties)


def test_tiers_and_directions_follow_from_the_kind(ties: pl.DataFrame) -> None:
    assert {name for name in ties["kind"] if TIE_KINDS[name].layer is Layer.COOPERATION} == {
        "partnership",
        "supply",
        "shared_staff",
        "shared_premises",
        "joint_purchase",
        "shareholding",
        "employer_group",
    }
    for name, tier, direction in ties.select("kind", "tier", "direction").unique().iter_rows():
        kind = TIE_KINDS[name]
        assert tier == (str(kind.tier) if kind.tier else None)
        assert direction == ("directed" if kind.directed else "undirected")


def test_only_gatherings_are_the_second_mode(ties: pl.DataFrame) -> None:
    affiliated = [name for name, kind in TIE_KINDS.items() if kind.layer is Layer.AFFILIATION]
    targets = ties.filter(pl.col("kind").is_in(affiliated))["target"]
    assert targets.str.starts_with("ptce-").all()


def test_nobody_holds_what_others_hold(actors: pl.DataFrame, ties: pl.DataFrame) -> None:
    held = ties.filter(pl.col("kind") == "shareholding")
    shares = held.group_by("target").agg(pl.col("share_pct").cast(pl.Float64).sum())["share_pct"]
    assert shares.is_between(0.01, 100.0001).all()
    forms = actors.filter(pl.col("id").is_in(held["target"].implode()))["legal_form"]
    assert set(forms) <= {"SCOP", "SCIC", "CAE", "SARL", "SAS", "SA", "SEM"}


def test_dates_are_partial_and_in_order(ties: pl.DataFrame) -> None:
    assert set(ties["valid_from"].str.len_chars()) == {4, 7, 10, None}
    columns = ("status", "valid_from", "valid_to", "observed_on")
    for status, start, end, seen in ties.select(columns).iter_rows():
        observed = DateSpan.parse(seen)
        started = DateSpan.parse(start) if start else None
        if end:
            assert status == Status.ENDED
            assert DateSpan.parse(end).latest <= observed.earliest
            assert started is None or started.latest < DateSpan.parse(end).earliest
        if started:
            assert (started.earliest > observed.latest) == (status == Status.PLANNED)


def test_most_ties_are_active_and_two_lists_say_so(ties: pl.DataFrame) -> None:
    assert set(ties["status"]) == set(Status)
    assert (ties["status"] == Status.ACTIVE).mean() == pytest.approx(0.92, abs=0.02)
    assert ties.select("document", "observed_on").n_unique() == ties["document"].n_unique() == 2
