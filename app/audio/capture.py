"""What runs in the process of one input: open it, pass its sound on at 16 kHz, and tell what goes wrong.

Such a process ends whenever something is not as it should be, for its supervisor starts another: the list
of devices is frozen once PortAudio has started, and a sound system that hangs can only be left.
"""

import os
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn, Protocol

import numpy as np
import soxr

from app.audio import loopback, pulse, trouble
from app.audio.devices import Device, Kind, agent_default, customer_default, inputs_here, named
from app.audio.inlet import Inlet, Line, Piece
from app.audio.loopback import open_loopback
from app.audio.portaudio import SERVERS, open_input
from app.audio.streams import Chunk, Condition, Opened, Trouble
from app.audio.trouble import InputTrouble
from app.domain.timeline import RATE, Speaker
from app.errors import KnownError
from app.language import tr

_OPENING_S = 5.0
"""Seconds that opening may take, and then the first sound."""

_SILENT_S = 1.5
"""Seconds without any sound after which an open input has ended."""

_LOOK_S = 0.5
_LOOK_FOR_S = 3.0
"""Seconds between two looks for an input where there is none, and until a new process has to look."""


class Channel(Protocol):
    """The way to the session."""

    def send(self, answer: object) -> None:
        """Tell something (anything that pickles)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The input to open, and whether it only stands in for the wanted one."""

    device: Device
    stands_in: bool


def choose(inputs: Sequence[Device], side: Speaker, wanted: str | None) -> Choice | None:
    """Choose the input that `wanted` names, else the system's own for this side; None where neither is."""
    found = named(wanted, inputs) if wanted else []
    if found:
        return Choice(found[0], stands_in=False)
    default = agent_default(inputs) if side is Speaker.AGENT else customer_default(inputs)
    return Choice(default, stands_in=wanted is not None) if default else None


def run(channel: Channel, side: Speaker, wanted: str | None) -> NoReturn:
    """Hear the input that `wanted` names (or its stand-in), or the system's own for this side.

    Tells Opened once, then every Chunk; a Trouble where it can't be opened, or ends. Never returns: the
    process is over then.
    """
    _Capture(channel, side, wanted).run()


class _Capture:
    """The life of one such process."""

    def __init__(self, channel: Channel, side: Speaker, wanted: str | None) -> None:
        self._channel, self._side, self._wanted = channel, side, wanted
        self._name = wanted or tr("The input")

    def run(self) -> NoReturn:
        choice = None
        # Sound systems hang in native code, where only another thread can end it.
        slow = threading.Timer(_OPENING_S, self._leave, [trouble.SLOW])
        slow.daemon = True
        slow.start()
        try:
            choice = self._look()
            self._name = choice.device.name
            inlet = Inlet()
            sparse = loopback.offers(choice.device)
            line = open_loopback(choice.device, inlet) if sparse else open_input(choice.device, inlet)
        except InputTrouble as error:
            self._channel.send(error.trouble)
        except KnownError as error:
            self._channel.send(Trouble(Condition.MISSING, str(error)))
        else:
            slow.cancel()
            self._tell_opened(choice, line, sparse)
            if choice.device.system in SERVERS:
                threading.Thread(target=self._follow, args=(choice.device,), daemon=True).start()
            self._pass_on(line, inlet, sparse)
            self._leave(trouble.SILENT)
        slow.cancel()
        self._wait_for_an_input(choice)
        os._exit(0)  # PortAudio may hang on its way out

    def _leave(self, told: str) -> NoReturn:
        """End this process, for another to begin anew."""
        try:
            self._channel.send(Trouble(Condition.LOST, tr(told, name=self._name)))
        finally:
            os._exit(0)

    def _look(self) -> Choice:
        sources = pulse.inputs() if sys.platform == "linux" else None
        if sources is None and sys.platform == "linux" and pulse.expected():
            # Whoever opens a card behind the server's back keeps the server from opening it when it returns.
            raise InputTrouble(Condition.MISSING, tr(trouble.NO_SERVER))
        choice = choose(inputs_here() if sources is None else sources, self._side, self._wanted)
        if choice is None:
            agent = self._side is Speaker.AGENT
            missing = trouble.NO_MICROPHONE if agent else trouble.NO_PLAYBACK
            raise InputTrouble(Condition.MISSING, tr(missing))
        return choice

    def _best(self, inputs: Sequence[Device]) -> str | None:
        choice = choose(inputs, self._side, self._wanted)
        return choice.device.id if choice else None

    def _tell_opened(self, choice: Choice, line: Line, sparse: bool) -> None:
        device = choice.device
        self._channel.send(
            Opened(
                name=device.name,
                rate=line.rate,
                stands_in_for=self._wanted if choice.stands_in else None,
                sparse=sparse,
                monitors=device.kind in (Kind.MONITOR, Kind.LOOPBACK),
                followed=device.system in SERVERS,
            )
        )

    def _follow(self, device: Device) -> None:
        pulse.wait_for_change(device.id, self._best)
        self._leave(trouble.CHANGED)

    def _pass_on(self, line: Line, inlet: Inlet, sparse: bool) -> None:
        """Send the sound of an open line until there is no more."""
        stream = Stream(line)
        patience, silent = _OPENING_S, 0.0
        while line.running() and (sparse or silent < patience):
            piece = inlet.next(_LOOK_S)
            if piece is not None:
                patience, silent = _SILENT_S, 0.0
                chunk = stream.bring(piece)
                if chunk:
                    self._channel.send(chunk)
            else:
                # Counted in waits of our own, so that a machine that slept does not look like a dead input.
                silent += _LOOK_S
                if sparse:
                    self._channel.send(stream.nothing(time.monotonic()))

    def _wait_for_an_input(self, choice: Choice | None) -> None:
        """Give the sound system time; where there was no input at all, only until there is one."""
        for _ in range(round(_LOOK_FOR_S / _LOOK_S)):
            time.sleep(_LOOK_S)
            # Where there is no sound server only a new process sees more.
            if choice is None and sys.platform == "linux" and self._best(pulse.inputs() or ()):
                return


class Stream:
    """The sound of one open line on its way to 16 kHz mono."""

    def __init__(self, line: Line) -> None:
        self._rate, self._channels = line.rate, line.channels
        self._resampler = None
        if line.rate != RATE:
            self._resampler = soxr.ResampleStream(line.rate, RATE, 1, dtype="float32", quality="HQ")
        self._taken = 0  # frames, those that found no room included
        self._given = 0  # samples, the same
        self._overflow = False

    def bring(self, piece: Piece) -> Chunk | None:
        """Give what has become ready with `piece`: the resampler keeps some 6 to 36 ms back."""
        frames = np.frombuffer(piece.sound, np.int16).reshape(-1, self._channels)
        sound = frames.mean(axis=1, dtype=np.float32)
        if self._resampler is not None:
            sound = self._resampler.resample_chunk(sound)
        self._taken += piece.skipped + len(frames)
        start = self._given + round(piece.skipped * RATE / self._rate)
        self._given = start + len(sound)
        overflow, self._overflow = self._overflow or piece.overflow, False
        if not len(sound):
            self._overflow = overflow
            return None
        pcm = np.clip(np.rint(sound), -32768, 32767).astype(np.int16)
        kept_s = self._taken / self._rate - self._given / RATE
        return Chunk(start, pcm.tobytes(), piece.captured_at - kept_s, overflow)

    def nothing(self, now: float) -> Chunk:
        """Give a chunk without sound: a sign of life."""
        return Chunk(self._given, b"", now)
