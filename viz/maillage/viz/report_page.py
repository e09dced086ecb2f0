"""The report: a page of HTML that says what is known of a pole or of the network, and proves it.

It needs nothing else, runs nothing and asks nobody anything: its policy allows one style sheet.
What is not known comes first; each sentence carries what it rests upon, folded.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import metadata
from itertools import groupby

from markupsafe import Markup

from maillage.graph.languages import Language
from maillage.graph.port import Reader
from maillage.graph.readouts.portrait import portrait
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.sections import READOUTS, SECTIONS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import when
from maillage.viz import palette
from maillage.viz.aggregate import small_enough
from maillage.viz.drawing import Part, scene_of
from maillage.viz.report_evidence import Proof, Proofs
from maillage.viz.scene_model import Scene
from maillage.viz.sheet import draw_sheet
from maillage.viz.standalone import asset, policy, template
from maillage.viz.svg import Frame
from maillage.viz.words_report import tell

# More marks than this are too small to be read on a page: the poles are drawn instead.
MOST_MARKS = 2_000
POLE_WIDTH, NETWORK_WIDTH = 1_000.0, 1_600.0


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    proof: Proof | None


@dataclass(frozen=True, slots=True)
class _Part:
    title: str
    sentences: Sequence[_Sentence]


@dataclass(frozen=True, slots=True)
class _Chapter:
    code: str
    title: str
    # What is not known and was not said before.
    unknown: Sequence[str]
    parts: Sequence[_Part]


def report_html(
    reader: Reader, pole: str | None = None, at: str | None = None, language: Language = "fr"
) -> str:
    """Of a pole, else of the whole network; `NotFound` if there is no such pole. What the reader
    does not show is not in it."""
    subject = Subject.pole_or_all(reader, pole, at)
    scene = small_enough(Part(pole=subject.id or None).of(reader, scene_of(reader, at)), MOST_MARKS)
    return _Report(subject, scene, tuple(portrait(subject)), language).html()


@dataclass(frozen=True, eq=False)
class _Report:
    subject: Subject
    scene: Scene
    readouts: Sequence[Readout]
    language: Language

    def html(self) -> str:
        style = _style()
        caption = self.scene.caption
        return template("report/page.html").render(
            language=self.language,
            policy=policy(style),
            style=Markup(style),
            word=lambda key: self._in(tell(key)),
            text=self._in,
            kind=self._in(tell("of_pole" if self.subject.id else "of_network")),
            name=self._name,
            date=self._in(self._date),
            lead=self._in(caption.sentence),
            nuance=self._in(caption.nuance),
            picture=Markup(self._picture),
            chapters=list(self._chapters),
            documents=self._proofs.documents,
            foot=self._in(self._foot),
        )

    @property
    def _statements(self) -> list[Statement]:
        return [said for found in self.readouts for said in found.statements]

    @property
    def _name(self) -> str:
        return self.subject.actor.name if self.subject.id else self._in(tell("network"))

    @property
    def _date(self) -> Label:
        date = self.subject.at
        return tell("at", date=when(date.text)) if date else tell("not_dated")

    @property
    def _picture(self) -> str:
        width = POLE_WIDTH if self.subject.id else NETWORK_WIDTH
        return draw_sheet(
            self.scene, Frame.whole(self.scene, width), language=self.language, headed=False
        )

    @property
    def _foot(self) -> Label:
        reader = self.subject.reader
        about = {"version": metadata.version("maillage"), "revision": str(reader.revision())}
        loaded = [item.loaded_at.date().isoformat() for item in reader.imports() if item.live]
        if not loaded:
            return tell("foot_empty", **about)
        return tell("foot", **about, loaded=when(max(loaded)))

    @property
    def _chapters(self) -> Iterator[_Chapter]:
        """What is not known is said once, however many read-outs say it."""
        told: set[str] = set()
        for found in self.readouts:
            said = [self._in(one.sentence) for one in found.statements if one.section == UNKNOWN]
            unknown = [sentence for sentence in dict.fromkeys(said) if sentence not in told]
            told.update(unknown)
            yield _Chapter(found.name, self._in(READOUTS[found.name]), unknown, self._parts(found))

    def _parts(self, found: Readout) -> list[_Part]:
        known = [said for said in found.statements if said.section != UNKNOWN]
        return [
            _Part(
                self._in(SECTIONS[section]),
                [_Sentence(self._said(one), self._proofs.of(one.evidence)) for one in said],
            )
            for section, said in groupby(known, key=lambda one: one.section)
        ]

    def _said(self, one: Statement) -> str:
        """Lines of a table are about somebody whom they do not always name."""
        sentence, row = self._in(one.sentence), self.subject.rows.get(one.about)
        if row is None or one.about == self.subject.id:
            return sentence
        name = self.subject.name(row)
        if self._in(name) in sentence:
            return sentence
        return self._in(tell("about", name=name, sentence=sentence))

    @cached_property
    def _proofs(self) -> Proofs:
        return Proofs(self.subject, self._statements)

    def _in(self, text: Label) -> str:
        return text.text(self.language)


@cache
def _style() -> str:
    colours = f":root{{--font:{palette.FONT};{palette.css_variables('print')}}}"
    return f"{colours}\n{asset('report/page.css')}"
