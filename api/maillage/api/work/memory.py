"""What is computed once for each revision of the store, within a bound."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")


@dataclass
class _Slot:
    """One thing being made or made; who comes meanwhile waits for it."""

    making: Lock = field(default_factory=Lock)
    made: bool = False
    value: object = None
    weight: int = 0


class PerRevision:
    """Keeps the things last asked for, at most `room` of them by weight, of one revision."""

    def __init__(self, revision: Callable[[], int], *, room: int) -> None:
        self._current, self._room = revision, room
        self._guard = Lock()
        self._revision = -1
        self._slots: OrderedDict[Hashable, _Slot] = OrderedDict()

    def get(
        self, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int] = lambda _: 1
    ) -> T:
        slot = self._slot(key)
        with slot.making:
            if not slot.made:
                try:
                    value = make()
                except BaseException:
                    self._forget(key, slot)
                    raise
                slot.value, slot.weight, slot.made = value, weigh(value), True
                self._make_room()
        return cast(T, slot.value)

    def find(self, key: Hashable) -> object:
        """What is there already; None if it has not been made, or is being made."""
        slot = self._slots.get(key) if self._current() == self._revision else None
        return slot.value if slot is not None and slot.made else None

    @property
    def weight(self) -> int:
        with self._guard:
            return sum(slot.weight for slot in self._slots.values())

    def _slot(self, key: Hashable) -> _Slot:
        revision = self._current()
        with self._guard:
            if revision != self._revision:
                self._slots.clear()
                self._revision = revision
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            return slot

    def _forget(self, key: Hashable, slot: _Slot) -> None:
        with self._guard:
            if self._slots.get(key) is slot:
                del self._slots[key]

    def _make_room(self) -> None:
        """The oldest go first; the last one stays, however heavy."""
        with self._guard:
            total = sum(slot.weight for slot in self._slots.values())
            while total > self._room and len(self._slots) > 1:
                _, dropped = self._slots.popitem(last=False)
                total -= dropped.weight
