"""A fault of the product's own: one line, a report on this machine, and nothing of what was said."""

from pathlib import Path

import pytest
import soundfile

from app import bootstrap, cli
from app.domain.timeline import RATE
from app.errors import KnownError

SAMPLE_CALL = Path(__file__).parents[2] / "resources" / "sample_call" / "complaint.flac"

SECRET = "the customer's own words"


def fails(*_: object, **__: object) -> None:
    raise RuntimeError(SECRET) from ValueError(SECRET)


def test_a_fault_of_ours_is_reported_without_a_word_that_was_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(bootstrap, "review_recording", fails)
    assert cli._run(["review", "call.wav"]) == 1
    out, err = capsys.readouterr()
    (kept,) = (tmp_path / "home" / "crashes").iterdir()
    assert out == "" and len(err.splitlines()) == 1
    assert str(kept) in err and SECRET not in err
    told = kept.read_text(encoding="utf-8")
    assert "builtins.RuntimeError" in told and "in fails" in told and "Evenkeel" in told
    assert SECRET not in told and "words" not in told


def test_a_fault_of_ours_in_the_midst_of_a_review_tells_nothing_of_the_call(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # The report's own words are in the message of whatever goes wrong while it is shown.
    def breaks(report: object, *_: object) -> str:
        assert "waited" in repr(report)
        raise LookupError(repr(report))

    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(cli.page, "html", breaks)
    sound, rate = soundfile.read(SAMPLE_CALL, start=12 * RATE, frames=8 * RATE)
    soundfile.write(tmp_path / "call.wav", sound, rate)
    assert cli._run(["review", str(tmp_path / "call.wav"), "--html", str(tmp_path / "call.html")]) == 1
    out, err = capsys.readouterr()
    (kept,) = (tmp_path / "home" / "crashes").iterdir()
    told = kept.read_text(encoding="utf-8")
    assert "LookupError" in told
    for word in ("Tuesday", "waited", "delivered"):
        assert word not in told + out + err


def test_a_fault_of_ours_that_cannot_be_kept_is_still_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "home").write_text("a file where the folder should be")
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(bootstrap, "review_recording", fails)
    assert cli._run(["review", "call.wav"]) == 1
    _, err = capsys.readouterr()
    assert len(err.splitlines()) == 1 and "no report of it could be written" in err and SECRET not in err


def test_the_worlds_faults_leave_no_crash_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuses(*_: object) -> None:
        raise KnownError("The disk is full; make room.")

    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(bootstrap, "review_recording", refuses)
    assert cli._run(["review", "call.wav"]) == 2
    assert capsys.readouterr().err == "The disk is full; make room.\n"
    assert not (tmp_path / "home").exists()
