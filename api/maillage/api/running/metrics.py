"""Figures for whoever keeps the server, in the text format of Prometheus (0.0.4)."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from threading import Lock

from starlette.types import Scope

from maillage.api.deps import API
from maillage.api.edge.at_start import Start
from maillage.api.running.logs import EVENT

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
# Seconds, as the client libraries of Prometheus have them.
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
ELSEWHERE = "-"

log = logging.getLogger("maillage.requests")

Labels = tuple[tuple[str, str], ...]


@dataclass
class Requests:
    """How many were answered and how long they took, by route and status."""

    _guard: Lock = field(default_factory=Lock)
    _counts: Counter[Labels] = field(default_factory=Counter)
    _within: dict[Labels, list[int]] = field(default_factory=dict)
    _seconds: dict[Labels, float] = field(default_factory=dict)

    def add(self, method: str, route: str, status: int, seconds: float) -> None:
        of_route = (("method", method), ("route", route))
        with self._guard:
            self._counts[(*of_route, ("status", str(status)))] += 1
            buckets = self._within.setdefault(of_route, [0] * (len(BUCKETS) + 1))
            buckets[bisect_left(BUCKETS, seconds)] += 1
            self._seconds[of_route] = self._seconds.get(of_route, 0.0) + seconds

    def lines(self) -> Iterator[str]:
        with self._guard:
            yield from _metric("requests_total", "counter", "Requests answered.", self._counts)
            name = "request_seconds"
            yield from _head(name, "histogram", "Time until the first byte of the answer.")
            for labels, buckets in self._within.items():
                yield from _histogram(f"maillage_{name}", labels, buckets, self._seconds[labels])


def gauge(name: str, said: str, values: Iterable[tuple[Labels, float]]) -> Iterator[str]:
    return _metric(name, "gauge", said, dict(values))


class Metrics:
    """Counts every request, and logs it."""

    def __init__(self, requests: Requests) -> None:
        self.requests = requests

    def __call__(self, start: Start) -> None:
        scope, message, seconds = start
        method = scope["method"] if scope["method"] in _METHODS else ELSEWHERE
        route, status = route_of(scope), message["status"]
        self.requests.add(method, route, status, seconds)
        if log.isEnabledFor(logging.INFO):
            event = {
                "method": method,
                "route": route,
                "status": status,
                "ms": round(seconds * 1000, 1),
            }
            log.info("request", extra={EVENT: event})


_METHODS = frozenset({"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE", "OPTIONS"})


def route_of(scope: Scope) -> str:
    """Its pattern: an address may hold anything."""
    path = getattr(scope.get("route"), "path", None)
    if path is None:
        return ELSEWHERE
    known: str = path if path.startswith(API) or not _of_api(scope) else API + path
    return known


def _of_api(scope: Scope) -> bool:
    return str(scope["path"]).startswith(API)


def _metric(name: str, kind: str, said: str, values: Mapping[Labels, float]) -> Iterator[str]:
    yield from _head(name, kind, said)
    for labels, value in values.items():
        yield f"maillage_{name}{_labels(labels)} {value:g}"


def _head(name: str, kind: str, said: str) -> Iterator[str]:
    yield f"# HELP maillage_{name} {said}"
    yield f"# TYPE maillage_{name} {kind}"


def _histogram(name: str, labels: Labels, buckets: list[int], seconds: float) -> Iterator[str]:
    total = 0
    for bound, count in zip((*BUCKETS, None), buckets, strict=True):
        total += count
        shown = "+Inf" if bound is None else f"{bound:g}"
        yield f"{name}_bucket{_labels((*labels, ('le', shown)))} {total}"
    yield f"{name}_sum{_labels(labels)} {seconds:.6f}"
    yield f"{name}_count{_labels(labels)} {total}"


def _labels(labels: Labels) -> str:
    if not labels:
        return ""
    return "{" + ",".join(f'{name}="{_escaped(value)}"' for name, value in labels) + "}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
