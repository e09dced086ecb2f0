"""Article 9 of the law of 31 July 2014, condition by condition: met, missing, or cannot tell.

Met needs evidence. Missing needs a complete list and no unknown that could mend it. Everything
else cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from maillage.graph.arrays import KIND_CODES
from maillage.graph.measures.values import Json
from maillage.graph.port import Reader
from maillage.graph.readouts.coverage import LISTS, Ledger
from maillage.graph.readouts.statement import UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.article9 import COUNTS, WORDS
from maillage.graph.territories import departement
from maillage.graph.vocabulary import (
    BELONGING_KINDS,
    TIE_KINDS,
    Family,
    Label,
    Layer,
    Sector,
)
from maillage.graph.wording import count, fill, same

MET, MISSING, CANNOT_TELL = "met", "missing", "cannot_tell"
CONDITIONS = ("ess", "other", "territory", "link", "strategy")
# No graph shows the last one.
SHOWN = CONDITIONS[:-1]
ENOUGH_ESS = 2

# By what one takes part in a pole: belonging to it, or cooperating with it.
_TAKING_PART = frozenset(
    KIND_CODES[kind.name]
    for kind in TIE_KINDS.values()
    if kind.name in BELONGING_KINDS or kind.layer is Layer.COOPERATION
)
_NOT_A_LINK = frozenset({KIND_CODES["attendance"], KIND_CODES["charter_signature"]})
_NAMED_BY_THE_LAW = (Family.AUTHORITY, Family.KNOWLEDGE)
_SIGNS_OF_STRATEGY = ("working_group", "governance_body", "agreement")


def article9(reader: Reader, pole: str, at: str | None = None) -> Readout:
    """The five conditions of one pole; `NotFound` if there is no such pole."""
    subject = Subject.pole_of(reader, pole, at)
    return article9_of(subject, Ledger(reader, subject.at))


def article9_of(pole: Subject, ledger: Ledger) -> Readout:
    """The same, where what was read of the network is at hand."""
    return _Case(pole, ledger).readout()


def article9_of_all(reader: Reader, at: str | None = None) -> tuple[Readout, tuple[Readout, ...]]:
    """What can be said of all poles together, then each pole in the order of names."""
    network = Subject.network_of(reader, at)
    ledger = Ledger(reader, network.at)
    actors = network.graph.actors
    rows = network.pole_rows
    rows.sort(key=lambda row: (actors.names[row].casefold(), actors.ids[row]))
    cases = [_Case(network.pole(actors.ids[row]), ledger) for row in rows]
    found = tuple(case.readout() for case in cases)
    return Readout.of("article9", "", _of_all(cases, found)), found


@dataclass(frozen=True, eq=False)
class _Case:
    """One pole before the law."""

    subject: Subject
    ledger: Ledger

    def readout(self) -> Readout:
        conditions = [getattr(self, f"_{name}")() for name in CONDITIONS]
        statements = [*self._unknown(), self._overall(conditions), *conditions]
        return Readout.of("article9", self.subject.id, statements)

    # ------------------------------------------------------------------ who takes part

    @cached_property
    def company(self) -> Mapping[int, list[int]]:
        """Who belongs to the pole or cooperates with it, and by which ties; no gathering."""
        kinds = self.subject.graph.ties.kind
        lines = [line for line in self.subject.own_lines if kinds[line] in _TAKING_PART]
        found = self.subject.partners(lines)
        return {row: met for row, met in found.items() if not self.subject.gatherings[row]}

    @cached_property
    def complete(self) -> bool:
        return self.ledger.floor(self.subject.id) is not None

    def of_sector(self, sector: Sector) -> list[int]:
        sectors = self.subject.graph.actors.sectors
        return [row for row in self.company if sectors[row] == sector]

    @cached_property
    def undecided(self) -> list[int]:
        return self.of_sector(Sector.UNKNOWN)

    # ------------------------------------------------------------------ what is not known

    def _unknown(self) -> Iterator[Statement]:
        if not self.complete:
            yield Statement(code="no_list", section=UNKNOWN, sentence=fill(WORDS["no_list"]))
        if not self.company:
            yield Statement(code="nobody", section=UNKNOWN, sentence=fill(WORDS["nobody"]))
            return
        n, unknown = len(self.company), len(self.undecided)
        yield Statement(
            code="company",
            section=UNKNOWN,
            sentence=count(COUNTS["company"], n, unknown=unknown),
            figures={"known": n, "undocumented": unknown},
            evidence=self.subject.evidence(_lines(self.company), self.company),
        )

    # ------------------------------------------------------------------ the conditions

    def _ess(self) -> Statement:
        found = self.of_sector(Sector.ESS)
        collective = max((self._stands_for(row) for row in found), default=0)
        figures: dict[str, Json] = {"known": len(found), "collective": collective}
        if len(found) >= ENOUGH_ESS:
            return self._met("ess", found, figures, names=self.subject.some(found))
        if collective >= ENOUGH_ESS:
            sentence = fill(
                WORDS["ess_met_collective"], n=collective, names=self.subject.some(found)
            )
            return self._condition("ess", MET, sentence, found, figures)
        if self.complete and len(found) + len(self.undecided) < ENOUGH_ESS:
            sentence = fill(WORDS["ess_missing"], n=len(found))
            return self._condition("ess", MISSING, sentence, found, figures)
        return self._not_told("ess", found, figures, n=len(found), unknown=self._sectors())

    def _other(self) -> Statement:
        found = self.of_sector(Sector.PRIVATE)
        figures: dict[str, Json] = {"known": len(found)}
        if found:
            return self._met("other", found, figures, names=self.subject.some(found))
        if self.complete and not self.undecided:
            return self._condition("other", MISSING, fill(WORDS["other_missing"]), (), figures)
        return self._not_told("other", (), figures, unknown=self._sectors())

    def _territory(self) -> Statement:
        placed = {row: found for row in self.company if (found := self.subject.departements(row))}
        own = self.subject.departements(self.subject.row)
        shared = _most_shared(placed, own)
        unplaced = len(self.company) - len(placed)
        figures: dict[str, Json] = {"placed": len(placed), "unplaced": unplaced}
        if shared:
            code, rows = shared
            known = departement(code)
            return self._met(
                "territory",
                rows,
                figures | {"departement": code, "there": len(rows)},
                members=count(COUNTS["placed"], len(rows)),
                where=same(known.name if known else code),
            )
        if self.complete and len(placed) > 1 and not unplaced:
            sentence = fill(WORDS["territory_missing"])
            return self._condition("territory", MISSING, sentence, placed, figures)
        unknown = count(COUNTS["unplaced"], unplaced) if self.company else fill(WORDS["nobody_low"])
        return self._not_told("territory", placed, figures, unknown=unknown)

    def _link(self) -> Statement:
        kinds = self.subject.graph.ties.kind
        lines = [line for line in self.subject.own_lines if kinds[line] not in _NOT_A_LINK]
        met = self.subject.partners(lines)
        others = [row for row in met if not self.subject.gatherings[row]]
        named = [row for row in others if self.subject.family(row) in _NAMED_BY_THE_LAW]
        found = named or others
        figures: dict[str, Json] = {"named_by_the_law": len(named), "any": len(others)}
        if found:
            sentence = fill(WORDS["link_met"], names=self.subject.some(found))
            lines = [line for row in found for line in met[row]]
            return self._condition("link", MET, sentence, found, figures, lines=lines)
        # Who is no member may still be a partner: every list must be complete.
        verdict = MISSING if self.ledger.complete(self.subject.id) == len(LISTS) else CANNOT_TELL
        return self._condition("link", verdict, fill(WORDS[f"link_{verdict}"]), (), figures)

    def _strategy(self) -> Statement:
        met = self.subject.partners(self.subject.own_lines)
        kinds = self.subject.graph.actors.kinds
        signs = [row for row in met if kinds[row] in _SIGNS_OF_STRATEGY]
        key = "strategy_signs" if signs else "strategy_cannot_tell"
        sentence = fill(WORDS[key], names=self.subject.some(signs))
        lines = [line for row in signs for line in met[row]]
        return self._condition(
            "strategy", CANNOT_TELL, sentence, signs, {"signs": len(signs)}, lines=lines
        )

    # ------------------------------------------------------------------ making statements

    def _met(
        self, name: str, rows: Iterable[int], figures: dict[str, Json], **said: Label
    ) -> Statement:
        return self._condition(name, MET, fill(WORDS[f"{name}_met"], **said), rows, figures)

    def _not_told(
        self, name: str, rows: Iterable[int], figures: dict[str, Json], **said: Label | int
    ) -> Statement:
        sentence = fill(WORDS[f"{name}_cannot_tell"], **said)
        return self._condition(
            name, CANNOT_TELL, sentence, rows, figures | {"undocumented": len(self.undecided)}
        )

    def _condition(
        self,
        name: str,
        verdict: str,
        sentence: Label,
        rows: Iterable[int],
        figures: dict[str, Json],
        *,
        lines: Sequence[int] | None = None,
    ) -> Statement:
        rows = list(rows)
        by = _lines({row: self.company[row] for row in rows}) if lines is None else lines
        return Statement(
            code=name,
            section="conditions",
            sentence=sentence,
            figures=figures,
            evidence=self.subject.evidence(by, rows),
            about=name,
            verdict=verdict,
        )

    def _overall(self, conditions: Sequence[Statement]) -> Statement:
        verdicts = [said.verdict for said in conditions]
        met, missing = verdicts.count(MET), verdicts.count(MISSING)
        key = "not_told"
        if missing:
            key = "some_missing"
        elif met == len(SHOWN):
            key = "all_but_strategy"
        return Statement(
            code="overall",
            section="network",
            sentence=fill(
                WORDS[key],
                met=count(COUNTS["met"], met),
                missing=count(COUNTS["missing"], missing),
            ),
            figures={"met": met, "missing": missing, "cannot_tell": len(verdicts) - met - missing},
            verdict=MISSING if missing else MET if met == len(SHOWN) else CANNOT_TELL,
        )

    # ------------------------------------------------------------------ helpers

    def _sectors(self) -> Label:
        return count(COUNTS["unknown"], len(self.undecided))

    def _stands_for(self, row: int) -> int:
        """Of a collective, at least how many; those of several overlap and are not added."""
        actors = self.subject.graph.actors
        least = actors.attributes[row].get("stands_for_min")
        return least if actors.collective[row] and isinstance(least, int) else 0


def _most_shared(placed: Mapping[int, set[str]], own: set[str]) -> tuple[str, list[int]] | None:
    """The département of the pole (or, if it has none, any) where two or more are."""
    there: dict[str, list[int]] = {}
    for row, codes in placed.items():
        for code in codes & own if own else codes:
            there.setdefault(code, []).append(row)
    best = max(there, key=lambda code: (len(there[code]), code), default=None)
    return (best, there[best]) if best and len(there[best]) > 1 else None


def _lines(company: Mapping[int, list[int]]) -> list[int]:
    return sorted({line for lines in company.values() for line in lines})


def _of_all(cases: Sequence[_Case], found: Sequence[Readout]) -> Iterator[Statement]:
    if not cases:
        yield Statement(code="no_pole", section=UNKNOWN, sentence=fill(WORDS["no_pole"]))
        return
    verdicts = [readout.said("overall").verdict for readout in found]
    unknown = [
        case for case, verdict in zip(cases, verdicts, strict=True) if verdict == CANNOT_TELL
    ]
    why: dict[str, int] = {
        "nobody": sum(1 for case in unknown if not case.company),
        "unlisted": sum(1 for case in unknown if not case.complete),
        "sectors": sum(1 for case in unknown if case.undecided),
    }
    if unknown:
        reasons = {name: count(COUNTS[name], n) for name, n in why.items()}
        poles = count(COUNTS["why"], len(unknown))
        yield Statement(
            code="why",
            section=UNKNOWN,
            sentence=fill(WORDS["why"], poles=poles, **reasons),
            figures={**why, "poles": len(unknown)},
        )
    n = {verdict: verdicts.count(verdict) for verdict in (MET, MISSING, CANNOT_TELL)}
    yield Statement(
        code="network",
        section="network",
        sentence=fill(
            WORDS["network"],
            poles=count(COUNTS["poles"], len(cases)),
            met=count(COUNTS["poles_met"], n[MET]),
            missing=count(COUNTS["poles_missing"], n[MISSING]),
            unknown=n[CANNOT_TELL],
        ),
        figures={**n, "poles": len(cases)},
    )
    for name in CONDITIONS:
        yield _condition_of_all(name, [readout.said(name) for readout in found])


def _condition_of_all(name: str, said: Sequence[Statement]) -> Statement:
    verdicts = [statement.verdict for statement in said]
    n = {verdict: verdicts.count(verdict) for verdict in (MET, MISSING, CANNOT_TELL)}
    return Statement(
        code="condition",
        section="conditions",
        about=name,
        sentence=fill(
            WORDS["condition"],
            condition=fill(WORDS[name]),
            met=count(COUNTS["n_met"], n[MET]),
            missing=count(COUNTS["n_missing"], n[MISSING]),
            unknown=count(COUNTS["n_unknown"], n[CANNOT_TELL]),
        ),
        figures=dict(n),
    )
