"""The session's side of a recording's envelope: it grows while it is read, and is asked at any zoom."""

import threading
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from app.audio import envelope
from app.audio.envelope import BIN, FRAME, CannotRead, Envelope, WholeRead
from app.domain.loudness import LoudnessFold
from app.domain.timeline import Speaker, Spurt, samples
from app.language import marked, tr
from app.session.supervisor import Died, Supervisor

_COARSER = 4
"""How many bins of one zoom are one of the next."""

_LEAST = 4
"""Bins that a column spans at least, where there are as many: its edges are then within a quarter of it."""

_QUARTER = samples(0.25)
_USUAL_FRAMES = 150
"""Frames of own speech that tell somebody's usual loudness: about 5 s, as for the hints."""

_STOPPED = marked(
    "The sound of {name} cannot be drawn, as its reading ended again and again;"
    " copy or export the recording again."
)


class Waveform:
    """The envelopes of a recording's channels, from a process that reads it once. Close it.

    `agent` names the agent's channel and may be changed at any time. A few MB for three hours; nothing is
    written anywhere.
    """

    def __init__(self, path: Path, agent: Literal["left", "right"] = "left") -> None:
        self.path, self.agent = path, agent
        self._lock = threading.Lock()
        self._forget()
        self._failure: str | None = None
        self._child: Supervisor | None = None
        with self._lock:  # until the process is there, what it tells waits
            self._child = Supervisor(envelope.run, path, bell=self._take)

    @property
    def pid(self) -> int | None:
        """The process id of the process that reads, None without one."""
        child = self._child
        return child.pid if child is not None else None

    @property
    def done(self) -> bool:
        """Whether the whole recording has been read."""
        return self._done

    @property
    def reached(self) -> int:
        """Up to which sample it is known."""
        return self._reached

    @property
    def failure(self) -> str | None:
        """The sentence of why it can't be read on, None while it can."""
        return self._failure

    def columns(self, speaker: Speaker, start: int, end: int, count: int) -> NDArray[np.uint8]:
        """Give the loudest sample in each of `count` equal columns of [start, end): 0..255, 255 full scale.

        As the square root of its share of full scale, so that quiet speech is seen as well. Its time does not
        depend on the length of the stretch. Zeros where nothing is known (yet), and for a channel that is not
        there.
        """
        edges = start + (end - start) * np.arange(count + 1) / max(count, 1)
        with self._lock:
            channel = self._channel(speaker)
            if channel is None or count < 1 or end <= start:
                return np.zeros(count, np.uint8)
            zoom, bins = 0, BIN
            while zoom + 1 < len(self._peaks) and bins * _COARSER * _LEAST <= (end - start) / count:
                zoom, bins = zoom + 1, bins * _COARSER
            return _loudest(self._peaks[zoom].known[:, channel], edges / bins)

    def loudness(self, speaker: Speaker, spurts: tuple[Spurt, ...]) -> list[tuple[int, float]]:
        """Give (sample, dB over the speaker's own running median) for each quarter second of own speech.

        The sample is the middle of the quarter. As for the hints nothing is told before 5 s of own speech,
        for nothing is usual yet. What was reckoned before is kept where `spurts` goes on from there.
        """
        with self._lock:
            channel = self._channel(speaker)
            if channel is None:
                return []
            usual = self._usual.get((speaker, channel))
            if usual is None or not usual.goes_on(spurts):
                usual = self._usual[speaker, channel] = _Usual(speaker)
            usual.feed(self._levels.known[:, channel], spurts, self._done)
            return usual.points()

    def close(self) -> None:
        """End its process."""
        with self._lock:
            child, self._child = self._child, None
        if child is not None:
            child.close()

    def _channel(self, speaker: Speaker) -> int | None:
        """Give the column that holds a speaker's sound; None where there is none."""
        there: int = self._levels.known.shape[1]
        if there < 2:
            return 0 if there and speaker is Speaker.AGENT else None
        return int((self.agent == "right") == (speaker is Speaker.AGENT))

    def _forget(self) -> None:
        """Begin anew."""
        self._peaks = [_Growing()]
        self._levels = _Growing()
        self._usual: dict[tuple[Speaker, int], _Usual] = {}
        self._reached, self._done = 0, False

    def _take(self) -> None:
        """Take what the process has told; called in the supervisor's thread."""
        with self._lock:
            child = self._child
            while child is not None and (told := child.receive()) is not None:
                if isinstance(told, Envelope):
                    self._grow(told)
                elif isinstance(told, Died):
                    self._lose(told)
                else:
                    self._done = isinstance(told, WholeRead)
                    self._failure = told.why if isinstance(told, CannotRead) else None
                    # It has nothing more to say; whoever closes it waits for this very thread.
                    threading.Thread(target=self.close, name="waveform", daemon=True).start()

    def _lose(self, died: Died) -> None:
        if died.final:
            self._failure = tr(_STOPPED, name=self.path.name)
        else:
            self._forget()

    def _grow(self, told: Envelope) -> None:
        self._levels.add(told.levels)
        self._peaks[0].add(told.peaks)
        zoom = 0
        while len(self._peaks[zoom].known) > 2 * _COARSER:
            if zoom + 1 == len(self._peaks):
                self._peaks.append(_Growing())
            finer, coarser = self._peaks[zoom].known, self._peaks[zoom + 1]
            # The last coarse bin may have been a part of one so far.
            whole = max(0, len(coarser.known) - 1)
            starts = np.arange(whole * _COARSER, len(finer), _COARSER)
            coarser.add(np.maximum.reduceat(finer, starts), at=whole)
            zoom += 1
        self._reached = told.end


