"""The report: a page for people, asked like any other answer, because it may take as long."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel

from maillage.api.access.eyes import Eyes
from maillage.api.questions.question import is_large
from maillage.api.requests.sent import Sent
from maillage.api.work.held import Held
from maillage.viz.report_page import report_html


class ReportPage(BaseModel):
    html: str


@dataclass(frozen=True, kw_only=True)
class ReportAsked:
    """Of a pole, else of all, without names of persons whoever asks. `acts`: as of suggestions,
    which are in it."""

    pole: str | None
    at: str | None
    acts: str
    eyes: Eyes

    def is_heavy(self, held: Held) -> bool:
        return is_large(held)

    def answer(self, held: Held) -> ReportPage:
        sent = Sent.by(held, self.eyes)
        pole = sent.actor(self.pole) if self.pole else None
        return ReportPage(html=report_html(sent.reader, pole, self.at, self.eyes.language))
