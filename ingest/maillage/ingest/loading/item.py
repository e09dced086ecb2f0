"""The import that a file makes: what it is of, and the one that it takes the place of."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2s, sha256
from pathlib import Path

from maillage.graph.dates import DateSpan
from maillage.graph.errors import UnreadableFile
from maillage.graph.model import Import, Ref
from maillage.graph.truth.replacement import of_one_place
from maillage.ingest.loading.options import Options
from maillage.ingest.loading.sheets import Sheet

_CHUNK = 1 << 20
# Heads, in what an import says of its load, each sheet that was asked for.
_SHEET = "sheet:"


def import_of(
    digest: str,
    options: Options,
    *,
    name: str,
    copied: Collection[str],
    as_list: str,
    sheets: Sequence[Sheet],
    scope: Ref | None,
    known: Iterable[Import],
) -> Import:
    """The same for the same `digest` of a file, read in the same way; `known` are the imports of
    the store, and `copied` those of which the file is the marked copy."""
    asked = [sheet.table.name for sheet in sheets] if options.sheets else []
    said = options.said | {f"{_SHEET}{title}": "-" for title in asked}
    said |= {
        f"map:{heading}": meant or "-" for sheet in sheets for heading, meant in sheet.apart.items()
    }
    key = "\x1e".join((digest, as_list, *(f"{k}={v}" for k, v in sorted(said.items()))))
    date = DateSpan.parse(options.date) if options.date else None
    item = Import(
        id="i-" + blake2s(key.encode(), digest_size=8).hexdigest(),
        sha256=digest,
        title=options.source or (f"{name} ({', '.join(asked)})" if asked else name),
        list=as_list,
        loaded_at=datetime.now(UTC),
        author=options.author,
        scope=scope,
        observed_on=date,
        complete_on=date if options.complete else None,
        options=said | {"file": name},
    )
    replaced = _replaced(copied, item, known)
    if replaced is None:
        return item
    # A mended copy keeps the title of what it copies, unless it is given one.
    return replace(item, replaces=replaced.id, title=options.source or replaced.title)


def _replaced(copied: Collection[str], item: Import, known: Iterable[Import]) -> Import | None:
    """The import whose marked copy, mended, this file is, or the one that took its place since: a
    copy is mended and loaded more than once. The one that counts, if any does."""
    alike = [one for one in known if _of_one_part(one, item)] if copied else []
    place = of_one_place(copied, alike) - {item.id}
    found = [one for one in alike if one.id in place]
    return next((one for one in found if one.live), found[0] if found else None)


def sheets_copied(
    copied: Collection[str], as_list: str, known: Iterable[Import]
) -> tuple[str, ...]:
    """The sheets that alone were read of the file whose marked copy this is; none if all were."""
    asked = [_sheets_asked(one) for one in known if one.id in copied and one.list == as_list]
    every = set().union(*asked) if all(asked) else set()
    return tuple(key.removeprefix(_SHEET) for key in sorted(every))


def _of_one_part(one: Import, other: Import) -> bool:
    """Whether both are of one list, and not each of other sheets than the other."""
    sheets, others = _sheets_asked(one), _sheets_asked(other)
    return one.list == other.list and not (sheets and others and sheets.isdisjoint(others))


def _sheets_asked(item: Import) -> set[str]:
    return {key for key in item.options if key.startswith(_SHEET)}


def digest_of(file: Path | bytes) -> str:
    if isinstance(file, bytes):
        return sha256(file).hexdigest()
    digest = sha256()
    try:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except FileNotFoundError:
        raise UnreadableFile("file_missing", path=file) from None
    except OSError as error:
        raise UnreadableFile("file_unreadable", path=file, detail=error.strerror) from error
    return digest.hexdigest()
