"""`maillage demo`: the demonstration network, from its lists to a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

import click

from maillage.cli.files import make_folder, write_text
from maillage.cli.output import left_out, print_table
from maillage.cli.settings import Settings, pass_settings
from maillage.graph.folding import normalise
from maillage.graph.measures.result import Matrix
from maillage.graph.model import Actor, Tie
from maillage.graph.port import Store
from maillage.graph.readouts.decloisonnement import decloisonnement
from maillage.graph.readouts.isolation import ISOLATED, LINKED, isolation
from maillage.graph.readouts.subject import Subject
from maillage.graph.stores import open_store
from maillage.graph.vocabulary import (
    LAYER_LABELS,
    SECTOR_LABELS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIE_KINDS,
    Label,
    Sector,
)
from maillage.ingest.demonstration import load_demonstration
from maillage.viz.drawing import all_actors, all_ties, scene_of
from maillage.viz.page import map_html
from maillage.viz.report_page import report_html

DEFAULT_FOLDER = Path("maillage-demo")


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=DEFAULT_FOLDER,
    show_default=True,
)
@click.option("--serve/--no-serve", "served", default=True)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@pass_settings
def demo_command(settings: Settings, out: Path, served: bool, port: int) -> None:
    make_folder(out)
    if settings.store:
        settings.say(
            "«\u202f--store\u202f» n’est pas entendu\u202f: la démonstration a sa propre base, "
            f"dans {out}.",
            f"“--store” is not heard: the demonstration has a store of its own, in {out}.",
        )
    url = f"sqlite:///{(out / 'demo.db').resolve()}"
    with closing(open_store(url)) as store:
        rows = sum(report.rows for report in load_demonstration(store))
        _print_network(settings, store, rows)
        page = map_html(scene_of(store), settings.lang)
        write_text(out / "map.html", page)
        settings.say(
            f"Carte à envoyer\u202f: {out / 'map.html'}", f"Map to send: {out / 'map.html'}"
        )
        report = out / "report.html"
        write_text(report, report_html(store, language=settings.lang))
        settings.say(f"Rapport à imprimer\u202f: {report}", f"Report to print: {report}")
    if served:
        from maillage.cli.server import serve  # noqa: PLC0415 -- FastAPI is slow to load

        serve(settings, url, "127.0.0.1", port)


def _print_network(settings: Settings, store: Store, rows: int) -> None:
    actors, ties = all_actors(store), all_ties(store)
    click.echo(
        settings.text(
            f"{rows} lignes lues, {len(actors)} acteurs, {len(ties)} liens.",
            f"{rows} rows read, {len(actors)} actors, {len(ties)} ties.",
        )
    )
    _print_poles(settings, actors, ties)
    _print_ties(settings, ties)
    _print_isolation(settings, store)
    _print_mixing(settings, store)


def _print_poles(settings: Settings, actors: Sequence[Actor], ties: Iterable[Tie]) -> None:
    poles = sorted(
        (actor for actor in actors if actor.kind == "pole"), key=lambda pole: normalise(pole.name)
    )
    names = {actor.id: actor.name for actor in actors}
    touched = Counter(end for tie in ties for end in (tie.source, tie.target))
    _title(settings, "Pôles", "Poles")
    headings = (
        ("pôle", "région", "structures porteuses", "liens")
        if settings.lang == "fr"
        else ("pole", "region", "carriers", "ties")
    )
    print_table(
        settings,
        headings,
        [
            (
                pole.name,
                str(pole.attributes.get("region", "")),
                _named(pole.attributes.get("carriers"), names),
                touched[pole.id],
            )
            for pole in poles
        ],
    )


def _print_ties(settings: Settings, ties: Iterable[Tie]) -> None:
    counted = Counter(
        (TIE_KINDS[tie.kind].layer, tie.kind, tie.standing, tie.status) for tie in ties
    )
    _title(settings, "Liens par couche, nature et parole", "Ties by layer, kind and standing")
    headings = (
        ("couche", "nature", "parole", "état", "liens")
        if settings.lang == "fr"
        else ("layer", "kind", "standing", "status", "ties")
    )
    print_table(
        settings,
        headings,
        [
            (
                _word(settings, LAYER_LABELS[layer]),
                _word(settings, TIE_KINDS[kind].label),
                _word(settings, STANDING_LABELS[standing]),
                _word(settings, STATUS_LABELS[status]),
                count,
            )
            for (layer, kind, standing, status), count in sorted(counted.items())
        ],
    )


def _print_isolation(settings: Settings, store: Store) -> None:
    """Who is linked, and of whom we cannot say; `maillage isolation` has every pole."""
    _title(settings, "Isolement des pôles", "Isolation of poles")
    for said in isolation(store).statements:
        if said.verdict in ("", ISOLATED, LINKED):
            name = str(said.figures.get("name", "")) if said.verdict else ""
            colon = settings.text("\u202f: ", ": ") if name else ""
            click.echo(f"{name}{colon}{_word(settings, said.sentence)}")


def _print_mixing(settings: Settings, store: Store) -> None:
    network = store.network(view="cooperation")
    _title(settings, "Qui coopère avec qui, par secteur", "Who cooperates with whom, by sector")
    table = network.measure("mixing_matrix", by="sector").value
    if isinstance(table, Matrix):
        words = [_word(settings, SECTOR_LABELS[Sector(name)]) for name in table.names]
        counts = table.array.astype(int).tolist()
        rows = [(word, *row) for word, row in zip(words, counts, strict=True)]
        print_table(settings, ("", *words), rows)
    said = decloisonnement(Subject.network_of(store), ["sector"])
    for code in ("index", "bounds"):
        click.echo(_word(settings, said.said(code, "sector").sentence))
    left = left_out(network.provenance, settings)
    settings.say(f"Laissés hors\u202f: {left}.", f"Left out: {left}.")


def _named(ids: object, names: Mapping[str, str]) -> str:
    return ", ".join(names.get(id_, id_) for id_ in ids) if isinstance(ids, tuple) else ""


def _word(settings: Settings, label: Label) -> str:
    return label.text(settings.lang)


def _title(settings: Settings, fr: str, en: str) -> None:
    click.echo(f"\n{settings.text(fr, en)}")
