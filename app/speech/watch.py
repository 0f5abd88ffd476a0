"""How whoever started a long piece of work on models follows it, and stops it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.errors import KnownError
from app.language import tr


class Stage(StrEnum):
    """What an installation does now; each stage counts its bytes from 0."""

    DOWNLOADING = "downloading"
    CHECKING = "checking"
    UNPACKING = "unpacking"


class Stopped(KnownError):
    """The user stopped it: nothing is wrong."""


@dataclass(frozen=True, slots=True)
class Watch:
    """What long work tells and asks, in the thread or process that does it; by default nobody watches."""

    progress: Callable[[int, int | None], None] = lambda done, total: None
    """Gets the bytes done in this stage, and all of them or None where they are not known."""
    cancelled: Callable[[], bool] = lambda: False
    """Asked often (at least twice a second); True ends the work with `Stopped`."""
    stage: Callable[[Stage], None] = lambda stage: None
    """Gets what begins now."""
    goes_on: Callable[[str], bool] = lambda host: False
    """Asked before a download follows a server to another host; False refuses it."""

    def check(self) -> None:
        """Raise Stopped if the work was cancelled."""
        if self.cancelled():
            raise Stopped(tr("Stopped. Nothing was changed."))

    def reach(self, done: int, whole: int | None) -> None:
        """Tell how far the work is; raises Stopped if it was cancelled."""
        self.check()
        self.progress(done, whole)


UNWATCHED = Watch()
"""Nobody follows, nobody stops."""
