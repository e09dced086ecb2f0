"""`maillage tie`: what an end of a tie says of it."""

from __future__ import annotations

import click

from maillage.cli.opening import existing_store
from maillage.cli.output import print_json
from maillage.cli.settings import Settings, pass_settings
from maillage.cli.whom import actor_id
from maillage.graph.again import again
from maillage.graph.dates import DateSpan
from maillage.graph.edits import ACT_LABELS, Act, Saying, answer
from maillage.graph.vocabulary import STANDING_LABELS, STATUS_LABELS
from maillage.ingest.loading.author import user_of_this_machine


@click.command()
@click.argument("act", type=click.Choice(["confirm", "contest", "end"]))
@click.argument("tie_id", metavar="ID")
@click.option("--by", metavar="ACTOR", required=True, help="un bout du lien / an end of the tie")
@click.option("--on", metavar="D", help="fin, ou jour dont on parle / end, or the day spoken of")
@pass_settings
def tie_command(settings: Settings, act: Act, tie_id: str, by: str, on: str | None) -> None:
    with existing_store(settings) as store:
        said = Saying(
            act=act,
            by=actor_id(store, by),
            on=DateSpan.parse(on) if on else None,
            author=user_of_this_machine(),
        )
        found = again(lambda: answer(store, tie_id, said))
    tie = found.tie
    if settings.format == "json":
        print_json(
            {
                "import_id": found.import_id,
                "tie": tie.id,
                "standing": tie.standing.value,
                "status": tie.status.value,
                "end": tie.end.text if tie.end else None,
            }
        )
    label = ACT_LABELS[act]
    now_fr = f"{STANDING_LABELS[tie.standing].fr}, {STATUS_LABELS[tie.status].fr}"
    now_en = f"{STANDING_LABELS[tie.standing].en}, {STATUS_LABELS[tie.status].en}"
    settings.say(
        f"{label.fr} ({now_fr}). Pour annuler\u202f: maillage undo {found.import_id}",
        f"{label.en} ({now_en}). To undo: maillage undo {found.import_id}",
    )
