"""The few pieces that every page is made of: words, buttons, cards, and where they sit."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.ui.pieces import icons, theme
from app.ui.pieces.flow import FlowLayout
from app.ui.pieces.theme import SPACE
from app.ui.shortcuts import shortcut

READABLE = 104
"""Average widths of a letter that a column of text is at most wide; about 90 letters of running text."""


def words(text: str, role: str = "body") -> QLabel:
    """Give a text in the type of `role` (theme.py) that wraps where there is no room."""
    label = QLabel(text)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def button(text: str, role: str = "", key: str | None = None) -> QPushButton:
    """Give a button; `key` is the id of the shortcut that does the same, shown behind the text."""
    shown = f"{text}   {shortcut(key).shown}" if key else text
    made = QPushButton(shown)
    made.setAccessibleName(text)
    if key:
        made.setAccessibleDescription(f"Key: {shortcut(key).shown}")
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
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE // 2)
    column.addWidget(label)
    column.addWidget(field)
    return both


def row(*held: QWidget) -> QWidget:
    """Give these beside each other, going on below where it is too narrow."""
    line = QWidget()
    layout = FlowLayout(line)
    for each in held:
        layout.addWidget(each)
    return line


def page(*held: QWidget, title: str = "", margin: int = SPACE * 4) -> QScrollArea:
    """Give a page: a readable column that scrolls where the window is too small for it."""
    inside = _Column()
    column = QVBoxLayout(inside)
    column.setContentsMargins(margin, margin, margin, margin)
    column.setSpacing(SPACE * 2)
    for each in (words(title, "title"), *held) if title else held:
        column.addWidget(each)
    column.addStretch(1)
    inside.fit()
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def readable(widget: QWidget) -> int:
    """Give the width in pixels of a column that reads well in the widget's type."""
    return widget.fontMetrics().averageCharWidth() * READABLE


class _Column(QWidget):
    """Keeps what it holds as narrow as reads well, at any size of type."""

    def fit(self) -> None:
        """Bound the width of the whole column.

        Not that of what it holds: a layout reckons the height of wrapped text without regard to such a bound.
        """
        layout = self.layout()
        margins = layout.contentsMargins() if layout else self.contentsMargins()
        widest = readable(self)
        self.setMaximumWidth(widest + margins.left() + margins.right())

    def changeEvent(self, event: QEvent) -> None:
        """Go by another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()


class ChoiceBox(QComboBox):
    """A list to choose one entry from; a letter typed into it finds an entry and is no shortcut."""

    def event(self, event: QEvent) -> bool:
        """Keep for itself what types a character."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            command = event.modifiers() & ~(
                Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
            )
            if event.text() and event.text().isprintable() and not command:
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

    def _draw(self) -> None:
        colour = getattr(theme.current().tokens, self._colour)
        self.setPixmap(icons.picture(self._name, self._size, colour))
