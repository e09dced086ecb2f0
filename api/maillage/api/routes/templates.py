from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from fastapi import APIRouter, Response

from maillage.api.deps import TheLanguage
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.templates import csv_template, xlsx_template

router = APIRouter(prefix="/templates", tags=["imports"])

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@router.get("/{name}", response_class=Response)
def template(name: str, language: TheLanguage, format: Literal["xlsx", "csv"] = "xlsx") -> Response:
    """The spreadsheet to fill in: headings, one example, drop-downs."""
    spec = list_spec(name)
    title = spec.label.text(language).replace(" ", "-")
    disposition = attachment(f"maillage-{title}.{format}")
    if format == "csv":
        text = csv_template(spec, language).encode()
        return Response(text, media_type="text/csv; charset=utf-8", headers=disposition)
    return Response(xlsx_template(spec, language), media_type=XLSX, headers=disposition)


def attachment(name: str) -> dict[str, str]:
    """The header that names a downloaded file, whatever letters are in the name."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in name)
    return {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"
    }
