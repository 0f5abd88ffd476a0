"""The window under an organisation's policy: what is fixed is shown as such, and no way out is left open."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import policy
from app.settings import KeptSettings
from app.ui import application
from app.ui.call.summary import Summary
from app.ui.first_start.first_start import FirstStart
from app.ui.first_start.steps import KEPT_AS_CHOSEN, KEPT_AS_SET
from app.ui.keys_help import KeysList
from app.ui.pieces import files, theme
from app.ui.settings.organisation import TITLE
from app.ui.settings.page import SettingsPage
from app.ui.settings.rows import Setting
from app.ui.window import Window
from tests.pictures.call_pictures import own
from tests.ui import recordings
from tests.ui.at_history import open_call
from tests.ui.at_the_journal import PATIENCE_MS, press, shown
from tests.ui.walk import fitted, settle, walked
from tests.unit.report.reports import example, reading

STRICT = """
downloads = false
transcripts = "never"
keep_calls_days = 36500
keep_reflections_days = 36500
keep_follow_ups_days = 36500
keep_calm_days = 36500
idle_lock_min = 5
models_folder = "/srv/evenkeel/models"
hide_export = true
seal = true
"""
FIXED = {
    "Words of a call": "Never",
    "Calls": "36500 days",
    "Reflections": "36500 days",
    "Kept or missed promises": "36500 days",
    "Times of calm": "36500 days",
    "Lock when idle for": "5 minutes",
}
"""Setting to what is shown of it under that policy."""

A_WAY_OUT = re.compile(r"export|print|save (page|as|numbers)", re.IGNORECASE)
free = pytest.mark.parametrize("strict", [""], indirect=True)


@pytest.fixture(autouse=True)
def strict(request: pytest.FixtureRequest, fix: Callable[[str], Path]) -> Path:
    """That policy holds from before the window starts; `free`: one that fixes nothing."""
    return fix(getattr(request, "param", STRICT))


def settings_page(window: Window) -> SettingsPage:
    window.go_to("settings")
    QApplication.processEvents()
    return window.settings_page


def rows(page: SettingsPage) -> list[Setting]:
    return [row for row in page.findChildren(Setting) if row.isVisible()]


def ways_out(widget: QWidget) -> list[str]:
    """Give the buttons in sight by which something readable leaves."""
    names = [each.accessibleName() for each in widget.findChildren(QPushButton) if each.isVisible()]
    return [name for name in names if A_WAY_OUT.match(name)]


def test_each_fixed_setting_says_so_and_can_t_be_changed(opened: Window) -> None:
    fixed = {row.name: row for row in rows(settings_page(opened)) if not row.control.isEnabled()}
    assert {name: row.control.currentText() for name, row in fixed.items()} == FIXED
    for row in fixed.values():
        assert shown(row).split("\n")[-1].startswith(policy.SET_BY)
        assert row.control.accessibleDescription().startswith(policy.SET_BY)
        assert not row.back.isVisible()
    assert not [
        row for row in rows(opened.settings_page) if row.name not in FIXED and policy.SET_BY in shown(row)
    ]


def test_what_is_fixed_is_found_by_searching_for_the_organisation(opened: Window) -> None:
    page = settings_page(opened)
    page.search.setText("organisation")
    assert {row.name for row in rows(page)} == {*FIXED}
    card = next(each for each in page.sections if each.title == TITLE)
    for part in ("speech model is downloaded", "/srv/evenkeel/models", "Nothing is exported", "sealed"):
        assert part in shown(card)
    assert str(policy.place()) in shown(card).replace("\u200b", "")


@free
def test_without_a_policy_nothing_of_it_is_shown(opened: Window) -> None:
    page = settings_page(opened)
    assert all(row.control.isEnabled() for row in rows(page))
    assert TITLE not in [each.title for each in page.sections]
    assert "organisation" not in shown(page)
    assert page.journal.export.export.isVisible()


def test_resetting_all_changes_nothing_that_is_fixed(opened: Window, home: Path) -> None:
    page = settings_page(opened)
    for row in page.findChildren(Setting):
        row.reset_asked.emit()
    assert opened.settings.now.transcript_kept == KeptSettings(home).now.transcript_kept == "never"
    assert opened.settings.now.idle_lock_min == 5


def test_settings_under_a_policy_fit_and_are_named(opened: Window, qtbot: QtBot) -> None:
    page = settings_page(opened)

    def stops() -> Iterator[tuple[str, QWidget]]:
        yield "all", opened
        page.search.setText("organisation")
        yield "searched", opened
        page.search.clear()

    assert fitted(opened, qtbot, stops) == []
    theme.current().scale(1)
    page.search.setText("organisation")
    settle(opened, qtbot)
    assert walked(iter([("searched", opened)])) == []


def test_no_page_offers_a_way_out(filled: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert _walk(filled, qtbot, tmp_path) == set()


@free
def test_without_a_policy_the_same_walk_finds_them(filled: Window, qtbot: QtBot, tmp_path: Path) -> None:
    assert _walk(filled, qtbot, tmp_path) == {
        "Export …",
        "Export these …",
        "Export this one …",
        "Export all …",
        "Export as CSV …",
        "Print …",
        "Save as PDF …",
        "Save page as HTML",
        "Save page as HTML …",
        "Save numbers as JSON …",
    }


def _walk(window: Window, qtbot: QtBot, folder: Path) -> set[str]:
    """Go to all that could be taken along, and give the ways out that are offered."""
    found: set[str] = set()
    window.settings.change(engine="none")
    settings_page(window)
    found |= set(ways_out(window))
    window.go_to("history")
    open_call(window, qtbot)
    found |= set(ways_out(window))
    press(window, "Esc")
    found |= set(ways_out(window))
    window.go_to("prepare")
    qtbot.waitUntil(window.prepare.form.edit.isEnabled, timeout=PATIENCE_MS)
    window.prepare.form.edit.click()
    found |= set(ways_out(window))
    window.go_to("review")
    window.review.open([recordings.cut(folder / "one.wav")])
    recordings.kept(window, qtbot, "one.wav")
    press(window, "Alt+3")
    found |= set(ways_out(window))
    press(window, "Esc")
    window.review.open([folder / "one.wav", recordings.cut(folder / "two.wav")])
    qtbot.waitUntil(window.review.comparison.isVisible, timeout=PATIENCE_MS)
    found |= set(ways_out(window))
    coaching = own().now
    summary = Summary(example(), reading(example()), coaching.call_types["complaint"], coaching)
    qtbot.addWidget(summary)
    summary.show()
    return found | set(ways_out(summary))


def test_the_keys_for_it_say_why_not(filled: Window, qtbot: QtBot) -> None:
    window = filled
    window.go_to("history")
    tab = window.history.calls
    qtbot.waitUntil(lambda: tab.export.isEnabled() and bool(tab.told.text()), timeout=PATIENCE_MS)
    press(window, "Ctrl+E")
    qtbot.waitUntil(lambda: policy.EXPORT_REFUSED in shown(tab), timeout=PATIENCE_MS)
    view = open_call(window, qtbot)
    press(window, "Ctrl+P")
    qtbot.waitUntil(lambda: policy.EXPORT_REFUSED in shown(view), timeout=PATIENCE_MS)


def test_no_file_is_written_whoever_asks(tmp_path: Path) -> None:
    told: list[str] = []
    assert not files.write(tmp_path / "call.html", b"all of it", told.append)
    assert told == [policy.EXPORT_REFUSED] and list(tmp_path.glob("call*")) == []


def test_an_export_into_a_folder_is_refused_behind_the_button_too(
    opened: Window, qtbot: QtBot, tmp_path: Path
) -> None:
    card = settings_page(opened).journal.export
    card.export_to(tmp_path / "out")
    qtbot.waitUntil(lambda: policy.EXPORT_REFUSED in card.work.told.text(), timeout=PATIENCE_MS)
    assert not (tmp_path / "out").exists()


def test_a_backup_file_is_still_made(opened: Window, qtbot: QtBot, tmp_path: Path) -> None:
    copies = settings_page(opened).journal.copies
    assert copies.write.isVisible() and copies.write.isEnabled()
    copies.write_to(tmp_path / "mine.evenkeel")
    qtbot.waitUntil(lambda: "Written as" in copies.work.told.text(), timeout=PATIENCE_MS)


def test_the_list_of_keys_leaves_out_what_is_switched_off(qtbot: QtBot, fix: Callable[[str], Path]) -> None:
    listed = KeysList()
    qtbot.addWidget(listed)
    listed.show()
    assert "Print the call" not in shown(listed) and "Export what is listed" not in shown(listed)
    fix("")
    whole = KeysList()
    qtbot.addWidget(whole)
    whole.show()
    assert "Print the call" in shown(whole) and "Export what is listed" in shown(whole)


def test_the_first_start_says_who_set_how_long_words_are_kept(
    show_window: Callable[[], Window], fix: Callable[[str], Path], home: Path, qtbot: QtBot
) -> None:
    window = show_window()

    def said() -> str:
        first = FirstStart(KeptSettings(home), window.journal)
        qtbot.addWidget(first)
        first.show()
        first._show(len(first.steps) - 1)
        return shown(first).replace("\u200b", "")

    assert KEPT_AS_SET in said()
    fix("")
    assert KEPT_AS_CHOSEN in said()


def test_a_policy_that_can_t_be_followed_keeps_the_window_shut_and_says_why(
    fix: Callable[[str], Path], home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = fix("downloads = perhaps")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "information", lambda parent, title, text: told.append(text))
    assert application.run() == 2
    (sentence,) = told
    assert str(path) in sentence and "ask your administrator" in sentence
    assert not home.exists()
