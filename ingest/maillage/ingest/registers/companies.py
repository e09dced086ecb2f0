"""Answers of the API Recherche d'entreprises, kept as files: what is kept of a company.

A director who is a natural person is counted; nothing else of her is read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from maillage.graph.errors import UnreadableFile
from maillage.graph.stores.sqlite_tables import Row, Table
from maillage.graph.vocabulary import SOLE_TRADER
from maillage.ingest.identity.numbers import is_siren
from maillage.ingest.registers.layouts import Kept, Left, name_key

COMPANIES = Table(
    "company",
    (
        "siren", "key", "rna", "name", "category", "naf", "naf_scheme", "ess", "siae", "state",
        "restricted", "siret", "postal_code", "commune_code", "commune", "latitude", "longitude",
        "directors", "persons",
    ),
    ("siren", "key", "rna"),
)  # fmt: skip
REQUIRED = ("siren", "nature_juridique", "siege")


@dataclass(frozen=True, slots=True)
class Director:
    """An organisation that sits in another."""

    siren: str
    name: str
    role: str


def companies(path: Path) -> Iterator[Kept | Left]:
    """One row for each result of a page, of a list of results, or of one page a line."""
    results = list(_results(path))
    if results and (missing := [name for name in REQUIRED if name not in results[0]]):
        raise UnreadableFile("register_columns", path=path, columns=", ".join(missing))
    if not results:
        raise UnreadableFile("file_json_shape", path=path)
    for result in results:
        yield _company(result)


def directors_of(row: Row) -> tuple[Director, ...]:
    return tuple(Director(*item) for item in json.loads(row["directors"]))


def _results(path: Path) -> Iterator[Mapping[str, object]]:
    for page in _pages(path):
        items = page
        if isinstance(page, dict):
            items = page.get("results", [page] if "siren" in page else [])
        if isinstance(items, list):
            yield from (item for item in items if isinstance(item, dict))


def _pages(path: Path) -> Iterator[object]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnreadableFile("file_missing", path=path) from None
    except UnicodeDecodeError:
        raise UnreadableFile("file_json_damaged", path=path, line=1) from None
    except OSError as error:
        raise UnreadableFile("file_unreadable", path=path, detail=error.strerror) from error
    try:
        yield json.loads(text)
        return
    except (ValueError, RecursionError):
        pass
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                raise UnreadableFile("file_json_damaged", path=path, line=number) from None


def _company(result: Mapping[str, object]) -> Kept | Left:
    siren, category = _text(result, "siren"), _text(result, "nature_juridique")
    if not is_siren(siren):
        return "malformed"
    if category == SOLE_TRADER or not category:
        return "person"
    shown = _text(result, "statut_diffusion") in ("O", "")
    extra = _within(result, "complements")
    name = _text(result, "nom_raison_sociale") or _text(result, "nom_complet") if shown else ""
    seat = _within(result, "siege") if shown else {}
    old, new = _text(result, "activite_principale"), _text(result, "activite_principale_naf25")
    directors, persons = _directors(result)
    directors = directors if shown else []
    return (
        siren,
        name_key(name) if name else "",
        _text(extra, "identifiant_association"),
        name,
        category,
        old or new,
        "NAFRev2" if old else "NAF25",
        {"True": "O", "False": "N"}.get(_text(extra, "est_ess"), ""),
        "1" if _text(extra, "est_siae") == "True" else "",
        _text(result, "etat_administratif"),
        "" if shown else "1",
        _text(seat, "siret"),
        _text(seat, "code_postal"),
        _text(seat, "commune"),
        _text(seat, "libelle_commune"),
        _text(seat, "latitude"),
        _text(seat, "longitude"),
        json.dumps([[one.siren, one.name, one.role] for one in directors], ensure_ascii=False),
        str(persons),
    )


def _directors(result: Mapping[str, object]) -> tuple[list[Director], int]:
    told = result.get("dirigeants")
    everyone = [item for item in told if isinstance(item, dict)] if isinstance(told, list) else []
    legal = [item for item in everyone if _is_organisation(item)]
    found = [
        Director(_text(item, "siren"), _text(item, "denomination"), _text(item, "qualite"))
        for item in legal
    ]
    return found, len(everyone) - len(legal)


def _is_organisation(item: Mapping[str, object]) -> bool:
    """A sole trader has a SIREN too, and stays a person."""
    natural = _text(item, "type_dirigeant") == "personne physique"
    return is_siren(_text(item, "siren")) and not natural


def _text(holder: Mapping[str, object], name: str) -> str:
    value = holder.get(name)
    return "" if value is None or isinstance(value, (list, dict)) else str(value).strip()


def _within(holder: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = holder.get(name)
    return value if isinstance(value, dict) else {}
