"""The picture as a sheet to send: its sentence above; its legend, seed and revision below."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from importlib import metadata

from maillage.graph.languages import Language
from maillage.graph.vocabulary import Label
from maillage.graph.wording import listed
from maillage.viz.palette import FONT, Theme, resolve
from maillage.viz.scene_model import LegendRow, Scene
from maillage.viz.shapes import DOTS, OUTLINES
from maillage.viz.svg import Frame, draw_inside, xml_text
from maillage.viz.text_width import text_width
from maillage.viz.words import count, say

_MARGIN = 28.0
_ROW, _COLUMN = 24.0, 215.0
_MARK = 6.5
_HATCH = "M-.8 .2L.2-.8M-.7.7L.7-.7M-.2.8L.8-.2"
_SHOWN = ("layer", "tier", "status", "sector", "family", "mark")
# What is drawn as anything else is.
_UNSAID = (("status", "active"), ("tier", "none"), ("mark", "hull"))
_MOST_SOURCES = 5


@dataclass(frozen=True, slots=True)
class Writing:
    """How lines of a text are set: size, weight, colour, from line to line."""

    size: float
    step: float
    colour: str
    bold: bool = False


_SENTENCE = Writing(24, 31, "ink", bold=True)
_NUANCE = Writing(15, 22, "ink2")
_FOOT = Writing(12, 17, "muted")


def draw_sheet(
    scene: Scene,
    frame: Frame,
    *,
    language: Language = "fr",
    theme: Theme = "print",
    selection: frozenset[str] = frozenset(),
    sentence: str = "",
    nuance: str = "",
    note: str = "",
    headed: bool = True,
) -> str:
    """One SVG, whole in itself. `sentence` and `nuance` replace those of the scene: what was on
    the screen; `note` stands at the foot. Not `headed`, where both stand above it already."""
    sheet = _Sheet(scene, frame, language, theme, selection, sentence, nuance, note, headed)
    return "".join(sheet.parts())


@dataclass(frozen=True, slots=True)
class _Sheet:
    scene: Scene
    frame: Frame
    language: Language
    theme: Theme
    selection: frozenset[str]
    said: str
    nuance: str
    note: str
    headed: bool

    def parts(self) -> Iterable[str]:
        width, height = self.frame.size
        title, nuance, foot = self._texts(width - 2 * _MARGIN)
        rows = self._legend()
        columns = max(int((width - 2 * _MARGIN) // _COLUMN), 1)
        head = _MARGIN + len(title) * _SENTENCE.step + len(nuance) * _NUANCE.step + 8
        legend = head + height + 16
        end = legend + -(-len(rows) // columns) * _ROW + 16
        tall = end + len(foot) * _FOOT.step + _MARGIN
        yield self._root(width, tall)
        yield f'<rect width="{width:.0f}" height="{tall:.0f}" fill="{self._colour("ground")}"/>'
        yield from self._write(title, _SENTENCE, _MARGIN)
        yield from self._write(nuance, _NUANCE, _MARGIN + len(title) * _SENTENCE.step)
        yield (
            f'<svg y="{head:.0f}" width="{width:.0f}" height="{height:.0f}" '
            f'viewBox="0 0 {width:.0f} {height:.0f}">'
        )
        yield draw_inside(self.scene, self.theme, self.frame, self.selection)
        yield "</svg>"
        for number, row in enumerate(rows):
            x, y = _MARGIN + number % columns * _COLUMN, legend + number // columns * _ROW
            yield self._legend_row(row, x, y + _ROW / 2)
        yield from self._write(foot, _FOOT, end)
        yield "</svg>"

    def _root(self, width: float, tall: float) -> str:
        summary = self.scene.caption.summary.text(self.language)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{tall:.0f}" '
            f'viewBox="0 0 {width:.0f} {tall:.0f}" role="img" lang="{self.language}" '
            f'font-family="{escape(FONT)}"><title>{xml_text(self._sentence)}</title>'
            f"<desc>{xml_text(summary)}</desc>"
        )

    @property
    def _sentence(self) -> str:
        return self.said or self.scene.caption.sentence.text(self.language)

    @property
    def _nuance(self) -> str:
        return self.nuance or self.scene.caption.nuance.text(self.language)

    def _texts(self, width: float) -> tuple[list[str], list[str], list[str]]:
        foot = say(
            "picture_foot",
            version=metadata.version("maillage"),
            revision=self.scene.revision or "–",
            seed=str(self.scene.seed),
        )
        return (
            _wrapped(self._sentence, _SENTENCE, width) if self.headed else [],
            _wrapped(self._nuance, _NUANCE, width) if self.headed else [],
            [
                line
                for part in (self.note, self._sources(), foot.text(self.language))
                for line in _wrapped(part, _FOOT, width)
            ],
        )

    def _sources(self) -> str:
        """The documents that most ties rest upon, and how many others there are."""
        said = Counter(
            title
            for tie in self.scene.ties
            for title in {source.partition(", ")[0] for source in tie.sources}
        )
        if not said:
            return ""
        best = sorted(said.items(), key=lambda one: (-one[1], one[0]))[:_MOST_SOURCES]
        named = [say("source_of", title=title, ties=count("ties", n)) for title, n in best]
        if rest := len(said) - len(best):
            named.append(count("other_sources", rest))
        return say("sources", names=listed(named)).text(self.language)

    def _write(self, lines: Sequence[str], how: Writing, top: float) -> Iterable[str]:
        bold = ' font-weight="700"' if how.bold else ""
        for number, line in enumerate(lines):
            y = top + number * how.step + how.size
            yield (
                f'<text x="{_MARGIN:.0f}" y="{y:.1f}" font-size="{how.size:g}"{bold} '
                f'fill="{self._colour(how.colour)}">{xml_text(line)}</text>'
            )

    def _legend(self) -> list[LegendRow]:
        """The rows of what is drawn."""
        return [
            row
            for row in self.scene.legend
            if row.group in _SHOWN
            and row.colour
            and (row.group, row.key) not in _UNSAID
            and row.count
        ]

    def _legend_row(self, row: LegendRow, x: float, y: float) -> str:
        name = _name_of(row).text(self.language)
        letter = f" ({row.letter})" if row.letter else ""
        text = f"{name[:1].upper()}{name[1:]}{letter}"
        drawn = self._mark(row, x + 10, y) if row.shape else self._line(row, x, y)
        return (
            f'{drawn}<text x="{x + 40:.0f}" y="{y + 4.5:.1f}" font-size="13" '
            f'fill="{self._colour("ink")}">{xml_text(text)}</text>'
        )

    def _mark(self, row: LegendRow, x: float, y: float) -> str:
        shape, ink = row.shape or "circle", self._colour(row.colour)
        open_ = row.hollow or row.hatched or shape == "pole"
        fill = self._colour("panel") if open_ else ink
        # A step of a measure is carried by its outline, as in the picture.
        edge = self._colour("ink") if row.colour.startswith("ramp.") else ink
        outline = f' stroke="{edge}" stroke-width=".28"' if open_ or edge != ink else ""
        dashed = ' stroke-dasharray=".5 .4"' if row.dash else ""
        inside = f'<path d="{OUTLINES[shape]}" fill="{fill}"{outline}{dashed}/>'
        if row.hatched:
            inside += f'<path d="{_HATCH}" stroke="{ink}" stroke-width=".24"/>'
        if dot := DOTS.get(shape):
            inside += f'<circle r="{dot}" fill="{ink if open_ else self._colour("panel")}"/>'
        return f'<g transform="translate({x:.1f} {y:.1f}) scale({_MARK})">{inside}</g>'

    def _line(self, row: LegendRow, x: float, y: float) -> str:
        dash = f' stroke-dasharray="{" ".join(f"{d:g}" for d in row.dash)}"' if row.dash else ""
        width = max(row.width, 1.5)
        strokes = [(row.colour, width)]
        if row.hollow:
            strokes = [(row.colour, width + 2), ("ground", width)]
        return "".join(
            f'<path d="M{x + 2:.1f} {y:.1f}h30" stroke="{self._colour(colour)}" '
            f'stroke-width="{wide:g}" stroke-linecap="round" fill="none"{dash}/>'
            for colour, wide in strokes
        )

    def _colour(self, role: str) -> str:
        return resolve(role, self.theme)


def _name_of(row: LegendRow) -> Label:
    """A row stands without its heading: it says what its line or mark is about."""
    if row.group == "tier":
        return say("pooled", tier=row.label)
    return say("mark_planned") if row.group == "status" and row.hollow else row.label


def _wrapped(text: str, how: Writing, width: float) -> list[str]:
    """Lines no wider than this; a word that alone is wider is cut."""
    lines: list[str] = []
    # Lines break where a space lets them: those of French typography do not.
    for word in filter(None, re.split(r"[ \t\r\n]", text)):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, how.size, bold=how.bold) <= width:
            lines[-1] = longer
        else:
            lines.append(_cut(word, how, width))
    return lines


def _cut(word: str, how: Writing, width: float) -> str:
    most = max(int(width / how.size), 8)
    return word if len(word) <= most or text_width(word, how.size) <= width else f"{word[:most]}…"
