"""Serves the explorer on a throw-away store: `python viz/web/dev.py [--port 8123] [--store URL]`.

Without a store, the demonstration network is loaded into a temporary one. Run `npm run watch` (or
`npm run build`) beside it and reload the page.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import uvicorn

from maillage.api.app import create_app
from maillage.graph.stores import open_store
from maillage.ingest.demonstration import load_demonstration


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--port", type=int, default=8123)
    asked.add_argument("--store", help="an existing store, left as it is unless the page writes")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = options.store or _demonstration(Path(folder) / "dev.db")
        uvicorn.run(create_app(url), host="127.0.0.1", port=options.port, log_level="warning")


def _demonstration(path: Path) -> str:
    url = f"sqlite:///{path}"
    store = open_store(url)
    for report in load_demonstration(store):
        print(report.file, report.summary("en"))
    store.close()
    return url


if __name__ == "__main__":
    main()
