"""The row that plays a recording: play and pause, where it is, how fast, and what is repeated."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.timeline import samples
from app.language import tr
from app.report import words
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.pieces.wrapping import WrappingButton

if TYPE_CHECKING:
    from app.session.player import Player, Playing

_EVERY_MS = 33
"""Milliseconds between two looks at the player while it plays."""

_SETTLED_MS = 150
"""Milliseconds until what was asked for while it does not play is done."""

_STEP_S = 5.0
_BEFORE_S = 3.0
_AGAIN_S = 5.0
"""Seconds that are gone back or on, that are played before a moment, and that are repeated unasked."""


class PlayerBar(QWidget):
    """Plays what `show_player` gives it; `moved` tells where the playing is (samples), 30 times a second.

    Space plays and pauses, Left and Right go 5 s, J plays from 3 s before, L repeats, comma and full stop
    change the speed; the page gives it these keys.
    """

    moved = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Playing"))
        self._player: Player | None = None
        self._told: Playing | None = None
        self._stretch: tuple[int, int] | None = None
        self.play = _Either(tr("Play"), tr("Pause"), key=tr("Space"))
        self.play.setProperty("role", "primary")
        self.back = _deed("\N{MINUS SIGN}5 s", tr("Back 5 seconds"), tr("Left"))
        self.on = _deed("+5 s", tr("On 5 seconds"), tr("Right"))
        self.before = _deed(tr("3 s before"), tr("Play from 3 seconds before"), "J")
        self.again = _Either(tr("Repeat"), tr("Go on"), key="L")
        self.speed = parts.ChoiceBox()
        self.speed.setAccessibleName(tr("Speed"))
        self.speed.setAccessibleDescription(tr("Keys: comma slower, full stop faster"))
        self.speed.addItem(_times(1.0), 1.0)
        self.speed.setMinimumContentsLength(len(_times(0.75)))
        self.time = parts.words("")
        self.time.setWordWrap(False)
        self.trouble = parts.words("", "soft")
        self.row = parts.row(self.play, self.back, self.on, self.before, self.again, self.speed, self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.row)
        column.addWidget(self.trouble)
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._settled = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._settled.timeout.connect(self.look)
        self.play.clicked.connect(self.play_or_pause)
        self.back.clicked.connect(lambda: self.step(-_STEP_S))
        self.on.clicked.connect(lambda: self.step(_STEP_S))
        self.before.clicked.connect(self.play_before)
        self.again.clicked.connect(self.repeat_or_go_on)
        self.speed.activated.connect(lambda: self._set_speed(self.speed.currentData()))
        self.show_player(None)

    def show_player(self, player: "Player | None", why_not: str = "") -> None:
        """Play with this one from now on; None where there is no sound, with the sentence of why not."""
        if player is not self._player:
            self._player, self._told, self._stretch = player, None, None
        self.row.setEnabled(player is not None)
        self.row.setVisible(player is not None or not why_not)
        if player is None:
            self._timer.stop()
            self._settled.stop()
            self.play.offer(second=False)
            self.again.offer(second=False)
            self.time.setText("")
            self._say(why_not)
            return
        if self.speed.count() == 1:
            from app.session.player import SPEEDS

            self.speed.clear()
            for speed in SPEEDS:
                self.speed.addItem(_times(speed), speed)
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Show how the player stands now."""
        player = self._player
        if player is None:
            return
        now, before = player.state, self._told
        self._told = now
        # Until the length is known it is not even sure that it can be played.
        if not now.playing and (now.length or now.trouble):
            self._timer.stop()
        self.play.offer(second=now.playing)
        self.again.offer(second=now.loop is not None)
        self.speed.setCurrentIndex(self.speed.findData(now.speed))
        self._say_time(now.t, now.length)
        self._say(now.trouble or "")
        if before is not None and before.t != now.t:
            self.moved.emit(now.t)

    def play_or_pause(self) -> None:
        """Play on, or pause."""
        if self._player is not None:
            if self._player.state.playing:
                self._player.pause()
            else:
                self._player.play()
            self._asked()

    def step(self, seconds: float) -> None:
        """Go back or on by so many seconds."""
        if self._player is not None:
            self.seek(self._player.state.t + samples(seconds))

    def play_before(self) -> None:
        """Play from three seconds before here."""
        if self._player is not None:
            self.play_from(self._player.state.t - samples(_BEFORE_S))

    def seek(self, t: int) -> None:
        """Go to a sample."""
        if self._player is not None:
            self._player.seek(t)
            self._asked()

    def play_from(self, t: int) -> None:
        """Play from a sample on."""
        if self._player is not None:
            self._player.seek(t)
            self._player.play()
            self._asked()

    def offer(self, start: int, end: int) -> None:
        """Take a stretch that is chosen, for the button that repeats."""
        self._stretch = start, end

    def repeat(self, start: int, end: int) -> None:
        """Play a stretch over and over."""
        self.offer(start, end)
        if self._player is not None:
            self._player.repeat(start, end)
            self._asked()

    def repeat_or_go_on(self) -> None:
        """Repeat the stretch that was chosen last, or the last five seconds; or repeat it no more."""
        if self._player is None:
            return
        now = self._player.state
        if now.loop is not None:
            self._player.go_on()
            self._asked()
        else:
            start = max(0, now.t - samples(_AGAIN_S))
            self.repeat(*(self._stretch or (start, start + samples(_AGAIN_S))))

    def slower(self) -> None:
        """Play at the next lower speed."""
        self._change_speed(-1)

    def faster(self) -> None:
        """Play at the next higher speed."""
        self._change_speed(1)

    def _change_speed(self, by: int) -> None:
        place = max(0, min(self.speed.currentIndex() + by, self.speed.count() - 1))
        self._set_speed(self.speed.itemData(place))

    def _set_speed(self, speed: float) -> None:
        if self._player is not None:
            self._player.set_speed(speed)
            self._asked()

    def _asked(self) -> None:
        """Show at once what was asked for, and soon what came of it."""
        self._timer.start()
        self._settled.start()
        self.look()

    def _say(self, sentence: str) -> None:
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def _say_time(self, t: int, length: int) -> None:
        now, whole = words.moment(t), words.moment(length)
        if self.time.text() != f"{now} / {whole}":
            self.time.setText(f"{now} / {whole}")
            self.time.setAccessibleName(tr("{now} of {whole}", now=now, whole=whole))


class _Either(WrappingButton):
    """Says which of two things it does next, in a width that is enough for both."""

    def __init__(self, *says: str, key: str) -> None:
        super().__init__(says[0])
        self._says = says
        self.setToolTip(key)
        self.setAccessibleDescription(tr("Key: {key}", key=key))
        self.offer(second=False)

    def offer(self, *, second: bool) -> None:
        """Offer the first thing or the second."""
        offered = self._says[second]
        if self.text() != offered:
            self.setText(offered)
        self.setAccessibleName(offered)

    def sizeHint(self) -> QSize:
        """Give the width of the longer word."""
        hint: QSize = super().sizeHint()
        widths = [self.fontMetrics().horizontalAdvance(each) for each in (*self._says, self.text())]
        return hint + QSize(max(widths) - widths[-1], 0)


def _deed(text: str, does: str, key: str) -> QPushButton:
    made = parts.button(text)
    made.setAccessibleName(does)
    made.setAccessibleDescription(tr("Key: {key}", key=key))
    made.setToolTip(f"{does}   {key}")
    return made


def _times(speed: float) -> str:
    return f"{speed:g}\N{MULTIPLICATION SIGN}"
