"""What a voiced call promises: speech where the timeline has turns, the noise floor everywhere else."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from app.domain.timeline import RATE, Speaker, samples
from tests.voiced.calls import Timeline, Turn, voice
from tests.voiced.truth import f1, spurts, talk_ratio
from tests.voiced.voices import level_dbfs, speak, tempo, without_pauses

CALLS = sorted((Path(__file__).parents[1] / "data" / "calls").glob("*.json"))
SAMPLE = Path(__file__).parents[2] / "resources" / "sample_call" / "complaint.flac"
SAMPLE_TRUTH = Path(__file__).parents[1] / "data" / "sample_call" / "timeline.json"
VOICES = ["flite:rms", "flite:slt", "espeak:en-us+m3", "festival:kal_diphone"]
AGENT, CUSTOMER = Speaker.AGENT, Speaker.CUSTOMER
SMALL = Timeline.from_text("agent 1.0-4.0 / customer 4.5-6.5 / agent 6.0-6.3", duration=8.0)


def dbfs(sound):
    return 10 * np.log10(np.mean(np.square(sound, dtype=np.float64)))


@pytest.mark.parametrize("name", VOICES)
def test_a_voice_speaks_at_the_level_asked_for_from_its_first_sample_to_its_last(name):
    said = speak("the quiet river runs along the old stone wall", name, speech_dbfs=-26)
    assert said.dtype == np.float32
    assert 1.5 < said.size / RATE < 6
    assert level_dbfs(said) == pytest.approx(-26, abs=0.3)
    assert dbfs(said[:160]) > -26 - 31
    assert dbfs(said[-160:]) > -26 - 31


def test_the_same_words_are_the_same_samples():
    assert np.array_equal(speak("once more", "flite:rms"), speak("once more", "flite:rms"))


def test_an_unknown_voice_is_refused():
    with pytest.raises(ValueError, match="no voice"):
        speak("hello", "flite:nobody")


def test_a_missing_synthesiser_is_named_with_its_package(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(RuntimeError, match="espeak-ng is missing; install the Debian packages: espeak-ng"):
        speak("a sentence that no test keeps", "espeak:en-us+m1")


def test_no_pause_is_left_inside_a_turn():
    said = speak("first this. and then, after a while, that", "flite:kal16")
    joined = without_pauses(said)
    assert joined.size < said.size
    assert without_pauses(joined).size == joined.size


def test_tempo_keeps_the_level_and_changes_the_length():
    said = speak("the quiet river runs along the old stone wall", "flite:slt")
    fast = tempo(said, 1.25)
    assert fast.size == pytest.approx(said.size / 1.25, rel=0.05)
    assert level_dbfs(fast) == pytest.approx(level_dbfs(said), abs=1)


@pytest.mark.parametrize("path", CALLS, ids=lambda p: p.stem)
def test_outside_the_turns_there_is_only_the_noise_floor(path):
    timeline = Timeline.load(path)
    call = voice(timeline, noise_dbfs=-50)
    assert call.sound.shape == (samples(timeline.duration), 2)
    assert np.abs(call.sound).max() < 1
    for channel, who in enumerate(Speaker):
        silent = np.ones(len(call.sound), dtype=bool)
        for turn in (t for t in call.truth.turns if t.role is who):
            silent[samples(turn.start) : samples(turn.end)] = False
            assert dbfs(call.sound[samples(turn.start) : samples(turn.end), channel]) > -32
        assert dbfs(call.sound[silent, channel]) == pytest.approx(-50, abs=0.1)


def test_the_sample_call_is_what_its_timeline_says():
    truth = Timeline.load(SAMPLE_TRUTH)
    sound, rate = soundfile.read(SAMPLE, dtype="float32")
    assert (rate, soundfile.info(SAMPLE).subtype) == (RATE, "PCM_16")
    assert sound.shape == (samples(truth.duration), 2)
    assert 120 <= truth.duration <= 180
    assert SAMPLE.stat().st_size < 3_000_000
    assert np.abs(sound).max() < 0.99
    for channel, who in enumerate(Speaker):
        silent = np.ones(len(sound), dtype=bool)
        for turn in (t for t in truth.turns if t.role is who):
            assert dbfs(sound[samples(turn.start) : samples(turn.end), channel]) > -30
            silent[samples(turn.start) : samples(turn.end)] = False
        assert dbfs(sound[silent, channel]) == pytest.approx(-55, abs=0.5)


@pytest.mark.parametrize("path", CALLS, ids=lambda p: p.stem)
def test_free_turns_are_spoken_from_their_start_to_their_end(path):
    timeline = Timeline.load(path)
    truth = voice(timeline).truth
    for asked, true in zip(timeline.turns, truth.turns, strict=True):
        assert asked.start == true.start
        assert true.end <= asked.end
        assert asked.text is not None or asked == true


def test_a_free_turn_is_one_spurt_without_silence_in_it():
    call = voice(Timeline.from_text("agent 0-20", duration=20.0), noise_dbfs=-90)
    frames = np.mean(call.sound[:, 0].reshape(-1, 160) ** 2, axis=1)
    spoken = np.flatnonzero(frames > 10 ** (-54 / 10))
    assert np.diff(spoken).max() <= 16
    assert spoken[0] <= 1
    assert spoken[-1] >= len(frames) - 2


@pytest.mark.parametrize(
    ("turn", "end", "text"),
    [
        ("agent 1.0-3.2 how can I help you this morning", 3.2, "how can I help you this morning"),
        ("agent 1.0-9.0 how can I help you this morning", None, "how can I help you this morning"),
        ("agent 1.0-1.5 how can I help you this morning", 1.5, None),
    ],
    ids=["stretched to fill", "too short for its turn", "too long for its turn"],
)
def test_words_fill_their_turn_or_the_truth_says_so(turn, end, text):
    [true] = voice(Timeline.from_text(turn, duration=10.0)).truth.turns
    assert true.text == text
    assert true.end == pytest.approx(end, abs=0.1) if end else 2 < true.end < 5


def test_channels_have_noise_of_their_own():
    noise = voice(Timeline(2.0, ()), noise_dbfs=-40).sound
    assert [dbfs(noise[:, 0]), dbfs(noise[:, 1])] == pytest.approx([-40, -40], abs=0.2)
    assert abs(np.corrcoef(noise.T)[0, 1]) < 0.05


@pytest.mark.parametrize("room", [False, True], ids=["direct", "room"])
@pytest.mark.parametrize("bleed_db", [-3, -10, -20])
def test_bleed_has_the_gain_asked_for(bleed_db, room):
    call = voice(
        Timeline.from_text("customer 1.0-5.0", duration=6.0), noise_dbfs=-90, bleed_db=bleed_db, room=room
    )
    heard, source = dbfs(call.sound[:, 0]), dbfs(call.sound[:, 1])
    assert heard - source == pytest.approx(bleed_db, abs=2 if room else 0.5)


@pytest.mark.parametrize("lag_s", [0.0, 0.02, 0.3])
def test_bleed_has_the_lag_asked_for(lag_s):
    timeline = Timeline.from_text("customer 1.0-3.0", duration=4.0)
    agent, customer = voice(timeline, noise_dbfs=-90, bleed_db=-6, bleed_lag_s=lag_s).sound.T
    size = 1 << 17
    likeness = np.fft.irfft(np.fft.rfft(agent, size) * np.conj(np.fft.rfft(customer, size)), size)
    assert np.argmax(likeness) == samples(lag_s)


def test_the_seed_decides_every_sample():
    first, same, other = (voice(SMALL, bleed_db=-10, room=True, seed=s).sound for s in (1, 1, 2))
    assert np.array_equal(first, same)
    assert not np.array_equal(first, other)


def test_speech_level_moves_the_speech_and_not_the_floor():
    loud, soft = (voice(SMALL, speech_dbfs=d).sound for d in (-20, -30))
    spoken, silent = slice(samples(1.0), samples(4.0)), slice(0, samples(1.0))
    assert dbfs(loud[spoken, 0]) - dbfs(soft[spoken, 0]) == pytest.approx(10, abs=0.3)
    assert dbfs(loud[silent, 0]) == pytest.approx(dbfs(soft[silent, 0]), abs=0.01)


def test_scenarios_read_as_written():
    told = Timeline.from_text("agent 0.0-2.5 hello there / customer 2.8-4.0\n agent 3.5-5")
    assert told == Timeline(
        6.0,
        (Turn(AGENT, 0.0, 2.5, "hello there"), Turn(CUSTOMER, 2.8, 4.0), Turn(AGENT, 3.5, 5.0)),
    )
    with pytest.raises(ValueError, match="not a turn"):
        Timeline.from_text("somebody 1-2")


@pytest.mark.parametrize(
    ("scenario", "true"),
    [
        ("agent 0-1 / agent 1.30-2", [(0, 2)]),
        ("agent 0-1 / agent 1.31-2", [(0, 1), (1.31, 2)]),
        ("agent 0-0.11", []),
        ("agent 0-0.12", [(0, 0.12)]),
        ("agent 0-0.10 / agent 0.3-0.4", [(0, 0.4)]),
        ("agent 0-3 / agent 1-2", [(0, 3)]),
    ],
)
def test_true_spurts_are_bridged_and_then_dropped(scenario, true):
    found = [(s.start, s.end) for s in spurts(Timeline.from_text(scenario))]
    assert found == [(samples(a), samples(b)) for a, b in true]


def test_talk_ratio_counts_spurts():
    assert talk_ratio(Timeline.from_text("agent 0-3 / customer 3-4 / customer 5-5.1")) == 0.75
    assert talk_ratio(Timeline(5.0, ())) is None


@pytest.mark.parametrize(
    ("found", "truth", "score"),
    [
        ([], [], 1.0),
        ([(AGENT, 1.0)], [], 0.0),
        ([(AGENT, 1.5)], [(AGENT, 1.0)], 1.0),
        ([(AGENT, 1.6)], [(AGENT, 1.0)], 0.0),
        ([(CUSTOMER, 1.0)], [(AGENT, 1.0)], 0.0),
        ([(AGENT, 1.0), (AGENT, 1.2)], [(AGENT, 1.1)], 2 / 3),
        ([(AGENT, 1.0), (AGENT, 1.4)], [(AGENT, 1.4), (AGENT, 1.8)], 0.5),
    ],
)
def test_f1_matches_each_moment_once_and_the_nearest_first(found, truth, score):
    assert f1(found, truth) == pytest.approx(score)


moments = st.lists(st.tuples(st.sampled_from(Speaker), st.floats(0, 60)), max_size=12)


@given(moments, moments)
def test_f1_is_a_fair_score(found, truth):
    assert 0 <= f1(found, truth) <= 1
    assert f1(found, truth) == f1(truth, found)
    assert f1(truth, truth) == 1


@given(st.lists(st.tuples(st.sampled_from(Speaker), st.integers(0, 600), st.integers(1, 80)), max_size=20))
def test_true_spurts_of_one_side_never_touch(told):
    turns = tuple(sorted((Turn(w, a / 10, (a + n) / 10) for w, a, n in told), key=lambda t: t.start))
    for who in Speaker:
        own = [s for s in spurts(Timeline(100.0, turns)) if s.speaker is who]
        assert all(b.start - a.end > samples(0.3) for a, b in pairwise(own))
