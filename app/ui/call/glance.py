"""The call at a glance: what helps now and nothing else, small enough to lie over another program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.language import tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.session.snapshot import CallState, Snapshot
from app.ui.call import words as call_words
from app.ui.call.figures import NONE, line, say
from app.ui.call.prepared import PurposeLine
from app.ui.call.talk_bar import TalkBar
from app.ui.call.watch import CallWatch
from app.ui.pieces import parts
from app.ui.pieces.shapes import Shape
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import shortcut


class Glance(QWidget):
    """Talk ratio against its band, time, who speaks, cut-ins, one hint or one trouble, four buttons."""

    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()

    def __init__(self, watch: CallWatch, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coaching = coaching
        self.bar = TalkBar(labelled=False)
        self.clock = line("0:00", "strong")
        self.speaking = Shape()
        self.stretch = line("", "caption")
        self.ratio = line(NONE, "title")
        self.ratio_name = line(tr("talk ratio"), "caption")
        self.cut_ins = line("", "caption")
        self.purpose = PurposeLine("caption")
        self.sign = Shape()
        self.told = parts.words("", "caption")
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.pause, self.mark, self.cards, self.end = self.buttons = tuple(
            _button(name, key)
            for name, key in (
                (tr("Pause"), "pause"),
                (tr("Mark"), "mark"),
                (tr("Cards"), "cards"),
                (tr("End"), "end"),
            )
        )
        self.pause.clicked.connect(self.pause_asked)
        self.mark.clicked.connect(self.mark_asked)
        self.cards.clicked.connect(self.cards_asked)
        self.end.clicked.connect(self.end_asked)
        self._lay_out()
        watch.snapshot.connect(self.show_snapshot)
        self.show_snapshot(Snapshot())

    def begin(self, call_type: str, purpose: str = "") -> None:
        """Begin with a call of this type (its id) and purpose."""
        kind = self._coaching.now.call_types[call_type]
        self.bar.show_band((kind.low, kind.high))
        self.purpose.show_purpose(purpose)
        self.show_snapshot(Snapshot())

    def forget(self) -> None:
        """Show nothing of the last call any more."""
        self.purpose.show_purpose("")
        self.show_snapshot(Snapshot())

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the call as it is now; only what differs is written."""
        say(self.clock, words.moment(snapshot.t))
        self.bar.show_ratio(snapshot.measures.talk_ratio)
        shape, who = call_words.speaking(snapshot)
        self.speaking.show_shape(shape)
        self.speaking.setAccessibleName(who)
        say(self.stretch, call_words.stretch_briefly(snapshot))
        ratio, name = call_words.ratio_briefly(snapshot)
        say(self.ratio, ratio)
        say(self.ratio_name, name)
        you, them = call_words.cut_ins(snapshot)
        say(self.cut_ins, tr("cut-ins  {you} / {customer}", you=you or NONE, customer=them or NONE))
        self.cut_ins.setAccessibleName(
            tr("Cut-ins: you {you}, customer {customer}", you=you or NONE, customer=them or NONE)
        )
        self._tell(snapshot)
        self._show_state(snapshot.state)

    def _tell(self, snapshot: Snapshot) -> None:
        """Show what matters most: that you are not heard, else the hint, else any other trouble."""
        notices = call_words.notices(snapshot)
        if snapshot.cue and not (notices and notices[0].urgent):
            shape, text, role = snapshot.cue.kind, words.plain(snapshot.cue.text), "strong"
        elif notices:
            shape, text, role = notices[0].shape, words.plain(notices[0].text), "caption"
        else:
            shape, text, role = "", tr(call_words.CALM), "caption"
        self.sign.show_shape(shape)
        say(self.told, text)
        if self.told.property("role") != role:
            self.told.setProperty("role", role)
            self.told.style().polish(self.told)

    def _show_state(self, state: CallState) -> None:
        name = tr("Resume") if state is CallState.PAUSED else tr("Pause")
        if self.pause.accessibleName() != name:
            self.pause.setText(f"{name}  {shortcut('pause').shown}")
            self.pause.setAccessibleName(name)
        for button in (self.pause, self.mark, self.end):
            button.setEnabled(state in (CallState.LISTENING, CallState.PAUSED))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(line("you", "caption"))
        top.addWidget(self.bar, 1)
        top.addWidget(line("them", "caption"))
        top.addSpacing(SPACE // 2)
        top.addWidget(self.clock)
        middle = QGridLayout()
        middle.setHorizontalSpacing(SPACE)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.setSpacing(SPACE * 3 // 4)
        left.addWidget(self.speaking)
        left.addWidget(self.stretch)
        left.addStretch(1)
        right.addStretch(1)
        right.addWidget(self.cut_ins)
        centre = QHBoxLayout()
        centre.setSpacing(SPACE // 2)
        centre.addWidget(self.ratio, 0, Qt.AlignmentFlag.AlignBaseline)
        centre.addWidget(self.ratio_name, 0, Qt.AlignmentFlag.AlignBaseline)
        middle.addLayout(left, 0, 0)
        middle.addLayout(centre, 0, 1)
        middle.addLayout(right, 0, 2)
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(2, 1)
        hint = QHBoxLayout()
        hint.setSpacing(SPACE * 3 // 4)
        hint.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        hint.addWidget(self.told, 1)
        keys = QHBoxLayout()
        keys.setSpacing(SPACE // 2)
        for button in self.buttons:
            keys.addWidget(button, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE * 3 // 2, SPACE // 2, SPACE * 3 // 2, SPACE)
        column.setSpacing(SPACE // 2)
        column.addLayout(top)
        column.addLayout(middle)
        column.addWidget(self.purpose)
        column.addLayout(hint, 1)
        column.addLayout(keys)


def _button(name: str, key: str) -> QPushButton:
    button = parts.button(name, "small", key)
    button.setText(f"{name}  {shortcut(key).shown}")
    return button
