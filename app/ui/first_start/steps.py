"""What the steps of the first start ask and show."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.audio.streams import StreamState
from app.domain.timeline import Speaker
from app.language import marked, tr
from app.settings import NO_CUSTOMER, KeptSettings
from app.ui.pieces.parts import Drawing, card, page, words
from app.ui.settings.inputs import InputChoice, Inputs
from app.ui.settings.level_meter import LevelMeter

NO_INPUT = marked(
    "No microphone was found. Plug in a headset and choose it later in Settings; practising works without."
)
KEPT_AS_CHOSEN = marked(
    "The numbers of a call, and its words for as long as you choose, are kept in your journal, encrypted on "
    "this computer. Without a journal they are gone when Evenkeel closes."
)
KEPT_AS_SET = marked(
    "The numbers of a call are kept in your journal, encrypted on this computer; for how long its words are, "
    "is set by your organisation. Without a journal they are gone when Evenkeel closes."
)


class Step(QWidget):
    """One step: a drawing, a title, a text, and below them what it asks.

    `listens` says whether the inputs are heard meanwhile, `skips` what leaving it out is called; `rechosen`
    that another input was chosen, `busy` that it can't be left just now.
    """

    rechosen = Signal()
    busy = Signal(bool)
    listens = False
    skips = marked("Skip this step")

    def __init__(self, drawing: str, title: str, text: str, *asked: QWidget) -> None:
        super().__init__()
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            page(Drawing(drawing, 40), words(title, "title"), words(text, "soft"), *asked, margin=0)
        )

    @property
    def first(self) -> QWidget | None:
        """Where typing begins, None where there is nothing to type."""
        return None

    def leave(self, go_on: Callable[[], None]) -> None:
        """Do what is to be done before the next step, then go on."""
        go_on()

    def show_inputs(self, count: int) -> None:
        """Take how many inputs there are."""

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Take how each side's input is doing."""

    def show_comparison(self, found: object) -> None:
        """Take whether the microphone hears what plays (app.session.bleed_check.Bleed)."""

    def show_failure(self, sentence: str) -> None:
        """Take why nothing can be listened to."""


class Microphone(Step):
    """Which microphone, and whether it is heard."""

    listens = True

    def __init__(self, settings: KeptSettings, inputs: Inputs) -> None:
        self.choice = InputChoice(settings, inputs)
        self.meter = LevelMeter(tr("Microphone"))
        super().__init__(
            "microphone",
            tr("Your microphone"),
            tr("Say a few words, as you would to a customer. The bar should move."),
            card(self.choice, self.meter),
        )
        self.choice.activated.connect(self.rechosen)

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.meter.say(tr(NO_INPUT))

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Move the bar."""
        self.meter.show_state(states.get(Speaker.AGENT))

    def show_failure(self, sentence: str) -> None:
        """Show the sentence in place of a level."""
        self.meter.say(sentence)


class Customer(Step):
    """Where the customer's voice comes from, and whether it is heard."""

    listens = True

    def __init__(self, settings: KeptSettings, inputs: Inputs) -> None:
        self._settings = settings
        self.choice = InputChoice(settings, inputs, customer=True)
        self.meter = LevelMeter(tr("Customer's side"))
        super().__init__(
            "headset",
            tr("The customer's side"),
            tr(
                "Play something on this computer, a video or a ring tone, as loud as a call usually is. "
                "The bar should move."
            ),
            card(
                self.choice,
                self.meter,
                words(
                    tr(
                        "Without it, Evenkeel measures your side alone: your share of the time, pace and "
                        "long stretches, but no talk ratio and no interruptions."
                    ),
                    "caption",
                ),
            ),
        )
        self.choice.activated.connect(self.rechosen)

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.meter.say(
                tr("There is no input for the customer's side. You can choose one later in Settings.")
            )

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Move the bar."""
        if self._settings.now.customer_device == NO_CUSTOMER:
            self.meter.say(tr("The customer's side is left out, as you chose."))
        else:
            self.meter.show_state(states.get(Speaker.CUSTOMER))

    def show_failure(self, sentence: str) -> None:
        """Show the sentence in place of a level."""
        self.meter.say(sentence)


class Listening(Step):
    """Headset or loudspeaker: measured where something plays."""

    listens = True

    def __init__(self) -> None:
        self.said = words("")
        self.say(tr("Nothing plays yet."))
        super().__init__(
            "speaker",
            tr("Headset or loudspeaker"),
            tr(
                "With a headset your microphone hears you alone; with a loudspeaker it hears the customer "
                "too, and Evenkeel takes that out of your side. Play something for about five seconds, stay "
                "quiet yourself, and Evenkeel finds out how it is here."
            ),
            card(words(tr("How it is here"), "strong"), self.said),
        )

    def show_comparison(self, found: object) -> None:
        """Say plainly what was measured."""
        listens, loud = str(getattr(found, "listens", "")), getattr(found, "db", None)
        if listens == "loudspeaker":
            self.say(
                tr(
                    "Measured: your microphone hears what plays, {how_loud}. Evenkeel takes it out of "
                    "your side; a headset measures more exactly.",
                    how_loud=_how_loud(loud),
                )
            )
        elif listens == "headset":
            self.say(tr("Measured: your microphone does not hear what plays. That is the best there is."))
        elif listens == "same":
            self.say(
                tr(
                    "Measured: both sides carry the same sound, so they can't be told apart. Choose another "
                    "input for one of them."
                )
            )
        elif listens == "comparing":
            self.say(tr("Something plays. Comparing."))
        else:
            self.say(tr("Nothing plays yet."))

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Say so where there is nothing to compare with."""
        if Speaker.CUSTOMER not in states:
            self.say(tr("Without a customer's side there is nothing to measure."))

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.say(tr("Without a microphone there is nothing to measure; plug one in, or go on without."))

    def show_failure(self, sentence: str) -> None:
        """Show the sentence in place of a finding."""
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show what was measured."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)


class Permission(Step):
    """The note that others have a say in being listened to."""

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__(
            "consent",
            tr("May you listen?"),
            tr(
                "Putting other people's words into text, or recording them, may need the permission of "
                "everyone in the call, and of your employer. Rules differ from place to place. Please ask "
                "who knows them where you work. This note is not legal advice."
            ),
            card(
                words(tr("What Evenkeel does"), "strong"),
                words(tr("Sound is listened to and forgotten at once. It is never written to a file.")),
                words(tr(KEPT_AS_SET) if "transcript_kept" in settings.fixed else tr(KEPT_AS_CHOSEN)),
                words(
                    tr(
                        "P pauses at any time, for card data or a private word. "
                        "While paused, nothing is heard."
                    )
                ),
            ),
            words(tr("You can see it all at work now, with a sample call and no microphone."), "soft"),
        )


def _how_loud(db: float | None) -> str:
    if db is None or db > -6:
        return tr("almost as loud as it is")
    return tr("clearly") if db > -20 else tr("faintly")
