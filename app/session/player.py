"""The session's side of playing a recording: asked for here, done in a supervised process."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

SPEEDS = (0.75, 1.0, 1.25, 1.5, 2.0)
"""How fast a recording may be played, as parts of its own speed; the pitch stays."""


@dataclass(frozen=True, slots=True)
class Playing:
    """Where the playing stands: `t` is the sample (16 kHz) that is heard now, `loop` the stretch repeated.

    `trouble` is the sentence of why nothing can be heard, None while all is well.
    """

    t: int = 0
    playing: bool = False
    speed: float = 1.0
    loop: tuple[int, int] | None = None
    trouble: str | None = None


class Player:
    """Plays a recording from where it lies; nothing of it is copied. All returns at once. Close it."""

    def __init__(self, path: Path, bell: Callable[[], None] = lambda: None) -> None:
        self.path = path

    @property
    def state(self) -> Playing:
        """Where it stands now."""
        raise NotImplementedError

    def play(self) -> None:
        """Play on from here; at the end, from the beginning."""
        raise NotImplementedError

    def pause(self) -> None:
        """Stop here."""
        raise NotImplementedError

    def seek(self, t: int) -> None:
        """Go to the sample `t` (16 kHz, held within the recording), playing or not."""
        raise NotImplementedError

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast, 0.75 to 2."""
        raise NotImplementedError

    def repeat(self, start: int, end: int) -> None:
        """Play [start, end) over and over, from its beginning, until `go_on` or a seek out of it."""
        raise NotImplementedError

    def go_on(self) -> None:
        """Repeat nothing any more, and play on."""
        raise NotImplementedError

    def close(self) -> None:
        """End its process."""
