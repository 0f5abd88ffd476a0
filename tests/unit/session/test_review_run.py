"""What is told of a review in another process is what the review itself comes to, and nothing else."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from math import inf
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app import bootstrap
from app.bootstrap import ReviewChoices, review_recording, review_run
from app.domain.report import Report
from app.domain.timeline import RATE, Overlap, Speaker, Spurt, Utterance
from app.errors import KnownError
from app.session import telling
from app.session.review_run import Known, ReviewRun
from app.session.snapshot import CallState, Event, Recognising, Snapshot
from app.session.supervisor import Channel
from tests.faults.review_processes import wait_for

TIMING = ReviewChoices(call_type="complaint", engine="none")
WORDS = replace(TIMING, engine="auto")


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of recordings: a minute of the sample call in several forms, and files that are none."""
    folder = tmp_path_factory.mktemp("calls")
    sound, rate = soundfile.read(bootstrap.sample_call(), start=12 * RATE, frames=60 * RATE)
    both = sound.sum(axis=1, keepdims=True)
    for name, samples in {
        "call.wav": sound,
        "call.flac": sound,
        "mono.wav": sound[:, :1],
        "same.wav": np.repeat(both, 2, axis=1),
        "silent.wav": sound * (1, 0),
        "three.wav": np.repeat(both, 3, axis=1),
    }.items():
        soundfile.write(folder / name, samples, rate)
    whole = (folder / "call.flac").read_bytes()
    (folder / "truncated.flac").write_bytes(whole[: len(whole) // 2])
    middle = len(whole) // 2
    (folder / "damaged.flac").write_bytes(whole[:middle] + bytes(20_000) + whole[middle + 20_000 :])
    (folder / "empty.wav").touch()
    (folder / "letter.wav").write_text("Dear all, please find the recording attached. " * 50)
    (folder / "folder.wav").mkdir()
    return folder


@contextmanager
def reviewed(path: Path, choices: ReviewChoices = TIMING) -> Iterator[ReviewRun]:
    run = review_run(path, choices)
    try:
        yield run
    finally:
        run.close()


def ended(run: ReviewRun) -> list[Snapshot]:
    """Wait until the review is over; give the snapshots there were."""
    seen: list[Snapshot] = []

    def over() -> bool:
        last = run.report is not None or run.failure is not None
        snapshot = run.snapshot
        if not seen or snapshot is not seen[-1]:
            seen.append(snapshot)
        return last

    wait_for(over)
    return seen


def straight(path: Path, choices: ReviewChoices) -> Report:
    """The same review in this process, as the command does it."""
    return review_recording(path, choices, lambda *_: None, pytest.fail)[0]


def things(report: Report) -> Counter[object]:
    return Counter((*report.overlaps, *report.transcript, *report.cues, *report.gaps))


@pytest.mark.parametrize("choices", [TIMING, WORDS, replace(TIMING, agent="right", call_type="sales")])
def test_it_comes_to_the_report_of_the_command(calls: Path, choices: ReviewChoices) -> None:
    with reviewed(calls / "call.flac", choices) as run:
        seen = ended(run)
        assert run.report == straight(calls / "call.flac", choices)
        assert run.failure is None and list(run.told) == []
        *happened, last = [event.what for event in run.events()]
        assert last == run.report
        assert Counter(happened) == things(run.report)
        assert all(utterance in happened for utterance in run.report.transcript)
        told = run.spurts()
        assert tuple(told) == run.report.spurts[: len(told)] and len(told) >= len(run.report.spurts) - 2
        assert run.length == 60 * RATE
        times = [snapshot.t for snapshot in seen]
        assert times == sorted(times) and times[-1] == run.length
        assert seen[-1].state is CallState.ENDED and seen[-1].measures == run.report.measures
        assert seen[-1].engine == run.report.engine
        assert {snapshot.recognising for snapshot in seen} <= {
            Recognising.OFF,
            Recognising.LOADING,
            Recognising.LISTENING,
        }


def test_the_lists_only_grow(calls: Path) -> None:
    with reviewed(calls / "call.wav", WORDS) as run:
        events: list[Event] = []
        spurts: list[Spurt] = []

        def over() -> bool:
            last = run.report is not None
            events.extend(run.events(len(events)))
            spurts.extend(run.spurts(len(spurts)))
            assert events == list(run.events())[: len(events)]
            return last

        wait_for(over)
        assert events == list(run.events()) and spurts == list(run.spurts())
        assert [event.t for event in events] == sorted(event.t for event in events)
        assert sum(isinstance(event.what, Report) for event in events) == 1


@pytest.mark.parametrize(
    ("file", "separation"),
    [("mono.wav", "mic-only"), ("same.wav", "inseparable"), ("silent.wav", "mic-only")],
)
def test_what_one_channel_cannot_tell_is_said_from_the_beginning(
    calls: Path, file: str, separation: str
) -> None:
    with reviewed(calls / file, WORDS) as run:
        ended(run)
        assert run.report == straight(calls / file, WORDS)
        assert run.report is not None and run.report.separation == separation
        assert run.snapshot.separation_reason == run.report.separation_reason
        happened = [event.what for event in run.events()]
        assert [line for line in happened if isinstance(line, Utterance)]
        if file != "same.wav":  # there it takes a while until it is known
            assert not any(isinstance(each, Overlap) for each in happened)
            assert {spurt.speaker for spurt in run.spurts()} == {Speaker.AGENT}


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("missing.wav", "There is no file"),
        ("empty.wav", "is empty"),
        ("truncated.flac", "is cut short or damaged"),
        ("damaged.flac", "is damaged"),
        ("letter.wav", "is not a recording"),
        ("folder.wav", "is a folder"),
        ("three.wav", "has 3 channels"),
        ("two\nlines.wav", "There is no file"),
    ],
)
def test_what_cannot_be_read_is_refused_in_the_recordings_own_words(calls: Path, file: str, why: str) -> None:
    with pytest.raises(KnownError) as known:
        review_recording(calls / file, TIMING, lambda *_: None, pytest.fail)
    with reviewed(calls / file) as run:
        ended(run)
        assert isinstance(run.failure, KnownError)
        assert str(run.failure) == str(known.value) and why in str(run.failure)
        assert run.report is None
        assert not any(isinstance(event.what, Report) for event in run.events())


