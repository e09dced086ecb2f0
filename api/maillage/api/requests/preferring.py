"""How long who asks is ready to wait, as `Prefer` says it (RFC 7240)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Header

MOST_SECONDS = 120
ASYNC = "respond-async"
_WAIT = re.compile(r'wait\s*=\s*"?(\d{1,6})"?')


@dataclass(frozen=True, slots=True)
class Patience:
    """`applied`: what is said to have been heard; empty where nothing was asked for."""

    seconds: float
    applied: str = ""


async def asked_patience(
    prefer: Annotated[
        str,
        Header(
            description="of what takes long: `respond-async`, a job at once; `wait=N`, after N "
            f"seconds, {MOST_SECONDS} at the most",
            examples=["wait=2"],
        ),
    ] = "",
) -> Patience | None:
    """What is not understood is not heard. Of both, a job comes once the wait is over."""
    told = [part.partition(";")[0].strip().lower() for part in prefer.split(",")]
    for wait in filter(None, map(_WAIT.fullmatch, told)):
        seconds = min(int(wait[1]), MOST_SECONDS)
        return Patience(seconds, f"wait={seconds}")
    return Patience(0, ASYNC) if ASYNC in told else None


AskedPatience = Annotated[Patience | None, Depends(asked_patience)]
