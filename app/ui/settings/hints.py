"""Switching hints on and off, technique by technique."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.techniques import Coaching, Technique
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.pieces.parts import words
from app.ui.pieces.theme import SPACE
from app.ui.settings.rows import Section, Setting
from app.ui.settings.switch import Switch

MEANS = marked(
    "A hint that is off is neither shown nor counted from the next call on. What is measured stays the same."
)


class HintSwitch(QWidget):
    """The hints of one technique, on or off, with what they say."""

    def __init__(self, settings: KeptSettings, technique: Technique, texts: list[str]) -> None:
        super().__init__()
        self._settings, self._id = settings, technique.id
        self._switch = Switch(technique.title)
        self.box = self._switch.box
        said = words("\n".join(texts), "caption")
        said.setIndent(self.box.sizeHint().width() + SPACE // 2)
        self.box.setAccessibleDescription(" ".join(texts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._switch)
        column.addWidget(said)
        self.box.toggled.connect(self._take)

    def show_settings(self) -> None:
        """Show what the settings hold."""
        with QSignalBlocker(self.box):
            self.box.setChecked(self._id not in self._settings.now.hints_off)

    def _take(self, on: bool) -> None:
        off = [id for id in self._settings.now.hints_off if id != self._id]
        self._settings.change(hints_off=off if on else [*off, self._id])


class AllHints(QLabel):
    """How many techniques give no hints; as the control of a setting, whose default is none."""

    @property
    def usual(self) -> str:
        """How it is before anything is chosen."""
        return tr("all on")

    def __init__(self, settings: KeptSettings, switches: dict[str, HintSwitch]) -> None:
        super().__init__()
        self._settings, self._switches = settings, switches
        self.setProperty("role", "field")
        self.setIndent(0)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    @property
    def own(self) -> bool:
        """Whether any is off, of those that there are."""
        return bool(self._off)

    def reset(self) -> None:
        """Switch all on."""
        self._settings.reset("hints_off")

    def show_settings(self) -> None:
        """Show what the settings hold."""
        for switch in self._switches.values():
            switch.show_settings()
        off = len(self._off)
        self.setText(tr("{off} of {n} off", off=off, n=len(self._switches)) if off else tr("All on"))

    @property
    def _off(self) -> set[str]:
        return self._switches.keys() & set(self._settings.now.hints_off)


def hints_section(settings: KeptSettings, content: Coaching) -> tuple[Section, dict[str, HintSwitch]]:
    """Give the section with a switch for each technique that gives hints, and the switches by its id."""
    texts: dict[str, list[str]] = {}
    for rule in content.rules:
        held = texts.setdefault(rule.technique, [])
        text = rule.text.replace("{plain}", "…")
        if text not in held:
            held.append(text)
    switches = {id: HintSwitch(settings, content.techniques[id], held) for id, held in texts.items()}
    every = Setting(tr("Live hints"), AllHints(settings, switches), tr(MEANS))
    return Section(tr("Hints"), every, *switches.values(), gap=SPACE), switches
