"""What is said while one breathes, and when it is over."""

from math import ceil

from app.domain.breathing import Act, Course, Moment, Pattern

AS_IT_COMES = "Breathe as it comes"
SLEPT = "Paused, as the computer was asleep"
PAUSED = "Paused"


def act(pattern: Pattern, place: int | None) -> str:
    """Say what to do in a phase; None is the rest after the last breath."""
    if place is None:
        return AS_IT_COMES
    phase, before = pattern.phases[place], pattern.phases[place - 1]
    if phase.act is Act.HOLD:
        return "Hold" if pattern.levels[place][0] > 0 else "Rest"
    again = before.act is phase.act and len(pattern.phases) > 1 and place > 0
    if phase.act is Act.IN:
        return "A little more in" if again else "Breathe in"
    return "A little more out" if again else "Breathe out"


def coming(course: Course, moment: Moment) -> str:
    """Say what comes after the phase of now; "" in the rest at the end."""
    if moment.place is None:
        return ""
    place = course.next_place(moment)
    if place is not None:
        after = act(course.pattern, place)
        lasting = _seconds(course.pattern.phases[place].seconds)
        return f"then {after[0].lower()}{after[1:]} for {lasting}"
    rests = course.length_s > course.breaths * course.pattern.cycle_s + 0.5
    return f"then {AS_IT_COMES[0].lower()}{AS_IT_COMES[1:]}" if rests else "then that was it"


def left(course: Course, t: float) -> str:
    """Say how much is still to come at `t` seconds: 0:42 left."""
    # A second counts until it is over, so that the last one shown is 0:01.
    whole = max(0, ceil(course.length_s - t))
    return f"{whole // 60}:{whole % 60:02} left"


def breath(course: Course, moment: Moment) -> str:
    """Say which breath it is, where they are counted."""
    return f"Breath {moment.breath} of {course.breaths}" if course.pattern.breaths else ""


def length(seconds: float) -> str:
    """Name a length of time, to the nearest that one would say."""
    if seconds < 25:
        return _seconds(round(seconds))
    if seconds < 35:
        return "half a minute"
    if seconds < 52.5:
        return f"{round(seconds / 5) * 5} seconds"
    halves = round(seconds / 30)
    minutes, half = divmod(halves, 2)
    if minutes == 1:
        return "a minute and a half" if half else "a minute"
    return f"{_SPELT[minutes]} and a half minutes" if half else f"{_SPELT[minutes]} minutes"


def that_was(pattern: Pattern, done_s: float, *, whole: bool) -> str:
    """Say quietly what was done."""
    if whole and pattern.breaths:
        return f"That was {pattern.title[0].lower()}{pattern.title[1:]}."
    return f"That was {length(done_s)}."


def asked(seconds: int) -> str:
    """Name a length that can be chosen."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return f"{rest} seconds"
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def rhythm(pattern: Pattern) -> str:
    """Give the phases of one breath in their order, for those who don't see it drawn."""
    steps = (f"{act(pattern, place).lower()} {phase.seconds:g}" for place, phase in enumerate(pattern.phases))
    return f"One breath: {', '.join(steps)} seconds"


def _seconds(seconds: float) -> str:
    return "1 second" if seconds == 1 else f"{seconds:g} seconds"


_SPELT = ("no", "one", "two", "three", "four", "five", "six")
