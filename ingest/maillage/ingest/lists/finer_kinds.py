"""Words that say of which kind a tie is and something more: « accord-cadre » is a partnership, and
what it is called stays with it."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.ingest.problems import Problem

FINER_KINDS: Mapping[str, tuple[str, ...]] = {
    "partnership": (
        "convention-cadre", "convention-cadre de partenariat", "accord-cadre",
        "accord-cadre de partenariat", "accord de partenariat", "accord de coopération",
        "convention de coopération", "framework agreement", "partnership agreement",
        "cooperation agreement",
    ),
}  # fmt: skip


def keep_finer(values: dict[str, object], said: Mapping[str, Problem]) -> None:
    """Of a line whose kind was told by such a word, and its subtype not, `values` take the word as
    its subtype."""
    found = said.get("kind")
    if found and found.code == "kind_finer" and values.get("subtype", "") is None:
        values["subtype"] = " ".join(found.value.split())
