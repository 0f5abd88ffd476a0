"""The window in a language that is none: every text has been translated, and has its room."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.language import speak, tr, trn
from app.ui.pieces.parts import button
from app.ui.window import Window
from tests.ui.pseudo import plain_words, pseudo, untranslated
from tests.ui.stops import STATES, Stop
from tests.ui.walk import fitted


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    speak(pseudo, partial(speak, pseudo))
    yield
    speak()


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("name", STATES)
def test_every_text_is_translated_and_has_its_room(
    name: str, home: Path, show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    state = STATES[name]
    state.prepare(home)
    window = show_window()
    found: dict[str, str] = {}

    def looked_at() -> Iterator[Stop]:
        for stop, shown in state.stops(window, qtbot):
            for fault in untranslated(shown):
                found.setdefault(fault, stop)
            yield stop, shown

    flaws = fitted(window, qtbot, looked_at)
    flaws += [f"{fault} ({stop})" for fault, stop in found.items()]
    assert not flaws, "\n".join(("", *flaws))


@pytest.mark.usefixtures("pseudo_language")
def test_what_goes_through_the_translation_is_longer_and_keeps_what_is_filled_in() -> None:
    assert tr("Start the call") == "[Šţåŕţ ţhé çåll öñé ţ]"
    assert tr("{name} is {size:.1f} MB", name="Vosk", size=40.0).startswith("[Vosk íš 40.0 MB")
    assert trn("1 file", "{n} files", 3).startswith("[3 fíléš")
    assert len(pseudo("Incomprehensibilities are told")) >= 1.4 * len("Incomprehensibilities are told")


@pytest.mark.usefixtures("pseudo_language")
def test_a_text_that_was_left_out_is_told(qtbot: QtBot) -> None:
    shown = QWidget()
    column = QVBoxLayout(shown)
    column.addWidget(button(tr("Translated")))
    column.addWidget(QPushButton("Not seen"))
    qtbot.addWidget(shown)
    shown.show()
    assert list(untranslated(shown)) == [
        "QPushButton \"Not seen\": its text has Not, seen: 'Not seen'",
    ]


@pytest.mark.parametrize(
    "text", ["42 %", "0:38", "Evenkeel", "Ctrl+Shift+S", "/home/someone/a.wav", "Complaint"]
)
def test_names_numbers_keys_and_content_need_no_translation(text: str) -> None:
    assert plain_words(text) == ()
