"""The wording that the terminal and the page share: labels, times, people, and what can't be known."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime

from app import dates
from app.domain.journal import Call
from app.domain.timeline import Gap, Speaker, seconds
from app.language import Texts, marked, tr
from app.report.measured import told

NOT_MEASURABLE = marked("not measurable")

PEOPLE = Texts({Speaker.AGENT: "You", Speaker.CUSTOMER: "Customer"})
"""What each side is called where the agent reads about their own call."""

LABELS = Texts(
    {
        "simultaneous_start": "began at the same moment",
        "backchannel": "made a listening sound",
        "early_response": "answered a little early",
        "interruption_success": "cut in and took over",
        "interruption_failed": "cut in, then gave way",
        "competitive_overlap": "came in and kept talking",
        "cooperative_overlap": "overlapped briefly",
    }
)
"""What an overlap's label means, to follow the name of who came second."""

_BOTH_BEGAN, _DID = marked("Both began at the same moment"), marked("{who} {did}")

SAMPLE_CALL = marked("The sample call")
"""The name that a practice call is kept by."""

OWN_LABEL = marked("your label")
NO_NOTE = marked("no note")
NOT_KEPT = marked("what was said is no longer kept")

KINDS = Texts({"praise": "Well done", "nudge": "Next time", "offer": "Worth a look"})
"""What a hint's kind says to the reader."""

MOODS = Texts({1: "hard", 2: "heavy", 3: "even", 4: "good", 5: "light"})
"""What each mood is called."""

SOURCES = Texts({"recording": "recording", "live": "live call"})

ENGINES = {"vosk": "Vosk", "moonshine": "Moonshine"}

CHANNELS = Texts(
    {
        "agent": "your side",
        "customer": "the customer's side",
        "transcript": "the words",
        "call": "the call",
    }
)
"""What a gap was a gap in."""

SPEAKING = Texts({"agent": "you speak", "customer": "the customer speaks"})
"""Who speaks now."""

LEAK = marked("The customer can be heard in your microphone; what leaked was not counted as your speech.")

UNSEPARATED = Texts(
    {
        "mic-only": "There is only one channel, so nothing is known of when the customer spoke.",
        "inseparable": "Both channels carry the same sound, so the two voices can't be told apart.",
        "bleed": "The customer is so loud in your microphone that the two voices can't be told apart.",
        "separate": "Nobody was heard speaking.",
    }
)
"""Why the two sides can't be compared, where the report itself gives no reason."""

REMEDIES = Texts(
    {
        "mic-only": "Record both sides, you on one channel and the customer on the other.",
        "inseparable": "Have the two sides recorded on two channels and not mixed into one.",
        "bleed": "Use a headset, or turn the loudspeaker down.",
        "separate": "Check that the recording holds the call, and that neither side was muted.",
    }
)
"""What to do so that the two sides of a recording can be compared the next time."""

LIVE_REMEDIES = Texts(
    {
        "mic-only": "Choose an input for the customer's side in Settings.",
        "inseparable": "Choose an input for the customer's side that your own voice does not reach.",
        "bleed": "Use a headset, or turn the loudspeaker down.",
        "separate": "Check that neither side is muted.",
    }
)
"""The same for a live call."""

NO_ENGINE = marked("The words were not listened to: no speech recognition was used.")
NO_ENGINE_REMEDY = marked("Choose a recogniser the next time to have them.")
ENGLISH_ONLY = marked("Fillers and questions are known in English only.")
ENGLISH_ONLY_REMEDY = marked("Nothing needs to be done; everything else is measured.")
TOO_LITTLE = marked("There was none of it in this call, or too little to measure.")
TOO_LITTLE_REMEDY = marked("Nothing needs to be done.")

BAND_BRIEFLY = marked("a convention, not a rule")
BAND_NOTE = marked("Bands are editable conventions for a kind of call, not science.")


