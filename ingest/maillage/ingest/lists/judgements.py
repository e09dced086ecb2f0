"""Decisions on matches, carried from another file or taken in a spreadsheet: two actors, the same
or not.

A line speaks of actors that are known already and brings none. A line without a decision says
nothing, so that what waits can be written out, filled in and loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, NamedTuple

from maillage.graph.contradictions import names_then
from maillage.graph.dates import DateSpan
from maillage.graph.errors import NotFound, Refused
from maillage.graph.folding import normalise
from maillage.graph.languages import Language
from maillage.graph.model import Actor, Judgement, JudgementClaim, Verdict
from maillage.graph.port import Reader, Store
from maillage.graph.truth.identity import latest_judgements
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, same
from maillage.ingest.lists.drafts import Draft, Scene
from maillage.ingest.lists.ends import meant_by, reference
from maillage.ingest.lists.rows import ListSpec, Row, cell, id_cell, name_cell
from maillage.ingest.meant import meant_actor
from maillage.ingest.problems import Problem

VERDICT_WORDS = {
    "same": ("même", "same", "un seul acteur", "one actor", "identiques", "oui", "yes"),
    "different": ("différents", "different", "deux acteurs", "two actors", "non", "no"),
}

# What a sheet of matches that wait tells of each, beside what a decision is made of.
MATCH_ID = Label("id", "id")
MATCH_TOLD = (Label("sûreté", "sureness"), Label("points", "points"), Label("raisons", "reasons"))


class JudgementRow(Row):
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("left", "left_id"), ("right", "right_id"))

    left: Annotated[str | None, name_cell("Un acteur", "One actor", "Val Horizon")] = None
    left_id: Annotated[str | None, id_cell("un acteur", "one actor")] = None
    right: Annotated[str | None, name_cell("Un autre", "Another", "Domb’Innov")] = None
    right_id: Annotated[str | None, id_cell("un autre", "another")] = None
    verdict: Annotated[
        Verdict | None,
        cell(
            "choice",
            ("Décision", "Decision"),
            ("vide : la question attend", "empty: the question waits"),
            "différents",
            VERDICT_WORDS,
            decisive=True,
        ),
    ] = None
    author: Annotated[
        str | None,
        cell(
            "author",
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
    left = _meant(scene.network, row.left_id or row.left or "", "left")
    right = _meant(scene.network, row.right_id or row.right or "", "right")
    if isinstance(left, Problem) or isinstance(right, Problem):
        return Draft(problems=tuple(one for one in (left, right) if isinstance(one, Problem)))
    nodes: tuple[str, ...] = (left.node, right.node)
    if left.node == right.node:
        nodes = _joined_before(scene.network, left.actor, row) if row.verdict == "same" else ()
    if not nodes:
        code = "decision_known" if row.verdict == "same" else "decision_on_one"
        return Draft(problems=(Problem.of(code, value=row.left or left.node),))
    evidence = _names(row, left.actor, right.actor) | ({"note": row.note} if row.note else {})
    claim = JudgementClaim(left=nodes[0], right=nodes[1], verdict=row.verdict, evidence=evidence)
    return Draft(judgements=(claim,), author=row.author or "", observed_on=row.decided_on)


class _End(NamedTuple):
    """By which id an actor was meant: that one is judged, though it may be one of several by now."""

    node: str
    actor: Actor


def _meant(network: Store, text: str, column: str) -> _End | Problem:
    ref = reference(text)
    node = text if ref.name else meant_by(ref)
    try:
        actor = _actor(network, node) if ref.name else network.actor(node)
    except NotFound as unknown:
        return _unknown(column, text, str(unknown.values.get("near", "")))
    except Refused as several:
        return Problem.of("decision_refused", column=column, value=text, why=sentence(several))
    return _End(node if node in actor.aliases else actor.id, actor)


def _actor(network: Store, text: str) -> Actor:
    """By its id or its name; everybody is read only where neither is known."""
    if found := network.known_actors([text]):
        return found[text]
    bearers = network.actors_named([normalise(text)])
    return network.actor(bearers[0]) if len(bearers) == 1 else meant_actor(network, text)


def _joined_before(network: Reader, actor: Actor, row: JudgementRow) -> tuple[str, ...]:
    """Two names that mean one actor since a decision joined them: the two that it was about."""
    known, names = {actor.id, *actor.aliases}, {row.left, row.right}
    for one in latest_judgements(network.judgements()):
        then = {one.evidence.get(side) for side in ("left_name", "right_name")}
        if one.verdict == "same" and {one.left, one.right} <= known and then == names:
            return one.left, one.right
    return ()


def _names(row: JudgementRow, left: Actor, right: Actor) -> dict[str, str]:
    """Of two that are one by now, as the row has them."""
    names = names_then(left, right)
    if left.id == right.id and names:
        return {"left_name": row.left or left.name, "right_name": row.right or right.name}
    return names


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
    to_read=(MATCH_ID, *MATCH_TOLD),
)
