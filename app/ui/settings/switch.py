"""A box to tick, with words beside it that wrap where there is no room."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from app.language import tr
from app.settings import DEFAULTS, KeptSettings
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE


class Switch(QWidget):
    """A box and its words; a click on the words ticks it, too."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self._words = words(text)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE // 2)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.setFocusProxy(self.box)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box, or take the tick away."""
        if event.button() is Qt.MouseButton.LeftButton and self._words.geometry().contains(
            event.position().toPoint()
        ):
            self.box.click()


class OnOff(Switch):
    """A setting that is on or off."""

    def __init__(self, settings: KeptSettings, field: str, text: str) -> None:
        super().__init__(text)
        self._settings, self._field = settings, field
        self.show_settings()
        self.box.toggled.connect(lambda on: settings.change(**{field: on}))

    @property
    def own(self) -> bool:
        """Whether it is not as it was before anything was chosen."""
        return bool(getattr(self._settings.now, self._field) != getattr(DEFAULTS, self._field))

    @property
    def usual(self) -> str:
        """How it is before anything is chosen."""
        return tr("on") if getattr(DEFAULTS, self._field) else tr("off")

    def reset(self) -> None:
        """Have it as before anything was chosen."""
        self._settings.reset(self._field)

    def show_settings(self) -> None:
        """Show what the settings hold."""
        with QSignalBlocker(self.box):
            self.box.setChecked(getattr(self._settings.now, self._field))
