"""The packed scene as bytes, for the explorer: its numbers need not be read digit by digit.

Four bytes say how long the head is (little-endian); the head is `Packed` as JSON in which a
column of numbers only says where it stands; the columns follow, each in the narrowest type that
holds it exactly, from a place that is a multiple of eight. A column of one and the same number is
that number. In a large scene the ids of ties, a quarter of everything, are asked for apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from maillage.graph.bulk import uncollected
from maillage.viz.scene_model import Data
from maillage.viz.scene_pack import DETAIL_LIMIT, Packed, PackedHull, PackedNodes, PackedTies

MEDIA_TYPE = "application/vnd.maillage.scene"

_ALIGNED = 8
_WHOLE = ("u1", "i1", "u2", "i2", "i4")
# Coordinates are in tenths, bends in thousandths: whole numbers, once multiplied.
_PER = (1, 10, 100, 1000)

Column = dict[str, str | int | float]


@uncollected()
def scene_bytes(packed: Packed) -> bytes:
    columns = _Columns()
    head: dict[str, object] = {
        **packed.model_dump(mode="json", exclude={"nodes", "ties", "labels", "hulls"}),
        "nodes": _nodes(packed.nodes, columns),
        "ties": _ties(packed.ties, columns, named=len(packed.nodes.id) <= DETAIL_LIMIT),
        "labels": _table(packed.labels, columns),
        "hulls": _hulls(packed.hulls, columns),
    }
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-(4 + len(text)) % _ALIGNED)
    return b"".join((len(text).to_bytes(4, "little"), text, *columns.parts))


class _Columns:
    """Columns one after the other; each is told by where it stands."""

    def __init__(self) -> None:
        self.parts: list[bytes] = []
        self._size = 0

    def put(self, values: Sequence[float]) -> Column:
        column = np.asarray(values, dtype=np.float64)
        if not len(column) or (column == column[0]).all():
            return {"n": len(column), "all": float(column[0]) if len(column) else 0}
        narrow, per = _narrowest(column)
        content = narrow.tobytes()
        content += bytes(-len(content) % _ALIGNED)
        at, self._size = self._size, self._size + len(content)
        self.parts.append(content)
        return {"n": len(column), "at": at, "type": narrow.dtype.str[1:], "per": per}

    def lists(self, lists: Iterable[Sequence[float]]) -> dict[str, Column]:
        """Lists as one column, and where each begins and ends in it."""
        known = [list(one) for one in lists]
        ends = list(accumulate(map(len, known), initial=0))
        return {"first": self.put(ends), "items": self.put([item for one in known for item in one])}


def _narrowest(column: NDArray[np.float64]) -> tuple[NDArray[np.generic], int]:
    for per in _PER:
        whole = np.round(column * per)
        if (whole / per == column).all() and np.abs(whole).max() <= np.iinfo(np.int32).max:
            kind = next(kind for kind in _WHOLE if (whole.astype(kind) == whole).all())
            return whole.astype(f"<{kind}"), per
    return column.astype("<f8"), 1


def _table(table: Data, columns: _Columns) -> dict[str, object]:
    """Its columns of numbers put aside, the others as they are."""
    fields = type(table).model_fields
    numbers = {name for name in fields if fields[name].annotation in (list[int], list[float])}
    return {
        **table.model_dump(mode="json", exclude=numbers),
        **{name: columns.put(getattr(table, name)) for name in fields if name in numbers},
    }


def _nodes(nodes: PackedNodes, columns: _Columns) -> dict[str, object]:
    rows = range(len(nodes.id))
    return {
        **_table(nodes, columns),
        "short": [nodes.short.get(row, "") for row in rows] if nodes.short else [],
        "poles": columns.lists(nodes.poles.get(row, ()) for row in rows),
    }


def _ties(ties: PackedTies, columns: _Columns, *, named: bool) -> dict[str, object]:
    return {
        **_table(ties, columns),
        "id": ties.id if named else [],
        "bend": columns.put(_every(ties.bend, len(ties.id), 0)),
        "weight": columns.put(_every(ties.weight, len(ties.id), 1)),
    }


def _every(sparse: Mapping[int, float], n: int, otherwise: float) -> list[float]:
    return [sparse.get(row, otherwise) for row in range(n)]


def _hulls(hulls: Sequence[PackedHull], columns: _Columns) -> dict[str, object]:
    return {
        "pole": columns.put([hull.pole for hull in hulls]),
        "members": columns.lists(hull.members for hull in hulls),
        "polygon": columns.lists(hull.polygon for hull in hulls),
    }
