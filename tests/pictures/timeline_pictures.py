"""Every state of the timeline to look at: a function a state, each gives a widget ready to be grabbed."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.timeline import samples
from app.session.waveform import Waveform
from app.ui.pieces import theme
from app.ui.review.shown import Shown
from app.ui.review.timeline.span import View
from app.ui.review.timeline.timeline import TimelineView
from tests.ui import drawn_calls as calls
from tests.ui.drawn_calls import Sound


def made(shown: Shown, *, sound: bool = True, size: tuple[int, int] = (1000, 330)) -> QWidget:
    """Give a window with the timeline of a call on the window's ground."""
    window = QWidget()
    window.setAutoFillBackground(True)
    column = QVBoxLayout(window)
    column.setContentsMargins(16, 16, 16, 16)
    view = TimelineView()
    column.addWidget(view)
    window.resize(*size)
    window.show()
    if sound:
        view.show_sound(cast(Waveform, Sound(shown.report)))
    view.show_call(shown)
    window.timeline = view  # type: ignore[attr-defined]
    QTest.qWait(50)
    return window


def at(window: QWidget, start_s: float, end_s: float) -> QWidget:
    """Give it with this part of the call in view."""
    view = cast(TimelineView, window.timeline)  # type: ignore[attr-defined]
    view.canvas.set_view(View(samples(start_s), samples(end_s - start_s), view.canvas.view.length))
    return window


def running() -> QWidget:
    shown = calls.until(samples(66))
    window = made(shown, sound=False)
    sound = Sound(shown.report, reached=samples(90), done=False)
    window.timeline.show_sound(cast(Waveform, sound))  # type: ignore[attr-defined]
    return window


def playing() -> QWidget:
    window = at(made(calls.marked()), 30, 50)
    view = cast(TimelineView, window.timeline)  # type: ignore[attr-defined]
    view.show_position(samples(41.3))
    view.choose(samples(34.2), samples(35.9))
    view.canvas.move_cursor(samples(46.0))
    view.canvas.setFocus()
    return window


def as_table(size: tuple[int, int] = (1000, 400)) -> QWidget:
    window = made(calls.marked(), size=size)
    view = cast(TimelineView, window.timeline)  # type: ignore[attr-defined]
    view.as_table.click()
    view.table.choose(samples(44.3))
    view.table.setFocus(Qt.FocusReason.TabFocusReason)
    return window


def large(make: Callable[[], QWidget]) -> QWidget:
    theme.current().scale(2)
    return make()


STATES: dict[str, Callable[[], QWidget]] = {
    "timeline-whole": lambda: made(calls.marked()),
    "timeline-mid": lambda: at(made(calls.marked()), 24, 64),
    "timeline-heated": lambda: at(made(calls.marked()), 54, 110),
    "timeline-two-seconds": lambda: at(made(calls.marked()), 34, 36),
    "timeline-playing": playing,
    "timeline-running": running,
    "timeline-no-sound": lambda: made(calls.marked(), sound=False),
    "timeline-mono": lambda: made(calls.mono()),
    "timeline-mono-narrow": lambda: made(calls.mono(), size=(520, 300)),
    "timeline-three-hours": lambda: made(calls.long_call()),
    "timeline-three-hours-10-min": lambda: at(made(calls.long_call()), 3600, 4200),
    "timeline-low": lambda: made(calls.marked(), size=(1000, 232)),
    "timeline-narrow": lambda: made(calls.marked(), size=(520, 320)),
    "timeline-large": lambda: large(lambda: made(calls.marked(), size=(1000, 560))),
    "timeline-large-narrow": lambda: large(lambda: made(calls.marked(), size=(520, 480))),
    "timeline-table": as_table,
    "timeline-table-narrow": lambda: as_table((520, 400)),
    "timeline-table-large": lambda: large(lambda: as_table((520, 460))),
    "timeline-empty": lambda: _empty(),
}


def _empty() -> QWidget:
    view = TimelineView()
    view.resize(700, 240)
    return view
