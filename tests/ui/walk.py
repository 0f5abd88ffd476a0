"""How tests go over every page: each in turn, at several sizes, and by the Tab key."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.ui.calm.circle import BreathCircle
from app.ui.calm.steps import BreathSteps
from app.ui.pieces import theme
from app.ui.pieces.errand import Errand
from app.ui.pieces.moods import Face
from app.ui.pieces.parts import Drawing
from app.ui.pieces.shapes import Shape
from app.ui.settings.bands import BandBar
from app.ui.window import Window
from tests.ui.room import called, flaws, in_sight

USUAL = (QSize(1040, 720), 1.0)
SMALLEST = (QSize(560, 400), 2.0)
"""A size of the window and one of its type: the usual ones, and the hardest that every page fits."""

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox, QAbstractScrollArea)

DECORATIVE = (Drawing, Shape, Face, BandBar, BreathCircle, BreathSteps)
"""Pictures that say nothing that words beside them don't."""

_A_WORD = re.compile(r"[^\W\d_]{2}")
_HEADINGS = ("title", "display")
_MOST_STOPS = 300
_MOMENT_MS = 500
_CLICK, _TAB = Qt.FocusPolicy.ClickFocus, Qt.FocusPolicy.TabFocus


def settle(window: QWidget, qtbot: QtBot) -> None:
    """Wait until what was asked of the journal and other threads is there, and everything has its place."""
    for _ in range(3):  # an answer may ask on
        qtbot.waitUntil(lambda: not window.findChildren(Errand), timeout=20_000)
        if isinstance(window, Window) and window.journal.journal is not None:
            window.journal.journal.read(lambda db: None).result()
        for _ in range(3):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()


def fitted(window: QWidget, qtbot: QtBot, stops: Callable[[], Iterator[tuple[str, QWidget]]]) -> list[str]:
    """Give each flaw at the usual and the smallest size, and its stops."""
    found: dict[str, list[str]] = {}
    for size, scale in (USUAL, SMALLEST):
        theme.current().scale(scale)
        window.resize(size)
        look = f"{_by(size)} {scale:.0%}"
        for stop, shown in stops():
            if shown is not window:
                shown.resize(shown.size().boundedTo(size))
            settle(shown, qtbot)
            with suppress(qtbot.TimeoutError):  # Qt may need another moment to find all places
                qtbot.waitUntil(lambda shown=shown: not any(flaws(shown)), timeout=_MOMENT_MS)
            for flaw in dict.fromkeys([*flaws(shown), *_grown(shown, size)]):
                found.setdefault(f"{look}: {flaw}", []).append(stop)
    return [f"{flaw} ({'; '.join(where)})" for flaw, where in found.items()]


def walked(stops: Iterator[tuple[str, QWidget]]) -> list[str]:
    """Give what keys do not reach and ears do not hear, and its stops."""
    found: dict[str, list[str]] = {}
    for stop, shown in stops:
        shown.activateWindow()  # this screen activates all that is shown, the HUD too
        assert QTest.qWaitForWindowActive(shown)
        order, wrong = tab_order(shown)
        for flaw in dict.fromkeys([*wrong, *unreached(shown, order), *unnamed(shown)]):
            found.setdefault(flaw, []).append(stop)
    return [f"{flaw} ({'; '.join(where)})" for flaw, where in found.items()]


def _grown(shown: QWidget, size: QSize) -> list[str]:
    """Tell where a window does not become as small as it was asked to."""
    large = shown.width() > size.width() or shown.height() > size.height()
    return [f"the window grows to {_by(shown.size())}"] if large else []


