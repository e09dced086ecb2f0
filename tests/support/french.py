"""What French typography forbids: an ordinary space before ; : ! ? % or inside « », a straight
apostrophe, a hyphen for a minus sign."""

from __future__ import annotations

import re

WRONG = re.compile(
    r"[ \u00a0][;:!?%»]|«[^\u202f]|[^\u202f]»|[A-Za-zàâéèêëîïôûç]'[a-zàâéèêA-Z]|(?<=[ (])-\d"
)


def set_as_french(text: str) -> bool:
    return not WRONG.search(text)
