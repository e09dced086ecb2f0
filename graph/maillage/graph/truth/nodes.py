"""The ways of being known: an id, a SIREN, an RNA number, a line of a list, a bare name."""

from __future__ import annotations

import re
from enum import IntEnum

from maillage.graph.folding import normalise
from maillage.graph.model import Ref
from maillage.graph.truth.names import minted_id

_MINTED = ("siren-", "rna-")
_SIREN = re.compile(r"siren-[0-9]{9}")
_RNA = re.compile(r"rna-w[0-9a-z]{9}")


class NodeRank(IntEnum):
    """Which node names the actor: the first of these."""

    ID = 0
    SIREN = 1
    RNA = 2
    LINE = 3
    NAME = 4


Node = tuple[str, NodeRank]


def siren_node(siren: str) -> str:
    return f"siren-{siren}"


def rna_node(rna: str) -> str:
    return f"rna-{rna.lower()}"


def id_node(id_: str) -> Node:
    """An id that we minted from a number still is that number when it comes back as an id."""
    if id_.startswith(_MINTED):
        if _SIREN.fullmatch(id_):
            return id_, NodeRank.SIREN
        if _RNA.fullmatch(id_):
            return id_, NodeRank.RNA
    return id_, NodeRank.ID


def line_node(row_key: str, name: str | None) -> str:
    return minted_id(row_key, name or "")


def name_node(ref: Ref) -> str:
    name = normalise(ref.name or "")
    return minted_id(f"name|{name}|{normalise(ref.commune or '')}", ref.name or "")


def nodes_of(ref: Ref, row_key: str = "") -> tuple[Node, ...]:
    """Every node that a mention gives, surest first."""
    if ref.siren is None and ref.rna is None and len(ref.ids) == 1:
        return (id_node(ref.ids[0]),)
    strong: list[Node] = []
    if ref.siren:
        strong.append((siren_node(ref.siren), NodeRank.SIREN))
    if ref.rna:
        strong.append((rna_node(ref.rna), NodeRank.RNA))
    strong.extend(id_node(id_) for id_ in ref.ids)
    if strong:
        return tuple(sorted(dict(strong).items(), key=_sureness))
    if row_key:
        return ((line_node(row_key, ref.name), NodeRank.LINE),)
    return ((name_node(ref), NodeRank.NAME),)


def _sureness(node: Node) -> int:
    """Numbers that the State gives are surer than ids that each list gives."""
    return _SURENESS[node[1]]


_SURENESS = {NodeRank.SIREN: 0, NodeRank.RNA: 1, NodeRank.ID: 2, NodeRank.LINE: 3, NodeRank.NAME: 4}
