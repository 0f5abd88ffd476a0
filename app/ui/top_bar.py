"""The bar above every page: the product's name, how the call stands, and the one button that matters."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.language import Texts, tr
from app.report.words import moment
from app.session.snapshot import CallState, Snapshot
from app.ui.call.current import CurrentCall
from app.ui.pieces.parts import Drawing, button, row, words
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import shortcut

_SAID = Texts(
    {
        CallState.LISTENING: "Listening",
        CallState.PAUSED: "Paused, nothing is heard",
        CallState.ENDING: "Finishing the last words",
    }
)


class TopBar(QFrame):
    """Shows the call's state and time, and either Start or End; the window acts on the buttons."""

    def __init__(self, call: CurrentCall) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._call = call
        self._on_call_page = False
        self.start = button(tr("Start call"), "", "start")
        self.end = button(tr("End call"), "danger", "end")
        self.lock = button(tr("Lock"), "quiet")
        self.lock.setAccessibleDescription(tr("Key: {key}", key=shortcut("lock").shown))
        self.lock.setToolTip(shortcut("lock").shown)
        self.help = button("?", "quiet")
        self.help.setAccessibleName(tr("Show the keys"))
        self._name = words("Evenkeel", "strong")
        self._name.setWordWrap(False)
        self._state = words("", "soft")
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = self._layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(Drawing("keel", 24))
        layout.addWidget(self._name)
        layout.addWidget(self._state, 1)
        layout.addSpacing(SPACE)
        layout.addWidget(row(self.start, self.end, self.lock, self.help))
        call.changed.connect(self._show)
        call.watch.snapshot.connect(self._tell)
        self.show_lock(offered=False, locked=False)
        self._show()

    @property
    def state(self) -> str:
        """What is said of the call, "" where there is none."""
        return self._state.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the buttons the name's room where there is too little."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        line = self._state.fontMetrics().horizontalAdvance(self._state.text())
        needed = self._layout.sizeHint().width() - self._state.sizeHint().width() + line
        if self._name.isHidden():
            needed += self._name.sizeHint().width() + SPACE
        self._name.setVisible(needed <= self.width())

    def show_page(self, name: str) -> None:
        """Take which page is below; the Call page has an End button of its own."""
        self._on_call_page = name == "call"
        self._show()

    def show_lock(self, *, offered: bool, locked: bool) -> None:
        """Offer to lock, or to unlock where it is `locked`; neither unless `offered`."""
        self.lock.setVisible(offered)
        self.lock.setText(tr("Unlock") if locked else tr("Lock"))
        self.lock.setAccessibleName(tr("Unlock the journal") if locked else tr("Lock the journal"))
        self._fit()

    def _show(self) -> None:
        running = self._call.running
        self.start.setVisible(not running)
        self.start.setEnabled(not self._call.starting)
        self.end.setVisible(running and not self._on_call_page)
        if not running:
            self._say(tr("Starting") if self._call.starting else "")
        self._fit()

    def _tell(self, snapshot: Snapshot) -> None:
        if self._call.running and (said := _SAID.get(snapshot.state)):
            told = tr("Practice. {state}", state=said) if self._call.practice else said
            self._say(f"{told}   {moment(snapshot.t)}")

    def _say(self, state: str) -> None:
        if state != self._state.text():
            self._state.setText(state)
            self._fit()
