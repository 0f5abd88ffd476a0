"""The manifest of a model: every file counts, those that were added too."""

import errno
import json
import os
from pathlib import Path

import pytest

from app.speech import manifest
from app.speech.manifest import MANIFEST
from app.speech.unpacking import MOST_FILES
from app.speech.watch import Stopped, Watch
from tests.vosk_models import FILES, put


def test_what_is_written_is_read_and_fits(tmp_path: Path) -> None:
    written = manifest.write(put(tmp_path), "ko")
    assert manifest.read(tmp_path) == written
    assert set(written.files) == set(FILES) and written.language == "ko"
    assert manifest.first_wrong(tmp_path, written) is None


@pytest.mark.parametrize("file", FILES)
def test_a_changed_a_missing_and_an_unreadable_file_are_named(tmp_path: Path, file: str) -> None:
    written = manifest.write(put(tmp_path), None)
    (tmp_path / file).write_bytes(FILES[file][:-1] + b"?")
    assert manifest.first_wrong(tmp_path, written) == file
    (tmp_path / file).unlink()
    assert manifest.first_wrong(tmp_path, written) == file
    (tmp_path / file).mkdir()
    assert manifest.first_wrong(tmp_path, written) == file


@pytest.mark.parametrize("file", ["rescore/G.fst", "am/tree", "readme.txt"])
def test_a_file_that_was_added_is_named(tmp_path: Path, file: str) -> None:
    written = manifest.write(put(tmp_path), None)
    put(tmp_path, {file: b""})
    assert manifest.first_wrong(tmp_path, written) == file


@pytest.mark.parametrize("file", [".DS_Store", "am/Thumbs.db", "desktop.ini", "am/._final.mdl"])
def test_what_systems_leave_does_not_count(tmp_path: Path, file: str) -> None:
    written = manifest.write(put(tmp_path), None)
    put(tmp_path, {file: b"x"})
    assert manifest.first_wrong(tmp_path, written) is None
    assert file not in manifest.write(tmp_path, None).files


def test_a_link_and_a_pipe_are_named_and_not_waited_for(tmp_path: Path) -> None:
    written = manifest.write(put(tmp_path), None)
    (tmp_path / "graph" / "more").symlink_to(tmp_path / "am")
    assert manifest.first_wrong(tmp_path, written) == "graph/more"
    (tmp_path / "graph" / "more").unlink()
    (tmp_path / "am" / "final.mdl").unlink()
    os.mkfifo(tmp_path / "am" / "final.mdl")
    assert manifest.first_wrong(tmp_path, written) == "am/final.mdl"
    with pytest.raises(OSError):
        manifest.write(tmp_path, None)


def test_what_is_left_of_an_interrupted_one_does_not_count(tmp_path: Path) -> None:
    written = manifest.write(put(tmp_path), "ko")
    (tmp_path / f"{MANIFEST}.new").write_text('{"lang')
    assert manifest.first_wrong(tmp_path, written) is None
    assert manifest.write(tmp_path, "ko") == written
    assert not (tmp_path / f"{MANIFEST}.new").exists()


def test_nothing_is_written_through_a_link_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear all")
    put(tmp_path / "model")
    (tmp_path / "model" / f"{MANIFEST}.new").symlink_to(tmp_path / "letter")
    manifest.write(tmp_path / "model", "ko")
    assert (tmp_path / "letter").read_text() == "Dear all"


def test_where_it_can_not_be_written_the_one_before_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    written = manifest.write(put(tmp_path), "ko")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        manifest.write(tmp_path, "de")
    assert manifest.read(tmp_path) == written and not (tmp_path / f"{MANIFEST}.new").exists()


def test_what_is_too_long_or_would_never_end_is_not_read(tmp_path: Path) -> None:
    long = {"language": "en", "files": {f"{'x' * 200}/{n}": "0" * 64 for n in range(4000)}}
    (tmp_path / MANIFEST).write_text(json.dumps(long))
    with pytest.raises(ValueError):
        manifest.read(tmp_path)
    (tmp_path / MANIFEST).unlink()
    os.mkfifo(tmp_path / MANIFEST)
    with pytest.raises(ValueError):
        manifest.read(tmp_path)


def test_one_of_as_many_files_as_a_model_may_have_is_read(tmp_path: Path) -> None:
    held = {"language": "en", "files": {f"{'x' * 115}/{'y' * 111}{n}": "0" * 64 for n in range(MOST_FILES)}}
    (tmp_path / MANIFEST).write_text(json.dumps(held, indent=1))
    assert manifest.read(tmp_path) == manifest.Manifest(held["files"], "en")  # type: ignore[arg-type]


def test_a_folder_without_one_has_none(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) is None


@pytest.mark.parametrize(
    "held", ["", "{", "[1]", "7", '{"files": 1, "language": null}', '{"files": {"a": 1}, "language": null}']
)
def test_a_damaged_one_is_told(tmp_path: Path, held: str) -> None:
    (tmp_path / MANIFEST).write_text(held)
    with pytest.raises(ValueError):
        manifest.read(tmp_path)


def test_names_that_lead_elsewhere_are_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "model")
    (tmp_path / "secret").write_text("x")
    (tmp_path / "model" / MANIFEST).write_text(json.dumps({"files": {"../secret": "0"}, "language": None}))
    read = manifest.read(tmp_path / "model")
    assert read is not None and manifest.first_wrong(tmp_path / "model", read) in FILES


def test_the_bytes_are_counted_and_it_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    manifest.write(put(tmp_path), None, Watch(progress=lambda done, whole: told.append((done, whole))))
    whole = sum(map(len, FILES.values()))
    assert told[-1] == (whole, whole)
    with pytest.raises(Stopped):
        manifest.write(tmp_path, None, Watch(cancelled=lambda: True))
