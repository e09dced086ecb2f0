"""`maillage ownership` as a person uses it: the made-up example, a store, files that are wrong.

The commands of the example's README run as a person runs them; all else within this process.
"""

from __future__ import annotations

import csv
import io
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from commands import Ran, maillage

from maillage.cli.main import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "capitaux-croises"
FILES = ("--holdings", EXAMPLE / "participations.csv", "--nodes", EXAMPLE / "acteurs.csv")
NODES = "id,kind\na,private\nb,private\nc,public\ns,ess\n"
Here = Callable[..., Ran]


@pytest.fixture
def here(capsys: pytest.CaptureFixture[str]) -> Here:
    def told(*words: object, lang: str = "fr") -> Ran:
        code = run(["--lang", lang, *map(str, words)])
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return told


@pytest.fixture
def ownership(here: Here, tmp_path: Path) -> Here:
    """On these lines of a file of holdings."""

    def told(lines: str, *more: str, nodes: str = NODES, lang: str = "fr") -> Ran:
        holdings, actors = tmp_path / "h.csv", tmp_path / "n.csv"
        holdings.write_text(lines, encoding="utf-8")
        actors.write_text(nodes, encoding="utf-8")
        return here("ownership", "--holdings", holdings, "--nodes", actors, *more, lang=lang)

    return told


def values(ran: Ran) -> dict[str, Any]:
    assert ran.code == 0, ran.err
    found = ran.json["results"]
    return {f"{each['measure']} {each['variant']}".strip(): each["value"] for each in found}


# ---------------------------------------------------------------------- the example


@pytest.fixture(scope="module")
def brume(tmp_path_factory: pytest.TempPathFactory) -> list[Ran]:
    """Every command of the example's README, in order."""
    folder = tmp_path_factory.mktemp("brume") / "example"
    shutil.copytree(EXAMPLE, folder)
    blocks = re.findall(r"```sh\n(.*?)```", (EXAMPLE / "README.md").read_text("utf-8"), re.S)
    lines = [shlex.split(line) for block in blocks for line in block.splitlines()]
    return [maillage(*words[1:], cwd=folder) for words in lines]


def test_the_commands_of_its_readme_run(brume: list[Ran]) -> None:
    assert len(brume) == 5
    assert [ran.code for ran in brume] == [0] * 5, [ran.err for ran in brume]


def test_the_store_tells_the_same_as_the_files(brume: list[Ran]) -> None:
    """Firms come in another order; their lines and what is odd do not change."""
    assert sorted(brume[0].out.splitlines()) == sorted(brume[4].out.splitlines())


def test_what_its_readme_says_is_so(here: Here) -> None:
    """The figures are worked out by hand from the shares in the file."""
    found = values(here("ownership", *FILES, "--format", "json"))
    assert found["circular_groups"] == [["atelier", "brume"], ["transport"]]
    assert found["reciprocal_holdings above_10_pct"] == [["atelier", "brume", 0.15, 0.6]]
    assert found["control_majority strict_50"] == {"brume": ["atelier", "transport"]}
    assert found["control_by_votes strict_50"] == {
        "brume": ["atelier", "transport"],
        "lormier": ["atelier", "brume", "transport"],
    }
    assert found["direct_by_kind"]["lueurs"] == {"ess": 0.5, "public": 0.5}
    assert found["direct_by_kind votes"]["lueurs"] == {"ess": 0.75, "public": 0.25}
    assert found["votes_beside_capital"]["lueurs"]["salaries"] == [0.2, 0.4]
    # Brume Participations is the family's by votes, and nobody's by capital.
    assert found["joint_control"] == {"fonciere": ["lormier", "lueurs"]}
    assert found["joint_control capital"] == {"fonciere": ["brume", "lueurs"]}
    assert found["blocking_minority"]["lueurs"] == {"salaries": 0.4}
    # 0.45 once round the ring of 0.6 × 0.15.
    brume = found["lookthrough_by_kind roots"]["brume"]
    assert brume["private"] == pytest.approx(0.45 / (1 - 0.6 * 0.15))


