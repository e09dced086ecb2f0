"""Filters and pages on one network, which nobody writes to: the same answers from every store."""

from __future__ import annotations

import pytest

from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound
from maillage.graph.model import Actor
from maillage.graph.port import ActorQuery, Store, TieQuery

NORTH = ["mairie-lens", "menuiserie", "scic-lille"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (ActorQuery(kinds=("pole",)), ["pole-nord", "pole-sud"]),
        (ActorQuery(kinds=("pole", "other")), ["isolee", "pole-nord", "pole-sud"]),
        (ActorQuery(kinds=("no-such-kind",)), []),
        (ActorQuery(sectors=("ess",)), ["asso-toulouse", "scic-lille"]),
        (ActorQuery(sectors=("public", "private")), ["mairie-lens", "menuiserie"]),
        (ActorQuery(sectors=("unknown",)), ["isolee", "pole-nord", "pole-sud"]),
        (ActorQuery(departement="59"), ["pole-nord", "scic-lille"]),
        (ActorQuery(departement="6"), []),
        (ActorQuery(pole="pole-nord"), NORTH),
        (ActorQuery(pole="pole-sud"), ["asso-toulouse"]),
        (ActorQuery(pole="isolee"), []),
        (ActorQuery(pole="pole-nord", departement="62", kinds=("enterprise",)), ["menuiserie"]),
        (ActorQuery(q="POLE"), ["pole-nord", "pole-sud"]),
        (ActorQuery(q="énergie"), ["scic-lille"]),
        (ActorQuery(q="cooperative d energie"), ["scic-lille"]),
        (ActorQuery(q="oeuvre"), ["asso-toulouse"]),
        (ActorQuery(q="lille coop"), []),
        (ActorQuery(q="%"), []),
        (ActorQuery(q="pôle", departement="31"), ["pole-sud"]),
        (ActorQuery(at=DateSpan.parse("2011-04-30")),
         ["asso-toulouse", "isolee", "mairie-lens", "pole-nord", "scic-lille"]),
        (ActorQuery(at=DateSpan.parse("2011-05")),
         ["asso-toulouse", "isolee", "mairie-lens", "menuiserie", "pole-nord", "scic-lille"]),
        (ActorQuery(at=DateSpan.parse("2013-05-31"), departement="31"),
         ["asso-toulouse", "pole-sud"]),
        (ActorQuery(at=DateSpan.parse("2013-06"), departement="31"), ["pole-sud"]),
        (ActorQuery(at=DateSpan.parse("2012/2013"), departement="31"),
         ["asso-toulouse", "pole-sud"]),
        (ActorQuery(at=DateSpan.parse("2011"), pole="pole-nord"), []),
        (ActorQuery(at=DateSpan.parse("2012-06-01"), pole="pole-nord"), NORTH),
        (ActorQuery(), sorted([*NORTH, "asso-toulouse", "isolee", "pole-nord", "pole-sud"])),
    ],
)  # fmt: skip
def test_actors_are_filtered(loaded: Store, query: ActorQuery, expected: list[str]) -> None:
    page = loaded.actors(query)
    assert [actor.id for actor in page.items] == expected
    assert (page.total, page.next) == (len(expected), None)


CASES = [
    (TieQuery(kinds=("partnership",)), {"asso-toulouse scic-lille", "menuiserie scic-lille"}),
    (TieQuery(kinds=("partnership", "carrier"), actor="pole-nord"), {"scic-lille pole-nord"}),
    (TieQuery(kinds=("no-such-kind",)), set()),
    (TieQuery(actor="mairie-lens"), {"mairie-lens pole-nord", "mairie-lens scic-lille"}),
    (TieQuery(actor="isolee"), set()),
    (TieQuery(statuses=("planned",)), {"mairie-lens scic-lille"}),
    (TieQuery(statuses=("planned", "ended")), {"mairie-lens scic-lille", "menuiserie scic-lille"}),
    (TieQuery(statuses=("no-such-status",)), set()),
    (TieQuery(standings=("confirmed",)), {"menuiserie scic-lille"}),
    (TieQuery(standings=("one_sided",)), {"menuiserie pole-nord"}),
    (TieQuery(standings=("confirmed",), kinds=("shareholding",)), set()),
    (TieQuery(actor="menuiserie", statuses=("ended",)), {"menuiserie scic-lille"}),
]


@pytest.mark.parametrize(("query", "expected"), CASES)
def test_ties_are_filtered(loaded: Store, query: TieQuery, expected: set[str]) -> None:
    page = loaded.ties(query)
    assert {f"{tie.source} {tie.target}" for tie in page.items} == expected
    assert (page.total, page.next) == (len(page.items), None)


def test_who_asks_for_ties_or_members_of_nobody_is_told_so(loaded: Store) -> None:
    with pytest.raises(NotFound):
        loaded.ties(TieQuery(actor="nobody"))
    with pytest.raises(NotFound):
        loaded.actors(ActorQuery(pole="nobody"))


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 100])
def test_pages_follow_one_another_without_gap_or_repeat(loaded: Store, limit: int) -> None:
    everything = loaded.actors(ActorQuery()).items
    found: list[Actor] = []
    after = ""
    while True:
        page = loaded.actors(ActorQuery(after=after, limit=limit))
        assert page.total == len(everything)
        found += page.items
        if page.next is None:
            break
        after = page.next
    assert tuple(found) == everything
    ties = loaded.ties(TieQuery(limit=limit))
    rest = loaded.ties(TieQuery(after=ties.next or "\U0010ffff"))
    assert (*ties.items, *rest.items) == loaded.ties(TieQuery()).items
