"""What the server writes of itself: one JSON object a line, on stderr.

Nothing that was sent stands in it: routes by their pattern, errors by their kind and the places
in the code that they passed, never by their words, which may quote a name or a token.
"""

from __future__ import annotations

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

from maillage.api.running.settings import LogLevel

OURS = "maillage"
# Their messages are made of their own words.
TRUSTED = (OURS, "uvicorn")
EVENT = "event"


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] in TRUSTED:
            line["said"] = record.getMessage() if record.name.startswith(OURS) else record.msg
        line |= getattr(record, EVENT, {})
        if record.exc_info and record.exc_info[1]:
            line["error"] = _error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def write_logs(level: LogLevel) -> None:
    """From now on, everything that is logged in this process is written so."""
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(OURS).setLevel(level.upper())


def _error(error: BaseException) -> dict[str, object]:
    places = traceback.extract_tb(error.__traceback__)
    return {
        "kind": type(error).__name__,
        "places": [f"{place.filename}:{place.lineno} {place.name}" for place in places[-12:]],
    }
