"""Walks a JSON text item by item, numbering each; what is cut or malformed is said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from maillage.ingest.problems import Problem, ProblemLog

_SPACE = re.compile(r"[ \t\r\n]*")
_WHOLE = re.compile(r"(-?[0-9]+)\.0+")


class Repeated(dict[str, object]):
    """A record in which a field was written twice; `again` is its name."""

    again: str = ""


class MalformedJson(ValueError):
    """No item of the text can be told."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True, slots=True)
class Items:
    """A list of the text, to be walked as often as wanted: `[…]` at `start`, or one item a line."""

    text: str
    name: str
    start: int
    by_line: bool = False

    def walk(self, log: ProblemLog) -> Iterator[tuple[int, object]]:
        """Each item with its number from 1 in a list, with its line in a file of lines."""
        return self._walk_lines(log) if self.by_line else self._walk_list(log)

    def _walk_list(self, log: ProblemLog) -> Iterator[tuple[int, object]]:
        text, position = self.text, _skip(self.text, self.start + 1)
        number = 0
        while text[position : position + 1] != "]":
            number += 1
            try:
                value, position = _DECODER.raw_decode(text, position)
            except ValueError:
                log.add(Problem.of("json_cut", sheet=self.name, row=number))
                return
            yield number, value
            position = _skip(text, position)
            if text[position : position + 1] == ",":
                position = _skip(text, position + 1)
            elif text[position : position + 1] != "]":
                log.add(Problem.of("json_cut", sheet=self.name, row=number))
                return

    def _walk_lines(self, log: ProblemLog) -> Iterator[tuple[int, object]]:
        text, position = self.text, _skip(self.text, self.start)
        line, ends, counted = 0, 0, 0
        while position < len(text):
            ends, counted = ends + text.count("\n", counted, position), position
            # Two records on one line still have a number each.
            line = max(line + 1, ends + 1)
            try:
                value, position = _DECODER.raw_decode(text, position)
                yield line, value
            except ValueError:
                log.add(Problem.of("json_not_a_row", sheet=self.name, row=line))
                position = text.find("\n", position)
                if position < 0:
                    return
            position = _skip(text, position)


def lists_of(text: str) -> list[Items]:
    """The lists of records of a text: itself, its fields, or its lines."""
    start = _skip(text, 0)
    if text[start : start + 1] == "[":
        return [Items(text, "", start)]
    try:
        value, _ = _DECODER.raw_decode(text, start)
    except ValueError as error:
        return _lines_or_cut(text, start, error)
    if not isinstance(value, dict):
        return []
    if any(_is_list_of_records(field) for field in value.values()):
        return _fields(text, start)
    return [Items(text, "", start, by_line=True)] if value else []


def _lines_or_cut(text: str, start: int, error: ValueError) -> list[Items]:
    """A first line that is malformed does not hide the others; a cut record has no others."""
    following = [line for line in text[start:].split("\n", 50)[1:50] if line.lstrip()[:1] == "{"]
    for line in following:
        try:
            _DECODER.raw_decode(line.lstrip())
        except ValueError:
            continue
        return [Items(text, "", start, by_line=True)]
    position = getattr(error, "pos", 0)
    raise MalformedJson(text.count("\n", 0, position) + 1)


def _fields(text: str, start: int) -> list[Items]:
    """The lists among the fields of the record at `start`, known to be well formed."""
    found: list[Items] = []
    position = _skip(text, start + 1)
    while text[position] != "}":
        name, position = _DECODER.raw_decode(text, position)
        position = _skip(text, _skip(text, position) + 1)
        value, end = _DECODER.raw_decode(text, position)
        if _is_list_of_records(value):
            found.append(Items(text, str(name), position))
        position = _skip(text, end)
        if text[position] == ",":
            position = _skip(text, position + 1)
    return found


def _is_list_of_records(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def _skip(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _record(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) == len(pairs):
        return record
    repeated = Repeated(record)
    names = [name for name, _ in pairs]
    repeated.again = next(name for name in names if names.count(name) > 1)
    return repeated


def _decimal_text(text: str) -> str:
    """Numbers keep their digits; a program that writes every number with `.0` is forgiven."""
    match = _WHOLE.fullmatch(text)
    return match[1] if match else text


_DECODER = json.JSONDecoder(
    object_pairs_hook=_record, parse_float=_decimal_text, parse_int=str, parse_constant=str
)
