"""What each line of a file does to the network, in a few words: read before it is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from maillage.graph.model import Actor, Graph, Import, Record
from maillage.graph.port import Fingerprints
from maillage.graph.search import place
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.vocabulary import TIE_KINDS, Label
from maillage.ingest.identity.joined import joined
from maillage.ingest.identity.parted import parted
from maillage.ingest.loading.report import Candidate, Fate, Line, Match, Report

# What a person reads line by line; of longer files only the exceptions are shown.
MOST_LINES = 1_000

NOTHING = Graph(actors={}, ties={}, redirects={})

Place = tuple[str, int]


@dataclass(frozen=True)
class Added:
    """The network with the lines of a file in it; `before` is what there was, nothing if they
    were there already."""

    graph: Graph
    item: Import | None
    before: Fingerprints | None

    def is_new_tie(self, tie: str) -> bool:
        return self.before is not None and tie not in self.before.ties

    def is_new(self, actor: Actor) -> bool:
        """An actor may have been known by another of its ids."""
        return self.before is not None and not any(
            id_ in self.before.actors for id_ in (actor.id, *actor.aliases)
        )

    @property
    def scope(self) -> str | None:
        """The pole whose list it is."""
        if self.item is None or self.item.scope is None:
            return None
        id_ = nodes_of(self.item.scope)[0][0]
        return self.graph.redirects.get(id_, id_)


def describe(report: Report, records: Sequence[Record], added: Added) -> None:
    """Give the report its lines: all up to `MOST_LINES`, else those not plainly accepted; and say
    which of them give one actor the number of another, or two names to one number."""
    report.problems.extend(parted(records, added.graph))
    report.say(joined(records, added.graph))
    wanted: set[Place] = set(report.notable)
    if report.rows <= MOST_LINES:
        wanted.update((record.sheet, record.line) for record in records)
    order = {name: number for number, name in enumerate(report.layouts)}
    shown = sorted(wanted, key=lambda at: (order.get(at[0], 0), at[1]))[:MOST_LINES]
    lines = _records_at(records, set(shown))
    deeds = _deeds([lines[at] for at in shown if at in lines], added)
    report.lines = [_line(report, at, lines.get(at), added.graph, deeds) for at in shown]
    report.lines_left_out = report.rows - len(report.lines)
    report.owner_candidates = tuple(_candidates(report.owner_matches, added.graph))


def _records_at(records: Iterable[Record], places: Collection[Place]) -> Mapping[Place, Record]:
    """Of a long list few lines are shown."""
    if not places:
        return {}
    return {at: one for one in records if (at := (one.sheet, one.line)) in places}


@dataclass
class _Deeds:
    """What one line brings: actors and ties, new ones and known ones."""

    new_actors: int = 0
    known_actors: int = 0
    new_ties: Counter[str] = field(default_factory=Counter)
    known_ties: Counter[str] = field(default_factory=Counter)


def _deeds(records: Iterable[Record], added: Added) -> Mapping[str, _Deeds]:
    found = {record.id: _Deeds() for record in records}
    for actor in added.graph.actors.values():
        new = added.is_new(actor)
        for record in actor.records:
            # The pole whose list it is goes without saying.
            if record in found and actor.id != added.scope:
                found[record].new_actors += new
                found[record].known_actors += not new
    for tie in added.graph.ties.values():
        for record in tie.records:
            if record in found:
                deed = found[record]
                ties = deed.new_ties if added.is_new_tie(tie.id) else deed.known_ties
                ties[tie.kind] += 1
    return found


def _line(
    report: Report,
    at: Place,
    record: Record | None,
    graph: Graph,
    deeds: Mapping[str, _Deeds],
) -> Line:
    sheet, row = at
    return Line(
        sheet=sheet,
        row=row,
        fate=report.notable.get(at, Fate.ACCEPTED),
        cells=record.cells if record else report.refused_cells.get(at, {}),
        does=_said(deeds[record.id]) if record else None,
        candidates=tuple(_candidates(report.matches.get(at, ()), graph)),
    )


def _candidates(matches: Sequence[Match], graph: Graph) -> Iterator[Candidate]:
    for match in matches:
        if actor := graph.actors.get(match.other):
            yield Candidate(
                id=actor.id,
                name=actor.name,
                kind=actor.kind,
                where=place(actor),
                reasons=match.reasons,
            )


# ---------------------------------------------------------------------- words


def _said(deeds: _Deeds) -> Label | None:
    """« Acteur connu, 1 lien ajouté (adhésion) »."""
    parts = [*_of_actors(deeds), *_of_ties(deeds)]
    if not parts:
        return None
    french, english = (", ".join(part.text(tongue) for part in parts) for tongue in ("fr", "en"))
    return Label(french[:1].upper() + french[1:], english[:1].upper() + english[1:])


def _of_actors(deeds: _Deeds) -> Iterator[Label]:
    new, known = deeds.new_actors, deeds.known_actors
    if new == 1:
        yield Label("1 nouvel acteur", "1 new actor")
    elif new:
        yield Label(f"{new} nouveaux acteurs", f"{new} new actors")
    elif known:
        yield (
            Label("acteur connu", "known actor")
            if known == 1
            else Label("acteurs connus", "known actors")
        )


def _of_ties(deeds: _Deeds) -> Iterator[Label]:
    new, known = deeds.new_ties.total(), deeds.known_ties.total()
    if new:
        kinds = _kinds(deeds.new_ties)
        fr, en = ("lien ajouté", "tie added") if new == 1 else ("liens ajoutés", "ties added")
        yield Label(f"{new} {fr} ({kinds.fr})", f"{new} {en} ({kinds.en})")
    elif known:
        kinds = _kinds(deeds.known_ties)
        fr, en = (
            ("lien déjà connu", "tie already known")
            if known == 1
            else ("liens déjà connus", "ties already known")
        )
        yield Label(f"{fr} ({kinds.fr})", f"{en} ({kinds.en})")


def _kinds(ties: Mapping[str, int]) -> Label:
    labels = [TIE_KINDS[kind].label for kind in sorted(ties)]
    return Label(", ".join(one.fr for one in labels), ", ".join(one.en for one in labels))
