"""Small worlds of evidence in which everything meets: shared ids, numbers, names, dates."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st

from maillage.graph import serial
from maillage.graph.dates import DateSpan
from maillage.graph.model import (
    ActorClaim,
    Graph,
    Import,
    Judgement,
    Record,
    Ref,
    TieClaim,
    Value,
    Verdict,
)
from maillage.graph.truth.derivation import derive
from maillage.graph.truth.nodes import name_node
from maillage.graph.vocabulary import Status, Tier

# `MAILLAGE_EXAMPLES=3000 pytest tests/graph/truth` looks longer.
thorough = settings(max_examples=int(os.environ.get("MAILLAGE_EXAMPLES", "60")), deadline=None)

SIRENS = ("111111111", "222222222", "333333333")
RNAS = ("W111111111", "W222222222")
IDS = ("a", "b", "c", "d")
# Two writings of one name, and a third that folds otherwise; the last one is also an id.
NAMES = ("Scic Val Horizon", "SCIC VAL HORIZON", "S.C.I.C. Val Horizon", "Bois", "b")
# Of one name, with and without a département; and another.
COMMUNES = ("Lannion", "LANNION (22)", "Lannion (35)", "Tarnos")
ROW_KEYS = ("", "row 1", "row 2")
NODES = (
    *IDS,
    *(f"siren-{siren}" for siren in SIRENS),
    *(f"rna-{rna.lower()}" for rna in RNAS),
    *(name_node(Ref(name=name)) for name in NAMES),
    *(name_node(Ref(name=name, commune=commune)) for name in NAMES for commune in COMMUNES[:2]),
)
VERDICTS: st.SearchStrategy[Verdict] = st.sampled_from(("same", "different"))
START = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class World:
    imports: Sequence[Import]
    records: Sequence[Record]
    judgements: Sequence[Judgement]

    def graph(self) -> Graph:
        return derive(self.imports, self.records, self.judgements)

    def without(self, import_id: str) -> World:
        """Never loaded."""
        return World(
            [item for item in self.imports if item.id != import_id],
            [record for record in self.records if record.import_id != import_id],
            self.judgements,
        )

    def undone(self, import_id: str) -> World:
        """Loaded, then taken back."""
        imports = [replace(i, live=False) if i.id == import_id else i for i in self.imports]
        return replace(self, imports=imports)

    @property
    def live_records(self) -> list[Record]:
        live = {item.id for item in self.imports if item.live}
        return [record for record in self.records if record.import_id in live]


def written(graph: Graph) -> dict[str, object]:
    """Everything a store would write, byte for byte."""
    return {
        "actors": {id_: serial.ACTOR.dump_json(actor) for id_, actor in graph.actors.items()},
        "ties": {id_: serial.TIE.dump_json(tie) for id_, tie in graph.ties.items()},
        "redirects": dict(graph.redirects),
        "waiting": graph.waiting,
    }


DAYS = ("2010", "2011", "2012", "2012-03", "2012-03-05", "2013", "2014-09-19", "2016")
optional_days = st.sampled_from([None, None, None, *map(DateSpan.parse, DAYS)])


def ref_pool(prefix: str = "") -> list[Ref]:
    """Every way of naming the few actors of a world; the simple ones are drawn more often."""
    ids = [prefix + id_ for id_ in IDS]
    sirens = [siren[: 9 - len(prefix)] + "9" * len(prefix) for siren in SIRENS]
    rnas = [(rna[0] + prefix + rna[1:])[:10] for rna in RNAS]
    names = [prefix + name for name in NAMES]
    return [
        *(Ref(ids=(id_,)) for id_ in ids * 6),
        *(Ref(siren=siren) for siren in sirens * 3),
        *(Ref(name=name) for name in names * 4),
        *(Ref(name=name, commune=commune) for name in names for commune in COMMUNES),
        *(Ref(rna=rna) for rna in rnas),
        *(Ref(ids=(id_,), siren=siren) for id_ in ids[:2] for siren in sirens),
        *(Ref(ids=pair) for pair in pairwise(ids)),
        *(Ref(ids=(ids[3], ids[0]), siren=siren, rna=rnas[0]) for siren in sirens[:2]),
        *(Ref(siren=siren, name=name) for siren in sirens[:2] for name in names[:2]),
        *(Ref(rna=rna, name=names[0], commune=commune) for rna in rnas for commune in COMMUNES),
        *(Ref(siren=siren, rna=rna) for siren in sirens for rna in rnas),
        *(Ref(ids=(id_,), name=name) for id_ in ids for name in names[:3]),
        Ref(ids=(ids[2],), name=names[1], commune=COMMUNES[0]),
    ]


def refs(prefix: str = "") -> st.SearchStrategy[Ref]:
    return st.sampled_from(ref_pool(prefix))


def attributes(prefix: str = "") -> st.SearchStrategy[Mapping[str, Value]]:
    pool: list[dict[str, Value]] = [
        {},
        {"kind": "other", "jobs": 1},
        {"kind": "ess_enterprise", "legal_sector": "private", "tags": ("x", "y")},
        {"kind": "place", "legal_sector": "unknown", "activity": "bois"},
        {"kind": "pole", "jobs": 2, "activity": "textile"},
        {"name": prefix + NAMES[0], "jobs": 2, "tags": ("z",)},
        {"name": f"{prefix}Neuf", "legal_sector": "public"},
        {"other_names": (f"{prefix}Autre",), "commune": "Lannion"},
        {"commune": "Lannion", "departement": "22"},
    ]
    return st.sampled_from(pool)


def actor_claims(prefix: str = "") -> st.SearchStrategy[ActorClaim]:
    return st.builds(
        ActorClaim,
        ref=refs(prefix),
        row_key=st.sampled_from([prefix + key if key else "" for key in ROW_KEYS]),
        attributes=attributes(prefix),
        figures_year=st.sampled_from([None, 2012, 2013]),
    )


def tie_claims(prefix: str = "") -> st.SearchStrategy[TieClaim]:
    return st.builds(
        TieClaim,
        source=refs(prefix),
        target=refs(prefix),
        kind=st.sampled_from(["partnership", "membership"]),
        subtype=st.sampled_from(["", "", "x"]),
        stance=st.sampled_from(["asserts", "asserts", "asserts", "denies", "ends"]),
        status=st.sampled_from([None, None, *Status]),
        start=optional_days,
        end=optional_days,
        tier=st.sampled_from([None, None, *Tier]),
        attributes=st.sampled_from([{}, {"purpose": "bois"}, {"purpose": "laine"}]),
    )


@st.composite
def imports_with_records(
    draw: st.DrawFn, name: str, prefix: str = ""
) -> tuple[Import, list[Record]]:
    speaker = st.none() | refs(prefix)
    records = [
        Record(
            id=f"{name}#{line}",
            import_id=name,
            line=line,
            voice=draw(st.sampled_from(["statement", "statement", "registry", "reviewer"])),
            declared_by=draw(speaker),
            observed_on=draw(optional_days),
            actors=tuple(draw(st.lists(actor_claims(prefix), max_size=2))),
            ties=tuple(draw(st.lists(tie_claims(prefix), max_size=2))),
        )
        for line in range(draw(st.integers(1, 3)))
    ]
    item = Import(
        id=name,
        sha256=name,
        title=prefix + draw(st.sampled_from(["list", "other list"])),
        list="ties",
        loaded_at=START + timedelta(days=draw(st.integers(0, 3))),
        scope=draw(speaker),
        observed_on=draw(optional_days),
        complete_on=draw(optional_days),
        rows=len(records),
    )
    return item, records


@st.composite
def judgements(draw: st.DrawFn) -> list[Judgement]:
    pairs = draw(
        st.lists(
            st.tuples(
                st.sampled_from(NODES),
                st.sampled_from(NODES),
                VERDICTS,
                st.integers(0, 2),
            ).filter(lambda each: each[0] != each[1]),
            max_size=5,
        )
    )
    return [
        Judgement(
            id=f"judgement {number}",
            left=left,
            right=right,
            verdict=verdict,
            decided_at=START + timedelta(days=days),
        )
        for number, (left, right, verdict, days) in enumerate(pairs)
    ]


@st.composite
def worlds(draw: st.DrawFn, prefix: str = "", most: int = 4) -> World:
    loaded = [
        draw(imports_with_records(f"{prefix}import {number}", prefix))
        for number in range(draw(st.integers(1, most)))
    ]
    return World(
        [item for item, _ in loaded],
        [record for _, records in loaded for record in records],
        [] if prefix else draw(judgements()),
    )


def namesakes() -> st.SearchStrategy[World]:
    """Worlds in which nearly everybody bears one name, told by lists of a line each."""
    placed = [Ref(name=name, commune=at) for name in NAMES[:2] for at in (None, *COMMUNES[:3])]
    refs = [*placed, *placed, Ref(name=NAMES[2]), replace(placed[2], siren=SIRENS[0])]
    refs += [replace(placed[1], ids=("a",)), replace(placed[3], ids=("b",))]
    claim = st.builds(
        ActorClaim,
        ref=st.sampled_from(refs),
        row_key=st.sampled_from(["", "", "row"]),
        attributes=st.sampled_from([{}, {}, {"commune": "Lannion", "departement": "22"}]),
    )
    return st.lists(claim, min_size=4, max_size=7, unique_by=repr).map(_told_apart)


def _told_apart(claims: Sequence[ActorClaim]) -> World:
    records = [
        Record(id=f"{number}#0", import_id=f"{number}", line=1, actors=(claim,))
        for number, claim in enumerate(claims)
    ]
    imports = [
        Import(
            id=each.import_id,
            sha256=each.import_id,
            title="list",
            list="actors",
            loaded_at=START + timedelta(days=number),
        )
        for number, each in enumerate(records)
    ]
    return World(imports, records, [])
