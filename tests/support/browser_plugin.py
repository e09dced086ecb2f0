"""One browser for all the tests of a run: a process may open only one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    from browsing import a_browser  # noqa: PLC0415 -- only who looks at a page waits for it

    with a_browser() as found:
        yield found
