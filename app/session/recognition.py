"""The session's side of recognition: sound in, text and gaps out, whatever happens to the process."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from app.domain.report import Engine
from app.domain.timeline import Gap, Speaker, Utterance, samples
from app.errors import KnownError
from app.language import Texts, marked, tr
from app.session.snapshot import Recognising
from app.session.supervisor import Died, Supervisor
from app.speech.recogniser import Kind, Partial, pack

BEHIND = "transcript behind"
"""Why a stretch was dropped: the recogniser could not keep up."""

RESTARTED = "the recogniser stopped and was restarted"
STOPPED = "the recogniser stopped and could not be restarted"

NOTHING_WAITS = 2**62
"""What `settled_until` gives when everything heard has been answered: later than any call ends."""

_LOOK_EVERY_S = 0.1

_IN_FLIGHT = samples(20.0)
"""Samples that may be with the recogniser unanswered; more than its longest utterance."""

_LAGS = samples(5.0)
_CAUGHT_UP = samples(1.0)
"""From the first on the transcript is behind, until no more than the second is unanswered."""

_PIECE_LIVE = samples(0.2)
_PIECE_RECORDED = samples(1.0)
"""Samples gathered for one message: each message costs a switch of threads and processes."""


@dataclass(slots=True)
class _Piece:
    """Part of an utterance, `start` <= sample < `end`; an utterance's end when both are the same."""

    speaker: Speaker
    start: int
    end: int
    sound: list[bytes] = field(default_factory=list)


