from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Response
from fastapi.responses import StreamingResponse

from maillage.api.access.auth import TheReader
from maillage.api.answers.downloads import attachment
from maillage.api.deps import TheLanguage
from maillage.ingest.formats.registry import exported, find_format, stream

router = APIRouter(prefix="/export", tags=["exports"])


@router.get("/{format}", response_class=Response)
def export(
    format: Annotated[str, Path(max_length=50, examples=["graphml"])],
    reader: TheReader,
    language: TheLanguage,
    *,
    anonymise: bool = False,
) -> Response:
    """The network for other tools, as it is read: csv, gephi-csv, node-link, kumu, geojson,
    graphml, gexf, pajek, bods, ftm, xlsx. `anonymise`: without names, under ids made for this
    file alone, descriptions that fewer than 5 actors share made coarser; bods is nothing without
    names."""
    found = find_format(format)
    network = exported(found, reader, language, anonymise=anonymise)
    name = f"maillage{'-anonyme' if anonymise else ''}.{found.suffix}"
    return StreamingResponse(
        stream(found, network), media_type=found.media, headers=attachment(name)
    )
