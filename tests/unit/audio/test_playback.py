"""What is put on its way to the ear: the asked moment itself, in every format, and no clicks."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from app.audio import output
from app.audio.output import Piece, Queue
from app.audio.passage import Recording
from app.domain.timeline import samples
from tests.monitor import RATE, sweep, told_time

LENGTH = 20.0
KINDS = [
    ("wav", "ULAW", 8_000, 2),
    ("wav", "PCM_16", 16_000, 1),
    ("wav", "PCM_24", 48_000, 2),
    ("wav", "IMA_ADPCM", 8_000, 2),
    ("wav", "GSM610", 8_000, 1),
    ("rf64", "PCM_16", 32_000, 2),
    ("flac", "PCM_16", 11_025, 2),
    ("flac", "PCM_16", 44_100, 2),
    ("ogg", "VORBIS", 8_000, 2),
    ("ogg", "VORBIS", 44_100, 1),
    ("ogg", "OPUS", 16_000, 2),
    ("ogg", "OPUS", 48_000, 2),
    ("mp3", "MPEG_LAYER_III", 8_000, 2),
    ("mp3", "MPEG_LAYER_III", 22_050, 2),
    ("mp3", "MPEG_LAYER_III", 44_100, 2),
    ("mp3", "MPEG_LAYER_III", 48_000, 1),
]


@contextmanager
def opened(path: Path) -> Iterator[Recording]:
    recording = Recording(path)
    yield recording
    recording.close()


def heard(pieces: list[Piece]) -> NDArray[np.float32]:
    return np.concatenate([piece.sound for piece in pieces])


@pytest.mark.parametrize(("ending", "subtype", "rate", "channels"), KINDS)
def test_after_a_seek_the_first_sample_is_the_asked_one(
    tmp_path: Path, ending: str, subtype: str, rate: int, channels: int
) -> None:
    path = tmp_path / f"call.{ending}"
    with opened(sweep(path, LENGTH, rate=rate, channels=channels, subtype=subtype)) as recording:
        for asked in (11.3, 0.0, 0.02, 19.5, 3.777, 3.7, 19.0):
            pieces = list(recording.passage(samples(asked), samples(asked + 0.4), 1.0, RATE))
            assert pieces[0].at == samples(asked)
            # The pitch of 50 ms tells the time of its middle.
            told = told_time(heard(pieces)[480:2880, 0])
            assert told is not None
            assert abs(told - 0.035 - asked) < 0.010, asked


def test_a_recording_without_an_index_is_entered_as_exactly(tmp_path: Path) -> None:
    path = sweep(tmp_path / "call.mp3", LENGTH, rate=44_100)
    content = path.read_bytes()
    first = content.find(b"\xff\xfb", content.find(b"Info") + 4) if b"Info" in content else 0
    path.write_bytes(content[max(first, 0) :])
    with opened(path) as whole:
        everything = heard(list(whole.passage(0, None, 1.0, 44_100)))
        for asked in (15.0, 2.5, 19.0):
            part = heard(list(whole.passage(samples(asked), samples(asked + 0.5), 1.0, 44_100)))
            at = round(asked * 44_100)
            assert np.max(np.abs(part[300:-300] - everything[at + 300 : at + len(part) - 300])) < 0.001


@pytest.mark.parametrize("speed", [0.75, 1.25, 1.5, 2.0])
def test_at_every_speed_the_place_told_is_the_one_heard(tmp_path: Path, speed: float) -> None:
    with opened(sweep(tmp_path / "call.wav", LENGTH)) as recording:
        pieces = list(recording.passage(samples(5.0), samples(15.0), speed, RATE))
        assert abs(len(heard(pieces)) / RATE * speed - 10.0) < 0.1
        for piece in pieces[2:-2]:
            if len(piece.sound) >= 2400:
                told, middle = told_time(piece.sound[:2400, 0]), piece.after(1200)
                assert told is not None and middle is not None
                assert abs(told - middle / 16_000) < 0.030


def test_each_ear_hears_both_sides_and_its_own_louder(tmp_path: Path) -> None:
    rate = 16_000
    t = np.arange(rate) / rate
    both = np.stack([np.sin(2 * np.pi * 400 * t), np.sin(2 * np.pi * 1000 * t)], axis=1)
    soundfile.write(tmp_path / "call.wav", both, rate)
    with opened(tmp_path / "call.wav") as recording:
        ears = heard(list(recording.passage(0, None, 1.0, rate)))
    assert np.max(np.abs(ears)) <= 1.0
    spectrum = np.abs(np.fft.rfft(ears, axis=0))
    assert spectrum[400, 0] > 1.9 * spectrum[1000, 0] > 100
    assert spectrum[1000, 1] > 1.9 * spectrum[400, 1] > 100


def test_a_single_channel_is_heard_in_both_ears(tmp_path: Path) -> None:
    with opened(sweep(tmp_path / "call.wav", 1.0, channels=1)) as recording:
        ears = heard(list(recording.passage(0, None, 1.0, 16_000)))
        assert np.array_equal(ears[:, 0], ears[:, 1]) and np.max(np.abs(ears)) > 0.45


def test_passages_follow_each_other_without_a_click(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    soundfile.write(path, np.full((16_000, 2), 0.5), 16_000)
    with opened(path) as recording:
        once = heard(list(recording.passage(4_000, 8_000, 1.0, 16_000)))
        assert len(once) == 4_000
        twice = np.concatenate([once, once])[:, 0]
        assert np.max(np.abs(np.diff(twice))) < 0.01
        assert np.all(once[80:-80] == np.float32(0.5))  # 5 ms at each end


def test_past_the_end_there_is_nothing(tmp_path: Path) -> None:
    with opened(sweep(tmp_path / "call.flac", 2.0)) as recording:
        assert recording.length == samples(2.0)
        assert list(recording.passage(samples(2.0), None, 1.0, RATE)) == []
        last = list(recording.passage(samples(1.99), None, 1.0, 16_000))
        assert len(heard(last)) == samples(0.01)


def filled(queue: Queue, at: float | None, frames: int, step: float = 1.0) -> None:
    queue.put(Piece(np.full((frames, 2), 0.5, np.float32), at, step))


def taken(queue: Queue, frames: int, delay_s: float = 0.0) -> NDArray[np.float32]:
    room = np.ones((frames, 2), np.float32)
    queue.take(room, delay_s)
    return room[:, 0]


def test_what_is_heard_is_what_was_taken_less_what_the_device_still_holds() -> None:
    queue = Queue(16_000)
    filled(queue, 1_000.0, 8_000, step=1.5)
    assert queue.heard() is None
    taken(queue, 320, delay_s=60.0)
    at, when = queue.heard() or (0.0, 0.0)
    assert at == 1_000.0
    assert when == pytest.approx(time.monotonic() + 60.0, abs=5.0)
    taken(queue, 320, delay_s=-0.010)
    now, _ = queue.heard() or (0.0, 0.0)
    assert 1_000 + 480 * 1.5 <= now <= 1_000 + 640 * 1.5
    assert not queue.silent()


def test_where_nothing_waits_silence_is_played_and_nothing_moves() -> None:
    queue = Queue(16_000)
    filled(queue, 0.0, 100)
    assert taken(queue, 320, delay_s=-60.0).tolist() == [0.5] * 100 + [0.0] * 220
    assert (queue.heard() or ())[:1] == (100.0,)
    assert queue.silent()


def test_what_is_dropped_fades_out_and_is_gone_on_with_later() -> None:
    queue = Queue(16_000)
    filled(queue, 1_000.0, 50)
    filled(queue, 1_050.0, 5_000)
    assert queue.drop() == 1_080.0  # 5 ms
    assert queue.waiting_s == pytest.approx(0.005)
    tail = taken(queue, 100)
    assert tail[0] == np.float32(0.5) and np.all(np.diff(tail[:81]) < 0) and not tail[80:].any()
    assert queue.drop() is None


def test_what_waits_behind_silence_is_not_left_out() -> None:
    queue = Queue(16_000)
    queue.put(Piece(np.zeros((640, 2), np.float32), None))
    filled(queue, 1_000.0, 5_000)
    taken(queue, 320)
    assert queue.drop() == 1_000.0


def test_what_fades_out_on_the_way_to_another_place_does_not_count_as_heard() -> None:
    queue = Queue(16_000)
    filled(queue, 1_000.0, 5_000)
    taken(queue, 320)
    queue.drop(elsewhere=True)
    assert queue.heard() is None
    filled(queue, 90_000.0, 5_000)
    taken(queue, 320)
    now, _ = queue.heard() or (0.0, 0.0)
    assert now >= 90_000.0


def test_every_trouble_says_what_to_do() -> None:
    for sentence in (output.NO_OUTPUT, output.NO_SERVER, output.NO_LIBRARY, output.REFUSED):
        assert sentence.endswith(".") and ";" in sentence
