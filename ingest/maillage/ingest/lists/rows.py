"""What a column of a list is: how its cells are read, what it is called, what it is for.

A list is a pydantic model whose fields carry a `Cell`. From the model follow the reading of its
rows, the published Table Schema, the XLSX and CSV templates and the documentation.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Self

from pydantic import BaseModel, ConfigDict

from maillage.graph.vocabulary import Label
from maillage.graph.wording import french_spaces
from maillage.ingest.lists.drafts import Draft, Scene

CellType = str


@dataclass(frozen=True, slots=True)
class Cell:
    """How a cell is read (`reads` names a reader of `lists.readers`) and presented."""

    reads: CellType
    label: Label
    help: Label
    example: str = ""
    # code → what people write for it, besides the code itself
    choices: Mapping[str, tuple[str, ...]] | None = None
    # code → what people write for it that says more than it
    finer: Mapping[str, tuple[str, ...]] | None = None
    # A row without it, or where it cannot be read, is refused.
    required: bool = False
    # A row where it holds something that cannot be read is refused: it is what the row is for.
    decisive: bool = False


def cell(
    reads: CellType,
    label: tuple[str, str],
    help: tuple[str, str] = ("", ""),
    example: str = "",
    choices: Mapping[str, tuple[str, ...]] | None = None,
    *,
    finer: Mapping[str, tuple[str, ...]] | None = None,
    required: bool = False,
    decisive: bool = False,
) -> Cell:
    return Cell(
        reads,
        Label(*label),  # with the spaces of a keyboard: it heads a column of a file
        Label(french_spaces(help[0]), help[1]),
        example,
        choices,
        finer,
        required=required,
        decisive=decisive,
    )


def name_cell(fr: str, en: str, example: str = "", *, reads: CellType = "name") -> Cell:
    """Of an actor that the row does not describe: `lists.ends` says whom it means."""
    help_ = ("nom, SIREN, RNA ou identifiant", "name, SIREN, RNA or id")
    return cell(reads, (fr, en), help_, example)


def id_cell(fr: str, en: str) -> Cell:
    return cell("id", (f"Identifiant : {fr}", f"Id: {en}"))


def choice_label(code: str, said: tuple[str, ...]) -> Label:
    """The words by which a choice is offered: the French one, then the English one."""
    return Label(said[0], said[min(1, len(said) - 1)]) if said else Label(code, code)


# A row is frozen.
_put = object.__setattr__


class Row(BaseModel):
    """A row whose cells have been read."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    # Fields of which at least one must be filled, with the problem's column if none is.
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = ()
    # Fields of the start and the end of the tie that a line tells.
    spell: ClassVar[tuple[str, str] | None] = None

    @classmethod
    def of_read(cls, values: dict[str, object]) -> Self:
        """From `blank` and what the readers of its cells made, each of the type of its field:
        checked when the cell was read, it is not checked again."""
        row = cls.__new__(cls)
        _put(row, "__dict__", values)
        _put(row, "__pydantic_fields_set__", cls._names())
        _put(row, "__pydantic_extra__", None)
        _put(row, "__pydantic_private__", None)
        return row

    @classmethod
    @cache
    def blank(cls) -> dict[str, object]:
        """What each field holds where nothing is said; to be copied."""
        return {
            name: None if field.is_required() else field.default
            for name, field in cls.model_fields.items()
        }

    @classmethod
    @cache
    def _names(cls) -> set[str]:
        return set(cls.model_fields)

    @classmethod
    @cache
    def cells(cls) -> Mapping[str, Cell]:
        """The columns in the order of the template: the list's own, then those it shares."""
        own = cls.__annotations__
        names = sorted(cls.model_fields, key=lambda name: name not in own)
        return {
            name: next(item for item in cls.model_fields[name].metadata if isinstance(item, Cell))
            for name in names
        }

    @classmethod
    @cache
    def needed(cls) -> tuple[tuple[str, ...], ...]:
        """The fields, or choices of fields, without which a line says nothing."""
        required = ((name,) for name, cell in cls.cells().items() if cell.required)
        return (*required, *cls.one_of)


@dataclass(frozen=True, slots=True)
class ListSpec:
    """One kind of list: its row, and what a row says of actors and ties.

    `says` answers None for a row that was left blank. With `known_only` a row that names an actor
    nobody knows is refused. `whose` are the fields of which one says whose list it is, where the
    option `--pole` (or `--group`) does not; these and the `shared` ones stand alike on many lines.
    `to_read` are the columns that our own sheets of it have for the eye alone: nothing of them is
    kept, nor said.
    """

    name: str
    label: Label
    purpose: Label
    row: type[Row]
    says: Callable[..., Draft | None]
    known_only: bool = False
    whose: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    to_read: tuple[Label, ...] = ()

    def say(self, row: Row, scene: Scene) -> Draft | None:
        return self.says(row, scene)
