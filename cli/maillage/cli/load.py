"""`maillage load`, `imports`, `undo`: files in, their log, and back out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import click

from maillage.cli.interruption import what_is_saved_told
from maillage.cli.load_report import (
    check_report,
    print_problems,
    print_report,
    report_data,
    write_report,
)
from maillage.cli.not_begun import not_begun_told
from maillage.cli.opening import existing_store
from maillage.cli.output import print_json, print_table
from maillage.cli.settings import Settings, pass_settings, user_folder
from maillage.graph import ledger
from maillage.graph.errors import InvalidInput, UnreadableFile
from maillage.graph.model import Import, ImportState
from maillage.graph.numerals import number
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.columns.memory import ColumnMemory
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.which_list import guess_lists
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Report
from maillage.ingest.loading.source_dates import read_source_dates
from maillage.ingest.places.table import kept_communes

REFUSED = 1


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--as", "as_list", metavar="LIST")
@click.option("--sheet", "sheets", metavar="NAME", multiple=True)
@click.option("--pole", metavar="POLE")
@click.option("--new-pole", is_flag=True)
@click.option("--new-network", is_flag=True)
@click.option("--group", metavar="GROUP")
@click.option("--declared-by", metavar="ACTOR")
@click.option("--source", metavar="TITLE")
@click.option("--date", metavar="D")
@click.option("--complete", is_flag=True)
@click.option("--map", "columns", metavar="COLUMN=FIELD", multiple=True)
@click.option("--forget-map", is_flag=True)
@click.option("--known-only", is_flag=True)
@click.option("--sources", type=click.Path(dir_okay=False, path_type=Path), metavar="F.csv")
@click.option("--strict", is_flag=True)
@click.option("--dry-run", is_flag=True)
@click.option(
    "--report",
    "report_file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="F.json|.xlsx",
)
@pass_settings
def load_command(
    settings: Settings,
    files: tuple[Path, ...],
    as_list: str | None,
    sheets: tuple[str, ...],
    pole: str | None,
    new_pole: bool,
    new_network: bool,
    group: str | None,
    declared_by: str | None,
    source: str | None,
    date: str | None,
    complete: bool,
    columns: tuple[str, ...],
    forget_map: bool,
    known_only: bool,
    sources: Path | None,
    strict: bool,
    dry_run: bool,
    report_file: Path | None,
) -> int:
    with not_begun_told(settings):
        check_files(files)
        check_report(report_file, files)
        options = Options(
            pole=pole,
            new_pole=new_pole,
            new_network=new_network,
            group=group,
            declared_by=declared_by,
            source=source,
            date=date,
            complete=complete,
            sheets=sheets,
            columns=parse_columns(columns),
            memory=ColumnMemory(user_folder() / "columns.json"),
            forget_columns=forget_map,
            known_only=known_only,
            source_dates=read_source_dates(sources) if sources else {},
            communes=kept_communes(user_folder()),
            strict=strict,
            dry_run=dry_run,
        )
        store = open_store(settings.store_url)
    with closing(store):
        loaded = [
            report
            for file in files
            for report in _load_one(settings, store, file, as_list, options)
        ]
    reports = [report for report in loaded if report]
    unread = len(reports) < len(loaded)
    if settings.format == "json":
        print_json(report_data(reports, settings))
    elif settings.format == "csv":
        print_problems(settings, reports)
    if report_file and reports:
        write_report(report_file, files[0], reports, settings)
    refused = any(report.found_wrong or not (report.written or dry_run) for report in reports)
    return REFUSED if refused or unread else 0


def check_files(files: Sequence[Path]) -> None:
    """Before the first is loaded: whether they are all there."""
    for file in files:
        if not file.exists():
            raise UnreadableFile("file_missing", path=file)
        if file.is_dir():
            raise UnreadableFile("file_is_folder", path=file)


def parse_columns(given: Sequence[str]) -> dict[str, str]:
    """`COLUMN=` alone leaves the column out of the match."""
    columns: dict[str, str] = {}
    for item in given:
        column, separator, name = item.rpartition("=")
        if not separator or not column:
            raise InvalidInput("invalid_value", what="--map", value=item, expected="COLUMN=FIELD")
        columns[column] = name
    return columns


def _load_one(
    settings: Settings, store: Store, file: Path, as_list: str | None, options: Options
) -> Sequence[Report | None]:
    """Its report, or one for each list that it holds; None of a file that cannot be read, which is
    said. The others go on."""
    try:
        with what_is_saved_told(settings, store, file.name):
            lists = [as_list] if as_list else _recognised(settings, file, options)
            return [_loaded(settings, store, file, name, options) for name in lists]
    except UnreadableFile as error:
        click.echo(error.text(settings.lang), err=True)
        return [None]


def _recognised(settings: Settings, file: Path, options: Options) -> Sequence[str]:
    names = guess_lists(file, name=file.name, of=options.of, sheets=options.sheets)
    if len(names) > 1:
        settings.say(
            f"{file.name}\u202f: {len(names)} listes reconnues au nom de leur feuille.",
            f"{file.name}: {len(names)} lists known by the names of their sheets.",
        )
        return names
    label = list_spec(names[0]).label
    settings.say(
        f"{file.name}\u202f: liste reconnue à ses colonnes, {label.fr} (--as {names[0]}).",
        f"{file.name}: list known by its columns, {label.en} (--as {names[0]}).",
    )
    return names


def _loaded(settings: Settings, store: Store, file: Path, as_list: str, options: Options) -> Report:
    with progress_of(settings, file.name) as tick:
        report = load(store, file, as_list, options, progress=tick)
    if settings.format == "table":
        print_report(settings, report, strict=options.strict)
    return report


@contextmanager
def progress_of(settings: Settings, title: str) -> Iterator[Callable[[int], None]]:
    """Lines read, on a terminal; nothing in a pipe."""
    if settings.quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description} {task.fields[rows]}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task(title, total=None, rows="")
        yield lambda rows: shown.update(task, rows=number(rows, settings.lang))


@click.command()
@pass_settings
def imports_command(settings: Settings) -> None:
    with existing_store(settings) as store:
        found = store.imports()
    if settings.format == "json":
        print_json([_import_data(item) for item in found])
        return
    headings = settings.text(
        "import|liste|lignes|chargé le|état|titre", "import|list|rows|loaded on|state|title"
    ).split("|")
    rows = [
        (
            item.id,
            item.list,
            item.rows,
            _day(settings, item.loaded_at),
            _state(settings, item),
            _title(settings, item),
        )
        for item in found
    ]
    print_table(settings, headings, rows)


def _state(settings: Settings, item: Import) -> str:
    words: dict[ImportState, tuple[str, str]] = {
        "counts": ("compte", "counts"),
        "replaced": (f"remplacé par {item.replaced_by}", f"replaced by {item.replaced_by}"),
        "undone": ("annulé", "undone"),
    }
    return settings.text(*words[item.state])


def _title(settings: Settings, item: Import) -> str:
    """A mended copy bears the title of what it copies."""
    if not item.replaces:
        return item.title
    name = item.options.get("file", "")
    file = f" ({name})" if name not in ("", item.title) else ""
    return settings.text(f"{item.title}, copie corrigée{file}", f"{item.title}, mended copy{file}")


def _day(settings: Settings, moment: datetime) -> str:
    """For a person, the day by her own clock; for a machine, the moment as it is."""
    if settings.format == "csv":
        return moment.isoformat(timespec="minutes")
    return moment.astimezone().strftime(settings.text("%d/%m/%Y", "%Y-%m-%d"))


@click.command()
@click.argument("import_id", metavar="IMPORT")
@pass_settings
def undo_command(settings: Settings, import_id: str) -> None:
    with existing_store(settings) as store:
        given = {item.id for item in store.imports() if item.replaced_by == import_id}
        outcome = ledger.undo(store, import_id)
        back = [item.id for item in store.imports() if item.live and item.id in given]
    if settings.format == "json":
        print_json({"import_id": import_id, "revision": outcome.revision})
    settings.say(
        "Import annulé\u202f: comme s’il n’avait jamais été chargé. Les suivants restent.",
        "Import undone, as if never loaded. Later ones stay.",
    )
    for before in back:
        settings.say(
            f"{before}, dont il avait pris la place, compte de nouveau.",
            f"{before}, the place of which it took, counts again.",
        )


def _import_data(item: Import) -> dict[str, object]:
    return {
        "id": item.id,
        "list": item.list,
        "title": item.title,
        "sha256": item.sha256,
        "rows": item.rows,
        "loaded_at": item.loaded_at.isoformat(),
        "author": item.author,
        "live": item.live,
        "state": item.state,
        "replaces": item.replaces or None,
        "replaced_by": item.replaced_by or None,
        "complete_on": item.complete_on.text if item.complete_on else None,
    }
