"""How the call's widgets say what a snapshot holds: the sentences that page and HUD share."""

from dataclasses import dataclass

from app.audio.streams import Condition, StreamState
from app.domain.timeline import Speaker
from app.report import words
from app.session.snapshot import CallState, Recognising, Snapshot

KINDS = {"praise": "Well done", "nudge": "Worth trying", "offer": "There is a card for this"}
"""What a hint's kind says while the call goes on."""

LONGEST_SPEAKER = "Customer is speaking"
"""The longest of the words of `speaking`: room is kept for them, so that nothing moves when they change."""

CALM = "Nothing to suggest right now."

PAUSED = "Paused. Nothing is heard or counted."
ENDING = "Ending the call. The last words are being written down."

OPENING = "{side} is being opened."
LOADING = "Speech recognition is loading. The talking is counted already, the words follow."
"""What needs no trouble to be said; every trouble comes with a sentence of its own."""

NEXT_CALL = "That holds from the next call on."
"""What goes with a remedy in Settings, as a running call keeps its inputs."""

SILENT_REMEDY = (
    "It comes once they speak; if they are speaking now, choose another input for the customer's side "
    "in Settings. " + NEXT_CALL
)

SIDES = {Speaker.AGENT: "Your microphone", Speaker.CUSTOMER: "The customer's side"}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know about the call's surroundings.

    `shape` is one of app.ui.pieces.shapes, `text` the sentence with its remedy. An `urgent` one means that
    what the agent says is not heard now.
    """

    shape: str
    text: str
    urgent: bool = False


def speaking(snapshot: Snapshot) -> tuple[str, str]:
    """Give the shape and the words for who speaks now."""
    if snapshot.state is CallState.PAUSED:
        return "paused", "Paused"
    if snapshot.state is not CallState.LISTENING:
        return "waiting", "Ending"
    if len(snapshot.speaking) == 2:
        return "both", "Both are speaking"
    if Speaker.AGENT in snapshot.speaking:
        return "agent", "You are speaking"
    if Speaker.CUSTOMER in snapshot.speaking:
        return "customer", "Customer is speaking"
    return "nobody", "You are silent" if snapshot.separation == "mic-only" else "Nobody is speaking"


def ratio(snapshot: Snapshot) -> str | None:
    """Give the talk ratio as text, "42 %"; None while there is none."""
    value = snapshot.measures.talk_ratio
    return None if value is None else f"{words.percent(value)} %"


def share(snapshot: Snapshot) -> str:
    """Give the talk share with its name, for where the talk ratio can't be known."""
    value = snapshot.measures.talk_share
    return "" if value is None else f"Talk share: {words.percent(value)} % of the call"


def countable(snapshot: Snapshot) -> bool:
    """Say whether the two sides can be told apart, so that only time is needed for a talk ratio."""
    return snapshot.measures.talk_ratio is not None or snapshot.separation == "separate"


def why_no_ratio(snapshot: Snapshot) -> str:
    """Say why there is no talk ratio, and what helps; where it only needs speech, that it will come."""
    if countable(snapshot):
        return "comes with the first words"
    reason = snapshot.separation_reason or words.UNSEPARATED[snapshot.separation]
    remedy = words.LIVE_REMEDIES[snapshot.separation]
    if snapshot.separation == "mic-only" and Speaker.CUSTOMER in snapshot.streams:
        remedy = SILENT_REMEDY
    elif snapshot.separation in ("mic-only", "inseparable"):
        remedy = f"{remedy} {NEXT_CALL}"
    return f"{words.addressed(words.plain(reason))} {remedy}"


def cut_ins(snapshot: Snapshot) -> tuple[str | None, str | None]:
    """Give how often you and the customer cut in, as text; None where that can't be known."""
    m = snapshot.measures
    you, them = (
        None if number is None else str(number)
        for number in (m.interruptions_agent, m.interruptions_customer)
    )
    return you, them


def patience(snapshot: Snapshot) -> str | None:
    """Give the usual wait before your answer as text; None while there was none."""
    value = snapshot.measures.patience_s
    return None if value is None else words.span(value)


def notices(snapshot: Snapshot) -> list[Notice]:
    """Give what there is to know besides the numbers, the most urgent first."""
    found: list[Notice] = []
    if snapshot.state is CallState.PAUSED:
        found.append(Notice("paused", PAUSED, urgent=True))
    if snapshot.state is CallState.ENDING:
        found.append(Notice("waiting", ENDING))
    for speaker in Speaker:
        state = snapshot.streams.get(speaker)
        if state is not None:
            found += _input(speaker, state)
    told = snapshot.recognising_trouble
    if snapshot.recognising is Recognising.LOADING:
        told = told or LOADING
    if told:
        shape = "trouble" if snapshot.recognising is Recognising.OFF else "waiting"
        found.append(Notice(shape, told))
    return found


def _input(speaker: Speaker, state: StreamState) -> list[Notice]:
    if state.condition is Condition.OPENING:
        return [Notice("waiting", state.trouble or OPENING.format(side=SIDES[speaker]))]
    if state.trouble is None:
        return []
    if state.condition is Condition.HEARING:
        return [Notice("waiting" if state.stands_in_for else "trouble", state.trouble)]
    return [Notice("trouble", state.trouble, urgent=speaker is Speaker.AGENT)]


def stretch(snapshot: Snapshot) -> str:
    """Give the length of your running stretch as text, in whole seconds."""
    return words.clock(snapshot.monologue_s)


def stretch_briefly(snapshot: Snapshot) -> str:
    """Give who speaks in a word, with your running stretch: "you 0:38"."""
    if snapshot.state is CallState.PAUSED:
        return "paused"
    if snapshot.speaking == {Speaker.CUSTOMER}:
        return "customer"
    if len(snapshot.speaking) == 2:
        return "both"
    return f"you {stretch(snapshot)}" if snapshot.monologue_s or snapshot.speaking else "silence"


def ratio_briefly(snapshot: Snapshot) -> tuple[str, str]:
    """Give the talk ratio and its name, or the talk share and its own where the ratio can't be known."""
    if (text := ratio(snapshot)) is not None:
        return text, "talk ratio"
    if countable(snapshot):
        return "–", "talk ratio"
    value = snapshot.measures.talk_share
    return ("–", "talk share") if value is None else (f"{words.percent(value)} %", "talk share")
