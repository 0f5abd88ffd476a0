"""What History says where there is nothing to show: why, and what helps."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr
from app.ui.journal.diary import Diary
from app.ui.journal.opening import Standing
from app.ui.pieces import parts
from app.ui.shortcuts import shortcut

NO_JOURNAL = (
    marked("There is no journal yet"),
    marked(
        "Calls and reflections are listed here once there is a journal to keep them in. Make one on Today "
        "({today}); it is encrypted, and stays on this computer."
    ),
)
NOT_OPEN = (
    marked("The journal is not open"),
    marked(
        "What was in it is listed here again once it opens. Settings ({settings}) says what keeps it closed, "
        "and what helps."
    ),
)
NO_CALLS = (
    marked("Nothing here yet"),
    marked(
        "Your calls come here by themselves: start one ({start}), or practise with the sample call on Today "
        "({today}). What you write on Reflect ({reflect}) comes here, too."
    ),
)
NOTHING_FITS = (
    marked("Nothing fits all of these filters"),
    marked("Take one of them away, or clear them all."),
)
NOTHING_FOUND = (
    marked("Nothing found"),
    marked(
        "All the words have to stand in one reflection or in one line of a call. Fewer or shorter words find "
        "more; what was said is found only while a call's transcript is kept."
    ),
)


class Nothing(QWidget):
    """One card; `clear` is there where filters are the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._title, self._told = parts.words("", "strong"), parts.words("", "soft")
        self.clear = parts.button(tr("Clear filters"))
        self._clear = parts.row(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts.card(self._title, self._told, self._clear))
        column.addStretch(1)

    def say_closed(self, diary: Diary) -> None:
        """Say that there is no journal, or that it is not open."""
        self._say(NO_JOURNAL if diary.journal.standing is Standing.NONE else NOT_OPEN, clear=False)

    def say_empty(self, *, filtered: bool, text: str) -> None:
        """Say that nothing is there, fits to the filters, or was found for a text."""
        told = NOTHING_FOUND if text.strip() else NOTHING_FITS if filtered else NO_CALLS
        self._say(told, clear=filtered)

    def _say(self, told: tuple[str, str], *, clear: bool) -> None:
        for label, text in zip((self._title, self._told), told, strict=True):
            label.setText(tr(text, **_keys()))
        self._clear.setVisible(clear)


def _keys() -> dict[str, str]:
    """Give the keys that the texts name."""
    return {id: shortcut(id).shown for id in ("today", "settings", "start", "reflect")}
