"""pytest plugin: what each xdist worker takes, and what is begun first.

A file goes to one worker, as with `--dist loadfile`, but all that runs on Neo4j is one share: one
server is started, and warms up, instead of one for each worker. It is known by `neo4j` in the id of
the test, the only thing that the main process is told. (`--dist loadgroup` does nothing, silently,
under pytest 9.2: pytest-xdist's bug 1386.) What takes longest is begun first, lest one worker end
alone: xdist begins with the files of many tests, which are often the quick ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from xdist.remote import Producer
    from xdist.scheduler import Scheduling

NEO4J = "neo4j"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling | None:
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling  # noqa: PLC0415 -- only the main process shares

    class Shares(LoadFileScheduling):  # type: ignore[misc]  # xdist is untyped
        def _split_scope(self, nodeid: str) -> str:
            return NEO4J if NEO4J in nodeid else super()._split_scope(nodeid)

    config.option.loadscopereorder = False  # the order is that of the collection
    return Shares(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    hidden = [item.nodeid for item in items if item.get_closest_marker(NEO4J) and not _named(item)]
    if hidden:
        raise pytest.UsageError(f"runs on Neo4j, but its id does not say so: {hidden[0]}")
    slow = {item.path for item in items if item.get_closest_marker("browser")}
    items.sort(key=lambda item: (not _named(item), item.path not in slow))


def _named(item: pytest.Item) -> bool:
    return NEO4J in item.nodeid
