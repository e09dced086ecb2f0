"""The bytes of a scene say exactly what its JSON says."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import numpy as np
from drawn_networks import actor, tie

from maillage.viz.scene import Scene, build_scene
from maillage.viz.scene_bytes import scene_bytes
from maillage.viz.scene_pack import DETAIL_LIMIT, Packed, pack


def read(sent: bytes) -> dict[str, Any]:
    """As a browser reads them."""
    length = int.from_bytes(sent[:4], "little")
    data = sent[4 + length :]
    assert (4 + length) % 8 == 0, "a view of numbers begins at a multiple of their size"

    def unfolded(value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        if "n" not in value:
            return {name: unfolded(one) for name, one in value.items()}
        if "all" in value:
            return [value["all"]] * value["n"]
        kind = np.dtype(f"<{value['type']}")
        assert value["at"] % 8 == 0
        found = np.frombuffer(data, kind, value["n"], value["at"])
        return [number / value["per"] for number in found.tolist()]

    found: dict[str, Any] = unfolded(json.loads(sent[4 : 4 + length]))
    return found


def lists(told: dict[str, list[float]]) -> list[list[float]]:
    first, items = [int(one) for one in told["first"]], told["items"]
    return [items[a:b] for a, b in pairwise(first)]


def same(sent: dict[str, Any], packed: Packed) -> None:
    told = json.loads(packed.model_dump_json())
    nodes, ties, hulls = told.pop("nodes"), told.pop("ties"), told.pop("hulls")
    rows = range(len(nodes["id"]))
    short, poles = nodes.pop("short"), nodes.pop("poles")
    assert sent["nodes"].pop("short") == (
        [short.get(str(row), "") for row in rows] if short else []
    )
    assert lists(sent["nodes"].pop("poles")) == [poles.get(str(row), []) for row in rows]
    assert sent.pop("nodes") == nodes
    bend, weight = ties.pop("bend"), ties.pop("weight")
    every = range(len(ties["source"]))
    assert sent["ties"].pop("bend") == [bend.get(str(row), 0) for row in every]
    assert sent["ties"].pop("weight") == [weight.get(str(row), 1) for row in every]
    ids = ties.pop("id")
    assert sent["ties"].pop("id") == (ids if len(rows) <= DETAIL_LIMIT else [])
    assert sent.pop("ties") == ties
    told_hulls = sent.pop("hulls")
    assert told_hulls["pole"] == [hull["pole"] for hull in hulls]
    assert lists(told_hulls["members"]) == [hull["members"] for hull in hulls]
    assert lists(told_hulls["polygon"]) == [hull["polygon"] for hull in hulls]
    assert sent == told


def test_every_column_is_read_as_it_was(demo_scene: Scene) -> None:
    packed = pack(demo_scene)
    same(read(scene_bytes(packed)), packed)


def test_numbers_of_any_size_and_any_decimals_stay_exact(demo_scene: Scene) -> None:
    packed = pack(demo_scene)
    odd = [0.1, -70_000.35, 1 / 3, 3e9, -1.0, 255.0]
    for values in (odd, odd[:2], odd[3:], [0.5, 127.0], [-129.0, 0.0], [65_536.0, 1.0]):
        many = (values * len(packed.nodes.id))[: len(packed.nodes.id)]
        changed = packed.model_copy(update={"nodes": packed.nodes.model_copy(update={"x": many})})
        assert read(scene_bytes(changed))["nodes"]["x"] == many


def test_ids_of_ties_are_left_out_of_a_large_scene() -> None:
    actors = [actor(f"a{number:04}") for number in range(DETAIL_LIMIT + 1)]
    packed = pack(build_scene(actors, [tie("a0000", "a0001")]))
    assert len(packed.ties.id) == 1
    same(read(scene_bytes(packed)), packed)


def test_nothing_at_all_has_bytes_too() -> None:
    packed = pack(build_scene([], []))
    same(read(scene_bytes(packed)), packed)
