"""`maillage picture` and the parts of `maillage map`, on the demonstration network."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Ran, maillage

POLE = "ptce-dombinnov"


def picture(store: str, out: Path, *options: str) -> Ran:
    return maillage("picture", "--store", store, "--out", out, *options)


@pytest.mark.parametrize(
    ("name", "begins"), [("x.svg", b"<svg"), ("x.pdf", b"%PDF"), ("x.PNG", b"\x89PNG")]
)
def test_the_name_of_the_file_says_its_format(
    demo: str, tmp_path: Path, name: str, begins: bytes
) -> None:
    ran = picture(demo, tmp_path / name)
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_file_that_is_sent_tells_by_no_id_who_a_sole_trader_is(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text(
        "Membre;Forme juridique\nZoé Durand;entrepreneur individuel\nLes Jardins;association\n"
    )
    url = f"sqlite:///{tmp_path / 's.db'}"
    loaded = maillage("load", tmp_path / "m.csv", "--as", "members", "--pole", "X", "--store", url)
    assert loaded.code == 0
    for name, command in (("map.html", "map"), ("x.svg", "picture"), ("r.html", "report")):
        out = tmp_path / name
        assert maillage(command, "--out", out, "--store", url).code == 0
        text = out.read_text(encoding="utf-8")
        assert "Les Jardins" in text
        assert "urand" not in text
    ego = maillage("map", "--ego", "Zoé Durand", "--out", tmp_path / "e.html", "--store", url)
    assert ego.code == 0, ego.err
    assert "urand" not in (tmp_path / "e.html").read_text(encoding="utf-8")


def test_the_report_of_a_pole_is_a_page_to_print(demo: str, tmp_path: Path) -> None:
    out = tmp_path / "r.html"
    ran = maillage("report", "--pole", "Domb’Innov", "--out", out, "--store", demo, "--lang", "en")
    assert (ran.code, ran.out) == (0, ""), ran.err
    assert "25 ties of 27 have no start date." in out.read_text(encoding="utf-8")
    ran = maillage("report", "--out", tmp_path / "r.pdf", "--store", demo)
    assert ran.code == 1
    assert "un navigateur l’imprime" in ran.err
    assert not (tmp_path / "r.pdf").exists()


def test_another_name_is_a_sentence(demo: str, tmp_path: Path) -> None:
    ran = picture(demo, tmp_path / "x.jpg", "--lang", "en")
    assert ran.code == 1
    assert ran.err.strip().endswith("a picture is written as .svg, .pdf, .png.")
    assert list(tmp_path.iterdir()) == []


def test_a_part_is_smaller_than_the_whole(demo: str, tmp_path: Path) -> None:
    sizes = []
    for options in ([], ["--pole", POLE], ["--ego", POLE, "--steps", "1"]):
        assert picture(demo, tmp_path / "x.svg", *options).code == 0
        text = (tmp_path / "x.svg").read_text(encoding="utf-8")
        assert "Domb" in text
        sizes.append(len(text))
    assert max(sizes[1:]) < sizes[0]


@pytest.mark.parametrize("named", [POLE, "domb’innov"])
def test_the_map_of_a_pole_is_written(demo: str, tmp_path: Path, named: str) -> None:
    ran = maillage("map", "--store", demo, "--pole", named, "--out", tmp_path / "m.html")
    assert ran.code == 0, ran.err
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "Val Horizon" in page
    assert "Éoliennes" not in page


@pytest.mark.parametrize(
    "options", [["--pole", "nobody"], ["--ego", "nobody"], ["--pole", POLE, "--ego", POLE]]
)
def test_a_part_that_is_not_is_a_sentence(demo: str, tmp_path: Path, options: list[str]) -> None:
    ran = picture(demo, tmp_path / "x.svg", *options)
    assert ran.code == 1
    assert ran.err.strip()
    assert "Traceback" not in ran.err
