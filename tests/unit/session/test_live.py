"""A live call: the same answer as a review, and a pause, a mark, an end where they are asked for."""

import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import numpy as np
import pytest
import soundfile

from app.audio.source import Block
from app.audio.streams import Condition, StreamState
from app.content import load_coaching
from app.domain.cue_pacing import SHOWN
from app.domain.report import Report
from app.domain.timeline import RATE, Cue, Gap, Overlap, Speaker, seconds
from app.session.live import NOT_YET, LiveCall
from app.session.pipeline import Pipeline
from app.session.review import review
from app.session.snapshot import CallState, Changed, Mark, Snapshot
from app.speech.phrases import PhraseBook

ROOT = Path(__file__).parents[3]
COACHING = load_coaching(ROOT / "resources" / "content")
BOOK = PhraseBook(COACHING.lists_for("complaint"), COACHING.numbers, COACHING.pieces)
SAMPLE = soundfile.read(ROOT / "resources" / "sample_call" / "complaint.flac", dtype="int16")[0]

Step = Callable[[LiveCall], None]


class Line:
    """A live source that gives what it was given, and does what is asked before a block: by block number."""

    kind = "live"
    sample_rate = RATE
    duration_s = None

    def __init__(
        self,
        sound: np.ndarray,
        size: int = 320,
        gaps: Mapping[int, Gap] | None = None,
        captured_at: Callable[[int], float | None] = lambda number: None,
    ) -> None:
        self.channels = sound.shape[1]
        self.call: LiveCall | None = None
        self.before: dict[int, Step] = {}
        self.seen: list[Snapshot] = []
        self.condition = Condition.HEARING
        self._sound, self._size, self._gaps = sound, size, gaps or {}
        self._stopped = False
        self._captured_at = captured_at

    def blocks(self) -> Iterator[Block]:
        for number, at in enumerate(range(0, len(self._sound), self._size)):
            if self._stopped:
                return
            if number in self.before:
                assert self.call
                self.before[number](self.call)
            piece = self._sound[at : at + self._size]
            customer = piece[:, 1].copy() if self.channels == 2 else None
            gaps = (self._gaps[number],) if number in self._gaps else ()
            yield Block(at, piece[:, 0].copy(), customer, self._captured_at(number), gaps)
            if self.call:
                self.seen.append(self.call.snapshot)

    def states(self) -> Mapping[Speaker, StreamState]:
        return {Speaker.AGENT: StreamState(self.condition, "Line")}

    def stop(self) -> None:
        self._stopped = True


def pipeline(channels: int = 2) -> Pipeline:
    return Pipeline(COACHING, "complaint", BOOK, None, customer=channels == 2)


def played(line: Line, steps: Mapping[int, Step] | None = None) -> LiveCall:
    """Play a line to its end, with steps before the blocks numbered so."""
    call = LiveCall(line, pipeline(line.channels), None)
    line.call, line.before = call, dict(steps or {})
    call.start()
    while call.report is None and call.failure is None:
        call.wait(1.0)
    call.close()
    return call


def happened(call: LiveCall, kind: type) -> list:
    return [event.what for event in call.events() if isinstance(event.what, kind)]


def reviewed(sound: np.ndarray) -> Report:
    return review(Line(sound, size=8000), pipeline(sound.shape[1]), None, lambda *_: None, lambda _: None)


def test_a_live_call_reports_what_a_review_of_the_same_sound_reports() -> None:
    call = played(Line(SAMPLE))
    assert call.report == reviewed(SAMPLE)


def test_all_that_the_report_holds_was_told_as_it_happened_and_the_report_last() -> None:
    call = played(Line(SAMPLE))
    assert call.report
    assert sorted(happened(call, Overlap), key=lambda o: o.start) == list(call.report.overlaps)
    assert happened(call, Cue) == list(call.report.cues)
    assert call.events()[-1].what is call.report
    times = [event.t for event in call.events()]
    assert times == sorted(times)


def test_spurts_and_the_source_are_known_as_they_come() -> None:
    call = played(Line(SAMPLE))
    assert call.report
    assert call.source == call.report.source
    told = call.spurts()
    assert set(told) <= set(call.report.spurts) and len(told) >= len(call.report.spurts) - 2
    assert call.spurts(3) == told[3:]


