"""Work on models in a process of its own: told of, stopped, asked by it, and survived."""

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from app import bootstrap
from app.bootstrap import LiveChoices
from app.errors import KnownError
from app.session import measuring, model_work
from app.session.measuring import Cost
from app.session.model_work import ModelWork, Work
from app.speech.catalogue import Offer
from app.speech.part import Part
from app.speech.store import Installed, State, Store
from app.speech.watch import Stage, Stopped, Watch
from app.speech.workplace import WORK
from tests.faults.review_processes import Watched, wait_for
from tests.model_server import Handler, ModelServer, sending_on, serving, status
from tests.vosk_models import FILES, SMALL, everything, packed

SECRET = "what somebody said"
LARGE = {**FILES, "am/noise": random.Random(0).randbytes(2_000_000)}
"""Files that take several pieces of a download."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    (tmp_path / "own").mkdir()
    return Store((tmp_path / "shared", tmp_path / "own"))


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip", files=LARGE).read_bytes()) as running:
        yield running


def offer(server: ModelServer) -> Offer:
    size = len(server.content)
    return Offer(SMALL, "vosk", "en", server.url(f"{SMALL}.zip"), "Apache-2.0", bytes=size)


@contextmanager
def worked(work: Work, crashes: Path = Path("unused")) -> Iterator[ModelWork]:
    done = ModelWork(work, crashes)
    try:
        yield done
    finally:
        done.close()


def trickling(handler: Handler, content: bytes) -> None:
    """Give half of it, and then nothing for as long as the test goes on."""
    handler.begin(200, Content_Length=len(content), ETag='"v1"')
    handler.wfile.write(content[: len(content) // 2])
    handler.wfile.flush()
    handler.server.ended.wait()


def begun(store: Store, server: ModelServer) -> int:
    return Part(store.own / WORK / f"{SMALL}.zip", offer(server)).done


def test_a_download_tells_how_far_it_is_and_gives_what_it_installed(
    store: Store, server: ModelServer
) -> None:
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.over)
        assert work.failure is None
        assert isinstance(work.answer, Installed)
        assert (work.answer.name, work.answer.state) == (SMALL, State.READY)
    assert [model.name for model in store.installed() if model.path.parent == store.own] == [SMALL]


def test_a_download_in_its_midst_tells_its_bytes(store: Store, server: ModelServer) -> None:
    server.answer = trickling
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.reached.done > 0)
        assert work.reached.stage is Stage.DOWNLOADING
        assert work.reached.done <= len(server.content) // 2
        assert work.reached.total == len(server.content)
        assert not work.over and work.answer is None and work.failure is None


def test_what_is_stopped_leaves_its_part_and_goes_on_there(store: Store, server: ModelServer) -> None:
    server.answer, usual = trickling, server.answer
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.reached.done > 0)
        assert work.pid is not None
        with Watched(work.pid) as process:
            work.stop()
            wait_for(lambda: work.over)
            assert isinstance(work.failure, Stopped)
            assert process.all_end()
    part = begun(store, server)
    assert 0 < part <= len(server.content) // 2
    assert not (store.own / SMALL).exists()
    server.answer = usual
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.over)
        assert isinstance(work.answer, Installed)
    assert server.asked[-1][1]["Range"] == f"bytes={part}-"


def deaf(watch: Watch) -> None:
    watch.progress(1, 2)
    time.sleep(600)


def test_a_work_that_does_not_listen_is_ended_all_the_same() -> None:
    with worked(deaf) as work:
        wait_for(lambda: work.reached.done == 1)
        assert work.pid is not None
        with Watched(work.pid) as process:
            work.stop()
            wait_for(lambda: work.over)
            assert isinstance(work.failure, Stopped)
            assert process.all_end()


def test_closing_it_ends_its_process_without_a_word() -> None:
    with worked(deaf) as work:
        wait_for(lambda: work.reached.done == 1)
        assert work.pid is not None
        with Watched(work.pid) as process:
            work.close()
            assert process.all_end()
        assert work.over and work.failure is None


def test_what_is_wrong_is_the_same_sentence_as_the_command_has(store: Store, server: ModelServer) -> None:
    server.answer = status(404)
    with pytest.raises(KnownError) as known:
        store.install(offer(server))
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.over)
        assert str(work.failure) == str(known.value) and work.answer is None
    assert everything(store.own) == []


def test_a_process_that_is_killed_is_said_and_leaves_no_model(store: Store, server: ModelServer) -> None:
    server.answer, usual = trickling, server.answer
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.reached.done > 0)
        assert work.pid is not None
        os.kill(work.pid, signal.SIGKILL)
        wait_for(lambda: work.over)
        assert "broke off" in str(work.failure) and not isinstance(work.failure, Stopped)
    assert not (store.own / SMALL).exists()
    server.answer = usual
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.over)
        assert isinstance(work.answer, Installed)


def fail(watch: Watch) -> None:
    raise ValueError(SECRET)


def test_a_bug_of_ours_is_reported_without_what_was_said(tmp_path: Path) -> None:
    with worked(fail, tmp_path) as work:
        wait_for(lambda: work.over)
        assert "ValueError" in str(work.failure) and SECRET not in str(work.failure)
    (report,) = tmp_path.iterdir()
    assert "ValueError" in report.read_text() and SECRET not in report.read_text()


@pytest.mark.parametrize("allowed", [True, False])
def test_another_host_is_asked_for(store: Store, server: ModelServer, allowed: bool) -> None:
    server.answer = sending_on(server.url("elsewhere.zip", host="localhost"))
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.asked == "localhost")
        assert not work.over and len(server.asked) == 1
        work.allow(allowed)
        wait_for(lambda: work.over)
        assert isinstance(work.answer, Installed) is allowed
        assert (work.failure is None) is allowed
    assert len(server.asked) == (2 if allowed else 1)


def test_what_is_stopped_while_it_asks_is_stopped(store: Store, server: ModelServer) -> None:
    server.answer = sending_on(server.url("elsewhere.zip", host="localhost"))
    with worked(partial(store.install, offer(server))) as work:
        wait_for(lambda: work.asked is not None)
        work.stop()
        wait_for(lambda: work.over)
        assert isinstance(work.failure, Stopped) and len(server.asked) == 1


def test_a_model_is_added_verified_and_removed(store: Store, tmp_path: Path) -> None:
    archive = packed(tmp_path / f"{SMALL}.zip")
    steps: list[tuple[Work, Callable[[object], bool]]] = [
        (partial(store.add, archive, None), lambda answer: isinstance(answer, Installed)),
        (partial(store.verify, store.own / SMALL), lambda answer: answer is State.READY),
        (partial(model_work.remove, store, SMALL, ()), lambda answer: isinstance(answer, int) and answer > 0),
    ]
    for step, fits in steps:
        with worked(step) as work:
            wait_for(lambda work=work: work.over)
            assert work.failure is None and fits(work.answer)
    assert everything(store.own) == []


def test_the_built_in_recogniser_is_measured(tmp_path: Path) -> None:
    measured = bootstrap.measurement(LiveChoices(engine="moonshine"))
    assert isinstance(measured, partial) and measured.args[2] == measuring.LENGTH_S
    with worked(partial(measured.func, *measured.args[:2], 1.0), tmp_path) as work:
        wait_for(lambda: work.over)
        cost = work.answer
        assert isinstance(cost, Cost), work.failure
    assert (cost.engine, cost.heard_s) == ("moonshine", 1.0)
    assert cost.cpu_s > 0 and cost.load_s > 0 and cost.late_s > 0
    assert cost.memory is None or cost.memory > 50e6
    assert work.reached.done == work.reached.total


def test_timing_alone_costs_nothing() -> None:
    assert bootstrap.measurement(LiveChoices(engine="none")) is None


def test_what_is_not_there_can_not_be_measured() -> None:
    with pytest.raises(KnownError, match="no-such-model"):
        bootstrap.measurement(LiveChoices(model="no-such-model"))
