"""Votes are not capital: what each holder casts, by the rule of the firm.

`capital`: as many votes as capital (where nothing else is said). `said`: the votes of each line, as
the list gives them. `member`: one member, one vote (cooperatives, loi n° 47-1775, art. 1er).
`college`: each college has its part of the votes, shared equally among its members, as in a SCIC
whose colleges vote in proportion (same law, art. 19 octies).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from maillage.graph.errors import InvalidInput

NONE = Fraction(0)


@dataclass(frozen=True, slots=True)
class Line:
    """What one line says of a holder of a firm."""

    firm: str
    owner: str
    share: Fraction
    votes: Fraction | None = None
    college: str | None = None
    # Part of the votes that its whole college has.
    college_votes: Fraction | None = None


def votes_of(lines: Sequence[Line], rules: Mapping[str, str]) -> list[Fraction]:
    """The part of the votes that each line casts; `rules` names the rule of some firms.

    Where no rule is named: as the lines say if one has votes, else by colleges if one has a
    college, else as the capital.
    """
    cast = [line.share for line in lines]
    for places in _by_firm(lines).values():
        of_firm = [lines[place] for place in places]
        rule = _rule(of_firm, rules)
        for place, votes in zip(places, RULES[rule](of_firm), strict=True):
            cast[place] = votes
    return cast


def faults_of(lines: Sequence[Line], rules: Mapping[str, str]) -> Mapping[str, InvalidInput]:
    """The firms whose lines contradict their rule or leave it without an answer, and how."""
    found: dict[str, InvalidInput] = {}
    for firm, places in _by_firm(lines).items():
        of_firm = [lines[place] for place in places]
        try:
            RULES[_rule(of_firm, rules)](of_firm)
        except InvalidInput as fault:
            found[firm] = fault
    return found


def told_of(lines: Sequence[Line], rules: Mapping[str, str]) -> frozenset[str]:
    """The firms of whose votes a rule or a line tells something."""
    return frozenset(
        firm
        for firm, places in _by_firm(lines).items()
        if rules.get(firm) == "capital"
        or _rule([lines[place] for place in places], rules) != "capital"
    )


def _by_firm(lines: Sequence[Line]) -> Mapping[str, list[int]]:
    """The places of the lines of each firm."""
    found: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        found.setdefault(line.firm, []).append(place)
    return found


def _rule(lines: Sequence[Line], rules: Mapping[str, str]) -> str:
    """The rule that is named, unless it is that lines say the votes, and none does."""
    told = _told(lines)
    named = rules.get(lines[0].firm, told)
    return told if named == "said" else named


def _told(lines: Sequence[Line]) -> str:
    if any(line.votes is not None for line in lines):
        return "said"
    return "college" if any(line.college for line in lines) else "capital"


def _as_capital(lines: Sequence[Line]) -> list[Fraction]:
    return [line.share for line in lines]


def _as_said(lines: Sequence[Line]) -> list[Fraction]:
    """Where a line does not say it, nobody knows: those votes stay without a holder."""
    return [NONE if line.votes is None else line.votes for line in lines]


def _by_member(lines: Sequence[Line]) -> list[Fraction]:
    """A cooperative that holds its own shares is no member of itself."""
    members = sum(line.owner != line.firm for line in lines)
    return [NONE if line.owner == line.firm else Fraction(1, members) for line in lines]


def _by_college(lines: Sequence[Line]) -> list[Fraction]:
    weights: dict[str, Fraction] = {}
    for line in lines:
        if line.college is None:
            raise InvalidInput("college_missing", firm=line.firm, owner=line.owner)
        said = line.college_votes
        if said is not None and weights.setdefault(line.college, said) != said:
            raise InvalidInput("college_twice", firm=line.firm, college=line.college)
    members = Counter(line.college for line in lines)
    for college in members:
        if college not in weights:
            raise InvalidInput("college_without_votes", firm=lines[0].firm, college=college)
    return [weights[line.college or ""] / members[line.college] for line in lines]


Rule = Callable[[Sequence[Line]], list[Fraction]]
RULES: Mapping[str, Rule] = {
    "capital": _as_capital,
    "said": _as_said,
    "member": _by_member,
    "college": _by_college,
}
