"""Holdings of a store: exact shares, parallel ones summed, votes as told, whatever the store."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from stores_under_test import Stores

from maillage.graph.measures.ownership.holdings import Holdings
from maillage.graph.port import Store
from maillage.ingest.loading.load import Options, load

LISTS = {
    "actors": "id,Nom,Secteur,voting\nlueurs,Lueurs,ess,college\ncommune,Brumeval,public,\n",
    "shareholdings": (
        "Détenteur,Société,% du capital,% des voix,college,college_votes_pct,Depuis,Jusqu'à\n"
        "Brumeval,Lueurs,40,,collectivités,25,2012,\n"
        "Salariés,Lueurs,33.4,,salariés,75,2012,\n"
        "Brumeval,Imprimerie,51,20,,,2012,\n"
        "Salariés,Imprimerie,33.333333,,,,2012,2013\n"
        "Brumeval,Conserverie,12.5,,,,2012,\n"
        "Salariés,Conserverie,,10,,,2012,\n"
    ),
}


@pytest.fixture
def store(stores: Stores, tmp_path: Path) -> Store:
    found = stores.fresh()
    for name, lines in LISTS.items():
        file = tmp_path / f"{name}.csv"
        file.write_text(lines, encoding="utf-8")
        assert load(found, file, name, Options()).written
    return found


def lines(held: Holdings) -> dict[tuple[str, str], tuple[Fraction, Fraction]]:
    """(share, votes) of each holding, by names."""
    ends = zip(held.owner.tolist(), held.owned.tolist(), strict=True)
    parts = zip(held.share, held.votes, strict=True)
    return {
        (held.names[owner], held.names[owned]): part
        for (owner, owned), part in zip(ends, parts, strict=True)
    }


def test_shares_are_the_decimals_of_the_source_and_votes_their_own(store: Store) -> None:
    held = store.holdings()
    assert lines(held) == {
        ("Brumeval", "Lueurs"): (Fraction(2, 5), Fraction(1, 4)),
        ("Salariés", "Lueurs"): (Fraction("0.334"), Fraction(3, 4)),
        ("Brumeval", "Imprimerie"): (Fraction("0.51"), Fraction(1, 5)),
        ("Salariés", "Imprimerie"): (Fraction("0.33333333"), Fraction(0)),
        ("Brumeval", "Conserverie"): (Fraction(1, 8), Fraction(1, 8)),
    }
    assert dict(zip(held.names, held.kinds, strict=True))["Brumeval"] == "public"
    assert held.provenance.left_out_ties["without_shares"] == 1


def test_of_a_date(store: Store) -> None:
    assert ("Salariés", "Imprimerie") not in lines(store.holdings(at="2014-09-19"))
    assert len(lines(store.holdings(at="2013-06-01"))) == 5
