"""A file that was sent: received, read as a job, its report kept for a while."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from fastapi import UploadFile

from maillage.api.deps import API
from maillage.api.files.import_form import ImportForm
from maillage.api.state import State
from maillage.api.work.jobs import Job
from maillage.api.work.writing import Writing
from maillage.graph.errors import InvalidInput
from maillage.ingest.lists.which_list import guess_lists, list_called
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Report

# From here on the answer is a job; smaller files are waited for, but not for ever.
LARGE_FILE = 1 << 20
LONGEST_NAME = 150


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was received, and how it is to be read."""

    path: Path
    name: str
    form: ImportForm


@dataclass(frozen=True, slots=True)
class Read:
    """The report of each list that a file holds, and whether they were guessed."""

    reports: Sequence[Report]
    guessed: bool


def submit(
    state: State, file: UploadFile, form: ImportForm, write: Writing
) -> tuple[Job[Read], int]:
    """The job that reads the file, and the size of the file."""
    name = shown_name(file.filename or "")
    sent = Sent(state.desk.receive(file.file), name, form)
    size = sent.path.stat().st_size

    def work(job: Job[Read]) -> Read:
        try:
            return _read(state, sent, job, write)
        except BaseException:
            state.desk.discard(sent.path)
            raise

    return state.jobs.submit(work, owner=form.options.author, kind="import"), size


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
    reports = [
        load(
            write.store,
            sent.path,
            as_list,
            options,
            name=sent.name,
            progress=job.step,
            turn=write.turn(),
        )
        for as_list, options in _lists(sent)
    ]
    state.desk.file(sent.path, reports)
    if written := [report.import_id for report in reports if report.written]:
        job.where = f"{API}/imports/{written[0]}"
    return Read(reports, guessed=not sent.form.as_list)


def _lists(sent: Sent) -> list[tuple[str, Options]]:
    """The one that was said, else those that its sheets are called after, else, as long as nothing
    is written, the one that its headings look like; and how each is to be read."""
    as_list, options = sent.form.as_list, sent.form.options
    found = [as_list] if as_list else _guessed(sent)
    if len(found) > 1:
        return [(name, _of_sheets(options, name)) for name in found]
    if not as_list and not options.dry_run:
        raise InvalidInput("list_needed")
    return [(found[0], options)]


def _guessed(sent: Sent) -> Sequence[str]:
    options = sent.form.options
    return guess_lists(sent.path, name=sent.name, of=options.of, sheets=options.sheets)


def _of_sheets(options: Options, as_list: str) -> Options:
    """Without what corrects a sheet of another list."""
    own = [one for one in options.corrections if list_called(one.sheet) == as_list]
    return replace(options, corrections=own)
