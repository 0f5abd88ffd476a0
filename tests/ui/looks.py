"""What every widget owes: whole text to its reader, and a name to whoever hears the window."""

from collections.abc import Iterator

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QWidget,
)

CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QAbstractItemView)


def clipped(shown: QWidget) -> Iterator[str]:
    """Give the text of everything visible that has less room than it needs."""
    for area in shown.findChildren(QScrollArea):
        if area.isVisible() and area.horizontalScrollBar().maximum() > 0:
            yield f"the page is {area.horizontalScrollBar().maximum()} pixels too wide"
    for label in shown.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if needed > label.height() or (not label.wordWrap() and label.sizeHint().width() > label.width()):
            yield label.text()
    for control in (*shown.findChildren(QPushButton), *shown.findChildren(QComboBox)):
        if control.isVisible() and (
            control.minimumSizeHint().width() > control.width()
            or control.minimumSizeHint().height() > control.height()
        ):
            yield control.accessibleName()


def nameless(shown: QWidget) -> Iterator[QWidget]:
    """Give the visible controls that have no accessible name or that no key reaches."""
    for kind in CONTROLS:
        for control in shown.findChildren(kind):
            inner = isinstance(control.parent(), (QComboBox, QAbstractScrollArea))
            if control.isVisible() and not inner:
                text = control.text() if isinstance(control, QAbstractButton) else ""
                if not control.accessibleName() and not text:
                    yield control
