"""A recording that is being reviewed in a process of its own, to be watched and dropped at any time."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.report import Report
from app.domain.timeline import Spurt
from app.session.snapshot import Event, Snapshot


class ReviewRun:
    """A recording under review, as a call that is watched (app.session.snapshot.WatchedCall). Close it.

    All returns at once, for any thread. `target` runs in the process and gets a channel and `args`; it
    sends what app.bootstrap's side of it makes known.
    """

    def __init__(self, path: Path, target: Callable[..., None], *args: object) -> None:
        self.path = path

    @property
    def snapshot(self) -> Snapshot:
        """The call as far as it has been heard; `t` is how far."""
        raise NotImplementedError

    @property
    def length(self) -> int | None:
        """The recording's length in samples, None while it is not known."""
        raise NotImplementedError

    @property
    def told(self) -> Sequence[str]:
        """Sentences of what is left out and why, such as the words where no model is installed."""
        raise NotImplementedError

    @property
    def report(self) -> Report | None:
        """The finished review."""
        raise NotImplementedError

    @property
    def failure(self) -> BaseException | None:
        """What broke it off: KnownError where the user can mend it."""
        raise NotImplementedError

    def events(self, since: int = 0) -> Sequence[Event]:
        """Give what has become known, from number `since` on; the list only grows."""
        raise NotImplementedError

    def spurts(self, since: int = 0) -> Sequence[Spurt]:
        """Give the settled spurts from number `since` on; the list only grows."""
        raise NotImplementedError

    def close(self) -> None:
        """End the process now, within 200 ms, whatever it is doing."""
