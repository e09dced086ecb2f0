"""Where the parts of a workbook are, and which cells somebody commented."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from maillage.ingest.tables.xlsx_archive import Archive
from maillage.ingest.tables.xlsx_xml import DamagedXml, parse_xml

# Those on the headings of a template, and those of a marked copy, are ours.
_OURS = "Maillage"
# The parts that describe the workbook are small in any workbook that people make.
SMALL_PART = 32_000_000


def main_part(relations: bytes) -> str:
    """The part that describes the workbook: nearly always, not always, `xl/workbook.xml`."""
    targets = _relations(relations, "")
    return next((part for kind, part in targets.values() if kind == "officeDocument"), "")


def relations_part(part: str) -> str:
    """The part that says to which others a part refers."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels"


def sheet_parts(workbook: bytes, relations: bytes, folder: str) -> dict[str, str]:
    """The part of the archive that holds each sheet, by the sheet's name."""
    targets = _relations(relations, folder)
    names: dict[str, str] = {}

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            key = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            names[attributes.get("name", "")] = key

    parse_xml([workbook], sheet)
    return {name: targets[key][1] for name, key in names.items() if key in targets}


def commented_cells(archive: Archive, sheet: str) -> Sequence[str]:
    """Those that bear a comment which is not ours, of the sheet of that part."""
    relations = archive.content(relations_part(sheet), SMALL_PART)
    if not relations:
        return ()
    try:
        targets = _relations(relations, sheet.rpartition("/")[0])
        parts = [part for kind, part in targets.values() if kind == "comments"]
        return [cell for part in parts for cell in _commented(archive.content(part, SMALL_PART))]
    except DamagedXml:
        # The sheet is read all the same.
        return ()


def _commented(comments: bytes) -> list[str]:
    found: list[tuple[str, str]] = []
    authors: list[str] = []
    within = [False]

    def start(tag: str, attributes: dict[str, str]) -> None:
        within[0] = tag == "author"
        if tag == "author":
            authors.append("")
        elif tag == "comment":
            found.append((attributes.get("ref", ""), attributes.get("authorId", "")))

    def end(_: str) -> None:
        within[0] = False

    def text(data: str) -> None:
        if within[0]:
            authors[-1] += data

    parse_xml([comments], start, end, text)
    ours = {str(n) for n, author in enumerate(authors) if author.startswith(_OURS)}
    return [cell for cell, author in found if author not in ours]


def _relations(relations: bytes, folder: str) -> dict[str, tuple[str, str]]:
    """Kind and part of each relation, by its key."""
    found: dict[str, tuple[str, str]] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            target = attributes.get("Target", "")
            path = target[1:] if target.startswith("/") else posixpath.join(folder, target)
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = kind, posixpath.normpath(path)

    parse_xml([relations], relation)
    return found
