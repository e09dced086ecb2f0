"""Two modes: by definition on random tables, published examples, and every table of same sums."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from near import assert_near
from scipy import sparse
from small_networks import net

from maillage.graph.errors import UnknownName
from maillage.graph.measures.curveball import trades
from maillage.graph.measures.modes import TWO_MODES, measure_two_modes
from maillage.graph.measures.result import Result
from maillage.graph.network import Column, Network

Table = list[list[int]]

PROMISED = {
    "nodf": "-",
    "c_score_checkerboards": "-",
    "jaccard_top": "-",
    "projection": "shared_count newman jaccard overlap_min",
}


def table_network(table: Table) -> Network:
    """Rows p0, p1…, columns o0, o1…; ties told in either direction."""
    rows, columns = len(table), len(table[0])
    cells = [(i, rows + j) for i, j in product(range(rows), range(columns)) if table[i][j]]
    ids = [f"p{i}" for i in range(rows)] + [f"o{j}" for j in range(columns)]
    return Network.of(
        ids,
        [max(cell) if k % 2 else min(cell) for k, cell in enumerate(cells)],
        [min(cell) if k % 2 else max(cell) for k, cell in enumerate(cells)],
        columns={
            "mode": Column.of("mode", ["pole"] * rows + ["org"] * columns),
            "sector": Column.of("sector", [None] * rows + ["xyz"[j % 3] for j in range(columns)]),
        },
    )


def random_table(seed: int) -> Table:
    chance = random.Random(seed)
    rows, columns, fill = chance.randint(2, 6), chance.randint(2, 7), chance.choice([0.2, 0.5])
    return [[int(chance.random() < fill) for _ in range(columns)] for _ in range(rows)]


def found(network: Network, permutations: int = 0) -> dict[tuple[str, str], Result]:
    results = measure_two_modes(
        network, by="mode", top="pole", reach="sector", permutations=permutations, seed=1
    )
    return {(result.measure, result.variant): result for result in results}


def nodf_by_definition(table: Table) -> dict[str, Fraction | None]:
    """Pairs of lines sorted by decreasing fill, empty lines dropped; exact."""
    table = [row for row in table if any(row)]
    table = [
        list(row) for row in zip(*(c for c in zip(*table, strict=True) if any(c)), strict=True)
    ]
    scores: dict[str, list[Fraction]] = {"rows": [], "columns": []}
    for name, lines in (("rows", table), ("columns", list(zip(*table, strict=True)))):
        ordered = sorted((set(np.flatnonzero(line).tolist()) for line in lines), key=len)[::-1]
        for more, less in combinations(ordered, 2):
            nested = Fraction(len(more & less), len(less)) if len(more) > len(less) else Fraction()
            scores[name].append(100 * nested)
    every = scores["rows"] + scores["columns"]
    return {
        name: sum(part, Fraction()) / len(part) if part else None
        for name, part in ({**scores, "total": every}).items()
    }


@pytest.mark.parametrize("seed", range(40))
def test_by_definition(seed: int) -> None:
    table = random_table(seed)
    results = found(table_network(table))
    sets = {f"p{i}": set(np.flatnonzero(row).tolist()) for i, row in enumerate(table)}
    guests = [sum(row[j] for row in table) for j in range(len(table[0]))]
    checkerboards = sum(len(a - b) * len(b - a) for a, b in combinations(sets.values(), 2))
    assert results["c_score_checkerboards", ""].value == checkerboards
    if any(map(any, table)):
        expected = nodf_by_definition(table)
        nested = results["nodf", ""]
        if expected["total"] is None:
            assert nested.reason == "too_small"
        else:
            assert_near(nested.to_json()["value"], expected)
    else:
        assert results["nodf", ""].reason == "no_ties"
    overlap = {
        (a, b): Fraction(len(sets[a] & sets[b]), len(sets[a] | sets[b]))
        if sets[a] | sets[b]
        else None
        for a, b in product(sets, repeat=2)
    }
    assert_near(
        results["jaccard_top", ""].to_json()["value"],
        {"ids": list(sets), "matrix": [[overlap[a, b] for b in sets] for a in sets]},
    )
    weights: dict[str, Callable[[set[int], set[int]], object]] = {
        "shared_count": lambda a, b: len(a & b),
        "newman": lambda a, b: sum((Fraction(1, guests[j] - 1) for j in a & b), Fraction()),
        "jaccard": lambda a, b: Fraction(len(a & b), len(a | b)),
        "overlap_min": lambda a, b: Fraction(len(a & b), min(len(a), len(b))),
    }
    for variant, weigh in weights.items():
        rows = [
            [a, b, weigh(sets[a], sets[b])] for a, b in combinations(sets, 2) if sets[a] & sets[b]
        ]
        assert_near(results["projection", variant].to_json()["value"], rows, variant)
    bridges = sorted((-k, f"o{j}") for j, k in enumerate(guests) if k >= 2)
    assert results["bridging", ""].value == [[column, -k] for k, column in bridges]
    blau = {}
    for pole, members in sets.items():
        counts = Counter(j % 3 for j in members)
        squares = sum(Fraction(count, len(members)) ** 2 for count in counts.values())
        blau[pole] = 1 - squares if members else None
    assert_near(results["reach", "blau"].to_json()["value"], blau)


def test_nodf_as_published() -> None:
    """Almeida-Neto et al. 2008, figure 1: columns 63, rows 53, the whole 58."""
    table = [[1, 0, 1, 1, 1], [1, 1, 1, 0, 0], [0, 1, 1, 1, 0], [1, 1, 0, 0, 0], [1, 1, 0, 0, 0]]
    value = found(table_network(table))["nodf", ""].to_json()["value"]
    assert isinstance(value, dict)
    assert_near(
        value, {"columns": Fraction(190, 3), "rows": Fraction(160, 3), "total": Fraction(175, 3)}
    )


def test_a_perfect_nest_and_a_checkerboard() -> None:
    nest = found(table_network([[1, 1, 1], [1, 1, 0], [1, 0, 0]]))
    assert nest["nodf", ""].to_json()["value"] == {"columns": 100, "rows": 100, "total": 100}
    assert nest["c_score_checkerboards", ""].value == 0
    board = found(table_network([[1, 0], [0, 1]]))
    assert board["nodf", ""].to_json()["value"] == {"columns": 0, "rows": 0, "total": 0}
    assert board["c_score_checkerboards", ""].value == 1


def every_table(rows: tuple[int, ...], columns: tuple[int, ...]) -> set[bytes]:
    """All tables of 0 and 1 with these sums, by trying."""
    lines = [
        [line for line in product((0, 1), repeat=len(columns)) if sum(line) == wanted]
        for wanted in rows
    ]
    tables = (np.array(chosen, np.int8) for chosen in product(*lines))
    return {t.tobytes() for t in tables if tuple(t.sum(axis=0).tolist()) == columns}


@pytest.mark.parametrize(
    "table",
    [
        [[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]],
        [[1, 1, 1, 0], [1, 0, 0, 1], [0, 1, 0, 0]],
        [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    ],
)
def test_curveball_is_uniform(table: Table) -> None:
    """χ² of 20,000 tables against equal shares: within 5 standard deviations of its mean."""
    start, draws = np.array(table), 20_000
    wanted = every_table(tuple(start.sum(axis=1).tolist()), tuple(start.sum(axis=0).tolist()))
    drawn = trades(sparse.csr_array(start.astype(np.int64)), draws, 5)
    counts = Counter(made.toarray().astype(np.int8).tobytes() for made in drawn)
    assert set(counts) == wanted
    expected = draws / len(wanted)
    chi_square = sum((count - expected) ** 2 / expected for count in counts.values())
    freedom = len(wanted) - 1
    assert chi_square <= freedom + 5 * (2 * freedom) ** 0.5


def test_moments_over_every_table() -> None:
    """Means are those over all tables of the same sums, within 5 standard errors."""
    table = [[1, 1, 0, 0], [0, 1, 1, 0], [0, 0, 1, 1]]
    sums = np.array(table)
    tables = every_table(tuple(sums.sum(axis=1).tolist()), tuple(sums.sum(axis=0).tolist()))
    scores = []
    for made in tables:
        rows = [set(np.flatnonzero(row)) for row in np.frombuffer(made, np.int8).reshape(3, 4)]
        scores.append(sum(len(a - b) * len(b - a) for a, b in combinations(rows, 2)))
    drawn = found(table_network(table), permutations=2000)
    result = drawn["fixed_margins_null", "c_score_checkerboards"]
    told = result.to_json()["value"]
    assert isinstance(told, dict)
    mean, se = float(str(told["mean"])), float(str(told["se_mean"]))
    assert abs(mean - np.mean(scores)) <= 5 * se
    assert told["observed"] == sum(
        len(a - b) * len(b - a)
        for a, b in combinations([set(np.flatnonzero(row)) for row in table], 2)
    )
    assert (result.draws, result.seed) == (2000, 1)
    scored = np.array(scores)
    sides = (scored >= told["observed"]).mean(), (scored <= told["observed"]).mean()
    assert result.p is not None
    assert result.se is not None
    assert abs(result.p - min(1.0, 2 * min(sides))) <= 5 * result.se + 2 / 2000


def test_sums_that_leave_no_choice() -> None:
    drawn = found(table_network([[1, 1], [1, 0]]), permutations=30)
    for index in ("c_score_checkerboards", "nodf"):
        result = drawn["fixed_margins_null", index]
        assert result.reasons == {"z": "zero_variance"}
        assert (result.p, result.p_least, result.warnings) == (1.0, 1.0, ("too_small",))


def test_what_is_left_out_is_said() -> None:
    """A tie between two poles and one of a node without a mode."""
    modes = {"p": "pole", "q": "pole", "a": "org", "b": "org", "n": None}
    network = net("pa qa pq na", modes)
    (result,) = measure_two_modes(network, ["projection"], by="group", top="pole")[:1]
    assert result.ties == 2
    assert result.left_out.ties == {"same_mode": 1, "undecided_group": 1}
    assert result.left_out.nodes == {"unknown": 1}
    assert (result.n, result.isolates) == (4, 1)
    assert result.value is not None


def test_small_and_empty_tables() -> None:
    lonely = found(table_network([[1, 1, 0]]))
    assert lonely["c_score_checkerboards", ""].reason == "too_small"
    nobody = found(table_network([[0, 0], [0, 0]]), permutations=30)
    assert nobody["nodf", ""].reason == "no_ties"
    assert nobody["fixed_margins_null", "nodf"].reason == "no_ties"
    assert nobody["jaccard_top", ""].to_json()["value"] == {
        "ids": ["p0", "p1"],
        "matrix": [[None, None], [None, None]],
    }
    assert nobody["jaccard_top", ""].reasons == dict.fromkeys(
        ["p0|p0", "p0|p1", "p1|p0", "p1|p1"], "no_ties"
    )
    assert nobody["reach", "blau"].reasons == {"p0": "isolate", "p1": "isolate"}


def test_nobody_at_all() -> None:
    columns = {name: Column.of(name, []) for name in ("mode", "sector")}
    results = measure_two_modes(
        Network.of([], [], [], columns=columns),
        by="mode", top="pole", groups=["pole", "org"], reach="sector", permutations=10,
    )  # fmt: skip
    found = {result.measure: result for result in results}
    assert found["jaccard_top"].to_json()["value"] == {"ids": [], "matrix": []}
    assert found["projection"].to_json()["value"] == []
    assert found["nodf"].reason == found["fixed_margins_null"].reason == "no_ties"
    assert found["c_score_checkerboards"].reason == "too_small"


def test_an_unknown_group_is_refused() -> None:
    with pytest.raises(UnknownName) as refused:
        measure_two_modes(table_network([[1]]), by="mode", top="poles")
    assert "org, pole" in refused.value.text("fr")


@pytest.mark.parametrize("name", PROMISED)
def test_promised_names(name: str) -> None:
    wanted = {"" if variant == "-" else variant for variant in PROMISED[name].split()}
    assert wanted <= {variant.name for variant in TWO_MODES[name].variants}
