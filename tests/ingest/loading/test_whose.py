"""Whose list it is enters the network as what it is said to be, whatever the list is of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk

from maillage.graph import ledger

HOLDINGS = "Détenteur;Société;Part du capital\nA;SAS Éole;60\nB;SAS Éole;40\n"
TIES = "De;Vers;Nature\nA;B;partenariat\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def test_the_new_pole_of_a_list_of_holdings_is_a_pole(desk: Desk) -> None:
    report = desk.bring(HOLDINGS, "shareholdings", pole="Pôle Zed", new_pole=True)
    assert report.problems.count("pole_new") == 1
    assert desk.actor("Pôle Zed").kind == "pole"
    # It declares the lines, and has no member by them.
    assert {tie.kind for tie in desk.graph.ties.values()} == {"shareholding"}


def test_a_new_network_is_one(desk: Desk) -> None:
    desk.bring(TIES, "ties", pole="RTES", new_network=True)
    assert desk.actor("RTES").kind == "network"


def test_each_list_of_a_pole_tells_that_it_is_one(desk: Desk) -> None:
    """Whichever list is undone, by whichever line the others begin."""
    first = desk.bring(HOLDINGS, "shareholdings", pole="Pôle Zed", name="capital.csv")
    desk.bring(TIES.replace("A;B", ";B") + "B;C;achat\n", "ties", pole="pole zed", name="liens.csv")
    ledger.undo(desk.store, str(first.import_id))
    (pole,) = [actor for actor in desk.graph.actors.values() if actor.kind == "pole"]
    assert pole.name == "pole zed"
