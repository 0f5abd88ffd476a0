"""Rules for what is shown, by geometry: every text has room for itself, every widget a place of its own.

Each flaw is a sentence: which widget, which text, and by how many pixels it fails.
"""

from collections.abc import Callable, Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionTab,
    QTabBar,
    QTextEdit,
    QWidget,
)

from app.ui.pieces.parts import ChoiceBox

Lacks = Iterator[tuple[str, int]]
"""What is amiss with a widget, and by how many pixels."""

_NARROW = QRect(0, 0, 1, 1_000_000)
"""A text that wraps in it is as wide as its longest word."""

_WRAP = Qt.TextFlag.TextWordWrap
_ROWS = 40
"""So many rows of a list are looked at; more are not in sight at once."""


def flaws(shown: QWidget) -> Iterator[str]:
    """Give everything visible in `shown` that is cut off, out of its place, or in the place of another."""
    for widget in (shown, *in_sight(shown)):
        for rule, kinds in _RULES:
            if isinstance(widget, kinds):
                for told, pixels in rule(widget):
                    yield f"{called(widget)}: {told} by {pixels} px"


def _label(label: QLabel) -> Lacks:
    text = QLabel.text(label)  # with the places where a long word may go on in the next line
    if not text:
        return
    if not label.wordWrap():
        yield from _lacking(label.sizeHint(), label.size())
        return
    yield from _more("its lines are cut off", label.heightForWidth(label.width()), label.height())
    taken = label.width() - label.contentsRect().width() + 2 * label.margin()
    widest = label.fontMetrics().boundingRect(_NARROW, _WRAP, text).width() + taken
    yield from _more("its longest word is cut off", widest, label.width())


def _control(control: QWidget) -> Lacks:
    least = control.minimumSizeHint()
    yield from _lacking(least.expandedTo(QSize(0, control.heightForWidth(control.width()))), control.size())


def _box(box: QComboBox) -> Lacks:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    metrics, chosen = box.fontMetrics(), box.currentText()
    if box.toolTip() != chosen:
        yield from _more("what is chosen is cut off", metrics.horizontalAdvance(chosen), room.width())
    yield from _more("its line is cut off", metrics.height(), room.height())
    for entry in () if isinstance(box, ChoiceBox) else map(box.itemText, range(box.count())):
        yield from _more(
            f"its entry {_short(entry)} is cut off", metrics.horizontalAdvance(entry), room.width()
        )


def _line_edit(edit: QLineEdit) -> Lacks:
    option = QStyleOptionFrame()
    edit.initStyleOption(option)
    room = edit.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, edit)
    room = room.marginsRemoved(edit.textMargins()).adjusted(2, 0, -2, 0)
    metrics = edit.fontMetrics()
    if not edit.text() and edit.toolTip() != edit.placeholderText():
        advance = metrics.horizontalAdvance(edit.placeholderText())
        yield from _more("its placeholder is cut off", advance, room.width())
    yield from _more("its line is cut off", metrics.height(), room.height())


def _text_edit(edit: QTextEdit | QPlainTextEdit) -> Lacks:
    inside = edit.viewport().rect().adjusted(4, 4, -4, -4)
    if not edit.toPlainText():
        needed = edit.fontMetrics().boundingRect(
            QRect(0, 0, inside.width(), 1_000_000), _WRAP, edit.placeholderText()
        )
        yield from _more("its placeholder is too tall", needed.height(), inside.height())
    yield from _more("one line is cut off", edit.fontMetrics().height(), inside.height())


def _tabs(bar: QTabBar) -> Lacks:
    for place in range(bar.count()):
        option = QStyleOptionTab()
        bar.initStyleOption(option, place)
        room = bar.style().subElementRect(QStyle.SubElement.SE_TabBarTabText, option, bar)
        text = bar.tabText(place)
        advance = bar.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
        yield from _more(f"its tab {_short(text)} is cut off", advance, room.width())
        yield from _more(f"its tab {_short(text)} is out of sight", bar.tabRect(place).right(), bar.width())


def _group(box: QGroupBox) -> Lacks:
    yield from _more("its title is cut off", box.minimumSizeHint().width(), box.width())


def _header(header: QHeaderView) -> Lacks:
    model, across = header.model(), header.orientation() is Qt.Orientation.Horizontal
    for place in range(header.count()):
        if header.isSectionHidden(place):
            continue
        needed, length = header.sectionSizeFromContents(place), header.sectionSize(place)
        has = QSize(length, header.height()) if across else QSize(header.width(), length)
        name = str(model.headerData(place, header.orientation()))
        if model.headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole) != name:
            yield from _more(f"its name {_short(name)} is cut off", needed.width(), has.width())
        yield from _more(f"its name {_short(name)} is cut off below", needed.height(), has.height())


