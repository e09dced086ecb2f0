"""Writes the documents that are generated from the code: `make docs`.

`tests/test_docs.py` fails when one of them is no longer what this writes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from maillage.api.app import create_app
from maillage.api.manual.document import operations
from maillage.graph.fields import ACTOR_FIELDS, TIE_FIELDS
from maillage.graph.measures.docs import page
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    FAMILY_LABELS,
    LAYER_LABELS,
    SECTOR_LABELS,
    SECTOR_LETTERS,
    STANDING_LABELS,
    STATUS_LABELS,
    TIE_KINDS,
    TIER_LABELS,
    Label,
)
from maillage.ingest.lists.registry import LISTS
from maillage.ingest.lists.templates import documentation, table_schema

Thing = TypeVar("Thing")

ROOT = Path(__file__).parent.parent
TERMS = {
    "reliance": (
        "reliance",
        "l’acte de relier, daté et sourcé\u202f; non la dépendance",
        "the act of linking, dated and sourced; not dependence",
    ),
    "décloisonnement": (
        "décloisonnement",
        "les liens qui franchissent une frontière\u202f: secteur, activité, territoire",
        "ties that cross a boundary: sector, activity, territory",
    ),
    "actor": (
        "acteur",
        "une organisation, un collectif, un lieu ou un groupe",
        "an organisation, a collective or a gathering",
    ),
    "gathering": (
        "lieu, groupe",
        "là où des organisations se retrouvent\u202f: second mode, qui ne fait pas un lien entre elles",
        "where organisations meet: second mode, never tied *by* it",
    ),
    "tie": (
        "lien",
        "un acte de relier deux acteurs, sur une période",
        "an act of linking between two actors over one spell",
    ),
    "record": (
        "ligne gardée",
        "ce qu’une ligne d’une source a dit, qui l’a dit, quand cela a été vu",
        "what one source row said, who said it, when it was seen",
    ),
    "judgement": (
        "jugement",
        "ce qu’un relecteur dit de deux acteurs\u202f: un seul, ou deux",
        "a reviewer’s word on whether two actors are one",
    ),
    "standing": ("parole", "sur la parole de qui un lien repose", "whose word a tie rests upon"),
    "tier": (
        "niveau de mutualisation",
        "le capital, puis les moyens, puis l’affiliation",
        "capital, then means, then affiliation",
    ),
    "spell": (
        "période",
        "un temps du lien sans coupure\u202f; après une coupure, ou une liste complète sans lui, c’est un second lien",
        "an unbroken time of a tie; a gap, or a complete list without it, makes a second tie",
    ),
    "layer": (
        "couche",
        "à quoi tient un lien\u202f: coopération, soutien, affiliation ou institution",
        "what a tie is about: cooperation, support, affiliation or institution",
    ),
    "store": (
        "base",
        "là où un réseau est gardé\u202f: un fichier sur la machine, ou Neo4j",
        "where a network is kept: a file on the machine, or Neo4j",
    ),
    "import": (
        "import, chargement",
        "ce qu’un fichier a apporté, qui s’annule d’un bloc",
        "what a file brought, taken back as one",
    ),
    "view": ("vue", "quelle partie du graphe est mesurée", "which part of the graph is measured"),
}


API_HEAD = """\
# The API

<!-- Written by `make docs`: change the routes, or tools/generated_docs.py. -->

`maillage serve` answers programs at `/api/v1`; `/docs` shows every parameter and every shape, `/openapi.json` is the
same for programs. Who is answered, tokens and settings: [servers.md](servers.md).

- **Errors** are problem documents (RFC 9457) in the reader’s language (`Accept-Language`), with `errors[]` for fields. A
  parameter that a route does not take is one: nothing is left out in silence.
- **Lists** are `{"items", "next", "total"}`. `next` goes back as `cursor`; it continues the list that it came with, and
  no other, and what is written meanwhile moves nothing. Of what comes whole (measures, jobs, views, tokens, kinds of list)
  and of a search, which gives the likeliest, `next` is null. `review` counts what is `waiting` instead, and takes a `limit`.
- **Reads** of the network carry an `ETag`: its revision, then the language, what who asks may see, the address and what else
  the answer depends on. `If-None-Match` answers 304, and nothing is worked out; `*` is answered 304 where there is something,
  and 404 where there is nothing. Not so `me`, `jobs`, `tokens`, `templates`, `metrics`,
  `health` and one import, which change otherwise. `If-Match` on a write, with the tag of a read in either language,
  answers 412 if the network has changed. `HEAD` answers whatever `GET` does, without the body.
- **Writes** answer `undo`, the address whose `DELETE` takes the act back, and an `ETag` for the next `If-Match`; what is made
  by hand is at `Location`. Of those who write at once upon one revision, one does.
- **What takes long** answers 202 and a job: a file above 1 MB; on more than 20,000 ties, what is not linear; more than
  10,000 draws, or 1,000 holdings. Questions are answered in turn by a process of their own, whose memory has a bound; nobody else
  waits for them. The 202 comes after 20 seconds of waiting (`POST /measures`: 120; a file above 1 MB: at once), or as
  `Prefer: respond-async` (at once) or `Prefer: wait=N` asks (RFC 7240), which `Preference-Applied` confirms.
  Ask `GET /jobs/{id}`, or its `events`; once it is done, `where` is the address of what came of it, and
  what was asked by a body is asked again. A job is seen by who asked it. Given up, a question stops at once; it is given
  up after an hour, or when who asked has gone before its turn; a server that stopped meanwhile says so at its next start.
