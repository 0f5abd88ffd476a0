"""Every state of Calm to look at: a function a state, each gives a widget ready to be grabbed."""

from collections.abc import Callable

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.breathing import BOX, FOUR_SEVEN_EIGHT, SIGH, THREE_BREATHS, Pattern, to_keep
from app.ui.calm.breathing_view import BreathingView
from app.ui.pieces import theme
from app.ui.window import Window
from tests.pictures import window_pictures
from tests.ui.calm_clock import StillClock


def window(**chosen: object) -> Window:
    made = window_pictures.window("calm")
    made.settings.change(**{"motion": "full", **chosen})
    made.show()
    QTest.qWait(30)
    return made


def at(view: BreathingView, t: float, *, paused: bool = False, slept: bool = False) -> None:
    """Put a running exercise `t` seconds after its start, and let it stand there."""
    clock = StillClock()
    exercise = view.exercise
    exercise._timer.stop()
    exercise._now = clock
    exercise._zero = clock.t - t
    exercise._looked_at = clock.t
    exercise.look()
    if slept:
        clock.t += 60
        exercise.look()
    elif paused:
        exercise.pause_or_go_on()
    view.circle.repaint()


def breathing(
    pattern: Pattern,
    t: float,
    length_s: int = 120,
    *,
    paused: bool = False,
    slept: bool = False,
    **chosen: object,
) -> Window:
    made = window(calm_pattern=pattern.id, calm_length_s=length_s, **chosen)
    made.calm.begin()
    at(made.calm.view, t, paused=paused, slept=slept)
    return made


def after(call_id: int | None = None) -> Window:
    made = window(calm_pattern="box", calm_length_s=120)
    made.calm.begin(call_id)
    view = made.calm.view
    at(view, 119.0)
    view.exercise._now.t += 1.1  # type: ignore[attr-defined]
    view.exercise.look()
    return made


def choosing(pattern: Pattern = THREE_BREATHS, *, own: bool = False) -> Window:
    held = {"own-1": to_keep("Long way out", [*SIGH.phases, *BOX.phases[1:2]])} if own else {}
    made = window(calm_pattern="own-1" if own else pattern.id, own_patterns=held)
    made.calm.choosing.refresh()
    return made


def thought(number: int) -> Window:
    made = choosing()
    made.calm.thought._turn = number
    made.calm.thought._show()
    return made


def form(*, nameless: bool = False) -> Window:
    made = choosing(own=not nameless)
    (made.calm.choosing.new if nameless else made.calm.choosing.change).click()
    return made


def apart(t: float = 2.0, *, over: bool = False, pattern: Pattern = BOX) -> QWidget:
    made = window(calm_pattern=pattern.id, calm_length_s=60)
    made.calm.breathe_apart()
    shown = made.calm.apart
    assert shown is not None
    at(shown.view, t)
    if over:
        shown.view.exercise._now.t += 60.0 - t if t < 58 else 1.9  # type: ignore[attr-defined]
        shown.view.exercise.look()
    shown.held_by = made  # type: ignore[attr-defined]
    return shown


def offered() -> Window:
    made = window_pictures.summed_up()
    assert isinstance(made, Window)
    QTest.qWait(100)
    return made


def small(make: Callable[[], QWidget], scale: float = 2.0) -> QWidget:
    theme.current().scale(scale)
    made = make()
    made.resize(560, 400)
    QTest.qWait(50)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "calm-choosing": choosing,
    "calm-choosing-box": lambda: choosing(BOX),
    "calm-choosing-own": lambda: choosing(own=True),
    "calm-thought-judge": lambda: thought(2),
    "calm-in": lambda: breathing(BOX, 2.4),
    "calm-hold": lambda: breathing(FOUR_SEVEN_EIGHT, 7.5),
    "calm-out": lambda: breathing(THREE_BREATHS, 6.6),
    "calm-rest": lambda: breathing(BOX, 13.5),
    "calm-sip": lambda: breathing(SIGH, 3.4),
    "calm-as-it-comes": lambda: breathing(FOUR_SEVEN_EIGHT, 25.0, 30),
    "calm-paused": lambda: breathing(BOX, 2.4, paused=True),
    "calm-slept": lambda: breathing(BOX, 2.4, slept=True),
    "calm-reduced": lambda: breathing(BOX, 6.2, motion="reduced"),
    "calm-reduced-sigh": lambda: breathing(SIGH, 5.2, motion="reduced"),
    "calm-after": after,
    "calm-after-call": lambda: after(1),
    "calm-own": form,
    "calm-own-new": lambda: form(nameless=True),
    "calm-offered": offered,
    "calm-apart": apart,
    "calm-apart-out": lambda: apart(10.0),
    "calm-apart-over": lambda: apart(58.5, over=True),
    "calm-choosing-large": lambda: small(choosing),
    "calm-in-large": lambda: small(lambda: breathing(BOX, 2.4)),
    "calm-in-small": lambda: small(lambda: breathing(BOX, 2.4), 1.0),
    "calm-reduced-large": lambda: small(lambda: breathing(BOX, 6.2, motion="reduced")),
    "calm-after-large": lambda: small(lambda: after(1)),
    "calm-own-large": lambda: small(form),
    "calm-offered-large": lambda: small(offered),
}