def _items(view: QAbstractItemView) -> Lacks:
    """Look at the entries in sight."""
    model = view.model()
    columns = 1 if isinstance(view, QListView) or model is None else model.columnCount()
    for row in range(min(model.rowCount(), _ROWS) if model else 0):
        for column in range(columns):
            index = model.index(row, column)
            text, room = str(index.data() or ""), view.visualRect(index)
            if not text or room.isEmpty() or index.data(Qt.ItemDataRole.ToolTipRole) == text:
                continue
            needed = view.sizeHintForIndex(index)
            wide = min(room.width(), view.viewport().width())
            yield from _more(f"its entry {_short(text)} is cut off", needed.width(), wide)
            yield from _more(f"its entry {_short(text)} is cut off below", needed.height(), room.height())


def _area(area: QAbstractScrollArea) -> Lacks:
    inside, sight = area.widget() if isinstance(area, QScrollArea) else None, area.viewport()
    if inside is not None:
        yield from _more(f"{called(_stiff(inside))} makes it scroll sideways", inside.width(), sight.width())
        if area.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            yield from _more("what it holds is too tall", inside.height(), sight.height())
    elif not isinstance(area, QGraphicsView):
        yield from _more("it scrolls sideways", area.horizontalScrollBar().maximum(), 0)


def _stiff(inside: QWidget) -> QWidget:
    """Give the innermost widget that can't be much narrower than all of it."""
    held = _held(inside)
    widest = max(held, key=_least, default=inside)
    return _stiff(widest) if held and _least(widest) > _least(inside) * 0.8 else inside


def _least(widget: QWidget) -> int:
    return max(widget.minimumSizeHint().width(), widget.minimumWidth())


def _children(parent: QWidget) -> Lacks:
    """Look whether what a widget holds is inside of it, and each in a place of its own."""
    held = [each for each in _held(parent) if not each.size().isEmpty()]
    room = parent.rect()
    for each in [] if isinstance(parent, QAbstractScrollArea) else held:
        at = each.geometry()
        out = max(
            room.left() - at.left(),
            at.right() - room.right(),
            room.top() - at.top(),
            at.bottom() - room.bottom(),
        )
        yield from _more(f"it does not hold {called(each)}", out, 0)
    for one, other in combinations(held, 2):
        both = one.geometry() & other.geometry()
        if not both.isEmpty():
            yield f"{called(one)} lies over {called(other)}", min(both.width(), both.height())


_RULES: tuple[tuple[Callable[..., Lacks], type | tuple[type, ...]], ...] = (
    (_label, QLabel),
    (_control, (QAbstractButton, QAbstractSpinBox)),
    (_box, QComboBox),
    (_line_edit, QLineEdit),
    (_text_edit, (QTextEdit, QPlainTextEdit)),
    (_tabs, QTabBar),
    (_group, QGroupBox),
    (_header, QHeaderView),
    (_items, QAbstractItemView),
    (_area, QAbstractScrollArea),
    (_children, QWidget),
)


def _more(told: str, needed: int, there: int) -> Lacks:
    if needed > there:
        yield told, needed - there


def _lacking(needed: QSize, there: QSize) -> Lacks:
    yield from _more("it is cut off", needed.width(), there.width())
    yield from _more("it is cut off below", needed.height(), there.height())


def in_sight(shown: QWidget) -> list[QWidget]:
    """Give all visible widgets within one, but those that Qt makes for its own use and those of windows."""
    found = []
    for each in _held(shown):
        found += [each, *in_sight(each)]
    return found


def _held(parent: QWidget) -> list[QWidget]:
    if isinstance(parent, QComboBox | QLineEdit | QAbstractSpinBox | QTabBar):
        return []
    if isinstance(parent, QAbstractScrollArea):
        inside = parent.widget() if isinstance(parent, QScrollArea) else None
        headers = [each for each in parent.children() if isinstance(each, QHeaderView) and each.isVisible()]
        return [inside, *headers] if inside is not None and inside.isVisible() else headers
    return [
        each
        for each in parent.children()
        if isinstance(each, QWidget) and each.isVisible() and not each.isWindow()
    ]


def called(widget: QWidget) -> str:
    """Give what a widget is and what it says, or the first words in it."""
    text = getattr(widget, "text", str)
    named = widget.accessibleName() or (text() if callable(text) else "")
    within = (
        "" if named else next((label.text() for label in widget.findChildren(QLabel) if label.text()), "")
    )
    return type(widget).__name__ + (
        f" {_short(named)}" if named else f" with {_short(within)}" if within else ""
    )


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f'"{plain[:40]}…"' if len(plain) > 41 else f'"{plain}"'
