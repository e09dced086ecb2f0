"""Names of the network and of the file, by which a cell that may hold several is parted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial

from maillage.graph.paging import every
from maillage.graph.port import ActorQuery, Store
from maillage.ingest import cells
from maillage.ingest.lists.partnerships import PARTNERSHIPS
from maillage.ingest.lists.rows import ListSpec
from maillage.ingest.lists.several import KnownNames
from maillage.ingest.loading.large_networks import is_large
from maillage.ingest.loading.sheets import Sheet

_PAGE = 5_000
_NAMING = frozenset({"name", "names", "partner"})


def names_known(
    sheets: Sequence[Sheet], spec: ListSpec, store: Store, import_id: str
) -> KnownNames:
    """Of a large network none, as its names are not compared with those of a file; of the file,
    those of its first lines."""
    return KnownNames(
        partial(_in_network, store),
        lambda: list(_in_file(sheets, spec)),
        partial(_only_in_cells, store, cache(partial(_other_lists, store, import_id))),
    )


def _in_network(store: Store) -> list[str]:
    if is_large(store):
        return []
    everybody = every(lambda after: store.actors(ActorQuery(after=after, limit=_PAGE)))
    return [name for actor in everybody for name in (actor.name, *actor.other_names)]


def _only_in_cells(store: Store, lists: Callable[[], Mapping[str, str]], name: str) -> bool:
    """Whether nobody bears the name but by cells of other loads that may hold several; a file that
    is loaded again is read as it was."""
    bearers = store.known_actors(store.actors_named({name}))
    return all(
        lists().get(record.import_id) == PARTNERSHIPS.name
        for actor in bearers.values()
        for record in store.records(actor.records)
    )


def _other_lists(store: Store, import_id: str) -> Mapping[str, str]:
    """Which list each other import is."""
    return {item.id: item.list for item in store.imports() if item.id != import_id}


def _in_file(sheets: Sequence[Sheet], spec: ListSpec) -> Iterator[str]:
    fields = spec.row.cells()
    for sheet in sheets:
        columns, mapped = sheet.table.columns, sheet.columns.mapped
        for place, heading in enumerate(columns):
            if (field := mapped.get(heading)) and fields[field].reads in _NAMING:
                for row in sheet.table.sample:
                    yield from cells.parse_list(row.cells[place]).value or ()
