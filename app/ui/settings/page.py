"""Settings: the look, what a call is heard with, its words, the journal. Every choice is kept at once."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.techniques import CallType
from app.domain.timeline import Speaker
from app.settings import KeptSettings
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces import theme
from app.ui.pieces.parts import button, card, page, row, section, words
from app.ui.settings.choices import CallTypeChoice, Choice, RecogniserChoice, more_languages
from app.ui.settings.hearing import Hearing
from app.ui.settings.inputs import InputChoice, Inputs
from app.ui.settings.journal import JournalCards
from app.ui.settings.level_meter import LevelMeter

FROM_NEXT_CALL = "Changes of sound and words hold from the next call on."

_THEMES = (("As the system", "system"), ("Light", "light"), ("Dark", "dark"))


class SettingsPage(QWidget):
    """Everything that can be chosen in this version; `first_start_asked` wants the first start again."""

    first_start_asked = Signal()

    def __init__(
        self, settings: KeptSettings, types: Mapping[str, CallType], hearing: Hearing, journal: OpenJournal
    ) -> None:
        super().__init__()
        self._settings = settings
        self._hearing = hearing
        self._inputs = Inputs(self)
        self.look = Choice(settings, "Light or dark")
        self.look.fill([(text, {"theme": value}) for text, value in _THEMES])
        self.look.activated.connect(lambda: theme.current().choose(settings.now.theme))
        self.text_size = Choice(settings, "Text size")
        self.text_size.fill([(f"{size} %", {"text_size": size}) for size in (100, 125, 150, 200)])
        self.text_size.activated.connect(lambda: theme.current().scale(settings.now.text_size / 100))
        self.microphone = InputChoice(settings, self._inputs)
        self.customer = InputChoice(settings, self._inputs, customer=True)
        self.meters = {
            Speaker.AGENT: LevelMeter("Microphone"),
            Speaker.CUSTOMER: LevelMeter("Customer's side"),
        }
        self.listen = button("Listen and show the levels")
        self.refresh = button("Look for devices again", "quiet")
        self.recogniser = RecogniserChoice(settings)
        self.kind = CallTypeChoice(settings, types)
        self.journal = JournalCards(settings, journal)
        self.again = button("Run the first start again")
        self._in_call = words(FROM_NEXT_CALL, "strong")
        self._in_call.hide()
        self._told = words("", "soft")
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page(self._in_call, *self._cards(), title="Settings"))

    def showEvent(self, event: QShowEvent) -> None:
        """Look what devices there are."""
        super().showEvent(event)
        self._ask()
        for choice in (self.look, self.text_size, self.kind, self.microphone, self.customer):
            choice.show_settings()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening; nobody looks at the levels."""
        super().hideEvent(event)
        self.stop_listening()

    def show_in_call(self, in_call: bool) -> None:
        """Say what holds only later while a call runs; the inputs are its own meanwhile."""
        self._in_call.setVisible(in_call)
        self.listen.setEnabled(not in_call)
        self.again.setEnabled(not in_call)
        self.journal.show_in_call(in_call)

    def stop_listening(self) -> None:
        """Let go of the devices, as a call is about to need them."""
        self._hearing.stop()
        self.listen.setText("Listen and show the levels")
        for meter in self.meters.values():
            meter.say("Not listening.")

    def _cards(self) -> list[QWidget]:
        return [
            section("Look", ("Light or dark", self.look), ("Text size", self.text_size)),
            section(
                "Sound",
                ("Microphone", self.microphone),
                ("", self.meters[Speaker.AGENT]),
                ("Customer's side", self.customer),
                ("", self.meters[Speaker.CUSTOMER]),
                ("", row(self.listen, self.refresh)),
                below=self._told,
            ),
            section(
                "Words",
                ("Language and model", self.recogniser),
                ("", words(more_languages(), "caption")),
            ),
            section("Calls", ("Usual kind of call", self.kind)),
            self.journal,
            card(words("First start", "strong"), row(self.again)),
        ]

    def _connect(self) -> None:
        self._inputs.listed.connect(self._say_found)
        self._inputs.failed.connect(self._say)
        self.refresh.clicked.connect(self._ask)
        self.listen.clicked.connect(self._listen_or_stop)
        self.again.clicked.connect(self.first_start_asked)
        for choice in (self.microphone, self.customer):
            choice.activated.connect(self._chose_input)
        self._hearing.heard.connect(self._show_levels)
        self._hearing.failed.connect(self._say_failed)

    def _ask(self) -> None:
        self._say("Looking for devices.")
        self._inputs.refresh()

    def _say_found(self, devices: list[object]) -> None:
        none = "No input was found. Plug in a headset or microphone, then look again."
        self._say("" if devices else none)

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    def _listen_or_stop(self) -> None:
        if self._hearing.listening:
            self.stop_listening()
        else:
            self._listen()

    def _listen(self) -> None:
        for meter in self.meters.values():
            meter.say("Opening.")
        self.listen.setText("Stop listening")
        self._hearing.listen(self._settings.now.agent_device, self._settings.now.customer_device)

    def _chose_input(self) -> None:
        if self._hearing.listening:
            self._listen()

    def _show_levels(self, states: Mapping[Speaker, object]) -> None:
        if self.isVisible():
            for speaker, meter in self.meters.items():
                meter.show_state(states.get(speaker))  # type: ignore[arg-type]

    def _say_failed(self, sentence: str) -> None:
        self.stop_listening()
        self._say(sentence)
