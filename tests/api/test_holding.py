"""What the application holds while it runs, each part by itself: jobs, files, things computed."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pytest

from maillage.api.desk import LONGEST_SECONDS, MOST_FILES, Desk
from maillage.api.jobs import MOST_KEPT, GivenUp, Job, Jobs
from maillage.api.memory import PerRevision
from maillage.graph.errors import NotFound
from maillage.ingest.loading.report import Report


def test_a_job_runs_and_is_forgotten_when_many_came_after() -> None:
    jobs = Jobs()
    first: Job[int] = jobs.submit(lambda job: 42)
    assert first.ended.wait(10)
    assert (first.state, first.result) == ("done", 42)
    for _ in range(MOST_KEPT):
        jobs.submit(lambda job: None).ended.wait(10)
    with pytest.raises(NotFound):
        jobs.get(first.id)
    jobs.close()


def test_a_job_is_given_up_at_its_next_step_or_before_it_starts() -> None:
    jobs, begun, go_on = Jobs(), threading.Event(), threading.Event()

    def work(job: Job[None]) -> None:
        begun.set()
        go_on.wait(10)
        job.step(1)

    running = [jobs.submit(work), jobs.submit(work)]
    queued = jobs.submit(work)
    begun.wait(10)
    for job in (running[0], queued):
        assert jobs.cancel(job.id) is job
    go_on.set()
    for job in (*running, queued):
        assert job.ended.wait(10)
    assert [job.state for job in (*running, queued)] == ["cancelled", "done", "cancelled"]
    jobs.close()


def test_closing_stops_what_runs_and_lets_it_end() -> None:
    jobs, begun, left = Jobs(), threading.Event(), threading.Event()

    def work(job: Job[None]) -> None:
        begun.set()
        try:
            while True:
                job.step(1)
                threading.Event().wait(0.01)
        except GivenUp:
            left.set()
            raise

    job = jobs.submit(work)
    begun.wait(10)
    jobs.close()
    assert left.is_set()
    assert job.state == "cancelled"


def test_an_error_of_ours_is_kept_for_who_asks(caplog: pytest.LogCaptureFixture) -> None:
    jobs = Jobs()

    def work(job: Job[None]) -> None:
        raise ZeroDivisionError

    job = jobs.submit(work)
    job.ended.wait(10)
    assert (job.state, type(job.error)) == ("failed", ZeroDivisionError)
    assert "job" in caplog.text
    jobs.close()


# ---------------------------------------------------------------------- files


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def filed(desk: Desk, name: str) -> Path:
    path = desk.receive(io.BytesIO(b"x"))
    desk.file(path, Report(file=name, list="members", import_id=name))
    return path


def test_files_are_few_and_not_for_long() -> None:
    clock = Clock()
    desk = Desk(now=clock)
    paths = [filed(desk, f"i-{number}") for number in range(MOST_FILES + 3)]
    assert desk.get("i-0") is None
    assert not paths[0].exists()
    assert desk.get(f"i-{MOST_FILES + 2}")
    clock.now = LONGEST_SECONDS + 1
    assert desk.get(f"i-{MOST_FILES + 2}") is None
    assert not any(path.exists() for path in paths)
    desk.close()


def test_the_folder_is_ours_alone_and_goes_with_us() -> None:
    desk = Desk()
    path = filed(desk, "i-1")
    assert path.parent.stat().st_mode & 0o077 == 0
    filed(desk, "i-1")
    assert not path.exists()
    desk.close()
    assert not path.parent.exists()


# ---------------------------------------------------------------------- things computed


class Counted:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> int:
        self.made += 1
        return self.made


def test_a_thing_is_made_once_for_a_revision() -> None:
    revision = [1]
    memory, thing = PerRevision(lambda: revision[0], room=10), Counted()
    assert [memory.get("a", thing) for _ in range(3)] == [1, 1, 1]
    revision[0] = 2
    assert memory.get("a", thing) == 2


def test_the_room_is_not_exceeded_and_the_oldest_goes_first() -> None:
    memory = PerRevision(lambda: 1, room=10)
    for key in "abc":
        memory.get(key, lambda key=key: key, lambda _: 4)  # type: ignore[misc]
    assert memory.weight == 8
    remade = Counted()
    assert memory.get("c", remade) == "c"  # type: ignore[comparison-overlap]
    assert memory.get("a", remade) == 1


def test_what_cannot_be_made_is_tried_again_and_leaves_nothing() -> None:
    memory = PerRevision(lambda: 1, room=10)

    def fail() -> int:
        raise ZeroDivisionError

    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            memory.get("a", fail)
    assert memory.get("a", lambda: 5) == 5


def test_those_who_ask_at_once_wait_for_one_making() -> None:
    memory, thing, found = PerRevision(lambda: 1, room=10), Counted(), []

    def slow() -> int:
        threading.Event().wait(0.05)
        return thing()

    threads = [
        threading.Thread(target=lambda: found.append(memory.get("a", slow))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1] * 8
