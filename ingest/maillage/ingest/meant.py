"""Whom somebody means who types an id or a name: one actor, or a sentence that helps."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process

from maillage.graph.errors import NotFound, Refused
from maillage.graph.folding import normalise
from maillage.graph.model import Actor
from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.redaction import is_person

# What a list of members can be the list of.
SCOPES = ("pole", "network")
_PAGE = 5_000
_SHOWN = 3
# Of 100: « Domb Inov » is near « Domb'Innov », « Redon » is not near « Rennes ».
_NEAR = 75
# Letter for letter: « Elann » for « Élan »; « Mairie de Dax » is not « Mairie de Die ».
_SLIP = 85


def meant_actor(store: Reader, text: str) -> Actor:
    """By its id, else by the name that it alone bears."""
    return _meant(store, text, "actor", ())


def meant_pole(store: Reader, text: str) -> Actor:
    """The same among poles; what is the id or the name of something else is said not to be one."""
    try:
        found = _meant(store, text, "pole", ("pole",))
    except NotFound as missed:
        bearers = [] if missed.code == "not_found_near" else _bearers(store, text)
        if len(bearers) != 1:
            raise
        found = bearers[0]
    if found.kind != "pole":
        raise Refused("not_a_pole", id=text, name=found.name)
    return found


def meant_scope(store: Reader, text: str) -> Actor:
    """The same among poles and networks: of which of them a list is."""
    return _meant(store, text, "pole", SCOPES)


def misspelt(store: Reader, text: str) -> str:
    """The actors whose names differ from a text by a slip of the hand, as they are shown."""
    everybody = every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE)))
    return _shown(_near(normalise(text), everybody, scorer=fuzz.ratio, least=_SLIP))


def _meant(store: Reader, text: str, what: str, kinds: tuple[str, ...]) -> Actor:
    try:
        return store.actor(text)
    except NotFound:
        everybody = list(
            every(lambda after: store.actors(ActorQuery(kinds=kinds, after=after, limit=_PAGE)))
        )
    wanted = normalise(text)
    bearers = [actor for actor in everybody if wanted and wanted in _names(actor)]
    if len(bearers) == 1:
        return bearers[0]
    if bearers:
        raise Refused("name_of_several", name=text, actors=_shown(bearers))
    if near := _near(wanted, everybody):
        raise NotFound("not_found_near", what=what, id=text, near=_shown(near))
    raise NotFound("not_found", what=what, id=text)


def _bearers(store: Reader, text: str) -> list[Actor]:
    found = every(lambda after: store.actors(ActorQuery(q=text, after=after))) if text else ()
    return [actor for actor in found if normalise(text) in _names(actor)]


def _names(actor: Actor) -> set[str]:
    return {normalise(name) for name in (actor.name, *actor.other_names)}


def _near(
    wanted: str,
    actors: Iterable[Actor],
    *,
    scorer: Callable[..., float] = fuzz.WRatio,
    least: int = _NEAR,
) -> list[Actor]:
    """By id or name, the nearest first; a sole trader's name is proposed to nobody."""
    known = {actor.id: actor for actor in actors if not is_person(actor.attributes)}
    spelled = [(name, id_) for id_, actor in known.items() for name in {id_, *_names(actor)}]
    best = process.extract(
        wanted, [name for name, _ in spelled], scorer=scorer, score_cutoff=least, limit=20
    )
    ids = dict.fromkeys(spelled[place][1] for _, _, place in best)
    return [known[id_] for id_ in list(ids)[:_SHOWN]]


def _shown(actors: Iterable[Actor]) -> str:
    return ", ".join(f"{actor.name} ({actor.id})" for actor in actors)
