"""The icon beside the system's clock: how the call stands, by shape, colour and word, and what to do."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.language import Texts, tr
from app.session.snapshot import CallState, Snapshot
from app.ui.call.current import CurrentCall
from app.ui.call.words import notices
from app.ui.pieces import icons

STATES = {"idle": "#7b878e", "listening": "#1b8d8a", "paused": "#7b878e", "trouble": "#c8642b"}
"""The states with the icon's colour, seen on light and dark panels alike (3:1 on white and black)."""

_SAID = Texts(
    {
        "idle": "Evenkeel: no call",
        "listening": "Evenkeel: listening",
        "paused": "Evenkeel: paused, nothing is heard",
        "trouble": "Evenkeel: needs a look",
    }
)

MENU = ("start", "end", "pause", "mark", "hud", "lock", "quit")
"""The shortcuts whose actions are in the menu, after the window and the breathing."""


class Tray(QObject):
    """Shows the state; `window_asked` wants the window, `breathe_asked` a moment of calm without it.

    Where the system has no tray, nothing is missed.
    """

    window_asked = Signal()
    breathe_asked = Signal()

    def __init__(self, calls: CurrentCall, actions: dict[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._calls = calls
        self.state = ""
        self.menu = QMenu()
        show = self.menu.addAction(tr("Show the window"))
        show.triggered.connect(self.window_asked)
        self.breathe = self.menu.addAction(tr("Breathe"))
        self.breathe.triggered.connect(self.breathe_asked)
        self.menu.addSeparator()
        for id in MENU:
            self.menu.addAction(actions[id])
            if id in ("mark", "hud"):
                self.menu.addSeparator()
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._clicked)
        calls.changed.connect(lambda: self._show("listening" if calls.running else "idle", ""))
        calls.watch.snapshot.connect(self._follow)
        self._show("idle", "")
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    def close(self) -> None:
        """Take the icon away."""
        self.icon.hide()
        self.menu.deleteLater()

    def _follow(self, snapshot: Snapshot) -> None:
        if not self._calls.running:
            return
        if snapshot.state is CallState.PAUSED:
            self._show("paused", "")
            return
        told = next((each.text for each in notices(snapshot) if each.shape == "trouble" and each.urgent), "")
        self._show("trouble" if told else "listening", told)

    def _show(self, state: str, told: str) -> None:
        said = f"{_SAID[state]}. {told}".strip().removesuffix(".")
        if said == self.icon.toolTip():
            return
        self.state = state
        self.icon.setIcon(drawn(state))
        self.icon.setToolTip(said)

    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.window_asked.emit()


def drawn(state: str) -> QIcon:
    """Give the icon of a state."""
    return icons.icon(f"tray-{state}", QColor(STATES[state]))
