"""What runs in the recogniser's process: load the model, answer each message."""

from typing import Protocol

from app.speech.models import ModelChoice, check
from app.speech.recogniser import Recogniser, unpack


class Channel(Protocol):
    """The way back to the session: messages come in order, each gets one answer."""

    def receive(self) -> bytes | None:
        """Wait for the next message; None when there will be no more."""
        ...

    def send(self, answer: object) -> None:
        """Give an answer (anything that pickles)."""
        ...


def run(channel: Channel, choice: ModelChoice) -> None:
    """Answer with the Engine once the model is loaded, then each message with its tuple of Utterances.

    Raises KnownError if the model is damaged.
    """
    recogniser = load(choice)
    channel.send(recogniser.engine)
    while (message := channel.receive()) is not None:
        speaker, start, pcm = unpack(message)
        channel.send(tuple(recogniser.hear(speaker, start, pcm) if len(pcm) else recogniser.finish(speaker)))


def load(choice: ModelChoice) -> Recogniser:
    """Give the recogniser with its model loaded; raise KnownError if a file of the model is damaged."""
    check(choice)
    if choice.engine == "vosk":
        from app.speech.vosk import Vosk

        return Vosk(choice.model, choice.path)
    from app.speech.moonshine import Moonshine

    return Moonshine(choice.model, choice.path)
