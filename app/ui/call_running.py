"""The call page while a call is heard: the numbers, one hint, and beside them the words or the cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.techniques import CallType, Coaching
from app.domain.timeline import Gap, Utterance
from app.report import words
from app.session.snapshot import CallState, Event, Mark, Snapshot
from app.ui import call_words, parts
from app.ui.cards import CardsPanel
from app.ui.figures_view import FigureView, RatioView, say
from app.ui.flow import FlowLayout
from app.ui.hint_view import HintView, NoticesView
from app.ui.shapes import Shape
from app.ui.shortcuts import shortcut
from app.ui.theme import SPACE
from app.ui.transcript_view import TranscriptView


class CallRunning(QWidget):
    """Shows snapshots and events; its buttons ask, the window does."""

    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()

    def __init__(self, coaching: Coaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coaching = coaching
        self._type: CallType | None = None
        self.clock = parts.words("0:00", "number")
        self.clock.setWordWrap(False)
        self.speaking = parts.words("", "strong")
        self.speaking.setWordWrap(False)
        self._shape = Shape()
        self.ratio = RatioView()
        self.cut_ins = FigureView("Cut-ins", ("you", "them"))
        self.stretch = FigureView("Your stretch now")
        self.patience = FigureView("Patience", note="usual wait before your answer")
        self.hint = HintView(coaching.techniques)
        self.notices = NoticesView()
        self.transcript = TranscriptView()
        self.cards = CardsPanel(coaching)
        self.cards.closed.connect(self.hide_cards)
        self.pause = parts.button("Pause", "", "pause")
        self.mark = parts.button("Mark", "", "mark")
        self.open_cards = parts.button("Cards", "", "cards")
        self.end = parts.button("End call", "danger", "end")
        self.pause.clicked.connect(self.pause_asked)
        self.mark.clicked.connect(self.mark_asked)
        self.open_cards.clicked.connect(self.cards_asked)
        self.end.clicked.connect(self.end_asked)
        self._lay_out()

    def begin(self, call_type: CallType) -> None:
        """Clear everything for a call of this type."""
        self._type = call_type
        self.ratio.show_band((call_type.low, call_type.high))
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
        self.cut_ins.show_figures(you, them, note="" if you is not None else words.NOT_MEASURABLE)
        limit = f"up to {words.span(self._type.monologue_s)} is easy to follow" if self._type else ""
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
        self._beside.setCurrentWidget(self.cards)
        self.cards.begin_typing()

    def hide_cards(self) -> None:
        """Go back to the words."""
        self._beside.setCurrentWidget(self.transcript)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the numbers where there is room, else below them."""
        super().resizeEvent(event)
        needed = self._numbers.minimumSizeHint().width() + self._right.minimumSizeHint().width() + SPACE * 8
        wide = event.size().width() >= needed
        ways = QBoxLayout.Direction
        self._body.setDirection(ways.LeftToRight if wide else ways.TopToBottom)

    def _show_state(self, state: CallState) -> None:
        paused = state is CallState.PAUSED
        name = "Resume" if paused else "Pause"
        if self.pause.accessibleName() != name:
            self.pause.setText(f"{name}   {shortcut('pause').shown}")
            self.pause.setAccessibleName(name)
        for button in (self.pause, self.mark, self.end):
            button.setEnabled(state in (CallState.LISTENING, CallState.PAUSED))

    def _lay_out(self) -> None:
        now = QWidget()
        line = QHBoxLayout(now)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.clock)
        line.addSpacing(SPACE)
        line.addWidget(self._shape)
        line.addWidget(self.speaking)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for button in (self.pause, self.mark, self.open_cards, self.end):
            flow.addWidget(button)
        head = QWidget()
        top = FlowLayout(head, SPACE * 2)
        top.addWidget(now)
        top.addWidget(buttons)

        tiles = QHBoxLayout()
        tiles.setSpacing(SPACE)
        for tile in (self.cut_ins, self.stretch, self.patience):
            tiles.addWidget(tile, 1)
        self._numbers = QWidget()
        column = QVBoxLayout(self._numbers)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.ratio)
        column.addLayout(tiles)
        column.addWidget(self.hint)
        column.addStretch(1)

        self._beside = QStackedWidget()
        self._beside.addWidget(self.transcript)
        self._beside.addWidget(self.cards)
        words_card = QFrame()
        words_card.setProperty("role", "card")
        inside = QVBoxLayout(words_card)
        inside.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inside.addWidget(self._beside)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE)
        right.addWidget(self.notices)
        right.addWidget(words_card, 1)

        page = QWidget()
        whole = QVBoxLayout(page)
        whole.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
        whole.setSpacing(SPACE * 2)
        whole.addWidget(head)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(SPACE * 2)
        self._body.addWidget(self._numbers, 6)
        self._body.addWidget(self._right, 5)
        whole.addLayout(self._body, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
