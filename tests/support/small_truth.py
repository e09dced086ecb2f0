"""Small evidence written out in a test: rows, ties and judgements by a few words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from maillage.graph.dates import DateSpan
from maillage.graph.folding import normalise
from maillage.graph.model import (
    ActorClaim,
    Graph,
    Import,
    Judgement,
    Record,
    Ref,
    Tie,
    TieClaim,
    Value,
    Verdict,
    Voice,
)
from maillage.graph.truth.derivation import derive
from maillage.graph.truth.names import minted_id
from maillage.graph.vocabulary import Status, Tier

MORNING = datetime(2026, 1, 1, 9, tzinfo=UTC)


def day(text: str | None) -> DateSpan | None:
    return DateSpan.parse(text) if text else None


def by_id(id_: str, name: str | None = None) -> Ref:
    return Ref(ids=(id_,), name=name)


def by_name(name: str, commune: str | None = None) -> Ref:
    return Ref(name=name, commune=commune)


def by_siren(siren: str, name: str | None = None, commune: str | None = None) -> Ref:
    return Ref(siren=siren, name=name, commune=commune)


def row(ref: Ref | str, key: str = "", year: int | None = None, **attributes: Value) -> ActorClaim:
    """A row of a list of actors; `key` tells apart rows without an identifier."""
    ref = by_id(ref) if isinstance(ref, str) else ref
    key = key or f"row {ref}"
    return ActorClaim(ref=ref, row_key=key, attributes=attributes, figures_year=year)


def edit(ref: Ref | str, **attributes: Value) -> ActorClaim:
    """What a page or another list says of an actor that it does not declare."""
    return ActorClaim(ref=by_id(ref) if isinstance(ref, str) else ref, attributes=attributes)


def tie(
    source: Ref | str,
    target: Ref | str,
    kind: str = "partnership",
    *,
    start: str | None = None,
    end: str | None = None,
    status: str | None = None,
    tier: str | None = None,
    **rest: Any,
) -> TieClaim:
    return TieClaim(
        source=by_id(source) if isinstance(source, str) else source,
        target=by_id(target) if isinstance(target, str) else target,
        kind=kind,
        start=day(start),
        end=day(end),
        status=Status(status) if status else None,
        tier=Tier(tier) if tier else None,
        **rest,
    )


class Evidence:
    """Imports, records and judgements, in the order in which a test tells them."""

    def __init__(self) -> None:
        self.imports: dict[str, Import] = {}
        self.records: list[Record] = []
        self.judgements: list[Judgement] = []

    def load(
        self,
        *claims: ActorClaim | TieClaim,
        name: str = "",
        seen: str | None = "2012",
        by: Ref | str | None = None,
        voice: Voice = "statement",
        complete: str | None = None,
        scope: Ref | str | None = None,
        list_: str = "ties",
        title: str = "",
        act: bool = False,
    ) -> str:
        """One import, one record a claim. An act is an import of one record."""
        name = name or f"import {len(self.imports)}"
        scope = by_id(scope) if isinstance(scope, str) else scope
        self.imports[name] = Import(
            id=name,
            sha256=name,
            title=title or name,
            list=list_,
            loaded_at=MORNING + timedelta(hours=len(self.imports)),
            scope=scope,
            observed_on=day(seen),
            complete_on=day(complete),
            rows=1 if act else max(2, len(claims)),
        )
        for line, claim in enumerate(claims):
            self.records.append(
                Record(
                    id=f"{name}#{line}",
                    import_id=name,
                    line=line,
                    voice=voice,
                    declared_by=by_id(by) if isinstance(by, str) else by,
                    observed_on=day(seen),
                    actors=(claim,) if isinstance(claim, ActorClaim) else (),
                    ties=(claim,) if isinstance(claim, TieClaim) else (),
                )
            )
        return name

    def judge(self, left: str, verdict: Verdict, right: str) -> Judgement:
        judgement = Judgement(
            id=f"judgement {len(self.judgements)}",
            left=left,
            right=right,
            verdict=verdict,
            decided_at=MORNING + timedelta(hours=len(self.judgements)),
        )
        self.judgements.append(judgement)
        return judgement

    def graph(self, *, without: str = "") -> Graph:
        imports = [item for item in self.imports.values() if item.id != without]
        return derive(imports, self.records, self.judgements)

    def only_tie(self) -> Tie:
        (found,) = self.graph().ties.values()
        return found


def actor_of(graph: Graph, node: str) -> str:
    """The actor that an id means; a KeyError if it means none."""
    return node if node in graph.actors else graph.redirects[node]


def named(name: str, commune: str = "") -> str:
    """The node of a reference by name."""
    return minted_id(f"name|{normalise(name)}|{normalise(commune)}", name)
