"""Choosing the band in which the agent's share of the talking usually does well, for one kind of call."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from app.domain.techniques import CallType
from app.language import marked, tr
from app.settings import KeptSettings, fit_band
from app.ui.pieces import theme
from app.ui.pieces.parts import row, words
from app.ui.pieces.theme import SPACE

NO_BAND = marked("{low} to {high} % is no band: the low end must be below the high end. {now} stays for now.")


class PerCent(QSpinBox):
    """A number of per cent, typed or stepped by five; what is typed counts once it is left or confirmed."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, 100)
        self.setSingleStep(5)
        self.setSuffix(" %")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(SPACE + 2, 0, SPACE, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class BandBar(QWidget):
    """The band on a line from 0 to 100 %; it says nothing that the numbers don't."""

    def __init__(self) -> None:
        super().__init__()
        self._band = (0.0, 1.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self.update)

    def show_band(self, low: float, high: float) -> None:
        """Show a band, 0..1."""
        self._band = (low, high)
        self.update()

    def sizeHint(self) -> QSize:
        """Give a thin line."""
        return QSize(SPACE * 12, SPACE + SPACE // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line, and the band with an edge that does not rest on its colour."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.raised)
        painter.drawRoundedRect(QRectF(0, SPACE / 2 - 1, self.width(), SPACE / 2 + 2), 3, 3)
        low, high = self._band
        painter.setPen(tokens.accent)
        painter.setBrush(tokens.band)
        wide = self.width() - 1
        painter.drawRoundedRect(QRectF(0.5 + low * wide, 0.5, (high - low) * wide, self.height() - 1), 3, 3)


class BandChoice(QWidget):
    """The two ends of a kind's band; the default is the one that the content has for `kind`."""

    def __init__(self, settings: KeptSettings, kind: CallType) -> None:
        super().__init__()
        self._settings, self._kind = settings, kind
        self.low = PerCent(tr("{title}, low end", title=kind.title))
        self.high = PerCent(tr("{title}, high end", title=kind.title))
        self._bar = BandBar()
        self.told = words("", "caption")
        to = words(tr("to"), "field")
        to.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(row(self.low, to, self.high))
        column.addWidget(self._bar)
        column.addWidget(self.told)
        self.setFocusProxy(self.low)
        for end in (self.low, self.high):
            end.valueChanged.connect(self._take)
        self.show_settings()

    @property
    def own(self) -> bool:
        """Whether the user has a band of their own for this kind."""
        return self._kind.id in self._settings.now.own_bands

    @property
    def usual(self) -> str:
        """The band that comes with the product."""
        return _band(self._kind.low, self._kind.high)

    def reset(self) -> None:
        """Take the band that comes with the product."""
        self._keep(None)
        self._show()

    def show_settings(self) -> None:
        """Show the band of now; two ends that make none stay to be mended."""
        if not self.told.text():
            self._show()

    def _now(self) -> tuple[float, float]:
        own = self._settings.now.own_bands.get(self._kind.id)
        return (own[0], own[1]) if fit_band(own) else (self._kind.low, self._kind.high)

    def _show(self) -> None:
        low, high = self._now()
        for end, value in ((self.low, low), (self.high, high)):
            with QSignalBlocker(end):
                end.setValue(round(100 * value))
        self._say("")
        self._bar.show_band(low, high)

    def _take(self) -> None:
        low, high = self.low.value(), self.high.value()
        if low >= high:
            self._say(tr(NO_BAND, low=low, high=high, now=_band(*self._now())))
            return
        self._say("")
        usual = (round(100 * self._kind.low), round(100 * self._kind.high))
        self._keep(None if (low, high) == usual else [low / 100, high / 100])
        self._show()

    def _keep(self, band: list[float] | None) -> None:
        others = {id: held for id, held in self._settings.now.own_bands.items() if id != self._kind.id}
        self._settings.change(own_bands=others if band is None else {**others, self._kind.id: band})

    def _say(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))


def _band(low: float, high: float) -> str:
    return tr("{low:.0f} to {high:.0f} %", low=100 * low, high=100 * high)
