"""Ctrl-C while a file is loaded: whether it was saved is asked of the store, which alone knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from maillage.cli.settings import Settings
from maillage.graph.model import Import
from maillage.graph.port import Store
from maillage.graph.wording import listed, same
from maillage.ingest.list_labels import list_label


@contextmanager
def what_is_saved_told(settings: Settings, store: Store, file: str) -> Iterator[None]:
    """If it is interrupted: a file may be saved, and what there is to say of it not yet said."""
    before = {item.id: item for item in store.imports()}
    try:
        yield
    except KeyboardInterrupt:
        fresh = [item for item in store.imports() if item.live and item != before.get(item.id)]
        _say(settings, file, [item for item in fresh if item.options.get("file") == file])
        raise


def _say(settings: Settings, file: str, saved: list[Import]) -> None:
    if not saved:
        settings.say(
            f"Interrompu\u202f: rien de {file} n’a été enregistré.",
            f"Interrupted: nothing of {file} was saved.",
        )
        return
    lists = listed(
        [same(f"{list_label(item.list).text(settings.lang)} ({item.id})") for item in saved]
    )
    settings.say(
        f"Interrompu. Déjà enregistré de {file}\u202f: {lists.fr}. «\u202fmaillage undo\u202f» "
        "l’annule\u202f; la même commande donne le compte rendu, sans rien ajouter deux fois.",
        f"Interrupted. Saved already of {file}: {lists.en}. “maillage undo” takes it back; the "
        "same command gives the report, and adds nothing twice.",
    )
