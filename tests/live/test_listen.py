"""`listen` from the sound server to the report: the same call as `review` makes of the same sound."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import soundfile

from app.domain.timeline import RATE
from tests.pulse_server import PulseServer
from tests.voiced.calls import Timeline, voice

ROOT = Path(__file__).parents[2]

CALL = Timeline.from_text(
    """
    agent 0.6-3.0 good morning how can I help you today
    customer 3.4-8.6 my parcel was promised for monday and it never came and nobody told me why
    agent 7.4-11.0 I understand that must be annoying let me look for your order
    customer 11.5-14.0 it is the second time this month
    agent 14.5-18.0 I will send a new one today and call you tomorrow
    """
)

Line = dict[str, Any]


class Listen:
    """`listen` as a process, its lines read as they come."""

    def __init__(self, *options: str) -> None:
        command = [sys.executable, "main.py", "listen", "--events", "-", "--json", "-", *options]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        self.lines: list[Line] = []
        self._coming = self._read()

    def _read(self) -> Iterator[Line]:
        assert self.process.stdout
        for text in self.process.stdout:
            line = json.loads(text)
            self.lines.append(line)
            yield line

    def until(self, wanted: Callable[[Line], bool]) -> Line:
        """Read on to the line that is wanted; the process's end would fail the test."""
        return next(line for line in self._coming if wanted(line))

    def until_both_hear(self) -> None:
        missing = {"agent", "customer"}
        while missing:
            line = self.until(lambda line: line["type"] == "state" and line["state"] == "hearing")
            missing.discard(line["what"])

    def end(self, signal_number: int) -> Line:
        """Ask it to end, and give the report: its last line."""
        self.process.send_signal(signal_number)
        for _ in self._coming:
            pass
        _, told = self.process.communicate()
        assert self.process.returncode == 0, told
        assert "Traceback" not in told
        return self.lines.pop()

    def of(self, kind: str) -> list[Line]:
        return [line for line in self.lines if line["type"] == kind]


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    sound = voice(CALL).sound
    path = tmp_path / "call.wav"
    soundfile.write(path, sound, RATE, subtype="PCM_16")
    return path


def reviewed(recording: Path) -> Line:
    command = [sys.executable, "main.py", "review", str(recording), "--json", "-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, env={**os.environ})
    report: Line = json.loads(done.stdout)
    return report


def test_a_call_heard_live_is_the_call_that_review_hears(pulse_server: PulseServer, recording: Path) -> None:
    expected = reviewed(recording)
    listen = Listen("--agent", "left", "--customer", "right")
    listen.until_both_hear()
    assert pulse_server.play(recording, "call").wait() == 0
    report = listen.end(signal.SIGINT)

    assert report["source"]["kind"] == "live"
    assert report["gaps"] == []
    live, review = report["metrics"], expected["metrics"]
    assert live["talk_ratio"] == pytest.approx(review["talk_ratio"], abs=0.02)
    assert live["agent_talk_s"] == pytest.approx(review["agent_talk_s"], rel=0.03)
    assert live["interruptions"] == review["interruptions"]
    # Frames lie otherwise than in the review, so a short overlap at a threshold may get another label.
    assert {line["label"] for line in report["overlaps"]} >= {"interruption_success"}
    assert {line["speaker"] for line in report["transcript"]} == {"agent", "customer"}

    finals, snapshots = listen.of("final"), listen.of("snapshot")
    assert [line["text"] for line in finals] == [line["text"] for line in report["transcript"]]
    assert listen.of("partial")
    assert listen.of("overlap")
    assert len(snapshots) >= 3 * CALL.duration
    assert snapshots[-1]["talk_ratio"] == pytest.approx(live["talk_ratio"], abs=0.02)
    assert all(line["latency_ms"] > 0 for line in (*finals, *snapshots))
    assert listen.lines[-1]["type"] == "end"


def test_being_asked_to_terminate_ends_the_call_in_good_order_too(pulse_server: PulseServer) -> None:
    listen = Listen("--agent", "left", "--customer", "none", "--engine", "none")
    listen.until(lambda line: line["type"] == "snapshot" and line["t"] > 0.5)
    report = listen.end(signal.SIGTERM)
    assert report["separation"] == "mic-only"
    assert report["source"]["channels"] == 1
    assert report["source"]["duration_s"] > 0.5


def test_a_call_of_a_given_length_ends_by_itself(pulse_server: PulseServer) -> None:
    command = [sys.executable, "main.py", "listen", "--agent", "left", "--engine", "none"]
    command += ["--customer", "right", "--seconds", "1", "--json", "-"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert json.loads(done.stdout)["source"]["duration_s"] == pytest.approx(1.0, abs=0.5)


def test_a_wrong_name_is_refused_before_the_call_with_the_names_there_are(pulse_server: PulseServer) -> None:
    command = [sys.executable, "main.py", "listen", "--agent", "no-such-headset"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith('There is no input "no-such-headset"; choose one of ')
    assert done.stderr.count("\n") == 1


def test_devices_marks_the_defaults_of_both_sides_and_shows_a_level(pulse_server: PulseServer) -> None:
    listed = subprocess.run([sys.executable, "main.py", "devices"], cwd=ROOT, capture_output=True, text=True)
    assert "monitor" in listed.stdout
    assert re.search(r"Line +input +you ", listed.stdout)
    assert re.search(r"Monitor of Phone +monitor +the customer ", listed.stdout)
    meter = subprocess.Popen(
        [sys.executable, "main.py", "devices", "--level", "line"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert meter.stdout
    assert "no sound" in next(line for line in meter.stdout if "#" not in line and "opened" not in line)
    meter.send_signal(signal.SIGINT)
    meter.communicate()
    assert meter.returncode == 0


def test_two_sides_that_stay_silent_give_no_number(pulse_server: PulseServer) -> None:
    listen = Listen("--agent", "left", "--customer", "right", "--engine", "none")
    line = listen.until(lambda line: line["type"] == "snapshot" and line["t"] > 1.0)
    assert line["talk_ratio"] is None
    assert listen.end(signal.SIGINT)["metrics"]["talk_ratio"] is None
