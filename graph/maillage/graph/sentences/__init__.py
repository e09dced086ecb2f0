"""The sentence of each error code, in French and English: `{name}` takes the error's values.

One file a subject; a code stands in one of them only.
"""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.sentences import (
    asking,
    files,
    limits,
    ownership,
    saying,
    serving,
    stores,
)

SUBJECTS = (stores, files, asking, limits, ownership, saying, serving)
SENTENCES: Mapping[str, tuple[str, str]] = {
    code: sentence for subject in SUBJECTS for code, sentence in subject.SENTENCES.items()
}
