"""Decisions on matches that a file carries, beside what is known: those that cannot stand, and what
those that stand will do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from maillage.graph.contradictions import agrees, contradicted, two_sirens, who_is
from maillage.graph.errors import Refused
from maillage.graph.model import Graph, Import, Judgement, JudgementClaim, Record, Verdict
from maillage.graph.port import Reader
from maillage.graph.truth.identity import latest_judgements
from maillage.graph.vocabulary import Label
from maillage.ingest.lists.judgements import sentence
from maillage.ingest.problems import Problem

_Verdicts = dict[frozenset[str], Verdict]


def impossible(records: Sequence[Record], item: Import, store: Reader) -> Iterator[Problem]:
    """Those that `maillage review` would refuse: two SIRENs, or two that were judged otherwise, by
    an earlier line too. A mended copy may say otherwise than what it takes the place of."""
    if not any(record.judgements for record in records):
        return
    verdicts = _verdicts(store, item.replaces)
    for record, claim in _claims(records):
        if refused := _refused(claim, verdicts, store):
            yield _problem("decision_refused", record, claim, why=sentence(refused))


def effects(records: Sequence[Record], after: Graph, store: Reader) -> Iterator[Problem]:
    """What is to be said of those that change nothing; asked before the file is written."""
    if not any(record.judgements for record in records):
        return
    verdicts = _verdicts(store)
    for record, claim in _claims(records):
        if not agrees(store, claim, after):
            yield _problem("decision_without_effect", record, claim)
        elif _pair(claim, store) in verdicts or (claim.verdict == "same" and agrees(store, claim)):
            yield _problem("decision_known", record, claim)


def _refused(claim: JudgementClaim, verdicts: _Verdicts, store: Reader) -> Refused | None:
    left, right = store.actor(claim.left), store.actor(claim.right)
    if claim.verdict == "same" and left.siren and right.siren and left.siren != right.siren:
        return two_sirens(left, right)
    said = verdicts.setdefault(_pair(claim, store), claim.verdict)
    return None if said == claim.verdict else contradicted(said, left, right)


def _verdicts(store: Reader, replaced: str = "") -> _Verdicts:
    known = [one for one in store.judgements() if not replaced or one.import_id != replaced]
    return {_pair(one, store): one.verdict for one in latest_judgements(known)}


def _pair(said: JudgementClaim | Judgement, store: Reader) -> frozenset[str]:
    """Who the two are by now; of what is one actor, the two that were judged."""
    now = frozenset(who_is(None, node, store) or node for node in (said.left, said.right))
    return now if len(now) > 1 else frozenset((said.left, said.right))


def _claims(records: Iterable[Record]) -> Iterator[tuple[Record, JudgementClaim]]:
    for record in records:
        for claim in record.judgements:
            yield record, claim


def _problem(code: str, record: Record, claim: JudgementClaim, **values: Label) -> Problem:
    value = claim.evidence.get("left_name", claim.left)
    return Problem.of(
        code,
        sheet=record.sheet,
        row=record.line,
        column="",
        value=value,
        level=None,
        **values,
    )
