"""The few pieces that every page is made of: words, buttons, cards, and where they sit."""

import re

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.ui.pieces import icons, theme
from app.ui.pieces.flow import FlowLayout, TileLayout
from app.ui.pieces.scrolling import ScrollArea
from app.ui.pieces.theme import SPACE
from app.ui.pieces.wrapping import WrappingButton
from app.ui.shortcuts import shortcut

READABLE = 104
"""Average widths of a letter that a column of text is at most wide; about 90 letters of running text."""

LISTED = 170
"""The same for a page whose lines are columns."""

_FEW_LETTERS = 12
"""Average widths of a letter that a list to choose from has at least."""

_BREAK = "\N{ZERO WIDTH SPACE}"
_LONG = re.compile(r"\S{25,}")
_PIECE = re.compile(r"[^/\\_.@:-]{1,16}[/\\_.@:-]*|[/\\_.@:-]+")
"""Words that are too long for a narrow column, and the pieces that they may be broken into."""


def words(text: str, role: str = "body") -> QLabel:
    """Give a text in the type of `role` (theme.py) that wraps where there is no room."""
    label = _Words(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def button(text: str, role: str = "", key: str | None = None, keys: str = "") -> QPushButton:
    """Give a button; `key` is the id of the shortcut that does the same, shown behind the text.

    `keys` are those of one page, as they are shown, where no shortcut of the window does it.
    """
    keys = shortcut(key).shown if key else keys
    made = WrappingButton(f"{text}   {keys}" if keys else text)
    made.setAccessibleName(text)
    if keys:
        made.setAccessibleDescription(tr("Key: {key}", key=keys))
    if role:
        made.setProperty("role", role)
    return made


def card(*held: QWidget) -> QFrame:
    """Give a card with these below each other."""
    frame = QFrame()
    frame.setProperty("role", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(SPACE * 3, SPACE * 2, SPACE * 3, SPACE * 2)
    column.setSpacing(SPACE + SPACE // 2)
    for each in held:
        column.addWidget(each)
    return frame


def titled(title: str, *held: QWidget) -> QFrame:
    """Give a card with a title, which is its accessible name, too."""
    frame = card(words(title, "strong"), *held)
    frame.setAccessibleName(title)
    return frame


def section(title: str, *rows: tuple[str, QWidget], below: QWidget | None = None) -> QFrame:
    """Give a card of named choices; a row without a name goes with the one before, `below` under all."""
    form = QFormLayout()
    form.setHorizontalSpacing(SPACE * 3)
    form.setVerticalSpacing(SPACE)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    for name, widget in rows:
        label = QLabel(name)
        label.setProperty("role", "field")
        label.setIndent(0)
        label.setBuddy(widget)
        form.addRow(label, widget)
    frame = card(words(title, "strong"))
    layout = frame.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addLayout(form)
    if below is not None:
        layout.addWidget(below)
    return frame


def labelled(name: str, field: QWidget) -> QWidget:
    """Give a field with its name above it."""
    label = words(name)
    label.setBuddy(field)
    return stack(label, field, spacing=SPACE // 2)


def stack(*held: QWidget, spacing: int = SPACE) -> QWidget:
    """Give these below each other as one thing, `spacing` pixels apart."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for each in held:
        column.addWidget(each)
    return whole


def row(*held: QWidget) -> QWidget:
    """Give these beside each other, going on below where it is too narrow."""
    line = QWidget()
    layout = FlowLayout(line)
    for each in held:
        layout.addWidget(each)
    return line


def tiles(*held: QWidget) -> QWidget:
    """Give these as tiles of one width, as many beside each other as have room."""
    line = QWidget()
    layout = TileLayout(line)
    for each in held:
        layout.addWidget(each)
    return line


def page(
    *held: QWidget, title: str = "", margin: int = SPACE * 4, tall: QWidget | None = None
) -> QScrollArea:
    """Give a page: a readable column that scrolls where the window is too small for it.

    `tall` comes last and takes all the height that is left; a list or a table, it may be wider, too.
    """
    inside = _Column(READABLE if tall is None else LISTED)
    column = QVBoxLayout(inside)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(SPACE * 2)
    for each in (words(title, "title"), *held) if title else held:
        column.addWidget(each)
    if tall is None:
        column.addStretch(1)
    else:
        column.addWidget(tall, 1)
    inside.fit()
    return ScrollArea(inside)


def readable(widget: QWidget) -> int:
    """Give the width in pixels of a column that reads well in the widget's type."""
    return widget.fontMetrics().averageCharWidth() * READABLE


class _Words(QLabel):
    """A text in which a very long word, such as a path, may go on in the next line; `text` is as set."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)

    def sizeHint(self) -> QSize:
        """Give the size that reads well; a title asks for one line."""
        hint: QSize = super().sizeHint()
        if self.property("role") == "title":
            metrics = self.fontMetrics()
            hint = QSize(metrics.horizontalAdvance(super().text()) + SPACE // 2, metrics.height())
        return hint

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(_LONG.sub(lambda found: _PIECE.sub(rf"\g<0>{_BREAK}", found[0]), text))

    def text(self) -> str:
        """Give the text."""
        return super().text().replace(_BREAK, "")


class _Column(QWidget):
    """Keeps what it holds as narrow as reads well, at any size of type: so many letters wide."""

    def __init__(self, letters: int) -> None:
        super().__init__()
        self._letters = letters

    def fit(self) -> None:
        """Bound the width of the whole column.

        Not that of what it holds: a layout reckons the height of wrapped text without regard to such a bound.
        """
        layout = self.layout()
        margins = layout.contentsMargins() if layout else self.contentsMargins()
        widest = self.fontMetrics().averageCharWidth() * self._letters
        self.setMaximumWidth(widest + margins.left() + margins.right())

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()


class ChoiceBox(QComboBox):
    """A list to choose one entry from; a letter typed into it finds an entry and is no shortcut, and so does
    a digit that is in one.

    Where there is little room it is narrower than its entries: the list that opens shows them whole, and the
    chosen one is its tool tip.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setIconSize(QSize(0, 0))  # no entry has one, and room kept for it makes the list taller
        self.currentTextChanged.connect(self.setToolTip)

    def minimumSizeHint(self) -> QSize:
        """Give the width of a few letters."""
        hint: QSize = super().minimumSizeHint()
        few = self.fontMetrics().averageCharWidth() * _FEW_LETTERS + SPACE * 6
        return QSize(min(hint.width(), few), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; a text that is too long for the room ends with an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        # A field is as wide as its longest text, less what is lost in rounding; the arrow keeps its distance.
        room = self.style().subControlRect(kind, option, part, self).width() + SPACE // 2
        whole, end = option.currentText, Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(whole, end, room)
        painter = QStylePainter(self)
        painter.setPen(self.palette().text().color())
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Show every entry whole, as far as the screen goes."""
        needed = self.view().sizeHintForColumn(0) + SPACE * 4
        self.view().setMinimumWidth(min(needed, self.screen().availableGeometry().width() - SPACE * 4))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: what is scrolled past must not change."""
        event.ignore()

    def event(self, event: QEvent) -> bool:
        """Keep for itself what types a character."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            typed = event.text()
            elsewhere = typed.isdigit() and self.findText(typed, Qt.MatchFlag.MatchContains) < 0
            if typed and typed.isprintable() and not command and not elsewhere:
                event.accept()
                return True
        return super().event(event)


class Drawing(QLabel):
    """One of the window's own drawings, in a colour of the theme; it says nothing that words don't."""

    def __init__(self, name: str, size: int, colour: str = "accent") -> None:
        super().__init__()
        self._name, self._size, self._colour = name, size, colour
        self.setFixedSize(size, size)
        theme.current().changed.connect(self._draw)
        self._draw()

    def show_picture(self, name: str) -> None:
        """Show another drawing."""
        self._name = name
        self._draw()

    def _draw(self) -> None:
        colour = getattr(theme.current().tokens, self._colour)
        self.setPixmap(icons.picture(self._name, self._size, colour))
