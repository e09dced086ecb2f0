"""What in the graph supports each indicator of the référentiel, contradicts it, or cannot be seen.

3 general objectives → 9 principal → 27 indicators in 2012; another version is loaded like it.
Respondents' scores (1 to 6) stand beside, with their mean and spread; the graph never scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import fmean, pstdev

from maillage.graph.errors import UnknownName
from maillage.graph.folding import fold
from maillage.graph.measures.values import Json
from maillage.graph.port import Reader
from maillage.graph.readouts.referentiel_rows import Indicator, Referentiels, Score
from maillage.graph.readouts.signs import CONTRADICTS, SIGNS, SUPPORTS
from maillage.graph.readouts.statement import NOTHING, UNKNOWN, Readout, Statement
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.words.referentiel import COUNTS, WORDS
from maillage.graph.vocabulary import Label
from maillage.graph.wording import count, decimal, fill, same

CANNOT_BE_SEEN = "cannot_be_seen"
VERDICTS = (SUPPORTS, CONTRADICTS, CANNOT_BE_SEEN)
# The version whose indicators the signs are of.
SIGNED_VERSION = "2012"


def referentiel(
    reader: Reader, pole: str, version: str | None = None, at: str | None = None
) -> Readout:
    """Of one pole: the version asked for, else the latest whose indicators are known."""
    subject = Subject.pole_of(reader, pole, at)
    loaded = Referentiels(reader)
    known = loaded.versions
    if version is not None and version not in known:
        raise UnknownName("unknown_name", what="version", name=version, known=", ".join(known))
    chosen = version or next(iter(known), "")
    return Readout.of("referentiel", subject.id, _Sheet(subject, loaded, chosen).statements())


@dataclass(frozen=True, eq=False)
class _Sheet:
    subject: Subject
    loaded: Referentiels
    version: str

    def statements(self) -> Iterator[Statement]:
        if not self.version:
            yield _unknown("no_referentiel", fill(WORDS["no_referentiel"]))
            return
        indicators = [item for item in self.loaded.of(self.version) if item.code]
        if not indicators:
            yield _unknown("no_indicator", fill(WORDS["no_indicator"], version=self.version))
            return
        if not self.scores:
            yield _unknown("no_score", fill(WORDS["no_score"]))
        told = [self._indicator(item) for item in indicators]
        yield self._overall(told)
        yield from told

    @cached_property
    def scores(self) -> Sequence[Score]:
        return self.loaded.scores(self.subject.id, self.version)

    @cached_property
    def _signed(self) -> dict[str, str]:
        """The indicators that have a sign, by their words."""
        return {
            fold(item.text): item.code
            for item in self.loaded.of(SIGNED_VERSION)
            if item.code in SIGNS
        }

    def _overall(self, told: Sequence[Statement]) -> Statement:
        verdicts = [said.verdict for said in told]
        n = {verdict: verdicts.count(verdict) for verdict in VERDICTS}
        return Statement(
            code="overall",
            section="network",
            sentence=fill(
                WORDS["overall"],
                version=self.version,
                indicators=count(COUNTS["indicators"], len(told)),
                supports=count(COUNTS["supports"], n[SUPPORTS]),
                contradicts=count(COUNTS["contradicts"], n[CONTRADICTS]),
                unseen=count(COUNTS["unseen"], n[CANNOT_BE_SEEN]),
            ),
            figures={"version": self.version, **n, "indicators": len(told)},
        )

    def _indicator(self, item: Indicator) -> Statement:
        code = item.code if item.version == SIGNED_VERSION else self._signed.get(fold(item.text))
        look = SIGNS.get(code or "")
        sign = look(self.subject) if look else None
        seen = sign.said if sign else fill(WORDS["nothing_known" if look else "not_in_a_graph"])
        given = [score for score in self.scores if score.code == item.code]
        evidence = self.subject.evidence(sign.lines, sign.actors) if sign else NOTHING
        records = (item.record, *(score.record for score in given), *(sign.records if sign else ()))
        return Statement(
            code="indicator",
            section="indicators",
            sentence=fill(
                WORDS["indicator"],
                code=item.code,
                text=same(item.text),
                seen=seen,
                scored=_scored(given),
            ),
            figures=_figures(item, seen, given),
            evidence=replace(evidence, records=(*evidence.records, *records)),
            about=item.code,
            verdict=sign.verdict if sign else CANNOT_BE_SEEN,
        )


def _figures(item: Indicator, seen: Label, given: Sequence[Score]) -> dict[str, Json]:
    values = [score.value for score in given]
    return {
        "general_objective": item.general,
        "principal_objective": item.principal,
        "principal_objective_title": item.principal_title,
        "indicator": item.text,
        "seen": {"fr": seen.fr, "en": seen.en},
        "respondents": len(values),
        "mean": fmean(values) if values else None,
        "spread": pstdev(values) if len(values) > 1 else None,
        "least": min(values, default=None),
        "most": max(values, default=None),
    }


def _scored(given: Sequence[Score]) -> Label:
    values = [score.value for score in given]
    if not values:
        return same("")
    return fill(
        WORDS["scored" if len(values) > 1 else "scored_once"],
        mean=decimal(fmean(values), 1),
        respondents=count(COUNTS["respondents"], len(values)),
        least=min(values),
        most=max(values),
    )


def _unknown(code: str, sentence: Label) -> Statement:
    return Statement(code=code, section=UNKNOWN, sentence=sentence)
