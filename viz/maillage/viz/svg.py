"""The scene as a static SVG: what is printed, and what is seen where no script runs.

Only presentation attributes (no style sheet, no font file, no script, no link): it may stand in a
page with the strictest policy, and be typeset. Names are escaped text, colours are ours.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from html import escape
from itertools import groupby
from unicodedata import category

from maillage.graph.languages import Language
from maillage.graph.vocabulary import SECTOR_LETTERS, Family
from maillage.viz.labels import label_box, mark_size
from maillage.viz.palette import CONTEXT_TIES, FONT, Theme, resolve
from maillage.viz.scene_model import Bounds, LabelMark, Node, Scene, TieMark
from maillage.viz.shapes import DOTS, OUTLINES
from maillage.viz.text_width import text_width

WIDTH = 1_000.0
# From this radius, px, the letter of the sector stands in the mark: a grey copy stays readable.
_LETTER_FROM = 9.0
_HALO = 3.4
# How pale the context of a selection is: `design.md` § 2.
_CONTEXT = 0.75


@dataclass(frozen=True, slots=True)
class Frame:
    """What part of the scene is seen, and how large."""

    bounds: Bounds
    zoom: float

    @classmethod
    def whole(cls, scene: Scene, width: float = WIDTH) -> Frame:
        wide = max(scene.bounds.right - scene.bounds.left, 1.0)
        return cls(scene.bounds, min(width / wide, 1.5))

    def x(self, value: float) -> float:
        return (value - self.bounds.left) * self.zoom

    def y(self, value: float) -> float:
        return (value - self.bounds.top) * self.zoom

    @property
    def size(self) -> tuple[float, float]:
        return self.x(self.bounds.right), self.y(self.bounds.bottom)


def draw_svg(
    scene: Scene,
    *,
    language: Language = "fr",
    theme: Theme = "print",
    frame: Frame | None = None,
) -> str:
    """The whole scene (or a frame of it), titled by its sentence and described by its summary."""
    return "".join(_Drawing(scene, theme, frame or Frame.whole(scene)).parts(language))


def draw_inside(scene: Scene, theme: Theme, frame: Frame, selection: frozenset[str]) -> str:
    """What stands inside `draw_svg`, to be framed by somebody else; the selection is ringed, its
    ties and neighbours stay strong, the rest dims."""
    return "".join(_Drawing(scene, theme, frame, selection).inside())


def xml_text(text: str) -> str:
    """Somebody's words as text, without what turns letters around or what XML cannot write."""
    return escape("".join(sign for sign in text if sign.isprintable() or category(sign) == "Zs"))


def tie_key(tie: TieMark) -> str:
    """Ties drawn alike are one path; this names it."""
    return f"{tie.layer} {tie.width:g} {int(tie.hollow)}"


def tie_path(tie: TieMark, ends: tuple[tuple[float, float], tuple[float, float]]) -> str:
    """A straight line, or an arc of the sagitta that `bend` says."""
    (x1, y1), (x2, y2) = ends
    if not tie.bend:
        return f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"
    # A quadratic curve passes at half the height of its control point.
    turn = 2 * tie.bend
    control = ((x1 + x2) / 2 + (y2 - y1) * turn, (y1 + y2) / 2 - (x2 - x1) * turn)
    return f"M{x1:.0f} {y1:.0f}Q{control[0]:.0f} {control[1]:.0f} {x2:.0f} {y2:.0f}"


