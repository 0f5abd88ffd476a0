import itertools
from dataclasses import dataclass, field

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.domain.timeline import Speaker, samples
from app.session.utterances import JOIN, PAD, PAUSE, UtteranceCutter, Voice

Run = tuple[int, int]

UNIT = 800
"""Samples (50 ms) in which hypothesis draws times, so that pads and joins are met exactly and just missed."""


@dataclass
class Notebook:
    """Writes down the utterances it is given: first sample, sound, and the end that was told."""

    spans: list[tuple[int, NDArray[np.int16], int]] = field(default_factory=list)
    running: list[tuple[int, NDArray[np.int16]]] = field(default_factory=list)
    pauses: int = 0
    paused: bool = False
    ready: list[bool] = field(default_factory=list)
    """For each utterance whether its end came in a pause, with nothing more to send."""

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> None:
        assert speaker is Speaker.CUSTOMER and pcm.size
        if self.running:
            assert start == self.running[-1][0] + self.running[-1][1].size, "a hole, or sound sent twice"
        self.running.append((start, pcm))
        self.paused = False

    def pause(self, speaker: Speaker) -> None:
        assert speaker is Speaker.CUSTOMER and self.running
        self.pauses += 1
        self.paused = True

    def finish(self, speaker: Speaker, end: int) -> None:
        assert speaker is Speaker.CUSTOMER
        self.spans.append((self.running[0][0], np.concatenate([pcm for _, pcm in self.running]), end))
        self.running = []
        self.ready.append(self.paused)


@dataclass
class Channel:
    """A whole channel: its sound, where there is voice, and how it reaches the cutter."""

    sound: NDArray[np.int16]
    runs: list[Run]
    blocks: list[tuple[int, int, int]]
    """For each feed the samples that the sound, the runs, and the settling of both sides reach to."""

    def cut(self) -> tuple[Notebook, UtteranceCutter]:
        notebook = Notebook()
        cutter = UtteranceCutter(Speaker.CUSTOMER, notebook)
        heard = told = 0
        for reach, known, settled in self.blocks:
            pieces = [(max(s, told), min(e, known)) for s, e in self.runs if s < known and e > told]
            cutter.feed(self.sound[heard:reach], pieces, settled)
            heard, told = reach, known
        cutter.finish()
        return notebook, cutter


def channel(runs: list[Run], length: int, blocks: list[tuple[int, int, int]] | None = None) -> Channel:
    # No two samples within 4 s are alike, so a wrong place shows.
    sound = np.arange(length).astype(np.uint16).view(np.int16)
    return Channel(sound, runs, blocks or [(length, length, length)])


def joined(runs: list[Run]) -> list[Run]:
    """The voices of the utterances that these runs are: pauses up to 0.4 s are inside one."""
    utterances: list[Run] = []
    for start, end in runs:
        if utterances and start - utterances[-1][1] <= JOIN:
            utterances[-1] = (utterances[-1][0], end)
        else:
            utterances.append((start, end))
    return utterances


@st.composite
def channels(draw: st.DrawFn) -> Channel:
    lengths = draw(st.lists(st.integers(1, 30), max_size=12))
    edges = [UNIT * at for at in itertools.accumulate(lengths)]
    runs = list(itertools.pairwise(edges))[::2]
    length = (edges[-1] if edges else 0) + UNIT * draw(st.integers(0, 20))
    reaches = sorted({*draw(st.lists(st.integers(0, length), max_size=25)), length})
    known = settled = 0
    blocks: list[tuple[int, int, int]] = []
    for reach in reaches:
        known = max(reach - draw(st.integers(0, samples(2.0))), known)
        settled = max(known - draw(st.integers(0, samples(2.0))), settled)
        blocks.append((reach, known, settled))
    # The last feed of a call settles everything.
    return channel(runs, length, [*blocks, (length, length, length)])


@given(channels())
def test_every_voice_is_sent_once_with_its_pads_whatever_the_blocks(call: Channel) -> None:
    notebook, cutter = call.cut()
    expected = joined(call.runs)
    assert [(voice.start, voice.end) for voice in cutter.closed] == expected
    assert [end for _, _, end in notebook.spans] == [end for _, end in expected]
    assert not notebook.running
    for (first, sound, _), (start, end) in zip(notebook.spans, expected, strict=True):
        assert first == max(start - PAD, 0)
        assert np.array_equal(sound, call.sound[first : end + PAD])


