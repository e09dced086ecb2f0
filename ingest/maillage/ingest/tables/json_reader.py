"""JSON: a list of flat records, `{sheet: [records]}`, or one record per line.

The text is held, the records are not: they are decoded once to learn the columns and once more as
they are asked for. Numbers keep the digits they were written with.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from maillage.graph.errors import UnreadableFile
from maillage.ingest.problems import Problem, ProblemLog
from maillage.ingest.tables.csv_lines import unmarked_utf16
from maillage.ingest.tables.header import (
    leftover,
    name_columns,
    note_leftover,
)
from maillage.ingest.tables.json_scan import Items, MalformedJson, Repeated, lists_of
from maillage.ingest.tables.model import Row, Table
from maillage.ingest.tables.reading import Reading

_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class _Survey:
    """What a first walk through a list learns."""

    items: Items
    keys: dict[str, None] = field(default_factory=dict)
    first_line: int = 1
    others: int = 0
    cut_at: int | None = None


def read_json(reading: Reading) -> tuple[Table, ...]:
    """The tables of a JSON file, one per list of records."""
    reading.refuse_size(reading.limits.json_bytes)
    try:
        surveys = [_survey(items) for items in lists_of(_text_of(reading))]
    except RecursionError:
        raise reading.unreadable("file_json_deep") from None
    except MalformedJson as malformed:
        raise reading.unreadable("file_json_damaged", line=malformed.line) from None
    filled = [survey for survey in surveys if survey.keys]
    if not filled:
        raise _no_record(reading, surveys)
    for survey in filled:
        reading.refuse_width(len(survey.keys))
    return tuple(_table(reading, survey) for survey in _worth_reading(reading, filled))


def _text_of(reading: Reading) -> str:
    with reading.source.open() as raw:
        data = raw.read()
    unmarked = unmarked_utf16(data)
    if data.startswith(_MARKS_16):
        return data.decode("utf-16", "replace")
    if unmarked:
        return data.decode(unmarked, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        reading.log.add(Problem.of("encoding_cp1252"))
        return data.decode("cp1252", "replace")


def _survey(items: Items) -> _Survey:
    survey, seen = _Survey(items), ProblemLog(keep=1)
    for line, record in items.walk(seen):
        if not isinstance(record, dict):
            survey.others += 1
            continue
        if not survey.keys:
            survey.first_line = line
        survey.keys.update(dict.fromkeys(record))
    survey.cut_at = next((p.row for p in seen if p.code == "json_cut"), None)
    return survey


def _no_record(reading: Reading, surveys: list[_Survey]) -> UnreadableFile:
    line = next((survey.cut_at for survey in surveys if survey.cut_at), None)
    if line:
        return reading.unreadable("file_json_damaged", line=line)
    empty = bool(surveys) and not any(survey.others for survey in surveys)
    return reading.unreadable("file_empty" if empty else "file_json_shape")


def _worth_reading(reading: Reading, surveys: list[_Survey]) -> list[_Survey]:
    known = [survey for survey in surveys if any(map(reading.is_known, survey.keys))]
    for survey in surveys:
        if known and survey not in known:
            reading.log.add(Problem.of("sheet_ignored", sheet=survey.items.name))
    return known or surveys


def _table(reading: Reading, survey: _Survey) -> Table:
    name, line, keys = survey.items.name, survey.first_line, list(survey.keys)
    known = any(map(reading.is_known, keys))
    reading.note_header(sheet=name, line=line, known=known, above=())
    # No column is blank at the end: a key that nobody uses is not there.
    columns = name_columns(keys, [["x"] * len(keys)], sheet=name, line=line, log=reading.log)
    reader = _Reader(reading, survey, columns)
    return Table(
        name=name,
        columns=columns,
        header_line=0,
        rows=reader.rows(reading.log),
        sample=tuple(islice(reader.rows(ProblemLog()), reading.limits.sample_rows)),
        problems=reading.log,
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    reading: Reading
    survey: _Survey
    columns: tuple[str, ...]

    def rows(self, log: ProblemLog) -> Iterator[Row]:
        sheet = self.survey.items.name
        for line, record in self.survey.items.walk(log):
            if not isinstance(record, dict):
                log.add(Problem.of("json_not_a_row", sheet=sheet, row=line))
                continue
            if isinstance(record, Repeated):
                found = Problem.of("json_duplicate_key", sheet=sheet, row=line, value=record.again)
                log.add(found)
            cells = tuple(self._cell(record.get(key), key, line, log) for key in self.survey.keys)
            kind = leftover(cells, self.columns)
            if kind:
                note_leftover(kind, cells, sheet=sheet, line=line, log=log)
            else:
                yield Row(line, cells)

    def _cell(self, value: object, key: str, line: int, log: ProblemLog) -> str:
        if isinstance(value, str):
            return value if value.isascii() else value.encode("utf-8", "replace").decode()
        if value is None:
            return ""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, list) and not any(isinstance(item, (list, dict)) for item in value):
            return "|".join(filter(None, (self._cell(item, key, line, log) for item in value)))
        if _depth(value) > self.reading.limits.json_depth:
            raise self.reading.unreadable("file_json_deep")
        text = json.dumps(value, ensure_ascii=False).encode("utf-8", "replace").decode()
        sheet = self.survey.items.name
        log.add(Problem.of("json_nested", sheet=sheet, row=line, column=key, value=text))
        return text


def _depth(value: object) -> int:
    """How many levels a value nests, without recursion."""
    depth, level = 0, [value]
    while level:
        depth += 1
        level = [
            inner
            for item in level
            if isinstance(item, (list, dict))
            for inner in (item.values() if isinstance(item, dict) else item)
        ]
    return depth
