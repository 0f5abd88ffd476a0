"""One call looked at: its timeline over what plays it, and below what was said beside what can be done."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton, QVBoxLayout, QWidget

from app.domain.timeline import Speaker
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.report.reading import facts
from app.ui.pieces import parts
from app.ui.pieces.scrolling import ScrollArea
from app.ui.pieces.theme import SPACE
from app.ui.review.at_hand import AtHand
from app.ui.review.moments import MomentsView
from app.ui.review.numbers import NumbersView
from app.ui.review.opened import Opened, Stage
from app.ui.review.player_bar import PlayerBar
from app.ui.review.rephrase import RephraseView
from app.ui.review.said.said import SaidView
from app.ui.review.sound import Sound
from app.ui.review.standing import StandingLine
from app.ui.review.timeline.timeline import TimelineView

TABS = (marked("Moments"), marked("Rephrase"), marked("Numbers"))
_LINES = 12
"""Lines that what was said, and what stands beside it, are high at least."""

_BESIDE = 110
"""Average widths of a letter from which on what was said stands beside the tabs."""


class LookView(QWidget):
    """Shows the call that is at hand, and tells what is asked for beyond it.

    `left` leads back, `reflect_asked` to a reflection on it, `swap_asked` is for the other channel;
    `page_asked`, `print_asked`, `pdf_asked` and `numbers_asked` are for its report.
    """

    left = Signal()
    reflect_asked = Signal()
    swap_asked = Signal()
    page_asked = Signal()
    print_asked = Signal()
    pdf_asked = Signal()
    numbers_asked = Signal()

    def __init__(self, at_hand: AtHand, sound: Sound, coaching: OwnCoaching) -> None:
        super().__init__()
        self._at_hand, self._sound, self._coaching = at_hand, sound, coaching
        self._t: int | None = None
        self._in_call = False
        self.title, self.about = parts.words("", "title"), parts.words("", "soft")
        self.reflect = parts.button(tr("Reflect on this call"))
        self.mark = parts.button(tr("Mark this moment"), keys="M")
        self.swap = parts.button(tr("Swap channels"), keys="X")
        self.back = parts.button(tr("Back"), keys="Esc")
        self.told = parts.words("", "soft")
        self.standing = StandingLine()
        self.why = StandingLine()
        self.timeline = TimelineView()
        self.player = PlayerBar()
        self.said = SaidView()
        self.moments, self.rephrase = MomentsView(), RephraseView(coaching)
        self.numbers = NumbersView()
        self._group = QButtonGroup(self)
        self._held = tuple(_Pane(each) for each in (self.moments, self.rephrase, self.numbers))
        self.tabs = [self._tab(place) for place in range(len(TABS))]
        self._lower = QWidget()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._lower)
        self._lay_out()
        self._connect()
        self._connect_keys()
        self.tabs[0].setChecked(True)
        self.forget()

    def show_opened(self, opened: Opened) -> None:
        """Show the call at hand, or more of it; `opened` is what it belongs to."""
        shown = self._at_hand.shown
        self.title.setText(words.plain(opened.name))
        kind = self._coaching.now.kind(opened.call_type)
        about = [kind.title]
        if shown is not None:
            heard = [tr("{moment} heard so far", moment=words.moment(shown.until))] if shown.until else []
            about += facts(shown.report) if shown.done else heard
            if shown.report.source.channels == 2 and opened.path is not None:
                about.append(
                    tr("you on the right channel")
                    if opened.agent == "right"
                    else tr("you on the left channel")
                )
        self.about.setText(words.plain(" · ".join(about)))
        self.back.setText(tr("Back") if opened.stage is Stage.RUNNING else f"{tr('Back')}   Esc")
        self.reflect.setVisible(shown is not None and shown.call is not None)
        self._empty(opened.stage is Stage.FAILED and (shown is None or not shown.until))
        self.timeline.show_call(shown)
        self.said.show_call(shown)
        self.moments.show_call(shown)
        self.rephrase.show_call(shown)
        self.numbers.show_call(shown, kind)
        self._fit()

    def show_sound(self, *, silent: bool = False) -> None:
        """Play and draw the sound that is open now; `silent`: there is none to be had."""
        self.timeline.show_sound(self._sound.waveform)
        self.player.show_player(self._sound.player)
        self.player.setVisible(not silent)
        self.moments.show_sound(not silent)

    def show_in_call(self, busy: bool) -> None:
        """Play nothing while a call is running, whose keys come first."""
        self._in_call = busy
        if busy and self._sound.player is not None:
            self._sound.player.pause()
        for key in self._letters:
            key.setEnabled(not busy)
        self.player.setEnabled(not busy)

    def tell(self, sentence: str) -> None:
        """Say what came of something that was asked for, such as saving."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    def save(self) -> None:
        """Keep at once what is written and not told yet."""
        self.said.save()
        self.moments.save()
        self.rephrase.save()

    def forget(self) -> None:
        """Show no call any more."""
        self._t = None
        self._empty(False)
        self.title.setText("")
        self.about.setText("")
        self.tell("")
        self.standing.say("")
        self.why.say("")
        for each in (self.timeline, self.said, self.moments, self.rephrase):
            each.show_call(None)
        self.numbers.show_call(None, self._coaching.now.kind("general"))
        self.player.show()
        self.timeline.show_sound(None)
        self.timeline.show_position(None)
        self.said.show_position(None)
        self.player.show_player(None)

    def _empty(self, nothing: bool) -> None:
        """Show no drawing, nothing to play and no words where there is nothing of a call."""
        for each in (self._heard, self.said, self._beside, self.mark, self.swap):
            each.setVisible(not nothing)

    def show_tab(self, place: int) -> None:
        """Show one of TABS."""
        self.tabs[place].setChecked(True)

    def take_keys(self) -> None:
        """Let the next key go to the timeline."""
        self.timeline.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack what has no room beside each other."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play, pause and go to and fro by keys that nothing else has used."""
        deed = self._unused.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if deed is not None and plain and not self._in_call:
            deed()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        tabs = parts.row(*self.tabs)
        self._beside = QWidget()
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(tabs)
        for pane in self._held:
            column.addWidget(pane, 1)
        low: tuple[QWidget, ...] = (self.said, *self._held)
        for each in low:
            each.setMinimumHeight(self.fontMetrics().height() * _LINES)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(SPACE * 2)
        self._below.addWidget(self.said, 1)
        self._below.addWidget(self._beside, 1)
        deeds = parts.row(self.reflect, self.mark, self.swap, self.back)
        head = parts.stack(
            parts.row(self.title, deeds), self.about, self.told, self.standing, self.why, spacing=SPACE // 2
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._heard = parts.stack(self.timeline, self.player, spacing=SPACE * 2)
        whole.addWidget(parts.page(head, self._heard, tall=self._lower, margin=SPACE * 3))

    def _connect(self) -> None:
        hand = self._at_hand
        self.back.clicked.connect(self.left)
        self.reflect.clicked.connect(self.reflect_asked)
        self.swap.clicked.connect(self.swap_asked)
        self.mark.clicked.connect(self._mark_here)
        self.timeline.seek_asked.connect(self.seek)
        self.timeline.mark_asked.connect(self._mark)
        self.timeline.overlap_chosen.connect(self._choose_overlap)
        self.timeline.mark_chosen.connect(self._choose_mark)
        self.timeline.line_chosen.connect(self.said.choose)
        self.timeline.range_chosen.connect(self.player.offer)
        self.player.moved.connect(self._follow)
        self.said.seek_asked.connect(self.seek)
        self.said.play_asked.connect(self._play_from)
        self.said.corrected.connect(hand.correct)
        self.said.rephrase_asked.connect(self._rephrase)
        self.moments.labelled.connect(hand.label)
        self.moments.noted.connect(hand.mark)
        self.moments.unmarked.connect(hand.unmark)
        self.moments.play_asked.connect(self._play_from)
        self.moments.loop_asked.connect(self._repeat)
        self.rephrase.written.connect(hand.rephrase)
        self.rephrase.taken_back.connect(hand.take_back)
        self.numbers.save_page.clicked.connect(self.page_asked)
        self.numbers.print_out.clicked.connect(self.print_asked)
        self.numbers.save_pdf.clicked.connect(self.pdf_asked)
        self.numbers.save_json.clicked.connect(self.numbers_asked)

    def _connect_keys(self) -> None:
        """Letters give way to typing; Space and the arrows to whatever has another use for them."""
        player = self.player
        letters: dict[str, Callable[[], object]] = {
            "X": self.swap.click,
            "M": self.mark.click,
            "J": player.play_before,
            "L": player.repeat_or_go_on,
            ",": player.slower,
            ".": player.faster,
            "T": self.timeline.toggle_table,
        }
        self._letters = [QShortcut(QKeySequence(key), self, deed) for key, deed in letters.items()]
        self._unused: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: player.play_or_pause,
            Qt.Key.Key_Left: lambda: player.step(-5.0),
            Qt.Key.Key_Right: lambda: player.step(5.0),
        }
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_asked.emit)

    def _tab(self, place: int) -> QPushButton:
        tab = parts.button(tr(TABS[place]), "quiet")
        tab.setCheckable(True)
        tab.setAccessibleDescription(tr("Tab {place} of {n}. Key: Alt+{place}", place=place + 1, n=len(TABS)))
        tab.setToolTip(f"Alt+{place + 1}")
        tab.toggled.connect(self._held[place].setVisible)
        self._held[place].hide()
        self._group.addButton(tab)
        QShortcut(QKeySequence(f"Alt+{place + 1}"), self, lambda: self.show_tab(place))
        return tab

    def _fit(self) -> None:
        beside = self.width() >= _BESIDE * self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        self._below.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def seek(self, t: int) -> None:
        """Go to a sample, with its sound or without."""
        if self._sound.player is not None:
            self.player.seek(t)
        self._follow(t)

    def _follow(self, t: int) -> None:
        self._t = t
        self.timeline.show_position(t)
        self.said.show_position(t)

    def _play_from(self, t: int) -> None:
        self._follow(t)
        if self._sound.player is not None and not self._in_call:
            self.player.play_from(t)

    def _repeat(self, start: int, end: int) -> None:
        self.timeline.choose(start, end)
        self._follow(start)
        if self._sound.player is not None and not self._in_call:
            self.player.repeat(start, end)

    def _mark_here(self) -> None:
        self._mark(self._t or 0)

    def _mark(self, t: int) -> None:
        if self._at_hand.shown is not None:
            self._at_hand.mark(t)
            self._choose_mark(t)

    def _choose_overlap(self, place: int) -> None:
        self.show_tab(0)
        self.moments.choose_overlap(place)

    def _choose_mark(self, t: int) -> None:
        self.show_tab(0)
        self.moments.choose_mark(t)

    def _rephrase(self, place: int, chosen: str) -> None:
        shown = self._at_hand.shown
        if shown is None or not 0 <= place < len(shown.report.transcript):
            return
        line = shown.report.transcript[place]
        if line.speaker is Speaker.AGENT:
            self.show_tab(1)
            self.rephrase.begin(line.start, chosen or line.text)


class _Pane(ScrollArea):
    """Scrolls what stands beside what was said, and asks for no more height than it has at least."""

    def sizeHint(self) -> QSize:
        """Give the least height."""
        return QSize(super().sizeHint().width(), self.minimumHeight())
