"""A call whose model can't be used: it is heard all the same, and what is wrong is said."""

from pathlib import Path

import pytest
import soundfile

from app import bootstrap, paths
from app.bootstrap import LiveChoices, ReviewChoices
from app.domain.timeline import RATE
from app.errors import KnownError
from tests.vosk_models import FILES, SMALL, put

KOREAN = "vosk-model-small-ko-0.22"


@pytest.fixture(autouse=True)
def shared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give the folder of everybody's models, into which an English and a Korean one are being copied."""
    folders = tmp_path / "shared", tmp_path / "own"
    monkeypatch.setattr(paths, "model_folders", lambda: folders)
    for name in (SMALL, KOREAN):
        put(folders[0] / name, {"am/final.mdl": FILES["am/final.mdl"]})
    return folders[0]


@pytest.fixture
def call(tmp_path: Path) -> Path:
    sound, rate = soundfile.read(bootstrap.sample_call(), start=12 * RATE, frames=4 * RATE)
    soundfile.write(tmp_path / "call.wav", sound, rate)
    return tmp_path / "call.wav"


def warnings_of(call: Path, choices: ReviewChoices) -> tuple[str | None, list[str]]:
    """Review a call; give what recognised it and what was warned of."""
    warned: list[str] = []
    report, _ = bootstrap.review_recording(call, choices, lambda *_: None, warned.append)
    return report.engine and report.engine.name, warned


def test_the_timing_is_measured_where_nothing_else_is_there(call: Path) -> None:
    engine, warned = warnings_of(call, ReviewChoices(language="ko"))
    assert engine is None and len(warned) == 1
    assert f"{KOREAN} is not whole" in warned[0] and warned[0].endswith(" Only the timing is measured.")


def test_the_next_recogniser_is_used(call: Path) -> None:
    engine, warned = warnings_of(call, ReviewChoices())
    assert engine == "moonshine" and len(warned) == 1
    assert f"{SMALL} is not whole" in warned[0] and warned[0].endswith(" Until then tiny-en is used.")


def test_a_folder_that_can_not_be_looked_into_is_said(
    call: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "model_folders", lambda: (tmp_path / ("x" * 300), tmp_path / "own"))
    engine, warned = warnings_of(call, ReviewChoices(language="ko"))
    assert engine is None and len(warned) == 1
    assert "can't be looked into (File name too long)" in warned[0]


def test_a_call_begins() -> None:
    warned: list[str] = []
    bootstrap.practice_call(60.0, warned.append).close()
    assert [f"{SMALL} is not whole" in sentence for sentence in warned] == [True]


@pytest.mark.parametrize(
    ("engine", "model", "fits"),
    [("auto", None, True), ("none", SMALL, True), ("auto", SMALL, False), ("vosk", None, False)],
)
def test_only_what_was_asked_for_is_refused(engine: str, model: str | None, fits: bool) -> None:
    choices = LiveChoices(engine=engine, model=model)
    if fits:
        bootstrap.check(choices)
        return
    with pytest.raises(KnownError, match="is not whole"):
        bootstrap.check(choices)
