"""What a member answers about its own ties: the sheets of `maillage ask`, filled in and sent back.

A line is the word of the member on one tie: it confirms it, contests it, says that it is over, or
adds one. Lines left blank say nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from maillage.graph.edits import Act, claim_of
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Ref, Tie, TieClaim
from maillage.graph.port import Reader
from maillage.graph.vocabulary import TIE_KINDS, Label, Status
from maillage.graph.wording import when
from maillage.ingest.lists.answer_row import INCOMING, AnswerRow
from maillage.ingest.lists.asked import asked_tie, who_answers
from maillage.ingest.lists.drafts import Draft, Scene, reversed_dates
from maillage.ingest.lists.ends import reference
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.problems import Problem


def says(row: AnswerRow, scene: Scene) -> Draft | None:
    network = scene.network
    if not row.answered or network is None:
        return None
    who = who_answers(network, row.answerer, row.pole_id, scene.pole)
    if isinstance(who, Problem):
        return Draft(problems=(who,))
    if wrong := _contradiction(row):
        return Draft(problems=(wrong,))
    draft = _on_known_tie(row, who, network) if row.tie_id else _on_new_tie(row, who)
    return draft._replace(declared_by=Ref(ids=(who.id,)), observed_on=row.asked_on)


def _contradiction(row: AnswerRow) -> Problem | None:
    shown = row.partner or row.tie_id or ""
    if row.ticked > 1 or (row.contests and row.ended):
        return Problem.of("answer_several", value=shown)
    if row.adds and row.tie_id:
        return Problem.of("answer_adds_known", value=shown)
    if row.contests and not row.tie_id:
        return Problem.of("answer_contests_nothing", value=shown)
    if row.ended and row.ended.earliest > date.today():
        return Problem.of("answer_end_to_come", value=shown, day=when(row.ended.text))
    if False in (row.confirms, row.contests) and not (row.ticked or row.ended):
        return Problem.of("answer_no", value=shown)
    return None


def _on_known_tie(row: AnswerRow, who: Actor, network: Reader) -> Draft:
    if not (row.ticked or row.ended):
        noted = Problem.of("answer_note_only", value=row.partner or row.tie_id or "")
        return Draft(problems=(noted,))
    found = asked_tie(network, who, row)
    if isinstance(found, Problem):
        return Draft(problems=(found,))
    tie, problems = found
    act: Act = "contest" if row.contests else "end" if row.ended else "confirm"
    if act == "confirm" and tie.status is Status.ENDED:
        problems = (*problems, Problem.of("answer_tie_ended"))
    claim = _claim(row, tie, act)
    return Draft(ties=(claim,), problems=(*problems, *reversed_dates(claim.start, claim.end)))


def _claim(row: AnswerRow, tie: Tie, act: Act) -> TieClaim:
    claim = claim_of(tie, act, row.ended)
    if act == "confirm" and row.since and row.since != tie.start:
        # Who confirms a tie may know better since when.
        claim = replace(claim, start=row.since)
    return replace(claim, attributes={"note": row.note}) if row.note else claim


def _on_new_tie(row: AnswerRow, who: Actor) -> Draft:
    if row.partner is None or row.kind is None:
        missing = AnswerRow.cells()["partner" if row.partner is None else "kind"]
        return Draft(problems=(Problem.of("value_missing", column=missing.label.fr),))
    kind = TIE_KINDS[row.kind]
    if kind.directed and not row.direction:
        heading = AnswerRow.cells()["direction"].label.fr
        return Draft(problems=(Problem.of("answer_direction", column=heading, kind=kind.label),))
    if normalise(row.partner) in {normalise(name) for name in (who.name, *who.other_names)}:
        return Draft(problems=(Problem.of("tie_to_itself", value=row.partner),))
    ends = Ref(ids=(who.id,)), reference(row.partner)
    source, target = ends[::-1] if row.direction == INCOMING else ends
    claim = TieClaim(
        source=source,
        target=target,
        kind=row.kind,
        subtype=row.subtype or "",
        start=row.since,
        end=row.ended,
        attributes={"note": row.note} if row.note else {},
    )
    return Draft(ties=(claim,), problems=reversed_dates(row.since, row.ended))


ANSWERS = ListSpec(
    name="answers",
    label=Label("réponses des membres", "answers of members"),
    purpose=Label(
        "la réponse d’un membre sur un de ses liens par ligne\u202f: les feuilles de "
        "«\u202fmaillage ask\u202f»",
        "a member's answer about one of its ties a line: the sheets of “maillage ask”",
    ),
    row=AnswerRow,
    says=says,
)