@given(channels(), st.lists(st.integers(1, 20_000), min_size=1))
def test_the_cuts_do_not_depend_on_the_blocks(call: Channel, sizes: list[int]) -> None:
    reaches = [at for at in itertools.accumulate(sizes) if at < call.sound.size]
    other = channel(call.runs, call.sound.size, [(at, at, at) for at in [*reaches, call.sound.size]])
    one, _ = call.cut()
    two, _ = other.cut()
    assert [(start, end, pcm.tobytes()) for start, pcm, end in one.spans] == [
        (start, end, pcm.tobytes()) for start, pcm, end in two.spans
    ]


@given(channels(), channels())
def test_after_a_stop_it_goes_on_as_a_channel_of_its_own(before: Channel, after: Channel) -> None:
    notebook = Notebook()
    cutter = UtteranceCutter(Speaker.CUSTOMER, notebook)
    offset = before.sound.size
    for call, shift in ((before, 0), (after, offset)):
        runs = [(start + shift, end + shift) for start, end in call.runs]
        cutter.feed(call.sound, runs, shift + call.sound.size)
        cutter.finish()
    apart = [*before.cut()[0].spans, *((s + offset, pcm, e + offset) for s, pcm, e in after.cut()[0].spans)]
    assert [(start, end, pcm.tobytes()) for start, pcm, end in notebook.spans] == [
        (start, end, pcm.tobytes()) for start, pcm, end in apart
    ]


@given(channels())
def test_an_utterance_that_is_closed_was_all_sent_when_its_voice_paused(call: Channel) -> None:
    live = [(at, at, at) for at in range(0, call.sound.size, UNIT)]
    notebook, cutter = channel(call.runs, call.sound.size, [*live, *call.blocks[-1:]]).cut()
    for ready, voice in zip(notebook.ready, cutter.closed, strict=True):
        assert ready or voice.end + PAUSE > call.sound.size


def test_a_pause_is_told_once_and_before_it_is_certain() -> None:
    notebook = Notebook()
    cutter = UtteranceCutter(Speaker.CUSTOMER, notebook)
    end = samples(1.0)
    cutter.feed(np.zeros(end + PAUSE - 1, np.int16), [(samples(0.5), end)], end)
    assert notebook.pauses == 0
    for more in (1, 1, JOIN):
        cutter.feed(np.zeros(more, np.int16), [], end)
        assert notebook.pauses == 1 and notebook.spans == []
    assert sum(pcm.size for _, pcm in notebook.running) == samples(0.5) + 2 * PAD
    again = end + JOIN
    cutter.feed(np.zeros(PAUSE, np.int16), [(end + PAD // 2, again)], again)
    assert notebook.pauses == 2 and notebook.spans == []
    assert sum(pcm.size for _, pcm in notebook.running) == again - samples(0.5) + 2 * PAD


def test_a_pause_up_to_the_join_stays_inside_and_a_longer_one_cuts() -> None:
    end = samples(1.0) + JOIN
    for pause, utterances in ((JOIN, 1), (JOIN + 1, 2)):
        runs = [(samples(0.5), samples(1.0)), (samples(1.0) + pause, end + samples(1.0))]
        notebook, _ = channel(runs, samples(4.0)).cut()
        assert len(notebook.spans) == utterances


def test_an_utterance_is_sent_while_it_runs() -> None:
    notebook = Notebook()
    cutter = UtteranceCutter(Speaker.CUSTOMER, notebook)
    second = np.zeros(samples(1.0), dtype=np.int16)
    cutter.feed(second, [(samples(0.5), samples(1.0))], samples(1.0))
    assert sum(pcm.size for _, pcm in notebook.running) == samples(0.5) + PAD
    cutter.feed(second, [(samples(1.0), samples(2.0))], samples(2.0))
    assert sum(pcm.size for _, pcm in notebook.running) == samples(1.5) + PAD
    assert notebook.spans == [] and cutter.earliest_end == samples(2.0)


def test_a_sample_belongs_to_the_nearest_voice() -> None:
    runs = [(samples(1.0), samples(2.0)), (samples(4.0), samples(5.0))]
    _, cutter = channel(runs, samples(6.0)).cut()
    for at, expected in ((0.0, 0), (1.5, 0), (2.9, 0), (3.1, 1), (4.5, 1), (6.0, 1)):
        assert cutter.voice(samples(at)) == Voice(*runs[expected])
