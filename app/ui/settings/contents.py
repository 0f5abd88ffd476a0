"""What there is in Settings: a field to search it, and its sections to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.language import marked, tr
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE

SEARCH = marked("Search")
_WIDE = 24
"""Average widths of a letter that it takes beside the sections."""


class Contents(QWidget):
    """The search field, and below it the titles of the sections where there is room for them.

    `searched` gives what is typed, `led` the place of the section to be shown, `entered` the one whose first
    control is wanted as well.
    """

    searched = Signal(str)
    led = Signal(int)
    entered = Signal(int)

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.title = words(tr("Settings"), "title")
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr(SEARCH))
        self.search.setAccessibleName(tr("Search the settings"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.sections = QListWidget()
        self.sections.setAccessibleName(tr("Sections"))
        self.sections.setProperty("role", "contents")
        self.sections.ensurePolished()  # the height of an item is asked for but once
        self.sections.addItems(list(titles))
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(SPACE * 2)
        for each in (self.title, self.search, self.sections):
            self._column.addWidget(each)
        self.search.textChanged.connect(self.searched)
        self.search.returnPressed.connect(lambda: self.entered.emit(self._shown[0] if self._shown else -1))
        self.sections.currentRowChanged.connect(self.led)
        self.sections.activated.connect(lambda index: self.entered.emit(index.row()))

    def stand(self, beside: bool) -> None:
        """Stand beside the sections, or above them with the search field alone."""
        self.title.setVisible(beside)
        self.sections.setVisible(beside)
        longest = self.sections.sizeHintForColumn(0) + 2 * self.sections.frameWidth()
        wide = max(self.fontMetrics().averageCharWidth() * _WIDE, longest)
        self.setFixedWidth(wide + SPACE * 4) if beside else self.setMaximumWidth(16_777_215)
        around = SPACE * 4 if beside else SPACE
        self._column.setContentsMargins(around, around, 0 if beside else SPACE, SPACE)

    def show_found(self, found: Sequence[int]) -> None:
        """Offer only the sections at these places."""
        for place in range(self.sections.count()):
            self.sections.item(place).setHidden(place not in found)

    def show_place(self, place: int) -> None:
        """Mark the section that is in sight."""
        with QSignalBlocker(self.sections):
            self.sections.setCurrentRow(place)

    def step(self, by: int) -> None:
        """Enter the next section (1) or the one before (-1), of those that are offered."""
        now, shown = self.sections.currentRow(), self._shown
        further = [place for place in shown if (place > now if by > 0 else place < now)]
        if further:
            place = further[0 if by > 0 else -1]
            self.show_place(place)
            self.entered.emit(place)

    @property
    def _shown(self) -> list[int]:
        return [place for place in range(self.sections.count()) if not self.sections.item(place).isHidden()]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc end a search, and the arrow down lead into what was found."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() == Qt.Key.Key_Down and self._shown:
                self.entered.emit(self._shown[0])
                return True
        return super().eventFilter(watched, event)
