"""Write `docs/measures.md` from the registry: python -m maillage.graph.measures.docs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from maillage.graph.measures.entry import Cost, Measure, Mode, Variant
from maillage.graph.measures.modes import TWO_DATES, TWO_MODES
from maillage.graph.measures.ownership.registry import OWNERSHIP
from maillage.graph.measures.reasons import REASONS, WARNINGS
from maillage.graph.measures.registry import ONE_MODE
from maillage.graph.vocabulary import Label

_HEAD = """\
# Les mesures · The measures

<!-- Written by `python -m maillage.graph.measures.docs`: change the registry, not this page. -->

Chaque mesure dit ce à quoi elle répond, sa formule exacte, sa source et ce qu’elle vaut quand elle
n’est pas définie. Each measure says what it answers, its exact formula, its source, and what it
gives where it is undefined.

## A result

| key | is |
| --- | --- |
| `measure`, `variant` | the names below |
| `value` | number, map, matrix or rows; null exactly when `reason` is set |
| `reason`, `reasons` | why the value is null; why each null *inside* it is |
| `warnings` | what qualifies the value |
| `n`, `ties`, `isolates`, `self_ties_dropped` | what was used: nodes, ties (arcs), nodes without ties; self-ties are never used |
| `directed`, `weighted`, `groups`, `group_sizes`, `by` | how the network and the partition were read |
| `expected`, `difference` | the value under random labels, and the departure from it |
| `change` | the departure from the date before, where several dates are measured |
| `interval` | jackknife over nodes or over ties, from 8 members; about networks like this one (`super_population`): of one that is known completely it says nothing more |
| `bounds`, `range` | least and greatest value over what is not known: every undecided tie one way, then the other; or over codings of the undecided nodes (all in one group, for each, and 200 drawn) |
| `sensitivity` | with `--weights`: least and greatest value if all tiers weighed the same, or each in turn half as much and twice |
| `p`, `draws`, `se`, `seed` | test by random draws: two-sided (twice the share of the smaller side, at most 1), or of the upper side where the value says `p_upper`; `se` is the standard error of `p`. Seed 0 unless another is asked for |
| `p_least` | the least that `p` could have been with so many draws and so many different ways to draw. With fewer than 20 ways nothing is drawn: warning, or reason of the null, `too_small` |
| `left_out` | nodes and ties that the partition leaves out of this result |
| `at` | the date, or both joined by `/`, where several are measured |
| `view`, `view_left_out`, `notes` | the view of a store, and what it had left out before |
| `advice` | where a measure is refused, what to do instead |
| `singular_rings` | firms that own themselves wholly, each ring sorted: what they leave without a value is null `singular` |

A reference with *looked up* was compared with what the link shows (title, volume, pages; an article of
law, its words); the others are given as the field cites them.

Self-ties are dropped; parallel ties are one tie, or the sum of their weights. Isolates stay. Arcs
are never made symmetric without a word. A weight is a strength: more is closer.