def test_snapshots_go_forward_and_end_at_the_report() -> None:
    line = Line(SAMPLE)
    call = played(line)
    assert call.report
    times = [snapshot.t for snapshot in line.seen]
    assert times == sorted(times)
    ratios = [s.measures.talk_ratio for s in line.seen if s.measures.talk_ratio is not None]
    assert ratios
    assert all(0 <= ratio <= 1 for ratio in ratios)
    assert {side for snapshot in line.seen for side in snapshot.speaking} == set(Speaker)
    assert call.snapshot.state is CallState.ENDED
    assert call.snapshot.measures == call.report.measures


def test_a_snapshot_knows_of_speech_before_it_is_settled() -> None:
    """Half a second into the first words the agent is shown as speaking, and the seconds count up."""
    now = pipeline()
    heard = 0
    for block in Line(SAMPLE[: 2 * RATE]).blocks():
        now.hear(block)
        heard += block.agent.size
    state = now.now()
    assert heard - state.t < 512
    assert Speaker.AGENT in state.speaking
    assert state.monologue_s == pytest.approx(seconds(state.t) - 0.8, abs=0.15)
    assert state.measures.agent_talk_s == pytest.approx(state.monologue_s, abs=0.01)


def test_looking_at_the_call_does_not_change_it() -> None:
    looked, left_alone = pipeline(), pipeline()
    for block in Line(SAMPLE[: 60 * RATE]).blocks():
        looked.hear(block)
        looked.now()
        left_alone.hear(block)
    looked.finish()
    left_alone.finish()
    assert looked.spurts == left_alone.spurts
    assert looked.measures() == left_alone.measures()


