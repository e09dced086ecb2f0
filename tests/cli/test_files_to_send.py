"""What leaves a store in a file that may be sent names no sole trader."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import maillage
from named_everywhere import NAME, TELLING, load_named_everywhere, unpacked

from maillage.graph.folding import fold
from maillage.graph.stores import open_store


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('sent') / 's.db'}"
    store = open_store(url)
    load_named_everywhere(store)
    store.close()
    return url


@pytest.mark.parametrize(
    ("command", "file"),
    [
        (("map", "--ego", f"Atelier de {NAME}"), "ego.html"),
        (("report", "--pole", "pole"), "pole.html"),
        (("export", "gephi-csv", "--anonymise"), "all.zip"),
    ],
)
def test_no_file_names_her(address: str, tmp_path: Path, command: tuple[str], file: str) -> None:
    ran = maillage("--store", address, *command, "--out", tmp_path / file)
    assert ran.code == 0, ran.err
    told = fold(unpacked((tmp_path / file).read_bytes()))
    assert [part for part in TELLING if part in told] == []


@pytest.mark.parametrize(
    ("command", "file", "said"),
    [
        (("map",), "map.html", "Map written: map.html\n"),
        (("export", "graphml"), "all.graphml", "Network written: all.graphml\n"),
    ],
)
def test_what_is_written_is_said(
    address: str, tmp_path: Path, command: tuple[str], file: str, said: str
) -> None:
    asked = ("--store", address, "--lang", "en", *command, "--out", file)
    assert maillage(*asked, cwd=tmp_path).err == said
    assert maillage(*asked, "--quiet", cwd=tmp_path).err == ""
