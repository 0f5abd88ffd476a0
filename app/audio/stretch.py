"""Sound made faster or slower at the same pitch."""

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float32]

_WINDOW_S = 0.030
"""Seconds of one piece: two periods of the lowest voices, short enough not to echo."""

_SEARCH_S = 0.010
"""Seconds a piece may be moved to either side to fit: one period of a voice of 100 Hz lies within both."""


_NEARER = 0.03
"""How much less likeness counts at the ends of the search: of many places that fit the nearest is taken."""


class Tempo:
    """Plays what it is fed `speed` times as fast: WSOLA, waveform similarity overlap-add.

    W. Verhelst and M. Roelands, "An overlap-add technique based on waveform similarity (WSOLA) for high
    quality time-scale modification of speech", ICASSP 1993: windowed pieces are laid half over each other at
    a steady rhythm; each is taken from about where the speed says, moved to where it continues the one before
    best. Frames are (n, channels) float32 at `rate`; all channels are moved alike. The first frame that comes
    out is the first one fed, and what comes out at frame k was about frame k * speed, within the search.
    """

    def __init__(self, speed: float, rate: int, channels: int) -> None:
        self._speed = speed
        self._hop = max(1, round(rate * _WINDOW_S / 2))
        self._search = round(rate * _SEARCH_S)
        half = np.sin(np.pi / 2 * (np.arange(self._hop) + 0.5) / self._hop)[:, None] ** 2
        self._rise, self._fall = half.astype(np.float32), half[::-1].astype(np.float32)
        self._fed: Sound = np.zeros((0, channels), np.float32)
        self._first = 0  # frame number of the first of `_fed`
        self._tail: Sound | None = None  # second half of the piece before, faded
        self._next = 0  # frame that would go on from it without a seam
        self._pieces = 0
        self._length = 0

    def feed(self, sound: Sound) -> Sound:
        """Take the next frames and give those that are ready, some 50 ms behind."""
        self._length += len(sound)
        self._fed = np.concatenate([self._fed, sound])
        return self._ready()

    def finish(self) -> Sound:
        """Give the rest: all together is as long as what was fed, divided by the speed."""
        left = round(self._length / self._speed) - self._pieces * self._hop
        after = 2 * (self._search + 2 * self._hop) + round(self._hop * self._speed)
        self._fed = np.pad(self._fed, ((0, after), (0, 0)))
        return self._ready()[: max(0, left)]

    def _ready(self) -> Sound:
        ready = [np.zeros((0, self._fed.shape[1]), np.float32)]
        while True:
            due = self._due()
            if max(due + self._search, self._next) + 2 * self._hop > self._first + len(self._fed):
                return np.concatenate(ready)
            at = due if self._tail is None else self._best(due)
            piece = self._fed[at - self._first :][: 2 * self._hop]
            rising = piece[: self._hop]
            ready.append(rising if self._tail is None else rising * self._rise + self._tail)
            self._tail, self._next = piece[self._hop :] * self._fall, at + self._hop
            self._pieces += 1
            self._leave_behind()

    def _due(self) -> int:
        """Give the frame that the next piece begins with by the speed alone, reckoned from its middle."""
        if self._pieces == 0:
            return 0
        return round((self._pieces + 1) * self._hop * self._speed) - self._hop

    def _best(self, due: int) -> int:
        """Give the frame within the search around `due` from where the sound goes on most like before."""
        low = max(due - self._search, self._first)
        wanted = self._fed[self._next - self._first :][: 2 * self._hop].mean(axis=1)
        among = self._fed[low - self._first : due + self._search + 2 * self._hop - self._first].mean(axis=1)
        likeness = np.correlate(among, wanted, "valid")
        power = np.cumsum(np.append(0.0, among.astype(np.float64) ** 2))
        loudness = power[2 * self._hop :] - power[: -2 * self._hop]
        away = (np.arange(len(likeness)) + low - due) / self._search
        nearby = 1 - _NEARER * away**2
        return low + int(np.argmax(likeness * nearby / np.sqrt(np.maximum(loudness, 1e-9))))

    def _leave_behind(self) -> None:
        keep = min(self._due() - self._search, self._next) - self._first
        if keep > 0:
            self._fed, self._first = self._fed[keep:], self._first + keep
