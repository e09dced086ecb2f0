"""The floors of `design.md` § 2, computed from the values themselves."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from colour_vision import VISIONS, Vision, contrast, distance

from maillage.viz import palette
from maillage.viz.palette import DIFFERENCE, LAYERS, ROLES, SECTORS, Colour, Theme

THEMES: tuple[Theme, ...] = ("light", "dark", "print")
MARKS: dict[str, Colour] = {
    **{str(name): colour for name, colour in (*SECTORS.items(), *LAYERS.items())},
    "review": ROLES["review"],
    "border": ROLES["border"],
}
WORDS = ("ink", "ink2", "muted", "accent", "ok", "warning", "error")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "hull", "panel"])
def test_marks_stand_out_and_words_can_be_read(theme: Theme, ground: str) -> None:
    behind = ROLES[ground].on(theme)
    for name, colour in MARKS.items():
        assert contrast(colour.on(theme), behind) >= 3, name
    for word in WORDS:
        assert contrast(ROLES[word].on(theme), behind) >= 4.5, word
    assert contrast(ROLES["focus"].on(theme), behind) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("role", ["accent", "ok", "warning", "error"])
def test_words_can_be_read_on_their_tint(theme: Theme, role: str) -> None:
    assert contrast(ROLES[role].on(theme), ROLES[f"{role}-tint"].on(theme)) >= 4.5
    assert contrast(ROLES["on-accent"].on(theme), ROLES["accent"].on(theme)) >= 4.5


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize(
    ("colours", "theme", "floor"),
    [
        (SECTORS, "light", 15),
        (SECTORS, "dark", 13),
        (LAYERS, "light", 13),
        (LAYERS, "dark", 13),
        (DIFFERENCE, "light", 15.9),
        (DIFFERENCE, "dark", 15.9),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_no_two_colours_of_a_set_are_alike_for_anybody(
    colours: dict[str, Colour], theme: Theme, floor: float, vision: Vision
) -> None:
    for (one, left), (other, right) in combinations(colours.items(), 2):
        assert distance(left.on(theme), right.on(theme), vision) >= floor, (one, other)


@pytest.mark.parametrize(
    ("theme", "reading"), [("light", 4.85), ("dark", 4.6)], ids=["light", "dark"]
)
def test_numbers_can_be_read_on_every_step_of_the_ramp(theme: Theme, reading: float) -> None:
    for step, word in zip(palette.DIVERGING, palette.DIVERGING_TEXT, strict=True):
        assert contrast(step.on(theme), word.on(theme)) >= reading


@pytest.mark.parametrize(
    ("vision", "ends", "neighbours"),
    [
        ("normal", 36.8, 16.5),
        ("deuteranopia", 33.4, 12.0),
        ("protanopia", 27.9, 8.8),
        ("tritanopia", 42.9, 16.0),
    ],
)
def test_the_ramp_keeps_its_sign_for_anybody(
    vision: Vision, ends: float, neighbours: float
) -> None:
    steps = [step.light for step in palette.DIVERGING]
    # Half a unit of slack: matrices are published to a few digits.
    assert distance(steps[0], steps[-1], vision) >= ends - 0.5
    assert min(distance(one, other, vision) for one, other in pairwise(steps)) >= neighbours - 0.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_difference_of_dates_stands_out(theme: Theme) -> None:
    for colour in DIFFERENCE.values():
        for ground in ("ground", "hull"):
            assert contrast(colour.on(theme), ROLES[ground].on(theme)) >= 3.3


def test_a_measure_is_outlined_where_its_colour_is_too_light() -> None:
    assert contrast(palette.SEQUENTIAL[0].light, ROLES["ground"].light) < 3
    assert contrast(ROLES["ink"].light, ROLES["ground"].light) >= 3
