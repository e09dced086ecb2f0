"""What the application holds while it runs, each part by itself: jobs, files, things computed."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest

from maillage.api.files.desk import LONGEST_SECONDS, MOST_FILES, Desk
from maillage.api.work.faults import INTERNAL
from maillage.api.work.jobs import MOST_KEPT, Job, Jobs
from maillage.api.work.memory import PerRevision
from maillage.graph.errors import NotFound, Refused, TooCostly
from maillage.graph.papers import Shelf
from maillage.graph.port import Store
from maillage.graph.stores import open_store
from maillage.ingest.loading.report import Report

T = TypeVar("T")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with closing(open_store(f"sqlite:///{tmp_path / 's.db'}")) as found:
        yield found


def submit(jobs: Jobs, work: Callable[[Job[T]], T], owner: str = "anne") -> Job[T]:
    return jobs.submit(work, owner=owner, kind="import", where="/there")


def test_a_job_runs_and_is_forgotten_when_many_came_after(store: Store) -> None:
    jobs = Jobs(store)
    first: Job[int] = submit(jobs, lambda job: 42)
    assert first.wait(10)
    assert (first.state, first.result) == ("done", 42)
    for _ in range(MOST_KEPT):
        submit(jobs, lambda job: None).wait(10)
    with pytest.raises(NotFound):
        jobs.get(first.id)
    assert first.id not in store.papers(Shelf.JOBS)
    jobs.close()


def test_a_job_is_given_up_at_its_next_step_or_before_it_starts(store: Store) -> None:
    jobs, begun, go_on = Jobs(store), threading.Barrier(3), threading.Event()

    def work(job: Job[None]) -> None:
        begun.wait(10)
        go_on.wait(10)
        job.step(1)

    running = [submit(jobs, work), submit(jobs, work)]
    queued, left = submit(jobs, work), submit(jobs, work)
    begun.wait(10)
    for job in (running[0], queued):
        assert jobs.cancel(job.id) is jobs.cancel(job.id) is job
    for job in (running[1], left):
        jobs.leave(job.id)
    # Whose turn had not come have ended already; questions do not wait for files.
    assert [job.state for job in (queued, left)] == ["cancelled", "cancelled"]
    asked: Job[int] = jobs.submit(lambda job: 42, owner="anne", kind="question")
    assert asked.wait(10)
    go_on.set()
    for job in running:
        assert job.wait(10)
    assert [job.state for job in running] == ["cancelled", "done"]
    jobs.close()


def until_given_up(job: Job[None]) -> None:
    while True:
        job.step(1)
        threading.Event().wait(0.01)


def test_closing_stops_what_runs_and_says_that_nobody_gave_it_up(store: Store) -> None:
    jobs = Jobs(store)
    asked = [submit(jobs, until_given_up) for _ in range(3)]
    jobs.cancel(asked[-1].id)
    jobs.close()
    after = Jobs(store)
    after.close()
    for known in (jobs, after):
        assert [job.state for job in known.all()] == ["cancelled", "failed", "failed"]
        for job in known.all()[1:]:
            assert job.fault
            assert job.fault.code == "job_interrupted"


def test_how_long_a_job_lasted_is_known_after_a_restart(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    monkeypatch.setattr("maillage.api.work.jobs.time", SimpleNamespace(monotonic=clock))

    def work(job: Job[None]) -> None:
        clock.now = 7.0

    jobs = Jobs(store)
    job = submit(jobs, work)
    assert job.wait(10)
    jobs.close()
    after = Jobs(store)
    assert (job.lasted, after.get(job.id).lasted) == (7, 7)
    assert after.get(job.id).where == "/there"
    after.close()


def test_a_job_that_lasts_too_long_fails_and_says_so(store: Store) -> None:
    jobs = Jobs(store, seconds=0.05)
    job = submit(jobs, until_given_up)
    assert job.wait(10)
    assert job.state == "failed"
    assert job.fault
    assert isinstance(job.fault.error(), TooCostly)
    jobs.close()


def test_an_error_of_ours_is_kept_for_who_asks(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    jobs = Jobs(store)

    def work(job: Job[None]) -> None:
        raise ZeroDivisionError

    job = submit(jobs, work)
    job.wait(10)
    assert (job.state, job.fault and job.fault.kind) == ("failed", INTERNAL)
    assert "job" in caplog.text
    jobs.close()


def test_a_server_that_starts_anew_knows_the_jobs_of_the_one_before(store: Store) -> None:
    """Those that ended are as they were; those that had not have failed, in words."""
    before, begun = Jobs(store), threading.Event()

    def refused(job: Job[None]) -> None:
        raise Refused("token_name", limit=3)

    done: Job[int] = submit(before, lambda job: 42)
    failed = submit(before, refused, "paul")
    assert done.wait(10)
    assert failed.wait(10)

    def endless(job: Job[None]) -> None:
        begun.set()
        until_given_up(job)

    cut = submit(before, endless)
    assert begun.wait(10)
    store.put_paper(Shelf.JOBS, "older", "of another version")
    after = Jobs(store)
    assert [(job.id, job.owner, job.state) for job in after.all()] == [
        (cut.id, "anne", "failed"),
        (failed.id, "paul", "failed"),
        (done.id, "anne", "done"),
    ]
    assert after.get(done.id).where == "/there"
    faults = [job.fault.error() for job in after.all()[:2] if job.fault]
    assert [fault and fault.text("en")[:30] for fault in faults] == [
        "The server stopped during this",
        Refused("token_name", limit=3).text("en")[:30],
    ]
    assert "older" not in store.papers(Shelf.JOBS)
    before.close()
    after.close()


# ---------------------------------------------------------------------- files


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def filed(desk: Desk, name: str) -> Path:
    path = desk.receive(io.BytesIO(b"x"))
    desk.file(path, [Report(file=name, list="members", import_id=name)])
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
        memory.get(key, partial(str, key), lambda _: 4)
    assert memory.weight == 8
    remade = Counted()
    assert memory.get("c", remade) == "c"  # type: ignore[comparison-overlap]  # the text that is kept
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
