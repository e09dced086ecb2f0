"""The queries of docs/cypher.md and the answers printed under them.

python tests/support/cypher_doc.py      prints the answers anew, from the demonstration network
                                        in the store that MAILLAGE_STORE names
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from neo4j import Driver, GraphDatabase

DOCUMENT = Path(__file__).parents[2] / "docs" / "cypher.md"
_EXAMPLE = re.compile(
    r"^## (?P<title>\d+\. [^\n]+)\n\n```cypher\n(?P<query>.*?)```\n"
    r"(?:\n(?P<answer>(?:\|[^\n]*\n)+))?",
    re.M | re.S,
)


@dataclass(frozen=True)
class Example:
    title: str
    query: str
    answer: str


def examples() -> list[Example]:
    return [
        Example(found["title"], found["query"], found["answer"] or "")
        for found in _EXAMPLE.finditer(DOCUMENT.read_text(encoding="utf-8"))
    ]


def answer(driver: Driver, query: str) -> str:
    """What the query answers, as a table of Markdown."""
    rows, _, keys = driver.execute_query(query)
    lines = [keys, ["---"] * len(keys), *([_cell(value) for value in row] for row in rows)]
    return "".join(map(_line, lines))


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cell(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_cell, value))
    return "" if value is None else str(value).replace("|", "\\|")


def _rewrite(driver: Driver) -> None:
    def answered(found: re.Match[str]) -> str:
        query = found["query"]
        table = answer(driver, query)
        return f"## {found['title']}\n\n```cypher\n{query}```\n\n{table}"

    text = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(_EXAMPLE.sub(answered, text), encoding="utf-8")


if __name__ == "__main__":
    with GraphDatabase.driver(os.environ["MAILLAGE_STORE"]) as connected:
        _rewrite(connected)
