"""The list of what was promised: due first, with what became of each."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.journal import FollowUp, Promise
from app.language import marked, tr
from app.report import words
from app.ui.follow_ups.editor import Editor
from app.ui.follow_ups.row import Row
from app.ui.follow_ups.words import in_three_days, kept, next_week
from app.ui.journal.diary import EVERYTHING, Diary, Work
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

_CLOSED = 50
"""So many closed ones are shown at most."""

_SHOWN_BY = (EVERYTHING, "follow-up", "call")
"""The kinds of change after which it may be another list."""

NOT_OPEN = marked("Follow-ups are kept in your journal, and it is not open.")
NOTHING_DUE = marked("Nothing is due today.")
NOTHING = marked("Nothing is promised. What you promise in a call is offered here when you reflect on it.")


class FollowUpList(QWidget):
    """Follow-ups to keep, miss or move; `due_only` shows just those due today or before.

    It reads and writes the journal by itself, and scrolls with the page it stands on. The arrows go from one
    to the next, D, M and V are done, missed and moved.
    """

    def __init__(self, diary: Diary, *, due_only: bool) -> None:
        super().__init__()
        self._diary, self._due_only = diary, due_only
        self._stale = True
        self._known: tuple[date, list[FollowUp], list[FollowUp]] | None = None
        self._at: int | None = None
        self.rows: list[Row] = []
        self.adding: Editor | None = None
        self.undo = Undo(self)
        self._told = parts.words("", "soft")
        self._rate = parts.words("", "soft")
        self._open, self._open_rows = _column()
        self._closed, self._closed_rows = _column()
        self.add = parts.button(tr("Add a follow-up"))
        self.add.clicked.connect(self._begin)
        self.show_closed = parts.button(tr("Show what is closed"), "quiet")
        self.show_closed.setCheckable(True)
        self.show_closed.toggled.connect(self._toggle_closed)
        self._below = parts.row(self.add, self.show_closed)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE)
        for each in (self.undo, self._rate, self._told, self._open, self._below, self._closed):
            self._layout.addWidget(each)
        diary.changed.connect(self._mind)
        self._show()

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._known, self._stale, self._at = None, True, None
        self.undo.forget()
        self._end_adding()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if something has changed, or another day has come."""
        super().showEvent(event)
        if self._stale or self._known is None or self._known[0] != date.today():
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from one to the next."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        at = self._focused()
        if step is None or at is None:
            super().keyPressEvent(event)
            return
        coming = [each for each in self.rows[at + step :: step] if each.isVisible()] if at + step >= 0 else []
        if coming:
            coming[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _mind(self, what: str) -> None:
        if what in _SHOWN_BY:
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        self._stale = False
        today, due_only = date.today(), self._due_only

        def read(db: "Database") -> tuple[date, list[FollowUp], list[FollowUp]]:
            from app.storage import follow_ups

            if due_only:
                return today, follow_ups.due(db, today), []
            return today, follow_ups.open(db), follow_ups.closed(db, _CLOSED)

        if self._diary.is_open:
            self._diary.read(read, self._take, self)
        elif self._known is not None:
            self.forget()
        else:
            self._show()

    def _take(self, known: tuple[date, list[FollowUp], list[FollowUp]]) -> None:
        if known != self._known:
            at = self._focused()
            self._at = at if at is not None else self._at
            self._known = known
            self._show()
        self._at = None

    def _show(self) -> None:
        today, coming, closed = self._known or (date.today(), [], [])
        focused = self._focused() is not None or self._at is not None
        for each in self.rows:
            each.hide()
            each.setParent(None)
            each.deleteLater()
        self.rows = [self._row(each, today) for each in (*coming, *closed)]
        for each in self.rows:
            (self._open_rows if each.open else self._closed_rows).addWidget(each)
        for last in (*self.rows[len(coming) - 1 : len(coming)], *self.rows[-1:]):
            last.setProperty("last", True)
        self._open.setVisible(bool(coming))
        addable = not self._due_only and self._diary.is_open and self.adding is None
        self.add.setVisible(addable)
        self.show_closed.setVisible(bool(closed))
        self._below.setVisible(addable or bool(closed))
        self._closed.setVisible(bool(closed) and self.show_closed.isChecked())
        empty = tr(NOTHING_DUE) if self._due_only else tr(NOTHING)
        self._told.setText(empty if self._known or self._diary.is_open else tr(NOT_OPEN))
        self._told.setVisible(not coming)
        self._rate.setText(kept(closed))
        self._rate.setVisible(bool(closed))
        if focused and self._at is not None:
            self._take_keys(self._at)

    def _take_keys(self, place: int) -> None:
        """Let the next key go to the row at that place, or the last in sight; without any to what is left.

        Else it would go to whatever comes next in the window, such as the button that starts a call.
        """
        shown = [each for each in self.rows if each.open or self.show_closed.isChecked()]
        left = next((each for each in (self.undo.button, self.add) if each.isVisible()), None)
        at = shown[min(place, len(shown) - 1)] if shown else left
        if at is not None:
            at.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, follow_up: FollowUp, today: date) -> Row:
        row = Row(follow_up, today)
        row.asked.connect(lambda what: self._do(follow_up, what))
        row.moved.connect(lambda where: self._move(follow_up, where, today))
        row.edited.connect(lambda text, day: self._edit(follow_up, text, day))
        return row

    def _do(self, follow_up: FollowUp, what: str) -> None:
        from app.storage import follow_ups

        id, at, name = follow_up.id, datetime.now(UTC), f"“{words.plain(follow_up.text)}”"
        if what == "delete":
            self._write(
                lambda db: follow_ups.delete(db, id),
                tr("Deleted: {name}", name=name),
                lambda db: follow_ups.bring_back(db, id),
            )
            return
        state = {"done": Promise.DONE, "missed": Promise.MISSED, "open": Promise.OPEN}[what]
        told = {"done": tr("Done"), "missed": tr("Noted as missed"), "open": tr("Open again")}[what]
        self._write(
            lambda db: follow_ups.close(db, id, state, at),
            f"{told}: {name}",
            lambda db: _put_back(db, follow_up),
        )

    def _move(self, follow_up: FollowUp, where: str, today: date) -> None:
        days = {"tomorrow": today + timedelta(1), "three-days": in_three_days(today)}
        self._edit(follow_up, follow_up.text, days.get(where, next_week(today)))

    def _edit(self, follow_up: FollowUp, text: str, day: date | None) -> None:
        if (text, day) == (follow_up.text, follow_up.due):
            return

        def change(db: "Database") -> None:
            from app.storage import follow_ups

            now = follow_ups.get(db, follow_up.id)
            if now is not None:
                follow_ups.save(db, replace(now, text=text))
                if now.due != day:
                    follow_ups.move(db, follow_up.id, day)

        what = tr("Changed") if text != follow_up.text else tr("Moved")
        self._write(change, f"{what}: “{words.plain(text)}”", lambda db: _put_back(db, follow_up))

    def _begin(self) -> None:
        self.adding = Editor("", None, date.today(), save=tr("Add"))
        self.adding.saved.connect(self._add)
        self.adding.left.connect(self._stop_adding)
        self._layout.insertWidget(self._layout.indexOf(self._below), self.adding)
        self.add.hide()
        self.adding.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, text: str, day: date | None) -> None:
        from app.storage import follow_ups
        from app.storage.schema import new_id

        made = FollowUp(new_id(), text, day, datetime.now(UTC))
        self._stop_adding()
        self._write(
            lambda db: follow_ups.save(db, made),
            tr("Added: “{text}”", text=words.plain(text)),
            lambda db: follow_ups.delete(db, made.id),
        )

    def _stop_adding(self) -> None:
        self._end_adding()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_adding(self) -> None:
        adding, self.adding = self.adding, None
        if adding is not None:
            adding.setParent(None)
            adding.deleteLater()
            self.add.show()
            self._below.show()

    def _write(self, work: Work, told: str, undo: Work) -> None:
        """Do this, and offer to take it back once it is kept."""
        at = self._at = self._focused()

        def take_back() -> None:
            self._at = at
            self._diary.write("follow-up", undo)

        def done(_: object) -> None:
            self.undo.offer(told, take_back)

        self._diary.write("follow-up", work, done, self)

    def _focused(self) -> int | None:
        """Give the place of the row that has the keyboard."""
        at = QApplication.focusWidget()
        if at is None:
            return None
        return next((place for place, row in enumerate(self.rows) if at is row or row.isAncestorOf(at)), None)

    def _toggle_closed(self, on: bool) -> None:
        self.show_closed.setText(tr("Hide what is closed") if on else tr("Show what is closed"))
        self._closed.setVisible(on)


def _put_back(db: "Database", follow_up: FollowUp) -> None:
    """Make a follow-up what it was, if it is still there."""
    from app.storage import follow_ups

    now = follow_ups.get(db, follow_up.id)
    if now is not None:
        follow_ups.save(db, replace(follow_up, call_id=now.call_id))


def _column() -> tuple[QWidget, QVBoxLayout]:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    return held, column
