"""The first step of the first start: English at once, another language with its model, nothing at all."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import bootstrap, paths, policy
from app.errors import KnownError
from app.policy import Policy
from app.session.model_work import Reached
from app.settings import KeptSettings
from app.speech.catalogue import Offer
from app.speech.languages import LANGUAGES
from app.speech.store import Store
from app.speech.watch import Stage
from app.ui.first_start.first_start import FirstStart
from app.ui.first_start.language import AT_ONCE, GOES_ON, Language
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces import theme
from app.ui.settings import inputs
from app.ui.settings.model_words import ENGLISH_ONLY
from app.ui.settings.store_work import StoreWork
from app.ui.window import Window
from tests.model_server import Handler, ModelServer, sending_on, serving
from tests.pictures.models_pictures import Standing
from tests.ui import walk
from tests.ui.at_the_journal import PATIENCE_MS, shown
from tests.ui.room import flaws
from tests.ui.walk import unnamed
from tests.vosk_models import packed, put

GERMAN = "vosk-model-small-de-0.15"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip", GERMAN).read_bytes()) as running:
        yield running


@pytest.fixture
def own(home: Path) -> Path:
    """The user's own folder of models."""
    return paths.model_folders()[-1]


@pytest.fixture
def offer(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> Offer:
    """The one model that the catalogue offers, at the server on this computer."""
    made = Offer(GERMAN, "vosk", "de", server.url("de.zip"), "Apache-2.0", bytes=len(server.content))
    monkeypatch.setattr(bootstrap, "model_store", lambda: Store(paths.model_folders(), (made,)))
    return made


@pytest.fixture
def begin(
    home: Path, offer: Offer, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> Callable[[], FirstStart]:
    monkeypatch.setattr(inputs, "list_inputs", list)

    def start() -> FirstStart:
        settings = KeptSettings(home)
        made = FirstStart(settings, OpenJournal(folder=home / "journal"))
        qtbot.addWidget(made)
        made.resize(1024, 640)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.begin()
        return made

    return start


def language(first_start: FirstStart) -> Language:
    step = first_start.steps[0]
    assert isinstance(step, Language)
    return step


def speak(first_start: FirstStart, code: str, qtbot: QtBot) -> Language:
    """Choose a language, and wait until it is known what it needs."""
    step = language(first_start)
    place = step.choice.findData({"language": code})
    step.choice.setCurrentIndex(place)
    step.choice.activated.emit(place)
    walk.settle(first_start, qtbot)
    return step


def trickling(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Length=len(content), ETag='"v1"')
    handler.wfile.write(content[: len(content) // 2])
    handler.wfile.flush()
    handler.server.ended.wait()


def test_english_is_understood_at_once(begin: Callable[[], FirstStart]) -> None:
    step = language(begin())
    assert step.choice.currentText() == "English" and AT_ONCE in shown(step)
    assert not step.getting.isVisible()


def test_every_language_that_there_are_models_of_can_be_chosen_english_first(
    begin: Callable[[], FirstStart],
) -> None:
    choice = language(begin()).choice
    texts = [choice.itemText(place) for place in range(choice.count())]
    assert texts[0] == "English" and texts[1:] == sorted(texts[1:]) and len(texts) == len(LANGUAGES)


def test_another_language_shows_what_it_needs_and_downloads_it(
    begin: Callable[[], FirstStart], server: ModelServer, own: Path, home: Path, qtbot: QtBot
) -> None:
    first_start = begin()
    step = speak(first_start, "de", qtbot)
    assert KeptSettings(home).now.language == "de"
    assert "German needs a speech model" in shown(step) and ENGLISH_ONLY in shown(step)
    assert step.offered.chosen is not None and step.offered.chosen.name == GERMAN
    step.offered.list.setFocus()
    QTest.keyClick(step.offered.list, Qt.Key.Key_Return)
    assert first_start.step == 1 and step.offered.now.hasFocus()
    assert "127.0.0.1" in shown(step) and server.asked == []
    QTest.keyClick(step.offered.now, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "A model for German is here." in step.told.text(), timeout=PATIENCE_MS)
    assert (own / GERMAN).exists() and not step.getting.isVisible()
    assert step.recogniser.currentText() == f"Automatic ({GERMAN})"


def test_a_download_goes_on_while_the_next_steps_are_done(
    begin: Callable[[], FirstStart], server: ModelServer, qtbot: QtBot
) -> None:
    server.answer = trickling
    first_start = begin()
    step = speak(first_start, "de", qtbot)
    step.offered.download.click()
    step.offered.now.click()
    qtbot.waitUntil(lambda: len(server.asked) == 1, timeout=PATIENCE_MS)
    first_start.go_on.click()
    assert first_start.step == 2 and step.offered.work.running
    first_start.back.click()
    assert step.offered.work.stop.isVisible() and not step.choice.isEnabled()
    step.offered.work.stop.click()
    qtbot.waitUntil(lambda: not step.offered.work.running, timeout=PATIENCE_MS)
    walk.settle(first_start, qtbot)
    assert "Stopped." in shown(step) and step.choice.isEnabled()


@pytest.fixture
def in_window(
    show_window: Callable[[], Window], offer: Offer, qtbot: QtBot
) -> Callable[[], tuple[Window, FirstStart]]:
    """Begin the first start in its window, and choose German."""

    def start() -> tuple[Window, FirstStart]:
        window = show_window()
        window.run_first_start()
        assert window.first_start is not None
        speak(window.first_start, "de", qtbot)
        return window, window.first_start

    return start


def fetch(first_start: FirstStart) -> None:
    first_start.language.offered.download.click()
    first_start.language.offered.now.click()


def end(window: Window, first_start: FirstStart, qtbot: QtBot) -> None:
    """End the first start, and wait until nothing is left of it."""
    with qtbot.waitSignal(first_start.destroyed, timeout=PATIENCE_MS):
        first_start.start.click()
    window.go_to("settings")
    walk.settle(window, qtbot)


def test_a_download_goes_on_in_settings_once_the_first_start_is_over(
    in_window: Callable[[], tuple[Window, FirstStart]], server: ModelServer, qtbot: QtBot
) -> None:
    server.answer = trickling
    window, first_start = in_window()
    fetch(first_start)
    qtbot.waitUntil(lambda: len(server.asked) == 1, timeout=PATIENCE_MS)
    end(window, first_start, qtbot)
    assert window.notice.text == GOES_ON
    models = window.settings_page.models
    work = models.offered.work
    qtbot.waitUntil(lambda: "%" in work.far.text(), timeout=PATIENCE_MS)
    assert GERMAN in shown(work) and not models.add.file.isEnabled()
    assert list(flaws(window)) == []
    work.stop.click()
    qtbot.waitUntil(lambda: not work.running, timeout=PATIENCE_MS)
    walk.settle(window, qtbot)
    assert "Stopped." in shown(work) and models.add.file.isEnabled()
    assert "127.0.0.1" not in shown(models.installed) and len(server.asked) == 1


def test_what_the_download_asks_and_brings_is_shown_in_settings_then(
    in_window: Callable[[], tuple[Window, FirstStart]], server: ModelServer, own: Path, qtbot: QtBot
) -> None:
    server.answer = sending_on(server.url("elsewhere.zip", host="localhost"))
    window, first_start = in_window()
    fetch(first_start)
    qtbot.waitUntil(first_start.language.offered.work.go_on.isVisible, timeout=PATIENCE_MS)
    end(window, first_start, qtbot)
    page = window.settings_page
    work = page.models.offered.work
    qtbot.waitUntil(work.go_on.isVisible, timeout=PATIENCE_MS)
    assert "localhost" in shown(work) and len(server.asked) == 1
    work.go_on.click()
    qtbot.waitUntil(lambda: not work.running, timeout=PATIENCE_MS)
    walk.settle(window, qtbot)
    assert (own / GERMAN).exists() and "is installed." in shown(work)
    assert GERMAN in [each.model.name for each in page.models.installed.models]
    assert page.recogniser.findText(GERMAN) >= 0
    assert page.recogniser.currentText() == f"Automatic ({GERMAN})"


def test_an_installation_from_a_stick_goes_on_in_settings_too(
    in_window: Callable[[], tuple[Window, FirstStart]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    standing = Standing(Reached(Stage.UNPACKING, 1_000_000, 4_000_000))
    monkeypatch.setattr(bootstrap, "model_work", lambda work: standing)
    window, first_start = in_window()
    first_start.language.add.install(tmp_path / "model.zip")
    end(window, first_start, qtbot)
    work = window.settings_page.models.add.work
    qtbot.waitUntil(lambda: "25 %" in shown(work), timeout=PATIENCE_MS)
    standing.failure = KnownError("The stick is gone; put it back.")
    qtbot.waitUntil(lambda: not work.running, timeout=PATIENCE_MS)
    assert "put it back" in shown(work)


def test_of_two_works_for_one_place_the_earlier_goes_on(
    offer: Offer, server: ModelServer, qtbot: QtBot
) -> None:
    server.answer = trickling
    earlier, later = StoreWork(), StoreWork()
    for each in (earlier, later):
        qtbot.addWidget(each)
        each.begin("Downloading", partial(bootstrap.model_store().install, offer), str)
    own, other = earlier._work, later._work
    assert own is not None and other is not None
    earlier.take_over(later)
    assert earlier._work is own and not own.over and other.over
    assert not later.running and later.told.text() == ""
    earlier.give_up()
    qtbot.waitUntil(lambda: not earlier.running, timeout=PATIENCE_MS)


def test_a_first_start_that_began_nothing_says_nothing(
    in_window: Callable[[], tuple[Window, FirstStart]], qtbot: QtBot
) -> None:
    window, first_start = in_window()
    end(window, first_start, qtbot)
    assert window.notice.text == "" and not window.settings_page.models.offered.work.running


def test_a_model_from_a_stick_is_taken_for_the_language_that_is_chosen(
    begin: Callable[[], FirstStart], own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    step = speak(begin(), "fr", qtbot)
    assert "There is no catalogue" not in shown(step)
    step.add.install(put(tmp_path / "stick" / "our-own-model"))
    qtbot.waitUntil(lambda: "A model for French is here." in step.told.text(), timeout=PATIENCE_MS)
    assert (own / "our-own-model").exists()
    assert step.recogniser.currentText() == "Automatic (our-own-model)"


def test_it_can_be_skipped(begin: Callable[[], FirstStart], home: Path, qtbot: QtBot) -> None:
    first_start = begin()
    speak(first_start, "de", qtbot)
    QTest.keyClick(QApplication.focusWidget() or first_start, Qt.Key.Key_Escape)
    assert first_start.step == 2 and KeptSettings(home).now.language == "de"


def test_where_downloads_are_forbidden_a_file_is_the_way(
    begin: Callable[[], FirstStart], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(policy, "current", lambda: Policy(downloads=False))
    step = speak(begin(), "de", qtbot)
    assert policy.SET_BY in shown(step) and not step.offered.download.isVisible()
    assert step.offered.chosen is not None and step.offered.chosen.url in shown(step)
    assert step.add.file.isEnabled()


@pytest.mark.parametrize("look", [(QSize(1024, 640), 1.0), (QSize(560, 400), 2.0)])
def test_it_has_its_room_and_its_names(
    begin: Callable[[], FirstStart], look: tuple[QSize, float], qtbot: QtBot
) -> None:
    theme.current().scale(look[1])
    first_start = begin()
    first_start.resize(look[0])
    step = speak(first_start, "de", qtbot)
    step.offered.download.click()
    walk.settle(first_start, qtbot)
    assert list(flaws(first_start)) == []
    assert list(unnamed(first_start)) == []
