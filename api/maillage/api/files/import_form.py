"""The form that a file is sent with: how it is to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, TypeVar

from fastapi import Depends, Form, HTTPException
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from maillage.api.access.auth import TheEditor, check_pole
from maillage.api.deps import TheState
from maillage.api.requests.asked import Date
from maillage.graph.errors import InvalidInput
from maillage.ingest.loading.corrections import Correction
from maillage.ingest.loading.load import Options

T = TypeVar("T")

# The one list that speaks of a single pole, and of nobody else.
OF_ONE_POLE = "members"
# Field of a form that is text: what is too long for it is refused by the parser of forms.
MOST_JSON = 1 << 20
TextField = Annotated[str, Form(max_length=500)]
Heading = Annotated[str, Field(max_length=10_000)]
Cell = Annotated[str, Field(max_length=100_000)]
SheetName = Annotated[str, Field(max_length=500)]
MOST_SHEETS = 100


class CorrectionIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sheet: SheetName
    row: Annotated[int, Field(ge=0)]
    column: Heading
    value: Cell


_MAP = TypeAdapter(
    Annotated[dict[Heading, Annotated[str, Field(max_length=200)]], Field(max_length=1_000)]
)
_CORRECTIONS = TypeAdapter(Annotated[list[CorrectionIn], Field(max_length=20_000)])


@dataclass(frozen=True, slots=True)
class ImportForm:
    """`as_list`: empty if nobody said which list it is."""

    as_list: str
    options: Options


def form_of(
    state: TheState,
    person: TheEditor,
    as_: Annotated[str, Form(alias="as", max_length=100)] = "",
    *,
    dry_run: Annotated[bool, Form()] = False,
    pole: TextField = "",
    group: TextField = "",
    new_pole: Annotated[bool, Form()] = False,
    new_network: Annotated[bool, Form()] = False,
    declared_by: TextField = "",
    source: TextField = "",
    date: Annotated[Date, Form()] = "",
    complete: Annotated[bool, Form()] = False,
    sheet: Annotated[list[SheetName] | None, Form(max_length=MOST_SHEETS)] = None,
    strict: Annotated[bool, Form()] = False,
    map_: Annotated[str, Form(alias="map", max_length=MOST_JSON)] = "",
    corrections: Annotated[str, Form(max_length=MOST_JSON)] = "",
) -> ImportForm:
    check_pole(person, pole or None)
    if person.pole is not None and (as_ != OF_ONE_POLE or declared_by not in ("", pole)):
        raise HTTPException(403)
    told = _said_of_columns(map_)
    options = Options(
        pole=pole or None,
        new_pole=new_pole,
        new_network=new_network,
        group=group or None,
        # A form may leave it for later.
        ask_pole=True,
        declared_by=declared_by or None,
        source=source or None,
        date=date or None,
        complete=complete,
        # A field that is left blank asks for none.
        sheets=[name for name in sheet or () if name],
        columns={heading: field for heading, field in told.items() if field},
        # Nothing is kept of them.
        left_out=[heading for heading, field in told.items() if not field],
        corrections=_corrections(corrections),
        strict=strict,
        dry_run=dry_run,
        author=person.name,
        of_pole_only=person.pole is not None,
        communes=state.communes,
    )
    return ImportForm(as_, options)


TheForm = Annotated[ImportForm, Depends(form_of)]


def _said_of_columns(text: str) -> Mapping[str, str]:
    return _parsed("map", text, _MAP.validate_json, '{"colonne": "champ"}') if text else {}


def _corrections(text: str) -> list[Correction]:
    expected = '[{"sheet": "", "row": 2, "column": "…", "value": "…"}]'
    told = _parsed("corrections", text, _CORRECTIONS.validate_json, expected) if text else []
    return [Correction(one.sheet, one.row, one.column, one.value) for one in told]


def _parsed(what: str, text: str, read: Callable[[str], T], expected: str) -> T:
    try:
        return read(text)
    except ValidationError:
        raise InvalidInput("invalid_value", what=what, value="…", expected=expected) from None
