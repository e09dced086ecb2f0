"""A round in words: who was asked, who has answered, and where their ties stand; and the same for
another program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maillage.graph.languages import Language
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import Label, Standing
from maillage.graph.wording import fill, percent
from maillage.ingest.asking.round import MemberRound, Round
from maillage.ingest.asking.words import HEADINGS, NOT_YET, YES
from maillage.ingest.lists.asked import shown_name

Row = tuple[str | int | None, ...]


def member_headings(language: Language) -> tuple[str, ...]:
    names = ("member", "answered", "ties", *(standing.value for standing in Standing))
    return _headings(names, language)


def member_rows(found: Round, language: Language) -> Iterator[Row]:
    for one in found.members:
        standings = (one.standings.get(standing, 0) for standing in Standing)
        name = shown_name(one.member).text(language)
        yield name, _answered(one, language), one.ties, *standings


def pole_headings(language: Language) -> tuple[str, ...]:
    return _headings(("pole", "name", "asked", "have_answered", "share"), language)


def pole_rows(rounds: Iterable[Round], language: Language) -> Iterator[Row]:
    for found in rounds:
        rate = found.response_rate
        share = None if rate is None else percent(float(rate)).text(language)
        yield found.pole.id, found.pole.name, len(found.members), found.answered, share


def rate_sentence(found: Round) -> Label:
    rate = found.response_rate
    if rate is None:
        return fill(
            ("{pole} : aucun membre ne peut être interrogé", "{pole}: no member can be asked"),
            pole=found.pole.name,
        )
    return fill(
        (
            "{pole} : {answered} sur {members} ont répondu ({share})",
            "{pole}: {answered} of {members} have answered ({share})",
        ),
        pole=found.pole.name,
        answered=found.answered,
        members=len(found.members),
        share=percent(float(rate)),
    )


def pole_data(found: Round) -> dict[str, object]:
    rate = found.response_rate
    return {
        "pole": found.pole.id,
        "name": found.pole.name,
        "asked": len(found.members),
        "left_out": found.left_out,
        "answered": found.answered,
        "response_rate": None if rate is None else float(rate),
    }


def round_data(found: Round) -> dict[str, object]:
    return pole_data(found) | {"members": [_member_data(one) for one in found.members]}


def _headings(names: Iterable[str], language: Language) -> tuple[str, ...]:
    return tuple(Label(*HEADINGS[name]).text(language) for name in names)


def _answered(one: MemberRound, language: Language) -> str:
    if not one.answered:
        return Label(*NOT_YET).text(language)
    return one.answered_on.text if one.answered_on else Label(*YES).text(language)


def _member_data(one: MemberRound) -> dict[str, object]:
    return {
        "member": "" if is_person(one.member.attributes) else one.member.id,
        "name": shown_name(one.member).fr,
        "answers": one.answers,
        "answered_on": one.answered_on.text if one.answered_on else None,
        "ties": one.ties,
        "standings": {standing.value: one.standings.get(standing, 0) for standing in Standing},
    }
