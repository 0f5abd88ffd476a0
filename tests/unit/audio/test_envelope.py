"""The envelope of a recording: every bin the loudest sample of its 10 ms, whatever the file is made of."""

from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from app.audio.envelope import BIN, FRAME, CannotRead, Envelope, WholeRead, envelopes, run
from app.speech.levels import levels


def whole(path: Path) -> tuple[NDArray[np.uint8], NDArray[np.float32], int]:
    parts = list(envelopes(path))
    peaks = np.concatenate([part.peaks for part in parts])
    return peaks, np.concatenate([part.levels for part in parts]), parts[-1].end


def written(path: Path, sound: NDArray[np.float64], rate: int = 16_000) -> Path:
    soundfile.write(path, sound, rate, subtype="FLOAT" if path.suffix == ".wav" else None)
    return path


def test_each_bin_is_the_root_of_the_loudest_sample_of_its_10_ms(tmp_path: Path) -> None:
    sound = np.random.default_rng(1).normal(0, 0.2, (16_000 * 17 + 100, 2)).clip(-1, 1)
    peaks, _, end = whole(written(tmp_path / "call.wav", sound))
    assert end == len(sound)
    padded = np.pad(np.abs(sound), ((0, -len(sound) % BIN), (0, 0)))
    loudest = padded.reshape(-1, BIN, 2).max(axis=1)
    assert np.array_equal(peaks, np.rint(255 * np.sqrt(loudest)).astype(np.uint8))


def test_the_levels_are_those_the_hints_rest_on(tmp_path: Path) -> None:
    sound = np.random.default_rng(2).normal(0.05, 0.1, (16_000 * 9, 1)).clip(-1, 1)
    _, found, _ = whole(written(tmp_path / "call.wav", sound))
    frames = sound[: len(sound) // FRAME * FRAME, 0].astype(np.float32).reshape(-1, FRAME)
    assert np.max(np.abs(found[: len(frames), 0] - levels(frames).max(axis=1))) < 0.01


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 44_100, 48_000, 192_000])
@pytest.mark.parametrize("ending", ["wav", "flac"])
def test_a_click_is_in_the_bin_of_its_time_at_every_rate(tmp_path: Path, rate: int, ending: str) -> None:
    sound = np.zeros((rate * 10, 2))
    sound[round(rate * 9.123), 1] = 0.25
    peaks, found, end = whole(written(tmp_path / f"call.{ending}", sound, rate))
    assert (end, len(peaks), len(found)) == (160_000, 1000, 313)
    assert np.flatnonzero(peaks[:, 1]).tolist() == [912]
    assert abs(int(peaks[912, 1]) - 128) <= 1
    assert not peaks[:, 0].any()
    assert int(np.argmax(found[:, 1])) == round(9.123 * 16_000) // FRAME


class Told:
    def __init__(self) -> None:
        self.answers: list[object] = []

    def receive(self) -> bytes | None:
        return None

    def send(self, answer: object) -> None:
        self.answers.append(answer)


def test_a_recording_is_told_piece_by_piece_and_then_that_it_is_whole(tmp_path: Path) -> None:
    told = Told()
    run(told, written(tmp_path / "call.wav", np.zeros((16_000 * 20, 1))))
    *parts, last = told.answers
    assert isinstance(last, WholeRead)
    assert [part.end for part in parts if isinstance(part, Envelope)] == [128_000, 256_000, 320_000]


def test_what_cannot_be_read_says_so_in_the_recordings_own_sentence(tmp_path: Path) -> None:
    told = Told()
    run(told, tmp_path / "call.wav")
    assert told.answers == [
        CannotRead(f"There is no file {tmp_path / 'call.wav'}; check the name and the folder.")
    ]
