"""The technique cards: any of them with two keys, a letter and a number, or by typing what it is about."""

from collections.abc import Iterable, Mapping, Sequence
from re import finditer

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.techniques import Coaching, Technique
from app.domain.timeline import Cue
from app.language import tr
from app.report.words import plain
from app.session.snapshot import Event
from app.ui.pieces import parts
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.theme import SPACE

DIGITS = 9
"""How many cards of a list have a number key."""

OWN = 3
"""How many of the user's own phrases a card shows."""


def found(techniques: Iterable[Technique], typed: str, hinted: Sequence[str] = ()) -> list[Technique]:
    """Give the cards that fit what was typed, the best first.

    First those whose title begins with it, then those with such a word in the title, then (from two letters
    on) those with it anywhere on the card. The order of a letter never changes, so that hands can learn it;
    only with nothing typed the `hinted` ones (technique ids, best first) come first.
    """
    wanted = typed.casefold().strip()
    if not wanted:
        place = {id: at for at, id in enumerate(hinted)}
        return sorted(techniques, key=lambda each: place.get(each.id, len(place)))
    ranked = [(rank, each) for each in techniques if (rank := _rank(each, wanted)) is not None]
    return [each for _, each in sorted(ranked, key=lambda pair: pair[0])]


def _rank(technique: Technique, wanted: str) -> int | None:
    title = technique.title.casefold()
    starts = [title[word.start() :] for word in finditer(r"\w+(?:'\w+)?", title)]
    if starts and starts[0].startswith(wanted):
        return 0
    if any(start.startswith(wanted) for start in starts):
        return 1
    card = " ".join((technique.why, *technique.try_saying, *technique.avoid)).casefold()
    return 2 if len(wanted) > 1 and wanted in card else None


