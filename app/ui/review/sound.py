"""The sound of the recording that is looked at: its envelope and what plays it, from where it lies."""

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import KnownError
from app.language import marked, tr
from app.report import words
from app.ui.pieces.errand import Errand

if TYPE_CHECKING:
    from app.session.player import Player
    from app.session.waveform import Waveform

CLOSE_S = 1.0
"""Seconds that two recordings of one call may differ in length: some formats tell it only about."""

LIVE = marked(
    "This call was heard live, and its sound was never kept, so there is nothing to play. What was measured "
    "and said is all here."
)
GONE = marked("The recording is not at {path} any more, so it can't be played. Find it to hear it again.")
ANOTHER = marked(
    "The file at {path} lasts {there} and this call {call}, so it is another one and is not played. "
    "Find the right one to hear the call again."
)


class Sound(QObject):
    """Opens the sound of one recording at a time, without holding up the window.

    `opened` comes when it can be played and drawn, `refused` with the sentence of why not.
    """

    opened = Signal()
    refused = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.waveform: Waveform | None = None
        self.player: Player | None = None
        self._turn = 0

    def open(self, path: Path, agent: str, length: int | None) -> None:
        """Open the sound of a recording whose agent is on that channel.

        Where `length` (samples) is known, a file of another length is refused.
        """
        if path == self.path:
            self.set_agent(agent)
            return
        self.close()
        self.path = path
        turn = self._turn

        def make() -> "tuple[Waveform, Player]":
            if length is not None:
                check(path, length)
            from app.session.player import Player
            from app.session.waveform import Waveform

            waveform = Waveform(path, "right" if agent == "right" else "left")
            player = Player(path)
            if turn != self._turn:
                waveform.close()
                player.close()
            return waveform, player

        errand = Errand(self, make)
        errand.done.connect(lambda made: self._arrive(turn, *made))
        errand.failed.connect(lambda fault: self._refuse(turn, fault))

    def set_agent(self, agent: str) -> None:
        """Take the agent's side from another channel."""
        if self.waveform is not None:
            self.waveform.agent = "right" if agent == "right" else "left"

    def close(self, *, wait: bool = False) -> None:
        """Let go of the recording and end its processes; `wait` until they are gone."""
        self._turn += 1
        held = [each for each in (self.waveform, self.player) if each is not None]
        self.path = self.waveform = self.player = None
        for each in held:
            if wait:
                each.close()
            else:
                _let_go(each)

    def _arrive(self, turn: int, waveform: "Waveform", player: "Player") -> None:
        if turn == self._turn:
            self.waveform, self.player = waveform, player
            self.opened.emit()
        else:  # it was closed after they were made
            _let_go(waveform)
            _let_go(player)

    def _refuse(self, turn: int, fault: Exception) -> None:
        if turn != self._turn:
            return
        self.path = None
        if not isinstance(fault, KnownError):
            raise fault
        self.refused.emit(str(fault))


def _let_go(held: "Waveform | Player") -> None:
    """End its process, without waiting for that."""
    Thread(target=held.close, name="closing a recording", daemon=True).start()


def check(path: Path, length: int) -> None:
    """Raise KnownError where there is no recording at `path` of about that length (samples)."""
    from app.audio.recording import RecordingSource

    if not path.is_file():
        raise KnownError(tr(GONE, path=path))
    with RecordingSource(path) as source:
        there = source.duration_s
    call = length / 16_000
    if there is not None and abs(there - call) > CLOSE_S:
        raise KnownError(tr(ANOTHER, path=path, there=words.span(there), call=words.span(call)))
