"""A child process that may die: started, watched, replaced, so that native code can't end the call."""

import atexit
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, SimpleQueue
from typing import Any

from app.errors import KnownError
from app.language import carried, tr

BACKOFF = (0.2, 1.0, 3.0)
"""Seconds before each new start; the last one again for every further start in a row that came to nothing."""

_FIRST_STARTS = 4
"""Starts that may come to nothing before the child has ever been ready: what it needs is then broken."""

_LATER_STARTS = 12
"""The same in a row once it has been ready: more likely bad luck."""

_BEAT = 0.5
"""Seconds between two signs of life of the child."""

_BREATH = 0.05
"""Seconds between two looks whether there is room for more answers."""

_NOTHING = object()

_SILENCE = 3.0
"""Seconds without a sign of life after which the child is taken for hung."""

_FIRST_SIGN = 30.0
"""The same before its first sign, while the interpreter starts on a busy machine; and for one that is not
replaced, which should be lost for a good reason only."""

_BUSY = 120.0
"""Seconds the child may take to start or for one message before it ends itself as hung."""

_BUSY_WITH_FAMILY = 600.0
"""The same for one that waits for children of its own, which may be started anew after each `_BUSY`."""


@dataclass(frozen=True, slots=True)
class Died:
    """The child is gone, with what it had not answered; `final` if no other will be started."""

    reason: str
    final: bool


class Channel:
    """The child's end: messages in, answers out, and signs of life for as long as the work moves."""

    def __init__(self, connection: "Connection[Any, Any]", longest: float) -> None:
        self._connection, self._longest = connection, longest
        self._sending = threading.Lock()
        self._busy_since: float | None = time.monotonic()
        threading.Thread(target=self._beat, daemon=True).start()

    def receive(self) -> bytes | None:
        """Wait for the next message; None when the parent is gone."""
        self._busy_since = None
        try:
            return self._connection.recv_bytes()
        except (EOFError, OSError):
            return None
        finally:
            self._busy_since = time.monotonic()

    def waits(self) -> bool:
        """Tell whether a message is there that was not received yet."""
        try:
            return self._connection.poll()
        except OSError:
            return False

    def send(self, answer: object) -> None:
        """Give the parent an answer (it pickles, and is not None); raises OSError if the parent is gone."""
        with self._sending:
            self._connection.send(answer)
        if answer is not None and self._busy_since is not None:
            self._busy_since = time.monotonic()  # whoever answers is not hung

    def _beat(self) -> None:
        while True:
            since = self._busy_since
            if since is not None and time.monotonic() - since > self._longest:
                os._exit(1)
            try:
                self.send(None)
            except OSError:
                os._exit(0)
            time.sleep(_BEAT)


