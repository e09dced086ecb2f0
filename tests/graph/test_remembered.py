"""What is worked out of short texts is remembered, and of long ones worked out anew."""

from __future__ import annotations

from maillage.graph.remembered import LONGEST, remembered


def test_a_short_text_is_worked_out_once() -> None:
    asked: list[str] = []

    @remembered(10)
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    short, long = "x" * LONGEST, "x" * (LONGEST + 1)
    assert [length(text) for text in (short, short, long, long)] == [200, 200, 201, 201]
    assert asked == [short, long, long]


def test_of_several_texts_it_is_all_their_characters_that_count() -> None:
    asked: list[tuple[str, ...]] = []

    def characters(texts: tuple[str, ...]) -> int:
        return sum(map(len, texts))

    @remembered(10, length=characters)
    def joined(texts: tuple[str, ...]) -> str:
        asked.append(texts)
        return " ".join(texts)

    short, long = ("x" * LONGEST,), ("x" * LONGEST, "y")
    for texts in (short, short, long, long):
        joined(texts)
    assert asked == [short, long, long]
