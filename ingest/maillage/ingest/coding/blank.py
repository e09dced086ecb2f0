"""A sheet to fill in for each coder: what is known of each organisation, and never its sector.

Each coder has a sheet of its own, so that none sees what another decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from maillage.graph.languages import Language
from maillage.graph.model import Actor
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.redaction import is_person
from maillage.graph.vocabulary import ACTOR_KINDS
from maillage.ingest.lists.codings import CODINGS
from maillage.ingest.lists.form import Form, write

_FIELDS = tuple(CODINGS.row.cells())
# What a decision may rest upon; nothing that already is one.
_EVIDENCE = ("legal_form", "legal_category", "naf", "activity", "commune", "departement", "web")
_WIDTHS = {"actor": 40, "known": 60, "note": 40}


def to_be_coded(network: Reader, pole: str | None = None) -> tuple[Actor, ...]:
    """Organisations that are named, by name; those of a pole if one is asked for.

    A sole trader is a person, and private by its form.
    """
    found = every(lambda after: network.actors(ActorQuery(pole=pole, after=after)))
    coded = (
        actor
        for actor in found
        if actor.named and not actor.collective and not ACTOR_KINDS[actor.kind].gathering
        if not is_person(actor.attributes)
    )
    return tuple(sorted(coded, key=lambda actor: (actor.name, actor.id)))


def blank_sheets(
    coders: Sequence[str], actors: Iterable[Actor], on: date, language: Language = "fr"
) -> bytes:
    """The workbook, as the bytes of an .xlsx file."""
    form, lines = Form.new(language), [_line(actor, on) for actor in actors]
    for coder in coders:
        sheet = form.sheet(coder)
        form.head(sheet, tuple(CODINGS.row.cells().values()))
        sheet.freeze_panes = "C2"
        for number, line in enumerate(lines, start=2):
            _fill(sheet, number, {**line, "coder": coder})
        for position, field in enumerate(_FIELDS):
            if field in _WIDTHS:
                sheet.column_dimensions[chr(ord("A") + position)].width = _WIDTHS[field]
    return form.content()


def _line(actor: Actor, on: date) -> Mapping[str, str]:
    known = (str(actor.attributes[name]) for name in _EVIDENCE if actor.attributes.get(name))
    return {
        "actor_id": actor.id,
        "actor": actor.name,
        "known": " ; ".join(known),
        "coded_on": on.isoformat(),
    }


def _fill(sheet: Worksheet, number: int, line: Mapping[str, str]) -> None:
    for position, field in enumerate(_FIELDS, start=1):
        if text := line.get(field):
            write(sheet.cell(number, position), text)