@dataclass(frozen=True)
class _Drawing:
    scene: Scene
    theme: Theme
    frame: Frame
    selection: frozenset[str] = frozenset()

    def parts(self, language: Language) -> Iterable[str]:
        caption, (width, height) = self.scene.caption, self.frame.size
        title, summary = (
            text.fr if language == "fr" else text.en for text in (caption.sentence, caption.summary)
        )
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
            f'data-zoom="{self.frame.zoom:.5f}" data-left="{self.frame.bounds.left}" '
            f'data-top="{self.frame.bounds.top}" '
            f'role="img" lang="{language}" font-family="{escape(FONT)}">'
            f"<title>{xml_text(title)}</title><desc>{xml_text(summary)}</desc>"
        )
        yield from self.inside()
        yield "</svg>"

    def inside(self) -> Iterable[str]:
        yield self._patterns()
        yield from self._hulls()
        yield from self._ties()
        yield from self._nodes()
        yield from self._labels()

    @cached_property
    def _strong(self) -> frozenset[str]:
        """The selection and its neighbours; everybody, where nothing is chosen."""
        if not self.selection:
            return frozenset(node.id for node in self.scene.nodes)
        near = {
            id_
            for tie in self.scene.ties
            for id_ in (tie.source, tie.target)
            if tie.source in self.selection or tie.target in self.selection
        }
        return frozenset(near | self.selection)

    def _is_strong(self, tie: TieMark) -> bool:
        return not self.selection or not self.selection.isdisjoint((tie.source, tie.target))

    def _colour(self, role: str) -> str:
        return resolve(role, self.theme)

    def _patterns(self) -> str:
        """One hatch per colour that needs it."""
        colours = sorted({node.colour for node in self.scene.nodes if node.hatched})
        patterns = "".join(
            f'<pattern id="hatch-{colour.replace(".", "-")}" width="4.5" height="4.5" '
            'patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
            f'<rect width="4.5" height="4.5" fill="{self._colour("panel")}"/>'
            f'<rect width="2.2" height="4.5" fill="{self._colour(colour)}"/></pattern>'
            for colour in colours
        )
        return f"<defs>{patterns}</defs>" if patterns else ""

    def _hulls(self) -> Iterable[str]:
        outline = (
            f' stroke="{self._colour("rule")}" stroke-width="0.7"' if self.theme == "print" else ""
        )
        rows = {node.id: row for row, node in enumerate(self.scene.nodes)}
        yield f'<g fill="{self._colour("hull")}"{outline} data-part="hulls">'
        for hull in self.scene.hulls:
            corners = "L".join(
                f"{self.frame.x(x):.0f} {self.frame.y(y):.0f}" for x, y in hull.polygon
            )
            yield f'<path data-n="{rows[hull.pole]}" d="M{corners}Z"/>'
        yield "</g>"

    def _ties(self) -> Iterable[str]:
        places = {node.id: self._place(node) for node in self.scene.nodes}
        yield '<g fill="none" stroke-linecap="round" data-part="ties">'
        ties = sorted(
            self.scene.ties,
            key=lambda tie: (self._is_strong(tie), tie.layer.value, -tie.width, tie.hollow),
        )
        for (strong, key), alike in groupby(
            ties, key=lambda tie: (self._is_strong(tie), tie_key(tie))
        ):
            group = list(alike)
            path = "".join(tie_path(tie, (places[tie.source], places[tie.target])) for tie in group)
            drawn = self._tie_group(key, group[0], path)
            yield drawn if strong else f'<g opacity="{CONTEXT_TIES}">{drawn}</g>'
        yield "</g>"

    def _tie_group(self, key: str, tie: TieMark, path: str) -> str:
        dash = f' stroke-dasharray="{" ".join(f"{d:g}" for d in tie.dash)}"' if tie.dash else ""
        colour, width = self._colour(f"layer.{tie.layer}"), max(tie.width * 0.75, 0.8)
        line = f'<path data-key="{key}" d="{path}" stroke="{colour}"'
        if not tie.hollow:
            return f'{line} stroke-width="{width:g}" stroke-opacity=".8"{dash}/>'
        inside = f'<path data-key="{key}" d="{path}" stroke="{self._colour("ground")}"'
        outer = f'{line} stroke-width="{width + 1.6:g}"{dash}/>'
        return f'{outer}{inside} stroke-width="{width:g}"{dash}/>'

    def _nodes(self) -> Iterable[str]:
        """Marks drawn alike share a group; what is over them (letters, halos) comes after."""
        yield '<g data-part="nodes" stroke-linejoin="round">'
        rows = sorted(range(len(self.scene.nodes)), key=self._look)
        for look, alike in groupby(rows, key=self._look):
            fill, outline, width, strong = look
            pale = "" if strong else f' opacity="{_CONTEXT}"'
            yield f'<g fill="{fill}" stroke="{outline}" stroke-width="{width}"{pale}>'
            for row in alike:
                yield self._outline(row, inset=0.8 if width > 1 else 0)
            yield "</g>"
        for row, node in enumerate(self.scene.nodes):
            yield self._inside(row, node)
            yield self._halo(row, node)
        yield "</g>"

    def _look(self, row: int) -> tuple[str, str, float, bool]:
        """Fill, outline and its width; whether it is strong."""
        node = self.scene.nodes[row]
        return *self._inks(node), node.id in self._strong

    def _inks(self, node: Node) -> tuple[str, str, float]:
        colour, panel = self._colour(node.colour), self._colour("panel")
        if node.colour.startswith("ramp."):
            return colour, self._colour("ink"), 1.0
        if node.hatched:
            return f"url(#hatch-{node.colour.replace('.', '-')})", colour, 1.6
        if node.hollow or node.family is Family.POLE:
            return panel, colour, 1.6
        return colour, self._colour("ground"), 0.8

    def _outline(self, row: int, *, inset: float) -> str:
        node = self.scene.nodes[row]
        (x, y), radius = self._place(node), mark_size(node.radius, self.frame.zoom) - inset
        outline = OUTLINES[node.shape]
        if "A" in outline:
            return f'<circle data-n="{row}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
        corners = [corner.split() for corner in outline[1:-1].split("L")]
        moved = (f"{x + float(dx) * radius:.1f} {y + float(dy) * radius:.1f}" for dx, dy in corners)
        return f'<path data-n="{row}" d="M{"L".join(moved)}Z"/>'

    def _inside(self, row: int, node: Node) -> str:
        (x, y), radius = self._place(node), mark_size(node.radius, self.frame.zoom)
        filled = not (node.hollow or node.hatched or node.family is Family.POLE)
        if dot := DOTS.get(node.shape):
            colour = self._colour("panel" if filled else node.colour)
            return (
                f'<circle data-n="{row}" cx="{x:.1f}" cy="{y:.1f}" r="{radius * dot:.1f}" '
                f'fill="{colour}"/>'
            )
        if radius < _LETTER_FROM or node.hatched or self.theme != "print":
            return ""
        return (
            f'<text data-n="{row}" x="{x:.1f}" y="{y + radius * 0.36:.1f}" '
            f'font-size="{radius:.1f}" text-anchor="middle" font-weight="700" '
            f'fill="{self._colour("panel" if filled else "ink")}">'
            f"{SECTOR_LETTERS[node.sector]}</text>"
        )

    def _halo(self, row: int, node: Node) -> str:
        (x, y), radius = self._place(node), mark_size(node.radius, self.frame.zoom)
        where, drawn = f'data-n="{row}" cx="{x:.1f}" cy="{y:.1f}" fill="none"', ""
        if node.review:
            drawn += (
                f'<circle {where} r="{radius + 5:.1f}" stroke="{self._colour("review")}" '
                'stroke-width="1.6" stroke-dasharray="3 3"/>'
            )
        if node.id in self.selection:
            drawn += (
                f'<circle {where} r="{radius + 4:.1f}" stroke="{self._colour("ink")}" '
                'stroke-width="3"/>'
            )
        return drawn

    def _labels(self) -> Iterable[str]:
        rows = {node.id: row for row, node in enumerate(self.scene.nodes)}
        yield (
            f'<g data-part="labels" fill="{self._colour("ink")}" stroke="{self._colour("ground")}" '
            f'stroke-width="{_HALO}" stroke-linejoin="round" paint-order="stroke">'
        )
        for label in self.scene.labels:
            if label.min_zoom <= self.frame.zoom + 0.001 or label.node in self.selection:
                yield self._label(label, rows[label.node])
        yield "</g>"

    def _label(self, label: LabelMark, row: int) -> str:
        node = self.scene.nodes[row]
        width = text_width(label.text, label.size, bold=label.bold)
        left, top, right, _ = label_box(node, width, label.size, label.place, self.frame.zoom)
        anchor, x = "start", left
        if label.place in ("N", "S"):
            anchor, x = "middle", (left + right) / 2
        elif "W" in label.place:
            anchor, x = "end", right
        origin = (self.frame.bounds.left, self.frame.bounds.top)
        x, y = (
            x - origin[0] * self.frame.zoom,
            top + label.size * 0.85 - origin[1] * self.frame.zoom,
        )
        bold = ' font-weight="700"' if label.bold else ""
        where = f'x="{x:.1f}" y="{y:.1f}" font-size="{label.size:g}"{bold}'
        start = "" if anchor == "start" else f' text-anchor="{anchor}"'
        if node.id not in self._strong:
            start += f' fill="{self._colour("ink2")}"'
        return f'<text data-n="{row}" {where}{start}>{xml_text(label.text)}</text>'

    def _place(self, node: Node) -> tuple[float, float]:
        return self.frame.x(node.x), self.frame.y(node.y)
