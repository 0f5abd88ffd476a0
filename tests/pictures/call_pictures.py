"""Every state of the call's widgets to look at: a function a state, each gives a widget to be grabbed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.content import load_coaching
from app.domain.report import Measures, Report, Source
from app.domain.techniques import Coaching
from app.domain.timeline import Gap, Speaker, samples
from app.own_coaching import OwnCoaching
from app.paths import resources_folder
from app.session.snapshot import Recognising
from app.settings import KeptSettings
from app.ui.call.hud import Hud
from app.ui.call.page import CallPage
from app.ui.call.watch import CallWatch
from tests.ui.recorded import HEARING, PlayedCall, recorded, troubles

PAGE = QSize(840, 590)
"""The call page's size in a window of 1024 x 640, beside navigation and below the top bar."""

NAME = "Call of 12 May, 14:05"


@cache
def coaching() -> Coaching:
    return load_coaching(resources_folder() / "content")


def own() -> OwnCoaching:
    return OwnCoaching(coaching(), KeptSettings(Path(tempfile.mkdtemp())))


def page() -> CallPage:
    """Before a call."""
    made = CallPage(CallWatch(), own())
    made.resize(PAGE)
    made.show_choices("complaint", "Headset microphone", "What this computer plays", "Moonshine, English")
    return made


def starting() -> CallPage:
    """A call is being started."""
    made = page()
    made.show_starting(True)
    return made


def running(until_s: float = 65.0, **changes: object) -> CallPage:
    """In a call: `until_s` seconds of the example, with some fields of the snapshot changed."""
    made, call = page(), PlayedCall()
    made.begin(NAME, "complaint")
    call.play(until_s)
    call.change(**changes)
    made.watch.watch(call)
    return made


def first_seconds() -> CallPage:
    """Nobody has spoken yet, and the recogniser is loading."""
    return running(0.5, recognising=Recognising.LOADING)


def praised() -> CallPage:
    return running(96.0)


def cut_in() -> CallPage:
    return running(37.0)


def paused() -> CallPage:
    return running(65.0, **dict(troubles())["paused"])


def unplugged() -> CallPage:
    return running(65.0, **dict(troubles())["agent lost"])


def two_troubles() -> CallPage:
    return running(65.0, **dict(troubles())["customer muted"], **dict(troubles())["recogniser restarting"])


def alone() -> CallPage:
    """Only the agent is heard: no talk ratio, with the reason."""
    made = running(65.0)
    call = made.watch.call
    assert isinstance(call, PlayedCall)
    whole = call.snapshot.measures
    call.change(
        measures=Measures(
            talk_share=whole.talk_share, agent_talk_s=whole.agent_talk_s, longest_monologue_s=27.0
        ),
        separation="mic-only",
        separation_reason=(
            "There is only the agent's channel, so nothing can be said about the customer's side; "
            "talk share counts every voice in that channel."
        ),
        streams={Speaker.AGENT: HEARING[Speaker.AGENT]},
    )
    made.watch.look()
    return made


def cards(typed: str = "", picked: int | None = None) -> CallPage:
    """The technique cards: the list, what `typed` leaves of it, or a card of it."""
    made = running(65.0)
    made.show_cards()
    panel = made.running.cards
    if typed:
        panel.filter.setText(typed)
        panel.filter.textEdited.emit(typed)
    if picked is not None:
        panel.show_card(panel.listed[picked])
    return made


def cards_filtered() -> CallPage:
    return cards("t")


def card() -> CallPage:
    return cards("s", 0)


def summary(report: Report | None = None) -> CallPage:
    made, call = page(), PlayedCall()
    made.begin(NAME, "complaint")
    made.watch.watch(call)
    call.finish(report)
    made.watch.look()
    return made


def summary_whole() -> CallPage:
    """The whole summary, as long as it is, with lost sound and an own label."""
    told = recorded()[1]
    lost = (
        Gap("agent", samples(130), samples(134), "the microphone was unplugged"),
        Gap("call", samples(84), samples(84.5), "paused for 21 s"),
    )
    made = summary(replace(told, gaps=lost))
    after = made.after
    assert after is not None
    choice = after.overlaps.choices[1]  # type: ignore[union-attr]
    choice.setCurrentIndex(2)
    choice.activated.emit(2)
    made.resize(PAGE.width(), 2300)
    return made


def summary_alone() -> CallPage:
    told = recorded()[1]
    return summary(
        replace(
            told,
            engine=None,
            separation="mic-only",
            separation_reason=None,
            measures=Measures(talk_share=0.5, agent_talk_s=78.0, longest_monologue_s=27.0),
            overlaps=(),
            transcript=(),
        )
    )


def summary_empty() -> CallPage:
    return summary(Report(Source("live", 0.0, 16_000, 2), None, "mic-only", None, Measures()))


def broken_off() -> CallPage:
    made, call = page(), PlayedCall()
    made.begin(NAME, "complaint")
    made.watch.watch(call)
    call.failure = RuntimeError()
    made.watch.look()
    return made


def hud(until_s: float = 65.0, **changes: object) -> Hud:
    """The HUD in a call."""
    watch, call = CallWatch(), PlayedCall()
    made = Hud(watch, own())
    watch.setParent(made)
    made.begin("complaint")
    call.play(until_s)
    call.change(**changes)
    watch.watch(call)
    return made


def hud_calm() -> Hud:
    return hud(85.0)


def hud_paused() -> Hud:
    return hud(65.0, **dict(troubles())["paused"])


def hud_unplugged() -> Hud:
    return hud(65.0, **dict(troubles())["agent lost"])


def hud_alone() -> Hud:
    return hud(65.0, measures=Measures(talk_share=0.41, agent_talk_s=22.0), separation="mic-only", streams={})


STATES: dict[str, Callable[[], QWidget]] = {
    "call-idle": page,
    "call-starting": starting,
    "call-first-seconds": first_seconds,
    "call-running": running,
    "call-praise": praised,
    "call-cut-in": cut_in,
    "call-paused": paused,
    "call-unplugged": unplugged,
    "call-two-troubles": two_troubles,
    "call-microphone-only": alone,
    "call-cards": cards,
    "call-cards-filtered": cards_filtered,
    "call-card": card,
    "summary": summary,
    "summary-whole": summary_whole,
    "summary-microphone-only": summary_alone,
    "summary-empty": summary_empty,
    "summary-broken-off": broken_off,
    "hud": hud,
    "hud-calm": hud_calm,
    "hud-paused": hud_paused,
    "hud-unplugged": hud_unplugged,
    "hud-microphone-only": hud_alone,
}
"""Every state by the name of its picture."""
