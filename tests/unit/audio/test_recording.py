import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.audio.recording import RecordingSource
from app.errors import KnownError
from tests.unit.audio.tones import (
    LEFT_HZ,
    LEFT_PEAK,
    RIGHT_HZ,
    RIGHT_PEAK,
    pitch_and_peak,
    play,
    record,
    tones,
)

KINDS = [
    ("wav", "PCM_U8", 8_000),
    ("wav", "ULAW", 8_000),
    ("wav", "ALAW", 8_000),
    ("wav", "PCM_16", 11_025),
    ("wav", "PCM_16", 16_000),
    ("wav", "PCM_16", 44_100),
    ("wav", "PCM_24", 48_000),
    ("wav", "PCM_32", 96_000),
    ("wav", "FLOAT", 44_100),
    ("wav", "DOUBLE", 192_000),
    ("rf64", "PCM_16", 32_000),
    ("flac", "PCM_S8", 8_000),
    ("flac", "PCM_16", 44_100),
    ("flac", "PCM_24", 192_000),
    ("ogg", "VORBIS", 8_000),
    ("ogg", "VORBIS", 44_100),
    ("ogg", "OPUS", 48_000),
    ("mp3", "MPEG_LAYER_III", 8_000),
    ("mp3", "MPEG_LAYER_III", 16_000),
    ("mp3", "MPEG_LAYER_III", 44_100),
    ("mp3", "MPEG_LAYER_III", 48_000),
]


LOSSY = ("VORBIS", "OPUS", "MPEG_LAYER_III")


def decibels(ratio: float) -> float:
    return float(20 * np.log10(ratio))


@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize(("ending", "subtype", "rate"), KINDS)
def test_every_kind_keeps_pitch_level_length_and_side(
    tmp_path: Path, ending: str, subtype: str, rate: int, channels: int
) -> None:
    path = record(tmp_path / f"call.{ending}", rate=rate, channels=channels, subtype=subtype)
    with RecordingSource(path) as source:
        assert (source.kind, source.sample_rate, source.channels) == ("recording", rate, channels)
    agent, customer = play(path)
    assert len(agent) == 32_000
    kept_within = 0.4 if subtype in LOSSY else 0.2  # dB; their coders are no closer
    pitch, peak = pitch_and_peak(agent)
    assert pitch == LEFT_HZ
    assert abs(decibels(peak / LEFT_PEAK)) < kept_within
    assert (customer is None) == (channels == 1)
    if customer is not None:
        pitch, peak = pitch_and_peak(customer)
        assert pitch == RIGHT_HZ
        assert abs(decibels(peak / RIGHT_PEAK)) < kept_within


@pytest.mark.parametrize(("subtype", "channels"), [("GSM610", 1), ("IMA_ADPCM", 2), ("MS_ADPCM", 2)])
def test_the_codings_of_call_recorders_are_read(tmp_path: Path, subtype: str, channels: int) -> None:
    agent, _ = play(record(tmp_path / "call.wav", rate=8_000, channels=channels, subtype=subtype))
    assert 32_000 <= len(agent) < 33_100  # they end on a whole packet
    pitch, peak = pitch_and_peak(agent)
    assert pitch == LEFT_HZ
    assert abs(decibels(peak / LEFT_PEAK)) < 0.5


def test_the_agent_may_be_on_the_right(tmp_path: Path) -> None:
    path = record(tmp_path / "call.wav")
    left, right = play(path)
    agent, customer = play(path, agent="right")
    assert right is not None and customer is not None
    assert np.array_equal(agent, right) and np.array_equal(customer, left)


def test_a_single_channel_is_the_agents_whatever_side_was_named(tmp_path: Path) -> None:
    agent, customer = play(record(tmp_path / "call.wav", channels=1), agent="right")
    assert customer is None and pitch_and_peak(agent)[0] == LEFT_HZ


