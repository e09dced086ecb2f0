"""The portable map: one HTML file that opens anywhere, without network, and can be sent.

pyvis builds the network with the places of the layout, physics off; everything else is our own
template, because in pyvis 0.3.2 a name can run a script (tooltips, menus, headings, options).
Here a name is data: JSON whose `<` is written `\\u003c`, read by scripts that only ever write it
as text; the policy of the page lets nothing else run, and nothing be fetched.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

import pyvis
from markupsafe import Markup
from pyvis.network import Network as PyvisNetwork

from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.languages import Language
from maillage.graph.network import Network
from maillage.graph.vocabulary import Label
from maillage.graph.wording import french_spaces, same
from maillage.viz import palette
from maillage.viz.aggregate import small_enough
from maillage.viz.captions import guessed
from maillage.viz.notebook import scene_of_network
from maillage.viz.scene_model import Fact, Scene
from maillage.viz.scene_pack import Packed, pack
from maillage.viz.shapes import DOTS, OUTLINES
from maillage.viz.standalone import policy, template
from maillage.viz.svg import draw_svg
from maillage.viz.words import COUNTS, WORDS, say
from maillage.viz.words_values import NUMERIC_FIELDS

LARGEST = 2_000
# Columns of somebody's own and free remarks may name persons, whoever this file is sent to.
_SENT = (ACTOR_FIELDS.keys() | TIE_FIELDS.keys()) - {"note"}
_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_NO_MARKUP = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def map_html(scene: Scene, language: Language = "fr") -> str:
    """The page of a scene; above 2,000 marks, that of its poles, ties added up."""
    scene = small_enough(scene, LARGEST)
    style, library, script = _style(), _library(), _script()
    about = _about(scene)
    return template("portable/page.html").render(
        language=language,
        version=metadata.version("maillage"),
        policy=policy(style, [library, script]),
        style=Markup(style),
        library=Markup(base64.b64encode(zlib.compress(library.encode(), 9)).decode()),
        script=Markup(script),
        paper=Markup(draw_svg(scene, language=language)),
        scene_data=_data(_lean(pack(scene)).model_dump(mode="json")),
        network_data=_data(_vis_network(scene)),
        page_data=_data(_page_data(scene, about)),
        colophon=say("colophon", **about).text(language),
        sentence=scene.caption.sentence.text(language),
        nuance=scene.caption.nuance.text(language),
        summary=scene.caption.summary.text(language),
        encoding=scene.caption.encoding.text(language),
        word=lambda key, **values: say(key, **values).text(language),
    )


def network_html(network: Network, language: Language = "fr") -> str:
    """How a `Network` shows itself in a notebook: the page in a frame of its own."""
    page = escape(map_html(scene_of_network(network), language), quote=True)
    title = escape(say("scene_label").text(language), quote=True)
    return (
        f'<iframe srcdoc="{page}" title="{title}" sandbox="allow-scripts allow-downloads" '
        'width="100%" height="760" style="border:0"></iframe>'
    )


def _vis_network(scene: Scene) -> dict[str, object]:
    """Nodes, edges and options as pyvis holds them.

    The lists are filled directly: `add_edge` looks at every edge each time. Ids are row numbers,
    and none of the features that write names into the page is used.
    """
    net = PyvisNetwork(cdn_resources="in_line")
    rows = {node.id: row for row, node in enumerate(scene.nodes)}
    net.nodes = [{"id": row, "x": node.x, "y": node.y} for row, node in enumerate(scene.nodes)]
    net.edges = [{"from": rows[tie.source], "to": rows[tie.target]} for tie in scene.ties]
    net.options = {
        "physics": {"enabled": False},
        "layout": {"improvedLayout": False, "randomSeed": scene.seed},
        "interaction": {
            "hover": True,
            "dragNodes": False,
            "keyboard": False,
            "multiselect": False,
            "selectConnectedEdges": False,
            "hoverConnectedEdges": False,
        },
        "nodes": {"shape": "custom", "chosen": False},
        "edges": {"hidden": True, "smooth": False, "chosen": False},
    }
    nodes, edges, _, _, _, options = net.get_network_data()
    return {"nodes": nodes, "edges": edges, "options": json.loads(options)}


def _page_data(scene: Scene, about: dict[str, str | int | Label]) -> dict[str, object]:
    themes: tuple[palette.Theme, ...] = ("light", "dark")
    return {
        "words": {key: [french_spaces(fr), en] for key, (fr, en) in WORDS.items()},
        "counts": COUNTS,
        "colours": {
            theme: {role: colour.on(theme) for role, colour in palette.tokens().items()}
            for theme in themes
        },
        "outlines": OUTLINES,
        "dots": DOTS,
        "numeric_fields": NUMERIC_FIELDS,
        "font": palette.FONT,
        "context_nodes": palette.CONTEXT_NODES,
        "context_ties": palette.CONTEXT_TIES,
        "guessed": guessed(scene.ties, scene.date) if scene.date else [],
        "about": {key: str(value) for key, value in about.items()},
    }


def _about(scene: Scene) -> dict[str, str | int | Label]:
    return {
        "version": metadata.version("maillage"),
        "seed": str(scene.seed),
        "revision": same(scene.revision) if scene.revision else say("no_revision"),
    }


def _lean(packed: Packed) -> Packed:
    """What may be sent. Ids of ties are of no use in a page that can ask nobody about them; vis has
    the places."""
    nodes = packed.nodes.model_copy(
        update={"x": [], "y": [], "facts": _to_send(packed.nodes.facts)}
    )
    ties = packed.ties.model_copy(
        update={"id": [], "source": [], "target": [], "facts": _to_send(packed.ties.facts)}
    )
    return packed.model_copy(update={"nodes": nodes, "ties": ties})


def _to_send(facts: Mapping[int, Sequence[Fact]]) -> dict[int, list[Fact]]:
    sent = {row: [fact for fact in known if fact.field in _SENT] for row, known in facts.items()}
    return {row: known for row, known in sent.items() if known}


def _data(value: object) -> Markup:
    """JSON that may stand in a script element: nothing in it can end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, written in _NO_MARKUP.items():
        text = text.replace(character, written)
    return Markup(text)