def test_a_pause_hears_nothing_counts_nothing_and_leaves_its_seam() -> None:
    # Blocks of 20 ms: paused from 60 s to 90 s of the recording.
    line = Line(SAMPLE)
    call = played(line, {3000: LiveCall.pause, 4500: LiveCall.resume})
    assert call.report
    whole = reviewed(
        np.concatenate([SAMPLE[: 60 * RATE], np.zeros((RATE // 2, 2), np.int16), SAMPLE[90 * RATE :]])
    )
    assert call.report.spurts == whole.spurts
    assert call.report.measures == whole.measures
    assert call.report.source.duration_s == pytest.approx(len(SAMPLE) / RATE - 30 + 0.5)
    (gap,) = call.report.gaps
    assert (gap.channel, gap.start, gap.end) == ("call", 60 * RATE, 60 * RATE + RATE // 2)
    assert gap.reason.startswith("paused for ")
    paused = [snapshot for snapshot in line.seen if snapshot.state is CallState.PAUSED]
    assert paused
    assert {snapshot.t for snapshot in paused} == {60 * RATE + RATE // 2}
    assert not any(snapshot.speaking for snapshot in paused)


def test_a_call_that_ends_in_a_pause_still_tells_of_it() -> None:
    call = played(Line(SAMPLE), {3000: LiveCall.pause, 4500: LiveCall.end})
    assert call.report
    assert [gap.channel for gap in call.report.gaps] == ["call"]
    assert call.report.source.duration_s == pytest.approx(60.5)


def test_a_second_pause_and_a_resume_without_one_change_nothing() -> None:
    once = played(Line(SAMPLE), {3000: LiveCall.pause, 4500: LiveCall.resume})
    steps = {100: LiveCall.resume, 3000: LiveCall.pause, 3500: LiveCall.pause, 4500: LiveCall.resume}
    twice = played(Line(SAMPLE), steps)
    assert once.report and twice.report
    assert once.report.spurts == twice.report.spurts


def test_marks_stand_where_they_were_made() -> None:
    call = played(Line(SAMPLE), {50: LiveCall.mark, 3000: LiveCall.mark})
    assert happened(call, Mark) == [Mark(RATE), Mark(60 * RATE)]


def test_the_call_ends_where_it_is_ended() -> None:
    call = played(Line(SAMPLE), {1500: LiveCall.end})
    assert call.report
    assert call.report.source.duration_s == pytest.approx(30.02)
    assert [what.state for what in happened(call, Changed) if what.what == "call"] == ["ending", "ended"]


def test_ending_a_call_at_once_gives_an_empty_report() -> None:
    call = played(Line(SAMPLE), {0: LiveCall.end})
    assert call.report
    assert call.report.source.duration_s <= 0.02
    assert call.report.measures.talk_ratio is None


def test_what_the_source_lost_lies_where_it_was_lost_after_a_pause_too() -> None:
    lost = Gap("customer", 100 * RATE, 101 * RATE, "the input was away")
    call = played(Line(SAMPLE, gaps={5050: lost}), {3000: LiveCall.pause, 4500: LiveCall.resume})
    assert call.report
    moved = next(gap for gap in call.report.gaps if gap.channel == "customer")
    assert seconds(moved.start) == pytest.approx(100 - 30 + 0.5)
    assert moved.end - moved.start == RATE


@pytest.mark.parametrize(
    ("lost_s", "told_at_s", "expected_s"),
    [
        ((50.0, 70.0), 71.0, [(50.0, 60.0)]),  # told in the pause, begun before it
        ((70.0, 80.0), 81.0, []),  # all of it in the pause
        ((50.0, 95.0), 96.0, [(50.0, 60.0), (60.5, 65.5)]),  # begun before it, over after it
    ],
)
def test_sound_that_was_lost_around_a_pause_counts_only_outside_of_it(
    lost_s: tuple[float, float], told_at_s: float, expected_s: list[tuple[float, float]]
) -> None:
    lost = Gap("agent", *(round(t * RATE) for t in lost_s), "the input was away")
    line = Line(SAMPLE, gaps={round(50 * told_at_s): lost})
    call = played(line, {3000: LiveCall.pause, 4500: LiveCall.resume})
    assert call.report
    told = [(seconds(gap.start), seconds(gap.end)) for gap in call.report.gaps if gap.channel == "agent"]
    assert told == expected_s


def test_sound_captured_before_the_end_of_a_pause_is_not_heard_after_it() -> None:
    """Blocks may come half a second late; what was said in the pause is not in any of them."""
    resumed: list[float] = []

    def captured_at(number: int) -> float | None:
        return resumed[0] - 0.5 + (number - 199) * 0.02 if resumed else None

    def resume(call: LiveCall) -> None:
        resumed.append(time.monotonic())
        call.resume()

    call = played(Line(SAMPLE[: 20 * RATE], captured_at=captured_at), {100: LiveCall.pause, 200: resume})
    assert call.report
    seam_s, late_s = 0.5, 0.5
    assert call.report.source.duration_s == pytest.approx(20 - 2 + seam_s - late_s, abs=0.03)


def test_closing_ends_a_call_at_once_whatever_it_waits_for() -> None:
    line = Line(SAMPLE)
    call = LiveCall(line, pipeline(), None)
    call.start()
    call.close()
    assert call.report
    assert call.snapshot.state is CallState.ENDED


def test_a_hint_stays_for_its_time_and_only_one_is_shown() -> None:
    line = Line(SAMPLE)
    call = played(line)
    cues = happened(call, Cue)
    assert cues
    for snapshot in line.seen:
        if snapshot.cue:
            assert snapshot.cue in cues
            assert snapshot.t - snapshot.cue.t <= SHOWN
    assert {snapshot.cue for snapshot in line.seen} >= {*cues[:-1], None}


def test_an_input_in_trouble_is_told_once_and_when_it_is_well_again() -> None:
    line = Line(SAMPLE[: 10 * RATE])
    played_call = played(
        line,
        {
            100: lambda call: setattr(line, "condition", Condition.LOST),
            200: lambda call: setattr(line, "condition", Condition.HEARING),
        },
    )
    told = [what.state for what in happened(played_call, Changed) if what.what == "agent"]
    assert told == ["hearing", "lost", "hearing"]


def test_a_silent_customer_is_said_to_be_silent_so_far() -> None:
    alone = SAMPLE[: 20 * RATE].copy()
    alone[:, 1] = 0
    line = Line(alone)
    call = played(line)
    assert call.report
    assert line.seen[-1].separation_reason == NOT_YET
    assert line.seen[-1].measures.talk_ratio is None
    assert call.report.separation == "mic-only"


def test_a_bug_ends_the_call_and_is_not_swallowed() -> None:
    def fail(call: LiveCall) -> None:
        raise ZeroDivisionError

    call = played(Line(SAMPLE), {50: fail})
    assert isinstance(call.failure, ZeroDivisionError)
    assert call.report is None
    assert call.snapshot.state is CallState.ENDED