def test_sound_at_16_khz_and_16_bits_comes_through_bit_by_bit(tmp_path: Path) -> None:
    pcm = np.random.default_rng(1).integers(-32768, 32768, (20_001, 2)).astype(np.int16)
    soundfile.write(tmp_path / "call.wav", pcm, 16_000)
    agent, customer = play(tmp_path / "call.wav")
    assert np.array_equal(agent, pcm[:, 0])
    assert np.array_equal(customer, pcm[:, 1])


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
def test_resampling_piece_by_piece_equals_resampling_at_once(tmp_path: Path, rate: int) -> None:
    noise = np.random.default_rng(2).normal(0, 0.1, rate * 3 + 7).astype(np.float32)
    soundfile.write(tmp_path / "call.wav", noise, rate, subtype="FLOAT")
    agent, _ = play(tmp_path / "call.wav")
    whole = soxr.resample(noise, rate, 16_000)
    assert len(agent) == len(whole)
    assert np.max(np.abs(agent - whole * 32768)) <= 1


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 44_100, 96_000, 192_000])
def test_a_click_stays_at_its_time(tmp_path: Path, rate: int) -> None:
    sound = np.zeros(rate * 2)
    sound[round(rate * 1.25)] = 0.9
    soundfile.write(tmp_path / "call.wav", sound, rate)
    agent, _ = play(tmp_path / "call.wav")
    assert abs(int(np.argmax(np.abs(agent))) - 20_000) <= 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    frames=st.integers(1, 40_000),
    rate=st.sampled_from([8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 192_000])
    | st.integers(8_000, 192_000),
    channels=st.integers(1, 2),
)
def test_the_length_is_exact(tmp_path: Path, frames: int, rate: int, channels: int) -> None:
    path = tmp_path / "call.wav"
    soundfile.write(path, np.zeros((frames, channels)), rate)
    length = int(frames * 16_000 / rate + 0.5)
    if length == 0:
        assert "holds no sound" in refusal(path)
    else:
        assert len(play(path)[0]) == length


def test_sound_outside_full_scale_is_clipped_and_never_wraps(tmp_path: Path) -> None:
    loud = np.repeat([3.0, -3.0, np.inf, -np.inf, np.nan, 1.0, -1.0, 0.5], 100).astype(np.float32)
    soundfile.write(tmp_path / "call.wav", loud, 16_000, subtype="FLOAT")
    agent, _ = play(tmp_path / "call.wav")
    assert agent[::100].tolist() == [32767, -32768, 32767, -32768, 0, 32767, -32768, 16384]


@pytest.mark.parametrize("rate", [8_000, 44_100])
def test_one_broken_number_does_not_spoil_what_follows(tmp_path: Path, rate: int) -> None:
    sound = tones(rate, 3.0, 1).astype(np.float32)
    sound[100] = np.nan
    sound[200] = np.inf
    soundfile.write(tmp_path / "call.wav", sound, rate, subtype="FLOAT")
    agent, _ = play(tmp_path / "call.wav")
    assert abs(decibels(pitch_and_peak(agent)[1] / LEFT_PEAK)) < 0.2


def put(content: bytes | bytearray, at: int, piece: bytes) -> bytes:
    return bytes(content[:at]) + piece + bytes(content[at + len(piece) :])


