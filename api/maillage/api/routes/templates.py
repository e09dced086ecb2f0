from __future__ import annotations

from typing import Literal

from fastapi import APIRouter, Response

from maillage.api.answers.downloads import XLSX, attachment
from maillage.api.deps import TheLanguage
from maillage.ingest.lists.registry import list_spec
from maillage.ingest.lists.templates import csv_template, xlsx_template

router = APIRouter(prefix="/templates", tags=["imports"])


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
