"""Where a passphrase is typed: one field, or two for a new one with what it means to choose it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import KnownError
from app.language import marked, tr
from app.ui.pieces.parts import button, labelled, words
from app.ui.pieces.theme import SPACE

NOBODY_CAN_HELP = marked(
    "Nobody can open the journal without it: not the makers of Evenkeel, not your employer. If it is "
    "forgotten, what is in the journal is lost. Write it down, and keep it with your papers."
)
REMEMBER = marked("Remember it on this computer")
REMEMBER_MEANS = marked(
    "The system's keyring then holds the key, and the journal opens by itself whenever you are logged in "
    "here. Whoever sits at this computer while you are logged in can open it, too."
)
DIFFERENT = marked("The two are not the same yet.")
READY = marked("Both are the same, and long enough.")
LENGTH = marked("At least 10 characters. A few words that only you would put together are easy to remember.")


class PassphraseField(QWidget):
    """A field that hides what is typed into it, with a button that shows it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.typed = QLineEdit()
        self.typed.setEchoMode(QLineEdit.EchoMode.Password)
        self.typed.setAccessibleName(name)
        # No keyboard that learns may learn this.
        self.typed.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.reveal = button(tr("Show"))
        self.reveal.setCheckable(True)
        self.reveal.setAccessibleName(tr("Show what is typed: {name}", name=name.lower()))
        self.reveal.toggled.connect(self._reveal)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE)
        line.addWidget(self.typed, 1)
        line.addWidget(self.reveal)
        self.setFocusProxy(self.typed)

    @property
    def text(self) -> str:
        """What is typed."""
        return self.typed.text()

    def clear(self) -> None:
        """Forget what was typed, and hide what will be."""
        self.typed.setText("")  # unlike clear(), which Ctrl+Z would take back
        self.reveal.setChecked(False)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.typed.setEchoMode(mode)
        self.reveal.setText(tr("Hide") if shown else tr("Show"))


class NewPassphrase(QWidget):
    """Two fields for a new passphrase, a sentence on what is typed, and whether to remember it.

    `changed` says that something else is typed. Whether to remember it is asked only once `offer_keyring`
    has said that this computer can.
    """

    changed = Signal()

    def __init__(self, name: str = "", again: str = "") -> None:
        super().__init__()
        self.first = PassphraseField(name or tr("Passphrase"))
        self.again = PassphraseField(again or tr("The same passphrase again"))
        self.said = words("", "soft")
        self.remember = QCheckBox(tr(REMEMBER))
        self.remember_means = words(tr(REMEMBER_MEANS), "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for field in (self.first, self.again):
            column.addWidget(labelled(field.typed.accessibleName(), field))
            column.addSpacing(SPACE // 2)
            field.typed.textChanged.connect(self._tell)
        self.again.reveal.hide()
        self.first.reveal.toggled.connect(self.again.reveal.setChecked)
        column.addWidget(self.said)
        column.addSpacing(SPACE)
        column.addWidget(words(tr(NOBODY_CAN_HELP)))
        column.addSpacing(SPACE)
        column.addWidget(self.remember)
        column.addWidget(self.remember_means)
        self.setFocusProxy(self.first)
        self.offer_keyring(False)
        self._tell()

    @property
    def passphrase(self) -> str | None:
        """The passphrase, None while it is too weak or the two differ."""
        typed = self.first.text
        return typed if not _weakness(typed) and typed == self.again.text else None

    @property
    def remembered(self) -> bool:
        """Whether it is to be remembered on this computer."""
        return self.remember.isVisibleTo(self) and self.remember.isChecked()

    def offer_keyring(self, there: bool) -> None:
        """Take whether this computer has a keyring."""
        self.remember.setVisible(there)
        self.remember_means.setVisible(there)

    def insist(self) -> None:
        """Go to the field that keeps the passphrase from being taken."""
        (self.first if _weakness(self.first.text) else self.again).typed.setFocus()
        self._tell()

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.again.clear()

    def _tell(self) -> None:
        first, again = self.first.text, self.again.text
        said = (
            tr(LENGTH) if not first else _weakness(first) or (tr(READY) if first == again else tr(DIFFERENT))
        )
        if first and not again and not _weakness(first):
            said = tr("Long enough. Type it once more below.")
        self.said.setText(said)
        self.said.setAccessibleName(said)
        self.changed.emit()


def _weakness(passphrase: str) -> str:
    """Say why a passphrase will not do, "" where it will."""
    from app.storage import keys

    try:
        keys.check_new(passphrase)
    except KnownError as weak:
        return str(weak)
    return ""