Cost: `linear` grows with the ties; `heavy` faster, and is refused (`too_costly`) above a stated
limit, where variants named `…sampled` stand in for those who ask for the measure by name;
`matrix` grows with the square of its rows.
"""  # noqa: E501 -- a row of a table is one line


# References that were looked up, as they are cited, and where each can be read.
LOOKED_UP: Mapping[str, str] = {
    "Maslov & Sneppen 2002": "https://doi.org/10.1126/science.1065103",
    "Strona et al. 2014": "https://www.nature.com/articles/ncomms5114",
    "Almeida-Neto et al. 2008": "https://rdrr.io/cran/MBI/man/wnodf.html",
    "Snijders & Borgatti 1999": "https://studylib.net/doc/5839195/connections-22-2---61-70",
    "Brioschi, Buzzacchi & Colombo 1989": "https://fdokumen.com/documents/"
    "risk-capital-financing-and-the-separation-of-ownership-and-control-in-business-groups.html",
    "Vitali, Glattfelder & Battiston 2011": "https://arxiv.org/abs/1107.5728",
    "Mizuno, Doi & Kurizaki 2020": "https://doi.org/10.1371/journal.pone.0237862",
    "L225-96": "https://www.juritravail.com/codes/code-commerce/article/L225-96.html",
    "L233-29": "https://www.doctrine.fr/l/texts/codes/LEGITEXT000005634379/articles/"
    "LEGIARTI000006229418",
}

# Every measure there is, mode after mode.
EVERY: tuple[Measure[Any], ...] = (
    *ONE_MODE.values(),
    *TWO_MODES.values(),
    *TWO_DATES.values(),
    *OWNERSHIP.values(),
)


def page(entries: Sequence[Measure[Any]] = EVERY) -> str:
    """The whole page."""
    parts = [_HEAD, *_codes("Reasons", REASONS.items()), *_codes("Warnings", WARNINGS.items())]
    parts += ["## Index\n"]
    for mode in Mode:
        parts += _index(mode, [entry for entry in entries if entry.mode is mode])
    for entry in entries:
        parts += [f"## `{entry.name}`\n", *_lines(entry), ""]
    return "\n".join(parts).rstrip() + "\n"


_MODES = {
    Mode.ONE: "Organisations: `maillage measure`",
    Mode.TWO: "Two modes: `maillage measure --nodes N --edges E --by COLUMN --top GROUP`, or the "
    "view `affiliation` of a store",
    Mode.DATES: "Two dates: `maillage measure --nodes N --before E1 --after E2`, "
    "`maillage compare`",
    Mode.OWNERSHIP: "Holders and firms: `maillage ownership`",
}


def _codes(title: str, labels: Iterable[tuple[str, Label]]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| code | fr | en |\n| --- | --- | --- |"
    for code, label in labels:
        yield f"| `{code}` | {label.fr} | {label.en} |"
    yield ""


def _index(mode: Mode, entries: list[Measure[Any]]) -> Iterator[str]:
    if not entries:
        return
    yield f"### {_MODES[mode]}\n"
    yield "| measure | fr | en | ties | cost |\n| --- | --- | --- | --- | --- |"
    for entry in entries:
        anchor = f"[`{entry.name}`](#{entry.name})"
        label, cost = entry.label, entry.cost.value
        yield f"| {anchor} | {label.fr} | {label.en} | {entry.applicability} | {cost} |"
    yield ""


def _lines(entry: Measure[Any]) -> Iterator[str]:
    yield f"**{entry.label.fr}** · {entry.meaning.fr}  "
    yield f"**{entry.label.en}** · {entry.meaning.en}\n"
    yield f"- formula: {_code(entry.formula)}"
    yield f"- value: `{entry.shape.value}`" + ("; by groups" if entry.needs_partition else "")
    yield f"- variants: {'; '.join(_variant(variant) for variant in entry.variants)}"
    yield f"- reference: {entry.reference}{_looked_up(entry.reference)}"
    if entry.cost is not Cost.LINEAR:
        yield f"- cost: {entry.cost.value}"
    if entry.notes:
        yield f"- {entry.notes}"


def _looked_up(reference: str) -> str:
    links = [f"[{cited}]({url})" for cited, url in LOOKED_UP.items() if cited in reference]
    return f" — looked up: {', '.join(links)}" if links else ""


def _code(formula: str) -> str:
    """Bars would cut a table, back-ticks keep stars and underscores as they are."""
    return f"`{formula}`"


def _variant(variant: Variant) -> str:
    conditions = []
    if not variant.directed:
        conditions.append("undirected")
    if not variant.undirected:
        conditions.append("directed")
    if variant.weighted:
        conditions.append("with weights")
    if variant.instead_of is not None:
        conditions.append("where the exact value is refused, or by its own name")
    elif variant.asked:
        conditions.append("when the measure is asked for by name")
    said = f" ({', '.join(conditions)})" if conditions else ""
    return f"`{variant.name}`{said}" if variant.name else f'`""`{said}'


if __name__ == "__main__":
    sys.stdout.write(page())
