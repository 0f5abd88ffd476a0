"""What runs in the recogniser's process: load the model, answer each message."""

from typing import Protocol

from app.domain.timeline import Speaker
from app.speech.models import ModelChoice, check
from app.speech.recogniser import Kind, Partial, Recogniser, unpack


class Channel(Protocol):
    """The way back to the session: messages come in order, and answers go back in that order."""

    def receive(self) -> bytes | None:
        """Wait for the next message; None when there will be no more."""
        ...

    def waits(self) -> bool:
        """Tell whether a message is there that was not received yet."""
        ...

    def send(self, answer: object) -> None:
        """Give an answer (anything that pickles)."""
        ...


def run(channel: Channel, choice: ModelChoice, live: bool) -> None:
    """Answer with the Engine once the model is loaded, then each message (see `serve`).

    Raises KnownError if the model is damaged.
    """
    recogniser = load(choice)
    channel.send(recogniser.engine)
    serve(channel, recogniser, live)


def serve(channel: Channel, recogniser: Recogniser, live: bool) -> None:
    """Answer each piece and end with its tuple of Utterances, until there will be no more.

    A live call gets Partials in between, and its pauses are used to prepare what comes at the end. Both are
    done only while no message waits, so that no message waits for more than one of them.
    """
    pausing: set[Speaker] = set()
    while (message := channel.receive()) is not None:
        kind, speaker, start, pcm = unpack(message)
        pausing.discard(speaker)
        if kind is Kind.SOUND:
            channel.send(tuple(recogniser.hear(speaker, start, pcm)))
        elif kind is Kind.END:
            channel.send(tuple(recogniser.finish(speaker)))
        else:
            pausing.add(speaker)
        while pausing and not channel.waits():
            recogniser.prepare(speaker := pausing.pop())
        if live and not channel.waits() and (text := recogniser.partial(speaker)):
            channel.send(Partial(speaker, text))


def load(choice: ModelChoice) -> Recogniser:
    """Give the recogniser with its model loaded; raise KnownError if a file of the model is damaged."""
    check(choice)
    if choice.engine == "vosk":
        from app.speech.vosk import Vosk

        return Vosk(choice.model, choice.path)
    from app.speech.moonshine import Moonshine

    return Moonshine(choice.model, choice.path)
