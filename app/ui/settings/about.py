"""Settings: which Evenkeel this is, whose work is in it, where its data lie, and the way to the manual."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel

from app import __version__, paths
from app.language import marked, tr
from app.ui.pieces.parts import button, row, words
from app.ui.settings.rows import Row, Section

PRIVACY = "journal.md"
"""The manual's page about what the data folder holds."""

_OURS = marked("Evenkeel is under the MIT licence.")
_OTHERS = marked("The licences of all it is made of are listed in {file}.")
_DATA = marked("Journal, settings and models of yours. Nothing of it is sent anywhere.")


class About(Section):
    """Version, manual, data folder and licences; `manual_asked` gives a place in the manual."""

    manual_asked = Signal(str)

    def __init__(self) -> None:
        self.manual = button(tr("Open the manual"), "", "manual")
        self.privacy = button(tr("What is kept there"))
        licences = tr(_OURS)
        if (file := paths.licences_page()).is_file():
            licences = f"{licences} {tr(_OTHERS, file=file)}"
        super().__init__(
            tr("About"),
            Row(tr("Version"), _copyable(tr("Evenkeel {version}", version=__version__))),
            Row(tr("Manual"), row(self.manual)),
            Row(
                tr("Data folder"),
                _copyable(str(paths.data_folder())),
                words(tr(_DATA), "caption"),
                row(self.privacy),
            ),
            Row(tr("Licences"), _copyable(licences)),
        )
        self.manual.clicked.connect(lambda: self.manual_asked.emit("index.md"))
        self.privacy.clicked.connect(lambda: self.manual_asked.emit(PRIVACY))


def _copyable(text: str) -> QLabel:
    """Give a text that the mouse can mark, to be copied."""
    label = words(text)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
