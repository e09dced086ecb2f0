"""What holds of every world of evidence, whatever meets in it."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from small_truth import actor_of
from truth_strategies import World, namesakes, refs, thorough, worlds, written

from maillage.graph.folding import normalise
from maillage.graph.model import Graph, Record, Ref
from maillage.graph.truth.communes import Commune, apart, commune_meant
from maillage.graph.truth.evidence import acts_of
from maillage.graph.truth.hearing import hear
from maillage.graph.truth.identity import Resolution, latest_judgements, resolve
from maillage.graph.truth.nodes import NodeRank, nodes_of

T = TypeVar("T")
seeds = st.randoms(use_true_random=False)


def resolution_of(world: World) -> Resolution:
    live = [item for item in world.imports if item.live]
    return resolve(live, world.live_records, world.judgements)


def refs_of(record: Record) -> Iterator[Ref]:
    yield from (claim.ref for claim in record.actors)
    for tie in record.ties:
        yield from (tie.source, tie.target)
    if record.declared_by:
        yield record.declared_by


@thorough
@given(worlds() | namesakes(), seeds)
def test_any_order_gives_the_same_graph(world: World, order: random.Random) -> None:
    def shuffled(things: list[T]) -> list[T]:
        return order.sample(things, len(things))

    other = World(
        shuffled(list(world.imports)),
        shuffled(list(world.records)),
        shuffled(list(world.judgements)),
    )
    assert written(other.graph()) == written(world.graph())


@thorough
@given(worlds() | namesakes())
def test_an_import_undone_was_never_loaded(world: World) -> None:
    taken = world.imports[0].id
    assert written(world.undone(taken).graph()) == written(world.without(taken).graph())


@thorough
@given(worlds())
def test_a_judgement_undone_was_never_made(world: World) -> None:
    undone = [replace(judgement, live=False) for judgement in world.judgements]
    before = replace(world, judgements=[])
    assert written(replace(world, judgements=undone).graph()) == written(before.graph())


@thorough
@given(worlds())
def test_two_sirens_are_never_one_actor(world: World) -> None:
    resolution = resolution_of(world)
    sirens: dict[str, set[str]] = defaultdict(set)
    for record in world.live_records:
        for claim in record.actors:
            if claim.ref.siren:
                sirens[resolution.actor_of_claim(claim)].add(claim.ref.siren)
        for ref in refs_of(record):
            if ref.siren:
                sirens[resolution.actor(ref)].add(ref.siren)
    for node, actor in resolution.actor_of_node.items():
        if node.startswith("siren-"):
            sirens[actor].add(node.removeprefix("siren-"))
    assert all(len(found) == 1 for found in sirens.values())
    for id_, known in world.graph().actors.items():
        assert known.siren == (min(sirens[id_]) if sirens[id_] else None)


@thorough
@given(worlds())
def test_actors_said_to_differ_are_never_one(world: World) -> None:
    found = resolution_of(world).actor_of_node
    for judgement in latest_judgements(world.judgements):
        if judgement.verdict == "different" and {judgement.left, judgement.right} <= set(found):
            assert found[judgement.left] != found[judgement.right]


@thorough
@given(namesakes())
def test_names_in_two_departements_are_never_one_actor(world: World) -> None:
    resolution = resolution_of(world)
    communes: dict[str, set[Commune]] = defaultdict(set)
    for ref in resolution.refs:
        if nodes_of(ref)[0][1] is NodeRank.NAME:
            communes[resolution.actor(ref)].add(commune_meant(ref.commune))
    pairs = (pair for found in communes.values() for pair in combinations(found, 2))
    assert not any(apart([one], [other]) for one, other in pairs)


@thorough
@given(worlds())
def test_every_claim_lands_on_one_actor_or_tie(world: World) -> None:
    graph, resolution = world.graph(), resolution_of(world)
    for record in world.live_records:
        for claim in record.actors:
            assert record.id in graph.actors[resolution.actor_of_claim(claim)].records
        for ref in (end for tie in record.ties for end in (tie.source, tie.target)):
            assert record.id in graph.actors[resolution.actor(ref)].records
        if record.declared_by:
            assert record.id in graph.actors[resolution.actor(record.declared_by)].records
    assert {id_ for actor in graph.actors.values() for id_ in actor.records} <= {
        record.id for record in world.live_records
    }


@thorough
@given(worlds())
def test_every_assertion_rests_in_the_spells_of_its_own_tie(world: World) -> None:
    graph = world.graph()
    spells = defaultdict(list)
    for tie in graph.ties.values():
        spells[tie.source, tie.target, tie.kind, tie.subtype, tie.directed].append(tie)
    live = [item for item in world.imports if item.live]
    heard = hear(world.live_records, resolution_of(world), acts_of(live)).ties
    for identity, said in heard.items():
        asserted = sorted({each.record.id for each in said if each.claim.stance == "asserts"})
        resting = {record for tie in spells[identity] for record in tie.records}
        assert set(asserted) <= resting <= {each.record.id for each in said}
        assert bool(spells[identity]) == bool(asserted)
    assert set(spells) <= set(heard)


@thorough
@given(worlds())
def test_redirects_lead_to_an_actor_in_one_step(world: World) -> None:
    graph = world.graph()
    assert not graph.redirects.keys() & graph.actors.keys()
    assert set(graph.redirects.values()) <= graph.actors.keys()
    resolution = resolution_of(world)
    for node, actor in resolution.actor_of_node.items():
        if actor in graph.actors:
            assert actor_of(graph, node) == actor
    for tie in graph.ties.values():
        assert {tie.source, tie.target} <= graph.actors.keys()


@thorough
@given(worlds(), worlds(prefix="z", most=2))
def test_loads_that_touch_nothing_of_an_actor_leave_it_as_it_is(
    world: World, elsewhere: World
) -> None:
    both = World(
        [*world.imports, *elsewhere.imports],
        [*world.records, *elsewhere.records],
        world.judgements,
    )
    together, alone = both.graph(), world.graph()
    here = {id_: actor for id_, actor in together.actors.items() if id_ in alone.actors}
    assert here == alone.actors
    assert {id_: tie for id_, tie in together.ties.items() if id_ in alone.ties} == alone.ties


@thorough
@given(worlds())
def test_each_name_by_which_an_actor_is_meant_can_be_found_on_it(world: World) -> None:
    graph, resolution = world.graph(), resolution_of(world)
    for record in world.live_records:
        for claim in record.actors:
            actor = graph.actors[resolution.actor_of_claim(claim)]
            check_names(actor.id, graph, claim.ref)
        for tie in record.ties:
            for ref in (tie.source, tie.target):
                check_names(resolution.actor(ref), graph, ref)


def check_names(id_: str, graph: Graph, ref: Ref) -> None:
    actor = graph.actors[id_]
    known = {normalise(name) for name in (actor.name, *actor.other_names)}
    if ref.name and ref.name not in {id_, *actor.aliases}:
        assert normalise(ref.name) in known


@given(refs())
def test_a_mention_always_has_a_node(ref: Ref) -> None:
    assert nodes_of(ref)
