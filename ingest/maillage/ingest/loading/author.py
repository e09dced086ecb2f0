"""Who writes, where nobody has to say so: the person whose machine it is."""

from __future__ import annotations

import getpass
from functools import cache


@cache
def user_of_this_machine() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container may run as a number without a name
        return "local"