@pytest.mark.parametrize("riff", [b"\0\0\0\0", b"\x24\0\0\0", b"\xff\xff\xff\xff"])
@pytest.mark.parametrize("data", [b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x00\xf0\xff\x7f"])
def test_a_wav_that_was_streamed_or_never_finished_is_read_to_its_end(
    tmp_path: Path, riff: bytes, data: bytes
) -> None:
    path = record(tmp_path / "call.wav", rate=8_000)
    content = put(path.read_bytes(), 4, riff)
    path.write_bytes(put(content, content.index(b"data") + 4, data))
    agent, customer = play(path)
    assert len(agent) == 32_000
    assert customer is not None and pitch_and_peak(customer)[0] == RIGHT_HZ


def test_a_wav_of_the_other_byte_order_is_read(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    soundfile.write(path, tones(16_000, 2.0), 16_000, subtype="PCM_16", endian="BIG")
    assert path.read_bytes()[:4] == b"RIFX"
    assert pitch_and_peak(play(path)[0])[0] == LEFT_HZ
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert refusal(path) == f"call.wav {INCOMPLETE}"


def test_a_flac_that_names_no_length_is_read_to_its_end(tmp_path: Path) -> None:
    path = record(tmp_path / "call.flac", rate=48_000)
    content = path.read_bytes()
    path.write_bytes(put(content, 21, bytes([content[21] & 0xF0, 0, 0, 0, 0])))  # 36 bits of total samples
    with RecordingSource(path) as source:
        assert source.duration_s is None
        assert sum(len(block.agent) for block in source.blocks()) == 32_000
        assert source.duration_s == 2.0


def without_length(path: Path) -> Path:
    """Make a bare stream of an MP3, as programs write it into a pipe: without the tag in its first frame."""
    content = path.read_bytes()
    assert 0 < content.find(b"Xing") < 64
    path.write_bytes(content[content.index(content[:2], 64) :])
    return path


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("channels", [1, 2])
@pytest.mark.parametrize("tag", [b"", b"TAG" + b"\0" * 125, b"APETAGEX" + b"\xff\xfb" * 5000])
def test_an_mp3_that_names_no_length_is_read_to_its_end(
    tmp_path: Path, rate: int, channels: int, tag: bytes
) -> None:
    sound = tones(rate, 12.0, channels)
    sound[: rate * 4] = np.random.default_rng(5).normal(0, 0.3, (rate * 4, channels))  # dense, then sparse
    soundfile.write(tmp_path / "call.mp3", sound, rate)
    path = without_length(tmp_path / "call.mp3")
    path.write_bytes(path.read_bytes() + tag)
    with RecordingSource(path) as source:
        assert source.duration_s == pytest.approx(12.0, abs=0.2)
    agent, customer = play(path)
    assert len(agent) / 16_000 == pytest.approx(12.0, abs=0.2)
    assert pitch_and_peak(agent[-48_000:])[0] == LEFT_HZ
    assert (customer is None) == (channels == 1)


def test_an_mp3_with_a_title_in_front_is_read(tmp_path: Path) -> None:
    path = record(tmp_path / "call.mp3", rate=44_100)
    path.write_bytes(b"ID3\x04\0\0\0\0\x02\x00" + b"\0" * 256 + path.read_bytes())
    assert len(play(path)[0]) == 32_000


def test_a_wav_with_other_chunks_around_its_sound_is_read(tmp_path: Path) -> None:
    path = record(tmp_path / "call.wav")
    content = path.read_bytes()
    sound = content.index(b"data")
    odd = b"note\x03\0\0\0abc\0"
    content = content[:sound] + odd + content[sound:] + odd
    path.write_bytes(put(content, 4, (len(content) - 8).to_bytes(4, "little")))
    assert len(play(path)[0]) == 32_000


def test_the_length_is_known_before_reading(tmp_path: Path) -> None:
    for ending in ("wav", "flac", "ogg", "mp3"):
        with RecordingSource(record(tmp_path / f"call.{ending}", rate=44_100)) as source:
            assert source.duration_s == 2.0


# Bad input


def refusal(path: Path | str) -> str:
    """Give the sentence with which a recording is refused, at the start or at the end: always one line."""
    with pytest.raises(KnownError) as caught, RecordingSource(path) as source:
        for _ in source.blocks():
            pass
    sentence = str(caught.value)
    assert sentence.isprintable() and sentence.endswith(".")
    return sentence


NOT_A_RECORDING = (
    "call.wav is not a recording Evenkeel can read; export or convert it to WAV, FLAC, OGG or MP3."
)
INCOMPLETE = "is cut short or damaged, part of its sound is missing; copy or export the recording again."


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    missing = tmp_path / "no.wav"
    assert refusal(missing) == f"There is no file {missing}; check the name and the folder."
    assert refusal(tmp_path) == f"{tmp_path.name} is a folder; name one recording inside it."
    assert refusal("/dev/null") == "null is not a file; save the recording to a file first."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "call.wav is empty; copy or export the recording again."),
        (b"The customer called about a bill.\n" * 50, NOT_A_RECORDING),
        ("The customer called about a bill.\n".encode("utf-16"), NOT_A_RECORDING),
        (b"\0" * 5000, NOT_A_RECORDING),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, NOT_A_RECORDING),
        (b"\0\0\0\x20ftypM4A \0\0\0\0" + bytes(range(256)), NOT_A_RECORDING),
        (b"FORM\0\0\0\0AIFF" + bytes(500), NOT_A_RECORDING),
        (b"RIFF\0\0\0\0AVI LIST" + bytes(500), NOT_A_RECORDING),
        (b"R", NOT_A_RECORDING),
        (b"RIFF", f"call.wav {INCOMPLETE}"),
        (b"RIFF\xff\0\0\0WAVEfmt ", f"call.wav {INCOMPLETE}"),
        (b"OggS", f"call.wav {INCOMPLETE}"),
        (b"\xff\xfb\x90\x00", f"call.wav {INCOMPLETE}"),
        (
            b"fLaC" + bytes(40),
            "call.wav cannot be decoded, for its header is damaged or its coding is a rare one; "
            "export it again as a 16-bit WAV file.",
        ),
    ],
    ids=lambda value: repr(value[:8]) if isinstance(value, bytes) else "",
)
def test_what_holds_no_sound_is_refused_whatever_its_name(
    tmp_path: Path, content: bytes, sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for ending in ("wav", "mp3", "raw", "gsm"):
        path = tmp_path / f"call.{ending}"
        path.write_bytes(content)
        assert refusal(path) == sentence.replace("call.wav", path.name)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("ending", ["wav", "flac", "ogg", "mp3"])
@pytest.mark.parametrize("kept", [0.02, 0.1, 0.5, 0.75, 0.9])
def test_a_cut_recording_is_refused_before_any_work(
    tmp_path: Path, ending: str, kept: float, capfd: pytest.CaptureFixture[str]
) -> None:
    path = record(tmp_path / f"call.{ending}", rate=44_100)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(KnownError) as caught:
        RecordingSource(path)
    assert str(caught.value) == f"{path.name} {INCOMPLETE}"
    assert capfd.readouterr() == ("", "")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ending=st.sampled_from(["wav", "flac", "ogg", "mp3"]), kept=st.floats(0, 1, exclude_max=True))
