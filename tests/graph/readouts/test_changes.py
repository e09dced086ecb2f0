"""Two dates and two poles, in words: what each sentence counts, against counting by hand."""

from __future__ import annotations

from random import Random

import pytest
from small_truth import Evidence, row, tie
from told_store import Telling

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound
from maillage.graph.port import Reader
from maillage.graph.readouts.changes import changes
from maillage.graph.readouts.comparison import compare, tie_lives
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.views import Lens

FIRST, LAST = DateSpan.parse("2010"), DateSpan.parse("2014")
LIVES = ("created", "kept", "ended", "confirmed")


def told_by_hand() -> Evidence:
    told = Evidence()
    told.load(
        row("p", kind="pole", name="P"), row("q", kind="pole", name="Q"),
        *(row(firm, kind="enterprise", name=firm.upper()) for firm in "abcdx"),
        row("h", kind="place", name="H"),
    )  # fmt: skip
    told.load(
        tie("a", "p", "membership", start="2009"), tie("b", "p", "membership", start="2012"),
        tie("x", "p"), tie("x", "q", "financing"), tie("h", "q", "shared_premises"),
        tie("a", "b", start="2013"), tie("a", "c", start="2005", end="2012", status="ended"),
        tie("c", "d"), tie("a", "d", start="2009"), tie("b", "d", status="planned"),
    )  # fmt: skip
    # Confirmed in 2013 by the second of its ends to speak.
    told.load(tie("a", "d", start="2009"), seen="2011", by="a")
    told.load(tie("a", "d", start="2009"), seen="2013", by="d")
    return told


def test_two_dates_of_a_network(tell: Telling) -> None:
    store = tell(told_by_hand())
    results = compare(store, Lens(), [FIRST, LAST], by="kind").results
    found = changes(store, Lens(), FIRST, LAST, results)
    said = found.said("paragraph")
    assert said.sentence.en.startswith(
        "Between 2010 and 2014, in the view cooperation: 1 tie created, 2 kept, 1 ended, "
        "1 confirmed. "
        "Density: 0.30, then 0.30. "
    )
    # Of three ties an index says nothing, and the paragraph does not tell it.
    assert found.said("measure", "ei_network").verdict == "too_few"
    assert {name: said.figures[name] for name in LIVES} == {
        "created": 1, "kept": 2, "ended": 1, "confirmed": 1,
    }  # fmt: skip
    assert found.said("created").sentence.en == "1 tie created: A and B (partnership)."
    assert found.said("ended").evidence.records == ("import 1#6",)
    assert set(found.said("confirmed").evidence.records) >= {"import 2#0", "import 3#0"}
    assert found.said("kept_undated").figures == {"ties": 1}
    assert found.said("came").evidence.actors == ("b",)
    assert [each.code for each in found.statements if each.code == "went"] == []
    # Memberships and what touches gatherings besides.
    assert found.said("all_ties").figures["created"] == 2
    # Before the second end spoke, nothing is confirmed; nor once more afterwards.
    earlier, later = DateSpan.parse("2012"), DateSpan.parse("2015")
    for first, last in ((FIRST, earlier), (LAST, later)):
        assert changes(store, Lens(), first, last).said("paragraph").figures["confirmed"] == 0


def test_confirmations_too_many_to_read_are_said_not_to_be_counted(
    tell: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    for room in ("changes", "confirmations"):
        monkeypatch.setattr(f"maillage.graph.readouts.{room}.MOST_TOLD", 0)
    said = changes(tell(told_by_hand()), Lens(), FIRST, LAST).said("paragraph")
    assert said.sentence.en.endswith("1 ended, confirmations not counted (more than 0).")
    assert said.figures["confirmed"] is None


def test_two_dates_of_a_pole(tell: Telling) -> None:
    """All its own ties first; between its members apart."""
    store = tell(told_by_hand())
    found = changes(store, Lens(pole="p"), FIRST, LAST)
    assert {name: found.said("paragraph").figures[name] for name in LIVES} == {
        "created": 2, "kept": 2, "ended": 0, "confirmed": 0,
    }  # fmt: skip
    assert ", ties of P: " in found.said("paragraph").sentence.en
    assert found.said("members").figures["created"] == 1
    nothing = changes(store, Lens(pole="q"), FIRST, LAST)
    assert nothing.said("paragraph").figures["kept"] == 2


@pytest.mark.parametrize("seed", range(4))
def test_lives_by_definition(tell: Telling, seed: int) -> None:
    drawn, told = Random(seed), Evidence()
    firms = [f"f{n}" for n in range(12)]
    told.load(*(row(firm, kind="enterprise") for firm in firms))
    lives: dict[str, set[tuple[str, str]]] = {name: set() for name in LIVES}
    for pair in {tuple(sorted(drawn.sample(firms, 2))) for _ in range(30)}:
        start, years = drawn.randint(2005, 2016), drawn.randint(1, 8)
        end = start + years if drawn.random() < 0.5 else None
        told.load(tie(*pair, start=str(start), end=str(end) if end else None))
        then = start <= 2010 and (end is None or end >= 2010)
        now = start <= 2014 and (end is None or end >= 2014)
        names = {(False, True): "created", (True, True): "kept", (True, False): "ended"}
        lives[names.get((then, now), "confirmed")].add((pair[0], pair[1]))
    store = tell(told)
    found = changes(store, Lens(), FIRST, LAST)
    figures = found.said("paragraph").figures
    for name in ("created", "kept", "ended"):
        assert figures[name] == len(lives[name])
        if lives[name]:
            ties = [store.tie(id_) for id_ in found.said(name).evidence.ties]
            assert {tuple(sorted((tie.source, tie.target))) for tie in ties} == lives[name]
    counted = tie_lives(store.columns(), Lens(), FIRST, LAST)
    assert {name: figures[name] for name in counted} == counted


def test_two_poles_side_by_side(tell: Telling) -> None:
    store = tell(told_by_hand())
    found = two_poles(store, "p", "q")
    assert {said.about for said in found.statements if said.code == "no_list"} == {"p", "q"}
    assert found.said("common").evidence.actors == ("x",)
    assert len(found.said("common").evidence.ties) == 2
    assert found.said("paragraph").sentence.en.startswith(
        "P has 4 known ties with 3 actors; Q, 2 known ties with 2 actors. 1 actor is tied to "
        "both: X. No known tie joins them."
    )
    assert found.said("only_one", "p").figures == {"kinds": ["partnership", "membership"]}
    assert found.said("only_one", "q").figures == {"kinds": ["shared_premises", "financing"]}
    assert found.said("acts", "p").figures["created"] == 3
    before = two_poles(store, "p", "q", at="2011")
    assert before.said("acts", "p").figures["created"] == 1
    density = found.said("measure", "density").figures
    assert (density["first"], density["last"], density["change"]) == (1.0, None, None)
    with pytest.raises(InvalidInput):
        two_poles(store, "p", "p")
    with pytest.raises(NotFound):
        two_poles(store, "p", "a")


def test_poles_of_the_documents(demonstration: Reader) -> None:
    """What forty poles signed is not what links two of them."""
    found = two_poles(demonstration, "ptce-dombinnov", "ptce-pole-sud")
    assert found.said("common").evidence.actors == (
        "grp-cercle1-ra", "region-rhone-alpes",
    )  # fmt: skip
    assert set(found.said("hubs").evidence.actors) == {"charte-ptce-2014", "demarche-ptce"}
    assert found.said("direct").figures == {"ties": 0}