def test_a_table_for_people_in_both_languages(brume: list[Ran], here: Here) -> None:
    french = brume[0]
    assert "Famille Lormier" in french.out
    assert "49,5\u202f%" in french.out
    told = re.sub(r"[ \n]+", " ", french.out)
    assert "Brume Participations capital connu\u202f: 85\u202f%" in told
    assert "décide\u202f: Famille Lormier (d’après le capital)" in told
    assert "Association des salariés de Lueurs (40\u202f% des voix)" in told
    assert "SCIC Lueurs d’Ouest (36,8\u202f% des voix, d’après le capital)" in told
    english = here("ownership", *FILES, lang="en")
    assert "49.5%" in english.out
    assert "Joint control: Foncière du Lac" in english.out


def test_one_holder_to_read(here: Here) -> None:
    """What it holds itself, what it has in the end, and where it decides."""
    lines = here("ownership", *FILES, "--owner", "lormier").out.splitlines()
    cells = {line.split("  ")[0]: line.split() for line in lines[2:]}
    assert [cells["Brume Participations"][k] for k in (2, 4, 6)] == ["45", "49,5", "oui"]
    assert "SCIC Lueurs d’Ouest" not in cells
    closed = here("ownership", *FILES, "--owner", "lormier", lang="en").out
    assert closed.splitlines()[0].split() == [
        "firm", "holds", "by", "all", "routes", "decides", "by",
    ]  # fmt: skip


def test_a_holder_is_asked_for_by_the_name_that_is_shown(
    here: Here, ownership: Here, tmp_path: Path
) -> None:
    by_id = here("ownership", *FILES, "--owner", "lormier").out
    assert here("ownership", *FILES, "--owner", "famille LORMIER").out == by_id
    url = f"sqlite:///{tmp_path / 's.db'}"
    here("load", FILES[3], "--as", "actors", "--map", "kind=sector", "--store", url)
    here("load", FILES[1], "--as", "shareholdings", "--store", url)
    asked = ("ownership", "--store", url, "--format", "json", "control_by_votes", "--owner")
    assert (
        here(*asked, "Famille Lormier").json["results"] == here(*asked, "lormier").json["results"]
    )
    twice = "id,kind,name\na,private,Durand\nb,private,Durand\ns,ess,Socle\n"
    lines = "owner,owned,share\na,s,0.3\nb,s,0.2\n"
    assert "a, b" in ownership(lines, "--owner", "durand", nodes=twice).err
    nothing = ownership(lines, "--owner", "Socle", nodes=twice)
    assert (nothing.code, nothing.out) == (0, "Socle ne détient rien de connu.\n")


def test_rows_for_programs(here: Here) -> None:
    ran = here("ownership", "direct_total_known", *FILES, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.out)))
    assert [row["measure"] for row in rows] == ["direct_total_known"]
    assert '"brume": 0.85' in rows[0]["value"]


# ---------------------------------------------------------------------- rings that own themselves


def test_a_closed_ring_has_no_value_and_is_named(ownership: Here) -> None:
    lines = "owner,owned,share_pct\na,b,100\nb,a,100\nc,s,40\n"
    ran = ownership(lines, "--format", "json")
    found = {f"{each['measure']} {each['variant']}".strip(): each for each in ran.json["results"]}
    for variant in ("uncorrected", "corrected"):
        result = found[f"integrated_ownership {variant}"]
        assert (result["value"], result["reason"]) == (None, "singular")
        assert result["singular_rings"] == [["a", "b"]]
    lookthrough = found["lookthrough_by_kind roots"]
    assert lookthrough["value"] == {"a": None, "b": None, "s": {"public": 0.4, "unknown": 0.6}}
    assert lookthrough["reasons"] == {"a": "singular", "b": "singular"}
    assert found["network_value uncorrected"]["value"] == {"a": None, "b": None, "c": 1.4, "s": 1.0}
    assert "Anneau fermé\u202f: a, b se détiennent entièrement entre elles\u202f;" in ran.err
    nearly = ownership("owner,owned,share\na,b,1\nb,a,0.9999999999\n")
    assert "à un milliardième près" in nearly.err