class _Growing:
    """Rows that are added at the end, in memory that is at most twice as much."""

    def __init__(self) -> None:
        self._rows: NDArray[np.generic] = np.zeros((0, 0), np.uint8)
        self._count = 0

    @property
    def known(self) -> NDArray[Any]:
        """The rows so far (n, channels)."""
        return self._rows[: self._count]

    def add(self, rows: NDArray[Any], at: int | None = None) -> None:
        """Put rows at the end, or from `at` on in place of what is there."""
        at = self._count if at is None else at
        end = at + len(rows)
        if end > len(self._rows):
            larger = np.zeros((2 * end, rows.shape[1]), rows.dtype)
            if at:
                larger[:at] = self._rows[:at]
            self._rows = larger
        self._rows[at:end] = rows
        self._count = end


def _loudest(bins: NDArray[np.uint8], edges: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Give the largest of the bins that each column between two edges touches, 0 where there are none."""
    first = np.clip(np.floor(edges[:-1]), 0, len(bins)).astype(np.intp)
    last = np.clip(np.ceil(edges[1:]), 0, len(bins)).astype(np.intp)
    columns = np.zeros(len(first), np.uint8)
    there = np.flatnonzero(first < last)
    if there.size:
        offset, end = first[there[0]], last[there[-1]]
        # Taken in pairs, each from its first bin to its last one; the one more is there for the last pair.
        pairs = np.stack([first[there], last[there]], axis=1).ravel() - offset
        columns[there] = np.maximum.reduceat(np.append(bins[offset:end], np.uint8(0)), pairs)[::2]
    return columns


class _Usual:
    """How loud a speaker is against the usual, as far as the spurts and the levels are known."""

    def __init__(self, speaker: Speaker) -> None:
        self._speaker = speaker
        self._fold = LoudnessFold()
        self._spurts: tuple[Spurt, ...] = ()
        self._over: dict[int, tuple[float, int]] = {}  # by quarter second: sum and number

    def goes_on(self, spurts: tuple[Spurt, ...]) -> bool:
        """Whether all that was taken so far is the beginning of these."""
        return spurts[: len(self._spurts)] == self._spurts

    def feed(self, levels: NDArray[np.float32], spurts: tuple[Spurt, ...], whole: bool) -> None:
        """Take the spurts that are new, as far as their levels are known; `whole` if no more will be."""
        taken = len(self._spurts)
        for spurt in spurts[taken:]:
            if spurt.end > len(levels) * FRAME and not whole:
                break
            taken += 1
            if spurt.speaker is self._speaker:
                # A frame belongs to the spurt that its middle is in.
                first, last = ((edge + FRAME // 2 - 1) // FRAME for edge in (spurt.start, spurt.end))
                for frame, level in enumerate(levels[first:last].tolist(), first):
                    over = self._fold.feed(level)
                    if self._fold.frames >= _USUAL_FRAMES:
                        quarter = frame * FRAME // _QUARTER
                        total, count = self._over.get(quarter, (0.0, 0))
                        self._over[quarter] = total + over, count + 1
        self._spurts = spurts[:taken]

    def points(self) -> list[tuple[int, float]]:
        """Give the mean of each quarter second."""
        return [
            (quarter * _QUARTER + _QUARTER // 2, total / count)
            for quarter, (total, count) in self._over.items()
        ]
