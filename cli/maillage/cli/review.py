"""`maillage review`: actors that may be one, and what the reviewer decided."""

from __future__ import annotations

from typing import Literal, get_args

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import print_json, print_lines, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.graph import ledger
from maillage.graph.again import again
from maillage.graph.contradictions import WORTH_LABELS, worth
from maillage.graph.model import Judgement, Verdict
from maillage.graph.numerals import number
from maillage.graph.port import Store
from maillage.graph.truth.identity import latest_judgements
from maillage.graph.wording import percent, when
from maillage.ingest.lists.judgements import JUDGEMENTS, MATCH_ID, MATCH_TOLD, written
from maillage.ingest.loading.author import user_of_this_machine
from maillage.ingest.matching.reasons import Told
from maillage.ingest.matching.review import Item, decide, judged, queue, waiting_item
from maillage.ingest.places.waiting import waiting_places

Action = Literal["list", "accept", "refuse", "undo", "decisions"]

SHOWN_JUDGEMENTS = 20
_WITHOUT_ID = ("list", "decisions")
_IN_QUEUE = ("left", "left_id", "right", "right_id", "verdict")
_VERDICTS: dict[str, Verdict] = {"accept": "same", "refuse": "different"}


@click.command()
@click.argument("action", type=click.Choice(get_args(Action)), default="list")
@click.argument("id_", metavar="[ID]", required=False)
@pass_settings
def review_command(settings: Settings, action: Action, id_: str | None) -> None:
    if action in _WITHOUT_ID and id_:
        raise click.UsageError(settings.text(f"en trop\u202f: {id_}.", f"too much: {id_}."))
    with existing_store(settings) as store:
        if action == "list":
            _list(settings, store)
        elif action == "decisions":
            _print_decisions(settings, store)
        elif not id_:
            raise click.UsageError(settings.text("Il manque l’identifiant.", "The id is missing."))
        elif action == "undo":
            again(lambda: ledger.undo_judgement(store, id_))
            settings.say("Jugement annulé.", "Judgement undone.")
        else:
            _decide(settings, store, id_, _VERDICTS[action])


def _decide(settings: Settings, store: Store, id_: str, verdict: Verdict) -> None:
    item = waiting_item(store, id_)
    decided = again(lambda: decide(store, item, verdict, user_of_this_machine())).judgement
    if settings.format == "json":
        print_json({"judgement": decided.id, "verdict": verdict})
    undo = f"maillage review undo {decided.id}"
    if verdict == "same":
        settings.say(f"Un seul acteur. Pour annuler\u202f: {undo}", f"One actor. To undo: {undo}")
    else:
        settings.say(f"Deux acteurs. Pour annuler\u202f: {undo}", f"Two actors. To undo: {undo}")


def _list(settings: Settings, store: Store) -> None:
    found, decisions = queue(store), judged(store, SHOWN_JUDGEMENTS)
    if settings.format == "json":
        print_json(
            {
                "waiting": [_item_data(settings, store, item) for item in found.items],
                "compared": found.compared,
                "judged": [_judgement_data(store, one) for one in decisions],
            }
        )
        return
    _print_items(settings, store, found.items)
    _point_to_places(settings, store)
    if not found.compared:
        settings.say(
            "Trop d’acteurs pour les comparer tous\u202f: seuls les noms en attente sont montrés.",
            "Too many actors to compare them all: only the names that wait are shown.",
        )
    if decisions and settings.format == "table":
        _print_judgements(settings, store, decisions)


def _point_to_places(settings: Settings, store: Store) -> None:
    """Communes that wait are chosen among communes, not among actors."""
    count = sum(1 for _ in waiting_places(store))
    if count:
        settings.say(
            f"Communes à préciser\u202f: {count} (maillage places list).",
            f"Municipalities to tell apart: {count} (maillage places list).",
        )


def _print_items(settings: Settings, store: Store, items: tuple[Item, ...]) -> None:
    if not items:
        settings.say("Rien à vérifier.", "Nothing to review.")
    elif settings.format == "csv":
        _print_csv(settings, store, items)
    else:
        for item in items:
            _print_card(settings, store, item)
        settings.say(
            "Un seul acteur\u202f: maillage review accept ID. Deux acteurs\u202f: refuse ID.",
            "One actor: maillage review accept ID. Two actors: refuse ID.",
        )


