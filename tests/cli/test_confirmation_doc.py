"""A pole's confirmation round from the sheet to the standing, as `docs/confirmation.md` has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest
from answer_sheets import fill_file
from commands import Ran, maillage
from shell_documents import dateless, run, steps
from store_content import Content, content

from maillage.graph.stores import open_store
from maillage.graph.vocabulary import Standing, Status
from maillage.ingest.asking.round import round_of

DOCUMENT = Path(__file__).parents[2] / "docs" / "confirmation.md"
REPLIC, CRES = "scic-replic-languedoc-roussillon.xlsx", "cres-languedoc-roussillon.xlsx"


@dataclass(frozen=True)
class Told:
    folder: Path
    ran: tuple[tuple[str | None, Ran], ...]
    before: Content

    @property
    def store(self) -> str:
        return _store(self.folder)

    def maillage(self, *words: str, lang: str = "fr_FR.UTF-8") -> Ran:
        return maillage(*words, cwd=self.folder, lang=lang, MAILLAGE_STORE=self.store)

    def content(self) -> Content:
        return _content(self.store)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """The commands of the document; the members answer between the second and the third."""
    folder = tmp_path_factory.mktemp("confirmation")
    demo, ask, load, after = steps(DOCUMENT)
    ran = [run(demo, folder, _store(folder)), run(ask, folder, _store(folder))]
    before = _content(_store(folder))
    _members_answer(folder / "feuilles")
    ran += [run(load, folder, _store(folder)), run(after, folder, _store(folder))]
    printed = [step.printed for step in (demo, ask, load, after)]
    yield Told(folder, tuple(zip(printed, ran, strict=True)), before)


def test_what_is_printed_is_what_the_document_says(told: Told) -> None:
    compared = [(printed, ran.out) for printed, ran in told.ran if printed is not None]
    assert len(compared) == 3
    for printed, out in compared:
        assert dateless(out) == dateless(printed)
    assert told.ran[-1][1].err.strip() in DOCUMENT.read_text(encoding="utf-8")


def test_standings_follow(told: Told) -> None:
    graph = told.content().graph
    by_ends = {(tie.source, tie.target): tie for tie in graph.ties.values()}
    replic, cres = "replic-languedoc-roussillon", "cress-languedoc-roussillon"
    assert by_ends[cres, replic].standing is Standing.CONFIRMED
    assert by_ends[cres, "eess"].standing is Standing.CONTESTED
    since = by_ends[replic, "ptce-realis"].start
    assert since and since.text == "2011"
    (over,) = [tie for ends, tie in by_ends.items() if set(ends) == {replic, "replic-npdc"}]
    assert over.status is Status.ENDED and over.declared_by == (replic,)
    (added,) = [tie for ends, tie in by_ends.items() if set(ends) == {replic, "val-horizon"}]
    assert added.standing is Standing.ONE_SIDED


def test_the_library_says_the_rate_that_the_document_gives(told: Told) -> None:
    store = open_store(told.store)
    try:
        found = round_of(store, "ptce-realis")
    finally:
        store.close()
    assert (found.answered, found.response_rate) == (2, Fraction(1, 3))


def test_the_rate_as_data(told: Told) -> None:
    one = told.maillage("ask", "--pole", "ptce-realis", "--format", "json").json
    assert (one["asked"], one["answered"], one["left_out"]) == (6, 2, 2)
    assert one["response_rate"] == pytest.approx(1 / 3)
    assert one["members"][1]["standings"]["confirmed"] == 1
    every = {pole["pole"]: pole for pole in told.maillage("ask", "--format", "json").json}
    assert every["ptce-realis"]["answered"] == 2
    lines = told.maillage("ask", "--format", "csv", "--lang", "en").out.splitlines()
    assert lines[0] == "pole,name,can be asked,answered,share"
    assert "ptce-realis,Réalis,6,2,33%" in lines


def test_the_same_sheets_again_change_nothing(told: Told) -> None:
    before = told.content()
    ran = told.maillage("load", f"feuilles/{REPLIC}", f"feuilles/{CRES}", "--as", "answers")
    assert ran.code == 0 and ran.err.count("rien ne change") == 2
    assert told.content() == before


def test_a_folder_of_sheets_is_not_written_over(told: Told) -> None:
    sheet = told.folder / "feuilles" / REPLIC
    kept = sheet.read_bytes()
    ran = told.maillage("ask", "--pole", "ptce-realis", "--out", "feuilles")
    assert ran.code == 1 and "--force" in ran.err
    assert sheet.read_bytes() == kept


def test_a_sheet_that_came_back_blank_is_said(told: Told) -> None:
    ran = told.maillage("load", "feuilles/eess.xlsx", "--lang", "en")
    assert ran.code == 1 and "nothing to load" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--pole", "val-horizon"), 1, "is not a pole"),
        (("--pole", "nowhere"), 1, "nowhere"),
        (("--out", "x"), 2, "--pole is missing"),
    ],
)
def test_who_cannot_be_asked(told: Told, words: tuple[str, ...], code: int, sentence: str) -> None:
    ran = told.maillage("ask", *words, "--lang", "en")
    assert (ran.code, ran.out) == (code, "") and sentence in ran.err
    assert not (told.folder / "x").exists()


def test_an_empty_store_has_nobody_to_ask(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'vide.db'}"
    open_store(store).close()
    ran = maillage("ask", "--format", "json", MAILLAGE_STORE=store)
    assert (ran.code, ran.json) == (0, [])


def test_undoing_the_answers_gives_back_the_network(told: Told) -> None:
    """Last: nothing is left of the round but its log."""
    for item in told.maillage("imports", "--format", "json").json:
        if item["list"] == "answers":
            assert told.maillage("undo", item["id"]).code == 0
    assert told.content().graph == told.before.graph
    assert told.maillage("ask", "--pole", "ptce-realis", "--format", "json").json["answered"] == 0


def _content(url: str) -> Content:
    store = open_store(url)
    try:
        return content(store)
    finally:
        store.close()


def _store(folder: Path) -> str:
    return f"sqlite:///{folder / 'demo' / 'demo.db'}"


def _members_answer(folder: Path) -> None:
    """As the table of the document says."""
    fill_file(
        folder / REPLIC,
        {
            "Réalis": {"Je confirme": "oui", "Depuis": "2011"},
            "CRES Languedoc-Roussillon": {"Je confirme": "oui"},
            "Scic Replic NPdC": {"Terminé depuis": "2013"},
        },
        [
            {"Avec": "Val Horizon", "Nature du lien": "partenariat", "J’ajoute": "oui"}
            | {"Depuis": "2014"}
        ],
    )
    fill_file(
        folder / CRES,
        {
            "Scic Replic (Languedoc-Roussillon)": {"Je confirme": "oui"},
            "EESS": {"Je conteste": "oui"},
        },
    )
