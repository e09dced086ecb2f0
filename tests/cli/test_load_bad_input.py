"""Whatever file is loaded: a named finding, one plain sentence, nothing half done, no traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from bad_files import READABLE, UNREADABLE, Bad, one_long_line
from commands import Ran, maillage

from maillage.graph.errors import UnreadableFile
from maillage.graph.stores import open_store
from maillage.ingest.loading.load import Options, load

FATES = ("accepted", "changed", "waiting", "refused")


@pytest.mark.parametrize("bad", UNREADABLE, ids=lambda bad: bad.file)
def test_a_file_of_which_nothing_can_be_read(bad: Bad, tmp_path: Path) -> None:
    file = written(bad, tmp_path)
    url = f"sqlite:///{tmp_path / 's.db'}"
    ran = maillage("load", file, "--as", bad.as_list, "--store", url)
    assert (ran.code, ran.out) == (1, "")
    assert bad.says in ran.err and bad.file in ran.err
    assert len(ran.err.splitlines()) == 1
    assert maillage("imports", "--store", url, "--format", "json").json == []
    store = open_store(url)
    with pytest.raises(UnreadableFile) as fault:
        load(store, file, bad.as_list)
    store.close()
    assert fault.value.code == bad.code
    english = maillage("load", file, "--as", bad.as_list, "--store", url, "--lang", "en")
    assert english.err.strip() == fault.value.text("en")
    assert english.err != ran.err


@pytest.mark.parametrize("bad", READABLE, ids=lambda bad: bad.file)
def test_a_file_that_can_be_read(bad: Bad, tmp_path: Path) -> None:
    file = written(bad, tmp_path)
    ran = load_as_json(file, bad, tmp_path)
    report = ran.json
    assert tuple(report["fates"][fate] for fate in FATES) == bad.counts
    found = next(item for item in report["problems"] if item["code"] == bad.code)
    assert bad.says in found["message"].lower()
    english = load_as_json(file, bad, tmp_path, "--lang", "en").json
    told = next(item for item in english["problems"] if item["code"] == bad.code)
    assert told["message"]
    assert told["message"] != found["message"]
    wrong = report["fates"]["refused"] or found["level"] == "refused"
    assert ran.code == (1 if wrong else 0)
    assert "Traceback" not in ran.err
    if found["level"] != "info":
        said = maillage("load", file, "--as", bad.as_list, "--store", f"sqlite:///{tmp_path}/t.db")
        assert bad.says in said.out.lower()


def test_a_line_without_end_is_refused_without_being_held(tmp_path: Path) -> None:
    """A gigabyte, on one line: a sparse file, so that the disk does not hold it either."""
    file = tmp_path / "longue.csv"
    file.write_bytes(one_long_line(0))
    with file.open("r+b") as stream:
        stream.truncate(1_000_000_000)
    ran = maillage("load", file, "--as", "actors", "--store", f"sqlite:///{tmp_path}/s.db")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert most_memory(file, tmp_path) < 500 << 20


def test_a_line_that_is_too_long_among_others(tmp_path: Path) -> None:
    file = tmp_path / "longue.csv"
    file.write_bytes(b"Nom;Commune\nA;Paris\n" + b"x" * 3_000_000 + b";Lyon\nB;Metz\n")
    store = open_store(f"sqlite:///{tmp_path}/s.db")
    report = load(store, file, "actors", Options())
    store.close()
    assert report.problems.count("line_too_long") == 1
    assert (report.rows, report.refused, report.written) == (3, 1, True)


def written(bad: Bad, folder: Path) -> Path:
    file = folder / bad.file
    file.write_bytes(bad.content())
    return file


def load_as_json(file: Path, bad: Bad, folder: Path, *options: str) -> Ran:
    """Each time into a store of its own: what was loaded is not told again."""
    url = f"sqlite:///{folder / 's'}{len(list(folder.glob('s*.db')))}.db"
    asked = ("--as", bad.as_list, "--store", url, "--format", "json", *options)
    return maillage("load", file, *asked)


def most_memory(file: Path, folder: Path) -> int:
    """Bytes held at the most by a load of this file, as the process itself sees them."""
    program = f"""
from pathlib import Path
from maillage.cli.main import run
run(["load", {str(file)!r}, "--as", "actors", "--store", "sqlite:///{folder}/m.db"])
print(next(line for line in Path("/proc/self/status").open() if line.startswith("VmHWM")))
"""
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return int(told.stdout.split()[1]) * 1024
