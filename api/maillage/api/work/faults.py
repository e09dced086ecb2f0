"""An error as data: kept with a job that failed, told by another process."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from maillage.graph import errors
from maillage.graph.vocabulary import Label

INTERNAL = "internal"


class Fault(BaseModel):
    """`kind`: the class of `graph.errors`; anything else is nobody's fault but ours."""

    model_config = ConfigDict(frozen=True)

    kind: str
    code: str
    values: dict[str, int | float | str | Label] = {}

    @classmethod
    def of(cls, error: BaseException) -> Fault:
        if not isinstance(error, errors.MaillageError):
            return cls(kind=INTERNAL, code=INTERNAL)
        values = {
            name: value if isinstance(value, int | float | Label) else str(value)
            for name, value in error.values.items()
        }
        return cls(kind=type(error).__name__, code=error.code, values=values)

    def error(self) -> errors.MaillageError | None:
        """The error again; None where it was not one of ours."""
        kind = getattr(errors, self.kind, None)
        if not isinstance(kind, type) or not issubclass(kind, errors.MaillageError):
            return None
        return kind(self.code, **self.values)
