"""The portable map as a file: complete, closed, and of a size that can be sent."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import zlib
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from drawn_networks import actor, many_poles, tie, two_poles
from small_networks import net

from maillage.graph.columns import Column
from maillage.graph.model import Attributes
from maillage.graph.network import Network
from maillage.graph.vocabulary import Label
from maillage.viz.aggregate import by_pole, small_enough
from maillage.viz.page import LARGEST, map_html, network_html
from maillage.viz.scene import About, Scene, build_scene


class _Parts(HTMLParser):
    """Scripts by id or order, styles, and every attribute that could reach out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self.styles: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open = tag
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag == "script":
            self.scripts.append((dict(attrs), ""))
        if tag == "style":
            self.styles.append("")

    def handle_data(self, data: str) -> None:
        if self._open == "script":
            attributes, text = self.scripts[-1]
            self.scripts[-1] = (attributes, text + data)
        if self._open == "style":
            self.styles[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser gives it
        self._open = ""

    def data(self, id_: str) -> str:
        return next(text for attributes, text in self.scripts if attributes.get("id") == id_)


@pytest.fixture(scope="module")
def page() -> str:
    return map_html(build_scene(*two_poles(), about=About(revision="9")))


def test_only_the_named_scripts_and_style_may_run(page: str) -> None:
    parts = _Parts(page)
    policy = next(value for tag, name, value in parts.attributes if value.startswith("default-src"))
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    library = zlib.decompress(base64.b64decode(parts.data("library-data"))).decode()
    ours = [text for attributes, text in parts.scripts if not attributes]
    assert len(ours) == 1
    for text in (*ours, library, *parts.styles):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "vis-network" in library


def test_nothing_in_the_file_points_outside(page: str) -> None:
    for tag, name, value in _Parts(page).attributes:
        assert name not in ("src", "srcset", "action", "ping", "background"), tag
        assert not name.startswith("on"), (tag, name)
        if name == "href":
            assert value.startswith("#"), (tag, value)
        assert name != "style", tag
    assert "url(" not in "".join(_Parts(page).styles)
    assert "@import" not in "".join(_Parts(page).styles)


def test_pyvis_holds_the_network_with_our_places_and_no_physics() -> None:
    scene = build_scene(*two_poles())
    network = json.loads(_Parts(map_html(scene)).data("network-data"))
    assert [(node["x"], node["y"]) for node in network["nodes"]] == [
        (node.x, node.y) for node in scene.nodes
    ]
    assert len(network["edges"]) == len(scene.ties)
    assert network["options"]["physics"] == {"enabled": False}
    assert {node["id"] for node in network["nodes"]} == set(range(len(scene.nodes)))


def test_the_page_opens_in_french_or_in_english(page: str) -> None:
    english = map_html(build_scene(*two_poles()), language="en")
    assert '<html lang="fr">' in page
    assert '<html lang="en">' in english
    assert "la plupart des 2 pôles ne sont plus reliés" in page
    assert '<h1 data-caption="sentence">Without' in english
    assert 'data-word="skip_table">Aller aux tableaux' in page


def test_what_is_hostile_stays_data() -> None:
    name = "</script><img src=x onerror=alert(1)>&<!--\u2028"
    scene = build_scene(
        [actor("a", name=name, attributes={name: name}), actor("b")],
        [tie("a", "b")],
        about=About(revision=name, title=Label(fr=name, en=name)),
    )
    written = map_html(scene)
    assert "<img" not in written
    assert "</script><" not in written.replace("</script>\n<", "")
    assert json.loads(_Parts(written).data("scene-data"))["nodes"]["label"][0] == name.strip()


def test_own_columns_and_remarks_stay_at_home() -> None:
    attributes: Attributes = {
        "activity": "Réemploi",
        "Qui appeler": "Soizic Morvan",
        "note": ("voir Anne",),
    }
    told = {"purpose": "un lieu", "note": "vu avec Yann Le Goff", "Suivi": "Anne Prat"}
    ties = [replace(tie("a", "b"), attributes=told)]
    scene = build_scene([actor("a", attributes=attributes), actor("b")], ties)
    written = map_html(scene)
    assert "Réemploi" in written and "un lieu" in written
    kept = ("Qui appeler", "Soizic", "voir Anne", "Yann", "Suivi", "Prat")
    assert not [one for one in kept if one in written]


def test_a_thousand_actors_make_a_file_that_can_be_mailed() -> None:
    actors, ties = many_poles(50, 19, bridges=0)
    scene = build_scene(actors, ties)
    assert len(scene.nodes) == 1_000
    assert len(map_html(scene).encode()) < 900_000


def test_the_demonstration_is_in_the_page(demo_scene: Scene) -> None:
    written = map_html(demo_scene)
    labels = json.loads(_Parts(written).data("scene-data"))["nodes"]["label"]
    assert len(labels) == len(demo_scene.nodes)
    assert len(written.encode()) < 900_000


def test_a_network_too_large_is_shown_by_its_poles() -> None:
    scene = build_scene(*many_poles(60, 40, bridges=10))
    assert len(scene.nodes) > LARGEST
    parts = _Parts(map_html(scene))
    assert len(json.loads(parts.data("network-data"))["nodes"]) == 60
    told = json.loads(parts.data("scene-data"))["caption"]
    assert told["sentence"]["fr"] == (
        "2\u202f470 acteurs, lieux et pôles\u202f: vue par pôle, les liens sont additionnés."
    )
    assert told["left_out"][0]["count"] == 2_410


def test_poles_are_tied_by_ties_between_islands_and_by_shared_marks() -> None:
    actors, ties = two_poles()
    whole = build_scene(actors, [*ties, tie("n0", "s0"), tie("n1", "s1")])
    scene = by_pole(whole)
    assert [node.id for node in scene.nodes] == ["north", "south"]
    assert [(node.x, node.y) for node in scene.nodes] == [
        (node.x, node.y) for node in whole.nodes if node.kind == "pole"
    ]
    # Two direct ties, and the region that touches both.
    assert [(line.source, line.target, line.weight) for line in scene.ties] == [
        ("north", "south", 3)
    ]
    assert scene.aggregated


def test_what_touches_too_many_poles_links_none() -> None:
    actors, ties = many_poles(12, 3)
    charter = actor("charter", "agreement", "Charte")
    signed = [tie(f"p{i:04}", "charter", "charter_signature") for i in range(12)]
    scene = by_pole(build_scene([*actors, charter], [*ties, *signed]))
    assert not scene.ties
    assert {out.reason: out.count for out in scene.caption.left_out}["hubs"] == 1


def test_without_poles_the_best_tied_are_kept_and_the_rest_is_counted() -> None:
    actors = [actor(f"a{i:04}") for i in range(30)]
    ties = [tie("a0000", f"a{i:04}") for i in range(1, 20)]
    scene = small_enough(build_scene(actors, ties), 10)
    assert len(scene.nodes) == 10
    assert scene.nodes[0].id == "a0000"
    assert scene.caption.left_out[-1].count == 20


def test_a_network_shows_itself_in_a_frame_of_its_own() -> None:
    shown = network_html(net("ab bc", isolates="d"))
    source = re.search(r'srcdoc="([^"]*)"', shown)
    assert source
    assert 'sandbox="allow-scripts allow-downloads"' in shown
    inside = _Parts(html.unescape(source[1]))
    assert json.loads(inside.data("scene-data"))["nodes"]["id"] == ["a", "b", "c", "d"]


def test_columns_of_a_network_become_shapes_and_colours() -> None:
    network = Network.of(
        ["a", "b", "c"],
        [0, 1],
        [1, 2],
        kind=Column.of("kind", ["shareholding", "copresence"]),
        projected=[False, True],
        columns={
            "kind": Column.of("kind", ["financier", "local_authority", None]),
            "sector": Column.of("sector", ["ess", "public", None]),
        },
        names=["Alpha", "Bêta", "Gamma"],
    )
    data = json.loads(_Parts(html.unescape(network_html(network)[16:])).data("scene-data"))
    codes, nodes = data["codes"], data["nodes"]
    assert [codes["shape"][i] for i in nodes["shape"]] == ["diamond", "house", "ring_dot"]
    assert [codes["sector"][i] for i in nodes["sector"]] == ["ess", "public", "unknown"]
    # A co-presence is no act: it is not drawn.
    assert [codes["tie"][i] for i in data["ties"]["kind"]] == ["shareholding"]
