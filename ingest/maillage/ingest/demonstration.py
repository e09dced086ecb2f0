"""The demonstration network: what five public documents of 2012–2014 say, as lists."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files

from maillage.graph.port import Store
from maillage.ingest.loading.load import Options, load
from maillage.ingest.loading.report import Report
from maillage.ingest.loading.source_dates import read_source_dates

# File and list, in any order: the graph is the same.
LISTS = (
    ("actors.csv", "actors"),
    ("actors-other-documents.csv", "actors"),
    ("poles.csv", "poles"),
    ("poles-other-documents.csv", "poles"),
    ("groups.csv", "groups"),
    ("ties.csv", "ties"),
    ("referentiel.csv", "referentiel"),
)
_FOLDER = files("maillage.ingest") / "demo"


def load_demonstration(store: Store) -> Iterator[Report]:
    """Load every list of it; loading it again changes nothing."""
    with as_file(_FOLDER / "sources.csv") as path:
        options = Options(author="maillage demo", source_dates=read_source_dates(path))
    for name, as_list in LISTS:
        with as_file(_FOLDER / name) as path:
            yield load(store, path, as_list, options, name=name)
