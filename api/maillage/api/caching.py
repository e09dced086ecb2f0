"""Answers about the graph carry its revision: who has it already is told so, without a body.

Whoever sees less has tags of her own, so that no answer is taken for another's.
"""

from __future__ import annotations

from fastapi import Depends, HTTPException, Request, Response

from maillage.api.auth import TheEyes
from maillage.api.deps import TheStore, read_of, state_in


async def same_revision(request: Request, response: Response, eyes: TheEyes) -> None:
    seen, state = "" if eyes.persons else "r", state_in(request)
    tag = f'W/"{await read_of(state, state.store.revision)}{seen}"'
    if tag in [item.strip() for item in request.headers.get("if-none-match", "").split(",")]:
        raise HTTPException(304, headers={"ETag": tag})
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"


def unchanged(request: Request, store: TheStore) -> None:
    """Before a write: 412 if `If-Match` names another revision than the one that is."""
    wanted = request.headers.get("if-match", "*").strip()
    if wanted != "*" and wanted not in (f'W/"{store.revision()}"', f'"{store.revision()}"'):
        raise HTTPException(412)


by_revision = Depends(same_revision)
if_unchanged = Depends(unchanged)
