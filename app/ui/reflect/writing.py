"""How a reflection gets into the journal while it is typed, so that nothing of it can be lost."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.journal import Reflection
from app.ui.journal.diary import Diary
from app.ui.reflect import material

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database


class Writing(QObject):
    """Writes what `read` gives whenever it is told to, and knows what of it is in the journal.

    `saved` tells that all is there, `gone` that its call or the reflection itself is there no more,
    `finished` that it is done.
    """

    saved = Signal()
    gone = Signal()
    finished = Signal()

    def __init__(
        self, diary: Diary, start: Reflection, read: Callable[[], Reflection], parent: QObject, *, known: bool
    ) -> None:
        super().__init__(parent)
        self._diary, self._read = diary, read
        self._kept, self._known = start, known

    @property
    def clean(self) -> bool:
        """Whether nothing is to be written."""
        return self._read() == self._kept

    def begin_anew(self) -> None:
        """Take it for one that was never written."""
        self._known = False

    def save(self) -> None:
        """Write it now, if it is another than before."""
        now, known = self._read(), self._known
        if now == self._kept:
            self.saved.emit()
            return

        def work(db: "Database") -> bool:
            return material.keep(db, now, known=known)

        self._diary.write("reflection", work, lambda there: self._take(now, there), self)

    def finish(self, *, drop_words: bool) -> None:
        """Write it and note that it is done; `drop_words`: what was said in its call goes."""
        now, known, at = self._read(), self._known, datetime.now(UTC)

        def work(db: "Database") -> bool:
            return material.finish(db, now, at, known=known, drop_words=drop_words)

        def done(there: bool) -> None:
            self._take(now, there)
            if there:
                self.finished.emit()

        self._diary.write("reflection", work, done, self)

    def _take(self, written: Reflection, there: bool) -> None:
        if not there:
            self.gone.emit()
            return
        self._kept, self._known = written, True
        self.saved.emit()
