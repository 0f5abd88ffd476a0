"""What was reviewed goes into the open journal by itself, and out of it again where that is not wanted."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.journal_access import words_kept
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.review import keeping
from app.ui.review.keeping import Kept
from app.ui.review.opened import Opened, Stage, carried

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database


class Keeper(QObject):
    """Writes reviewed recordings; `changed` gives an Opened that came into the journal or left it.

    `writing` tells that the journal is about to know something else of one.
    """

    changed = Signal(object)
    writing = Signal()

    def __init__(self, diary: Diary, settings: KeptSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._settings = diary, settings

    @property
    def can_keep(self) -> bool:
        """Whether a journal is open."""
        return self._diary.is_open

    @property
    def how_long(self) -> str:
        """How long what was said is kept; a part of a sentence."""
        return words_kept(self._settings.now)

    def keep(self, opened: Opened) -> None:
        """Keep a recording that is done, or its new review; nothing while no journal is open."""
        shown, path, agent = opened.shown, opened.path, opened.agent
        if shown is None or path is None or opened.stage is not Stage.DONE or not self._diary.is_open:
            return
        now, today = self._settings.now, date.today()
        first, dropped = shown.call is None, opened.dropped

        def work(db: "Database") -> tuple[Kept | None, bool]:
            from app.storage.retention import Retention, words_over

            call = keeping.there_already(db, shown, path, dropped)
            if call is None and not first:
                return None, False
            keep_words = now.transcript_kept != "never"
            if call is not None:  # what was let go of does not come back with another review
                keep_words = not words_over(db, call.id, Retention.of(now), today)
            kept = keeping.keep(db, shown, call, path, agent, keep_words=keep_words)
            return kept, first and (call is None or call.id == dropped)

        def take(answer: tuple[Kept | None, bool]) -> None:
            (kept, fresh), written = answer, opened.shown
            if kept is None:
                self.leave(opened)
            elif opened.stage is Stage.DONE and opened.agent != agent:  # the channels were swapped meanwhile
                opened.fresh, opened.dropped = opened.fresh or fresh, None
                if written is not None and written.call is None:  # else that is being written already
                    opened.shown = replace(written, call=kept.shown.call)
                    self.keep(opened)
            elif opened.stage is Stage.DONE:
                self.take(opened, kept)
                opened.fresh, opened.dropped = opened.fresh or fresh, None
                if first and opened.shown is not None and written is not shown:  # more was written meanwhile
                    opened.shown = carried(written, opened.shown)
                    self.keep(opened)
            self.changed.emit(opened)

        self.writing.emit()
        self._diary.write("call", work, take, self)

    def keep_own(self, opened: Opened) -> None:
        """Keep what was written into a kept call while it was reviewed again, now that this is given up."""
        shown, record = opened.shown, opened.record
        if shown and record and (shown.labels, shown.heard) != (record.labels, record.heard):
            self.keep(opened)

    def take(self, opened: Opened, kept: Kept) -> None:
        """Take a call as the journal has it now."""
        before = opened.shown
        opened.shown = kept.shown if before is None else keeping.with_words(kept.shown, before)
        opened.record, opened.name = kept.record, kept.shown.name
        opened.call_type = kept.shown.call_type

    def drop(self, opened: Opened) -> None:
        """Take a recording out of the journal; it is shown as long as the page is; `keep` brings it back."""
        call = opened.shown.call if opened.shown is not None else None
        if call is None:
            return

        def work(db: "Database") -> None:
            from app.storage import calls

            calls.delete(db, call.id)

        self.leave(opened)
        opened.dropped = call.id
        self.writing.emit()
        self._diary.write("call", work, lambda _: self.changed.emit(opened), self)

    def relocate(self, opened: Opened, path: Path) -> None:
        """Note where the recording of a kept call lies now."""
        opened.path = path
        call = opened.shown.call if opened.shown is not None else None
        if call is None:
            return

        def work(db: "Database") -> None:
            from app.storage import calls

            calls.relocate(db, call.id, str(path.absolute()))

        self.writing.emit()
        self._diary.write("call", work)

    @staticmethod
    def leave(opened: Opened) -> None:
        """Take that a call is no longer in the journal."""
        opened.record, opened.fresh = None, False
        if opened.shown is not None:
            opened.shown = replace(opened.shown, call=None)