def _print_csv(settings: Settings, store: Store, items: tuple[Item, ...]) -> None:
    """A sheet that loads as decisions once its column of them is filled in."""
    cells = JUDGEMENTS.row.cells()
    labels = (MATCH_ID, *(cells[name].label for name in _IN_QUEUE), *MATCH_TOLD)
    headings = [label.text(settings.lang) for label in labels]
    rows = [
        (
            item.id,
            store.actor(item.left).name,
            item.left,
            store.actor(item.right).name,
            item.right,
            "",
            percent(item.score).text(settings.lang),
            item.points,
            " ; ".join(_feature(settings, one) for one in item.told),
        )
        for item in items
    ]
    print_table(settings, headings, rows)


def _print_card(settings: Settings, store: Store, item: Item) -> None:
    """The two, then what was compared: points for and against, and their sum."""
    sure = percent(item.score).text(settings.lang)
    click.echo(settings.text(f"{item.id}  sûreté {sure}", f"{item.id}  sureness {sure}"))
    for id_ in (item.left, item.right):
        print_lines(f"{store.actor(id_).name} ({id_})", "  ")
    for one in item.told:
        print_lines(f"{_signed(one.points):>5}  {_feature(settings, one, points=False)}", "  ")
    total = settings.text("points en tout", "points in all")
    click.echo(f"  {_signed(item.points):>5}  {total}\n")


def _feature(settings: Settings, one: Told, *, points: bool = True) -> str:
    """« nom : Redon / Redonn (+92) »; a feature that has no sides is its label alone."""
    sides = [side for side in (one.left.text(settings.lang), one.right.text(settings.lang)) if side]
    label = one.label.text(settings.lang)
    said = settings.text(f"{label}\u202f: ", f"{label}: ") + " / ".join(sides) if sides else label
    return f"{said} ({_signed(one.points)})" if points else said


def _print_decisions(settings: Settings, store: Store) -> None:
    """Those that count, as `maillage load --as judgements` reads them."""
    found = latest_judgements(store.judgements())
    if settings.format == "json":
        print_json([_judgement_data(store, one) for one in found])
        return
    headings = [cell.label.text(settings.lang) for cell in JUDGEMENTS.row.cells().values()]
    print_table(settings, headings, list(written(found, settings.lang)))


def _print_judgements(settings: Settings, store: Store, decisions: tuple[Judgement, ...]) -> None:
    """Names as they were when it was decided: the same, afterwards, is one actor of one name."""
    click.echo(settings.text("Dernières décisions\n", "Latest decisions\n"))
    said = {
        "same": settings.text("un seul acteur", "one actor"),
        "different": settings.text("deux acteurs", "two actors"),
    }
    for one in decisions:
        left, right = (
            one.evidence.get(f"{side}_name", id_)
            for side, id_ in (("left", one.left), ("right", one.right))
        )
        day = when(one.decided_at.date().isoformat()).text(settings.lang)
        by = settings.text(f"par {one.author}, ", f"by {one.author}, ") if one.author else ""
        click.echo(f"{one.id}  {said[one.verdict]}, {by}{day}")
        if effect := WORTH_LABELS[worth(store, one)].text(settings.lang):
            print_lines(effect, "  ")
        print_lines(f"{left} / {right}", "  ")


def _item_data(settings: Settings, store: Store, item: Item) -> dict[str, object]:
    return {
        "id": item.id,
        "left": {"id": item.left, "name": store.actor(item.left).name},
        "right": {"id": item.right, "name": store.actor(item.right).name},
        "score": item.score,
        "why": item.why,
        "reasons": [reason.text(settings.lang) for reason in item.reasons],
        "points": item.points,
        "features": [
            {
                "name": one.name,
                "label": one.label.text(settings.lang),
                "left": one.left.text(settings.lang),
                "right": one.right.text(settings.lang),
                "points": one.points,
            }
            for one in item.told
        ],
    }


def _judgement_data(store: Store, one: Judgement) -> dict[str, object]:
    return {
        "id": one.id,
        "left": one.left,
        "right": one.right,
        "verdict": one.verdict,
        "author": one.author,
        "decided_at": one.decided_at.isoformat(),
        "live": one.live,
        "worth": worth(store, one),
    }


def _signed(points: int) -> str:
    return ("+" if points > 0 else "") + number(points, "fr")