def test_a_firm_that_owns_itself_wholly(ownership: Here) -> None:
    lines = "owner,owned,share\ns,s,1\ns,a,0.5\nc,a,0.5\n"
    ran = ownership(lines, "--format", "json", lang="en")
    found = values(ran)
    assert found["integrated_ownership uncorrected"] is None
    assert found["lookthrough_by_kind roots"] is None
    assert "s owns itself wholly" in ran.err
    # Who stands outside it still has a row of its own.
    one = values(ownership(lines, "--owner", "c", "--format", "json"))
    row = one["integrated_ownership uncorrected"]
    assert dict(zip(row["ids"], row["matrix"][0], strict=True)) == {
        "a": 0.5,
        "b": 0,
        "c": 0,
        "s": 0,
    }


def test_ninety_nine_per_cent_is_no_closed_ring(ownership: Here) -> None:
    lines = "owner,owned,share\na,b,1\nb,a,0.99\nc,a,0.01\n"
    found = values(ownership(lines, "--format", "json"))
    assert found["lookthrough_by_kind roots"]["b"]["public"] == pytest.approx(1, rel=1e-12)


# ---------------------------------------------------------------------- wrong files

WRONG = {
    "over the whole": ("owner,owned,share\na,s,0.6\nb,s,0.5\n", "110"),
    "over the whole, one line": ("owner,owned,share\na,s,1.2\n", "ligne 2"),
    "per cent as fractions": ("owner,owned,share\na,s,51\n", "51"),
    "negative": ("owner,owned,share\na,s,-0.2\n", "-0.2"),
    "no number": ("owner,owned,share\na,s,NaN\n", "NaN"),
    "infinite": ("owner,owned,share_pct\na,s,inf\n", "inf"),
    "comma": ('owner,owned,share_pct\na,s,"33,4"\n', "virgule"),
    "exponent without end": ("owner,owned,share\na,s,1e999999999\n", "1e999999999"),
    "over zero": ("owner,owned,share\na,s,1/0\n", "1/0"),
    "blank": ("owner,owned,share\na,s,\n", "vide"),
    "votes without capital": ("owner,owned,share,votes\na,s,,0.5\n", "voix"),
    "twice": ("owner,owned,share\na,s,0.2\na,s,0.2\n", "a → s"),
    "unknown node": ("owner,owned,share\nz,s,0.2\n", "z"),
    "no share": ("owner,owned,part\na,s,0.2\n", "share_pct"),
    "two shares": ("owner,owned,share,share_pct\na,s,0.2,20\n", "share + share_pct"),
    "votes over the whole": ("owner,owned,share,votes_pct\na,s,0.2,60\nb,s,0.2,60\n", "120"),
    "college without votes": ("owner,owned,share,college\na,s,0.2,usagers\n", "usagers"),
    "college of two weights": (
        "owner,owned,share,college,college_votes\na,s,0.2,x,0.5\nb,s,0.2,x,0.4\n",
        "deux parts",
    ),
    "no college among colleges": (
        "owner,owned,share,college,college_votes\na,s,0.2,x,0.5\nb,s,0.2,,\n",
        "collège",
    ),
    "no column": ("x,y\n1,2\n", "owner"),
    "empty": ("", "vide"),
}


