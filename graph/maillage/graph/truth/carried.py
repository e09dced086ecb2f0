"""Judgements that the rows of a file carry: they come, go and come again with its import.

A row claims (`JudgementClaim`); what counts is the one journal of judgements, where its claim is
entered under its import, so that whoever reads judgements need not know where they come from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from hashlib import blake2s

from maillage.graph.model import Import, Judgement, JudgementClaim, Record
from maillage.graph.truth.replacement import turning


def carried(item: Import, records: Iterable[Record]) -> tuple[Judgement, ...]:
    """What these records of an import claim, as judgements."""
    return tuple(
        _judgement(item, record, claim) for record in records for claim in record.judgements
    )


def turned(
    imports: Iterable[Import], known: Mapping[str, Import], judgements: Mapping[str, Judgement]
) -> tuple[Judgement, ...]:
    """The judgements of imports that begin to count again, or no longer do."""
    live = {item.id: item.live for item in turning(imports, known)}
    return tuple(
        replace(one, live=live[one.import_id])
        for one in judgements.values()
        if one.live != live.get(one.import_id, one.live)
    )


def _judgement(item: Import, record: Record, claim: JudgementClaim) -> Judgement:
    text = "\x1f".join((record.id, claim.left, claim.right, claim.verdict))
    return Judgement(
        id="j-" + blake2s(text.encode(), digest_size=8).hexdigest(),
        left=claim.left,
        right=claim.right,
        verdict=claim.verdict,
        author=record.author or item.author,
        decided_at=_decided_at(item, record),
        evidence=claim.evidence,
        import_id=item.id,
    )


def _decided_at(item: Import, record: Record) -> datetime:
    day = record.observed_on
    return datetime.combine(day.latest, time(), UTC) if day else item.loaded_at
