"""`maillage reliance`: reliance, dependence and décloisonnement, of all, a pole or an actor."""

from __future__ import annotations

from typing import TypedDict, Unpack

import click

from maillage.cli.opening import existing_store
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.statements import print_readouts
from maillage.cli.whom import actor_id, pole_id
from maillage.graph.errors import InvalidInput
from maillage.graph.measures.study import DEFAULT_PERMUTATIONS, DEFAULT_SEED
from maillage.graph.port import Reader
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject


class Asked(TypedDict):
    """The options, as click hands them over."""

    pole: str | None
    actor: str | None
    at: str | None
    by: tuple[str, ...]
    permutations: int
    seed: int


@click.command()
@click.option("--pole", metavar="POLE")
@click.option("--actor", metavar="ACTOR")
@click.option("--at", metavar="DATE")
@click.option("--by", multiple=True, metavar="PARTITION")
@click.option("--permutations", type=click.IntRange(1), default=DEFAULT_PERMUTATIONS)
@click.option("--seed", type=click.IntRange(0), default=DEFAULT_SEED)
@pass_settings
def reliance_command(settings: Settings, **asked: Unpack[Asked]) -> None:
    with existing_store(settings) as store:
        subject = _subject(store, asked)
        found = [reliance(subject), dependence(subject), *_crossings(subject, asked)]
        print_readouts(settings, found, subject.view("cooperation").provenance)


def _subject(store: Reader, asked: Asked) -> Subject:
    if asked["pole"] and asked["actor"]:
        raise InvalidInput("one_of_two", one="--pole", other="--actor")
    if asked["pole"]:
        return Subject.pole_of(store, pole_id(store, asked["pole"]), asked["at"])
    return Subject.actor_or_all(store, actor_id(store, asked["actor"]), asked["at"])


def _crossings(subject: Subject, asked: Asked) -> list[Readout]:
    """Boundaries are crossed by networks and poles; an actor only brokers between them."""
    if subject.scope == "actor":
        return []
    draws, seed = asked["permutations"], asked["seed"]
    return [decloisonnement(subject, asked["by"], permutations=draws, seed=seed)]
