"""Settings: everything in one place, found by search, with its default and a reset, by keys alone."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain import breathing
from app.settings import DEFAULTS, FILE, KeptSettings, Settings
from app.ui.keys_help import KeysHelp
from app.ui.pieces import theme
from app.ui.pieces.theme import DARK, LIGHT
from app.ui.settings.bands import BandChoice
from app.ui.settings.page import NOTHING, SettingsPage
from app.ui.settings.rows import Setting
from app.ui.shortcuts import PAGE_KEYS, SHORTCUTS
from app.ui.window import Window
from tests.ui import walk
from tests.ui.at_the_journal import press
from tests.ui.room import flaws
from tests.ui.walk import unnamed

BY_THE_MACHINE = {
    "review_folder": "where recordings were opened last",
    "first_start_done": "whether the first start was run",
    "page": "the page that was shown last",
    "window_geometry": "where the window was",
    "hud_place": "where the small display was",
    "calm_answered": "the last call after which an offer was answered",
    "reminded_on": "the day of the last note",
    "focus": "chosen on Today",
    "focus_week": "the week that the focus was chosen for",
    "own_patterns": "made on Calm; what is made there must not go by a reset here",
}
"""Fields that nobody chooses in Settings, and why."""

CHOSEN: dict[str, tuple[str, dict[str, Any]]] = {
    "theme": ("light or dark", {"theme": "dark"}),
    "text_size": ("text size", {"text_size": 125}),
    "motion": ("breathing circle", {"motion": "reduced"}),
    "agent_device": ("microphone", {"agent_device": "Headset"}),
    "customer_device": ("customer's side", {"customer_device": "none"}),
    "language": ("calls German", {"language": "de"}),
    "engine": ("language model", {"engine": "none"}),
    "model": ("vosk", {"model": "vosk-model-small-xx-0.1", "engine": "vosk"}),
    "call_type": ("usual kind", {"call_type": "billing"}),
    "hud_shown": ("small display", {"hud_shown": False}),
    "own_bands": ("band billing", {"own_bands": {"billing": [0.1, 0.2]}}),
    "hints_off": ("live hints", {"hints_off": ["paraphrase"]}),
    "own_jargon": ("put plainly", {"own_jargon": {"general": {"a": "b"}}}),
    "own_negative_words": ("negative words", {"own_negative_words": ["a"]}),
    "calm_pattern": ("box breathing", {"calm_pattern": "box"}),
    "calm_length_s": ("calm 5 minutes", {"calm_length_s": 300}),
    "calm_tone": ("tone", {"calm_tone": True}),
    "calm_offered": ("tough call", {"calm_offered": False}),
    "remind": ("reminder", {"remind": False}),
    "transcript_kept": ("words of a call", {"transcript_kept": "days"}),
    "transcript_days": ("words of a call", {"transcript_kept": "days", "transcript_days": 7}),
    "keep_calls_days": ("calls three years", {"keep_calls_days": 30}),
    "keep_reflections_days": ("reflections 90", {"keep_reflections_days": 30}),
    "keep_follow_ups_days": ("promises", {"keep_follow_ups_days": 30}),
    "keep_calm_days": ("times of calm", {"keep_calm_days": 30}),
    "idle_lock_min": ("idle", {"idle_lock_min": 5}),
}
"""Field to words that find it, and other values than its default."""


@pytest.fixture
def page(opened: Window) -> SettingsPage:
    opened.go_to("settings")
    opened.settings_page._settings.reset("theme")
    QApplication.processEvents()
    return opened.settings_page


def in_sight(page: SettingsPage) -> list[Setting]:
    return [row for row in page.findChildren(Setting) if row.isVisible()]


def search(page: SettingsPage, typed: str) -> None:
    """Press Ctrl+F and type."""
    press(page.window(), "Ctrl+F")
    assert page.search.hasFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Delete)
    QTest.keyClicks(page.search, typed)
    QApplication.processEvents()


def now(home: Path) -> Settings:
    """Give the settings as they are kept."""
    return KeptSettings(home).now


def test_every_field_is_chosen_in_settings_or_remembered_by_the_machine() -> None:
    assert {each.name for each in fields(Settings)} == {*CHOSEN, *BY_THE_MACHINE}


@pytest.mark.parametrize("field", CHOSEN)
def test_every_setting_is_found_by_its_words_and_goes_back_by_its_reset(
    page: SettingsPage, home: Path, field: str
) -> None:
    words, chosen = CHOSEN[field]
    settings = page._settings
    assert [row.name for row in page.findChildren(Setting) if row.back.isVisible()] == []
    settings.change(**chosen)
    search(page, words)
    (row,) = [row for row in in_sight(page) if row.back.isVisible()]
    assert f"Default: {row.chosen.usual}." in "\n".join(label.text() for label in row.findChildren(QLabel))
    assert row.back.accessibleName() == f"Reset {row.name} to {row.chosen.usual}"
    while not row.back.hasFocus():
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert page.isAncestorOf(QApplication.focusWidget())
    QTest.keyClick(row.back, Qt.Key.Key_Space)
    for name in chosen:
        if name != "transcript_days":  # how many days there were, if it is days, stays known
            assert getattr(now(home), name) == getattr(DEFAULTS, name)
    assert not row.back.isVisible()
    assert page.isAncestorOf(QApplication.focusWidget())
    assert row.name in page.undo.text
    page.undo.take_back()
    assert getattr(now(home), field) == getattr(settings.now, field)
    assert {name: getattr(settings.now, name) for name in chosen} == chosen


def test_a_search_shows_only_what_holds_all_words(page: SettingsPage) -> None:
    every = len(in_sight(page))
    search(page, "text size")
    assert [row.name for row in in_sight(page)] == ["Text size"]
    assert [each.title for each in page.sections if each.isVisible()] == ["Look"]
    search(page, "BOX breathing")
    assert [row.name for row in in_sight(page)] == ["Breathing pattern"]
    search(page, "let them finish")
    assert [each.box.accessibleName() for each in page.hints.values() if each.isVisible()] == [
        "Let the whole story come out"
    ]
    search(page, "lock")
    assert page.journal.locking.isVisible() and not page.journal.copies.isVisible()
    search(page, "receipt backup stick nothing like it")
    assert in_sight(page) == [] and NOTHING in "".join(
        label.text() for label in page.findChildren(QLabel) if label.isVisible()
    )
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == "" and len(in_sight(page)) == every


def test_a_section_is_found_whole_by_its_title(page: SettingsPage) -> None:
    search(page, "sound")
    assert page.microphone.isVisible() and page.listen.isVisible()


def test_without_a_journal_a_search_for_its_settings_says_what_helps(
    show_window: Callable[[], Window],
) -> None:
    window = show_window()
    window.go_to("settings")
    page = window.settings_page
    search(page, "idle")
    assert not page.journal.locking.isVisible()
    assert page.journal.make.isVisible()


def test_enter_leads_from_the_search_to_what_was_found(page: SettingsPage, qtbot: QtBot) -> None:
    search(page, "tone")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(page.calm.tone.box.hasFocus)
    QTest.keyClick(page.calm.tone.box, Qt.Key.Key_Space)
    assert page._settings.now.calm_tone


def test_ctrl_and_page_keys_go_from_section_to_section(page: SettingsPage, qtbot: QtBot) -> None:
    window = page.window()
    page.sections[0].setFocus()
    for expected in ("Sound", "Words", "Speech models", "Calls"):
        press(window, "Ctrl+PgDown")
        section = next(each for each in page.sections if each.title == expected)
        qtbot.waitUntil(lambda section=section: section.isAncestorOf(QApplication.focusWidget()))
        assert page.contents.sections.currentItem().text() == expected
    press(window, "Ctrl+PgUp")
    qtbot.waitUntil(lambda: page.models.isAncestorOf(QApplication.focusWidget()))
    press(window, "Ctrl+PgUp")
    qtbot.waitUntil(lambda: page.language.hasFocus())


def test_the_list_of_sections_leads_by_arrow_keys(page: SettingsPage, qtbot: QtBot) -> None:
    titles = page.contents.sections
    titles.setFocus()
    QTest.keyClick(titles, Qt.Key.Key_End)
    assert titles.currentItem().text() == "About"
    bar = page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() > 0)
    assert titles.currentItem().text() == "About"
    QTest.keyClick(titles, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.about.isAncestorOf(QApplication.focusWidget()))


def test_scrolling_marks_the_section_in_sight(page: SettingsPage) -> None:
    page._area.verticalScrollBar().setValue(page.calm.y() + page.calm.height() // 2)
    assert page.contents.sections.currentItem().text() == "Calm"


def test_a_wheel_over_a_choice_scrolls_the_page(page: SettingsPage) -> None:
    page._settings.change(text_size=125)
    for box in (page.look, page.text_size):
        at, before = box.mapTo(page.window(), box.rect().center()), box.currentIndex()
        QTest.wheelEvent(page.window().windowHandle(), at, QPoint(0, -120))
        assert box.currentIndex() == before
        assert page._area.verticalScrollBar().value() > 0
        page._area.verticalScrollBar().setValue(0)


def test_a_reset_and_its_undo_change_the_look_at_once(page: SettingsPage) -> None:
    page._settings.change(theme="dark")
    assert theme.current().tokens is DARK
    page._settings.change(theme="light")
    assert theme.current().tokens is LIGHT


def test_ctrl_z_takes_a_reset_back(page: SettingsPage, home: Path) -> None:
    page._settings.change(own_negative_words=["mine alone"])
    row = next(row for row in page.findChildren(Setting) if row.control is page.negative)
    row.back.click()
    assert "ridiculous" in page.negative.lines.toPlainText()
    page.look.setFocus()
    press(page.window(), "Ctrl+Z")
    assert page.negative.lines.toPlainText() == "mine alone"
    assert now(home).own_negative_words == ["mine alone"]


def typed(band: BandChoice, low: str, high: str) -> None:
    for end, text in ((band.high, high), (band.low, low)):
        end.setFocus()
        end.selectAll()
        QTest.keyClicks(end, text)
        QTest.keyClick(end, Qt.Key.Key_Return)


def test_a_band_is_typed_and_holds_at_once(opened: Window, page: SettingsPage, home: Path) -> None:
    band = page.calls.bands["billing"]
    typed(band, "10", "30")
    assert now(home).own_bands == {"billing": [0.1, 0.3]}
    assert opened.coaching.now.call_types["billing"].high == 0.3
    typed(band, "35", "55")
    assert now(home).own_bands == {}


def test_a_band_that_is_none_is_said_and_not_kept(page: SettingsPage, home: Path) -> None:
    band = page.calls.bands["billing"]
    typed(band, "60", "55")
    assert "the low end must be below the high end" in band.told.text() and band.told.isVisible()
    assert now(home).own_bands == {}
    typed(band, "50", "55")
    assert not band.told.isVisible() and now(home).own_bands == {"billing": [0.5, 0.55]}


def test_hints_are_switched_by_the_space_key_and_all_come_back(page: SettingsPage, home: Path) -> None:
    box = page.hints["paraphrase"].box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert now(home).hints_off == ["paraphrase"]
    row = next(row for row in in_sight(page) if row.name == "Live hints")
    assert row.back.accessibleName() == "Reset Live hints to all on"
    assert "1 of" in row.control.text()  # type: ignore[attr-defined]
    row.back.click()
    assert now(home).hints_off == [] and box.isChecked()


def test_a_click_on_the_words_beside_a_box_ticks_it(page: SettingsPage) -> None:
    QTest.mouseClick(page.remind, Qt.MouseButton.LeftButton, pos=page.remind._words.geometry().center())
    assert not page._settings.now.remind


def test_jargon_is_edited_by_kind_and_kept(page: SettingsPage, home: Path, qtbot: QtBot) -> None:
    jargon = page.jargon
    assert "SLA = the time we promise" in jargon.lines.toPlainText()
    jargon.kind.setFocus()
    QTest.keyClicks(jargon.kind, "Billing")
    assert "tariff = price plan" in jargon.lines.toPlainText()
    jargon.lines.setFocus()
    jargon.lines.selectAll()
    QTest.keyClicks(jargon.lines, "dunning = reminders")
    QTest.keyClick(jargon.lines, Qt.Key.Key_Return)
    QTest.keyClicks(jargon.lines, "nonsense")
    qtbot.waitUntil(lambda: now(home).own_jargon == {"billing": {"dunning": "reminders"}})
    assert "Line 2 is not kept" in jargon.told.text() and jargon.told.isVisible()
    QTest.keyClicks(jargon.lines, " = plain sense")
    QTest.keyClick(jargon.lines, Qt.Key.Key_Tab)  # to leave the field keeps it at once
    assert now(home).own_jargon == {"billing": {"dunning": "reminders", "nonsense": "plain sense"}}
    assert not jargon.told.isVisible()
    row = next(row for row in in_sight(page) if row.control is jargon)
    assert row.back.accessibleName() == "Reset Words to put plainly to the starter list for Billing"
    jargon.kind.setCurrentIndex(0)
    assert not row.back.isVisible()
    jargon.kind.setCurrentIndex(jargon.kind.findText("Billing"))
    row.back.click()
    assert now(home).own_jargon == {} and "tariff = price plan" in jargon.lines.toPlainText()


def test_what_is_typed_is_kept_when_the_page_is_left(opened: Window, page: SettingsPage, home: Path) -> None:
    page.negative.lines.setFocus()
    page.negative.lines.selectAll()
    QTest.keyClicks(page.negative.lines, "my own word")
    press(opened, "Ctrl+1")
    assert now(home).own_negative_words == ["my own word"]


def test_letters_typed_into_a_list_of_words_are_no_shortcuts(opened: Window, page: SettingsPage) -> None:
    page.negative.lines.setFocus()
    QTest.keyClicks(page.negative.lines, "?")
    assert opened.findChildren(KeysHelp) == []


def test_own_patterns_can_be_chosen(page: SettingsPage) -> None:
    phases = [breathing.Phase(breathing.Act.IN, 3), breathing.Phase(breathing.Act.OUT, 3)]
    page._settings.change(own_patterns={"mine": breathing.to_keep("Mine", phases)})
    page.hide()
    page.show()
    assert page.calm.pattern.findText("Mine") == len(breathing.READY_MADE)


def test_pointers_lead_to_the_pages_where_more_is_made(opened: Window, page: SettingsPage) -> None:
    page.checklists.click()
    assert opened.page == "prepare"
    opened.go_to("settings")
    page.calm.patterns.click()
    assert opened.page == "calm"


def test_choices_that_cannot_be_written_hold_all_the_same(page: SettingsPage, home: Path) -> None:
    (home / FILE).unlink()
    (home / FILE).mkdir()
    page.calls.bands["billing"].low.setValue(20)
    assert page.window().coaching.now.call_types["billing"].low == 0.2  # type: ignore[attr-defined]
    assert "can't be kept" in page.window().notice.text  # type: ignore[attr-defined]


LOOKS = [(QSize(1040, 720), 1.0), (QSize(700, 500), 1.5), (QSize(560, 400), 2.0)]
"""Sizes of the window and of its type."""


def take(window: Window, look: tuple[QSize, float], qtbot: QtBot) -> None:
    theme.current().scale(look[1])
    window.resize(look[0])
    walk.settle(window, qtbot)


@pytest.mark.parametrize("look", LOOKS)
def test_room(opened: Window, page: SettingsPage, look: tuple[QSize, float], qtbot: QtBot) -> None:
    page._settings.change(**{name: value for _, held in CHOSEN.values() for name, value in held.items()})
    typed(page.calls.bands["sales"], "60", "50")
    take(opened, look, qtbot)
    assert list(flaws(page)) == []
    assert list(unnamed(page)) == []


def test_the_keys_are_all_there_in_help_and_settings(opened: Window, page: SettingsPage) -> None:
    def texts(of: QWidget) -> set[str]:
        return {label.text() for label in of.findChildren(QLabel)}

    press(opened, "?")
    (help,) = opened.findChildren(KeysHelp)
    for each in (*SHORTCUTS, *PAGE_KEYS):
        assert {each.shown, each.does} <= texts(help)
        assert {each.shown, each.does} <= texts(page)
    assert {f"On the page {key.page.capitalize()}" for key in PAGE_KEYS} <= texts(help)


@pytest.mark.parametrize("look", LOOKS)
def test_the_help_for_keys_has_its_room(opened: Window, look: tuple[QSize, float], qtbot: QtBot) -> None:
    take(opened, look, qtbot)
    press(opened, "?")
    (help,) = opened.findChildren(KeysHelp)
    help.resize(look[0])
    walk.settle(opened, qtbot)
    assert list(flaws(help)) == []
