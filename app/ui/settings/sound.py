"""Settings: what both sides are heard from, and how loud that is now."""

from collections.abc import Mapping

from PySide6.QtGui import QHideEvent, QShowEvent

from app.domain.timeline import Speaker
from app.language import marked, tr
from app.settings import KeptSettings
from app.ui.pieces.parts import button, row, stack, words
from app.ui.settings.hearing import Hearing
from app.ui.settings.inputs import InputChoice, Inputs
from app.ui.settings.level_meter import LevelMeter
from app.ui.settings.rows import Row, Section, Setting

_LISTEN = marked("Listen and show the levels")
NO_INPUT = marked("No input was found. Plug in a headset or microphone, then look again.")


class Sound(Section):
    """The microphone, the customer's side, and their levels while somebody wants to see them."""

    def __init__(self, settings: KeptSettings, hearing: Hearing) -> None:
        self._settings, self._hearing = settings, hearing
        self._inputs = Inputs()
        self.microphone = InputChoice(settings, self._inputs)
        self.customer = InputChoice(settings, self._inputs, customer=True)
        self.meters = {
            Speaker.AGENT: LevelMeter(tr("Microphone")),
            Speaker.CUSTOMER: LevelMeter(tr("Customer's side")),
        }
        self.listen = button(tr(_LISTEN))
        self.refresh = button(tr("Look for devices again"), "quiet")
        self._told = words("", "soft")
        super().__init__(
            tr("Sound"),
            Setting(tr("Microphone"), self.microphone, tr("What you are heard from.")),
            Row(tr("Your level"), self.meters[Speaker.AGENT]),
            Setting(
                tr("Customer's side"),
                self.customer,
                tr("What the customer is heard from; without it only your side is measured."),
            ),
            Row(tr("Their level"), self.meters[Speaker.CUSTOMER]),
            Row(tr("Try it"), stack(row(self.listen, self.refresh), self._told)),
        )
        self._inputs.setParent(self)
        self._inputs.listed.connect(self._say_found)
        self._inputs.failed.connect(self._say)
        self.refresh.clicked.connect(self._ask)
        self.listen.clicked.connect(self._listen_or_stop)
        for choice in (self.microphone, self.customer):
            choice.activated.connect(self._chose_input)
        hearing.heard.connect(self._show_levels)
        hearing.failed.connect(self._say_failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Look what devices there are."""
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop listening; nobody looks at the levels."""
        super().hideEvent(event)
        self.stop_listening()

    def stop_listening(self) -> None:
        """Let go of the devices, as a call is about to need them."""
        self._hearing.stop()
        self.listen.setText(tr(_LISTEN))
        for meter in self.meters.values():
            meter.say(tr("Not listening."))

    def _ask(self) -> None:
        self._say(tr("Looking for devices."))
        self._inputs.refresh()

    def _say_found(self, devices: list[object]) -> None:
        self._say("" if devices else tr(NO_INPUT))

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
            meter.say(tr("Opening."))
        self.listen.setText(tr("Stop listening"))
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