def _by(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"


# By the Tab key, and by ear


def tab_order(window: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the focus has been everywhere; give its stops in order, and what is wrong with them."""
    order: list[QWidget] = []
    again: list[QWidget] = []
    wrong: list[str] = []
    last, seen = None, QImage()
    while len(again) <= len(order) < _MOST_STOPS:  # once more round, as what is used allows for more
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        if last is not None and stop is not last and last.grab().toImage() == seen:
            wrong.append(f"{called(last)}: nothing shows that it has the focus")
        if stop is None or (stop is last and len(_takers(window)) > 1):
            return order, [*wrong, f"{called(last or window)}: the focus does not get on from here"]
        last = None
        if stop in order:
            again.append(stop)
            continue
        again.clear()
        order.append(stop)
        last, seen = stop, stop.grab().toImage()
        if not stop.isEnabled():
            wrong.append(f"{called(stop)}: it takes the focus and can't be used")
        if hidden := _out_of_sight(stop):
            wrong.append(f"{called(stop)}: it has the focus with {hidden} px out of sight")
    wrong += [f"{called(each)}: the focus does not come back to it" for each in order if each not in again]
    return order, wrong


class Strays(QObject):
    """Notes what is shown before it is put into a window: it flickers as one of its own."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.seen: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note what is a window without being meant as one."""
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            meant = isinstance(watched, QMainWindow) or watched.windowType() is not Qt.WindowType.Window
            self.seen += [] if meant else [f"{called(watched)}: it flickers as a window of its own"]
        return False


def unreached(window: QWidget, order: list[QWidget]) -> Iterator[str]:
    """Give the controls in sight that the Tab key leaves out."""
    for each in _takers(window):
        if each not in order and not _one_of_many(each, order):
            yield f"{called(each)}: the Tab key does not reach it"


def _takers(window: QWidget) -> list[QWidget]:
    """Give what takes the focus now; a text, or what holds controls, may take it by mouse alone."""
    return [each for each in in_sight(window) if _takes_focus(each) and each.isEnabled()]


def _takes_focus(widget: QWidget) -> bool:
    policy = _CLICK if isinstance(widget, CONTROLS) else _TAB
    return bool(widget.focusPolicy() & policy) and widget.focusProxy() is None


def unnamed(shown: QWidget) -> Iterator[str]:
    """Give what a screen reader would have no words for: what takes the focus, buttons, and pictures."""
    for each in in_sight(shown):
        control = _takes_focus(each) or isinstance(each, QAbstractButton)
        if control and not _A_WORD.search(name := _name(each, shown)):
            yield f"{called(each)}: its name is {name!r}"
        if _is_picture(each) and not (each.accessibleName() or each.parentWidget().accessibleName()):
            yield f"{called(each)}: a picture without a name"


def headless(shown: QWidget) -> Iterator[str]:
    """Tell where nothing in sight is a heading."""
    if not any(isinstance(each, QLabel) and each.property("role") in _HEADINGS for each in in_sight(shown)):
        yield "there is no heading"


def _name(widget: QWidget, window: QWidget) -> str:
    """Give what a screen reader calls it: its own name, its text, or that of its label."""
    own = widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")
    buddies = (label.text() for label in window.findChildren(QLabel) if label.buddy() is widget)
    return own or next(buddies, "")


def _is_picture(widget: QWidget) -> bool:
    """Whether it shows something that is not text: a pixmap, a chart, or what this house paints itself."""
    if isinstance(widget, DECORATIVE):
        return False
    if isinstance(widget, QLabel):
        return not widget.pixmap().isNull()
    return isinstance(widget, QGraphicsView) or any(
        "paintEvent" in vars(kind) for kind in type(widget).__mro__ if kind.__module__.startswith("app.")
    )


def _one_of_many(widget: QWidget, order: list[QWidget]) -> bool:
    """Whether arrow keys lead to it from another of its group."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(other in order for other in group.buttons())
    alike = isinstance(widget, QAbstractButton) and widget.autoExclusive()
    return alike and any(other.parent() is widget.parent() for other in order if type(other) is type(widget))


def _out_of_sight(widget: QWidget) -> int:
    """Give how many pixels of its height are not in sight; one line is enough of what is too tall."""
    seen, room = widget.rect(), widget.height()
    inside = widget
    while (above := inside.parentWidget()) is not None and not inside.isWindow():
        seen = QRect(inside.mapToParent(seen.topLeft()), seen.size()) & above.rect()
        room, inside = min(room, above.height()), above
    needed = widget.height() if room == widget.height() else widget.fontMetrics().height()
    return max(0, needed - seen.height())
