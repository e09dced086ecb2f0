"""Who decides: control through majorities of majorities, alone or with another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from maillage.graph.measures.entry import Answer, Cost, Measure, Mode, Shape, Variant
from maillage.graph.measures.ownership.polls import HALF, THIRD, Polls
from maillage.graph.measures.ownership.study import OwnershipStudy
from maillage.graph.measures.result import Details, Json
from maillage.graph.vocabulary import Label

# Instead of the votes that can be cast.
CAPITAL = "capital"
THRESHOLDS: Mapping[str, Fraction] = {"strict_50": HALF, "strict_one_third": THIRD}


def control_majority(study: OwnershipStudy, variant: str) -> Answer:
    """The firms that each holder controls, as if each share of capital were a vote."""
    return Answer(_controlled(study, study.capital, THRESHOLDS[variant]))


def control_by_votes(study: OwnershipStudy, variant: str) -> Answer:
    """The same, by the votes that can be cast."""
    value = _controlled(study, study.votes, THRESHOLDS[variant])
    return Answer(value, warnings=study.capital_for_votes)


def _controlled(study: OwnershipStudy, polls: Polls, threshold: Fraction) -> Details:
    found = polls.standings(threshold, study.holders).controlled
    told = {study.ids[holder]: study.named(firms) for holder, firms in found.items() if firms}
    if study.owner is not None:
        told.setdefault(study.ids[study.owner], [])
    return Details({holder: list(firms) for holder, firms in told.items()})


def joint_control(study: OwnershipStudy, variant: str) -> Answer:
    """Both holders of the firms that two share by halves."""
    found = _minorities(study, variant, HALF)
    told: dict[str, Json] = {
        study.ids[firm]: list(study.named(holders))
        for firm, holders in found.items()
        if len(holders) == 2 and sum(holders.values()) == 1
    }
    return Answer(Details(dict(sorted(told.items()))), warnings=_proxy(study, variant))


def blocking_minority(study: OwnershipStudy, variant: str) -> Answer:
    """Who has more than a third of a firm and no majority, and how much, by firm."""
    found = _minorities(study, variant, THIRD)
    told = {
        study.ids[firm]: {
            study.ids[holder]: float(part) for holder, part in holders.items() if part > THIRD
        }
        for firm, holders in found.items()
    }
    firms = sorted(firm for firm, holders in told.items() if holders)
    value = Details({firm: dict(sorted(told[firm].items())) for firm in firms})
    return Answer(value, warnings=_proxy(study, variant))


def _proxy(study: OwnershipStudy, variant: str) -> tuple[str, ...]:
    return () if variant == CAPITAL else study.capital_for_votes


def _minorities(
    study: OwnershipStudy, variant: str, least: Fraction
) -> dict[int, dict[int, Fraction]]:
    """Holders that gather at least so much of a firm without controlling it, by firm; only those
    at the head of their group."""
    by_capital = variant == CAPITAL
    polls = study.capital if by_capital else study.votes
    standings = study.majorities if by_capital else study.majorities_of_votes
    found: dict[int, dict[int, Fraction]] = {}
    for holder, gathered in standings.gathered.items():
        for firm, votes in gathered.items():
            total = polls.firms[firm].total
            if votes * least.denominator >= least.numerator * total:
                found.setdefault(firm, {})[holder] = Fraction(votes, total)
    return {firm: _heads(holders, standings.controlled) for firm, holders in found.items()}


def _heads(
    holders: Mapping[int, Fraction], controlled: Mapping[int, Iterable[int]]
) -> dict[int, Fraction]:
    """Without those that another of them controls, unless they control each other."""
    return {
        holder: part
        for holder, part in holders.items()
        if not any(
            holder in controlled[other] and other not in controlled[holder] for other in holders
        )
    }


_LEAST = "least fixed point of: x controls y ≠ x if Σ W_zy over z = x and all z that x controls"
_PROXY = "where no votes are told, capital stands for them (`capital_for_votes`)"

MEASURES: tuple[Measure[OwnershipStudy], ...] = (
    Measure(
        name="control_majority",
        label=Label("Contrôle", "Control"),
        meaning=Label(
            "Qui décide dans quelles sociétés, par la majorité du capital, directement ou par "
            "celles qu’il contrôle déjà\u202f?",
            "Who decides in which firms by a majority of the capital, directly or through those "
            "already controlled?",
        ),
        formula=f"{_LEAST} > 1/2 (strict_50) or > 1/3 (strict_one_third), in exact fractions",
        reference="Ceri, Gottlob & Tanca 1989, IEEE TKDE 1:146–166; La Porta, Lopez-de-Silanes & "
        "Shleifer 1999, J. Finance 54:471–517",
        function=control_majority,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        variants=(Variant("strict_50"), Variant("strict_one_third")),
        notes="exactly half is not control; holders that control nothing are not listed; "
        "percentages are never multiplied along a chain",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="control_by_votes",
        label=Label("Contrôle par les voix", "Control by votes"),
        meaning=Label(
            "Qui décide, par les voix qui peuvent être exprimées plutôt que par le capital\u202f?",
            "Who decides, by the votes that can be cast rather than by capital?",
        ),
        formula=f"{_LEAST} > 1/2 of the votes that can be cast",
        reference="Code de commerce, art. L225-111, L225-210 (own shares), L233-31 (shares held by "
        "controlled firms): no votes; loi n° 47-1775 (one member, one vote; colleges)",
        function=control_by_votes,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        variants=(Variant("strict_50"),),
        notes=f"votes without a known holder stay in the total; suspended votes do not; {_PROXY}",
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="joint_control",
        label=Label("Contrôle conjoint", "Joint control"),
        meaning=Label(
            "Quelles sociétés deux détenteurs tiennent-ils à parts égales, aucun ne décidant "
            "seul\u202f?",
            "Which firms do two holders hold by halves, neither deciding alone?",
        ),
        formula="two holders, each with exactly 1/2 of the votes that can be cast, what they "
        "control included; `capital`: of the capital",
        reference="Code de commerce, art. L233-3 III (joint control)",
        function=joint_control,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        variants=(Variant(""), Variant(CAPITAL)),
        notes=_PROXY,
        mode=Mode.OWNERSHIP,
    ),
    Measure(
        name="blocking_minority",
        label=Label("Minorité de blocage", "Blocking minority"),
        meaning=Label(
            "Qui, sans contrôler une société, peut y bloquer ce qui demande les deux tiers\u202f?",
            "Who, without controlling a firm, can block what takes two thirds in it?",
        ),
        formula="Σ of the votes that can be cast in y over z = x and all z that x controls: more "
        "than 1/3, not more than 1/2; `capital`: of the capital",
        reference="Code de commerce, art. L225-96 (extraordinary meetings decide by two thirds of "
        "the votes cast)",
        function=blocking_minority,
        shape=Shape.DETAILS,
        cost=Cost.HEAVY,
        variants=(Variant(""), Variant(CAPITAL)),
        notes=f"only the head of each group of holders; {_PROXY}",
        mode=Mode.OWNERSHIP,
    ),
)
