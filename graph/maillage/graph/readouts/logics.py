"""The three logics of cooperation that twelve case studies told (RIUESS, 2014), as shares of ties.

Mutualisation: what is held or paid in common. Interaction: working together, tools, activities that
need one another. Animation: gathering and training people. A kind of tie says one of them, or none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from maillage.graph.arrays import KIND_NAMES, TIERS
from maillage.graph.readouts.statement import UNKNOWN, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.typology import COUNTS, WORDS
from maillage.graph.vocabulary import Tier
from maillage.graph.wording import capital, count, fill, share_of


class Logic(StrEnum):
    MUTUALISATION = "mutualisation"
    INTERACTION = "interaction"
    ANIMATION = "animation"


OF_KIND: Mapping[str, Logic] = {
    "shareholding": Logic.MUTUALISATION,
    "shared_premises": Logic.MUTUALISATION,
    "shared_staff": Logic.MUTUALISATION,
    "employer_group": Logic.MUTUALISATION,
    "joint_purchase": Logic.MUTUALISATION,
    "partnership": Logic.INTERACTION,
    "project": Logic.INTERACTION,
    "working_group": Logic.INTERACTION,
    "joint_offer": Logic.INTERACTION,
    "supply": Logic.INTERACTION,
    "research": Logic.INTERACTION,
    "training": Logic.ANIMATION,
    "attendance": Logic.ANIMATION,
}
# Membership says what its gathering is for; of a pole, a circle or a board it says none.
OF_GATHERING: Mapping[str, Logic] = {
    "employer_group": Logic.MUTUALISATION,
    "place": Logic.MUTUALISATION,
    "joint_purchase": Logic.MUTUALISATION,
    "shared_service": Logic.MUTUALISATION,
    "working_group": Logic.INTERACTION,
    "joint_tool": Logic.INTERACTION,
    "joint_offer": Logic.INTERACTION,
    "agreement": Logic.INTERACTION,
}
# A source that names one of these tiers says that something is in common, whatever the kind.
_IN_COMMON = frozenset(TIERS.index(tier) for tier in (Tier.CAPITAL, Tier.MEANS))


@dataclass(frozen=True, eq=False)
class Logics:
    subject: Subject

    def statements(self) -> Iterator[Statement]:
        telling = {line for lines in self.lines.values() for line in lines}
        silent = [line for line in self.subject.lines.tolist() if line not in telling]
        told = len(telling)
        if not told:
            yield Statement(code="no_logic", section=UNKNOWN, sentence=fill(WORDS["no_logic"]))
            return
        yield Statement(code="unlisted", section=UNKNOWN, sentence=fill(WORDS["unlisted"]))
        for logic, lines in self.lines.items():
            yield Statement(
                code="logic",
                section="logics",
                sentence=fill(
                    WORDS["logic"],
                    logic=capital(fill(WORDS[logic])),
                    ties=count(COUNTS["ties"], len(lines)),
                    share=share_of(len(lines), told),
                ),
                figures={"ties": len(lines), "of": told, "share": len(lines) / told},
                evidence=self.subject.evidence(lines),
                about=logic,
            )
        yield Statement(
            code="logic_silent",
            section="logics",
            sentence=count(COUNTS["silent"], len(silent)),
            figures={"ties": len(silent)},
            evidence=self.subject.evidence(silent),
        )

    @cached_property
    def lines(self) -> Mapping[Logic, list[int]]:
        found: dict[Logic, list[int]] = {logic: [] for logic in Logic}
        for line in self.subject.lines.tolist():
            if logic := self._of(line):
                found[logic].append(line)
        return found

    def _of(self, line: int) -> Logic | None:
        graph = self.subject.graph
        if graph.ties.tier[line] in _IN_COMMON:
            return Logic.MUTUALISATION
        kind = KIND_NAMES[graph.ties.kind[line]]
        if kind == "membership":
            return OF_GATHERING.get(graph.actors.kinds[graph.ties.target[line]])
        return OF_KIND.get(kind)
