"""Finding what a person looks for among all there is to choose: by any word that can be read there."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QListWidget, QPlainTextEdit, QWidget

Wanted = Sequence[str]
"""The words looked for, casefolded; all of them must be there, each as a part of a word at least."""


def wanted(typed: str) -> Wanted:
    """Give the words of what was typed."""
    return typed.casefold().split()


def holds(place: QWidget, looked_for: Wanted, *more: str) -> bool:
    """Say whether all that is looked for can be read in a widget, in sight or not, or in `more`."""
    text = "\n".join((*_texts(place), *more)).casefold()
    return all(word in text for word in looked_for)


def _texts(place: QWidget) -> Iterator[str]:
    for each in (place, *place.findChildren(QWidget)):
        yield each.accessibleName()
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QComboBox):
            yield from (each.itemText(number) for number in range(each.count()))
        elif isinstance(each, QListWidget):
            yield from (each.item(number).text() for number in range(each.count()))
        elif isinstance(each, QPlainTextEdit):
            yield each.toPlainText()