class CardsPanel(QWidget):
    """A field to type into, the list it leaves, and the card that was picked from it.

    Letters narrow the list, 1 to 9 pick from it, arrows and Enter too; Backspace goes back, Esc closes.
    """

    closed = Signal()

    def __init__(self, coaching: Coaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Technique cards"))
        self._cards = [each for each in coaching.techniques.values() if "C" in each.marks]
        self._hinted: list[str] = []
        self._listed: list[Technique] = []
        self._shown: Technique | None = None
        self._own: Mapping[str, Sequence[str]] = {}
        self.filter = QLineEdit()
        self.filter.setAccessibleName(tr("Find a technique"))
        self.filter.setPlaceholderText(tr("A letter, then a number"))
        self.filter.setToolTip(tr("A letter, then a number"))
        self.filter.installEventFilter(self)
        self.filter.textEdited.connect(self._narrow)
        self.list = WrappingList(tr("Techniques"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the filter's keys move in it
        self.list.currentTextChanged.connect(self.filter.setAccessibleDescription)
        self.list.itemActivated.connect(lambda item: self.show_card(self._listed[self.list.row(item)]))
        self.list.itemClicked.connect(lambda item: self.show_card(self._listed[self.list.row(item)]))
        self._card = QScrollArea()
        self._card.setWidgetResizable(True)
        self._card.setAccessibleName(tr("Technique card"))
        self._sheet = QFrame()
        self._sheet.setProperty("role", "card")
        sheet = QVBoxLayout(self._sheet)
        sheet.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        sheet.addWidget(self._card)
        self._views = QStackedWidget()
        self._views.addWidget(self.list)
        self._views.addWidget(self._sheet)
        self.close_button = parts.button(tr("Close the cards"), "quiet")
        self.close_button.setText(f"{tr('Close')}   Esc")
        self.close_button.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.filter, 1)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(top)
        column.addWidget(self._views, 1)
        self._narrow("")

    @property
    def listed(self) -> Sequence[Technique]:
        """The techniques of the list, in its order."""
        return self._listed

    @property
    def shown(self) -> Technique | None:
        """The technique whose card is open, None while the list is."""
        return self._shown

    def begin(self) -> None:
        """Forget what was hinted and typed, for another call."""
        self._hinted = []
        self.begin_typing(focus=False)

    def take(self, event: Event) -> None:
        """Note the technique of a hint: the newest stands first while nothing is typed."""
        if isinstance(event.what, Cue):
            id = event.what.id
            self._hinted = [id, *(each for each in self._hinted if each != id)]
            if not self.filter.text() and self._shown is None:
                self._narrow("")

    def begin_typing(self, *, focus: bool = True) -> None:
        """Show the whole list, and with `focus` let the next key go to the filter."""
        self.filter.clear()
        self._narrow("")
        if focus:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_card(self, technique: Technique) -> None:
        """Open a card."""
        self._shown = technique
        self._card.setWidget(_card(technique, self._own.get(technique.id, ())[:OWN]))
        self._views.setCurrentWidget(self._sheet)

    def show_own(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """Let the cards show the user's own better phrases from now on: technique id -> phrases, best first.

        An empty mapping forgets them. A card that is open stays as it was where nothing is another.
        """
        if phrases == self._own:
            return
        self._own = phrases
        if self._shown is not None:
            self.show_card(self._shown)
        elif not phrases and (card := self._card.takeWidget()) is not None:
            card.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that pick, move or close before the filter would type them."""
        if watched is self.filter and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc wherever the focus is."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif text.isascii() and text.isdigit():
            if 0 < int(text) <= len(self._listed):
                self.show_card(self._listed[int(text) - 1])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._shown is None and self.list.currentRow() >= 0:
                self.show_card(self._listed[self.list.currentRow()])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif self._shown is not None and key == Qt.Key.Key_Backspace:
            self._narrow(self.filter.text())
        elif self._shown is not None and text.isprintable() and text:
            self.filter.clear()  # another card is looked for
            return False
        else:
            return False
        return True

    def _move(self, step: int) -> None:
        if self._shown is not None:
            bar = self._card.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.singleStep() * 3)
        elif self._listed:
            self.list.setCurrentRow(min(max(0, self.list.currentRow() + step), len(self._listed) - 1))

    def _narrow(self, typed: str) -> None:
        self._shown = None
        self._listed = found(self._cards, typed, self._hinted)
        self.list.clear()
        for number, technique in enumerate(self._listed, 1):
            key = str(number) if number <= DIGITS else "\N{FIGURE SPACE}"
            title = technique.title
            if technique.id in self._hinted:
                title = tr("{technique} (hinted)", technique=title)
            item = QListWidgetItem(f"{key}   {title}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{key} {title}".strip())
            self.list.addItem(item)
        if not self._listed:
            item = QListWidgetItem(tr("No card has that. Backspace widens the list."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self._listed else -1)
        self._views.setCurrentWidget(self.list)


def _card(technique: Technique, own: Sequence[str]) -> QWidget:
    card = QWidget()
    card.setAccessibleName(technique.title)
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    column.setSpacing(SPACE)
    column.addWidget(parts.words(technique.title, "title"))
    column.addWidget(card_text(technique, own))
    column.addStretch(1)
    return card


def card_text(technique: Technique, own: Sequence[str] = ()) -> QWidget:
    """Give what a technique's card says below its title: why, what to say, what to leave out.

    `own` are better phrases of the user's, which come first.
    """
    held: list[QWidget] = [parts.words(technique.why, "soft")]
    for head, lines in (
        (tr("Your own words"), [spoken(plain(line)) for line in own]),
        (tr("Try saying"), [spoken(line) for line in technique.try_saying]),
        (tr("Leave out"), technique.avoid),
    ):
        if lines:
            held.append(points(head, lines))
    return parts.stack(*held, spacing=SPACE * 2)


def points(head: str, lines: Sequence[str]) -> QWidget:
    """Give lines with a dot each, below what they are."""
    text = QWidget()
    column = QVBoxLayout(text)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE)
    column.addWidget(parts.words(head, "strong"))
    for line in lines:
        column.addLayout(_point(line))
    return text


def spoken(line: str) -> str:
    """Give words to say in quotation marks; whom they are said to stands before them."""
    for whom in ("To yourself: ", "To a colleague: "):  # as the content writes it
        if line.startswith(whom):
            return f"{whom}\N{LEFT DOUBLE QUOTATION MARK}{line[len(whom) :]}\N{RIGHT DOUBLE QUOTATION MARK}"
    return f"\N{LEFT DOUBLE QUOTATION MARK}{line}\N{RIGHT DOUBLE QUOTATION MARK}"


def _point(text: str) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(SPACE)
    dot = QLabel("·")
    dot.setProperty("role", "soft")
    line.addWidget(dot, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(parts.words(text), 1)
    return line
