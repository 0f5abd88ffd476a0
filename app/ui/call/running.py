"""The call page while a call is heard: the numbers, one hint, and beside them the words or the cards."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.techniques import CallType
from app.domain.timeline import Gap, Utterance
from app.language import tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.session.snapshot import CallState, Event, Mark, Snapshot
from app.ui.call import words as call_words
from app.ui.call.cards import CardsPanel
from app.ui.call.figures import FigureView, RatioView, say
from app.ui.call.hint import HintView, NoticesView
from app.ui.call.prepared import PurposeLine
from app.ui.call.transcript import TranscriptView
from app.ui.pieces import parts
from app.ui.pieces.scrolling import ScrollArea
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import shortcut

LINE, LINES = 34, 14
"""Letters in a line of the transcript, and lines, that are worth having it beside the numbers."""


class CallRunning(QWidget):
    """Shows snapshots and events; its buttons ask, the window does."""

    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()

    def __init__(self, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coaching = coaching
        self._type: CallType | None = None
        self.clock = parts.words("0:00", "number")
        self.clock.setWordWrap(False)
        self.speaking = parts.words("", "strong")
        self._shape = Shape()
        self.purpose = PurposeLine()
        self.ratio = RatioView()
        self.cut_ins = FigureView(tr("Cut-ins"), (tr("you"), tr("them")))
        self.stretch = FigureView(tr("Your stretch"))
        self.patience = FigureView(tr("Patience"), note=tr("before you answer"))
        self.hint = HintView(coaching.content.techniques)
        self.notices = NoticesView()
        self.transcript = TranscriptView()
        self.cards = CardsPanel(coaching.content)
        self.cards.closed.connect(self.hide_cards)
        self.pause = parts.button(tr("Pause"), "", "pause")
        self.mark = parts.button(tr("Mark"), "", "mark")
        self.open_cards = parts.button(tr("Cards"), "", "cards")
        self.end = parts.button(tr("End call"), "danger", "end")
        self.pause.clicked.connect(self.pause_asked)
        self.mark.clicked.connect(self.mark_asked)
        self.open_cards.clicked.connect(self.cards_asked)
        self.end.clicked.connect(self.end_asked)
        self._lay_out()

    def begin(self, call_type: CallType, purpose: str = "") -> None:
        """Clear everything for a call of this type with this purpose."""
        self._type = call_type
        self.ratio.show_band((call_type.low, call_type.high))
        self.forget()
        self.purpose.show_purpose(purpose)

    def forget(self) -> None:
        """Clear everything that was said and seen."""
        self.purpose.show_purpose("")
        self.transcript.clear_call()
        self.cards.begin()
        self.hide_cards()
        self.show_snapshot(Snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the call as it is now; only what differs is written."""
        say(self.clock, words.moment(snapshot.t))
        shape, who = call_words.speaking(snapshot)
        self._shape.show_shape(shape)
        say(self.speaking, who)
        self.ratio.show_ratio(
            snapshot.measures.talk_ratio,
            call_words.why_no_ratio(snapshot),
            call_words.share(snapshot) if not call_words.countable(snapshot) else "",
            coming=call_words.countable(snapshot),
        )
        you, them = call_words.cut_ins(snapshot)
        self.cut_ins.show_figures(you, them, note="" if you is not None else tr(words.NOT_MEASURABLE))
        limit = tr("best under {time}", time=words.span(self._type.monologue_s)) if self._type else ""
        self.stretch.show_figures(call_words.stretch(snapshot), note=limit)
        self.patience.show_figures(call_words.patience(snapshot))
        self.hint.show_cue(snapshot.cue)
        self.notices.show_notices(call_words.notices(snapshot))
        self.transcript.show_partials(snapshot.partials)
        self._show_state(snapshot.state)

    def take(self, event: Event) -> None:
        """Take what has happened."""
        if isinstance(event.what, Utterance | Mark | Gap):
            self.transcript.add(event.what)
        self.cards.take(event)

    def show_cards(self) -> None:
        """Open the technique cards in place of the words; typing goes to their filter."""
        self._beside.setCurrentIndex(1)
        self.cards.begin_typing()

    def hide_cards(self) -> None:
        """Go back to the words."""
        self._beside.setCurrentIndex(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit everything into the new width."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit again when what is in the page has become larger or smaller."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Put the words beside the numbers where there is room, else below them; the buttons likewise."""
        ways, room = QBoxLayout.Direction, self.width() - SPACE * 6
        metrics = self.fontMetrics()
        words_width = metrics.averageCharWidth() * LINE
        self._right.setMinimumHeight(metrics.lineSpacing() * LINES)
        beside = room >= self._tiles.sizeHint().width() + words_width + SPACE * 2
        self._body.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        buttons = (self.pause, self.mark, self.open_cards, self.end)
        line = sum(each.sizeHint().width() + SPACE for each in buttons)
        now = self.clock.sizeHint().width() + self._widest_speaker() + SPACE * 6
        self._head.setDirection(ways.LeftToRight if room >= line + now else ways.TopToBottom)
        columns = len(buttons) if room >= line else 2
        if self._buttons.columnCount() != columns or not self._buttons.count():
            for place, button in enumerate(buttons):
                self._buttons.addWidget(button, place // columns, place % columns)

    def _widest_speaker(self) -> int:
        return self.speaking.fontMetrics().horizontalAdvance(tr(call_words.LONGEST_SPEAKER))

    def _show_state(self, state: CallState) -> None:
        paused = state is CallState.PAUSED
        name = tr("Resume") if paused else tr("Pause")
        if self.pause.accessibleName() != name:
            self.pause.setText(f"{name}   {shortcut('pause').shown}")
            self.pause.setAccessibleName(name)
        for button in (self.pause, self.mark, self.end):
            button.setEnabled(state in (CallState.LISTENING, CallState.PAUSED))

    def _lay_out(self) -> None:
        now = QHBoxLayout()
        now.setSpacing(SPACE)
        now.addWidget(self.clock)
        now.addSpacing(SPACE)
        now.addWidget(self._shape)
        now.addWidget(self.speaking, 1)
        self._buttons = QGridLayout()
        self._buttons.setSpacing(SPACE)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(SPACE * 2)
        self._head.addLayout(now, 1)
        self._head.addLayout(self._buttons)

        self._tiles = parts.tiles(self.cut_ins, self.stretch, self.patience)
        self._numbers = QWidget()
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.ratio)
        column.addWidget(self._tiles)
        # A share of the height, whatever it holds, so that nothing moves when a hint comes or goes.
        column.addWidget(self.hint, 2)
        column.addStretch(3)

        self._beside = QStackedWidget()
        self._beside.addWidget(self.transcript)
        self._beside.addWidget(self.cards)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE)
        right.addWidget(self.notices)
        right.addWidget(self._beside, 1)

        page = QWidget()
        page.installEventFilter(self)
        whole = QVBoxLayout(page)
        whole.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        whole.setSpacing(SPACE * 2)
        whole.addLayout(self._head)
        whole.addWidget(self.purpose)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SPACE * 2)
        self._body.addWidget(self._numbers, 4)
        self._body.addWidget(self._right, 3)
        whole.addLayout(self._body, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(page))
