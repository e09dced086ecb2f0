"""What stores do alike, so that they answer alike: names folded, départements, oldest first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from maillage.graph.folding import normalise
from maillage.graph.model import Actor, Import, Judgement


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


def _instant(moment: datetime) -> datetime:
    """Comparable with any other: where no zone is given, UTC is meant."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
