"""A plain node list and edge list, CSV or Parquet, read strictly into a Network.

Here a wrong line is not a finding but a fault: figures on a graph that is not the one in the files
would be wrong without a trace. The first one found is named with its line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from hashlib import sha256
from os import PathLike
from pathlib import Path

import numpy as np
import polars as pl

from maillage.graph.columns import MISSING_TEXTS, Column
from maillage.graph.errors import InvalidInput, UnreadableFile
from maillage.graph.network import Network, Provenance, Ties

FIRST_LINE = 2  # after the heading


def read_network(
    nodes: str | PathLike[str],
    edges: str | PathLike[str],
    *,
    directed: bool = False,
    weighted: bool = False,
) -> Network:
    """Nodes: `id` and attributes. Edges: `source, target` and, if `weighted`, `weight` > 0."""
    nodes, edges = Path(nodes), Path(edges)
    node_frame, edge_frame = read_table(nodes), read_table(edges)
    ids = node_ids(node_frame, nodes)
    number = pl.Enum(ids)
    source, target = (ends_of(edge_frame, name, number, edges) for name in ("source", "target"))
    weight = _weights(edge_frame, edges) if weighted else np.ones(len(source))
    names = node_names(node_frame, ids)
    return Network(
        ids=tuple(ids.to_list()),
        directed=directed,
        ties=Ties(source, target, weight, np.zeros(len(source), np.bool_)),
        columns=_Columns(node_frame),
        names=names,
        provenance=Provenance(origin=origin_of(nodes=nodes, edges=edges)),
    )


class _Columns(Mapping[str, Column]):
    """Attributes coded when first asked for: most are never measured by."""

    def __init__(self, frame: pl.DataFrame) -> None:
        self._frame = frame.drop("id")
        self._coded: dict[str, Column] = {}

    def __getitem__(self, name: str) -> Column:
        if name not in self._coded:
            if name not in self._frame.columns:
                raise KeyError(name)
            self._coded[name] = _code(name, self._frame[name])
        return self._coded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._frame.columns)

    def __len__(self) -> int:
        return self._frame.width


def _code(name: str, values: pl.Series) -> Column:
    text = values.cast(pl.String).str.strip_chars()
    blank = (text == "") | text.str.to_lowercase().is_in(list(MISSING_TEXTS))
    text = text.set(blank, None)
    categories = sorted(text.drop_nulls().unique().to_list())
    codes = text.cast(pl.Enum(categories)).to_physical().cast(pl.Int32).fill_null(-1)
    return Column(name, tuple(categories), codes.to_numpy().copy())


def read_table(path: Path) -> pl.DataFrame:
    """Every cell as text; Parquet as it is."""
    if not path.exists():
        raise InvalidInput("file_missing", path=path)
    try:
        if path.suffix.lower() in (".parquet", ".pq"):
            return pl.read_parquet(path)
        return pl.read_csv(path, infer_schema=False, separator=_separator(path))
    except pl.exceptions.NoDataError:
        raise UnreadableFile("file_empty", path=path) from None
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as error:
        if isinstance(error, pl.exceptions.ComputeError) and (line := _ragged(path)):
            raise UnreadableFile("line_beyond_heading", path=path, line=line) from error
        detail = str(error).splitlines()[0]
        raise UnreadableFile("file_unreadable", path=path, detail=detail) from error


def _separator(path: Path) -> str:
    """Semicolons are what a French spreadsheet writes."""
    with path.open(encoding="utf-8-sig", errors="replace") as lines:
        heading = lines.readline()
    return max(",;\t", key=heading.count)


def _ragged(path: Path) -> int | None:
    """The first line of more cells than the heading."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        rows = csv.reader(lines, delimiter=_separator(path))
        width = len(next(rows, []))
        return next((rows.line_num for row in rows if len(row) > width), None)


def text_column(frame: pl.DataFrame, name: str, path: Path) -> pl.Series:
    if name not in frame.columns:
        known = ", ".join(frame.columns)
        raise InvalidInput("column_missing", path=path, column=name, known=known)
    return frame[name].cast(pl.String).str.strip_chars()


def node_ids(frame: pl.DataFrame, path: Path) -> pl.Series:
    ids = text_column(frame, "id", path)
    refuse_first(ids.is_null() | (ids == ""), ids, "id_blank", path)
    refuse_first(ids.is_duplicated() & ~ids.is_first_distinct(), ids, "id_twice", path)
    return ids


def ends_of(frame: pl.DataFrame, name: str, known: pl.Enum, path: Path) -> np.ndarray:
    ends = text_column(frame, name, path)
    numbers = ends.cast(known, strict=False).to_physical()
    refuse_first(numbers.is_null(), ends, "edge_unknown_node", path)
    return numbers.cast(pl.Int32).to_numpy().copy()


def _weights(frame: pl.DataFrame, path: Path) -> np.ndarray:
    text = text_column(frame, "weight", path)
    weight = text.cast(pl.Float64, strict=False)
    good = weight.is_not_null() & weight.is_finite() & (weight > 0)
    refuse_first(~good.fill_null(value=False), text, "weight_invalid", path)
    return weight.to_numpy().copy()


def node_names(frame: pl.DataFrame, ids: pl.Series) -> tuple[str, ...]:
    if "name" not in frame.columns:
        return tuple(ids.to_list())
    names = frame["name"].cast(pl.String)
    return tuple(names.fill_null("").zip_with(names.fill_null("") != "", ids).to_list())


def refuse_first(wrong: pl.Series, values: pl.Series, code: str, path: Path) -> None:
    """A fault of the first line that is wrong, if one is."""
    where = wrong.fill_null(value=True).arg_true()
    if len(where):
        first = int(where[0])
        raise InvalidInput(code, path=path, line=first + FIRST_LINE, value=values[first] or "")


def origin_of(**files: Path) -> dict[str, str]:
    """The files and their digests, as a provenance names them."""
    digests = {
        f"{name}_sha256": sha256(path.read_bytes()).hexdigest() for name, path in files.items()
    }
    return {name: str(path) for name, path in files.items()} | digests
