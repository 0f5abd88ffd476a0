"""A recording that is being reviewed in a process of its own, to be watched and dropped at any time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from app.domain.report import Report
from app.domain.timeline import Spurt
from app.errors import KnownError
from app.language import marked, tr
from app.session.snapshot import Event, Snapshot
from app.session.supervisor import Died, Supervisor

BROKE_OFF = marked(
    "The review broke off, for the part of Evenkeel that does it stopped ({reason}); review the recording "
    "again, or export it as a 16-bit WAV file first."
)
"""What is said where a crash of native code, or a bug of ours, ended the review's process."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a review made known since it told last; `length` (samples) is None while it is not known."""

    snapshot: Snapshot
    length: int | None
    events: tuple[Event, ...] = ()
    spurts: tuple[Spurt, ...] = ()


class ReviewRun:
    """A recording under review, as a call that is watched (app.session.snapshot.WatchedCall). Close it.

    All returns at once, for any thread. `target(channel, *args)` runs in the process and must pickle; it
    sends Known, sentences of what is left out, and a KnownError where the user can mend why it ends (see
    app.session.telling). The process ends with this one, however this one ends.
    """

    def __init__(self, path: Path, target: Callable[..., None], *args: object) -> None:
        self.path = path
        self._child = Supervisor(target, *args, family=True)
        self._turn = Lock()
        self._closed = False
        self._snapshot = Snapshot()
        self._length: int | None = None
        self._told: list[str] = []
        self._events: list[Event] = []
        self._spurts: list[Spurt] = []
        self._report: Report | None = None
        self._failure: KnownError | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the review."""
        return self._child.pid

    @property
    def snapshot(self) -> Snapshot:
        """The call as far as it has been heard; `t` is how far, `measures` are those of what is settled."""
        self._catch_up()
        return self._snapshot

    @property
    def length(self) -> int | None:
        """The recording's length in samples, None while it is not known."""
        self._catch_up()
        return self._length

    @property
    def told(self) -> Sequence[str]:
        """Sentences of what is left out and why, such as the words where no model is installed."""
        self._catch_up()
        return self._told[:]

    @property
    def report(self) -> Report | None:
        """The finished review."""
        self._catch_up()
        return self._report

    @property
    def failure(self) -> KnownError | None:
        """What broke it off, with its remedy."""
        self._catch_up()
        return self._failure

    def events(self, since: int = 0) -> Sequence[Event]:
        """Give what has become known, from number `since` on; the list only grows."""
        self._catch_up()
        return self._events[since:]

    def spurts(self, since: int = 0) -> Sequence[Spurt]:
        """Give the settled spurts from number `since` on; the list only grows, the last are in the report."""
        self._catch_up()
        return self._spurts[since:]

    def close(self) -> None:
        """End the process and its recogniser now, whatever they are doing; nothing becomes known any more."""
        with self._turn:
            self._closed = True
        self._child.close()

    def _catch_up(self) -> None:
        """Take what the process has sent."""
        with self._turn:
            while not (self._closed or self._report or self._failure):
                sent = self._child.receive()
                if sent is None:
                    return
                self._take(sent)

    def _take(self, sent: object) -> None:
        match sent:
            case Known():
                self._snapshot, self._length = sent.snapshot, sent.length
                self._events += sent.events
                self._spurts += sent.spurts
                last = sent.events[-1].what if sent.events else None
                self._report = last if isinstance(last, Report) else None
            case str():
                self._told.append(sent)
            case KnownError():
                self._failure = sent
            case Died():
                self._failure = KnownError(tr(BROKE_OFF, reason=sent.reason))