class Recognition:
    """A recogniser in a supervised child, run by `target(channel, *args, live)` (see app.speech.worker.run).

    For a recording (`wait`) `hear` waits while 20 s are unanswered; live it drops what comes then, as a Gap,
    until half of them are answered. A child that dies costs a Gap over what it had not answered yet. What is
    heard while a model is loaded waits for it.
    """

    def __init__(self, target: Callable[..., None], *args: object, wait: bool) -> None:
        self.engine: Engine | None = None
        """What recognises, known once it is loaded."""
        self.failed: str | None = None
        """Why there is no recogniser any more, once it was given up."""
        self._child = Supervisor(target, *args, not wait)
        self._wait = wait
        self._closed = False
        self._length = _PIECE_RECORDED if wait else _PIECE_LIVE
        self._gathered: dict[Speaker, _Piece] = {}
        self._unanswered: deque[_Piece] = deque()
        self._in_flight = 0
        self._untold: dict[Speaker, tuple[int, int]] = {}  # answered, but not yet in any text
        self._heard: dict[Speaker, int] = {}  # the running utterances, and how far they have come
        self._partials: dict[Speaker, str] = {}
        self._state = Recognising.LOADING
        self._lags = False
        self._dropping = False
        self._lost: Gap | None = None
        self._results: list[Utterance | Gap] = []

    @property
    def pid(self) -> int | None:
        """The process id of the recogniser."""
        return self._child.pid

    @property
    def state(self) -> Recognising:
        """How it is doing, as of the last `poll`."""
        return Recognising.BEHIND if self._lags and self._state is Recognising.LISTENING else self._state

    @property
    def trouble(self) -> str | None:
        """What is wrong and what helps, in one or two sentences; None when all is well."""
        if self.failed is not None:
            return f"{_refusal(self.failed)} {tr(_REST_GOES_ON)}"
        trouble = _TROUBLES.get(self.state)
        return trouble and f"{trouble} {tr(_REST_GOES_ON)}"

    def partial(self, speaker: Speaker) -> str:
        """Give the newest text of `speaker`'s running utterance, what is final left out; live only."""
        return self._partials.get(speaker, "")

    def ready(self, timeout: float = 150.0) -> Engine:
        """Wait until the model is loaded; raise KnownError with the reason if it can't be."""
        until = time.monotonic() + timeout
        while self.engine is None and self.failed is None and (left := until - time.monotonic()) > 0:
            self._take(left)
        if self.engine is None:
            raise KnownError(
                _refusal(self.failed or tr("it was not ready after {seconds:.0f} s", seconds=timeout))
            )
        return self.engine

    def hear(self, speaker: Speaker, start: int, pcm: NDArray[np.int16]) -> None:
        """Take the next piece of `speaker`'s running utterance, whose first sample is `start` (16 kHz mono).

        A piece that does not follow the last one begins a new utterance.
        """
        self._catch_up()
        end = start + len(pcm)
        if self._heard.get(speaker, start) != start:
            self.finish(speaker, self._heard[speaker])
        if self._refuses(speaker):
            self._lose(start, end)
            return
        self._heard[speaker] = end
        piece = self._gathered.setdefault(speaker, _Piece(speaker, start, start))
        piece.sound.append(pcm.astype(np.int16, copy=False).tobytes())
        piece.end = end
        if piece.end - piece.start >= self._length:
            self._send_gathered(speaker)

    def pause(self, speaker: Speaker) -> None:
        """Take that `speaker` pauses: live, the recogniser uses the time to have the text when they end."""
        if not self._wait and speaker in self._heard:
            self._send_gathered(speaker)
            self._child.send(pack(Kind.PAUSE, speaker, self._heard[speaker]))

    def finish(self, speaker: Speaker, end: int) -> None:
        """Take that `speaker`'s utterance is over, at `end`."""
        if self._heard.pop(speaker, None) is None:
            return
        self._send_gathered(speaker)
        self._send(_Piece(speaker, end, end))

    def poll(self) -> list[Utterance | Gap]:
        """Give what has become known since the last call; never waits."""
        self._catch_up()
        results, self._results = self._results, []
        return results

    def settled_until(self) -> int:
        """Give the sample up to which all that was heard has been answered, or NOTHING_WAITS."""
        waiting = (*self._unanswered, *self._gathered.values())
        return min((piece.start for piece in waiting), default=NOTHING_WAITS)

    def drain(self, timeout: float) -> list[Utterance | Gap]:
        """End the running utterances, wait for all answers, and give them; what is late is a Gap.

        The call is over then: only `close` may follow.
        """
        for speaker, end in list(self._heard.items()):
            self.finish(speaker, end)
        until = time.monotonic() + timeout
        while self._unanswered and not self._closed and (left := until - time.monotonic()) > 0:
            self._take(min(left, _LOOK_EVERY_S))
        self._give_up_unanswered(BEHIND)
        self._close_gap()
        results, self._results = self._results, []
        return results

    def close(self) -> None:
        """End the recogniser, from any thread; a `drain` that waits for it ends soon."""
        self._closed = True
        self._child.close()

    def _refuses(self, speaker: Speaker) -> bool:
        """Wait for room, or say that there is none."""
        while self._wait and self._in_flight >= _IN_FLIGHT and self.failed is None:
            self._take(1.0)
        if not self._dropping and self.failed is None:
            return False
        self.finish(speaker, self._heard.get(speaker, 0))
        return True

    def _send_gathered(self, speaker: Speaker) -> None:
        piece = self._gathered.pop(speaker, None)
        if piece is not None:
            self._send(piece)

    def _send(self, piece: _Piece) -> None:
        if self.failed is not None:
            self._lose(piece.start, piece.end)
            return
        if piece.sound:
            self._close_gap()
        self._unanswered.append(piece)
        self._weigh(piece.end - piece.start)
        kind = Kind.SOUND if piece.sound else Kind.END
        self._child.send(pack(kind, piece.speaker, piece.start, b"".join(piece.sound)))
        piece.sound.clear()

    def _weigh(self, more: int) -> None:
        """Count `more` (or fewer) samples as unanswered, and see whether they are too many."""
        self._in_flight += more
        self._lags = self._in_flight >= (_CAUGHT_UP if self._lags else _LAGS)
        if not self._wait:
            self._dropping = self._in_flight >= (_IN_FLIGHT // 2 if self._dropping else _IN_FLIGHT)

    def _catch_up(self) -> None:
        while self._take(0.0):
            pass

    def _take(self, timeout: float) -> bool:
        """Take one event of the child, if there is one within `timeout`."""
        event = self._child.receive(timeout)
        if isinstance(event, Engine):
            self.engine, self._state = event, Recognising.LISTENING
        elif isinstance(event, Partial):
            self._partials[event.speaker] = event.text
        elif isinstance(event, Died):
            self._mourn(event)
        elif isinstance(event, tuple):
            self._settle(event)
        return event is not None

    def _settle(self, answer: tuple[Utterance, ...]) -> None:
        piece = self._unanswered.popleft()
        self._weigh(piece.start - piece.end)
        self._results += answer
        if answer or piece.start == piece.end:
            self._partials.pop(piece.speaker, None)
        if piece.start == piece.end:
            self._untold.pop(piece.speaker, None)
            return
        start, _ = self._untold.get(piece.speaker, (piece.start, piece.end))
        told = max((utterance.end for utterance in answer), default=start)
        self._untold[piece.speaker] = (min(told, piece.end), piece.end)

    def _mourn(self, died: Died) -> None:
        self._give_up_unanswered(STOPPED if died.final else RESTARTED)
        self._state = Recognising.RESTARTING
        if died.final:
            self.failed, self._state = died.reason, Recognising.OFF

    def _give_up_unanswered(self, reason: str) -> None:
        """Report everything without an answer as one Gap."""
        spans = [(piece.start, piece.end) for piece in self._unanswered] + list(self._untold.values())
        spans = [(start, end) for start, end in spans if start < end]
        self._unanswered.clear()
        self._untold.clear()
        self._partials.clear()
        self._weigh(-self._in_flight)
        if spans:
            self._close_gap()
            self._results.append(_gap(min(s for s, _ in spans), max(e for _, e in spans), reason))

    def _lose(self, start: int, end: int) -> None:
        """Add to the stretch that is being dropped."""
        if start == end:
            return
        reason = BEHIND if self.failed is None else STOPPED
        lost = self._lost or _gap(start, end, reason)
        self._lost = replace(lost, start=min(lost.start, start), end=max(lost.end, end))

    def _close_gap(self) -> None:
        if self._lost is not None:
            self._results.append(self._lost)
            self._lost = None


def _gap(start: int, end: int, reason: str) -> Gap:
    return Gap("transcript", start, end, reason)


_REST_GOES_ON = marked("Everything else is measured as before.")

_TROUBLES = Texts(
    {
        Recognising.BEHIND: (
            "The transcript is behind, because the computer is busy; it catches up faster when other programs"
            " are closed."
        ),
        Recognising.RESTARTING: (
            "The speech recogniser stopped and is being started again; text goes on in a few seconds."
        ),
    }
)


def _refusal(reason: str) -> str:
    """Give why there is no recogniser as a sentence with its remedy."""
    if reason.endswith("."):
        return reason
    return tr(
        "The speech recogniser can't be started: {reason}, and its model may be damaged;"
        " install the model again or choose another, in Settings or with --model.",
        reason=reason,
    )
