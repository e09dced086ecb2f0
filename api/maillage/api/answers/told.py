"""Read-outs as they are answered: sentences in both languages, with figures and evidence."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, JsonValue

from maillage.api.answers.results import ProvenanceOut
from maillage.graph.network import Provenance
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.words.sections import READOUTS, SECTIONS
from maillage.graph.vocabulary import Label


class EvidenceOut(BaseModel):
    """Ids of what a statement rests upon; `more` ties and `more_actors` are counted, not listed."""

    actors: list[str]
    ties: list[str]
    records: list[str]
    more: int
    more_actors: int


class StatementOut(BaseModel):
    """One sentence. `verdict`: what is concluded, as a word, if anything is."""

    code: str
    section: str
    section_label: Label
    about: str | None
    verdict: str | None
    sentence: Label
    figures: dict[str, JsonValue]
    evidence: EvidenceOut


class ReadoutOut(BaseModel):
    """What is not known comes first. `subject`: an actor or a pole; null: the whole network."""

    readout: str
    label: Label
    subject: str | None
    statements: list[StatementOut]

    @classmethod
    def of(cls, found: Readout) -> ReadoutOut:
        return cls(
            readout=found.name,
            label=READOUTS[found.name],
            subject=found.subject or None,
            statements=[
                StatementOut.model_validate(
                    {**said.to_json(), "section_label": SECTIONS[said.section]}
                )
                for said in found.statements
            ],
        )


class Readouts(BaseModel):
    readouts: list[ReadoutOut]
    provenance: ProvenanceOut

    @classmethod
    def of(cls, found: Iterable[Readout], source: Provenance, seed: int | None = None) -> Readouts:
        return cls(
            readouts=[ReadoutOut.of(readout) for readout in found],
            provenance=ProvenanceOut.of(source, seed),
        )
