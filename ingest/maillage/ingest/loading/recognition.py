"""Whom the lines of a file mean: actors known by a number or by name, new ones, perhaps known ones.

Told once the lines have been added up with all that was loaded before (`Known`), so that what is
said is what is stored. A new actor is one of which no other import speaks. One that resembles a
known actor stays an actor of its own and its line waits: a name alone never merges anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from maillage.graph.model import Actor, Graph, Judgement, Record, Ref, Tie, Waiting
from maillage.graph.truth.nodes import nodes_of
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, fill, joined, listed, same
from maillage.ingest.loading.findings.same_name_elsewhere import same_name_elsewhere
from maillage.ingest.loading.report import Fate, How, Match, Report
from maillage.ingest.matching.feature_labels import SAME_NAME
from maillage.ingest.problems import Problem, shown

_SHOWN = 3


# Another actor that a new one may be: as a sentence names it, and why.
_Other = tuple[Label, Match]


@dataclass(frozen=True, slots=True)
class Known:
    """What a network holds once the lines of a file are in it."""

    import_id: str
    actors: Mapping[str, Actor]
    redirects: Mapping[str, str]
    ties: Mapping[str, Tie]
    waiting: Sequence[Waiting] = ()
    judgements: Sequence[Judgement] = ()
    # Whose list it is: no line names it, so that what there is to say of it is said of the file.
    owner: str = ""

    @classmethod
    def of_graph(
        cls, graph: Graph, judgements: Iterable[Judgement], import_id: str, owner: str = ""
    ) -> Known:
        judged, waiting = tuple(judgements), graph.waiting
        return cls(
            import_id, graph.actors, graph.redirects, graph.ties, waiting, judged, owner=owner
        )

    def actor(self, ref: Ref, row_key: str = "") -> Actor | None:
        node, _ = nodes_of(ref, row_key)[0]
        return self.actors.get(self.redirects.get(node, node))

    def is_new(self, actor: Actor) -> bool:
        return all(record.startswith(f"{self.import_id}:") for record in actor.records)


@dataclass(slots=True)
class _Named:
    """The actors that the lines of a file speak of, each with the first line that does."""

    declared: dict[str, Record] = field(default_factory=dict)
    pointed: dict[Ref, Record] = field(default_factory=dict)

    @classmethod
    def by(cls, records: Iterable[Record], known: Known) -> _Named:
        named = cls()
        for record in records:
            own = {claim.ref for claim in record.actors if claim.row_key}
            for claim in record.actors:
                actor = known.actor(claim.ref, claim.row_key) if claim.row_key else None
                if actor:
                    named.declared.setdefault(actor.id, record)
            for ref in _pointed(record):
                if ref not in own:
                    named.pointed.setdefault(ref, record)
        return named


def unknown_ends(records: Sequence[Record], known: Known) -> Iterator[Problem]:
    """Every line that names an actor of which neither the network nor the file knows more."""
    declared = _Named.by(records, known).declared
    for record in records:
        unknown = {
            _name(ref): ref
            for ref in _pointed(record)
            if (actor := known.actor(ref)) and known.is_new(actor) and actor.id not in declared
        }
        if unknown:
            yield _of("unknown_actor", record, next(iter(unknown.values())), who=_absent(unknown))


def _absent(names: Collection[str]) -> Label:
    """« Alpha » et « Bêta » ne sont pas dans le réseau."""
    quoted = [fill(("« {name} »", "“{name}”"), name=shown(name)) for name in names]
    forms = (
        "{who} n’est pas dans le réseau",
        "{who} ne sont pas dans le réseau",
        "{who} is not in the network",
        "{who} are not in the network",
    )
    return count(forms, len(names), who=listed(quoted))


def recognise(records: Sequence[Record], known: Known, report: Report) -> None:
    """Say in the report whom the lines mean, and which of them wait for a decision."""
    named = _Named.by(records, known)
    waiting = {item.actor: item.candidates for item in known.waiting}
    newcomers = {
        id_: record for id_, record in named.declared.items() if known.is_new(known.actors[id_])
    }
    met: set[str] = set()
    for ref, record in named.pointed.items():
        actor = known.actor(ref)
        if actor is None:
            continue
        how = _how(ref, actor, known, waiting)
        # Spelled in two ways it is one actor.
        first = actor.id not in met
        met.add(actor.id)
        if first:
            report.references[how] += 1
        if how == "new" and first:
            newcomers.setdefault(actor.id, record)
            # That whose list it is is new has been said.
            if actor.id != known.owner:
                report.problems.add(_of("actor_new", record, ref))
        elif how == "by_name":
            report.problems.add(_found_by_name(record, ref, actor, known))
        elif how == "waiting":
            _wait(report, record, actor, waiting[actor.id], known)
    _ask_about_alike(newcomers, known, report)


def _how(ref: Ref, actor: Actor, known: Known, waiting: Mapping[str, object]) -> How:
    if actor.id in waiting:
        return "waiting"
    if known.is_new(actor):
        return "new"
    return "by_number" if ref.ids or ref.siren or ref.rna else "by_name"


def _ask_about_alike(newcomers: Mapping[str, Record], known: Known, report: Report) -> None:
    """New actors that resemble known ones, or others of the file, wait: the reviewer says whether
    they are the same. Of two lines of the file the later one does."""
    if not newcomers:
        return
    # A list that brings nobody new does without comparing names.
    from maillage.ingest.matching.alike import alike  # noqa: PLC0415 -- scipy is slow to load

    order = {id_: number for number, id_ in enumerate(newcomers)}
    found: dict[tuple[str, str], list[_Other]] = {}
    for one in alike(newcomers, known.actors, known.judgements):
        new, other = one.newcomer, one.other
        if other in order and order[new] < order[other]:
            new, other = other, new
        actor, first = known.actors[other], newcomers.get(other)
        who = _shown(actor) if first is None else _in_file(actor, first, known)
        told = fill(("{who} [{why}]", "{who} [{why}]"), who=who, why=one.shown)
        code = "same_actor" if first is None else "same_actor_in_file"
        found.setdefault((new, code), []).append((told, Match(other, one.reasons)))
    for (newcomer, code), others in found.items():
        record, actor = newcomers[newcomer], known.actors[newcomer]
        _ask(code, report, record, actor, others=others, known=known)
    asked = {newcomer for newcomer, _ in found}
    _tell_same_names(newcomers, asked, known, report)


def _tell_same_names(
    newcomers: Mapping[str, Record], asked: Collection[str], known: Known, report: Report
) -> None:
    """Of those about whom nothing is asked, nor was decided."""
    decided = {frozenset((item.left, item.right)) for item in known.judgements if item.live}
    for new, other in same_name_elsewhere(newcomers, known.actors, known.ties):
        if new not in asked and frozenset((new, other.id)) not in decided:
            record, actor = newcomers[new], known.actors[new]
            said = Problem.of(
                "same_name_elsewhere",
                sheet=record.sheet,
                row=record.line,
                column=_column(record, actor.name),
                value=actor.name,
                here=same(str(actor.attributes["commune"])),
                known=_shown(other),
                there=same(str(other.attributes["commune"])),
            )
            report.say([said])


def _in_file(actor: Actor, first: Record, known: Known) -> Label:
    if actor.id == known.owner:
        return same(actor.name)
    return fill(("{who}, ligne {line}", "{who}, line {line}"), who=actor.name, line=str(first.line))


def _wait(
    report: Report, record: Record, actor: Actor, candidates: Iterable[str], known: Known
) -> None:
    names = {id_: _shown(known.actors[id_]) for id_ in candidates if id_ in known.actors}
    others = [(name, Match(id_, (SAME_NAME,))) for id_, name in names.items()]
    _ask("same_actor", report, record, actor, others=others, known=known)


def _ask(
    code: str,
    report: Report,
    record: Record,
    actor: Actor,
    *,
    others: Sequence[_Other],
    known: Known,
) -> None:
    """Of whose list it is, the file asks rather than a line."""
    matches = tuple(match for _, match in others)
    told = joined([told for told, _ in others[:_SHOWN]], ", ")
    if actor.id == known.owner:
        if code == "same_actor":
            report.owner_matches = matches
        report.problems.add(Problem.of(code, value=actor.name, known=told))
        return
    report.revise(record.sheet, record.line, Fate.WAITING)
    place = record.sheet, record.line
    report.matches[place] = (*report.matches.get(place, ()), *matches)
    report.problems.add(
        Problem.of(
            code,
            sheet=record.sheet,
            row=record.line,
            column=_column(record, actor.name),
            value=actor.name,
            known=told,
        )
    )


def _found_by_name(record: Record, ref: Ref, actor: Actor, known: Known) -> Problem:
    if actor.id == known.owner:
        return Problem.of("found_by_name", value=_name(ref), known=_shown(actor))
    return _of("found_by_name", record, ref, known=_shown(actor))


def _pointed(record: Record) -> Iterator[Ref]:
    for tie in record.ties:
        yield tie.source
        yield tie.target
    for claim in record.actors:
        if not claim.row_key:
            yield claim.ref


def _of(code: str, record: Record, ref: Ref, **values: Label) -> Problem:
    name = _name(ref)
    return Problem.of(
        code,
        sheet=record.sheet,
        row=record.line,
        column=_column(record, name),
        value=name,
        level=None,
        **values,
    )


def _name(ref: Ref) -> str:
    return ref.name or ref.siren or ref.rna or next(iter(ref.ids), "")


def _column(record: Record, text: str) -> str:
    """The heading of the cell that says so, if one says nothing else."""
    return next((heading for heading, cell in record.cells.items() if cell.strip() == text), "")


def _shown(actor: Actor) -> Label:
    return same(f"{actor.name} ({actor.id})")
