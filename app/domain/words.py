"""How an agent speaks: pace and fillers, over the last half minute of own speech and over the whole call."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text import plain_words
from app.domain.timeline import samples, seconds

WINDOW = samples(30.0)
"""Own speech that counts as now."""

_ENOUGH = samples(5.0)
"""Own speech below which a rate says nothing."""


class Fillers:
    """Counts filler words and phrases ("you know", but not in "do you know"); the lists are content."""

    def __init__(self, fillers: Iterable[str], exceptions: Iterable[str] = ()) -> None:
        self._counts = {plain_words(filler): 1 for filler in fillers}
        self._counts.update({plain_words(exception): 0 for exception in exceptions})
        self._longest = max(map(len, self._counts), default=0)

    def count(self, text: str) -> int:
        """Give how many fillers `text` holds; the longest counts where two begin at one place."""
        words = plain_words(text)
        found = at = 0
        while at < len(words):
            lengths = range(min(self._longest, len(words) - at), 0, -1)
            length = next((n for n in lengths if words[at : at + n] in self._counts), 0)
            found += self._counts[words[at : at + length]] if length else 0
            at += length or 1
        return found


@dataclass(slots=True)
class _Spoken:
    words: float = 0.0
    fillers: float = 0.0
    speech: float = 0.0

    def add(self, other: "_Spoken", part: float = 1.0) -> None:
        self.words += other.words * part
        self.fillers += other.fillers * part
        self.speech += other.speech * part


class Pace:
    """Words and fillers a minute of own speech; fed utterance by utterance, constant memory.

    Pace is words / minutes of speech (not of call time), so pauses and listening do not slow it.
    """

    def __init__(self) -> None:
        self._call = _Spoken()
        self._recent: deque[_Spoken] = deque()
        self._recent_speech = 0.0

    def feed(self, words: int, fillers: int, speech: int) -> None:
        """Take one utterance: its word and filler count, and its speech in samples (0 or less is ignored)."""
        if speech <= 0:
            return
        spoken = _Spoken(words, fillers, speech)
        self._call.add(spoken)
        self._recent.append(spoken)
        self._recent_speech += speech
        while self._recent_speech - self._recent[0].speech >= WINDOW:
            self._recent_speech -= self._recent.popleft().speech

    @property
    def wpm(self) -> float | None:
        """Words a minute over the last 30 s of own speech; None before 5 s of it."""
        now = self._now()
        return _a_minute(now.words, now.speech)

    @property
    def fillers_per_min(self) -> float | None:
        """Fillers a minute over the last 30 s of own speech; None before 5 s of it."""
        now = self._now()
        return _a_minute(now.fillers, now.speech)

    @property
    def call_wpm(self) -> float | None:
        """Words a minute over the whole call; None before 5 s of own speech."""
        return _a_minute(self._call.words, self._call.speech)

    @property
    def call_fillers_per_min(self) -> float | None:
        """Fillers a minute over the whole call; None before 5 s of own speech."""
        return _a_minute(self._call.fillers, self._call.speech)

    def _now(self) -> _Spoken:
        """Sum the newest utterances up to the window; of the oldest one only the part that fits."""
        now = _Spoken()
        for spoken in reversed(self._recent):
            room = WINDOW - now.speech
            now.add(spoken, min(1.0, room / spoken.speech))
        return now


def _a_minute(count: float, speech: float) -> float | None:
    return count * 60.0 / seconds(round(speech)) if speech >= _ENOUGH else None
