"""Settings to look at: all of it, searched, with choices of one's own, and where there is little room."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.ui.keys_help import KeysHelp
from app.ui.pieces import theme
from app.ui.window import Window
from tests.pictures import journal_pictures

OWN = {
    "own_bands": {"complaint": [0.2, 0.4], "sales": [0.4, 0.5]},
    "hints_off": ["explain-enough", "paraphrase"],
    "own_jargon": {"general": {"widget": "the small tool", "SLA": "the time we promise"}},
    "own_negative_words": ["a joke", "not good enough", "never again"],
    "calm_pattern": "box",
    "calm_tone": True,
    "keep_calls_days": 365,
}
TALL = 6200
"""Pixels in which the whole of Settings is seen at once."""


def page(typed: str = "", section: str = "", *, own: bool = False) -> Window:
    """Give the window on Settings, searched or at a section, with choices of one's own if wanted."""
    made = journal_pictures.window("settings", calls=3)
    made.go_to("settings")
    shown = made.settings_page
    if own:
        made.settings_page._settings.change(**OWN)
    shown.search.setText(typed)
    if section:
        QTest.qWait(100)
        titles = [each.title for each in shown.sections]
        shown.contents.entered.emit(titles.index(section))
    QTest.qWait(300)
    return made


def tall() -> Window:
    made = page(own=True)
    made.resize(1040, TALL)
    QTest.qWait(300)
    return made


def reset() -> Window:
    made = page(section="Negative words", own=True)
    made.settings_page.negative.lines.appendPlainText("{odd}")
    made.settings_page.negative.lines.pause()
    QTest.qWait(50)
    next(row for row in made.settings_page._rows if row.control is made.settings_page.jargon).back.click()
    return made


def no_band() -> Window:
    made = page(section="Calls")
    band = made.settings_page.calls.bands["complaint"]
    band.low.setValue(60)
    QTest.qWait(50)
    return made


def large(section: str, typed: str = "") -> Window:
    theme.current().scale(2)
    made = page(typed, own=True)
    made.resize(560, 400)
    QTest.qWait(100)
    titles = [each.title for each in made.settings_page.sections]
    if section:
        made.settings_page.contents.entered.emit(titles.index(section))
    QTest.qWait(100)
    return made


def keys(*, small: bool = False) -> QWidget:
    if small:
        theme.current().scale(2)
    made = journal_pictures.window(calls=None)
    shown = KeysHelp(made)
    shown.open()
    if small:
        QTest.qWait(100)
        shown.resize(560, 400)
    shown.held_by = made  # type: ignore[attr-defined]
    QTest.qWait(100)
    return shown


STATES: dict[str, Callable[[], QWidget]] = {
    "settings-top": page,
    "settings-all": tall,
    "settings-search": lambda: page("calm tone"),
    "settings-nothing": lambda: page("colour of the sky"),
    "settings-calls": lambda: page(section="Calls", own=True),
    "settings-no-band": no_band,
    "settings-hints": lambda: page(section="Hints", own=True),
    "settings-reset": reset,
    "settings-journal": lambda: page(section="Journal", own=True),
    "settings-large": lambda: large(""),
    "settings-large-calls": lambda: large("Calls"),
    "settings-large-hints": lambda: large("Hints"),
    "settings-large-jargon": lambda: large("Jargon"),
    "settings-large-search": lambda: large("", "retention"),
    "settings-keys": keys,
    "settings-keys-large": lambda: keys(small=True),
}
