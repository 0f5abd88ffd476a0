"""What the steps of the first start ask and show."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.audio.streams import StreamState
from app.domain.timeline import Speaker
from app.settings import NO_CUSTOMER, KeptSettings
from app.ui.pieces.parts import Drawing, card, page, words
from app.ui.settings.choices import RecogniserChoice, more_languages
from app.ui.settings.inputs import InputChoice, Inputs
from app.ui.settings.level_meter import LevelMeter

NO_INPUT = (
    "No microphone was found. Plug in a headset and choose it later in Settings; practising works without."
)


class Step(QWidget):
    """One step: a drawing, a title, a text, and below them what it asks.

    `listens` says whether the inputs are heard meanwhile, `skips` what leaving it out is called; `rechosen`
    that another input was chosen, `busy` that it can't be left just now.
    """

    rechosen = Signal()
    busy = Signal(bool)
    listens = False
    skips = "Skip this step"

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


class Language(Step):
    """Welcome, and what puts the call into words."""

    def __init__(self, settings: KeptSettings) -> None:
        self.choice = RecogniserChoice(settings)
        super().__init__(
            "keel",
            "Welcome to Evenkeel",
            "It listens with you while you talk to customers, shows how the talking is shared, and gives one "
            "quiet hint at a time. All of it happens on this computer. Nothing is sent anywhere, and no "
            "sound is ever kept.",
            card(
                words("Which language do you speak with customers?", "strong"),
                self.choice,
                words(more_languages(), "caption"),
            ),
        )


class Microphone(Step):
    """Which microphone, and whether it is heard."""

    listens = True

    def __init__(self, settings: KeptSettings, inputs: Inputs) -> None:
        self.choice = InputChoice(settings, inputs)
        self.meter = LevelMeter("Microphone")
        super().__init__(
            "microphone",
            "Your microphone",
            "Say a few words, as you would to a customer. The bar should move.",
            card(self.choice, self.meter),
        )
        self.choice.activated.connect(self.rechosen)

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.meter.say(NO_INPUT)

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
        self.meter = LevelMeter("Customer's side")
        super().__init__(
            "headset",
            "The customer's side",
            "Play something on this computer, a video or a ring tone, as loud as a call usually is. "
            "The bar should move.",
            card(
                self.choice,
                self.meter,
                words(
                    "Without it, Evenkeel measures your side alone: your share of the time, pace and long "
                    "stretches, but no talk ratio and no interruptions.",
                    "caption",
                ),
            ),
        )
        self.choice.activated.connect(self.rechosen)

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.meter.say("There is no input for the customer's side. You can choose one later in Settings.")

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Move the bar."""
        if self._settings.now.customer_device == NO_CUSTOMER:
            self.meter.say("The customer's side is left out, as you chose.")
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
        self.say("Nothing plays yet.")
        super().__init__(
            "speaker",
            "Headset or loudspeaker",
            "With a headset your microphone hears you alone; with a loudspeaker it hears the customer too, "
            "and Evenkeel takes that out of your side. Play something for about five seconds, stay quiet "
            "yourself, and Evenkeel finds out how it is here.",
            card(words("How it is here", "strong"), self.said),
        )

    def show_comparison(self, found: object) -> None:
        """Say plainly what was measured."""
        listens, loud = str(getattr(found, "listens", "")), getattr(found, "db", None)
        if listens == "loudspeaker":
            self.say(
                f"Measured: your microphone hears what plays, {_how_loud(loud)}. Evenkeel takes it out of "
                "your side; a headset measures more exactly."
            )
        elif listens == "headset":
            self.say("Measured: your microphone does not hear what plays. That is the best there is.")
        elif listens == "same":
            self.say(
                "Measured: both sides carry the same sound, so they can't be told apart. Choose another "
                "input for one of them."
            )
        elif listens == "comparing":
            self.say("Something plays. Comparing.")
        else:
            self.say("Nothing plays yet.")

    def show_levels(self, states: Mapping[Speaker, StreamState]) -> None:
        """Say so where there is nothing to compare with."""
        if Speaker.CUSTOMER not in states:
            self.say("Without a customer's side there is nothing to measure.")

    def show_inputs(self, count: int) -> None:
        """Say so where there is none."""
        if not count:
            self.say("Without a microphone there is nothing to measure; plug one in, or go on without.")

    def show_failure(self, sentence: str) -> None:
        """Show the sentence in place of a finding."""
        self.say(sentence)

    def say(self, sentence: str) -> None:
        """Show what was measured."""
        self.said.setText(sentence)
        self.said.setAccessibleName(sentence)


class Permission(Step):
    """The note that others have a say in being listened to."""

    def __init__(self) -> None:
        super().__init__(
            "consent",
            "May you listen?",
            "Putting other people's words into text, or recording them, may need the permission of everyone "
            "in the call, and of your employer. Rules differ from place to place. Please ask who knows them "
            "where you work. This note is not legal advice.",
            card(
                words("What Evenkeel does", "strong"),
                words("Sound is listened to and forgotten at once. It is never written to a file."),
                words(
                    "The numbers of a call, and its words for as long as you choose, are kept in your "
                    "journal, encrypted on this computer. Without a journal they are gone when Evenkeel "
                    "closes."
                ),
                words(
                    "P pauses at any time, for card data or a private word. While paused, nothing is heard."
                ),
            ),
            words("You can see it all at work now, with a sample call and no microphone.", "soft"),
        )


def _how_loud(db: float | None) -> str:
    if db is None or db > -6:
        return "almost as loud as it is"
    return "clearly" if db > -20 else "faintly"