def clock(at: float) -> str:
    """Give a place in the call, `at` seconds from its start, as m:ss, or h:mm:ss from an hour on."""
    minutes, second = divmod(max(0, int(at)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{second:02}" if hours else f"{minutes}:{second:02}"


def missing(gap: Gap) -> tuple[str, str, str]:
    """Give whose sound was missing, for how long and why; of a pause only why, which says how long it was.

    The call's clock stands still in a pause, so its place there is no measure of it.
    """
    if gap.channel == "call":
        return "", "", told(plain(gap.reason).capitalize())
    return CHANNELS[gap.channel], span(seconds(gap.end - gap.start)), addressed(gap.reason)


def call_name(began: datetime) -> str:
    """Give the name that a call heard live is kept by: when it began, in English."""
    return f"Call of {began.day} {dates.MONTHS.english[began.month]} {began:%Y, %H:%M}"


def named(call: Call) -> str:
    """Give the name of a call to show, that of its time where it has none."""
    return shown_name(call.name, call.began_at.astimezone())


def own_name(call: Call) -> str:
    """Give the name of a call to show, "" where it has none but that of its time."""
    name, began = plain(call.name).strip(), call.began_at.astimezone()
    return "" if name in ("", call_name(began)) else shown_name(name, began)


def shown_name(name: str, began: datetime) -> str:
    """Give a call's name as it is kept, in the user's language where the user did not choose it."""
    name = plain(name).strip()
    if name == SAMPLE_CALL:
        return tr(SAMPLE_CALL)
    if name and name != call_name(began):
        return name
    return tr("Call of {day}, {time:%H:%M}", day=dates.day_month_year(began), time=began)


def moment(at: int) -> str:
    """Give a place in the call, `at` samples from its start, as `clock` writes it."""
    return clock(seconds(at))


def lasting(length: float) -> tuple[str, str]:
    """Give a length of `length` seconds as a number and its unit: 0.8 s, 48 s, 1:05 min, 1:02:00 h."""
    if length < 9.95:
        return f"{length:.1f}", tr("s")
    whole = round(length)
    if whole < 60:
        return str(whole), tr("s")
    return clock(whole), tr("h") if whole >= 3600 else tr("min")


def span(length: float) -> str:
    """Give a length of `length` seconds as one word group, number and unit."""
    return " ".join(lasting(length))


def percent(share: float) -> int:
    """Give a share 0..1 in whole percent."""
    return round(share * 100)


def band(limits: tuple[float, float]) -> str:
    """Give a band of shares 0..1 as text: 25-45 %."""
    return f"{percent(limits[0])}-{percent(limits[1])} %"


def against_band(ratio: float, limits: tuple[float, float]) -> str:
    """Say how a talk ratio 0..1 lies to its band: "in the band 25-45 %", or below or above it.

    Judged in whole percent, so that the words never contradict the number beside them.
    """
    low, high = percent(limits[0]), percent(limits[1])
    if percent(ratio) < low:
        return tr("below the band {band}", band=band(limits))
    if percent(ratio) > high:
        return tr("above the band {band}", band=band(limits))
    return tr("in the band {band}", band=band(limits))


def listed(parts: Sequence[str]) -> str:
    """Give parts as one would say them: "a, b and c"; "" for none."""
    if len(parts) < 2:
        return "".join(parts)
    return tr("{list} and {last}", list=", ".join(parts[:-1]), last=parts[-1])


def count(number: int, one: str, many: str) -> str:
    """Give a number with its English noun, for commands."""
    return f"{number} {one if number == 1 else many}"


def overlap(label: str, by: Speaker) -> str:
    """Say in human words what an overlap was."""
    if label == "simultaneous_start":
        return tr(_BOTH_BEGAN)
    return tr(_DID, who=PEOPLE[by], did=LABELS[label])


def overlap_in_english(label: str, by: Speaker) -> str:
    """Say what an overlap was for what is stored, which is English."""
    if label == "simultaneous_start":
        return _BOTH_BEGAN
    return _DID.format(who=PEOPLE.english[by], did=LABELS.english[label])


def addressed(sentence: str) -> str:
    """Turn a sentence about the agent into one said to the agent, who is its reader, in their language."""

    def swap(found: re.Match[str]) -> str:
        you = _OWNERS.get(found["owner"], "you")
        verb = f" {_VERBS[found['verb']]}" if found["verb"] else ""
        return (you.capitalize() if found["the"] == "The" else you) + verb

    return told(_AGENT.sub(swap, sentence))


_AGENT = re.compile(r"\b(?P<the>[Tt]he) agent\b(?P<owner>'s(?: (?=\w))?)?(?: (?P<verb>was|is|has|does)\b)?")
_OWNERS = {"'s ": "your ", "'s": "yours"}
_VERBS = {"was": "were", "is": "are", "has": "have", "does": "do"}


def plain(text: str) -> str:
    """Make foreign text safe to show: control characters become spaces, halves of characters a mark.

    What was said may hold anything; an escape sequence must not reach a terminal, nor a lone surrogate
    (a file name that is no UTF-8) an encoder.
    """
    return "".join(_PLAIN.get(unicodedata.category(each), each) for each in text)


_PLAIN = {"Cc": " ", "Zl": " ", "Zp": " ", "Cs": "\N{REPLACEMENT CHARACTER}"}
