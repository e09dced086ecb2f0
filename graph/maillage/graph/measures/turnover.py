"""What changed between two dates: ties kept, dissolved, created; who came, who left."""

from __future__ import annotations

import numpy as np

from maillage.graph.measures.entry import Answer, Measure, Mode, Shape, Variant, undefined
from maillage.graph.measures.two_dates import TwoDates
from maillage.graph.measures.values import Details, Json
from maillage.graph.network import Network
from maillage.graph.vocabulary import Label


def jaccard_ties(dates: TwoDates, _variant: str) -> Answer:
    """Ties that both dates have, among those that either has."""
    either = len(dates.kept) + dates.dissolved + dates.created
    return Answer(len(dates.kept) / either) if either else undefined("no_ties")


def hamming(dates: TwoDates, _variant: str) -> Answer:
    """Pairs that are tied at one date only."""
    return Answer(dates.dissolved + dates.created)


def tie_changes(dates: TwoDates, _variant: str) -> Answer:
    """Counts, and the share of the old ties that are kept."""
    kept, old = len(dates.kept), len(dates.ties_before)
    if not old and not dates.created:
        return undefined("no_ties")
    told: dict[str, Json] = {
        "kept": kept,
        "dissolved": dates.dissolved,
        "created": dates.created,
        "persistence": kept / old if old else None,
    }
    return Answer(Details(told, {} if old else {"persistence": "no_ties"}))


def tie_lives(dates: TwoDates, _variant: str) -> Answer:
    """Acts that were created, kept and ended, and of those kept what is not known."""
    return Answer(dates.lives) if dates.lives is not None else undefined("not_applicable")


def joiners(dates: TwoDates, variant: str) -> Answer:
    """Who is there at the second date only: on its list, or tied."""
    return Answer(_only(dates, dates.after, dates.before, variant))


def leavers(dates: TwoDates, variant: str) -> Answer:
    """Who is there at the first date only."""
    return Answer(_only(dates, dates.before, dates.after, variant))


def _only(dates: TwoDates, here: Network, there: Network, variant: str) -> list[str]:
    if variant == "listed":
        return sorted(set(here.ids) - set(there.ids))
    only = dates.tied(here) & ~dates.tied(there)
    return sorted(dates.ids[k] for k in np.flatnonzero(only))


_SNIJDERS = "Snijders, van de Bunt & Steglich 2010, Social Networks 32:44–60"
_WHO = (Variant("listed"), Variant("tied"))
_WHO_NOTES = "`listed`: on one list of nodes only, with its ties left out of every other measure; "
_WHO_NOTES += "`tied`: on both lists, with ties at one date only."

MEASURES = (
    Measure(
        name="jaccard_ties",
        label=Label("Stabilité des liens (Jaccard)", "Stability of ties (Jaccard)"),
        meaning=Label(
            "Quelle part des liens de l’une ou l’autre date est des deux\u202f?",
            "Which share of the ties of either date is of both?",
        ),
        formula="J = kept/(kept + dissolved + created)",
        reference=_SNIJDERS,
        function=jaccard_ties,
        shape=Shape.NUMBER,
        mode=Mode.DATES,
        notes="Over nodes there at both dates. Below 0.3 the network changed too much for models "
        "that follow it step by step. No tie at either date: `no_ties`. Of two layers instead of "
        "two dates it is their overlap.",
    ),
    Measure(
        name="hamming",
        label=Label("Paires qui diffèrent", "Pairs that differ"),
        meaning=Label(
            "Combien de paires sont liées à une seule des deux dates\u202f?",
            "How many pairs are tied at one of the two dates only?",
        ),
        formula="dissolved + created",
        reference="Hamming 1950, Bell System Technical Journal 29:147–160",
        function=hamming,
        shape=Shape.NUMBER,
        mode=Mode.DATES,
    ),
    Measure(
        name="tie_changes",
        label=Label("Liens gardés, rompus, créés", "Ties kept, dissolved, created"),
        meaning=Label(
            "Que sont devenus les liens de la première date, et combien sont nouveaux\u202f?",
            "What became of the ties of the first date, and how many are new?",
        ),
        formula="persistence = kept/(kept + dissolved)",
        reference=_SNIJDERS,
        function=tie_changes,
        shape=Shape.COUNTS,
        mode=Mode.DATES,
        notes="Without a tie at the first date persistence is null (`no_ties`).",
    ),
    Measure(
        name="tie_lives",
        label=Label("Actes créés, gardés, finis", "Acts created, kept, ended"),
        meaning=Label(
            "Que sait-on de la vie de chaque lien d’une date à l’autre\u202f?",
            "What is known of the life of each tie from one date to the other?",
        ),
        formula="created: surely begun after the first date; ended: surely over before the second; "
        "kept: all others of the view",
        reference="dates as intervals (`docs/views.md`)",
        function=tie_lives,
        shape=Shape.COUNTS,
        mode=Mode.DATES,
        notes="Stored ties, not pairs; only in a store, whose ties have dates. A start is not an "
        "observation. Of those kept: `kept_undated` bear no date at all, `kept_seen_since` no "
        "start and were seen after the first date, `kept_perhaps_new` may have begun after it, "
        "`kept_perhaps_over` may have ended before the second.",
    ),
    Measure(
        name="joiners",
        label=Label("Arrivées", "Joiners"),
        meaning=Label(
            "Qui est là à la seconde date seulement\u202f?", "Who is there at the second date only?"
        ),
        formula="listed: N₂ − N₁; tied: tied at the second date, not at the first",
        reference=_SNIJDERS,
        function=joiners,
        shape=Shape.ROWS,
        variants=_WHO,
        mode=Mode.DATES,
        notes=_WHO_NOTES,
    ),
    Measure(
        name="leavers",
        label=Label("Départs", "Leavers"),
        meaning=Label(
            "Qui est là à la première date seulement\u202f?", "Who is there at the first date only?"
        ),
        formula="listed: N₁ − N₂; tied: tied at the first date, not at the second",
        reference=_SNIJDERS,
        function=leavers,
        shape=Shape.ROWS,
        variants=_WHO,
        mode=Mode.DATES,
        notes=_WHO_NOTES,
    ),
)
