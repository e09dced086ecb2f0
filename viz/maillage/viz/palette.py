"""Every colour, shape, dash and width, as data: `design.md` § 2.

Contrast (3:1 for marks, 4.5:1 for words) and distance between colours under three simulated
colour-blindnesses are tested on these very values. Renderers name *roles*; nobody else writes a
colour. The dash, the letter and the shape say again what the colour says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from maillage.graph.vocabulary import Family, Layer, Sector, Tier
from maillage.viz.scene_model import Shape

Theme = Literal["light", "dark", "print"]

FONT = (
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, '
    "sans-serif"
)


@dataclass(frozen=True, slots=True)
class Colour:
    """One role in the three grounds; on paper it is the light one unless said."""

    light: str
    dark: str
    paper: str = ""

    def on(self, theme: Theme) -> str:
        if theme == "dark":
            return self.dark
        return self.paper or self.light if theme == "print" else self.light


ROLES: dict[str, Colour] = {
    "ground": Colour("#F7F4EE", "#16191D", "#FFFFFF"),
    "panel": Colour("#FFFFFF", "#1F2429"),
    "hull": Colour("#EFE9DE", "#262B31", "#F4F0E8"),
    "ink": Colour("#1D2328", "#F2EFE9"),
    "ink2": Colour("#4B545C", "#C3C8CC"),
    "muted": Colour("#5E666D", "#A3AAB0"),
    "accent": Colour("#14495A", "#8FD0E3"),
    "on-accent": Colour("#FFFFFF", "#16191D"),
    "accent-tint": Colour("#E4EEF0", "#2F3C43"),
    "focus": Colour("#6A1BD1", "#C9A3FF"),
    "ok": Colour("#1D6639", "#7FD29B"),
    "ok-tint": Colour("#E6F2E9", "#2C3C39"),
    "warning": Colour("#8F4700", "#F5B46A"),
    "warning-tint": Colour("#FDF0E0", "#3D3832"),
    "warning-bar": Colour("#C46A12", "#F5B46A"),
    "error": Colour("#A3161A", "#FF9B94"),
    "error-tint": Colour("#FBE8E6", "#3E3538"),
    "border": Colour("#858078", "#7A828A"),
    "rule": Colour("#DDD6C9", "#343A40"),
    "review": Colour("#A56C00", "#F2C14E"),
}

SECTORS: dict[Sector, Colour] = {
    Sector.PUBLIC: Colour("#1B5594", "#5E9BEC"),
    Sector.ESS: Colour("#CF651F", "#EF8A4C"),
    Sector.PRIVATE: Colour("#64003E", "#B06A99"),
    Sector.MIXED: Colour("#1C919E", "#7FDDE0"),
    Sector.CITIZENS: Colour("#524600", "#F0E096"),
    Sector.UNKNOWN: Colour("#6D6B69", "#A09C96"),
}

LAYERS: dict[Layer, Colour] = {
    Layer.COOPERATION: Colour("#3A4650", "#C9D1D8"),
    Layer.SUPPORT: Colour("#9A6200", "#E3B23C"),
    Layer.AFFILIATION: Colour("#75808A", "#8A949D"),
    Layer.INSTITUTIONAL: Colour("#7B4A9E", "#B58AD6"),
}

DASHES: dict[Layer, tuple[float, ...]] = {
    Layer.COOPERATION: (),
    Layer.SUPPORT: (9, 4),
    Layer.AFFILIATION: (1.5, 4),  # round caps
    Layer.INSTITUTIONAL: (9, 3, 1.5, 3),
}

WIDTHS: dict[Tier | None, float] = {
    Tier.CAPITAL: 4,
    Tier.MEANS: 2.6,
    Tier.AFFILIATION: 1.5,
    None: 1.5,
}

SHAPES: dict[Family, Shape] = {
    Family.ENTERPRISE: "circle",
    Family.AUTHORITY: "house",
    Family.KNOWLEDGE: "triangle",
    Family.NETWORK: "cross",
    Family.FINANCIER: "diamond",
    Family.CITIZENS: "triangle_down",
    Family.OTHER: "ring_dot",
    Family.GATHERING: "square",
    Family.POLE: "pole",
}

# Fewer … more than chance; seven steps, the sign also said by ▼ and ▲.
DIVERGING: tuple[Colour, ...] = (
    Colour("#7A4410", "#F0B777"),
    Colour("#BD8446", "#B97F42"),
    Colour("#E2BE8C", "#6B4A28"),
    Colour("#F1EEE8", "#2B3036"),
    Colour("#A9D2D2", "#22525A"),
    Colour("#4C9A9E", "#3E8E97"),
    Colour("#0E5A63", "#8FDDE3"),
)
# Words on each step of the ramp above.
DIVERGING_TEXT: tuple[Colour, ...] = (
    Colour("#FFFFFF", "#16191D"),
    Colour("#1D2328", "#16191D"),
    Colour("#1D2328", "#F2EFE9"),
    Colour("#1D2328", "#F2EFE9"),
    Colour("#1D2328", "#F2EFE9"),
    Colour("#1D2328", "#16191D"),
    Colour("#FFFFFF", "#16191D"),
)
# A measure on nodes; a 1 px ink outline carries the contrast.
SEQUENTIAL: tuple[Colour, ...] = (
    Colour("#D5E6E6", "#D5E6E6"),
    Colour("#A9D2D2", "#A9D2D2"),
    Colour("#6FB3B6", "#6FB3B6"),
    Colour("#3A868C", "#3A868C"),
    Colour("#0E5A63", "#0E5A63"),
)
DIFFERENCE: dict[Literal["created", "kept", "ended"], Colour] = {
    "created": Colour("#0E5A63", "#8FDDE3"),
    "kept": Colour("#75808A", "#8A949D"),
    "ended": Colour("#7A4410", "#F0B777"),
}

HULL_MARGIN = 23.0
CONTEXT_NODES = 0.75
CONTEXT_TIES = 0.38


def tokens() -> dict[str, Colour]:
    """Every role under the name that scenes, style sheets and scripts use."""
    return {
        **ROLES,
        **{f"sector.{sector}": colour for sector, colour in SECTORS.items()},
        **{f"layer.{layer}": colour for layer, colour in LAYERS.items()},
        **{f"ramp.{step}": colour for step, colour in enumerate(SEQUENTIAL)},
        **{f"diverging.{step}": colour for step, colour in enumerate(DIVERGING)},
        **{f"difference.{name}": colour for name, colour in DIFFERENCE.items()},
        "pole": ROLES["ink"],
        "gathering": ROLES["ink2"],
    }


def resolve(role: str, theme: Theme) -> str:
    """The colour of a role; raises KeyError for anything that is not a role of ours."""
    return tokens()[role].on(theme)


def css_variables(theme: Theme) -> str:
    """`--sector-ess:#CF651F;…` for a style sheet."""
    return "".join(
        f"--{name.replace('.', '-')}:{colour.on(theme)};" for name, colour in tokens().items()
    )
