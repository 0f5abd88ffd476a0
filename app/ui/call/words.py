"""How the call's widgets say what a snapshot holds: the sentences that page and HUD share."""

from dataclasses import dataclass

from app.audio.streams import Condition, StreamState
from app.domain.timeline import Speaker
from app.language import Texts, marked, tr
from app.report import words
from app.session.snapshot import CallState, Recognising, Snapshot

KINDS = Texts({"praise": "Well done", "nudge": "Worth trying", "offer": "There is a card for this"})
"""What a hint's kind says while the call goes on."""

LONGEST_SPEAKER = marked("Customer is speaking")
"""The longest of the words of `speaking`: room is kept for them, so that nothing moves when they change."""

CALM = marked("Nothing to suggest right now.")

PAUSED = marked("Paused. Nothing is heard or counted.")
ENDING = marked("Ending the call. The last words are being written down.")

OPENING = marked("{side} is being opened.")
LOADING = marked("Speech recognition is loading. The talking is counted already, the words follow.")
"""What needs no trouble to be said; every trouble comes with a sentence of its own."""

NEXT_CALL = marked("That holds from the next call on.")
"""What goes with a remedy in Settings, as a running call keeps its inputs."""

SILENT_REMEDY = marked(
    "It comes once they speak; if they are speaking now, choose another input for the customer's side in "
    "Settings. That holds from the next call on."
)

SIDES = Texts({Speaker.AGENT: "Your microphone", Speaker.CUSTOMER: "The customer's side"})


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
        return "paused", tr("Paused")
    if snapshot.state is not CallState.LISTENING:
        return "waiting", tr("Ending")
    if len(snapshot.speaking) == 2:
        return "both", tr("Both are speaking")
    if Speaker.AGENT in snapshot.speaking:
        return "agent", tr("You are speaking")
    if Speaker.CUSTOMER in snapshot.speaking:
        return "customer", tr("Customer is speaking")
    return "nobody", tr("You are silent") if snapshot.separation == "mic-only" else tr("Nobody is speaking")


def ratio(snapshot: Snapshot) -> str | None:
    """Give the talk ratio as text, "42 %"; None while there is none."""
    value = snapshot.measures.talk_ratio
    return None if value is None else f"{words.percent(value)} %"


def share(snapshot: Snapshot) -> str:
    """Give the talk share with its name, for where the talk ratio can't be known."""
    value = snapshot.measures.talk_share
    return "" if value is None else tr("Talk share: {percent} % of the call", percent=words.percent(value))


def countable(snapshot: Snapshot) -> bool:
    """Say whether the two sides can be told apart, so that only time is needed for a talk ratio."""
    return snapshot.measures.talk_ratio is not None or snapshot.separation == "separate"


def why_no_ratio(snapshot: Snapshot) -> str:
    """Say why there is no talk ratio, and what helps; where it only needs speech, that it will come."""
    if countable(snapshot):
        return tr("comes with the first words")
    reason = snapshot.separation_reason or words.UNSEPARATED[snapshot.separation]
    remedy = words.LIVE_REMEDIES[snapshot.separation]
    if snapshot.separation == "mic-only" and Speaker.CUSTOMER in snapshot.streams:
        remedy = tr(SILENT_REMEDY)
    elif snapshot.separation in ("mic-only", "inseparable"):
        remedy = f"{remedy} {tr(NEXT_CALL)}"
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
        found.append(Notice("paused", tr(PAUSED), urgent=True))
    if snapshot.state is CallState.ENDING:
        found.append(Notice("waiting", tr(ENDING)))
    for speaker in Speaker:
        state = snapshot.streams.get(speaker)
        if state is not None:
            found += _input(speaker, state)
    told = snapshot.recognising_trouble
    if snapshot.recognising is Recognising.LOADING:
        told = told or tr(LOADING)
    if told:
        shape = "trouble" if snapshot.recognising is Recognising.OFF else "waiting"
        found.append(Notice(shape, told))
    return found


def _input(speaker: Speaker, state: StreamState) -> list[Notice]:
    if state.condition is Condition.OPENING:
        return [Notice("waiting", state.trouble or tr(OPENING, side=SIDES[speaker]))]
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
        return tr("paused")
    if snapshot.speaking == {Speaker.CUSTOMER}:
        return tr("customer")
    if len(snapshot.speaking) == 2:
        return tr("both")
    if snapshot.monologue_s or snapshot.speaking:
        return tr("you {time}", time=stretch(snapshot))
    return tr("silence")


def ratio_briefly(snapshot: Snapshot) -> tuple[str, str]:
    """Give the talk ratio and its name, or the talk share and its own where the ratio can't be known."""
    if (text := ratio(snapshot)) is not None:
        return text, tr("talk ratio")
    if countable(snapshot):
        return "–", tr("talk ratio")
    value = snapshot.measures.talk_share
    return ("–", tr("talk share")) if value is None else (f"{words.percent(value)} %", tr("talk share"))
