"""A live call followed to its end without a window: its events, or one line of how it stands."""

import time
from collections.abc import Callable
from typing import Any

from app.audio.streams import StreamState
from app.domain.report import Report
from app.domain.timeline import Speaker, seconds
from app.report import events, words
from app.session.live import LiveCall
from app.session.snapshot import Snapshot

SNAPSHOT_EVERY_S = 0.25
_LOOK_EVERY_S = 0.05


def follow(
    call: LiveCall,
    until_s: float | None,
    tell: Callable[[dict[str, Any]], None],
    show: Callable[[Snapshot], None],
) -> Report:
    """Follow a call until it has ended, which it does by itself after `until_s` seconds of call.

    `tell` gets each event, partial and, four times a second, snapshot as a JSON object; `show` each snapshot.
    Raises what ended the call, if that was a bug.
    """
    seen = 0
    partials: dict[Speaker, str] = {}
    due = 0.0
    while True:
        over = call.report is not None or call.failure is not None
        for event in call.events(seen):
            seen += 1
            tell(events.of_event(event))
        if over:
            break
        snapshot = call.snapshot
        for speaker, text in snapshot.partials.items():
            if text and text != partials.get(speaker):
                tell(events.of_partial(speaker, text, snapshot.t, _age(snapshot)))
        partials = dict(snapshot.partials)
        # Only new sound is worth a line: an old snapshot would be told with a latency that is none.
        if snapshot.captured_at is not None and time.monotonic() >= due:
            due = time.monotonic() + SNAPSHOT_EVERY_S
            tell(events.of_snapshot(snapshot, _age(snapshot)))
            show(snapshot)
        if until_s is not None and seconds(snapshot.t) >= until_s:
            call.end()
        call.wait(_LOOK_EVERY_S)
    if call.failure is not None:
        raise call.failure
    assert call.report is not None
    return call.report


def standing(snapshot: Snapshot) -> str:
    """Say in one line how the call stands."""
    measures = snapshot.measures
    said = [words.clock(seconds(snapshot.t))]
    if measures.talk_ratio is not None:
        said.append(f"talk ratio {words.percent(measures.talk_ratio)} %")
        said.append(f"cut-ins {measures.interruptions_agent} / {measures.interruptions_customer}")
    elif measures.talk_share is not None:
        said.append(f"talk share {words.percent(measures.talk_share)} %")
    said.append(" and ".join(words.SPEAKING[who] for who in sorted(snapshot.speaking)) or "quiet")
    if snapshot.cue:
        said.append(snapshot.cue.text)
    troubles = [*(stream.trouble for stream in snapshot.streams.values()), snapshot.recognising_trouble]
    return " · ".join([*said, *filter(None, troubles)])


_METER_CELLS = 30
_METER_FLOOR_DB = 60.0


def level_line(name: str, state: StreamState) -> str:
    """Draw how loud an input is, from -60 to 0 dB of full scale, with what is wrong with it."""
    level = -_METER_FLOOR_DB if state.level_db is None else max(state.level_db, -_METER_FLOOR_DB)
    filled = round(_METER_CELLS * (1 + level / _METER_FLOOR_DB))
    told = state.trouble or ("no sound" if state.level_db is None else f"{state.level_db:.0f} dB")
    return f"{name} [{'#' * filled}{'-' * (_METER_CELLS - filled)}] {told}"


def _age(snapshot: Snapshot) -> float | None:
    return None if snapshot.captured_at is None else time.monotonic() - snapshot.captured_at
