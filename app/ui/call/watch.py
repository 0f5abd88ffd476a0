"""The thread-safe look at a running call: pulls it 15 times a second and tells the widgets by signals."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.session.snapshot import Snapshot, WatchedCall

EVERY_MS = 66
"""Milliseconds between two looks; a person sees no more than about 15 changes a second."""


class CallWatch(QObject):
    """Looks at one call at a time until it has ended.

    `snapshot` comes only when there is a new one. `happened` gives every event once, in order.
    `ended` comes last, with the Report, or None where the call broke off without one.
    """

    snapshot = Signal(object)
    happened = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._call: WatchedCall | None = None
        self._last: Snapshot | None = None
        self._since = 0
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)

    @property
    def call(self) -> WatchedCall | None:
        """The call that is or was looked at last."""
        return self._call

    def watch(self, call: WatchedCall) -> None:
        """Look at `call` from its beginning, in place of any other."""
        self._call, self._last, self._since = call, None, 0
        self._timer.start()
        self.look()

    def stop(self) -> None:
        """Look at no call any more."""
        self._timer.stop()
        self._call = self._last = None

    def look(self) -> None:
        """Pull what is new, now."""
        call = self._call
        if call is None:
            return
        # Asked first: once there is a report or a failure, no event comes any more.
        report, failure = call.report, call.failure
        events = call.events(self._since)
        self._since += len(events)
        for event in events:
            self.happened.emit(event)
        snapshot = call.snapshot
        if snapshot is not self._last:
            self._last = snapshot
            self.snapshot.emit(snapshot)
        if report is not None or failure is not None:
            self._timer.stop()
            self.ended.emit(report)
