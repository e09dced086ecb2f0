"""The workbook: what people see of it, and that it is loaded back as it was."""

from __future__ import annotations

import io
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from demonstration_store import demonstration_store
from exported_networks import Hostile, written
from hostile_names import HOSTILE_NAMES
from loading import Desk, a_desk
from openpyxl.workbook import Workbook
from store_content import graph_in

from maillage.graph.model import Actor, Graph, Tie
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.formats import workbook_sheet
from maillage.ingest.formats.exported import Whole
from maillage.ingest.lists.form import plain
from maillage.ingest.lists.which_list import guess_lists

ACTORS = """id,name,other_names,kind,siren,legal_category,sector,family,named,collective,pole
coop,Coop,La Coopé|C35,ess_enterprise,732829320,5458,ess,cooperative,,,
formule,-Énergies +,,enterprise,,,private,,,,
ville,Ville,,local_authority,,7210,public,,,,
cinq,cinq associés,,enterprise,,,,,no,yes,
atelier,Atelier,,working_group,,,,,,,nord
"""
ABOUT = """id,flags,departement_code,jobs,year_of_figure,valid_from,stands_for_min,tags,Couleur
coop,insertion,35,12,2013,2010-05/2012,,eau|bois,bleu
cinq,,,,,,5,,
"""
POLES = """id,name,carriers,departement_codes,typology_adam,stage,founded_year,charter_2014
nord,Pôle Nord,coop,35|56,place,emerging,2011,yes
"""
TIES = """source_id,target_id,kind,subtype,share_pct,amount_eur,valid_from,valid_to,status,source
ville,coop,shareholding,parts,"33,4","1500,5",2010-05,2012,ended,journee
coop,formule,partnership,,,,,,,liste
ville,nord,financing,,,5000,2012/2014-05,,planned,
coop,nord,membership,,,,2011-03-02,,,
"""
# Own shares, and what one kind of tie alone has.
HOLDINGS = """holder_id,firm_id,share_pct,college,college_votes_pct,at,Pacte
coop,coop,5,,,2012-12-31,
formule,coop,10,usagers,20,2012-12-31,signé
"""
MEMBERS = """member_id,pole_id,votes,fee_eur
ville,nord,2,60
"""
LISTS = ((ACTORS, "actors"), (ABOUT, "actors"), (POLES, "poles"), (TIES, "ties"),
         (HOLDINGS, "shareholdings"), (MEMBERS, "members"))  # fmt: skip


def facts(actor: Actor) -> tuple[object, ...]:
    return (actor.kind, actor.name, actor.other_names, actor.sector, actor.siren, actor.named,
            actor.collective, dict(actor.attributes))  # fmt: skip


def told(tie: Tie) -> tuple[object, ...]:
    said = {name: value for name, value in tie.attributes.items() if name != "Parole"}
    return (tie.source, tie.target, tie.kind, tie.subtype, tie.directed, tie.status, tie.tier,
            tie.start, tie.end, tie.last_observed, said)  # fmt: skip


def all_told(graph: Graph) -> list[str]:
    return sorted(repr(told(tie)) for tie in graph.ties.values())


def there_and_back(store: Store, again: Desk) -> bytes:
    content = written("xlsx", Whole(store))
    assert guess_lists(content, name="x.xlsx") == ("actors", "poles", "ties")
    for name in guess_lists(content, name="x.xlsx"):
        assert again.bring(content, name, name="x.xlsx").refused == 0
    return content


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_it_is_loaded_back_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "again").mkdir()
    # A sheet that is full goes on in the next.
    monkeypatch.setattr(workbook_sheet, "MOST_ROWS", 4)
    with a_desk(tmp_path) as desk, a_desk(tmp_path / "again") as again:
        for text, name in LISTS:
            desk.bring(text, name)
        content = there_and_back(desk.store, again)
    before, after = desk.graph, again.graph
    assert {id_: facts(one) for id_, one in after.actors.items()} == {
        id_: facts(one) for id_, one in before.actors.items()
    }
    assert all_told(after) == all_told(before)
    assert [sheet.title for sheet in opened(content)] == [
        "Lisez-moi", "Acteurs", "Acteurs1", "Pôles", "Liens", "Liens1", "Liens2", "Imports",
        "Imports1",
    ]  # fmt: skip


def test_the_demonstration_network_is_loaded_back(tmp_path: Path) -> None:
    with closing(open_store(demonstration_store(tmp_path))) as store:
        before = graph_in(store)
        with a_desk(tmp_path) as again:
            there_and_back(store, again)
            after = again.graph
    assert {one.id: one.name for one in after.actors.values()} == {
        one.id: one.name for one in before.actors.values()
    }
    assert len(after.ties) == 596 and all_told(after) == all_told(before)


def test_people_are_told_what_it_is(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.bring(ACTORS, "actors")
        desk.bring(TIES, "ties", name="ties.csv")
        book = opened(written("xlsx", Whole(desk.store, "en")))
    said = [str(cell.value) for (cell,) in book["Read me"].iter_rows()]
    assert "Sheet “Ties”: 4 rows." in said
    assert any(line.startswith("Licence: ") for line in said)
    ties = book["Ties"]
    assert ties.freeze_panes == "C2"
    assert ties.column_dimensions["A"].width >= 10
    headings = [cell.value for cell in ties[1]]
    assert (headings[1], headings[-1]) == ("From", "Standing")
    assert "Hours" not in headings
    shares = [
        row[headings.index("Share of capital (%)")] for row in ties.iter_rows(values_only=True)
    ]
    assert 33.4 in shares
    imports = [row[1] for row in book["Imports"].iter_rows(min_row=2, values_only=True)]
    assert imports == ["liste.csv", "ties.csv"]


def test_no_name_is_run_as_a_formula() -> None:
    sheet = opened(written("xlsx", Hostile()))["Acteurs"]
    names = [row[1] for row in sheet.iter_rows(min_row=2)]
    assert {cell.data_type for cell in names} == {"s"}
    assert [cell.value for cell in names] == [plain(text) for text in HOSTILE_NAMES.values()]


def test_a_figure_that_is_words_stays_words(tmp_path: Path) -> None:
    with a_desk(tmp_path) as desk:
        desk.bring("id,name,kind,member_count\nnord,Nord,pole,une vingtaine\n", "actors")
        sheet = opened(written("xlsx", Whole(desk.store)))["Pôles"]
    assert "une vingtaine" in [cell.value for cell in sheet[2]]
