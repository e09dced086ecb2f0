"""Who answers a sheet of `maillage ask`, and which tie a line of it asked about: what the sheet says
against what the network holds now."""

from __future__ import annotations

from collections.abc import Iterator

from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Ref, Tie
from maillage.graph.paging import every
from maillage.graph.port import Reader, TieQuery
from maillage.graph.redaction import HIDDEN_NAME, is_person
from maillage.graph.vocabulary import BELONGING_KINDS, TIE_KINDS, Label
from maillage.graph.wording import same
from maillage.ingest.lists.answer_row import AnswerRow
from maillage.ingest.problems import Problem


def shown_name(actor: Actor) -> Label:
    """The name that readers see: a sole trader is a person."""
    return HIDDEN_NAME if is_person(actor.attributes) else same(actor.name)


def who_answers(
    network: Reader, member: str, pole_id: str | None, asked_pole: Ref | None
) -> Actor | Problem:
    """The member, if the sheet is one of its own pole (and of the pole of the load)."""
    who = _actor(network, member)
    if who is None:
        return Problem.of("answer_member_unknown", value=member)
    if not pole_id:
        return who
    pole = _actor(network, pole_id)
    if pole is None or pole.kind != "pole":
        return Problem.of("answer_pole_unknown", value=pole_id)
    if asked_pole and (other := _other_pole(network, asked_pole, pole)):
        return Problem.of("answer_other_pole", value=pole.name, asked=other)
    if not any(pole.id in (tie.source, tie.target) for tie in _ties(network, who, BELONGING_KINDS)):
        return Problem.of("answer_not_member", value=pole.name, name=shown_name(who))
    return who


def asked_tie(
    network: Reader, who: Actor, row: AnswerRow
) -> tuple[Tie, tuple[Problem, ...]] | Problem:
    """The tie of the line, and what there is to say of finding it."""
    tie = _tie(network, row.tie_id or "")
    if tie is None:
        return _found_again(network, who, row)
    if who.id not in (tie.source, tie.target):
        return Problem.of("answer_not_its_tie", value=tie.id, name=shown_name(who))
    partner = network.actor(_other(tie, who))
    if row.partner_id and _actor(network, row.partner_id) != partner:
        return Problem.of("answer_not_its_tie", value=row.partner_id, name=shown_name(partner))
    kind = TIE_KINDS[tie.kind].label
    if row.kind and row.kind != tie.kind:
        return Problem.of("answer_tie_rewritten", said=TIE_KINDS[row.kind].label, asked=kind)
    if row.partner and normalise(row.partner) not in _names(partner):
        return Problem.of("answer_tie_rewritten", said=row.partner, asked=shown_name(partner))
    return tie, ()


def _found_again(
    network: Reader, who: Actor, row: AnswerRow
) -> tuple[Tie, tuple[Problem, ...]] | Problem:
    """A merge gives a tie other ends, hence another id: the one tie of that kind with the partner."""
    partner = _actor(network, row.partner_id or "")
    near = _ties(network, who, {row.kind}) if partner and row.kind else ()
    found = [tie for tie in near if partner and _other(tie, who) == partner.id]
    if row.subtype:
        found = [tie for tie in found if tie.subtype == row.subtype]
    if partner is None or len(found) != 1:
        return Problem.of("answer_tie_gone", value=row.tie_id or "")
    moved = Problem.of("answer_tie_moved", value=row.tie_id or "", partner=shown_name(partner))
    return found[0], (moved,)


def _other_pole(network: Reader, asked: Ref, pole: Actor) -> str:
    """The name of the pole of the load, if it is another than that of the sheet."""
    if not asked.ids:
        return asked.name if asked.name and normalise(asked.name) not in _names(pole) else ""
    known = _actor(network, asked.ids[0])
    return known.name if known and known.id != pole.id else ""


def _ties(network: Reader, who: Actor, kinds: frozenset[str] | set[str]) -> Iterator[Tie]:
    wanted = tuple(sorted(kinds))
    return every(lambda after: network.ties(TieQuery(actor=who.id, kinds=wanted, after=after)))


def _actor(network: Reader, id: str) -> Actor | None:
    try:
        return network.actor(id)
    except NotFound:
        return None


def _tie(network: Reader, id: str) -> Tie | None:
    try:
        return network.tie(id)
    except NotFound:
        return None


def _other(tie: Tie, who: Actor) -> str:
    return tie.target if tie.source == who.id else tie.source


def _names(actor: Actor) -> set[str]:
    shown = shown_name(actor)
    names = (actor.id, actor.name, *actor.other_names, *actor.aliases, shown.fr, shown.en)
    return set(map(normalise, names))
