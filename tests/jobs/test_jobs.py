"""Jobs: each once, resumed after a stop, cancelled, seen by their owner only; on both stores."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import select

from jingzhun.jobs import service
from jingzhun.jobs.errors import JobNotFound, TooManyJobs
from jingzhun.jobs.kinds import KINDS, Kind, register
from jingzhun.jobs.models import job
from jingzhun.jobs.repository import LEASE, claim
from jingzhun.jobs.service import MOST_UNFINISHED, Runner, Running, run_one
from jingzhun.kit.errors import Refusal
from jingzhun.policy.roles import Role
from jingzhun.web.context import Context
from tests.callers import DISTRICT, api, headers, person, stopped

OFFICE = person(Role.POVERTY_OFFICE, DISTRICT)
OTHER = person(Role.TOWN, "/440840/440811070/")


class Refused(Refusal):
    code, title, message = "test-refused", "不行", "这件事办不成。"


@pytest.fixture(autouse=True)
def kinds() -> Iterator[None]:
    """Kinds of work for these tests only."""
    before = dict(KINDS)
    yield
    KINDS.clear()
    KINDS.update(before)


def submit(context: Context, kind: str, actor: Any = OFFICE, **content: Any) -> str:
    with context.database.write(actor, now=context.now()) as unit:
        return service.submit(unit, context, kind, content)


def row_of(context: Context, job_id: str) -> Any:
    with context.database.read(OFFICE) as unit:
        return unit.execute(select(job).where(job.c.id == job_id)).one()


def doing(work: Any, slug: str = "test") -> None:
    register(Kind(slug, "试做", work))


def test_a_job_is_done_as_who_asked_with_what_was_asked(context: Context) -> None:
    seen: list[Any] = []

    def work(running: Running) -> None:
        seen.append((running.actor, running.content))
        running.progress(3, 10)
        running.result = {"rows": 10}

    doing(work)
    job_id = submit(context, "test", year=2018)
    assert row_of(context, job_id).state == "queued"
    assert run_one(context)
    assert not run_one(context)
    actor, content = seen[0]
    assert (actor.id, actor.grants, content) == (OFFICE.id, OFFICE.grants, {"year": 2018})
    row = row_of(context, job_id)
    assert (row.state, row.done, row.total, row.attempts) == ("done", 3, 10, 1)


def test_what_was_asked_is_sealed(context: Context) -> None:
    doing(lambda _running: None)
    row = row_of(context, submit(context, "test", text="陈明伟"))
    assert "陈明伟" not in f"{row.sealed_content}{row.sealed_actor}"
    assert row.sealed_content.startswith("g1.")


def test_a_refusal_ends_the_job_with_its_words(context: Context) -> None:
    told: list[tuple[str, str]] = []

    def work(_running: Running) -> None:
        raise Refused

    register(Kind("test", "试做", work, lambda _r, code, words: told.append((code, words))))
    job_id = submit(context, "test")
    run_one(context)
    row = row_of(context, job_id)
    assert (row.state, row.error_code, row.error) == ("failed", "test-refused", "这件事办不成。")
    assert told == [("test-refused", "这件事办不成。")]


def test_an_accident_says_nothing_of_what_was_in_hand(
    context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    def work(running: Running) -> None:
        secret = running.content["number"]
        raise ValueError(secret)

    doing(work)
    job_id = submit(context, "test", number="440899196502241731")
    run_one(context)
    row = row_of(context, job_id)
    assert (row.state, row.error_code) == ("failed", "internal")
    assert "440899196502241731" not in f"{row.error}{capsys.readouterr().out}"


def test_a_lost_worker_is_replaced_and_its_late_word_ignored(context: Context) -> None:
    moment = stopped(context)
    seen: list[str] = []

    def work(running: Running) -> None:
        seen.append("begun")

    doing(work)
    job_id = submit(context, "test")
    with context.database.write(OFFICE, now=context.now()) as unit:
        lost = claim(unit, "lost-worker")
    assert lost is not None
    assert not run_one(context), "it is leased"
    moment.at += LEASE + timedelta(seconds=1)
    assert run_one(context)
    assert (seen, row_of(context, job_id).state) == (["begun"], "done")


def test_what_is_interrupted_again_and_again_fails(context: Context) -> None:
    moment = stopped(context)
    doing(lambda _running: None)
    job_id = submit(context, "test")
    for _ in range(3):
        with context.database.write(OFFICE, now=context.now()) as unit:
            assert claim(unit, "lost-worker") is not None
        moment.at += LEASE + timedelta(seconds=1)
    run_one(context)
    assert row_of(context, job_id).error_code == "job-interrupted"


def test_threads_and_processes_share_the_work_each_job_once(context: Context) -> None:
    done: Counter[str] = Counter()
    gate = threading.Lock()

    def work(running: Running) -> None:
        with gate:
            done[str(running.content["n"])] += 1

    doing(work)
    with context.database.write(OFFICE, now=context.now()) as unit:
        for number in range(MOST_UNFINISHED):
            service.submit(unit, context, "test", {"n": number})

    def drain() -> None:
        while run_one(context):
            pass

    threads = [threading.Thread(target=drain) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert done == Counter({str(number): 1 for number in range(MOST_UNFINISHED)})


def test_nobody_queues_without_end(context: Context) -> None:
    doing(lambda _running: None)
    for _ in range(MOST_UNFINISHED):
        submit(context, "test")
    with pytest.raises(TooManyJobs):
        submit(context, "test")
    submit(context, "test", OTHER)


def test_cancelling_a_running_job_stops_it_at_its_next_word(context: Context) -> None:
    def work(running: Running) -> None:
        with context.database.write(OFFICE, now=context.now()) as unit:
            service.cancel(unit, running.job_id)
        running.progress(1, 2)
        raise AssertionError("it went on")

    doing(work)
    job_id = submit(context, "test")
    run_one(context)
    assert row_of(context, job_id).state == "cancelled"


def test_a_runner_picks_up_what_a_stopped_process_left(context: Context) -> None:
    finished = threading.Event()
    doing(lambda _running: finished.set())
    submit(context, "test")
    if context.database.is_sqlite:
        with context.database.write(OFFICE, now=context.now()) as unit:
            claim(unit, "died-with-the-process")
    stop = Runner(context).start()
    try:
        assert finished.wait(10)
    finally:
        stop()


@pytest.fixture
def server(context: Context) -> TestClient:
    return api(context)


def test_only_the_owner_sees_cancels_and_downloads(context: Context, server: TestClient) -> None:
    doing(lambda running: running.keep_file(b"PK content", "结果.xlsx", "application/x-test"))
    job_id = submit(context, "test")
    mine, others = headers(context, OFFICE), headers(context, OTHER)
    assert server.get("/api/v1/jobs", headers=mine).json()["total"] == 1
    assert server.get("/api/v1/jobs", headers=others).json()["total"] == 0
    url = f"/api/v1/jobs/{job_id}"
    assert server.get(f"{url}/result", headers=mine).status_code == 404
    run_one(context)
    found = server.get(url, headers=mine).json()
    assert (found["state"], found["result_url"]) == ("done", f"{url}/result")
    answer = server.get(found["result_url"], headers=mine)
    assert answer.content == b"PK content"
    assert "UTF-8''%E7%BB%93" in answer.headers["content-disposition"]
    for path, method in ((url, "GET"), (f"{url}/result", "GET"), (f"{url}/cancel", "POST")):
        assert server.request(method, path, headers=others).status_code == 404
    assert server.post(f"{url}/cancel", headers=mine).status_code == 409
    (kept,) = context.files_dir.glob("job/*")
    assert b"PK content" not in kept.read_bytes()


def test_old_jobs_and_their_files_are_swept(context: Context) -> None:
    moment = stopped(context)
    doing(lambda running: running.keep_file(b"x", "x.csv", "text/csv"))
    job_id = submit(context, "test")
    run_one(context)
    moment.at += service.KEPT + timedelta(days=1)
    service.sweep(context)
    assert list(context.files_dir.glob("job/*")) == []
    with context.database.write(OFFICE, now=context.now()) as unit, pytest.raises(JobNotFound):
        service.cancel(unit, job_id)