@pytest.mark.parametrize(
    ("choices", "why"),
    [
        (replace(TIMING, call_type="chat"), 'There is no call type "chat"'),
        (replace(WORDS, model="no-such-model"), "There is no speech model no-such-model"),
    ],
)
def test_a_choice_there_is_not_is_refused(calls: Path, choices: ReviewChoices, why: str) -> None:
    with reviewed(calls / "call.wav", choices) as run:
        ended(run)
        assert isinstance(run.failure, KnownError) and why in str(run.failure)


def test_reviews_side_by_side_do_not_meet(calls: Path) -> None:
    with reviewed(calls / "call.wav") as one, reviewed(calls / "mono.wav") as other:
        ended(one), ended(other)
        assert one.report == straight(calls / "call.wav", TIMING)
        assert other.report == straight(calls / "mono.wav", TIMING)
        one.close()
        one.close()  # harmless


def tell_nothing(channel: Channel) -> None:
    """A process that ends without a report."""


def test_a_process_that_ends_without_a_report_is_a_failure(tmp_path: Path) -> None:
    run = ReviewRun(tmp_path, tell_nothing)
    try:
        ended(run)
        assert "The review broke off" in str(run.failure)
    finally:
        run.close()


class Heard:
    """Stands in for the way to the window, and keeps what is sent."""

    def __init__(self) -> None:
        self.sent: list[object] = []

    def send(self, answer: object) -> None:
        self.sent.append(answer)


def told(path: Path, monkeypatch: pytest.MonkeyPatch, every: float) -> list[Known]:
    """What the process of a review sends, with so many seconds between two messages."""
    monkeypatch.setattr(telling, "_EVERY_S", every)
    channel = Heard()
    bootstrap._review_apart(channel, path, TIMING)
    known = [each for each in channel.sent if isinstance(each, Known)]
    assert len(known) == len(channel.sent)
    return known


def test_however_rarely_it_is_told_the_same_is_told(calls: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    often, seldom = (told(calls / "call.wav", monkeypatch, every) for every in (0.0, inf))
    # Before anything is heard, after the first sound, and at the end; else with every block of half a second.
    assert len(seldom) == 3 and len(often) > 60 * 2
    assert [event for known in often for event in known.events] == [
        event for known in seldom for event in known.events
    ]
    assert [spurt for known in often for spurt in known.spurts] == [
        spurt for known in seldom for spurt in known.spurts
    ]
    assert often[-1].snapshot == seldom[-1].snapshot
    assert [known.snapshot.t for known in seldom] == [0, RATE // 2, 60 * RATE]
