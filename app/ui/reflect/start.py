"""The start of the Reflect page: what to reflect on, what is not finished, and what was written lately."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.domain.journal import Reflection
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo
from app.ui.reflect.material import Lately
from app.ui.reflect.words import about, gist, listed

NOT_OPEN = marked(
    "A reflection is kept in your journal, encrypted on this computer, and no journal is open. Settings "
    "shows how to make or unlock one."
)
NO_CALL = marked("There is no call in your journal yet. You can reflect on one you had on another phone.")


class Start(QWidget):
    """Offers the last call, a call elsewhere, and each reflection there is.

    `call_asked` gives a call's id or None, `reflection_asked` a reflection's; `settings_asked` wants to see
    the journal there.
    """

    call_asked = Signal(object)
    reflection_asked = Signal(object)
    settings_asked = Signal()

    def __init__(self, coaching: OwnCoaching) -> None:
        super().__init__()
        self._coaching = coaching
        self._last: int | None = None
        self.undo = Undo(self)
        self.told = parts.words("", "strong")
        self.told.hide()
        self.last = parts.button(tr("Reflect on the last call"), "primary")
        self.elsewhere = parts.button(tr("Reflect without a call"))
        self.settings = parts.button(tr("See the journal in Settings"))
        self.last.clicked.connect(lambda: self.call_asked.emit(self._last))
        self.elsewhere.clicked.connect(lambda: self.call_asked.emit(None))
        self.settings.clicked.connect(self.settings_asked)
        self._about = parts.words("", "soft")
        self._unfinished, self._unfinished_rows = _card(tr("Not finished"))
        self._finished, self._finished_rows = _card(tr("Written lately"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            parts.page(
                self.undo,
                self.told,
                parts.card(
                    parts.words(tr("A minute to look back"), "strong"),
                    self._about,
                    parts.row(self.last, self.elsewhere, self.settings),
                ),
                self._unfinished,
                self._finished,
                title=tr("Reflect"),
            )
        )
        self.show_closed()

    def show_closed(self) -> None:
        """Show that there is no journal to write into, and nothing of one."""
        self.show_lately(Lately())
        self._about.setText(tr(NOT_OPEN))
        self.say("")
        self.undo.forget()
        for each in (self.last, self.elsewhere):
            each.hide()
        self.settings.show()

    def show_lately(self, lately: Lately) -> None:
        """Show what there is."""
        call = lately.call
        self._last = call.id if call else None
        self.settings.hide()
        self.elsewhere.show()
        self.last.setVisible(call is not None)
        shown = tr("Open the reflection on it") if lately.reflected else tr("Reflect on the last call")
        self.last.setText(shown)
        self.last.setAccessibleName(shown)
        self._about.setText(
            tr("Last: {about}", about=about(call, self._coaching.now.call_types)) if call else tr(NO_CALL)
        )
        self._fill(self._unfinished, self._unfinished_rows, lately.unfinished, lately)
        self._fill(self._finished, self._finished_rows, lately.finished, lately)

    def say(self, sentence: str) -> None:
        """Say what was just done, or nothing."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def _fill(self, card: QFrame, rows: QVBoxLayout, shown: Sequence[Reflection], lately: Lately) -> None:
        while (item := rows.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.setParent(None)
                held.deleteLater()
        for each in shown:
            rows.addWidget(self._row(each, lately))
        card.setVisible(bool(shown))

    def _row(self, reflection: Reflection, lately: Lately) -> QWidget:
        call = lately.calls.get(reflection.call_id) if reflection.call_id is not None else None
        name, short = listed(reflection, call, date.today()), gist(reflection)
        opens = parts.button(name, "link")
        opens.setAccessibleDescription(short)
        opens.clicked.connect(lambda: self.reflection_asked.emit(reflection.id))
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.row(opens))
        below = parts.words(short, "caption")
        below.setIndent(SPACE)  # as far in as the button's words
        column.addWidget(below)
        return row


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    held = QWidget()
    rows = QVBoxLayout(held)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(SPACE)
    return parts.card(parts.words(title, "strong"), held), rows