@cache
def _library() -> str:
    return (Path(pyvis.__file__).parent / _LIBRARY).read_text(encoding="utf-8")


@cache
def _script() -> str:
    """Our scripts as one, without comments of a line and indentation: they have nothing else."""
    lines = [
        line.strip() for part in _assets(".js") for line in part.read_text("utf-8").split("\n")
    ]
    kept = [line for line in lines if line and not line.startswith("//")]
    return "'use strict';\n(() => {\n" + "\n".join(kept) + "\n})();\n"


@cache
def _style() -> str:
    light, dark = palette.css_variables("light"), palette.css_variables("dark")
    classes = "".join(
        f".c-{role.replace('.', '-')}{{color:var(--{role.replace('.', '-')})}}"
        for role in palette.tokens()
    )
    sheet = "".join(part.read_text(encoding="utf-8") for part in _assets(".css"))
    return (
        f":root{{--font:{palette.FONT};{light}color-scheme:light}}"
        f"@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}"
        f"color-scheme:dark}}}}:root[data-theme=dark]{{{dark}color-scheme:dark}}"
        f"@media print{{:root:root{{{palette.css_variables('print')}color-scheme:light}}}}"
        f"{classes}\n{sheet}"
    )


def _assets(ending: str) -> list[Traversable]:
    """Files of the page, in order of their names."""
    folder = resources.files("maillage.viz").joinpath("portable")
    found = [part for part in folder.iterdir() if part.name.endswith(ending)]
    return sorted(found, key=lambda part: part.name)
