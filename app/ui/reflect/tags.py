"""Words to put beside a reflection: typed with completion, each one to be taken away again."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from app.language import tr
from app.ui.pieces import parts
from app.ui.pieces.flow import FlowLayout
from app.ui.pieces.theme import SPACE

_LONGEST = 60
"""Letters of a tag."""

_SEPARATORS = (",", ";")


class TagField(QWidget):
    """Shows tags with a field to type more: Enter or a comma adds one, Backspace in the empty field takes
    the last away.

    `titles` are what may be typed, by what they stand for; None: anything may, and stands for itself.
    `changed` tells that the user added one or took one away.
    """

    changed = Signal()

    def __init__(
        self,
        name: str,
        hint: str,
        offered: Sequence[str] = (),
        titles: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._name, self._titles = name, titles
        self._tags: list[str] = []
        self.typed = QLineEdit()
        self.typed.setAccessibleName(name)
        self.typed.setPlaceholderText(hint)
        self.typed.setToolTip(hint)
        self.typed.setMaxLength(_LONGEST)
        self.typed.installEventFilter(self)
        completer = QCompleter(QStringListModel([*offered] if titles is None else [*titles.values()]), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.typed.setCompleter(completer)
        self.setFocusProxy(self.typed)
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._row)
        column.addWidget(self.typed)
        self._row.hide()

    @property
    def tags(self) -> tuple[str, ...]:
        """What there is, in its order."""
        return tuple(self._tags)

    def show_tags(self, tags: Sequence[str]) -> None:
        """Show these, without telling."""
        self._tags = [*dict.fromkeys(tags)]
        self._show()

    def finish_typing(self) -> None:
        """Take what is typed as far as it can be taken."""
        self._take(self.typed.text())

    def add(self, tag: str) -> None:
        """Add one, unless it is there."""
        if tag not in self._tags:
            self._tags.append(tag)
            self._show()
            self.changed.emit()

    def remove(self, tag: str) -> None:
        """Take one away."""
        self._tags.remove(tag)
        self._show()
        self.changed.emit()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Add by Enter or a comma, take back by Backspace."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers()
            if (enter or event.text() in _SEPARATORS) and self.typed.text().strip():
                self._take(self.typed.text())
                return True
            if event.key() == Qt.Key.Key_Backspace and not self.typed.text() and self._tags:
                self.remove(self._tags[-1])
                return True
        return super().eventFilter(watched, event)

    def _take(self, text: str) -> None:
        """Add what was typed, where it may be."""
        tag = self._known(" ".join(text.split()))
        if tag:
            self.typed.setText("")
            self.add(tag)

    def _known(self, text: str) -> str:
        """Give what a text stands for, "" for nothing; without a title of that name the only one with it."""
        folded = text.casefold()
        if not folded:
            return ""
        if self._titles is None:
            return next((tag for tag in self._tags if tag.casefold() == folded), text)
        fits = [id for id, title in self._titles.items() if folded in title.casefold()]
        same = [id for id in fits if self._titles[id].casefold() == folded]
        return next(iter(same or (fits if len(fits) == 1 else [])), "")

    def _show(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.setParent(None)
                held.deleteLater()
        for tag in self._tags:
            title = tag if self._titles is None else self._titles.get(tag, tag)
            made = parts.button(f"{title}  ×", "small")
            made.setAccessibleName(tr("Take away: {title}", title=title))
            made.setToolTip(tr("Take away"))
            made.clicked.connect(lambda _=False, tag=tag: self.remove(tag))
            self._flow.addWidget(made)
        self._row.setVisible(bool(self._tags))
