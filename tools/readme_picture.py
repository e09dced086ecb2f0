"""Takes the picture of the README: the demonstration network in the explorer, as it is now.

`python tools/readme_picture.py`; it needs chromium, as the browser tests do.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "support"))

from browsing import a_browser  # noqa: E402
from demonstration_store import demonstration_store  # noqa: E402
from exploring import explorer, served  # noqa: E402


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
