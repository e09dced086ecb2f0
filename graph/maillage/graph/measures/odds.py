"""The odds of a tie within groups against across, free of density: to compare poles."""

from __future__ import annotations

from maillage.graph.measures.entry import Answer, Measure, Shape, Variant, by_direction, undefined
from maillage.graph.measures.study import Study
from maillage.graph.vocabulary import Label


def two_by_two(study: Study, _variant: str) -> Answer:
    """[[within tie, within no tie], [between tie, between no tie]]."""
    a, b, c, d = _cells(study)
    return Answer([[a, b], [c, d]])


def odds_ratio_within(study: Study, variant: str) -> Answer:
    """ad/bc, or with half a tie added to each cell."""
    if reason := _undefined(study):
        return undefined(reason)
    a, b, c, d = _cells(study)
    if variant == "haldane_anscombe":
        return Answer((a + 0.5) * (d + 0.5) / ((b + 0.5) * (c + 0.5)))
    return Answer(a * d / (b * c)) if b * c else undefined("zero_cell")


def yule_q(study: Study, _variant: str) -> Answer:
    """(ad − bc)/(ad + bc): defined at ±1 where the odds ratio is not."""
    if reason := _undefined(study):
        return undefined(reason)
    a, b, c, d = _cells(study)
    along, across = a * d, b * c
    return Answer((along - across) / (along + across)) if along + across else undefined("zero_cell")


def _undefined(study: Study) -> str | None:
    if not study.mixing.total:
        return "no_ties"
    return "one_group" if study.present == 1 else None


def _cells(study: Study) -> tuple[int, int, int, int]:
    """Python integers: their products pass 2⁶³ on large networks."""
    within, across = int(study.mixing.inside), int(study.mixing.crossing)
    dyads = study.n * (study.n - 1)
    same = int((study.sizes * (study.sizes - 1)).sum())
    if not study.directed:
        dyads, same = dyads // 2, same // 2
    return within, same - within, across, dyads - same - across


_MOODY = "Moody 2001, American Journal of Sociology 107:679–716"

MEASURES = (
    Measure(
        name="two_by_two",
        label=Label("Tableau dedans/dehors", "Within/between table"),
        meaning=Label(
            "Liens et absences de lien, au sein des groupes et entre eux.",
            "Ties and absent ties, within groups and across them.",
        ),
        formula="[[x, D_w − x], [y, D_b − y]]",
        reference=_MOODY,
        function=two_by_two,
        shape=Shape.ROWS,
        variants=by_direction("", "ordered_dyads"),
        needs_partition=True,
    ),
    Measure(
        name="odds_ratio_within",
        label=Label("Rapport de cotes interne", "Within-group odds ratio"),
        meaning=Label(
            "Combien un lien est plus probable (en cote) au sein d’un groupe qu’entre groupes.",
            "How much likelier (in odds) a tie is within a group than across.",
        ),
        formula="OR = x(D_b − y)/((D_w − x)y); Haldane–Anscombe: +½ in each cell",
        reference=_MOODY,
        function=odds_ratio_within,
        shape=Shape.NUMBER,
        variants=(*by_direction("", "ordered_dyads"), Variant("haldane_anscombe")),
        needs_partition=True,
        ranged=True,
        permuted=True,
        notes="Infinite: `zero_cell`, and the variant `haldane_anscombe` stands. The index to "
        "compare poles of different size and density.",
    ),
    Measure(
        name="yule_q",
        label=Label("Q de Yule", "Yule’s Q"),
        meaning=Label(
            "Le rapport de cotes interne ramené entre −1 et 1.",
            "The within-group odds ratio brought between −1 and 1.",
        ),
        formula="Q = (ad − bc)/(ad + bc)",
        reference=f"Yule 1912; {_MOODY}",
        function=yule_q,
        shape=Shape.NUMBER,
        variants=by_direction("", "ordered_dyads"),
        needs_partition=True,
        ranged=True,
        permuted=True,
    ),
)