class Supervisor:
    """Runs `target(channel, *args)` in a spawned child, and in a new one when that dies or hangs.

    `target` and `args` must pickle. A child dies with its parent. A start without a first answer (its
    hello) came to nothing; too many of those, or a KnownError raised in the child, are final. Unless it is
    `patient`: then another is started for ever. `bell` is called after every event. With a `backlog`, a child
    whose answers are not received has to wait with more once there are so many. With a `family` the child may
    have children of its own, which end with it; none takes its place, for its work can't be taken up midway.
    """

    def __init__(
        self,
        target: Callable[..., None],
        *args: object,
        patient: bool = False,
        bell: Callable[[], None] = lambda: None,
        backlog: int = sys.maxsize,
        family: bool = False,
    ) -> None:
        self._target = target
        self._patient, self._bell, self._backlog, self._family = patient, bell, backlog, family
        self._args = args
        self._events: SimpleQueue[object] = SimpleQueue()
        self._outbox: SimpleQueue[tuple[int, bytes] | None] = SimpleQueue()
        # A message belongs to the life its sender knew of; `_lives` counts the lives that are over.
        self._seen = 0
        self._lives = 0
        self._turn = threading.Condition()
        self._sending = threading.Lock()
        self._closed = False
        self._connection: Connection[Any, Any] | None
        self._connection, self._process = self._start()
        self._threads = [
            threading.Thread(target=self._watch, name="supervisor", daemon=True),
            threading.Thread(target=self._deliver, name="supervisor-outbox", daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        if family:  # Python waits for such a child when it ends
            atexit.register(self.close)

    @property
    def pid(self) -> int | None:
        """The process id of the child that runs now, or ran last."""
        return self._process.pid

    def send(self, message: bytes) -> None:
        """Queue a message for the child; never waits. Lost if the child dies: see the Died that follows."""
        self._outbox.put((self._seen, message))

    def receive(self, timeout: float = 0.0) -> object | None:
        """Give the next answer, or Died, in order; None if there is none within `timeout` seconds."""
        try:
            event = self._events.get(timeout=timeout) if timeout > 0 else self._events.get_nowait()
        except Empty:
            return None
        if isinstance(event, Died):
            self._seen += 1
        return event

    def restart(self) -> None:
        """End the child now, as if it had died."""
        self._kill()

    def close(self) -> None:
        """End the child now, whatever it is doing."""
        atexit.unregister(self.close)
        with self._turn:
            self._closed = True
            self._kill()
            self._turn.notify_all()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join()

    def _start(self) -> "tuple[Connection[Any, Any], BaseProcess]":
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        life = (theirs, self._target, self._args, self._family, carried())
        process = context.Process(target=_live, args=life, daemon=not self._family)
        # Blocked here and so from the child's first instruction: Ctrl-C in a terminal reaches all processes.
        if sys.platform != "win32":
            before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            process.start()
        finally:
            if sys.platform != "win32":
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
        theirs.close()
        return ours, process

    def _watch(self) -> None:
        fruitless = 0
        limit = _FIRST_STARTS
        while True:
            assert self._connection is not None
            was_ready, died = self._listen(self._connection)
            fruitless = 0 if was_ready else fruitless + 1
            limit = _LATER_STARTS if was_ready else limit
            final = self._family or (not self._patient and (died.final or fruitless >= limit))
            pause = BACKOFF[min(max(fruitless - 1, 0), len(BACKOFF) - 1)]
            with self._turn:
                self._connection = None
                self._lives += 1
                self._turn.notify_all()
                self._tell(Died(died.reason, final))
                if final or self._turn.wait_for(lambda: self._closed, pause):
                    return
                try:
                    self._connection, self._process = self._start()
                except OSError as error:
                    self._tell(
                        Died(
                            tr("no process could be started ({reason})", reason=error.strerror),
                            final=True,
                        )
                    )
                    return
                self._turn.notify_all()

    def _listen(self, connection: "Connection[Any, Any]") -> tuple[bool, Died]:
        """Pass the child's answers on until it is gone; give whether there were any, and why it is gone."""
        answered = False
        patience = _FIRST_SIGN
        silent = 0.0
        died: Died | None = None
        while died is None:
            if self._events.qsize() >= self._backlog and not self._closed:
                time.sleep(_BREATH)
                continue
            # Counted in waits of our own, so that a machine that slept does not look like a hung child.
            try:
                message = connection.recv() if connection.poll(_BEAT) else _NOTHING
            except (EOFError, OSError):
                break
            if message is _NOTHING:
                silent += _BEAT
                if silent >= patience:
                    died = Died(tr("it hung"), final=False)
                continue
            silent, patience = 0.0, _FIRST_SIGN if self._family else _SILENCE
            if isinstance(message, Died):
                died = message
            elif message is not None:
                answered = True
                self._tell(message)
        if died is not None or self._family:
            self._kill()
        self._process.join()
        with self._sending:
            connection.close()
        return answered, died or Died(_how_it_ended(self._process.exitcode), final=False)

    def _kill(self) -> None:
        # The group is named only while its first member is not buried: later the number may be another's.
        if self._family and sys.platform != "win32" and self._connection is not None and self._process.pid:
            with suppress(OSError):  # there is none yet, and so no family
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _tell(self, event: object) -> None:
        self._events.put(event)
        self._bell()

    def _deliver(self) -> None:
        while (item := self._outbox.get()) is not None:
            life, message = item
            connection = self._connection_in(life)
            if connection is not None:
                # Where it has died, _listen finds out by itself.
                with self._sending, suppress(OSError):
                    connection.send_bytes(message)

    def _connection_in(self, life: int) -> "Connection[Any, Any] | None":
        """Wait until the child of that life is there; None if its life is over."""
        with self._turn:
            self._turn.wait_for(lambda: self._closed or self._connection or self._lives != life)
            return None if self._closed or self._lives != life else self._connection


def _live(
    connection: "Connection[Any, Any]",
    target: Callable[..., None],
    args: tuple[object, ...],
    family: bool,
    speak: Callable[[], None],
) -> None:
    """The child's whole life."""
    speak()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if family and sys.platform != "win32":
        os.setpgrp()  # so that all can be ended at once; elsewhere each ends when its pipe breaks
    # What native libraries write is not for the user's terminal.
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    channel = Channel(connection, _BUSY_WITH_FAMILY if family else _BUSY)
    try:
        target(channel, *args)
    except KnownError as error:
        channel.send(Died(str(error), final=True))
    except Exception as error:
        # The name only: a message could hold what was said.
        channel.send(Died(tr("it failed with {error}", error=type(error).__name__), final=False))


def _how_it_ended(status: int | None) -> str:
    if status is not None and status < 0:
        return tr("it was ended by signal {number}", number=-status)
    return tr("it ended with status {status}", status=status)
