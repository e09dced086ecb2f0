"""The table of communes that people import (`maillage places import`), and how it is asked.

Columns: `code` and `nom`, and as known `codes_postaux`, `dep`, `reg`, `epci`, `lat`, `lon`,
`millesime` (the year of the COG), `anciens_codes`, `anciens_noms` (communes merged into this one).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from maillage.graph.folding import normalise
from maillage.graph.remembered import remembered
from maillage.graph.territories import corsica_of_postal, departement
from maillage.ingest.identity.numbers import Cell, Reading, plain_digits
from maillage.ingest.places.written import written_commune
from maillage.ingest.reference import Row, given

REQUIRED_COLUMNS = ("code", "nom")
# Below this two names are two communes; at 100 they are one name.
RESEMBLES = 90
_SHORTENED = 4


@dataclass(frozen=True, slots=True)
class Commune:
    code: str
    name: str
    departement: str
    postal_codes: tuple[str, ...] = ()
    region: str = ""
    epci: str = ""
    latitude: float | None = None
    longitude: float | None = None
    vintage: str = ""


class Communes:
    """One vintage of the communes, indexed for the ladder of `places`.

    `unread` holds the lines of the table (as a person counts them) that gave no commune.
    """

    def __init__(
        self,
        communes: Iterable[Commune] = (),
        former_codes: Mapping[str, Sequence[str]] | None = None,
        former_names: Mapping[str, Sequence[str]] | None = None,
        unread: Sequence[int] = (),
    ) -> None:
        self.unread = tuple(unread)
        self._by_code: dict[str, Commune] = {}
        for commune in communes:
            known = self._by_code.get(commune.code)
            if known is None or known.vintage < commune.vintage:
                self._by_code[commune.code] = commune
        self._successors: dict[str, list[Commune]] = defaultdict(list)
        self._by_postal: dict[str, list[Commune]] = defaultdict(list)
        self._by_epci: dict[str, list[Commune]] = defaultdict(list)
        self._by_name: dict[str, dict[str, list[Commune]]] = defaultdict(lambda: defaultdict(list))
        former_names = former_names or {}
        for commune in self._by_code.values():
            for code in (former_codes or {}).get(commune.code, ()):
                self._successors[code].append(commune)
            if commune.epci:
                self._by_epci[commune.epci].append(commune)
            for postal_code in commune.postal_codes:
                self._by_postal[postal_code].append(commune)
            for name in {
                plain_name(commune.name),
                *map(plain_name, former_names.get(commune.code, ())),
            }:
                self._by_name[commune.departement][name].append(commune)

    @classmethod
    def load(cls, path: Path) -> Communes:
        """Read a person's table; only an unreadable file raises."""
        communes: list[Commune] = []
        unread: list[int] = []
        former_codes: dict[str, list[str]] = {}
        former_names: dict[str, list[str]] = {}
        for line, row in enumerate(given(path, REQUIRED_COLUMNS), start=2):
            commune = _commune(row)
            if commune is None:
                unread.append(line)
                continue
            communes.append(commune)
            former_codes[commune.code] = _CODE.findall(row.get("anciens_codes", "").upper())
            former_names[commune.code] = [
                name for name in row.get("anciens_noms", "").split("|") if name.strip()
            ]
        return cls(communes, former_codes, former_names, unread)

    def __len__(self) -> int:
        return len(self._by_code)

    @property
    def vintages(self) -> tuple[str, ...]:
        """The years of the COG that its communes give."""
        return tuple(sorted({item.vintage for item in self._by_code.values() if item.vintage}))

    def get(self, code: str) -> Commune | None:
        """An arrondissement of Paris, Lyon or Marseille is its commune."""
        return self._by_code.get(commune_of_arrondissement(code) or code)

    def successors(self, code: str) -> tuple[Commune, ...]:
        """Where a commune that no longer exists is today."""
        return tuple(self._successors.get(code, ()))

    def of_postal(self, postal_code: str) -> tuple[Commune, ...]:
        return tuple(self._by_postal.get(postal_code, ()))

    def of_epci(self, siren: str) -> tuple[Commune, ...]:
        return tuple(self._by_epci.get(siren, ()))

    def named(self, name: str, departement_code: str) -> tuple[Commune, ...]:
        """Those of exactly this name (former names count) in a département."""
        return tuple(self._by_name.get(departement_code, {}).get(plain_name(name), ()))

    def named_anywhere(self, name: str) -> tuple[Commune, ...]:
        plain = plain_name(name)
        return tuple(item for names in self._by_name.values() for item in names.get(plain, ()))

    def resembling(self, name: str, departement_code: str) -> tuple[Commune, ...]:
        """Those whose names resemble this one, the nearest first."""
        names = self._by_name.get(departement_code, {})
        found = process.extract(
            plain_name(name), list(names), scorer=fuzz.ratio, score_cutoff=RESEMBLES, limit=5
        )
        return tuple(dict.fromkeys(item for match in found for item in names[match[0]]))

    def shortened(self, name: str, departement_code: str) -> tuple[Commune, ...]:
        """Those called a little more, or less, at the end: Romans is Romans-sur-Isère."""
        plain = plain_name(name)
        names = self._by_name.get(departement_code, {})
        found = [
            item
            for other, items in names.items()
            if other.startswith(f"{plain} ") or plain.startswith(f"{other} ")
            for item in items
        ]
        return tuple(dict.fromkeys(found)) if len(plain) >= _SHORTENED else ()


