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

from app.domain.journal import CallKind
from app.domain.timeline import RATE
from app.journal_access import PASSPHRASE_FILE, open_journal
from app.storage import calls
from app.storage.journal import Journal
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
        self.told = ""
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
        _, self.told = self.process.communicate()
        assert self.process.returncode == 0, self.told
        assert "Traceback" not in self.told
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


ONE_SIDE = ("--agent", "left", "--customer", "none", "--engine", "none")


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of its own, and a file with the passphrase of a journal that there is not yet."""
    (tmp_path / "passphrase").write_text("rather calm waters\n")
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setenv(PASSPHRASE_FILE, str(tmp_path / "passphrase"))
    return tmp_path


def heard(listen: Listen, t: float) -> float:
    """Wait until it has heard so many seconds; give how many it says."""
    return float(listen.until(lambda line: line["type"] == "snapshot" and line["t"] > t)["t"])


def test_a_call_that_is_to_be_kept_is_in_the_journal_at_its_end(
    pulse_server: PulseServer, recording: Path, diary: Path
) -> None:
    listen = Listen("--save", "--agent", "left", "--customer", "right")
    listen.until_both_hear()
    assert pulse_server.play(recording, "call").wait() == 0
    report = listen.end(signal.SIGINT)
    assert listen.told.splitlines()[-1] == (
        "The call is in your journal; what was said is kept until you have reflected on it."
    )
    journal = open_journal(None, create=False)
    (call,) = journal.read(lambda db: calls.recent(db, 10)).result()
    kept = journal.read(lambda db: calls.report(db, call.id)).result()
    journal.close()
    assert call.kind is CallKind.LIVE and not call.broken_off
    assert kept.as_dict() == report and kept.transcript


def test_killed_in_the_middle_a_call_can_be_finished_from_the_journal(
    pulse_server: PulseServer, diary: Path
) -> None:
    open_journal(None, create=True).close()
    listen = Listen(*ONE_SIDE)  # kept without being asked to, as the journal opens without asking
    t = heard(listen, 3.0)
    listen.process.kill()
    listen.process.communicate()
    journal = open_journal(None, create=False)
    (call,) = journal.read(calls.unfinished).result()
    assert call.source.duration_s > t - 2.0 and call.ended_at is None
    journal.write("call", lambda db: calls.finish_broken(db, call.id)).result()
    assert journal.read(calls.unfinished).result() == []
    journal.close()


def test_without_a_journal_or_with_no_wish_for_it_nothing_is_kept(
    pulse_server: PulseServer, diary: Path
) -> None:
    listen = Listen(*ONE_SIDE)
    heard(listen, 0.5)
    listen.end(signal.SIGINT)
    assert listen.told == "" and not (diary / "home" / "journal").exists()
    open_journal(None, create=True).close()
    listen = Listen(*ONE_SIDE, "--no-save")
    heard(listen, 0.5)
    listen.end(signal.SIGINT)
    assert listen.told == ""
    journal = open_journal(None, create=False)
    assert journal.read(lambda db: db.table("calls").count).result() == 0
    journal.close()


def test_a_journal_that_cannot_be_opened_is_a_warning_unless_it_was_asked_for(
    pulse_server: PulseServer, diary: Path
) -> None:
    in_use: Journal = open_journal(None, create=True)
    listen = Listen(*ONE_SIDE)
    heard(listen, 0.5)
    listen.end(signal.SIGINT)
    (line,) = listen.told.splitlines()
    assert line.startswith("This call is not kept. The journal is open in another Evenkeel")
    command = [sys.executable, "main.py", "listen", "--save", *ONE_SIDE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("The journal is open in another Evenkeel") and done.stderr.count("\n") == 1
    in_use.close()
