"""Every state of the window to look at: a function a state, each gives a widget ready to be grabbed."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app import paths
from app.audio.devices import Device, Kind
from app.audio.streams import Condition, StreamState
from app.content import load_coaching
from app.domain.timeline import Speaker
from app.session.bleed_check import Bleed, Listens
from app.settings import KeptSettings
from app.ui.call import small_display
from app.ui.call.hud import NO_HUD, why_not
from app.ui.keys_help import KeysHelp
from app.ui.pieces import theme
from app.ui.settings import inputs
from app.ui.shortcuts import PAGES
from app.ui.window import Window
from tests.ui.recorded import PlayedCall

SIZE = (1040, 720)
DEVICES = [
    Device("headset", "USB Headset Mono", Kind.MICROPHONE, True, "PipeWire"),
    Device("monitor", "Monitor of USB Headset", Kind.MONITOR, False, "PipeWire"),
    Device("built-in", "Built-in Microphone", Kind.MICROPHONE, False, "PipeWire"),
]
HEARD = {
    Speaker.AGENT: StreamState(Condition.HEARING, "USB Headset Mono", level_db=-19.0),
    Speaker.CUSTOMER: StreamState(Condition.HEARING, "Monitor of USB Headset", level_db=-27.0),
}


def window(page: str = "today", *, first_start_done: bool = True) -> Window:
    """Give a window as a new user has it, on one of its pages."""
    settings = KeptSettings(Path(tempfile.mkdtemp()))
    settings.change(page=page, first_start_done=first_start_done, call_type="complaint")
    made = Window(settings, load_coaching(paths.resources_folder() / "content"))
    made.resize(*SIZE)
    return made


def settings_heard() -> QWidget:
    made = window("settings")
    made.show()
    for choice in (made.settings_page.microphone, made.settings_page.customer):
        choice.offer(DEVICES)
    for speaker, meter in made.settings_page.meters.items():
        meter.show_state(HEARD[speaker])
    return made


def first_start(number: int) -> QWidget:
    made = window(first_start_done=False)
    made.show()
    start = made.first_start
    assert start is not None
    for _ in range(number - 1):
        start.skip.click()  # at each step, also where going on would ask for a passphrase
    for step in start.steps:
        step.show_inputs(len(DEVICES))
        step.show_levels(HEARD)
        if isinstance(choice := getattr(step, "choice", None), inputs.InputChoice):
            choice.offer(DEVICES)
        step.show_comparison(Bleed(Listens.LOUDSPEAKER, -14.0))
    return made


def told() -> QWidget:
    made = window("call")
    made.notice.say("The model was not found in the models folder; choose another one in Settings.")
    return made


def in_call(page: str = "call") -> Window:
    made, call = window(page), PlayedCall()
    made.show()
    call.play(65.0)
    made.calls.take(call, "complaint")
    return made


def summed_up() -> QWidget:
    made, call = window("call"), PlayedCall()
    made.show()
    made.calls.take(call, "complaint")
    call.play(100.0)
    call.finish()
    return made


def compact() -> QWidget:
    small_display.why_not = lambda: NO_HUD
    made = in_call()
    small_display.why_not = why_not
    made.small.show_or_hide()
    assert made.small.compact is not None
    made.small.compact.held_by = made  # type: ignore[attr-defined]
    return made.small.compact


def narrow() -> QWidget:
    made = window("settings")
    made.resize(1024, 640)
    theme.current().scale(2)
    return made


def smallest() -> QWidget:
    made = window("today")
    theme.current().scale(2)
    made.resize(560, 400)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    **{page: lambda page=page: window(page) for page in PAGES},
    "settings-heard": settings_heard,
    **{f"first-start-{number}": lambda number=number: first_start(number) for number in range(1, 7)},
    "notice": told,
    "keys": lambda: KeysHelp(),
    "large-text": narrow,
    "smallest": smallest,
    "window-in-call": in_call,
    "window-summary": summed_up,
    "in-call-today": lambda: in_call("today"),
    "compact": compact,
}
