"""One follow-up in the list: what was promised, until when, and what can be done with it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QVBoxLayout, QWidget

from app.domain.journal import FollowUp, Promise
from app.language import Texts, tr
from app.report import words
from app.ui.follow_ups.editor import Editor
from app.ui.follow_ups.words import standing
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE

MOVES = Texts({"tomorrow": "Tomorrow", "three-days": "In three days", "next-week": "Next week, Monday"})
"""Where a follow-up can be moved to; the last asks for a date."""

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_LETTERS = ("d", "m", "v")


class Row(QFrame):
    """Says what a follow-up is; D, M, V, Enter and Delete do what the buttons do.

    `asked` gives "done", "missed", "open" or "delete"; `moved` one of MOVES but the last; `edited` a text and
    a day.
    """

    asked = Signal(str)
    moved = Signal(str)
    edited = Signal(str, object)

    def __init__(self, follow_up: FollowUp, today: date) -> None:
        super().__init__()
        self.follow_up, self._today = follow_up, today
        self.editor: Editor | None = None
        self.setProperty("role", "entry")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        how = standing(follow_up, today)
        self.setAccessibleName(f"{follow_up.text}. {how}")
        late = follow_up.state is Promise.OPEN and follow_up.due is not None and follow_up.due < today
        self._deeds = parts.row(*self._buttons())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE - 2, SPACE, SPACE - 2, SPACE)
        self._column.setSpacing(SPACE // 2)
        self._shown = QWidget()
        shown = QVBoxLayout(self._shown)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(SPACE // 2)
        shown.addWidget(parts.words(words.plain(follow_up.text)))
        shown.addWidget(parts.words(how, "late" if late else "caption"))
        shown.addWidget(self._deeds)
        self._column.addWidget(self._shown)

    @property
    def open(self) -> bool:
        """Whether it is still to be kept."""
        return self.follow_up.state is Promise.OPEN

    def edit(self, *, day: bool = False) -> None:
        """Let its text and its day be changed; `day`: begin with the day."""
        if self.editor is not None:
            return
        self.editor = Editor(self.follow_up.text, self.follow_up.due, self._today)
        self.editor.saved.connect(self.edited)
        self.editor.saved.connect(lambda *_: self.leave_editor())
        self.editor.left.connect(self.leave_editor)
        self._shown.hide()
        self._column.addWidget(self.editor)
        if day:
            self.editor.day.ask_date()
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_editor(self) -> None:
        """Show it again as it is."""
        editor, self.editor = self.editor, None
        if editor is not None:
            self._shown.show()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            editor.hide()
            editor.deleteLater()

    def ask_where(self) -> None:
        """Ask where to move it."""
        self.move_menu.popup(self.move_button.mapToGlobal(QPoint(0, self.move_button.height())))

    def event(self, event: QEvent) -> bool:
        """Keep its letters from being the window's shortcuts while it has the keyboard."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self.editor is None
            and event.text().lower() in _LETTERS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key stands for."""
        deed = self._deed(event)
        if deed is not None and self.editor is None and not event.modifiers() & _COMMANDS:
            deed()
        else:
            super().keyPressEvent(event)

    def _deed(self, event: QKeyEvent) -> Callable[[], object] | None:
        if event.key() == Qt.Key.Key_Delete:
            return lambda: self.asked.emit("delete")
        if not self.open:
            return None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            return self.edit
        return {
            "d": lambda: self.asked.emit("done"),
            "m": lambda: self.asked.emit("missed"),
            "v": self.ask_where,
        }.get(event.text().lower())

    def _buttons(self) -> list[QPushButton]:
        if not self.open:
            return [
                self._button(tr("Open again"), lambda: self.asked.emit("open")),
                self._button(tr("Delete"), lambda: self.asked.emit("delete"), role="slight"),
            ]
        self.move_button = self._button(tr("Move"), self.ask_where, "V", role="slight")
        self.move_menu = QMenu(self)
        for where, shown in MOVES.items():
            self.move_menu.addAction(shown).triggered.connect(lambda _=False, to=where: self.moved.emit(to))
        self.move_menu.addAction(tr("Another day…")).triggered.connect(lambda: self.edit(day=True))
        return [
            self._button(tr("Done"), lambda: self.asked.emit("done"), "D"),
            self._button(tr("Missed"), lambda: self.asked.emit("missed"), "M"),
            self.move_button,
            self._button(tr("Edit"), self.edit, "Enter", role="slight"),
            self._button(tr("Delete"), lambda: self.asked.emit("delete"), "Delete", role="slight"),
        ]

    def _button(
        self, text: str, does: Callable[[], object], key: str = "", role: str = "small"
    ) -> QPushButton:
        made = parts.button(text, role)
        made.setAccessibleName(f"{text}: {self.follow_up.text}")
        if key:
            made.setToolTip(tr("Key: {key}", key=key))
            made.setAccessibleDescription(tr("Key: {key}", key=key))
        made.clicked.connect(lambda: does())
        return made
