"""What a load changes in when ties end is said, in whichever order the lists come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from loading import Desk, a_desk
from workbooks import mended

from maillage.graph import ledger
from maillage.ingest.loading.marked import marked_copy
from maillage.ingest.loading.report import Report

OF_BETA, OF_BOTH = (
    "Beta – Pôle P (adhésion)",
    "Beta – Pôle P (adhésion) et Gamma – Pôle P (adhésion)",
)
ENDED = "complete_ended"
SINCE = "Fin d’un lien nommé ici\u202f: une liste complète d’après ne le nomme plus"
MANY_SINCE = "Fin de 2 liens nommés ici\u202f: une liste complète d’après ne les nomme plus"
CUT = (
    "Coupure d’un lien qui n’est pas sur une liste complète, et reprend sur une autre après"
    f" ({OF_BETA})."
)
BACK = f"Un lien qui avait pris fin reprend\u202f: c’en est un second ({OF_BETA})."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path) as found:
        yield found


def members(
    desk: Desk, names: str, date: str, *, complete: bool = True, dry_run: bool = False
) -> Report:
    """Alpha always, and those of Beta and Gamma whose initial is given."""
    named = [name for name in ("Beta", "Gamma") if name[0] in names]
    text = "\n".join(("Nom", "Alpha", *named))
    return bring(desk, text, date, complete=complete, dry_run=dry_run)


def bring(
    desk: Desk, text: str | bytes, date: str, *, complete: bool = True, dry_run: bool = False
) -> Report:
    return desk.bring(
        text, "members", name=f"{date}.csv", pole="Pôle P", new_pole=True, date=date,
        complete=complete, dry_run=dry_run,
    )  # fmt: skip


def said(report: Report) -> list[str]:
    """Of ends, in French; in English otherwise."""
    found = [one for one in report.problems if one.code.startswith(("ends_", "complete_"))]
    assert all(one.message("en") != one.message("fr") for one in found)
    return [one.message("fr") for one in found]


@pytest.mark.parametrize("complete", [True, False])
@pytest.mark.parametrize("dry_run", [True, False])
def test_a_list_loaded_after_a_later_one_says_who_has_left(
    desk: Desk,
    complete: bool,  # noqa: FBT001 -- pytest tells it by name
    dry_run: bool,  # noqa: FBT001 -- pytest tells it by name
) -> None:
    members(desk, "", "2023-06-30")
    report = members(desk, "BG", "2022-06-30", complete=complete, dry_run=dry_run)
    assert said(report) == [f"{MANY_SINCE} ({OF_BOTH})."]
    assert not report.ended


def test_so_it_does_when_it_is_undone_and_loaded_again(desk: Desk) -> None:
    first = members(desk, "B", "2022-06-30")
    members(desk, "", "2023-06-30")
    assert first.import_id
    ledger.undo(desk.store, first.import_id)
    assert said(members(desk, "B", "2022-06-30")) == [f"{SINCE} ({OF_BETA})."]


def test_a_complete_list_between_two_says_whose_end_moves(desk: Desk) -> None:
    members(desk, "BG", "2022-06-30")
    members(desk, "", "2023-06-30")
    assert said(members(desk, "B", "2022-12-31")) == [
        f"2 liens qui avaient pris fin changent de date de fin ({OF_BOTH})."
    ]


def test_a_complete_list_between_two_that_name_it_cuts(desk: Desk) -> None:
    members(desk, "B", "2021-06-30")
    assert said(members(desk, "B", "2023-06-30")) == [
        "Liste complète (30 juin 2023)\u202f: aucun lien des listes d’avant ne prend fin."
    ]
    report = members(desk, "", "2022-06-30")
    assert said(report) == [CUT] and not report.ended


@pytest.mark.parametrize("since", ["", "2023-02"])
def test_who_comes_back_is_said_to(desk: Desk, since: str) -> None:
    members(desk, "B", "2021-06-30")
    members(desk, "", "2022-06-30")
    text = f"Nom;Depuis\nAlpha;\nBeta;{since}\n"
    assert said(bring(desk, text, "2023-06-30", complete=False)) == [BACK]
    # Named once more, nothing turns.
    assert said(members(desk, "B", "2024-06-30", complete=False)) == []


def test_who_is_told_to_have_lasted_has(desk: Desk) -> None:
    members(desk, "B", "2021-06-30")
    members(desk, "", "2022-06-30")
    text = "Nom;Depuis\nAlpha;\nBeta;2019\n"
    assert said(bring(desk, text, "2023-06-30", complete=False)) == [
        f"Un lien qui avait pris fin dure ({OF_BETA})."
    ]


def test_who_comes_back_and_leaves_again(desk: Desk) -> None:
    """Loaded backwards: what it was is known by the lines on which it rests."""
    members(desk, "", "2024-06-30")
    assert said(members(desk, "B", "2023-06-30")) == [f"{SINCE} ({OF_BETA})."]
    members(desk, "", "2022-06-30")
    assert said(members(desk, "B", "2021-06-30")) == [f"{SINCE} ({OF_BETA})."]


def test_a_line_that_says_itself_who_has_left_is_not_told_of(desk: Desk) -> None:
    members(desk, "", "2023-06-30")
    text = "Nom;Statut\nAlpha;Actif\nBeta;Radié\n"
    assert said(bring(desk, text, "2022-06-30", complete=False)) == []


def test_a_mended_copy_says_nothing_twice(desk: Desk) -> None:
    wrong = "Nom;Depuis\nAlpha;\nBeta;jamais\n"
    members(desk, "", "2023-06-30")
    report = bring(desk, wrong, "2022-06-30", complete=False)
    assert said(report) == [f"{SINCE} ({OF_BETA})."]
    copy = mended(marked_copy(wrong.encode(), [report]), B3="2020")
    again = bring(desk, copy, "2022-06-30", complete=False)
    assert again.replaces == report.import_id and said(again) == []


def test_where_every_list_has_its_date_none_is_asked_for(desk: Desk) -> None:
    members(desk, "B", "2023-06-30")
    assert said(members(desk, "B", "2022-06-30")) == [
        "Liste complète (30 juin 2022), sans liste comparable d’avant\u202f: rien ne prend fin."
    ]
