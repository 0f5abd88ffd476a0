"""A bug of ours: a report on this computer, a calm word, and the window goes on."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.ui.trouble import Trouble


@pytest.fixture
def trouble(qapp: QApplication) -> Iterator[Trouble]:
    """What catches everything, for as long as the test lasts."""
    before = sys.excepthook, threading.excepthook, qInstallMessageHandler(None)
    made = Trouble(qapp)
    made.catch_all()
    yield made
    sys.excepthook, threading.excepthook = before[:2]
    qInstallMessageHandler(before[2])
    for box in boxes():
        box.close()
    made.deleteLater()


def boxes() -> list[QMessageBox]:
    return [box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]


def fail() -> None:
    raise RuntimeError("the card number is 1234")


@pytest.mark.parametrize("where", ["slot", "thread"])
def test_a_bug_is_reported_once_without_what_was_said(
    trouble: Trouble, qtbot: QtBot, home: Path, where: str
) -> None:
    for _ in range(3):
        if where == "slot":
            trouble._uncaught(*_raised())
        else:
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    QApplication.processEvents()
    (report,) = (home / "crashes").iterdir()
    (box,) = boxes()
    told = box.text() + box.informativeText()
    assert str(report) in told
    for text in (told, report.read_text(encoding="utf-8")):
        assert "1234" not in text
        assert "Traceback" not in text


def test_a_bug_in_a_slot_of_qt_comes_here_too(trouble: Trouble, qtbot: QtBot, home: Path) -> None:
    seen: list[type[BaseException]] = []
    caught = sys.excepthook

    def watch(*raised: object) -> None:
        seen.append(raised[0])  # type: ignore[arg-type]
        caught(*raised)  # type: ignore[arg-type]

    sys.excepthook = watch
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: seen == [RuntimeError])
    qtbot.waitUntil(lambda: len(boxes()) == 1)


@pytest.mark.parametrize("end", [SystemExit(0), None])
def test_a_thread_that_ends_by_itself_is_no_bug(
    trouble: Trouble, home: Path, end: BaseException | None
) -> None:
    threading.excepthook(threading.ExceptHookArgs((type(end), end, None, None)))
    QApplication.processEvents()
    assert boxes() == [] and not (home / "crashes").exists()


def test_a_folder_that_cannot_be_written_is_said(trouble: Trouble, home: Path) -> None:
    home.parent.mkdir(exist_ok=True)
    home.write_text("", encoding="utf-8")
    trouble.tell(_raised()[1])
    (box,) = boxes()
    assert "No report could be written" in box.informativeText()


def _raised() -> tuple[type[BaseException], BaseException, object]:
    try:
        fail()
    except RuntimeError as fault:
        return type(fault), fault, fault.__traceback__
    raise AssertionError
