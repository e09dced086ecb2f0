"""Takes the picture of the README: the demonstration network in the explorer, as it is now.

`python tools/readme_picture.py`; it needs chromium, as the browser tests do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
from browsing import a_browser
from demonstration_store import demonstration_store
from exploring import explorer, served

ROOT = Path(__file__).parents[1]


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        served(demonstration_store(Path(folder))) as address,
        a_browser() as browser,
        explorer(browser, address) as page,
    ):
        page.go()
        page.page.screenshot(path=ROOT / "docs" / "network.png")


if __name__ == "__main__":
    main()
