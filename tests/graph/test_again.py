"""An act is done again after a conflict, a few times, and for no other reason."""

from __future__ import annotations

import pytest

from maillage.graph.again import TRIES, again
from maillage.graph.errors import NotFound, StoreConflict


class Act:
    def __init__(self, conflicts: int) -> None:
        self.conflicts, self.tries = conflicts, 0

    def __call__(self) -> str:
        self.tries += 1
        if self.tries <= self.conflicts:
            raise StoreConflict("store_conflict")
        return "done"


@pytest.mark.parametrize("conflicts", [0, 1, 3])
def test_it_is_done_in_the_end(conflicts: int) -> None:
    act = Act(conflicts)
    assert again(act) == "done"
    assert act.tries == conflicts + 1


def test_who_always_comes_too_late_is_told_so() -> None:
    act = Act(100)
    with pytest.raises(StoreConflict):
        again(act, tries=3)
    assert act.tries == 3 < TRIES


def test_other_errors_are_not_tried_again() -> None:
    tries = []

    def lost() -> None:
        tries.append(1)
        raise NotFound("not_found", what="import", id="i")

    with pytest.raises(NotFound):
        again(lost)
    assert len(tries) == 1
