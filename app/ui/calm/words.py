"""What is said while one breathes, and when it is over."""

from math import ceil

from app.domain.breathing import READY_MADE, Act, Course, Moment, Pattern
from app.language import Texts, marked, retold, tr, trn

AS_IT_COMES = marked("Breathe as it comes")
SLEPT = marked("Paused, as the computer was asleep")
PAUSED = marked("Paused")

_ACTS = Texts(
    {
        "in": "Breathe in",
        "more in": "A little more in",
        "hold": "Hold",
        "out": "Breathe out",
        "more out": "A little more out",
        "rest": "Rest",
    }
)
_THEN = {
    "in": marked("then breathe in for {time}"),
    "more in": marked("then a little more in for {time}"),
    "hold": marked("then hold for {time}"),
    "out": marked("then breathe out for {time}"),
    "more out": marked("then a little more out for {time}"),
    "rest": marked("then rest for {time}"),
}
_LISTED = {
    "in": marked("breathe in {seconds}"),
    "more in": marked("a little more in {seconds}"),
    "hold": marked("hold {seconds}"),
    "out": marked("breathe out {seconds}"),
    "more out": marked("a little more out {seconds}"),
    "rest": marked("rest {seconds}"),
}

_READY_MADE = (
    marked("Three slow breaths"),
    marked("In for four, out for six, three times. Half a minute, and enough for most calls."),
    marked("Box breathing, 4-4-4-4"),
    marked("Four equal sides. It steadies, and leaves the head clear for the next call."),
    marked("A long hold and a longer way out. It slows things down; leave the hold out if it strains."),
    marked("Physiological sigh"),
    marked("A breath in, a second sip on top of it, and one long breath out. It takes the edge off quickly."),
)
"""What the domain's patterns are called, and what it says about them."""

_WRONG = (
    marked("Give it a name."),
    marked("Its name is too long: {n} letters are the most."),
    marked("{n} steps are the most."),
    marked("Each step takes between {least} and {most} seconds."),
    marked("It needs at least one breath in and one breath out."),
    marked("One breath takes {seconds} seconds; it may take {least} to {most}."),
)
"""What the domain says of a pattern that can't be breathed."""


def title(pattern: Pattern) -> str:
    """Give what a pattern is called; one of the user's own as they named it."""
    return tr(pattern.title) if pattern.id in READY_MADE else pattern.title


def about(pattern: Pattern) -> str:
    """Say what a pattern is good for, "" for one of the user's own."""
    return tr(pattern.about) if pattern.about in _READY_MADE else ""


def wrong(fault: str) -> str:
    """Say what an own pattern lacks, "" for nothing."""
    return retold(fault, _WRONG) or fault


def act(pattern: Pattern, place: int | None) -> str:
    """Say what to do in a phase; None is the rest after the last breath."""
    if place is None:
        return tr(AS_IT_COMES)
    return _ACTS[_step(pattern, place)]


def _step(pattern: Pattern, place: int) -> str:
    """Give which kind of step a phase is, as `_ACTS` has them."""
    phase, before = pattern.phases[place], pattern.phases[place - 1]
    if phase.act is Act.HOLD:
        return "hold" if pattern.levels[place][0] > 0 else "rest"
    again = before.act is phase.act and len(pattern.phases) > 1 and place > 0
    if phase.act is Act.IN:
        return "more in" if again else "in"
    return "more out" if again else "out"


def coming(course: Course, moment: Moment) -> str:
    """Say what comes after the phase of now; "" in the rest at the end."""
    if moment.place is None:
        return ""
    place = course.next_place(moment)
    if place is not None:
        after = _THEN[_step(course.pattern, place)]
        lasting = _seconds(course.pattern.phases[place].seconds)
        return tr(after, time=lasting)
    rests = course.length_s > course.breaths * course.pattern.cycle_s + 0.5
    return tr("then breathe as it comes") if rests else tr("then that was it")


def left(course: Course, t: float) -> str:
    """Say how much is still to come at `t` seconds: 0:42 left."""
    # A second counts until it is over, so that the last one shown is 0:01.
    whole = max(0, ceil(course.length_s - t))
    return tr("{time} left", time=f"{whole // 60}:{whole % 60:02}")


def breath(course: Course, moment: Moment) -> str:
    """Say which breath it is, where they are counted."""
    if not course.pattern.breaths:
        return ""
    return tr("Breath {number} of {all}", number=moment.breath, all=course.breaths)


def length(seconds: float) -> str:
    """Name a length of time, to the nearest that one would say."""
    if seconds < 25:
        return _seconds(round(seconds))
    if seconds < 35:
        return tr("half a minute")
    if seconds < 52.5:
        return _seconds(round(seconds / 5) * 5)
    halves = round(seconds / 30)
    minutes, half = divmod(halves, 2)
    if minutes == 1:
        return tr("a minute and a half") if half else tr("a minute")
    spelt = _SPELT[minutes]
    return tr("{number} and a half minutes", number=spelt) if half else tr("{number} minutes", number=spelt)


def that_was(pattern: Pattern, done_s: float, *, whole: bool) -> str:
    """Say quietly what was done."""
    if whole and pattern.breaths:
        return tr("That was three slow breaths.")
    return tr("That was {time}.", time=length(done_s))


def asked(seconds: int) -> str:
    """Name a length that can be chosen."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return _seconds(rest)
    return trn("1 minute", "{n} minutes", minutes)


def rhythm(pattern: Pattern) -> str:
    """Give the phases of one breath in their order, for those who don't see it drawn."""
    steps = (
        tr(_LISTED[_step(pattern, place)], seconds=f"{phase.seconds:g}")
        for place, phase in enumerate(pattern.phases)
    )
    return tr("One breath: {steps} seconds", steps=", ".join(steps))


def _seconds(seconds: float) -> str:
    if seconds == round(seconds):
        return trn("1 second", "{n} seconds", round(seconds))
    return tr("{seconds:g} seconds", seconds=seconds)


_SPELT = Texts({0: "no", 1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six"})
