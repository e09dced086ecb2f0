"""The report: a page for people, asked like any other answer, because it may take as long."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from maillage.api.eyes import Eyes
from maillage.api.held import Held
from maillage.api.questions.question import is_large
from maillage.viz.report_page import report_html


class ReportPage(BaseModel):
    html: str


@dataclass(frozen=True, kw_only=True)
class ReportAsked:
    """Of a pole, else of all. `acts`: as of suggestions, which are in it."""

    pole: str | None
    at: str | None
    acts: str
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return is_large(held)

    def answer(self, held: Held) -> ReportPage:
        reader = held.reader(self.eyes)
        return ReportPage(html=report_html(reader, self.pole, self.at, self.eyes.language))
