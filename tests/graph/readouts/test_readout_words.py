"""The sentences of the read-outs: French typography, both languages alike, and a snapshot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from string import Formatter

import pytest
from french import set_as_french
from readout_snapshot import SNAPSHOT, snapshot_evidence, snapshot_of
from told_store import told_store

from maillage.graph.dates import DateSpan
from maillage.graph.port import ActorQuery, Reader
from maillage.graph.readouts.article9 import article9, article9_of_all
from maillage.graph.readouts.changes import changes
from maillage.graph.readouts.comparison import compare
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.dependence import dependence
from maillage.graph.readouts.economy import economy
from maillage.graph.readouts.isolation import isolation
from maillage.graph.readouts.referentiel import referentiel
from maillage.graph.readouts.reliance import reliance
from maillage.graph.readouts.sharing import sharing
from maillage.graph.readouts.statement import Readout
from maillage.graph.readouts.subject import Subject
from maillage.graph.readouts.suggestions.readout import suggestions
from maillage.graph.readouts.two_poles import two_poles
from maillage.graph.readouts.typology import typology
from maillage.graph.readouts.words import (
    article9 as article9_words,
)
from maillage.graph.readouts.words import (
    comparison as comparison_words,
)
from maillage.graph.readouts.words import (
    decloisonnement as decloisonnement_words,
)
from maillage.graph.readouts.words import (
    dependence as dependence_words,
)
from maillage.graph.readouts.words import (
    economy as economy_words,
)
from maillage.graph.readouts.words import (
    isolation as isolation_words,
)
from maillage.graph.readouts.words import (
    referentiel as referentiel_words,
)
from maillage.graph.readouts.words import (
    reliance as reliance_words,
)
from maillage.graph.readouts.words import (
    sharing as sharing_words,
)
from maillage.graph.readouts.words import (
    suggestions as suggestions_words,
)
from maillage.graph.readouts.words import (
    typology as typology_words,
)
from maillage.graph.readouts.words.sections import READOUTS, SECTIONS
from maillage.graph.views import Lens
from maillage.graph.wording import french_spaces

CATALOGUES = {
    "isolation": isolation_words,
    "reliance": reliance_words,
    "dependence": dependence_words,
    "decloisonnement": decloisonnement_words,
    "article9": article9_words,
    "referentiel": referentiel_words,
    "suggestions": suggestions_words,
    "economy": economy_words,
    "sharing": sharing_words,
    "typology": typology_words,
    "comparison": comparison_words,
}


def _templates() -> Iterator[tuple[str, str, str]]:
    for name, words in CATALOGUES.items():
        for key, (french, english) in words.WORDS.items():
            yield f"{name}.{key}", french, english
        for key, (one_fr, many_fr, one_en, many_en) in words.COUNTS.items():
            yield f"{name}.{key}, one", one_fr, one_en
            yield f"{name}.{key}, many", many_fr, many_en


@pytest.mark.parametrize(("key", "french", "english"), list(_templates()))
def test_both_languages_say_the_same_things(key: str, french: str, english: str) -> None:
    del key
    # « un seul ensemble » has no number to say.
    assert _fields(french) == _fields(english)
    assert set_as_french(french_spaces(french))


def test_every_read_out_says_what_is_known_of_the_documents(demonstration: Reader) -> None:
    names = _names(demonstration)
    for found in _all(demonstration):
        assert found.name in READOUTS
        for said in found.statements:
            assert said.section in SECTIONS
            for text in (said.sentence.fr, said.sentence.en):
                assert "{" not in text and "  " not in text and "None" not in text, text
            assert set_as_french(_without(names, said.sentence.fr)), said.sentence.fr
            assert not re.search(r"\b(null|nan|inf)\b", said.sentence.en)


def test_evidence_is_there(demonstration: Reader) -> None:
    """Each id of a statement is one of the store."""
    for found in _all(demonstration):
        for said in found.statements:
            for actor in said.evidence.actors[:3]:
                assert demonstration.actor(actor).id == actor
            for tie in said.evidence.ties[:3]:
                assert set(demonstration.tie(tie).records) <= set(said.evidence.records)


def test_snapshot_of_the_wording(tmp_path: Path) -> None:
    """A changed sentence is seen. `python tests/support/readout_snapshot.py` writes it anew."""
    with told_store(tmp_path, snapshot_evidence()) as store:
        assert snapshot_of(store) == SNAPSHOT.read_text(encoding="utf-8")


def _fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def _all(store: Reader) -> Iterator[Readout]:
    yield isolation(store)
    together, _ = article9_of_all(store)
    yield together
    for pole in ("ptce-dombinnov", "ptce-culture-cooperation", "ptce-ardaines", "ptce-smac-07"):
        subject = Subject.pole_of(store, pole)
        yield article9(store, pole)
        yield referentiel(store, pole)
        yield suggestions(subject)
        yield economy(subject)
        yield typology(subject)
        yield reliance(subject)
        yield dependence(subject)
        yield decloisonnement(subject, ["sector"], permutations=20)
    network = Subject.network_of(store)
    yield reliance(network)
    yield dependence(network)
    yield suggestions(network)
    yield sharing(network)
    yield typology(network)
    dates = [DateSpan.parse(year) for year in ("2010", "2012", "2014-09-19")]
    for first, last in pairwise(dates):
        results = compare(store, Lens(), [first, last], by="sector").results
        yield changes(store, Lens(), first, last, results)
    yield changes(store, Lens(pole="ptce-sud-aquitaine"), dates[0], dates[-1])
    yield two_poles(store, "ptce-dombinnov", "ptce-pole-sud")
    yield decloisonnement(network, permutations=20)


def _names(store: Reader) -> list[str]:
    """Longest first: names, activities and indicators are written as the document writes them."""
    actors = store.actors(ActorQuery(limit=1000)).items
    words = {actor.name for actor in actors}
    words |= {str(actor.attributes.get("activity", "")) for actor in actors} - {""}
    words |= {text for record in store.records() for text in record.cells.values()}
    return sorted((word for word in words if len(word) > 3), key=len, reverse=True)


def _without(names: list[str], text: str) -> str:
    for name in names:
        text = text.replace(name, "Nom")
    return text
