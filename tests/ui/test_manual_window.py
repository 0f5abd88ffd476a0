"""F1: the manual at the page that fits, read, searched and left by keyboard, and nothing from outside."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.report import reading, words
from app.ui.keys_help import KeysHelp
from app.ui.manual import pages
from app.ui.manual.window import ManualWindow
from app.ui.pieces import theme
from app.ui.settings.rows import Row
from app.ui.shortcuts import PAGE_KEYS, PAGES, SHORTCUTS, shortcut
from app.ui.window import Window
from tests.ui.at_the_journal import press
from tests.ui.recorded import PlayedCall
from tests.ui.room import flaws
from tests.ui.walk import SMALLEST, settle

ROOT = paths.resources_folder() / "manual"


@pytest.fixture
def manual(qtbot: QtBot) -> ManualWindow:
    """The manual on its first page, by itself."""
    shown = ManualWindow(ROOT, ROOT)
    qtbot.addWidget(shown)
    shown.open(pages.START)
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def opened_by(window: Window, key: str) -> ManualWindow:
    """Press a key that opens it, and give it."""
    press(window, key)
    shown = window.day.manual.shown
    assert shown is not None
    assert shown.isVisible()
    return shown


def heading(manual: ManualWindow) -> str:
    """Give the first heading that is in sight."""
    cursor = manual.reader.cursorForPosition(manual.reader.viewport().rect().topLeft())
    block = cursor.block()
    while block.isValid() and not block.blockFormat().headingLevel():
        block = block.next()
    return block.text()


# F1


@pytest.mark.parametrize("page", PAGES)
def test_f1_opens_the_page_that_fits(page: str, show_window: Callable[[], Window]) -> None:
    window = show_window()
    window.go_to(page)
    shown = opened_by(window, "F1")
    assert shown.address == pages.PLACES[page]
    _, _, place = shown.address.partition("#")
    assert not place or pages.anchor(heading(shown)) == place


def test_f1_works_at_the_lock(locked: Window) -> None:
    assert opened_by(locked, "F1").address == pages.PLACES["lock"]


def test_f1_works_in_the_first_start(show_window: Callable[[], Window]) -> None:
    window = show_window()
    window.run_first_start()
    assert opened_by(window, "F1").address == pages.PLACES["first start"]


def test_there_is_one_manual_and_it_goes_with_the_window(show_window: Callable[[], Window]) -> None:
    window = show_window()
    shown = opened_by(window, "F1")
    window.go_to("review")
    assert opened_by(window, "F1") is shown
    window.quit()
    assert not shown.isVisible()


def test_the_keys_and_about_lead_to_it(show_window: Callable[[], Window], qtbot: QtBot) -> None:
    window = show_window()
    press(window, "?")
    assert window.day.manual.shown is None
    (keys,) = window.findChildren(KeysHelp)
    keys.manual.click()
    manual = window.day.manual.shown
    assert manual is not None
    assert manual.isVisible()
    assert not keys.isVisible()
    manual.close()
    window.go_to("settings")
    settle(window, qtbot)
    window.settings_page.about.privacy.click()
    assert manual.isVisible()
    assert manual.address == "journal.md"


def test_the_keys_of_a_call_work_while_it_is_read(show_window: Callable[[], Window]) -> None:
    window, call = show_window(), PlayedCall()
    window.calls.take(call, "complaint")
    call.play(20.0)
    manual = opened_by(window, "F1")
    press(manual, "M")
    assert call.asked == ["mark"]
    manual.search.setFocus()
    QTest.keyClicks(manual.search, "me")
    assert call.asked == ["mark"]
    assert window.calls.running
    call.finish()


def test_a_manual_that_is_not_whole_is_said_in_the_window(
    show_window: Callable[[], Window], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = show_window()
    monkeypatch.setattr(paths, "resources_folder", lambda: tmp_path)
    press(window, "F1")
    assert window.day.manual.shown is None
    assert any("Install Evenkeel again" in label.text() for label in window.notice.findChildren(QLabel))


# Going about


def test_links_lead_from_page_to_page_and_back(manual: ManualWindow) -> None:
    manual.reader.asked.emit("numbers.md#not-measurable")
    assert heading(manual) == "Not measurable"
    manual.reader.asked.emit("#hints")
    assert manual.address == "numbers.md#hints"
    press(manual, "Alt+Left")
    assert manual.address == "numbers.md#not-measurable"
    press(manual, "Alt+Left")
    assert manual.address == pages.START
    assert not manual.back_button.isEnabled()
    press(manual, "Alt+Right")
    assert manual.address == "numbers.md#not-measurable"
    press(manual, "Alt+Home")
    assert manual.address == pages.START


def test_the_tab_key_reaches_every_link_and_enter_follows(manual: ManualWindow) -> None:
    manual.reader.setFocus()
    QTest.keyClick(manual.reader, Qt.Key.Key_Tab)
    QTest.keyClick(manual.reader, Qt.Key.Key_Return)
    assert manual.address == "first-call.md"


def test_the_list_leads_to_every_page(manual: ManualWindow) -> None:
    titles = [manual.list.item(place).text() for place in range(manual.list.count())]
    assert titles == [page.title for page in manual.pages]
    for place, page in enumerate(manual.pages):
        manual.list.itemActivated.emit(manual.list.item(place))
        assert manual.reader.accessibleName() == page.title
        assert manual.windowTitle().startswith(page.title)


def test_esc_closes_it_but_first_ends_a_search(manual: ManualWindow) -> None:
    press(manual, "Ctrl+F")
    QTest.keyClicks(manual.search, "pause")
    assert manual.list.count()
    QTest.keyClick(manual.search, Qt.Key.Key_Escape)
    assert manual.search.text() == ""
    assert manual.isVisible()
    press(manual, "Esc")
    assert not manual.isVisible()


def test_a_search_leads_into_what_it_finds(manual: ManualWindow) -> None:
    press(manual, "Ctrl+F")
    QTest.keyClicks(manual.search, "blackhole")
    assert manual.list.item(0).text() == "The customer's side: macOS"
    QTest.keyClick(manual.search, Qt.Key.Key_Down)
    QTest.keyClick(manual.list, Qt.Key.Key_Return)
    assert manual.address == "customers-side.md#macos"
    assert {mark.cursor.selectedText() for mark in manual.reader.extraSelections()} == {"BlackHole"}
    assert manual.reader.hasFocus()


def test_a_search_for_nothing_says_so(manual: ManualWindow) -> None:
    manual.search.setText("colour of the sky")
    assert manual.list.count() == 0
    assert "Try another word" in manual.found.text()


@pytest.mark.parametrize("typed", ["", "keyring"])
@pytest.mark.parametrize("look", [(QSize(960, 720), 1.0), SMALLEST], ids=["usual", "smallest"])
def test_every_page_has_its_room(
    manual: ManualWindow, look: tuple[QSize, float], typed: str, qtbot: QtBot
) -> None:
    size, scale = look
    theme.current().scale(scale)
    manual.resize(size)
    for page in manual.pages:
        manual.search.setText(typed)
        manual.go(page.name)
        settle(manual, qtbot)
        assert manual.size() == size
        assert list(flaws(manual)) == []
        assert manual.reader.document().idealWidth() <= manual.reader.viewport().width(), page.name


# Nothing from outside


@pytest.mark.parametrize(
    "name",
    [
        "https://example.org/a.png",
        "file:///etc/hostname",
        "../content/cues.toml",
        "../icons/call.svg",
        "/etc/hostname",
        "//example.org/a.png",
        "qrc:/a.png",
    ],
)
def test_nothing_is_loaded_from_outside(manual: ManualWindow, name: str) -> None:
    for kind in QTextDocument.ResourceType:
        assert manual.reader.loadResource(kind.value, QUrl(name)) is None


@pytest.mark.parametrize(
    "target", ["https://example.org", "file:///etc/hostname", "gone.md", "mailto:a@b.example"]
)
def test_a_link_that_leads_out_is_shown_and_not_opened(
    manual: ManualWindow, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    manual.reader.anchorClicked.emit(QUrl(target))
    assert manual.address == pages.START
    assert target in manual.told.text()
    assert manual.told.isVisible()
    assert opened == []
    manual.go("numbers.md")
    assert not manual.told.isVisible()


def test_pictures_follow_the_look(manual: ManualWindow) -> None:
    def shown() -> QImage:
        picture = manual.reader.loadResource(
            QTextDocument.ResourceType.ImageResource.value, QUrl("pictures/call-light.png")
        )
        assert isinstance(picture, QImage)
        return picture

    manual.go("first-call.md#start-and-end")
    assert shown() == QImage(str(ROOT / "pictures" / "call-light.png"))
    theme.current().choose("dark")
    assert shown() == QImage(str(ROOT / "pictures" / "call-dark.png"))
    assert heading(manual) == "Start and end"


# What it says of the window is so


def test_every_setting_is_in_the_manual_and_there_is_no_other(opened: Window, qtbot: QtBot) -> None:
    opened.go_to("settings")
    settle(opened, qtbot)
    page = opened.settings_page
    names = {name.partition(":")[0] for section in page.sections for name in _names(section)} - {""}
    told = next(each for each in pages.load(ROOT) if each.name == "settings.md")
    rows = [line.split("|")[1].strip() for line in told.markdown.splitlines() if line.startswith("| **")]
    assert sorted(row.strip("*") for row in rows) == sorted(names)
    assert [each.title for each in told.sections[1:]] == [each.title for each in page.sections]


def _names(section: QWidget) -> list[str]:
    directly = Qt.FindChildOption.FindDirectChildrenOnly
    labels = [
        label for row in section.findChildren(Row) for label in row.findChildren(QLabel, options=directly)
    ]
    return [label.text() for label in labels if label.property("role") == "field"]


def test_every_key_is_on_the_page_keyboard_and_there_is_no_other() -> None:
    told = next(each for each in pages.load(ROOT) if each.name == "keyboard.md").markdown
    expected: dict[str, list[str]] = {"In a call": [], "Anywhere": [], "Pages": []}
    for each in SHORTCUTS:
        where = "In a call" if each.in_call else "Pages" if each.id in PAGES else "Anywhere"
        expected[where].append(f"| {' or '.join(f'`{key}`' for key in each.keys)} | {each.does} |")
    for name in PAGES:
        keys = [f"| `{key.shown}` | {key.does} |" for key in PAGE_KEYS if key.page == name]
        expected |= {f"On the page {name.capitalize()}": keys} if keys else {}
    shown: dict[str, list[str]] = {}
    for part in told.split("\n## ")[1:]:
        title, *lines = part.splitlines()
        shown[title] = [line for line in lines if line.startswith("| `")]
    assert shown.pop("In this manual")
    assert shown == expected


def test_every_key_that_is_named_anywhere_exists() -> None:
    known = {key for each in SHORTCUTS for key in each.keys}
    own = next(each for each in pages.load(ROOT) if each.name == "keyboard.md").markdown
    for line in own.splitlines():
        if line.startswith("| `"):
            for keys in line.split("|")[1].split("`")[1::2]:
                known |= {keys, *keys.replace(" to ", ", ").split(", ")}
    known |= {str(number) for number in range(1, 10)}
    chord = re.compile(r"(?<![\w-])(?:Ctrl|Alt|Shift)\+[\w+]*\w|`(?:[A-Z?]|F\d+|Esc|Enter|Space|Delete|Tab)`")
    documents = [*ROOT.glob("*.md"), ROOT.parents[1] / "README.md", ROOT.parents[1] / "SECURITY.md"]
    named = {key.strip("`") for path in documents for key in chord.findall(path.read_text(encoding="utf-8"))}
    assert named - known == set()
    assert shortcut("manual").keys == ("F1",)


def test_every_figure_and_label_is_explained(filled: Window) -> None:
    numbers = next(each for each in pages.load(ROOT) if each.name == "numbers.md").markdown
    names = {told for told, _ in reading._MEASURES.values()} - {
        "You spoke",
        "The customer spoke",
        "Both spoke at once",
        "Silence, pauses",
    }
    assert {name for name in names if f"**{name}**" not in numbers} == set()
    assert {label for label in words.LABELS.values() if label not in numbers} == set()
    for kind in filled.coaching.content.call_types.values():
        assert f"| {kind.title} | {words.band((kind.low, kind.high))} |" in numbers