def test_a_recording_cut_anywhere_is_refused_or_lacks_at_most_a_tenth_of_a_second(
    tmp_path: Path, ending: str, kept: float
) -> None:
    path = record(tmp_path / f"call.{ending}", rate=8_000, seconds=3.0)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    try:
        heard = len(play(path)[0])
    except KnownError:
        return
    assert heard >= 48_000 - 1_600


@pytest.mark.parametrize(
    ("ending", "sentence"),
    [
        ("flac", "call.flac is damaged, it cannot be decoded from"),
        ("ogg", "call.ogg is damaged, "),
        ("mp3", "call.mp3 is damaged, "),
    ],
)
def test_sound_damaged_on_the_way_is_refused_and_not_half_reviewed(
    tmp_path: Path, ending: str, sentence: str, capfd: pytest.CaptureFixture[str]
) -> None:
    path = record(tmp_path / f"call.{ending}", rate=44_100, seconds=20.0)
    content = path.read_bytes()
    noise = np.random.default_rng(3).bytes(len(content) // 4)
    path.write_bytes(put(content, len(content) // 2, noise))
    refused = refusal(path)
    assert refused.startswith(sentence)
    assert refused.endswith("; copy or export the recording again.")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("ending", ["wav", "ogg", "mp3"])
def test_no_frames_are_no_recording(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"call.{ending}"
    soundfile.write(path, np.zeros((0, 2)), 44_100)
    assert refusal(path) in (
        f"call.{ending} holds no sound, its length is zero; export the recording again.",
        f"call.{ending} is empty; copy or export the recording again.",
    )


def test_only_one_or_two_channels_are_read(tmp_path: Path) -> None:
    for ending in ("wav", "flac", "ogg"):
        path = tmp_path / f"call.{ending}"
        soundfile.write(path, np.zeros((16_000, 5)), 16_000)
        assert refusal(path) == (
            f"call.{ending} has 5 channels; Evenkeel reads one or two, agent and customer: export only these."
        )


@pytest.mark.parametrize("rate", [4_000, 7_999, 192_001, 384_000])
def test_only_rates_of_8_to_192_khz_are_read(tmp_path: Path, rate: int) -> None:
    path = tmp_path / "call.wav"
    soundfile.write(path, np.zeros(1000), rate)
    assert refusal(path) == (
        f"call.wav has {rate} samples a second; Evenkeel reads 8000 to 192000: "
        "export it again at a rate between them."
    )


def test_a_recording_that_may_not_be_read_is_refused(tmp_path: Path, as_a_stranger: None) -> None:
    path = tmp_path / "call.wav"
    assert refusal(path) == (
        "You may not read call.wav; ask for the right to, or copy it to a folder of your own."
    )


def test_a_name_of_two_lines_is_shown_on_one(tmp_path: Path) -> None:
    path = tmp_path / "first\nsecond\x1b[31m.wav"
    path.write_bytes(b"")
    assert refusal(path) == "first?second?[31m.wav is empty; copy or export the recording again."


def test_a_disk_that_fails_on_the_way_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class FailingDisk(io.FileIO):
        def readinto(self, buffer: object) -> int:
            if self.tell() > 100_000:
                raise OSError(5, "Input/output error")
            return super().readinto(buffer)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "open", lambda path, *_: io.BufferedReader(FailingDisk(path)))
    for ending in ("wav", "flac"):
        path = record(tmp_path / f"call.{ending}", rate=48_000, subtype="PCM_24")
        assert refusal(path) == (
            f"call.{ending} cannot be read (Input/output error); "
            "check the disk, or copy the file to this computer."
        )
    assert capfd.readouterr() == ("", "")


HEAR_AND_TELL_MEMORY = """
import resource, sys
from app.audio.recording import RecordingSource
with RecordingSource(sys.argv[1]) as source:
    for block in source.blocks():
        pass
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.parametrize(("ending", "subtype"), [("wav", "ULAW"), ("flac", "PCM_16")])
def test_memory_does_not_grow_with_the_length(tmp_path: Path, ending: str, subtype: str) -> None:
    def peak_kilobytes(minutes: int) -> int:
        path = tmp_path / f"{minutes}.{ending}"
        minute = tones(8_000, 60)
        with soundfile.SoundFile(path, "w", 8_000, 2, subtype) as file:
            for _ in range(minutes):
                file.write(minute)
        done = subprocess.run(
            [sys.executable, "-c", HEAR_AND_TELL_MEMORY, path], check=True, capture_output=True, text=True
        )
        return int(done.stdout)

    assert peak_kilobytes(30) - peak_kilobytes(3) < 3_000  # 30 min are 115,200 at 16 kHz
