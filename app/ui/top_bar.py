"""The bar above every page: the product's name, how the call stands, and the one button that matters."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from app.report.words import moment
from app.session.snapshot import CallState, Snapshot
from app.ui.current_call import CurrentCall
from app.ui.parts import Drawing, button, words
from app.ui.theme import SPACE

_SAID = {
    CallState.LISTENING: "Listening",
    CallState.PAUSED: "Paused, nothing is heard",
    CallState.ENDING: "Finishing the last words",
}


class TopBar(QFrame):
    """Shows the call's state and time, and either Start or End; the window acts on `start`, `end`, `help`."""

    def __init__(self, call: CurrentCall) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self._call = call
        self._on_call_page = False
        self.start = button("Start call", "", "start")
        self.end = button("End call", "danger", "end")
        self.help = button("?", "quiet")
        self.help.setAccessibleName("Show the keys")
        self._name = words("Evenkeel", "strong")
        self._state = words("", "soft")
        for label in (self._name, self._state):
            label.setWordWrap(False)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(SPACE * 2, SPACE, SPACE * 2, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(Drawing("keel", 24))
        layout.addWidget(self._name)
        layout.addStretch(1)
        layout.addWidget(self._state)
        layout.addSpacing(SPACE)
        for each in (self.start, self.end, self.help):
            layout.addWidget(each)
        call.changed.connect(self._show)
        call.watch.snapshot.connect(self._tell)
        self._show()

    @property
    def state(self) -> str:
        """What is said of the call, "" where there is none."""
        return self._state.text()

    def show_page(self, name: str) -> None:
        """Take which page is below; the Call page has an End button of its own."""
        self._on_call_page = name == "call"
        self._show()

    def _show(self) -> None:
        running = self._call.running
        self.start.setVisible(not running)
        self.start.setEnabled(not self._call.starting)
        self.end.setVisible(running and not self._on_call_page)
        if not running:
            self._state.setText("Starting" if self._call.starting else "")

    def _tell(self, snapshot: Snapshot) -> None:
        if self._call.running and (said := _SAID.get(snapshot.state)):
            kind = "Practice. " if self._call.practice else ""
            self._state.setText(f"{kind}{said}   {moment(snapshot.t)}")
