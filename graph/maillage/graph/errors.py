"""Everything that can go wrong, drawn once.

    MaillageError                 one sentence in French or English, a stable code
    ├── StoreError
    │   ├── StoreUrlError         an address nobody can open
    │   ├── StoreUnavailable      missing, locked, down, too slow, interrupted
    │   ├── StoreRefused          password, rights
    │   ├── StoreVersionError     written by a newer Maillage, or an unsupported server
    │   ├── StoreCorrupt          not a store, or a damaged one
    │   ├── StoreFull             no room left
    │   └── StoreConflict         somebody else wrote in between
    ├── InvalidInput              what was asked cannot be understood
    │   ├── UnknownName           a kind, view, measure, partition, list that does not exist
    │   ├── InvalidDate
    │   └── UnreadableFile        no row could be read at all
    ├── NotFound                  an actor, tie, import, judgement
    ├── Refused                   understood, and against a rule of the model
    ├── NotShown                  told to others, not to who asks
    ├── Outdated                  meant for a revision that is no longer the store’s
    └── TooCostly                 understood, and too large here: the sentence says what to do

Foreign exceptions (drivers, files) are translated into these where they enter; a finding about
one row of a list is not an error but a `Problem` (`maillage.ingest.problems`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from maillage.graph.folding import near_names
from maillage.graph.languages import LANGUAGES, Language
from maillage.graph.numerals import number
from maillage.graph.sentences import SENTENCES
from maillage.graph.sentences.things import THINGS

# Years and numbers of lines stay as people write them.
LEAST_PARTED = 10_000


class MaillageError(Exception):
    """Base of every error a user can cause; `code` names a sentence of `sentences.SENTENCES`."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values: Mapping[str, object] = values
        super().__init__(code, values)

    def text(self, language: Language = "fr") -> str:
        column = LANGUAGES.index(language)
        values = {name: _said(value, language) for name, value in self.values.items()}
        if (what := values.get("what")) in THINGS:
            values["what"] = THINGS[str(what)][column]
        return SENTENCES[self.code][column].format(**values)

    def __str__(self) -> str:
        return self.text("en")


def _said(value: object, language: Language) -> object:
    """A label in the language of the sentence, a whole number parted by thousands; anything else
    as it is."""
    if isinstance(value, int):
        return value if 0 <= value < LEAST_PARTED else number(value, language)
    text = getattr(value, "text", None)
    return text(language) if callable(text) else value


class StoreError(MaillageError):
    """The store cannot do what was asked."""


class StoreUrlError(StoreError):
    """The address of the store is not one we know how to open."""


class StoreUnavailable(StoreError):
    """The store is missing, locked, down or too slow."""


class StoreRefused(StoreError):
    """The store answers and refuses us."""


class StoreVersionError(StoreError):
    """The store speaks a version we do not."""


class StoreCorrupt(StoreError):
    """The file or database is not a store of ours, or is damaged."""


class StoreFull(StoreError):
    """No room left to write."""


class StoreConflict(StoreError):
    """The store changed between our reading and our writing."""


class InvalidInput(MaillageError):
    """What was asked cannot be understood."""


class UnknownName(InvalidInput):
    """A name of ours that does not exist. `known`: those that do, if there are any."""

    def __init__(self, code: str, **values: object) -> None:
        none = code == "unknown_name" and not values.get("known")
        super().__init__("unknown_name_of_none" if none else code, **values)

    @classmethod
    def of(
        cls, what: str, name: str, known: Iterable[str], *, spelled: Iterable[str] = ()
    ) -> UnknownName:
        """Those that it is near, else all. `spelled`: as they are written out, if `known` are
        codes."""
        known = list(known)
        if near := near_names(name, spelled or known):
            return cls("unknown_name_near", what=what, name=name, near=", ".join(near))
        return cls("unknown_name", what=what, name=name, known=", ".join(known))


class InvalidDate(InvalidInput):
    """Not a date."""


class UnreadableFile(InvalidInput):
    """A file from which no row can be read."""


class NotFound(MaillageError):
    """Nothing has this id."""


class Refused(MaillageError):
    """Understood, and against a rule of the model."""


class NotShown(MaillageError):
    """Told to others, not to who asks."""


class Outdated(MaillageError):
    """Meant for the network as it was read, which it no longer is."""


class TooCostly(MaillageError):
    """Understood, and too large to be done here."""
