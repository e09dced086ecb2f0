"""What `maillage load` says of a file: on the terminal, as JSON, as a copy with marked cells."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from maillage.cli.files import write_bytes, write_text
from maillage.cli.output import number, print_lines, print_table
from maillage.cli.settings import Settings
from maillage.graph.errors import InvalidInput, Refused
from maillage.graph.vocabulary import Label
from maillage.graph.wording import fill, listed
from maillage.ingest.loading.report import How, Report, ReportData
from maillage.ingest.problems import Problem

# Of each kind of finding, how many lines a terminal shows; the report holds the others.
SHOWN_PER_CODE = 10
# Good to know, and asked for: said although nothing is to be done.
SAID_ALL_THE_SAME = (
    "sheets_read",
    "columns_by_part",
    "matrix_read",
    "sheet_not_asked",
    "sheets_not_asked",
    "sheet_of_others",
    "sheets_of_others",
    "sheet_empty",
    "sheets_empty",
    "comments_not_read",
    "complete_first",
    "complete_kept",
    "pole_new",
    "network_new",
    "group_new",
    "decision_known",
)
# What is said of several columns of a sheet, or of several sheets, in one sentence.
_TOGETHER = {
    "column_unknown": "columns_unknown",
    "sheet_ignored": "sheets_ignored",
    "sheet_not_asked": "sheets_not_asked",
    "sheet_of_others": "sheets_of_others",
    "sheet_empty": "sheets_empty",
}
PROBLEM_COLUMNS = ("level", "code", "sheet", "row", "column", "value", "message", "hint")
# one, several
_FOUND: dict[How, tuple[Label, Label]] = {
    "by_number": (
        Label("connu par un identifiant", "known by an identifier"),
        Label("connus par un identifiant", "known by an identifier"),
    ),
    "by_name": (
        Label("connu par son nom", "known by name"),
        Label("connus par leur nom", "known by name"),
    ),
    "new": (Label("nouveau", "new"), Label("nouveaux", "new")),
    "waiting": (Label("à départager", "to tell apart"), Label("à départager", "to tell apart")),
}


def check_report(path: Path | None, files: Sequence[Path]) -> None:
    """Before anything is loaded: whether the report can be what is asked."""
    if path is None:
        return
    if path.suffix.lower() not in (".json", ".xlsx"):
        raise InvalidInput(
            "invalid_value", what="--report", value=path.name, expected=".json, .xlsx"
        )
    if not path.parent.is_dir():
        raise InvalidInput("folder_missing", path=path.parent)
    if path.exists() and any(path.samefile(file) for file in files):
        raise Refused("report_is_input", path=path)
    if path.suffix.lower() == ".xlsx" and len(files) > 1:
        raise InvalidInput("report_one_file", path=path.name)


def print_problems(settings: Settings, reports: Sequence[Report]) -> None:
    """Every finding as a row, of which a spreadsheet can be made."""
    rows = [
        [report.file, report.import_id or "", *(item.get(name) for name in PROBLEM_COLUMNS)]
        for report in reports
        for item in report.as_data(settings.lang)["problems"]
    ]
    print_table(settings, ["file", "import", *PROBLEM_COLUMNS], rows)


def print_report(settings: Settings, report: Report, *, strict: bool) -> None:
    """The sentence, then each line to look at with its reason: with --quiet, the refused ones."""
    click.echo(f"{report.file} – {report.summary(settings.lang)}")
    _print_problems(settings, report)
    if not (settings.quiet or report.again):  # who is new was told the first time
        _print_references(settings, report)
    if report.again:
        settings.say(
            f"Déjà chargé ({report.import_id})\u202f: rien ne change.",
            f"Already loaded ({report.import_id}): nothing changes.",
        )
    elif report.written:
        if report.replaces:
            settings.say(
                f"Ces lignes corrigées prennent la place de celles de {report.replaces}.",
                f"These mended lines take the place of those of {report.replaces}.",
            )
        settings.say(
            f"Import {report.import_id} enregistré ("
            f"«\u202fmaillage undo {report.import_id}\u202f» l’annule).",
            f"Import {report.import_id} saved (“maillage undo {report.import_id}” takes it back).",
        )
    elif strict and report.found_wrong:
        settings.say(
            "Rien n’a été enregistré\u202f: avec --strict, une ligne refusée refuse le fichier.",
            "Nothing was saved: with --strict, a refused line refuses the file.",
        )
    else:
        settings.say("Rien n’a été enregistré.", "Nothing was saved.")
    if settings.quiet and report.written and report.import_id:
        # What a script needs to take it back.
        click.echo(report.import_id)


def write_report(path: Path, file: Path, reports: Sequence[Report], settings: Settings) -> None:
    if path.suffix.lower() == ".xlsx":
        from maillage.ingest.loading.marked import marked_copy  # noqa: PLC0415 -- openpyxl is slow to load

        write_bytes(path, marked_copy(file, reports, settings.lang))
    else:
        shown = report_data(reports, settings)
        write_text(path, json.dumps(shown, ensure_ascii=False, indent=2))


def report_data(reports: Sequence[Report], settings: Settings) -> ReportData | list[ReportData]:
    """One report, or the list of them."""
    data = [report.as_data(settings.lang) for report in reports]
    return data[0] if len(data) == 1 else data


def _print_problems(settings: Settings, report: Report) -> None:
    """The first of each kind, and of each column at least one: no reason goes unsaid."""
    met, shown = Counter[str](), Counter[str]()
    columns: set[tuple[str, str]] = set()
    for problem in _said(settings, report):
        code, column = problem.code, (problem.code, problem.column)
        met[code] += 1
        if shown[code] < SHOWN_PER_CODE or column not in columns:
            shown[code] += 1
            columns.add(column)
            _print_problem(settings, problem)
    for code, others in (met - shown + Counter(report.problems.beyond)).items():
        if code in met:
            _print_others(settings, code, others)


def _said(settings: Settings, report: Report) -> Iterator[Problem]:
    """What a person is told: with --quiet, refusals alone."""
    absent = {(one.sheet, one.value) for one in report.problems if one.code == "column_missing"}
    for problem in _gathered(report.problems.in_order()):
        if settings.quiet and problem.level != "refused":
            continue
        if problem.level == "info" and problem.code not in SAID_ALL_THE_SAME:
            continue
        if problem.code == "value_missing" and (problem.sheet, problem.column) in absent:
            continue  # said of the column once
        yield problem


def _gathered(problems: Sequence[Problem]) -> Iterator[Problem]:
    """The columns of a sheet that are not recognised, in one sentence where there are several, and
    so the sheets that are left aside; what is said of a column without a heading, or with that of
    another, is said once."""
    said = _columns_said(problems)
    problems = [p for p in problems if (p.code, p.sheet, p.column) not in said]
    alike: dict[tuple[str, str], list[str]] = {}
    for problem in problems:
        alike.setdefault(_kind(problem), []).append(problem.column or problem.sheet)
    for problem in problems:
        names = alike[_kind(problem)]
        if problem.code not in _TOGETHER or len(names) == 1:
            yield problem
        elif (problem.column or problem.sheet) == names[0]:
            shown = listed([fill(("« {one} »", "“{one}”"), one=name) for name in names])
            code, sheet = _kind(problem)
            yield Problem.of(_TOGETHER[code], sheet=sheet, names=shown)


def _kind(problem: Problem) -> tuple[str, str]:
    """What is said, and in which sheet if not of the sheet itself."""
    return problem.code, problem.sheet if problem.column else ""


def _columns_said(problems: Sequence[Problem]) -> set[tuple[str, str, str]]:
    """Of which columns what code is already told by another."""
    renamed = {
        (p.sheet, p.column) for p in problems if p.code in ("column_unnamed", "duplicate_header")
    }
    return {(code, *place) for place in renamed for code in ("column_unknown", "column_ambiguous")}


def _print_problem(settings: Settings, problem: Problem) -> None:
    place = _place(settings, problem)
    colon = settings.text("\u202f: ", ": ") if place else ""
    print_lines(f"{place}{colon}{problem.message(settings.lang)}", "  ")
    if hint := problem.hint(settings.lang):
        print_lines(f"→ {hint}", "    ")


def _place(settings: Settings, problem: Problem) -> str:
    """« Adhésions, ligne 7, N° SIREN »; what a sentence says itself is not said twice."""
    line = ""
    if problem.row is not None and problem.level != "refused":
        line = settings.text("ligne", "line") + f" {problem.row}"
    column = problem.column if problem.row is not None else ""
    if column and column in problem.message(settings.lang):
        column = ""
    return ", ".join(filter(None, (problem.sheet, line, column)))


def _print_others(settings: Settings, code: str, others: int) -> None:
    count = number(others, settings.lang)
    told = settings.text(
        f"{count} autre ligne de même" if others == 1 else f"{count} autres lignes de même",
        f"{count} other line alike" if others == 1 else f"{count} other lines alike",
    )
    click.echo(f"  … {told} ({code}, --report)")


def _print_references(settings: Settings, report: Report) -> None:
    if report.references:
        parts = (
            f"{number(count, settings.lang)} {labels[count > 1].text(settings.lang)}"
            for how, labels in _FOUND.items()
            if (count := report.references[how])
        )
        said = settings.text("Acteurs nommés\u202f: ", "Actors named: ")
        print_lines(f"{said}{', '.join(parts)}.", "  ")
    if by_name := report.references["by_name"]:
        said, which = ("Par son nom", "lequel") if by_name == 1 else ("Par leur nom", "lesquels")
        print_lines(
            settings.text(
                f"→ {said}\u202f: un seul acteur le porte, accents et majuscules à part. "
                f"--report dit {which}.",
                "→ By name: one actor alone bears it, accents and case aside. --report says which.",
            ),
            "    ",
        )
