"""Names of measures as people type them: how one is asked for that exists, what is near one that
does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from maillage.graph.errors import UnknownName
from maillage.graph.folding import near_names
from maillage.graph.measures.entry import Mode
from maillage.graph.measures.modes import TWO_DATES, TWO_MODES
from maillage.graph.measures.ownership.registry import OWNERSHIP
from maillage.graph.measures.registry import ONE_MODE
from maillage.graph.vocabulary import Label

_HOW: Mapping[Mode, Label] = {
    Mode.ONE: Label("maillage measure, sans --top", "maillage measure, without --top"),
    Mode.TWO: Label(
        "maillage measure --view affiliation, ou avec --by et --top",
        "maillage measure --view affiliation, or with --by and --top",
    ),
    Mode.DATES: Label(
        "maillage compare, ou maillage measure --nodes --before --after",
        "maillage compare, or maillage measure --nodes --before --after",
    ),
    Mode.OWNERSHIP: Label("maillage ownership", "maillage ownership"),
}
_MODES = {
    **dict.fromkeys(OWNERSHIP, Mode.OWNERSHIP),
    **dict.fromkeys(TWO_DATES, Mode.DATES),
    **dict.fromkeys(TWO_MODES, Mode.TWO),
    **dict.fromkeys(ONE_MODE, Mode.ONE),
}


def check_names(names: Sequence[str], *modes: Mode) -> None:
    """Of what is measured in these modes; a name that resembles none is left to their registry,
    which lists all that there are."""
    for name in names:
        mode = _MODES.get(name)
        if mode in modes:
            continue
        if mode is not None:
            raise UnknownName("measure_otherwise", name=name, how=_HOW[mode])
        if near := near_names(name, _MODES):
            raise UnknownName("measure_near", name=name, near=", ".join(near))