- **Readers** see sole traders under ids that say nothing of them, and of their ties no free words (`purpose`, `note`, …);
  their name stands in no text ([what counts as the name](servers.md#names-of-sole-traders)).

```sh
curl -H 'Authorization: Bearer mlg_…' 'http://127.0.0.1:8000/api/v1/measures/ei_network?by=sector&view=direct'
curl -H 'Authorization: Bearer mlg_…' -F as=members -F pole=mon-pole -F file=@membres.xlsx http://127.0.0.1:8000/api/v1/imports
```

## Routes, and the least role that each answers

`tests/api/test_roles.py` walks every one with every role.

| route | role | gives |
| --- | --- | --- |
"""

LISTS_HEAD = """\
# Les listes

<!-- Written by `make docs` from the rows of each list, `ingest/…/lists`. -->

Une liste est un tableau, une ligne d’en-têtes au-dessus. Les vôtres conviennent\u202f: les en-têtes usuels sont reconnus, en
français ou en anglais, avec ou sans accents, dans n’importe quel ordre\u202f; sans ce qui est *obligatoire*, une ligne est refusée.
`maillage load` dit ce qu’il a compris, et `--map COLONNE=CHAMP` dit le reste ([charger](loading.md)). Les colonnes inconnues
sont gardées et signalées\u202f; celles qui concernent des personnes sont retirées.

Pour partir de rien, `maillage template members --out membres.xlsx` écrit le modèle d’une liste, à remplir dans un tableur. Le
*nom stable* d’une colonne, et les schémas de `docs/schemas/`, sont pour les programmes.

| liste | `--as` | ce qu’elle tient |
| --- | --- | --- |"""


def api() -> str:
    told = operations(create_app("sqlite:///nothing-is-opened.db"))
    lines = [f"| `{one.method} {one.path}` | {one.role} | {one.summary} |" for one in told]
    return API_HEAD + "\n".join(lines) + "\n"


def documents() -> Mapping[str, str]:
    """Each generated file, from the root, and what it must hold."""
    schemas = {
        f"docs/schemas/{name}.json": json.dumps(table_schema(spec), ensure_ascii=False, indent=2)
        + "\n"
        for name, spec in LISTS.items()
    }
    return {
        "docs/api.md": api(),
        "docs/glossary.md": glossary(),
        "docs/lists.md": lists(),
        "docs/measures.md": page(),
        **schemas,
    }


def glossary() -> str:
    """Code name ↔ the documents' own word."""
    parts = [
        "# Glossaire · Glossary\n\nEngendré par `make docs` à partir de `graph/maillage/graph/vocabulary.py` et "
        "`fields.py`. La première colonne est le nom dans le code, les fichiers et l’API. Generated by `make docs`; the "
        "first column is the name in code, files and the API.\n",
        _table("Les mots · Words", "français | signification | meaning", TERMS.items(), lambda term: term),
        _table("Natures d’acteurs · Kinds of actor", "français | English | famille", ACTOR_KINDS.items(), lambda kind: (kind.label.fr, kind.label.en, FAMILY_LABELS[kind.family].fr)),
        _table("Natures de liens · Kinds of tie", "français | English | couche | sens | niveau | peut porter", TIE_KINDS.items(), lambda kind: (kind.label.fr, kind.label.en, LAYER_LABELS[kind.layer].fr, "→" if kind.directed else "—", TIER_LABELS[kind.tier].fr if kind.tier else "", ", ".join(f"`{name}`" for name in kind.fields))),
        _table("Secteurs · Sectors", "français | English | lettre", SECTOR_LABELS.items(), lambda label: (label.fr, label.en, next(SECTOR_LETTERS[sector] for sector, found in SECTOR_LABELS.items() if found is label))),
        _table("Paroles · Standing", "français | English", STANDING_LABELS.items(), _label),
        _table("États · Status", "français | English", STATUS_LABELS.items(), _label),
        _table("Niveaux · Tiers", "français | English", TIER_LABELS.items(), _label),
        _table("Ce qu’on sait d’un acteur · Facts of an actor", "français | English", ACTOR_FIELDS.items(), lambda field: _label(field.label)),
        _table("Ce qu’on sait d’un lien · Facts of a tie", "français | English", TIE_FIELDS.items(), lambda field: _label(field.label)),
    ]  # fmt: skip
    return "\n".join(parts)


def lists() -> str:
    known = [f"| {spec.label.fr} | `{spec.name}` | {spec.purpose.fr} |" for spec in LISTS.values()]
    sections = [documentation(spec) for spec in LISTS.values()]
    return "\n".join([LISTS_HEAD, *known, "", *sections])


def _table(
    title: str,
    headings: str,
    rows: Iterable[tuple[str, Thing]],
    describe: Callable[[Thing], tuple[str, ...]],
) -> str:
    lines = [
        f"## {title}",
        "",
        f"| code | {headings} |",
        "|" + " --- |" * (headings.count("|") + 2),
    ]
    for name, thing in rows:
        lines.append("| " + " | ".join((f"`{name}`", *describe(thing))) + " |")
    return "\n".join(lines) + "\n"


def _label(label: Label) -> tuple[str, ...]:
    return label.fr, label.en


def write() -> None:
    for name, text in documents().items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
