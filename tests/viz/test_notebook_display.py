"""In a notebook a network shows itself as a map, though graph knows no picture."""

from __future__ import annotations

from maillage.graph.network import Network


def test_a_network_shows_itself_as_a_map() -> None:
    network = Network.of(["a", "b"], [0], [1], names=["Alpha", "Bêta"])
    shown = network._repr_html_()
    assert "<iframe" in shown
    assert "Alpha" in shown
