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

## Un résultat · A result

| clé | français | English |
| --- | --- | --- |
| `measure`, `variant` | les noms ci-dessous | the names below |
| `value` | nombre, dictionnaire, matrice ou lignes\u202f; nul exactement quand `reason` est là | number, map, matrix or rows; null exactly when `reason` is set |
| `reason`, `reasons` | pourquoi la valeur est nulle\u202f; pourquoi l’est chaque nul *dans* la valeur | why the value is null; why each null *inside* it is |
| `warnings` | ce qui nuance la valeur | what qualifies the value |
| `n`, `ties`, `isolates`, `self_ties_dropped` | ce qui a servi\u202f: nœuds, liens (arcs), nœuds sans lien\u202f; un lien à soi-même ne sert jamais | what was used: nodes, ties (arcs), nodes without ties; self-ties are never used |
| `directed`, `weighted`, `groups`, `group_sizes`, `by` | comment le réseau et la partition ont été lus | how the network and the partition were read |
| `expected`, `difference` | la valeur si les groupes étaient tirés au hasard, et l’écart à elle | the value under random labels, and the departure from it |
| `change` | l’écart à la date d’avant, là où plusieurs dates sont mesurées | the departure from the date before, where several dates are measured |
| `interval` | jackknife sur les nœuds ou sur les liens, à partir de 8 membres\u202f; il parle de réseaux comme celui-ci (`super_population`)\u202f: d’un réseau connu tout entier, il ne dit rien de plus | jackknife over nodes or over ties, from 8 members; about networks like this one (`super_population`): of one that is known completely it says nothing more |
| `bounds`, `range` | la moindre et la plus grande valeur selon ce qu’on ne sait pas\u202f: chaque lien non tranché d’un côté, puis de l’autre\u202f; ou selon les codages des nœuds non tranchés (tous dans un groupe, pour chacun, et 200 au hasard) | least and greatest value over what is not known: every undecided tie one way, then the other; or over codings of the undecided nodes (all in one group, for each, and 200 drawn) |
| `sensitivity` | avec `--weights`\u202f: la moindre et la plus grande valeur si tous les niveaux pesaient autant, ou chacun à son tour moitié moins et deux fois plus | with `--weights`: least and greatest value if all tiers weighed the same, or each in turn half as much and twice |
| `p`, `draws`, `se`, `seed` | test par tirages au hasard\u202f: bilatéral (deux fois la plus petite part, au plus 1), ou du seul haut là où la valeur dit `p_upper`\u202f; `se` est l’erreur type de `p`. Graine 0 si l’on n’en demande pas une autre | test by random draws: two-sided (twice the share of the smaller side, at most 1), or of the upper side where the value says `p_upper`; `se` is the standard error of `p`. Seed 0 unless another is asked for |
| `p_least` | le moindre `p` possible avec tant de tirages et tant de façons de tirer. À moins de 20 façons, rien n’est tiré\u202f: avertissement, ou raison du nul, `too_small` | the least that `p` could have been with so many draws and so many different ways to draw. With fewer than 20 ways nothing is drawn: warning, or reason of the null, `too_small` |
| `left_out` | nœuds et liens que la partition laisse hors de ce résultat | nodes and ties that the partition leaves out of this result |
| `at` | la date, ou les deux jointes par `/`, là où plusieurs sont mesurées | the date, or both joined by `/`, where several are measured |
| `view`, `view_left_out`, `notes` | la vue d’une base, et ce qu’elle avait laissé de côté avant | the view of a store, and what it had left out before |
| `advice` | là où une mesure est refusée, que faire à la place | where a measure is refused, what to do instead |
| `singular_rings` | les sociétés qui se détiennent tout entières, chaque anneau trié\u202f: ce qu’elles laissent sans valeur est nul, `singular` | firms that own themselves wholly, each ring sorted: what they leave without a value is null `singular` |

Une référence dite *looked up* a été comparée à ce que montre le lien (titre, volume, pages\u202f; d’un article de loi, ses mots)\u202f;
les autres sont données comme le domaine les cite. Formules et conventions sont en anglais, la langue de leurs sources.

Les liens à soi-même sont retirés\u202f; des liens parallèles sont un seul lien, ou la somme de leurs poids. Les nœuds isolés
restent. Un arc n’est jamais rendu symétrique sans le dire. Un poids est une force\u202f: plus il est grand, plus on est proche.

Coût\u202f: `linear` croît avec les liens\u202f; `heavy` plus vite, et il est refusé (`too_costly`) au-delà d’une limite dite, où les
variantes nommées `…sampled` en tiennent lieu pour qui demande la mesure par son nom\u202f; `matrix` croît avec le carré de ses lignes.

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
    parts = [
        _HEAD,
        *_codes("Raisons · Reasons", REASONS.items()),
        *_codes("Avertissements · Warnings", WARNINGS.items()),
    ]
    parts += ["## Index\n"]
    for mode in Mode:
        parts += _index(mode, [entry for entry in entries if entry.mode is mode])
    for entry in entries:
        parts += [f"## `{entry.name}`\n", *_lines(entry), ""]
    return "\n".join(parts).rstrip() + "\n"


_MODES = {
    Mode.ONE: "Organisations: `maillage measure`",
    Mode.TWO: "Deux modes · Two modes: `maillage measure --nodes N --edges E --by COLUMN --top "
    "GROUP`, vue · view `affiliation`",
    Mode.DATES: "Deux dates · Two dates: `maillage measure --nodes N --before E1 --after E2`, "
    "`maillage compare`",
    Mode.OWNERSHIP: "Détenteurs et sociétés · Holders and firms: `maillage ownership`",
}


def _codes(title: str, labels: Iterable[tuple[str, Label]]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| code | français | English |\n| --- | --- | --- |"
    for code, label in labels:
        yield f"| `{code}` | {label.fr} | {label.en} |"
    yield ""


def _index(mode: Mode, entries: list[Measure[Any]]) -> Iterator[str]:
    if not entries:
        return
    yield f"### {_MODES[mode]}\n"
    yield "| mesure | français | English | liens · ties | coût · cost |"
    yield "| --- | --- | --- | --- | --- |"
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
