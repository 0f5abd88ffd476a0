"""Speech models in Settings: what is there, installed, downloaded from a real server, measured; by keys."""

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import bootstrap, paths, policy
from app.policy import Policy
from app.session.measuring import Cost
from app.settings import KeptSettings
from app.speech import manifest
from app.speech.catalogue import Offer
from app.speech.store import State, Store
from app.ui.pieces import theme
from app.ui.settings import installed_models, model_inventory, model_words
from app.ui.settings.installed_models import InstalledModel
from app.ui.settings.measured_cost import NOT_YET
from app.ui.settings.model_words import ENGLISH_ONLY
from app.ui.settings.models import Models
from app.ui.settings.page import SettingsPage
from app.ui.settings.rows import Setting
from app.ui.window import Window
from tests.model_server import Handler, ModelServer, breaking_off, sending_on, serving, status
from tests.ui import walk
from tests.ui.at_the_journal import PATIENCE_MS, shown
from tests.ui.room import flaws
from tests.ui.walk import unnamed
from tests.vosk_models import FILES, SMALL, everything, packed, put

GERMAN = "vosk-model-small-de-0.15"
KOREAN = "vosk-model-small-ko-0.22"
PORTUGUESE = "vosk-model-pt-fb-v0.1.1-20220516_2113"
LARGE = {**FILES, "am/noise": random.Random(0).randbytes(2_000_000)}
"""Files that take several pieces of a download."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ModelServer]:
    with serving(packed(tmp_path / "served.zip", files=LARGE).read_bytes()) as running:
        yield running


@pytest.fixture
def own(home: Path) -> Path:
    """The user's own folder of models."""
    return paths.model_folders()[-1]


@pytest.fixture
def offers(server: ModelServer, monkeypatch: pytest.MonkeyPatch) -> list[Offer]:
    """What the catalogue offers, at the server on this computer."""
    size = len(server.content)
    made = [
        Offer(name, "vosk", language, server.url(f"{name}.zip"), "Apache-2.0", bytes=size, note="quick")
        for name, language in ((SMALL, "en"), (PORTUGUESE, "pt"), (GERMAN, "de"))
    ]
    monkeypatch.setattr(bootstrap, "model_store", lambda: Store(paths.model_folders(), tuple(made)))
    return made


@pytest.fixture
def start(show_window: Callable[[], Window], offers: list[Offer], qtbot: QtBot) -> Callable[[], SettingsPage]:
    def begin() -> SettingsPage:
        window = show_window()
        window.go_to("settings")
        walk.settle(window, qtbot)
        return window.settings_page

    return begin


def names(models: Models) -> list[str]:
    return [each.model.name for each in models.installed.models]


def the(models: Models, name: str) -> InstalledModel:
    return next(each for each in models.installed.models if each.model.name == name)


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def rested(page: SettingsPage, qtbot: QtBot) -> None:
    """Wait until nothing is being done and what there is was read again."""
    models = page.models
    works = [models.add.work, models.offered.work, page.cost.work]
    works += [each.work for each in models.installed.models]
    qtbot.waitUntil(lambda: not any(work.running for work in works), timeout=PATIENCE_MS)
    walk.settle(page.window(), qtbot)


def choose(models: Models, name: str) -> None:
    models.offered.choose(name)
    assert models.offered.chosen is not None and models.offered.chosen.name == name


def download(page: SettingsPage, name: str = SMALL) -> None:
    """Choose it and say yes, by keys."""
    offered = page.models.offered
    choose(page.models, name)
    offered.list.setFocus()
    press(Qt.Key.Key_Return)
    assert offered.now.hasFocus()
    press(Qt.Key.Key_Return)


