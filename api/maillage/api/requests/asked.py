"""Values of a request, read as the domain reads them: what it does not understand is refused in its
own sentence, as the value of that very field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, TypeVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from maillage.graph.dates import DateSpan
from maillage.graph.errors import InvalidInput, MaillageError, UnknownName
from maillage.graph.folding import fold
from maillage.graph.territories import departement, departements
from maillage.graph.vocabulary import ACTOR_KINDS, TIE_KINDS, Sector, Standing, Status
from maillage.ingest.cells import parse_name, parse_note

T = TypeVar("T")

LONGEST_DATE = 21
# Of one question.
MOST_MEASURES = 20
MOST_PERMUTATIONS = 100_000
# The type of such an error, beside those of pydantic.
TOLD = "told"


def understood(read: Callable[[str], T]) -> AfterValidator:
    """Text that `read` makes something of; what it does not understand, it says itself."""

    def checked(text: str) -> T:
        try:
            return read(text)
        except MaillageError as error:
            raise as_told(error) from None

    return AfterValidator(checked)


def as_told(error: MaillageError) -> PydanticCustomError:
    """An error of ours, as that of a field."""
    return PydanticCustomError(TOLD, "told", {"fault": error})


def _date(text: str) -> str:
    if text:
        DateSpan.parse(text)
    return text


def _one_of(what: str, known: Iterable[str]) -> AfterValidator:
    names = {fold(name): name for name in known}

    def read(text: str) -> str:
        if found := names.get(fold(text)):
            return found
        raise UnknownName.of(what, text, names.values())

    return understood(read)


def _departement(text: str) -> str:
    """Its code, by which actors are kept."""
    if found := departement(text):
        return found.code
    known = departements()
    spelled = [one.name for one in known.values()]
    raise UnknownName.of("departement", text, known, spelled=spelled)


def one_line(text: str) -> str:
    """As a name in a list is read: without what cannot be seen or turns the reading round."""
    found = parse_name(text)
    if found.code == "name_too_long":
        most = dict(found.values)["limit"]
        raise InvalidInput("text_too_long", most=most)
    return found.value or ""


def several_lines(text: str) -> str:
    """As a note in a list is read."""
    return parse_note(text).value or ""


def _some_line(text: str) -> str:
    if not (line := one_line(text)):
        raise InvalidInput("text_blank")
    return line


LINE = understood(one_line)
# Written as 2014, 2014-09 or 2014-09-19; an empty one is none, where it need not be said.
Date = Annotated[
    str, Field(max_length=LONGEST_DATE, examples=["2014", "2014-09-19"]), understood(_date)
]
Day = Annotated[
    str,
    Field(min_length=4, max_length=LONGEST_DATE, examples=["2012", "2014-09-19"]),
    understood(_date),
]
# Examples are those of the demonstration.
LONGEST_ID = 200
PoleId = Annotated[str, Field(max_length=LONGEST_ID, examples=["ptce-sud-aquitaine"])]
ActorId = Annotated[str, Field(max_length=LONGEST_ID, examples=["ptce-dombinnov", "rtes"])]
ViewName = Annotated[str, Field(max_length=200, examples=["direct", "layer:affiliation"])]
Partition = Annotated[str, Field(max_length=100, examples=["sector", "departement"])]
Text = Annotated[str, Field(max_length=200, examples=["val horizon"])]
_Word = Annotated[str, Field(max_length=100)]
Departement = Annotated[_Word, understood(_departement)]
ActorKindName = Annotated[_Word, _one_of("kind", ACTOR_KINDS)]
TieKindName = Annotated[_Word, _one_of("kind", TIE_KINDS)]
SectorName = Annotated[_Word, _one_of("sector", Sector)]
StatusName = Annotated[_Word, _one_of("status", Status)]
StandingName = Annotated[_Word, _one_of("standing", Standing)]
# What somebody types for others to read.
Title = Annotated[str, Field(min_length=1, max_length=200), understood(_some_line)]
Words = Annotated[str, Field(max_length=5_000), understood(several_lines)]
