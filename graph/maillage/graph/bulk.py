"""Room for work that makes millions of objects and no cycle among them."""

from __future__ import annotations

import gc
from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from contextlib import contextmanager
from dataclasses import MISSING, Field, field, fields, make_dataclass
from typing import Any, ParamSpec, TypeVar, cast

Fields = ParamSpec("Fields")
Made = TypeVar("Made")


@contextmanager
def uncollected() -> Iterator[None]:
    """The collector of cycles would walk all of them again and again, for nothing: a third of the
    time of a derivation. It rests meanwhile; what has no cycle is freed as usual."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def unchecked(kind: Callable[Fields, Made]) -> Callable[Fields, Made]:
    """Makes things of a frozen dataclass with slots, by keyword, in a third of the time: for who
    has checked each value already. Mappings are kept as they are given, not copied.

    >>> from maillage.graph.model import Ref
    >>> unchecked(Ref)(ids=("val-horizon",)) == Ref(ids=("val-horizon",))
    True
    """

    def turn(self: object) -> None:
        # The twin is not frozen, and of the same slots: it is filled, then takes the class.
        object.__setattr__(self, "__class__", kind)

    same = map(_as_it_was, fields(cast("type", kind)))
    twin = make_dataclass(kind.__name__, same, slots=True, namespace={"__post_init__": turn})
    return cast("Callable[Fields, Made]", twin)


def altered(thing: Made, **values: object) -> Made:
    """A copy of a frozen thing with slots, with these values instead, unchecked; it shares the
    others.

    >>> from maillage.graph.model import Ref
    >>> altered(Ref(name="GEIQ"), commune="Brest")
    Ref(ids=(), siren=None, rna=None, name='GEIQ', commune='Brest')
    """
    other = object.__new__(type(thing))
    for name in cast("Any", thing).__slots__:
        object.__setattr__(other, name, values[name] if name in values else getattr(thing, name))
    return other


class Alike(Mapping[str, str]):
    """Like a `dict` of the same items, in two fifths of the room where many have the same keys:
    they share one tuple of them (`shared`), above values of their `own`.

    >>> keys = ("De", "Vers")
    >>> rows = [Alike(keys, ("a", "b")), Alike(keys, ("b", "c"))]
    >>> rows[1]["Vers"], rows[0] == {"De": "a", "Vers": "b"}
    ('c', True)
    """

    __slots__ = ("own", "shared")

    def __init__(self, keys: tuple[str, ...], values: tuple[str, ...]) -> None:
        self.shared, self.own = keys, values

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Alike:
        return texts if isinstance(texts, Alike) else cls(tuple(texts), tuple(texts.values()))

    def as_dict(self) -> dict[str, str]:
        return dict(zip(self.shared, self.own, strict=False))

    def __getitem__(self, key: str) -> str:
        return self.as_dict()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.shared)

    def __len__(self) -> int:
        return len(self.shared)

    # What `Mapping` does in general takes a look-up for each item.

    def items(self) -> ItemsView[str, str]:
        return self.as_dict().items()

    def values(self) -> ValuesView[str]:
        return self.as_dict().values()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mapping) or len(other) != len(self.shared):
            return False
        return self.as_dict() == other

    __hash__ = None  # type: ignore[assignment]  # as for a `dict`

    def __repr__(self) -> str:
        return repr(self.as_dict())


def _as_it_was(one: Field[Any]) -> tuple[str, Any, Any]:
    """The field of a dataclass, for another one."""
    if one.default_factory is not MISSING:
        return one.name, one.type, field(default_factory=one.default_factory, kw_only=True)
    return one.name, one.type, field(default=one.default, kw_only=True)
