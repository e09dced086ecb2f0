"""What stores do alike, so that they answer alike: names folded, départements, oldest first, one
thing or a page of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from maillage.graph.errors import NotFound
from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Judgement
from maillage.graph.port import ActorQuery, Page, TieQuery

Thing = TypeVar("Thing")


def search_text(actor: Actor) -> str:
    """Every name as `normalise` folds it; `q` is looked for in it folded the same way."""
    return "|".join(normalise(name) for name in (actor.name, *actor.other_names))


def folded_names(actor: Actor) -> tuple[str, ...]:
    """Each of its names as `normalise` folds it, once."""
    return tuple(sorted({normalise(name) for name in (actor.name, *actor.other_names)}))


def departements_of(actor: Actor) -> tuple[str, ...]:
    """The one of an organisation, the several of a pole."""
    found = {str(actor.attributes.get("departement", ""))}
    several = actor.attributes.get("departements", ())
    found.update(several if isinstance(several, tuple) else ())
    return tuple(sorted(found - {""}))


def oldest_imports(found: Iterable[Import]) -> tuple[Import, ...]:
    return tuple(sorted(found, key=lambda item: (_instant(item.loaded_at), item.id)))


def oldest_judgements(found: Iterable[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted(found, key=lambda item: (_instant(item.decided_at), item.id)))


def found_under(id: str, found: Mapping[str, Thing], *, what: str) -> Thing:
    """The one that was looked for under this id."""
    if not found:
        raise NotFound("not_found", what=what, id=id)
    return found[id]


def page_of(
    rows: Sequence[tuple[Any, ...]],
    window: ActorQuery | TieQuery,
    total: int,
    read: Callable[..., Thing],
) -> Page[Thing]:
    """Of rows of an id and what `read` makes the thing of: one more than fits says that some
    follow."""
    shown = rows[: window.limit]
    return Page(
        tuple(read(*parts) for _, *parts in shown),
        shown[-1][0] if len(rows) > len(shown) else None,
        total,
    )


def _instant(moment: datetime) -> datetime:
    """Comparable with any other: where no zone is given, UTC is meant."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