# Where nobody has imported the table.
NO_COMMUNES = Communes()


def read_postal_code(cell: Cell) -> Reading:
    """
    >>> read_postal_code(1000).value, read_postal_code("35 600").value
    ('01000', '35600')
    """
    digits, damage = plain_digits(cell)
    if damage == "blank":
        return Reading()
    if damage in ("letters", "digits_lost") or len(digits) not in (4, 5):
        return Reading(code="postal_code_pattern")
    if len(digits) == 4:
        return Reading(digits.zfill(5), "postal_code_zeros", repaired=True)
    return Reading(digits)


def read_commune_code(cell: Cell) -> Reading:
    """An INSEE code, Corsica's 2A and 2B included. A postal code has the same shape."""
    if isinstance(cell, str) and _CODE.fullmatch(cell):
        return Reading(cell)
    text = "" if cell is None else re.sub(r"\s", "", str(cell)).upper()
    if _CODE.fullmatch(text):
        return Reading(text)
    digits, damage = plain_digits(cell)
    if damage == "blank":
        return Reading()
    if damage in ("", "float", "spaces") and len(digits) in (4, 5):
        padded = digits.zfill(5)
        code = "commune_code_zeros" if len(digits) == 4 else None
        return Reading(padded, code, repaired=code is not None)
    return Reading(code="commune_code_pattern")


def departement_of_commune(code: str) -> str:
    """
    >>> departement_of_commune("35236"), departement_of_commune("97411")
    ('35', '974')
    """
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def commune_of_arrondissement(code: str) -> str | None:
    """
    >>> commune_of_arrondissement("69383"), commune_of_arrondissement("35236")
    ('69123', None)
    """
    if not code.isdigit():
        return None
    for low, high, commune in _ARRONDISSEMENTS:
        if low <= int(code) <= high:
            return commune
    return None


@remembered(65_536)
def plain_name(name: str) -> str:
    """A commune's name made comparable.

    >>> plain_name("ST JEAN-DE-LUZ CEDEX"), plain_name("Lyon 3e"), plain_name("Le Mans")
    ('saint jean de luz', 'lyon', 'mans')
    """
    text = normalise(_ASIDE.sub(" ", written_commune(name).name))
    return _ARTICLE.sub("", text) or text


_CODE = re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)
_POSTAL = re.compile(r"\d{5}", re.ASCII)
_ARRONDISSEMENTS = ((75101, 75120, "75056"), (69381, 69389, "69123"), (13201, 13216, "13055"))
_ASIDE = re.compile(r"\([^()]*\)")
_ARTICLE = re.compile(r"^(?:l|le|la|les) ")


def _commune(row: Row) -> Commune | None:
    code = read_commune_code(row["code"]).value
    if code is None or not row["nom"]:
        return None
    known = departement(row.get("dep") or departement_of_commune(code))
    if known is None and row.get("dep") == "20":
        known = departement(corsica_of_postal(row.get("codes_postaux", "")))
    return Commune(
        code,
        row["nom"],
        known.code if known else departement_of_commune(code),
        tuple(_POSTAL.findall(row.get("codes_postaux", ""))),
        row.get("reg", ""),
        row.get("epci", ""),
        _degrees(row.get("lat", ""), most=90),
        _degrees(row.get("lon", ""), most=180),
        row.get("millesime", ""),
    )


def _degrees(text: str, *, most: int) -> float | None:
    try:
        degrees = float(text.replace(",", "."))
    except ValueError:
        return None
    return degrees if -most <= degrees <= most else None
