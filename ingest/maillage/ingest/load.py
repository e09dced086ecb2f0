"""One file into a store: read, checked line by line, committed whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2s, sha256
from pathlib import Path

from maillage.graph import ledger
from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, NotFound, Refused, UnreadableFile
from maillage.graph.model import Import, Record, Ref, Waiting
from maillage.graph.port import Store
from maillage.ingest.lists.checks import first_lines, over_whole
from maillage.ingest.lists.ends import reference
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.problems import Problem
from maillage.ingest.report import Fate, Report
from maillage.ingest.sheets import Speech, read_records

Progress = Callable[[int], None]
_CHUNK = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a file is to be read, and who is speaking."""

    pole: str | None = None
    declared_by: str | None = None
    source: str | None = None
    date: str | None = None
    complete: bool = False
    # column → field, as the person says
    columns: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    dry_run: bool = False
    author: str = ""
    # When the documents that rows cite as their source spoke.
    source_dates: Mapping[str, DateSpan] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.complete and not self.date:
            raise InvalidInput("complete_without_date")

    @property
    def said(self) -> dict[str, str]:
        """What makes two loads of the same bytes say different things."""
        given = {
            "pole": self.pole,
            "declared_by": self.declared_by,
            "source": self.source,
            "date": self.date,
            "complete": "yes" if self.complete else None,
            **{f"map:{column}": name for column, name in self.columns.items()},
        }
        return {name: value for name, value in sorted(given.items()) if value}


def load(
    store: Store,
    file: Path | bytes,
    as_list: str,
    options: Options | None = None,
    *,
    name: str = "",
    progress: Progress = lambda _: None,
) -> Report:
    """Read a file as one kind of list; write what is accepted, all together.

    The report says the fate of each line. With `strict`, one refused line refuses the file.
    """
    options = options or Options()
    spec = list_spec(as_list)
    shown = name or (file.name if isinstance(file, Path) else "")
    item = _import(store, file, shown, as_list, options)
    report = Report(file=shown, list=as_list, import_id=item.id)
    speech = Speech(
        import_id=item.id,
        series=f"{as_list}|{item.title}|{options.pole or ''}|{options.declared_by or ''}",
        title=options.source or "",
        pole=item.scope,
        declared_by=_speaker(store, options),
        observed_on=item.observed_on,
        source_dates=options.source_dates,
    )
    records = list(
        read_records(
            file,
            name=shown,
            spec=spec,
            speech=speech,
            overrides=options.columns,
            report=report,
            progress=progress,
        )
    )
    records = _checked(records, report)
    item = replace(item, rows=len(records))
    if options.dry_run:
        evidence = ledger.Evidence.of(store).with_([item], records)
        _wait(report, records, evidence.graph().waiting)
        return report
    if records and not (options.strict and report.refused):
        report.outcome = ledger.add(store, item, records)
        report.written = True
        _wait(report, records, store.waiting())
    return report


def _import(store: Store, file: Path | bytes, name: str, as_list: str, options: Options) -> Import:
    digest = _sha256(file)
    key = "\x1e".join((digest, as_list, *(f"{k}={v}" for k, v in options.said.items())))
    date = DateSpan.parse(options.date) if options.date else None
    return Import(
        id="i-" + blake2s(key.encode(), digest_size=8).hexdigest(),
        sha256=digest,
        title=options.source or name,
        list=as_list,
        loaded_at=datetime.now(UTC),
        author=options.author,
        scope=_pole(store, options.pole) if options.pole else None,
        observed_on=date,
        complete_on=date if options.complete else None,
        options=options.said,
    )


def _sha256(file: Path | bytes) -> str:
    if isinstance(file, bytes):
        return sha256(file).hexdigest()
    digest = sha256()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        raise UnreadableFile("file_missing", path=file) from None
    except OSError as error:
        raise UnreadableFile("file_unreadable", path=file, detail=error.strerror) from error
    return digest.hexdigest()


def _pole(store: Store, text: str) -> Ref:
    """The pole of the option: an id or a name. One that is known must be a pole."""
    try:
        known = store.actor(text)
    except NotFound:
        return reference(text)
    if known.kind not in ("pole", "network"):
        raise Refused("not_a_pole", id=text, name=known.name)
    return Ref(ids=(text,))


def _speaker(store: Store, options: Options) -> Ref | None:
    """Who declares these lines: the actor said, else the pole whose list it is."""
    text = options.declared_by or options.pole
    if text is None:
        return None
    try:
        store.actor(text)
    except NotFound:
        return reference(text)
    return Ref(ids=(text,))


def _checked(records: list[Record], report: Report) -> list[Record]:
    """Without the lines that the whole file shows to be wrong."""
    for problem in first_lines(records):
        report.problems.add(problem)
    wrong: set[tuple[str, int]] = set()
    for problem in over_whole(records):
        report.problems.add(problem)
        if problem.row is not None:
            wrong.add((problem.sheet, problem.row))
            report.revise(problem.sheet, problem.row, Fate.REFUSED)
    return [record for record in records if (record.sheet, record.line) not in wrong]


def _wait(report: Report, records: Iterable[Record], waiting: Iterable[Waiting]) -> None:
    """Lines of this file that name what could be several known actors."""
    places = {record.id: (record.sheet, record.line) for record in records}
    for item in waiting:
        for record in item.records:
            if record in places:
                sheet, line = places[record]
                report.revise(sheet, line, Fate.WAITING)
                report.problems.add(
                    Problem.of(
                        "same_actor",
                        sheet=sheet,
                        row=line,
                        value=item.actor,
                        known=", ".join(item.candidates),
                    )
                )
