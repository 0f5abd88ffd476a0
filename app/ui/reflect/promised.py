"""What was promised: heard in the call and to be ticked, taken already, or written by hand."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.journal import Call, FollowUp
from app.domain.timeline import RATE
from app.language import tr
from app.report import words
from app.ui.follow_ups.day_field import DayField
from app.ui.journal.diary import Diary
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.reflect import material

if TYPE_CHECKING:  # the reading of days and the database come with these
    from app.domain.promises import Promised
    from app.storage.cipher import Database

_LONGEST = 300
"""Letters of a follow-up."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What of a promise is in the journal: whether it is wanted there, its text and its day."""

    wanted: bool
    text: str
    day: date | None


class Promise(QWidget):
    """One promise: a tick takes it as a follow-up, its text and its day can be changed."""

    changed = Signal()

    def __init__(self, follow_up: FollowUp, today: date, *, taken: bool, heard: str = "") -> None:
        super().__init__()
        self._follow_up = follow_up
        self.tick = QCheckBox()
        self.tick.setChecked(taken)
        self.text = QLineEdit(follow_up.text)
        self.text.setMaxLength(_LONGEST)
        self.text.setAccessibleName(tr("What was promised"))
        self.text.setPlaceholderText(tr("What was promised"))
        self.text.setToolTip(tr("What was promised"))
        self.text.setCursorPosition(0)
        self.day = DayField(tr("Until when"), follow_up.due, today)
        self.kept = self.now
        self._name()
        line = QHBoxLayout()
        line.setSpacing(SPACE)
        line.addWidget(self.tick)
        line.addWidget(self.text, 1)
        below = QVBoxLayout()
        below.setContentsMargins(self.tick.sizeHint().width() + SPACE, 0, 0, 0)
        below.setSpacing(SPACE // 2)
        below.addWidget(parts.row(self.day))
        if heard:
            below.addWidget(parts.words(heard, "caption"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addLayout(line)
        column.addLayout(below)
        self.tick.toggled.connect(lambda _: self.changed.emit())
        self.text.textEdited.connect(self._take_up)
        self.day.changed.connect(self._take_up)

    @property
    def now(self) -> _Kept:
        """What is to be in the journal."""
        text = " ".join(self.text.text().split())
        return _Kept(self.tick.isChecked() and bool(text), text, self.day.day)

    @property
    def clean(self) -> bool:
        """Whether nothing of it is to be written."""
        return self.now == self.kept or not (self.now.wanted or self.kept.wanted)

    @property
    def follow_up(self) -> FollowUp:
        """The follow-up as it is to be kept."""
        return replace(self._follow_up, text=self.now.text, due=self.now.day)

    def begin_anew(self) -> None:
        """Take it for one of no call that was never written."""
        from app.storage.schema import new_id

        self._follow_up = replace(self._follow_up, id=new_id(), call_id=None)
        self.kept = replace(self.kept, wanted=False)

    def _take_up(self) -> None:
        """Take what is changed as wanted: nobody words a promise to leave it."""
        self._name()
        if self.tick.isChecked():
            self.changed.emit()
        else:
            self.tick.setChecked(True)

    def _name(self) -> None:
        self.tick.setAccessibleName(tr("Take as a follow-up: {text}", text=self.text.text()))


class Promises(QWidget):
    """The promises of one call, or of a reflection without one; `changed` tells that one is to be kept,
    `saved` that one is in the journal.

    A follow-up from a call is known by the moment in which it was promised.
    """

    changed = Signal()
    saved = Signal()

    def __init__(self, diary: Diary, call: Call | None, follow_ups: Sequence[FollowUp], today: date) -> None:
        super().__init__()
        self._diary, self._call, self._today = diary, call, today
        self._taken = {each.made_at: each for each in follow_ups}
        self.rows: list[Promise] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE * 2)
        self.add = parts.button(tr("Add a follow-up"))
        self.add.clicked.connect(self._add_own)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addLayout(self._rows)
        column.addWidget(parts.row(self.add))
        for each in follow_ups:
            self._show(Promise(each, today, taken=True))

    def suggest(self, heard: "Sequence[Promised]") -> None:
        """Offer what was heard in the call and not taken yet."""
        from app.storage.schema import new_id

        if self._call is None:
            return
        for each in heard:
            # To the millisecond, as the journal has it.
            made_at = self._call.began_at + timedelta(milliseconds=each.t * 1000 // RATE)
            if made_at in self._taken:
                continue
            follow_up = FollowUp(new_id(), words.plain(each.text), each.due, made_at, self._call.id)
            told = tr(
                "Heard at {moment}: “{evidence}”",
                moment=words.moment(each.t),
                evidence=words.plain(each.evidence),
            )
            self._show(Promise(follow_up, self._today, taken=False, heard=told))

    def begin_anew(self) -> None:
        """Take them for those of a reflection without a call, none of them written."""
        self._call = None
        for row in self.rows:
            row.begin_anew()

    @property
    def clean(self) -> bool:
        """Whether nothing is to be written."""
        return all(row.clean for row in self.rows)

    def save(self) -> None:
        """Write what is not in the journal as it is here."""
        for row in self.rows:
            if row.clean:
                continue
            now, follow_up = row.now, row.follow_up

            def work(db: "Database", follow_up: FollowUp = follow_up, wanted: bool = now.wanted) -> None:
                from app.storage import follow_ups

                if wanted:
                    material.keep_follow_up(db, follow_up)
                else:
                    follow_ups.delete(db, follow_up.id)

            def done(_: object, row: Promise = row, now: _Kept = now) -> None:
                row.kept = now
                self.saved.emit()

            self._diary.write("follow-up", work, done, self)

    def _add_own(self) -> None:
        from app.storage.schema import new_id

        id = None if self._call is None else self._call.id
        row = Promise(FollowUp(new_id(), "", None, datetime.now(UTC), id), self._today, taken=True)
        self._show(row)
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, row: Promise) -> None:
        row.changed.connect(self.changed)
        self.rows.append(row)
        self._rows.addWidget(row)
