"""What the sentences of a report rest upon, as people read it: names, ties, where it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.edits import EDITS, EDITS_LABEL
from maillage.graph.model import Import, Record, Tie
from maillage.graph.readouts.statement import Evidence, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.vocabulary import STANDING_LABELS, STATUS_LABELS, TIE_KINDS, Label
from maillage.graph.wording import joined, listed, same, when
from maillage.viz.drawing import citation
from maillage.viz.words_report import count, tell

# Of each sort under one sentence; beyond, they are counted: a report is read, and printed.
MOST_SHOWN = 25


@dataclass(frozen=True, slots=True)
class Line:
    """A tie, with the places where it is written."""

    text: Label
    cited: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Under one sentence: how much it rests upon, and what of it is shown."""

    summary: Label
    actors: Label | None
    ties: tuple[Line, ...]
    # Rows that no tie shown rests upon.
    rows: tuple[Label, ...]
    more: Label | None


@dataclass(frozen=True, eq=False)
class Proofs:
    """Of all sentences of a report, whose records are read at once."""

    subject: Subject
    statements: Sequence[Statement]

    def of(self, evidence: Evidence) -> Proof | None:
        """Nothing, where a sentence rests upon nothing that is kept (a silence, a rule)."""
        ties = [self._ties[id_] for id_ in evidence.ties[:MOST_SHOWN]]
        told = {record for tie in ties for record in tie.records}
        rest = [id_ for id_ in evidence.records if id_ not in told] if not evidence.ties else []
        counts = {
            "actors": len(evidence.actors) + evidence.more_actors,
            "ties": len(evidence.ties) + evidence.more,
            # Where ties are only counted, so would be their rows.
            "rows": 0 if evidence.more else len(evidence.records),
        }
        if not any(counts.values()):
            return None
        hidden = (
            max(counts["actors"] - MOST_SHOWN, 0)
            + max(counts["ties"] - MOST_SHOWN, 0)
            + max(len(rest) - MOST_SHOWN, 0)
        )
        return Proof(
            tell("evidence", what=listed([count(key, n) for key, n in counts.items() if n])),
            self._names(evidence.actors[:MOST_SHOWN]),
            tuple(Line(self._tie(tie), self._cited(tie.records)) for tie in ties),
            self._cited(rest[:MOST_SHOWN]),
            count("more", hidden) if hidden else None,
        )

    @cached_property
    def documents(self) -> tuple[Label, ...]:
        """What is cited, the most cited first."""
        found = Counter(self._title(record) for record in self._records.values())
        ranked = sorted(found.items(), key=lambda item: (-item[1], item[0].fr))
        return tuple(tell("source", title=title, rows=count("rows", n)) for title, n in ranked)

    def _names(self, ids: Iterable[str]) -> Label | None:
        names = [self._name(id_) for id_ in ids]
        return listed(names) if names else None

    def _name(self, id_: str) -> Label:
        row = self.subject.rows.get(id_)
        return same(id_) if row is None else self.subject.name(row)

    def _tie(self, tie: Tie) -> Label:
        said: dict[str, str | Label] = {
            "source": self._name(tie.source),
            "target": self._name(tie.target),
            "kind": TIE_KINDS[tie.kind].label,
            "status": STATUS_LABELS[tie.status],
            "standing": STANDING_LABELS[tie.standing],
        }
        dates = _dates(tie)
        return tell("tie_dated", **said, dates=dates) if dates else tell("tie", **said)

    def _cited(self, records: Iterable[str]) -> tuple[Label, ...]:
        found = (self._records.get(id_) for id_ in records)
        return tuple(dict.fromkeys(self._place(record) for record in found if record))

    def _place(self, record: Record) -> Label:
        where = same(citation(record))
        return where if record.source else joined([self._title(record), where], ", ")

    def _title(self, record: Record) -> Label:
        """Acts and registers are called by whom they are about, who may be a person: not here."""
        if record.source:
            return same(record.source)
        found = self._imports.get(record.import_id)
        if record.voice == "registry":
            return tell("register")
        return EDITS_LABEL if found is None or found.list == EDITS else same(found.title)

    @cached_property
    def _imports(self) -> Mapping[str, Import]:
        return {item.id: item for item in self.subject.reader.imports()}

    @cached_property
    def _ties(self) -> Mapping[str, Tie]:
        shown = {id_ for said in self.statements for id_ in said.evidence.ties[:MOST_SHOWN]}
        return {id_: self.subject.reader.tie(id_) for id_ in sorted(shown)}

    @cached_property
    def _records(self) -> Mapping[str, Record]:
        wanted = {id_ for said in self.statements for id_ in said.evidence.records}
        return {record.id: record for record in self.subject.reader.records(sorted(wanted))}


def _dates(tie: Tie) -> Label | None:
    if tie.start and tie.end:
        return tell("from_to", start=when(tie.start.text), end=when(tie.end.text))
    if tie.start:
        return tell("since", date=when(tie.start.text))
    return tell("until", date=when(tie.end.text)) if tie.end else None
