"""A review in the window can be dropped at any moment, and leaves nobody behind, whatever ends it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import soundfile

from app import bootstrap
from app.bootstrap import ReviewChoices, review_run
from app.domain.report import Report
from app.domain.timeline import RATE, Gap
from app.errors import KnownError
from app.session import recognition as words
from app.session.review_run import ReviewRun
from app.session.snapshot import Recognising
from tests.faults.review_processes import Watched, children, wait_for

ROOT = Path(__file__).parents[2]
TIMING = ReviewChoices(call_type="complaint", engine="none")
WORDS = replace(TIMING, engine="auto")
MIDWAY = 25 * RATE


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of the test's own, for the processes, too."""
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def call(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first minute and a half of the sample call."""
    sound, rate = soundfile.read(bootstrap.sample_call(), frames=90 * RATE)
    path = tmp_path_factory.mktemp("calls") / "call.wav"
    soundfile.write(path, sound, rate)
    return path


@contextmanager
def reviewed(call: Path, choices: ReviewChoices = WORDS) -> Iterator[ReviewRun]:
    run = review_run(call, choices)
    try:
        yield run
    finally:
        run.close()


def processes(run: ReviewRun) -> list[int]:
    """The review's process and its recogniser's, once both are there."""
    assert run.pid is not None
    wait_for(lambda: len(children(run.pid or 0)) == 1)
    return [run.pid, *children(run.pid)]


def report(run: ReviewRun) -> Report:
    wait_for(lambda: run.report is not None or run.failure is not None)
    assert run.failure is None and run.report is not None
    return run.report


def hold(run: ReviewRun) -> None:
    """Let the review wait for its recogniser, which answers nothing any more."""
    wait_for(lambda: run.snapshot.engine is not None)
    os.kill(processes(run)[1], signal.SIGSTOP)
    reached = -1

    def stands() -> bool:
        nonlocal reached
        before, reached = reached, run.snapshot.t
        return before == reached and reached > 0

    wait_for(stands)


MOMENTS: dict[str, Callable[[ReviewRun], object]] = {
    "at once": lambda run: None,
    "once its recogniser is started": processes,
    "while the model is loaded": lambda run: wait_for(
        lambda: run.snapshot.recognising is Recognising.LOADING
    ),
    "midway": lambda run: wait_for(lambda: run.snapshot.t > MIDWAY),
    "while it waits for words": hold,
    "when it is done": report,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_review_can_be_dropped_at_any_moment_and_opened_again(call: Path, moment: str) -> None:
    with reviewed(call) as run:
        MOMENTS[moment](run)
        assert run.pid is not None
        running = [] if run.report else [run.pid, *children(run.pid)]
        with Watched(*running) as watched:
            known = [run.snapshot, run.report, run.failure, len(run.events()), len(run.spurts())]
            run.close()
            assert watched.all_end()
        # Nothing becomes known of what was dropped.
        assert known == [run.snapshot, run.report, run.failure, len(run.events()), len(run.spurts())]
        with reviewed(call, TIMING) as again:
            assert report(again).spurts


WINDOW = """
import sys, time
from pathlib import Path
from app.bootstrap import ReviewChoices, review_run

if __name__ == "__main__":
    run = review_run(Path(sys.argv[1]), ReviewChoices())
    while not run.spurts():
        time.sleep(0.01)
    print(run.pid, flush=True)
    sys.stdin.readline()
"""


@pytest.mark.parametrize("how", ["killed", "ended without a word"])
def test_no_process_outlives_the_window(call: Path, tmp_path: Path, how: str) -> None:
    script = tmp_path / "window.py"
    script.write_text(WINDOW, encoding="utf-8")
    window = subprocess.Popen(
        [sys.executable, str(script), str(call)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    with window:
        try:
            assert window.stdout is not None
            pid = int(window.stdout.readline())
            wait_for(lambda: len(children(pid)) == 1)
            with Watched(pid, *children(pid)) as watched:
                if how == "killed":
                    window.kill()
                else:
                    os.kill(pid, signal.SIGSTOP)  # for it must not be waited for until it ends by itself
                    _, complaint = window.communicate("\n", timeout=60)
                    assert (window.returncode, complaint) == (0, "")
                assert watched.all_end()
        finally:
            window.kill()


@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL])
def test_a_crash_of_the_review_is_said_with_its_remedy(call: Path, how: signal.Signals) -> None:
    with reviewed(call) as run:
        wait_for(lambda: len(run.spurts()) > 0)
        pid, recogniser = processes(run)
        with Watched(pid, recogniser) as watched:
            os.kill(pid, how)
            wait_for(lambda: run.failure is not None)
            assert watched.all_end()
        assert isinstance(run.failure, KnownError)
        assert f"ended by signal {how.value}" in str(run.failure)
        assert "review the recording again" in str(run.failure)
        assert run.report is None and run.pid == pid  # what is known stays, and nobody begins again
        assert run.spurts()


def test_a_bug_in_the_review_is_written_down_and_said(call: Path, home: Path) -> None:
    with reviewed(call, replace(TIMING, own=None)) as run:  # type: ignore[arg-type]
        wait_for(lambda: run.failure is not None)
    assert isinstance(run.failure, KnownError) and "AttributeError" in str(run.failure)
    (crash,) = home.rglob("crash-*.txt")
    assert "AttributeError" in crash.read_text(encoding="utf-8")


def test_a_recogniser_lost_midway_costs_a_gap_which_is_told(call: Path) -> None:
    with reviewed(call) as run:
        wait_for(lambda: run.snapshot.t > MIDWAY)
        os.kill(processes(run)[1], signal.SIGKILL)
        whole = report(run)
        (gap,) = [event.what for event in run.events() if isinstance(event.what, Gap)]
        assert gap.reason == words.RESTARTED and whole.gaps == (gap,) and whole.transcript


def test_without_a_recogniser_the_timing_is_told_and_a_sentence_says_so(call: Path) -> None:
    with reviewed(call) as run:
        killed: set[int] = set()

        def over() -> bool:
            for pid in set(children(run.pid or 0)) - killed:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)
            return run.report is not None

        wait_for(over)
        (told,) = run.told
        assert told.endswith("Only the timing is measured.")
        with reviewed(call, TIMING) as timing:
            assert run.report == report(timing)


def test_a_recogniser_asked_for_by_name_must_work(call: Path) -> None:
    with reviewed(call, replace(WORDS, engine="moonshine")) as run:
        killed: set[int] = set()

        def over() -> bool:
            for pid in set(children(run.pid or 0)) - killed:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)
            return run.failure is not None

        wait_for(over)
        assert "speech recogniser can't be started" in str(run.failure)
        assert run.report is None
