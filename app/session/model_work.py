"""One piece of work on speech models in a process of its own, to be watched, stopped, and asked by it."""

import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from app.crash import write_report
from app.errors import KnownError
from app.language import marked, tr
from app.session.supervisor import Channel, Died, Supervisor
from app.speech.store import Store
from app.speech.watch import Stage, Stopped, Watch

BROKE_OFF = marked(
    "This broke off, for the part of Evenkeel that does it stopped ({reason}); what was there before is "
    "as it was, so try it again."
)
"""What is said where a crash of native code, or a bug of ours, ended the process."""

Work = Callable[[Watch], object]
"""What is done, told of and stopped through its Watch; it pickles, and so does what it gives."""

_EVERY_S = 0.1
"""Seconds between two messages of how far it is: more are not seen."""

_GRACE_S = 0.12
"""Seconds that the work has to end by itself once it is asked to; then its process is ended."""

_STOP, _YES, _NO = b"stop", b"yes", b"no"


@dataclass(frozen=True, slots=True)
class Reached:
    """How far the work is: `done` of `total` in its own unit (bytes, samples), None where not known."""

    stage: Stage | None = None
    done: int = 0
    total: int | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the work gave."""

    given: object


@dataclass(frozen=True, slots=True)
class _Question:
    """Whether a download may go on at another host."""

    host: str


class ModelWork:
    """Does `work` in a process of its own from now on. Close it.

    For one thread, which is never held up: what the process tells is taken whenever something is asked here.
    The process ends with this one, however this one ends. `crashes` is the folder for reports of our bugs.
    """

    def __init__(self, work: Work, crashes: Path) -> None:
        self._child = Supervisor(_work_apart, work, crashes, family=True)
        self._reached = Reached()
        self._asked: str | None = None
        self._answer: object = None
        self._failure: KnownError | None = None
        self._over = False
        self._stop_by: float | None = None

    @property
    def pid(self) -> int | None:
        """The process id of the work."""
        return self._child.pid

    @property
    def reached(self) -> Reached:
        """How far it is."""
        self._catch_up()
        return self._reached

    @property
    def asked(self) -> str | None:
        """The other host that a download would go on at; it waits until `allow` answers."""
        self._catch_up()
        return self._asked

    @property
    def over(self) -> bool:
        """Whether it has ended: with an answer, or with a failure."""
        self._catch_up()
        return self._over

    @property
    def answer(self) -> object:
        """What the work gave, None before that and where it failed."""
        self._catch_up()
        return self._answer

    @property
    def failure(self) -> KnownError | None:
        """Why it ended without an answer, with the remedy; `Stopped` where that was wanted."""
        self._catch_up()
        return self._failure

    def allow(self, goes_on: bool) -> None:
        """Answer what is `asked`."""
        self._asked = None
        self._child.send(_YES if goes_on else _NO)

    def stop(self) -> None:
        """Ask it to end; it is over within `_GRACE_S` for whoever looks."""
        if self._stop_by is None and not self._over:
            self._stop_by = time.monotonic() + _GRACE_S
            self._child.send(_STOP)

    def close(self) -> None:
        """End the process now, whatever it is doing."""
        self._over = True
        self._child.close()

    def _catch_up(self) -> None:
        """Take what the process has sent."""
        while not self._over and (sent := self._child.receive()) is not None:
            self._take(sent)
        if not self._over and self._stop_by is not None and time.monotonic() > self._stop_by:
            self._end(None, Stopped(tr("Stopped.")))

    def _take(self, sent: object) -> None:
        match sent:
            case Reached():
                self._reached = sent
            case _Question():
                self._asked = sent.host
            case _Answer():
                self._end(sent.given, None)
            case KnownError():
                # Whatever else it came to then, it was stopped.
                self._end(None, sent if self._stop_by is None else Stopped(tr("Stopped.")))
            case Died():
                self._end(None, KnownError(tr(BROKE_OFF, reason=sent.reason)))

    def _end(self, answer: object, failure: KnownError | None) -> None:
        self._answer, self._failure, self._asked = answer, failure, None
        self.close()


class _Telling:
    """What the work is given to tell of itself; it ends quietly where nobody is there to be told."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._stage: Stage | None = None
        self._sent_at = 0.0
        self._turn = Lock()
        self._stopped = self._asking = False

    def send(self, told: object) -> None:
        try:
            self._channel.send(told)
        except OSError:
            raise SystemExit from None

    def stage(self, stage: Stage) -> None:
        self._stage, self._sent_at = stage, 0.0
        self.send(Reached(stage))

    def progress(self, done: int, total: int | None) -> None:
        now = time.monotonic()
        if done == total or now - self._sent_at >= _EVERY_S:
            self._sent_at = now
            self.send(Reached(self._stage, done, total))

    def cancelled(self) -> bool:
        with self._turn:  # more than one thread asks
            # Whatever comes without a question is the wish to stop.
            self._stopped = self._stopped or (not self._asking and self._channel.waits())
        return self._stopped

    def goes_on(self, host: str) -> bool:
        with self._turn:
            self._asking = True
        self.send(_Question(host))
        said = self._channel.receive()
        with self._turn:
            self._asking, self._stopped = False, self._stopped or said == _STOP
        return said == _YES


def remove(store: Store, name: str, in_use: Collection[str], watch: Watch) -> int:
    """Remove a model as `Store.remove` does; too short a work to be watched."""
    return store.remove(name, in_use)


def _work_apart(channel: Channel, work: Work, crashes: Path) -> None:
    """Do the work in the process of a ModelWork."""
    telling = _Telling(channel)
    try:
        telling.send(
            _Answer(work(Watch(telling.progress, telling.cancelled, telling.stage, telling.goes_on)))
        )
    except KnownError as known:
        telling.send(known)
    except Exception as bug:
        with suppress(OSError):
            write_report(bug, crashes)
        raise