def trickling(handler: Handler, content: bytes) -> None:
    handler.begin(200, Content_Length=len(content), ETag='"v1"')
    handler.wfile.write(content[: len(content) // 2])
    handler.wfile.flush()
    handler.server.ended.wait()


def test_what_is_there_is_told_with_its_language_size_state_and_place(
    start: Callable[[], SettingsPage], own: Path
) -> None:
    manifest.write(put(own / SMALL), "en")
    put(own / GERMAN)
    put(own / KOREAN, {**FILES, "graph/Gr.fst": b""})
    models = start().models
    assert names(models) == ["tiny-en", GERMAN, SMALL, KOREAN]
    for name, told in {
        "tiny-en": ("English: Moonshine, built in", "Part of Evenkeel"),
        SMALL: (f"English: {SMALL}", "Whole", str(own / SMALL)),
        GERMAN: (f"German: {GERMAN}", "without checksums", "kB"),
        KOREAN: (f"Korean: {KOREAN}", "Damaged: graph/Gr.fst is missing"),
    }.items():
        text = shown(the(models, name))
        assert all(each in text for each in told), text
    assert not the(models, "tiny-en").remove.isVisible()


def test_a_model_put_there_for_everybody_can_not_be_removed(
    start: Callable[[], SettingsPage], own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "everybody" / GERMAN)
    monkeypatch.setattr(bootstrap, "model_store", lambda: Store((tmp_path / "everybody", own)))
    models = start().models
    assert "for everybody" in shown(the(models, GERMAN)) and not the(models, GERMAN).remove.isVisible()
    assert the(models, GERMAN).verify.isVisible()


def test_without_anything_it_says_so(
    start: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "model_store", lambda: Store(paths.model_folders()))
    monkeypatch.setattr(Store, "installed", lambda store: [])
    text = shown(start().models)
    assert installed_models.NOTHING in text and "There is no catalogue of models here." in text


def test_verifying_names_what_is_wrong(start: Callable[[], SettingsPage], own: Path, qtbot: QtBot) -> None:
    manifest.write(put(own / SMALL), "en")
    page = start()
    model = the(page.models, SMALL)
    model.verify.setFocus()
    press(Qt.Key.Key_Return)
    assert not page.models.add.file.isEnabled()
    rested(page, qtbot)
    assert "Every file is as it was installed." in shown(model)
    (own / SMALL / "graph/Gr.fst").write_bytes(b"another")
    model.verify.click()
    rested(page, qtbot)
    assert "graph/Gr.fst is not as it was installed" in shown(the(page.models, SMALL))


def test_of_two_models_of_one_name_the_one_meant_is_verified(
    start: Callable[[], SettingsPage],
    own: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    shared = tmp_path / "everybody" / SMALL
    for folder in (shared, own / SMALL):
        manifest.write(put(folder), "en")
    (own / SMALL / "graph/Gr.fst").write_bytes(b"another")
    monkeypatch.setattr(bootstrap, "model_store", lambda: Store((tmp_path / "everybody", own)))
    page = start()
    for path, says in ((shared, "Every file is as it was"), (own / SMALL, "graph/Gr.fst is not as it was")):
        model = next(each for each in page.models.installed.models if each.model.path == path)
        model.verify.click()
        rested(page, qtbot)
        assert says in shown(model)


def test_removing_asks_first_and_can_be_left(
    start: Callable[[], SettingsPage], own: Path, qtbot: QtBot
) -> None:
    manifest.write(put(own / SMALL), "en")
    page = start()
    model = the(page.models, SMALL)
    model.remove.setFocus()
    press(Qt.Key.Key_Return)
    assert model.keep.hasFocus() and "That frees" in shown(model)
    press(Qt.Key.Key_Return)
    assert model.remove.hasFocus() and (own / SMALL).exists()
    model.remove.click()
    model.sure.click()
    qtbot.waitUntil(lambda: SMALL not in names(page.models), timeout=PATIENCE_MS)
    assert everything(own) == []


def test_a_model_that_is_chosen_stays(start: Callable[[], SettingsPage], own: Path, qtbot: QtBot) -> None:
    manifest.write(put(own / SMALL), "en")
    page = start()
    page._settings.change(engine="vosk", model=SMALL)
    the(page.models, SMALL).remove.click()
    the(page.models, SMALL).sure.click()
    rested(page, qtbot)
    assert "choose another one there first" in shown(the(page.models, SMALL)) and (own / SMALL).exists()


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_model_is_installed_from_a_stick(
    start: Callable[[], SettingsPage], own: Path, tmp_path: Path, kind: str, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    brought = packed(stick / f"{GERMAN}.zip", GERMAN) if kind == "file" else put(stick / GERMAN)
    page = start()
    page.models.add.install(brought)
    rested(page, qtbot)
    assert f"German: {GERMAN} is installed." in shown(page.models.add)
    assert the(page.models, GERMAN).model.state is State.READY
    assert page.language.findData({"language": "de"}) >= 0
    assert page.recogniser.findText(GERMAN) >= 0


def test_what_is_no_model_is_refused_in_a_sentence(
    start: Callable[[], SettingsPage], own: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letter.zip").write_text("Dear all")
    page = start()
    page.models.add.install(tmp_path / "letter.zip")
    rested(page, qtbot)
    assert "letter.zip" in shown(page.models.add.work) and everything(own) == []


def test_offers_are_grouped_by_language_english_first_and_filtered(start: Callable[[], SettingsPage]) -> None:
    offered = start().models.offered

    def lines() -> list[str]:
        return [offered.list.item(place).text().split(" · ")[0] for place in range(offered.list.count())]

    assert lines() == ["English", SMALL, "German", GERMAN, "Portuguese", PORTUGUESE]
    offered.filter.setText("portug")
    assert lines() == ["Portuguese", PORTUGUESE]
    offered.filter.setText("SMALL germ")
    assert lines() == ["German", GERMAN]
    offered.filter.setText("klingon")
    assert lines() == [] and "No model is called that" in shown(offered)


def test_nothing_is_fetched_before_the_address_and_the_bytes_are_named(
    start: Callable[[], SettingsPage], server: ModelServer, offers: list[Offer]
) -> None:
    offered = start().models.offered
    offered.choose(SMALL)
    assert "Licence: Apache-2.0" in shown(offered) and "checksum" in shown(offered)
    offered.download.click()
    text = shown(offered)
    assert offers[0].url in text and model_words.size(len(server.content)) in text
    assert model_words.ONE_NETWORK_USE in text
    offered.later.click()
    assert offered.download.hasFocus() and not offered.now.isVisible() and server.asked == []


def test_the_address_of_what_is_chosen_is_shown_and_copied(
    start: Callable[[], SettingsPage], offers: list[Offer]
) -> None:
    offered = start().models.offered
    assert not offered.address.isVisible() and not offered.copy.isVisible()
    offered.choose(GERMAN)
    assert offered.address.isVisible() and offered.address.text() == offers[2].url
    QTest.mouseDClick(offered.address, Qt.MouseButton.LeftButton)
    assert offered.address.selectedText() in offers[2].url
    offered.copy.click()
    assert QGuiApplication.clipboard().text() == offers[2].url and "Copied." in shown(offered)
    offered.choose(PORTUGUESE)
    assert offered.address.text() == offers[1].url and "Copied." not in shown(offered)


@pytest.mark.parametrize("why", ["policy", "seal", "folder"])
def test_the_address_is_there_where_this_computer_may_not_fetch_from_it(
    start: Callable[[], SettingsPage], offers: list[Offer], monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "policy":
        monkeypatch.setattr(policy, "current", lambda: Policy(downloads=False))
    elif why == "seal":
        monkeypatch.setattr(model_inventory, "sealed", lambda: True)
    else:
        monkeypatch.setattr(model_inventory, "_writable", lambda folder: False)
    offered = start().models.offered
    offered.choose(GERMAN)
    assert not offered.download.isVisible()
    assert offered.address.isVisible() and offered.copy.isEnabled() and offered.copy.isVisible()


def test_every_address_of_the_catalogue_has_its_room_and_ends_within_it(
    show_window: Callable[[], Window], qtbot: QtBot
) -> None:
    theme.current().scale(2)
    window = show_window()
    window.resize(560, 400)
    window.go_to("settings")
    walk.settle(window, qtbot)
    offered = window.settings_page.models.offered
    longest = max(bootstrap.model_store().offers, key=lambda offer: len(offer.url))
    offered.choose(longest.name)
    walk.settle(window, qtbot)
    assert shown(offered).count(longest.url) == 1
    assert list(flaws(window)) == []
    offered.download.click()
    walk.settle(window, qtbot)
    assert shown(offered).count(longest.url) == 1
    assert list(flaws(window)) == []


def test_a_download_by_keys_ends_in_a_model_that_can_be_chosen(
    start: Callable[[], SettingsPage], server: ModelServer, own: Path, qtbot: QtBot
) -> None:
    page = start()
    download(page)
    assert page.models.offered.work.stop.hasFocus()
    rested(page, qtbot)
    assert (own / SMALL).exists() and SMALL in names(page.models)
    assert "is installed." in shown(page.models.offered.work)
    assert page.recogniser.findText(SMALL) >= 0
    choose(page.models, SMALL)
    assert not page.models.offered.download.isEnabled()
    assert "installed" in page.models.offered.list.currentItem().text()


def test_a_download_shows_how_far_it_is_and_is_cancelled_and_gone_on_with(
    start: Callable[[], SettingsPage], server: ModelServer, own: Path, qtbot: QtBot
) -> None:
    server.answer = breaking_off(1_200_000)
    page = start()
    download(page, GERMAN)
    rested(page, qtbot)
    offered = page.models.offered
    assert "again" in shown(offered.work)
    assert "are here already" in shown(offered) and "Go on" in offered.download.text()
    server.answer = trickling
    download(page, GERMAN)
    qtbot.waitUntil(lambda: "%" in offered.work.far.text(), timeout=PATIENCE_MS)
    assert not page.models.add.file.isEnabled() and not page.recogniser.hasFocus()
    press(Qt.Key.Key_Return)
    rested(page, qtbot)
    assert "Stopped." in shown(offered.work) and not (own / GERMAN).exists()
    assert offered.download.isVisible() and offered.download.isEnabled()


def test_a_server_that_has_nothing_is_said_and_can_be_asked_again(
    start: Callable[[], SettingsPage], server: ModelServer, own: Path, qtbot: QtBot
) -> None:
    server.answer, usual = status(503), server.answer
    page = start()
    download(page)
    rested(page, qtbot)
    assert "127.0.0.1" in shown(page.models.offered.work) and everything(own) == []
    server.answer = usual
    download(page)
    rested(page, qtbot)
    assert (own / SMALL).exists()


def test_another_host_is_asked_for_in_the_window(
    start: Callable[[], SettingsPage], server: ModelServer, own: Path, qtbot: QtBot
) -> None:
    server.answer = sending_on(server.url("elsewhere.zip", host="localhost"))
    page = start()
    work = page.models.offered.work
    download(page)
    qtbot.waitUntil(work.go_on.hasFocus, timeout=PATIENCE_MS)
    assert "localhost" in shown(work) and len(server.asked) == 1
    press(Qt.Key.Key_Return)
    rested(page, qtbot)
    assert (own / SMALL).exists()


def test_where_downloads_are_forbidden_it_is_said_and_nothing_is_offered_to_press(
    start: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch, server: ModelServer
) -> None:
    monkeypatch.setattr(policy, "current", lambda: Policy(downloads=False))
    offered = start().models.offered
    offered.choose(SMALL)
    assert policy.SET_BY in shown(offered) and not offered.download.isVisible()
    offered.list.setFocus()
    press(Qt.Key.Key_Return)
    assert not offered.now.isVisible() and server.asked == []


def test_in_the_organisations_folder_nothing_is_changed_that_can_not_be(
    start: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    theirs = tmp_path / "theirs"
    manifest.write(put(theirs / SMALL), "en")
    monkeypatch.setattr(policy, "current", lambda: Policy(models_folder=theirs))
    usual = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != theirs and usual(path, mode))
    models = start().models
    text = shown(the(models, SMALL))
    assert "your organisation has set" in text and str(theirs / SMALL) in text
    assert not the(models, SMALL).remove.isVisible() and the(models, SMALL).verify.isVisible()
    assert installed_models.ONLY_READ in shown(models.add) and not models.add.file.isEnabled()
    models.offered.choose(GERMAN)
    assert not models.offered.download.isVisible()


def test_in_a_call_models_stay_as_they_are(start: Callable[[], SettingsPage], own: Path) -> None:
    put(own / GERMAN)
    page = start()
    page.show_in_call(True)
    buttons = (page.models.add.file, the(page.models, GERMAN).remove, page.cost.measure)
    assert not any(each.isEnabled() for each in buttons)
    page.show_in_call(False)
    assert all(each.isEnabled() for each in buttons)


def test_the_folder_can_be_copied(start: Callable[[], SettingsPage], own: Path) -> None:
    start().models.folder.copy.click()
    assert QGuiApplication.clipboard().text() == str(own)


def test_another_language_lets_go_of_the_model_and_says_what_is_left_out(
    start: Callable[[], SettingsPage], own: Path, home: Path
) -> None:
    put(own / GERMAN)
    page = start()
    page._settings.change(engine="moonshine")
    place = page.language.findData({"language": "de"})
    page.language.setCurrentIndex(place)
    page.language.activated.emit(place)
    now = KeptSettings(home).now
    assert (now.language, now.engine, now.model) == ("de", "auto", None)
    row = next(row for row in page.findChildren(Setting) if row.control is page.language)
    assert ENGLISH_ONLY in shown(row)
    assert page.recogniser.currentText() == f"Automatic ({GERMAN})"


def test_a_language_without_a_model_is_shown_as_that(start: Callable[[], SettingsPage]) -> None:
    page = start()
    page._settings.change(language="fr")
    assert page.language.currentText() == "French (no model is installed)"


def test_measuring_is_told_in_plain_words_and_remembered(
    start: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    usual = bootstrap.measurement

    def shorter(choices: bootstrap.LiveChoices) -> object:
        work = usual(choices)
        assert isinstance(work, partial)
        return partial(work.func, *work.args[:2], 1.0)

    monkeypatch.setattr(bootstrap, "measurement", shorter)
    page = start()
    page.cost.measure.setFocus()
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Moonshine tiny-en hears 1 s in" in page.cost.said.text(), timeout=PATIENCE_MS)
    told = page.cost.said.text()
    page._settings.change(engine="none")
    assert "nothing to measure" in page.cost.said.text() and not page.cost.measure.isEnabled()
    page._settings.change(engine="auto")
    assert page.cost.said.text() == told and page.cost.measure.text() == "Measure again"


def test_a_cost_is_told_of_the_recogniser_it_was_measured_with(
    start: Callable[[], SettingsPage], own: Path, qtbot: QtBot
) -> None:
    page = start()
    page.cost._keep(Cost("moonshine", "tiny-en", 10.0, 0.9, 0.3, 0.4, None))
    page.cost.show_settings()
    assert "Moonshine tiny-en hears 10 s" in page.cost.said.text()
    put(own / SMALL)
    page.models.look()
    walk.settle(page.window(), qtbot)
    assert page.recogniser.currentText() == f"Automatic ({SMALL})"
    assert page.cost.said.text() == NOT_YET and page.cost.measure.text() == "Measure"
    page.cost._keep(Cost("vosk", SMALL, 10.0, 2.0, 0.3, 0.4, None))
    page._settings.change(engine="vosk", model=SMALL)
    assert f"{SMALL} hears 10 s" in page.cost.said.text()
    page._settings.change(engine="moonshine", model=None)
    assert "Moonshine tiny-en hears 10 s" in page.cost.said.text()


def test_a_call_ends_the_measuring(
    start: Callable[[], SettingsPage], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = start()
    page.cost.measure.click()
    page.show_in_call(True)  # before it has begun
    walk.settle(page.window(), qtbot)
    assert not page.cost.work.running
    page.show_in_call(False)
    page.cost.measure.click()
    qtbot.waitUntil(lambda: page.cost.work.running, timeout=PATIENCE_MS)
    page.show_in_call(True)
    qtbot.waitUntil(lambda: not page.cost.work.running, timeout=PATIENCE_MS)
    assert "Stopped." in shown(page.cost) and page.cost.said.text() == NOT_YET
    assert not page.cost.measure.isEnabled()
    page.show_in_call(False)
    assert page.cost.measure.isEnabled()


@pytest.mark.parametrize(
    ("cpu_s", "late_s", "says"),
    [
        (0.9, 0.3, "Fine beside a call."),
        (6.0, 0.5, "little to spare"),
        (3.0, 4.0, "Too slow"),
        (14.0, 9.0, "Too slow"),
    ],
)
def test_a_cost_is_judged(cpu_s: float, late_s: float, says: str) -> None:
    cost = Cost("vosk", "large", 10.0, cpu_s, late_s, 0.6, 180_000_000)
    assert says in model_words.cost(cost)
    assert "180 MB" in model_words.cost(cost)
    assert "memory" not in model_words.cost(replace(cost, memory=None))


@pytest.mark.parametrize("look", [(QSize(1040, 720), 1.0), (QSize(560, 400), 2.0)])
def test_everything_has_its_room_and_its_name(
    start: Callable[[], SettingsPage],
    server: ModelServer,
    own: Path,
    look: tuple[QSize, float],
    qtbot: QtBot,
) -> None:
    manifest.write(put(own / SMALL), "en")
    put(own / KOREAN, {**FILES, "graph/Gr.fst": b""})
    page = start()
    window = page.window()
    theme.current().scale(look[1])
    window.resize(look[0])
    the(page.models, SMALL).remove.click()
    server.answer = status(503)
    download(page, GERMAN)
    rested(page, qtbot)
    assert list(flaws(page)) == []
    assert list(unnamed(page)) == []
    page.models.offered.choose(PORTUGUESE)
    page.models.offered.download.click()
    walk.settle(window, qtbot)
    assert list(flaws(page)) == []
    assert list(unnamed(page)) == []
