"""A file that was sent: received, read as a job, its report kept for a while."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from fastapi import UploadFile
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from maillage.api.deps import API
from maillage.api.jobs import Job
from maillage.api.state import State
from maillage.api.writing import Writing
from maillage.graph.errors import InvalidInput
from maillage.ingest.lists.which_list import guess_list
from maillage.ingest.loading.corrections import Correction
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Report

T = TypeVar("T")

# From here on the answer is a job; smaller files are waited for, but not for ever.
LARGE_FILE = 1 << 20
LONGEST_NAME = 150

Heading = Annotated[str, Field(max_length=10_000)]
Cell = Annotated[str, Field(max_length=100_000)]


class CorrectionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sheet: Annotated[str, Field(max_length=500)]
    row: Annotated[int, Field(ge=0)]
    column: Heading
    value: Cell


_MAP = TypeAdapter(
    Annotated[dict[Heading, Annotated[str, Field(max_length=200)]], Field(max_length=1_000)]
)
_CORRECTIONS = TypeAdapter(Annotated[list[CorrectionIn], Field(max_length=20_000)])


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was received, and how it is to be read; the list is guessed if none is said."""

    path: Path
    name: str
    as_list: str
    options: Options


@dataclass(frozen=True, slots=True)
class Read:
    """The report of a file, and whether its list was guessed."""

    report: Report
    guessed: bool


def submit(
    state: State, file: UploadFile, as_list: str, options: Options, write: Writing
) -> tuple[Job[Read], int]:
    """The job that reads the file, and the size of the file."""
    name = shown_name(file.filename or "")
    if not as_list and not options.dry_run:
        raise InvalidInput("list_needed")
    sent = Sent(state.desk.receive(file.file), name, as_list, options)
    size = sent.path.stat().st_size

    def work(job: Job[Read]) -> Read:
        try:
            return _read(state, sent, job, write)
        except BaseException:
            state.desk.discard(sent.path)
            raise

    return state.jobs.submit(work, owner=options.author or "", kind="import"), size


def said_of_columns(text: str) -> tuple[dict[str, str], list[str]]:
    """Columns and their fields; columns of which nothing is kept, told by an empty field."""
    told = _parsed("map", text, _MAP.validate_json, '{"colonne": "champ"}') if text else {}
    left_out = [heading for heading, field in told.items() if not field]
    return {heading: field for heading, field in told.items() if field}, left_out


def corrections(text: str) -> list[Correction]:
    expected = '[{"sheet": "", "row": 2, "column": "…", "value": "…"}]'
    told = _parsed("corrections", text, _CORRECTIONS.validate_json, expected) if text else []
    return [Correction(one.sheet, one.row, one.column, one.value) for one in told]


def shown_name(filename: str) -> str:
    """The last part of the name as it may be shown; never a path.

    >>> shown_name("../../etc/passwd"), shown_name("C:\\\\x\\\\liste.xlsx")
    ('passwd', 'liste.xlsx')
    """
    last = re.split(r"[/\\]", filename)[-1]
    plain = "".join(char for char in last if unicodedata.category(char)[0] != "C").strip()
    stem, dot, suffix = plain.rpartition(".")
    if len(plain) > LONGEST_NAME and dot:
        plain = f"{stem[: LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return plain[:LONGEST_NAME].strip(".") or "fichier"


def _read(state: State, sent: Sent, job: Job[Read], write: Writing) -> Read:
    report = load(
        write.store,
        sent.path,
        sent.as_list or guess_list(sent.path, name=sent.name, of=sent.options.of),
        sent.options,
        name=sent.name,
        progress=job.step,
        turn=write.turn(),
    )
    state.desk.file(sent.path, report)
    if report.written:
        job.where = f"{API}/imports/{report.import_id}"
    return Read(report, guessed=not sent.as_list)


def _parsed(what: str, text: str, read: Callable[[str], T], expected: str) -> T:
    try:
        return read(text)
    except ValidationError:
        raise InvalidInput("invalid_value", what=what, value="…", expected=expected) from None
