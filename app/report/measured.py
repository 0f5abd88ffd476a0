"""What was measured of a call, told in the user's language: journals and reports hold it in English.

Each text here is one that the measuring layers write, as it is after `words.addressed`: said to the agent.
"""

from app.language import marked, retold

_OVERLAPS = (
    marked("Both began within {seconds} s of each other."),
    marked("A listener's sound of {seconds} s; the customer kept the floor."),
    marked("A listener's sound of {seconds} s; you kept the floor."),
    marked("You answered {seconds} s before the customer had finished."),
    marked("The customer answered {seconds} s before you had finished."),
    marked("You came in while the customer was speaking; the customer gave way after {seconds} s."),
    marked("The customer came in while you were speaking; you gave way after {seconds} s."),
    marked("You spoke over the customer for {seconds} s and then gave way."),
    marked("The customer spoke over you for {seconds} s and then gave way."),
    marked("Both kept speaking for {seconds} s; you began second."),
    marked("Both kept speaking for {seconds} s; the customer began second."),
    marked("A brief overlap of {seconds} s in which nobody lost the floor."),
)

_EVIDENCE = (
    marked("you hold {percent} % of the talking"),
    marked("your talking is {percent} points over the band"),
    marked("you have spoken for {seconds} s"),
    marked("no sound from them for {seconds} s of your talking"),
    marked("both silent for {seconds} s"),
    marked("you are {decibels} dB over your usual loudness"),
    marked("you are {percent} % over your usual pace"),
    marked("your cut-ins in the last minute: {n}"),
    marked("their cut-ins in the last minute: {n}"),
    marked("at least {n} cut-ins each way in the last minute"),
    marked("talking over them for {seconds} s"),
    marked("you answered {seconds} s after their last word"),
    marked("none heard in the first {seconds} s"),
    marked("none heard in the whole call"),
    marked("you never cut in, and {percent} of the talking was yours"),
)

_HEARD = (
    marked("{n} times in {seconds} s, last: {words}"),
    marked("{n} in a row, last: {words}"),
)
"""Evidence that ends in what was said, which may hold commas."""

_SIDES = (
    marked(
        "There is only your channel, so nothing can be said about the customer's side; "
        "talk share counts every voice in that channel."
    ),
    marked(
        "Both channels carry the same sound, so the two sides can't be told apart; "
        "talk share counts both voices."
    ),
    marked("The customer can be heard in your microphone; their sound was taken out first."),
    marked(
        "The customer's channel is silent from beginning to end, so nothing can be said about their side."
    ),
    marked("Nothing has been heard from the customer's side so far."),
)

_GAPS = (
    marked("part of the sound did not arrive"),
    marked("the input stopped and was opened again"),
    marked("there was no input to hear"),
    marked("transcript behind"),
    marked("the recogniser stopped and was restarted"),
    marked("the recogniser stopped and could not be restarted"),
    marked("Paused for {seconds} s"),
    marked("paused for {seconds} s"),
)


_ALL = (*_OVERLAPS, *_EVIDENCE, *_HEARD, *_SIDES, *_GAPS)


def told(measured: str) -> str:
    """Give what was measured in the user's language, in English where it is none of these texts."""
    # Part by part first: a placeholder would take in where one piece of evidence ends and another begins.
    parts = [retold(part, _EVIDENCE) for part in measured.split(", ")]
    return ", ".join(parts) if all(parts) else retold(measured, _ALL) or measured
