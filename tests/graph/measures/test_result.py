"""Results: nothing but numbers, nulls with their reasons, and words for people."""

from __future__ import annotations

import numpy as np
import pytest
from small_networks import net

from maillage.graph.measures.reasons import NUMBER
from maillage.graph.measures.result import Keyed, Result, plain
from maillage.graph.network import Network, Provenance


def test_a_keyed_value_is_a_map_with_reasons() -> None:
    value = Keyed(
        ("a", "b"), np.array([1.5, np.nan]), np.array([0, NUMBER["isolate"]], dtype=np.int8)
    )
    assert dict(value) == {"a": 1.5, "b": None}
    assert value.plain() == {"a": 1.5, "b": None}
    assert value.reasons == {"b": "isolate"}


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nothing_that_is_not_a_number_leaves(bad: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Keyed(("a",), np.array([bad]))
    with pytest.raises(ValueError, match="NaN"):
        plain({"x": [float(bad)]})


def test_a_null_has_a_reason_and_only_a_null() -> None:
    with pytest.raises(ValueError, match="reason"):
        made(value=None, reason=None)
    with pytest.raises(ValueError, match="reason"):
        made(value=1.0, reason="no_ties")


def made(*, value: float | None, reason: str | None) -> Result:
    return Result(
        measure="density", variant="", value=value, reason=reason,
        n=0, ties=0, directed=False, weighted=False,
    )  # fmt: skip


def test_a_result_shows_itself_as_a_table() -> None:
    network = net("ab", {"a": "<b>", "b": "y"})
    shown = network.measure("ei_group", by="group")._repr_html_()
    assert shown.startswith("<table>")
    assert "&lt;b&gt;" in shown
    assert "<b>" not in shown


def test_a_view_is_named_with_what_it_leaves_out() -> None:
    network = Network.of(
        "ab", [0], [1],
        provenance=Provenance(
            view="cooperation",
            left_out_nodes={"gatherings": 3},
            left_out_ties={"planned": 2},
            notes=("read_undirected",),
        ),
    )  # fmt: skip
    shown = network.measure("density").to_json()
    assert shown["view"] == "cooperation"
    assert shown["view_left_out"] == {"nodes": {"gatherings": 3}, "ties": {"planned": 2}}
    assert shown["notes"] == ["read_undirected"]
