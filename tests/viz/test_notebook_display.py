"""In a notebook a network shows itself as a map, though graph knows no picture."""

from __future__ import annotations

from maillage.graph.network import Network
from maillage.viz.notebook import scene_of_network
from maillage.viz.scene import pack


def test_a_network_shows_itself_as_a_map() -> None:
    network = Network.of(["a", "b"], [0], [1], names=["Alpha", "Bêta"])
    shown = network._repr_html_()
    assert "<iframe" in shown
    assert "Alpha" in shown


def test_nobody_is_said_to_have_reported_a_plain_list_of_ties() -> None:
    scene = scene_of_network(Network.of(["a", "b", "c"], [0, 1], [1, 2]))
    assert {line.standing for line in scene.ties} == {None}
    assert set(pack(scene).ties.standing) == {-1}
    assert [row for row in scene.legend if row.group == "standing"] == []
    assert "rapporté" not in scene.caption.nuance.fr