@pytest.mark.parametrize(("lines", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_refused_in_a_sentence(ownership: Here, lines: str, told: str) -> None:
    french = ownership(lines)
    english = ownership(lines, lang="en")
    for ran in (french, english):
        assert (ran.code, ran.out) == (1, "")
        assert "Traceback" not in ran.err
        assert ran.err.count("\n") == 1
    assert told in french.err
    assert french.err != english.err


@pytest.mark.parametrize(
    ("nodes", "told"),
    [
        ("id,kind,voting\na,private,majority\ns,ess,\n", "ligne 2\u202f: «\u202fmajority"),
        ("id\na\ns\n", "kind"),
        ("id,kind\na,private\na,ess\ns,ess\n", "déjà"),
    ],
)
def test_wrong_nodes(ownership: Here, nodes: str, told: str) -> None:
    ran = ownership("owner,owned,share\na,s,0.2\n", nodes=nodes)
    assert ran.code == 1
    assert told in ran.err


def test_what_is_asked_wrongly(ownership: Here, here: Here) -> None:
    lines = "owner,owned,share\na,s,0.2\n"
    for wrong in (("--owner", "z"), ("--pole", "p"), ("--store", "sqlite:///no.db"), ("bad",)):
        ran = ownership(lines, *wrong)
        assert (ran.code, ran.out) == (1, "")
        assert wrong[-1] in ran.err or wrong[0] in ran.err
    assert here("ownership", *FILES[:2]).code == 1
    assert here("ownership", "--holdings").code == 2


def test_a_column_that_is_not_read_is_said(ownership: Here) -> None:
    """« vote » is no « votes »: the capital would decide without a word."""
    lines = "owner,owned,share,vote\na,s,0.5,0.9\n"
    assert "vote – colonne non lue ici" in ownership(lines).err
    assert "vote – column that is not read here" in ownership(lines, lang="en").err
    assert "colonne" not in ownership("owner,owned,share,votes\na,s,0.5,0.9\n").err


def test_votes_that_no_line_says_are_not_known(ownership: Here) -> None:
    """The rule `said` alone says nothing: capital stands for the votes, and it is said to."""
    nodes = "id,kind,voting\na,private,\nb,private,\ns,ess,{rule}\n"
    lines = "owner,owned,share\na,s,0.6\nb,s,0.4\n"
    told = ownership(lines, nodes=nodes.format(rule="said")).out
    assert "décide\u202f: a (d’après le capital)" in told
    by_rule = ownership(lines, nodes=nodes.format(rule="capital")).out
    assert "décide\u202f: a (d’après les voix)" in by_rule


def test_rounded_shares_are_no_excess(ownership: Here) -> None:
    """Three thirds written with ten decimals, and a third written as one."""
    lines = "owner,owned,share\na,s,0.3333333334\nb,s,0.3333333333\nc,s,1/3\n"
    assert ownership(lines).code == 0


# ---------------------------------------------------------------------- stores


def test_a_store_without_holdings(here: Here, tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path}/s.db"
    (tmp_path / "a.csv").write_text("Nom\nLueurs\n", encoding="utf-8")
    assert here("load", tmp_path / "a.csv", "--as", "actors", "--store", store).code == 0
    ran = here("ownership", "--store", store)
    assert ran.code == 0
    assert "Aucune participation" in ran.err
    assert here("ownership", "--store", store, "--owner", "z").code == 1


def test_a_store_with_a_firm_held_beyond_the_whole(here: Here, tmp_path: Path) -> None:
    """Two lists, each right by itself: that firm is left out and named, the others measured."""
    store = f"sqlite:///{tmp_path}/s.db"
    for name, lines in (("1.csv", "A;F;70\nA;G;60\n"), ("2.csv", "B;F;70\n")):
        heading = "Détenteur;Société;% du capital\n"
        (tmp_path / name).write_text(heading + lines, encoding="utf-8")
        here("load", tmp_path / name, "--as", "shareholdings", "--store", store)
    ran = here("ownership", "--store", store, "--format", "json")
    assert ran.code == 1
    assert "140\u202f%" in ran.err
    found = {f"{each['measure']} {each['variant']}".strip(): each for each in ran.json["results"]}
    assert list(found["direct_total_known"]["value"].values()) == [0.6]
    assert found["direct_total_known"]["view_left_out"]["ties"]["over_whole"] == 2


def test_a_store_with_a_firm_whose_colleges_are_not_all_told(here: Here, tmp_path: Path) -> None:
    """One list tells the colleges, another adds a member: its capital stands, it is named, and of
    the others everything is said."""
    store = f"sqlite:///{tmp_path}/s.db"
    heading = "Détenteur;Société;% du capital;college;college_votes_pct\n"
    for name, lines in (("1.csv", "A;F;70;x;50\nA;G;60;y;80\n"), ("2.csv", "B;F;20;;\n")):
        (tmp_path / name).write_text(heading + lines, encoding="utf-8")
        here("load", tmp_path / name, "--as", "shareholdings", "--store", store)
    ran = here("ownership", "--store", store)
    assert ran.code == 1
    assert "«\u202fB\u202f» n’est d’aucun collège de «\u202fF\u202f»" in ran.err
    firm, other = ran.out.split("\nG\n")
    assert "décide\u202f: A (d’après le capital)" in firm
    assert "décide\u202f: A (d’après les voix)" in other
