"""Decisions on matches, carried from another file or taken in a spreadsheet: two actors, the same
or not.

A line speaks of actors that are known already and brings none. A line without a decision says
nothing, so that what waits can be written out, filled in and loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar

from maillage.graph.contradictions import names_then
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound, Refused
from maillage.graph.languages import Language
from maillage.graph.model import Actor, Judgement, JudgementClaim, Verdict
from maillage.graph.port import Reader
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, same
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.ends import meant_by, reference
from maillage.ingest.lists.rows import ListSpec, Row, cell, decisive, id_cell, name_cell
from maillage.ingest.meant import meant_actor
from maillage.ingest.problems import Problem

VERDICT_WORDS = {
    "same": ("même", "same", "un seul acteur", "one actor", "identiques", "oui", "yes"),
    "different": ("différents", "different", "deux acteurs", "two actors", "non", "no"),
}


class JudgementRow(Row):
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("left", "left_id"), ("right", "right_id"))

    left: Annotated[str | None, name_cell("Un acteur", "One actor", "Val Horizon")] = None
    left_id: Annotated[str | None, id_cell("un acteur", "one actor")] = None
    right: Annotated[str | None, name_cell("Un autre", "Another", "Domb’Innov")] = None
    right_id: Annotated[str | None, id_cell("un autre", "another")] = None
    verdict: Annotated[
        Verdict | None,
        decisive(
            "choice",
            ("Décision", "Decision"),
            ("vide : la question attend", "empty: the question waits"),
            "différents",
            VERDICT_WORDS,
        ),
    ] = None
    author: Annotated[
        str | None,
        cell(
            "name",
            ("Décidé par", "Decided by"),
            ("des initiales suffisent", "initials will do"),
            "AB",
        ),
    ] = None
    decided_on: Annotated[
        DateSpan | None, cell("date", ("Décidé le", "Decided on"), example="2014-09-19")
    ] = None
    note: Annotated[
        str | None,
        cell("text", ("Remarque", "Remark"), ("pourquoi", "why")),
    ] = None


def says(row: JudgementRow, scene: Scene) -> Draft | None:
    if row.verdict is None or scene.network is None:
        return None
    left = _meant(scene.network, row.left_id, row.left, "left")
    right = _meant(scene.network, row.right_id, row.right, "right")
    problems = tuple(one for one in (left, right) if isinstance(one, Problem))
    if isinstance(left, Problem) or isinstance(right, Problem):
        return Draft(problems=problems)
    return _decided(row, row.verdict, left, right)


def _decided(
    row: JudgementRow, verdict: Verdict, left: tuple[str, Actor], right: tuple[str, Actor]
) -> Draft:
    shown = row.left or row.left_id or ""
    if left[0] == right[0]:
        code = "decision_known" if verdict == "same" else "decision_on_one"
        return Draft(problems=(Problem.of(code, value=shown),))
    claim = JudgementClaim(
        left=left[0],
        right=right[0],
        verdict=verdict,
        evidence=names_then(left[1], right[1]) | ({"note": row.note} if row.note else {}),
    )
    return Draft(judgements=(claim,), author=row.author or "", observed_on=row.decided_on)


def _meant(
    network: Reader, id_: str | None, name: str | None, column: str
) -> tuple[str, Actor] | Problem:
    """By which id, which actor. An id is kept as it is written, though it is one of several by now:
    it is that one that was judged."""
    text = id_ or name or ""
    ref = reference(text)
    try:
        found = network.actor(meant_by(ref)) if ref.name is None else meant_actor(network, text)
    except NotFound as unknown:
        return _unknown(column, text, str(unknown.values.get("near", "")))
    except Refused as several:
        return Problem.of("decision_refused", column=column, value=text, why=sentence(several))
    return (text if text in found.aliases else found.id), found


def _unknown(column: str, text: str, near: str) -> Problem:
    if near:
        return Problem.of("unknown_actor_near", column=column, value=text, known=same(near))
    words = ("« {name} » n’est pas dans le réseau", "“{name}” is not in the network")
    return Problem.of("unknown_actor", column=column, value=text, who=fill(words, name=text))


def sentence(refused: Refused) -> Label:
    """What a decision would be answered in `maillage review`, within a sentence."""
    return Label(*(refused.text(language).removesuffix(".") for language in ("fr", "en")))


def written(judgements: Iterable[Judgement], language: Language) -> Iterator[tuple[str, ...]]:
    """A line of this list for each, in the order of its columns."""
    for one in judgements:
        yield (
            one.evidence.get("left_name", ""),
            one.left,
            one.evidence.get("right_name", ""),
            one.right,
            VERDICT_WORDS[one.verdict][0 if language == "fr" else 1],
            one.author,
            one.decided_at.date().isoformat(),
            one.evidence.get("note", ""),
        )


JUDGEMENTS = ListSpec(
    name="judgements",
    label=Label("rapprochements décidés", "decisions on matches"),
    purpose=Label(
        "un seul acteur ou deux, une décision par ligne",
        "one actor or two, a decision a line",
    ),
    row=JudgementRow,
    says=says,
)
