"""Files are asked for in one way, offered under a name that every system takes, and written whole or not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.pieces import files


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("Call of 12 May, 14:05", "Call of 12 May, 14-05"),
        ('a<b>c:d"e/f\\g|h?i*j', "a-b-c-d-e-f-g-h-i-j"),
        ("parcel.flac", "parcel.flac"),
        ("..", "Evenkeel"),
        ("", "Evenkeel"),
        ("nul", "nul-"),
        ("Com1.wav", "Com1.wav-"),
        ("console", "console"),
        (" ends in dots ... ", "ends in dots"),
        ("x" * 400, "x" * files.LONGEST_NAME),
    ],
)
def test_a_name_is_one_every_system_takes(name: str, offered: str) -> None:
    assert files.safe_name(name) == offered


@given(st.text())
def test_any_name_becomes_one_that_can_be_written(name: str) -> None:
    offered = files.safe_name(name)
    assert offered and offered == files.safe_name(offered)
    assert not set(offered) & set('<>:"/\\|?*\0\n') and offered[-1] not in " ."
    assert offered.encode()


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def asked(page: QWidget) -> QFileDialog:
    (dialog,) = page.findChildren(QFileDialog)
    return dialog


def test_a_place_to_save_has_a_name_with_its_ending(page: QWidget, qtbot: QtBot, tmp_path: Path) -> None:
    chosen: list[Path] = []
    files.ask_to_save(page, "Save it", "12:30 call.wav", "PDF (*.pdf)", chosen.append)
    dialog = asked(page)
    assert [Path(each).name for each in dialog.selectedFiles()] == ["12-30 call.wav.pdf"]
    assert dialog.windowTitle() == "Save it" and dialog.defaultSuffix() == "pdf"
    dialog.fileSelected.emit(str(tmp_path / "x.pdf"))
    dialog.reject()
    qtbot.waitUntil(lambda: not page.findChildren(QFileDialog))
    assert chosen == [tmp_path / "x.pdf"]


def test_of_several_kinds_the_chosen_one_gives_the_ending(page: QWidget) -> None:
    files.ask_to_save(page, "Save it", "calls", "Page (*.html);;Table (*.csv)", print)
    dialog = asked(page)
    assert dialog.defaultSuffix() == "html"
    dialog.filterSelected.emit("Table (*.csv)")
    assert dialog.defaultSuffix() == "csv"
    dialog.reject()


def test_one_file_or_many_are_opened(page: QWidget, qtbot: QtBot) -> None:
    one: list[Path] = []
    files.ask_to_open(page, "Open", "Sound (*.wav *.flac)", one.append)
    assert asked(page).fileMode() is QFileDialog.FileMode.ExistingFile
    asked(page).fileSelected.emit("/a.wav")
    asked(page).reject()
    qtbot.waitUntil(lambda: not page.findChildren(QFileDialog))
    many: list[list[Path]] = []
    files.ask_to_open(page, "Open", "Sound (*.wav *.flac)", many.append, many=True)
    assert asked(page).fileMode() is QFileDialog.FileMode.ExistingFiles
    asked(page).filesSelected.emit(["/a.wav", "/b.wav"])
    asked(page).reject()
    assert one == [Path("/a.wav")] and many == [[Path("/a.wav"), Path("/b.wav")]]


def test_a_folder_is_asked_for(page: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    files.ask_for_folder(page, "Into a folder", chosen.append)
    assert asked(page).fileMode() is QFileDialog.FileMode.Directory
    asked(page).fileSelected.emit(str(tmp_path))
    asked(page).reject()
    assert chosen == [tmp_path]


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    told: list[str] = []
    assert files.write(tmp_path / "here.txt", b"whole", told.append) and not told
    assert (tmp_path / "here.txt").read_bytes() == b"whole"
    assert not files.write(tmp_path / "nowhere" / "here.txt", b"whole", told.append)
    assert told[0].startswith("here.txt could not be written (") and "Choose another folder" in told[0]
    assert [each.name for each in tmp_path.iterdir()] == ["here.txt"]
