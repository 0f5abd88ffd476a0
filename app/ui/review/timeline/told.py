"""What the timeline says in words: short labels, tool tips, and the sentence for who can't see it."""

from typing import TYPE_CHECKING

from app.domain.timeline import Gap, Speaker, seconds
from app.language import Texts, marked, tr, trn
from app.report import words
from app.ui.review.timeline.span import View

if TYPE_CHECKING:
    from app.ui.review.timeline.index import Group, Indexed

SHORT = Texts(
    {
        "simultaneous_start": "same moment",
        "backchannel": "listening sound",
        "early_response": "a little early",
        "interruption_success": "cut in",
        "interruption_failed": "cut in, gave way",
        "competitive_overlap": "kept talking",
        "cooperative_overlap": "brief overlap",
    }
)
"""What an overlap's label is called where there is little room."""

HEATED = marked("heated")
NOT_HEARD = marked("not heard")
NO_SOUND = marked("No sound")
"""What is written into the timeline."""


def time(t: float, step_s: float = 1.0) -> str:
    """Give a place in the call (samples), in tenths of a second where the steps are finer than one."""
    at = max(0.0, seconds(round(t)))
    if step_s >= 1:
        return words.clock(at + 1e-6)
    tenths = round(at * 10)
    return f"{words.clock(tenths // 10)}.{tenths % 10}"


def fine(t: float) -> str:
    """Give a place in the call (samples) to the tenth of a second."""
    return time(t, 0.1)


def short(label: str, by: Speaker) -> str:
    """Say in two or three words what an overlap was, and by whom."""
    return SHORT[label] if label == "simultaneous_start" else f"{words.PEOPLE[by]}: {SHORT[label]}"


def overlap(indexed: "Indexed", place: int) -> str:
    """Say what an overlap was measured as, why, how long it took, and the user's own word for it."""
    found = indexed.shown.report.overlaps[place]
    told = [
        f"{fine(found.start)}  {words.overlap(found.label, found.by)}, "
        f"{words.span(seconds(found.end - found.start))}",
        words.addressed(words.plain(found.reason)),
    ]
    own = indexed.shown.labels.get(place)
    if own == found.label:
        told.append(tr("You say that this is right."))
    elif own is not None and own in SHORT:
        told.append(tr("Your label: {overlap}", overlap=words.overlap(own, found.by)))
    return "\n".join(told)


def overlaps(indexed: "Indexed", group: "Group") -> str:
    """Say what happened where overlaps are too near to each other to be told apart."""
    if group.count == 1:
        return overlap(indexed, indexed.places[group.top])
    last = indexed.overlap(group.last - 1).start
    own, theirs = (indexed.cut_ins(by, group.first, group.last) for by in Speaker)
    told = [trn("{n} cut-in by you", "{n} cut-ins by you", own)] if own else []
    told += [trn("{n} cut-in by the customer", "{n} cut-ins by the customer", theirs)] if theirs else []
    rest = group.count - own - theirs
    told += [trn("{n} other overlap", "{n} other overlaps", rest)] if rest else []
    begun = tr("{start} to {end}", start=words.moment(group.t), end=words.moment(last))
    return "\n".join([begun, *told])


def pin(indexed: "Indexed", number: int) -> str:
    """Say what a hint was, or what was noted at a mark."""
    t, cue = indexed.pins.times[number], indexed.cues[number]
    if cue is None:
        note = words.plain(indexed.notes.get(t, "")).strip()
        return f"{words.moment(t)}  {tr('You marked this')}" + (f"\n{note}" if note else "")
    told = f"{words.moment(t)}  {words.KINDS.get(cue.kind, cue.kind)}\n{words.plain(cue.text)}"
    return told + (f"\n{words.addressed(words.plain(cue.evidence))}" if cue.evidence else "")


def pins(indexed: "Indexed", group: "Group") -> str:
    """Say what the pins of one place are."""
    told = [pin(indexed, number) for number in range(group.first, min(group.last, group.first + 5))]
    left = group.count - len(told)
    return "\n".join([*told, tr("and {left} more", left=left)] if left else told)


def gap(found: Gap) -> str:
    """Say what was not heard, for how long and why."""
    whose, length, why = words.missing(found)
    begun = f"{fine(found.start)}  {tr(NOT_HEARD).capitalize()}: {whose}, {length}\n" if whose else ""
    return begun + (why if begun else f"{fine(found.start)}  {why}")


def seen(view: View) -> str:
    """Say which part of the call is in view."""
    if view.is_whole:
        return tr("The whole call, {time}", time=time(view.length))
    step = 0.1 if seconds(round(view.span)) < 20 else 1.0
    return tr(
        "{start} to {end} of {all}",
        start=time(view.start, step),
        end=time(view.end, step),
        all=time(view.length),
    )


def seen_at_most(view: View) -> str:
    """Give the longest that `seen` may say of a call."""
    end = view.length
    part = tr("{start} to {end} of {all}", start=fine(end), end=fine(end), all=time(end))
    return max(part, seen(View.whole(end)), key=len)


def summary(indexed: "Indexed", view: View, cursor: int, *, sound: bool) -> str:
    """Give the whole timeline in words: what is in the call, what is in view, and where the cursor is."""
    report, shown = indexed.shown.report, indexed.shown
    told = [tr("{span} long", span=words.span(seconds(shown.length)))]
    if not shown.done:
        told.append(tr("{span} of it heard so far", span=words.span(seconds(shown.until))))
    spoke = {who: sum(spurt.speaker is who for spurt in report.spurts) for who in Speaker}
    told.append(trn("you spoke {n} time", "you spoke {n} times", spoke[Speaker.AGENT]))
    if indexed.blind:
        told.append(tr("customer not measurable"))
    else:
        own, theirs = (indexed.cut_ins(by) for by in Speaker)
        told.append(trn("the customer {n} time", "the customer {n} times", spoke[Speaker.CUSTOMER]))
        told.append(tr("cut-ins: {own} by you, {theirs} by the customer", own=own, theirs=theirs))
        rest = len(report.overlaps) - own - theirs
        told.append(trn("{n} other overlap", "{n} other overlaps", rest))
    told.append(trn("{n} mark", "{n} marks", len(shown.marks)))
    told.append(trn("{n} hint", "{n} hints", len(report.cues)))
    if report.heated:
        told.append(trn("{n} heated stretch", "{n} heated stretches", len(report.heated)))
    if not sound:
        told.append(tr("drawn without its sound"))
    parts = "; ".join(told)
    return tr("{parts}. In view: {seen}. Cursor at {time}.", parts=parts, seen=seen(view), time=fine(cursor))


def at(indexed: "Indexed", t: int) -> str:
    """Say in one line what is at a sample: a mark, an overlap, or who speaks."""
    if t in indexed.notes:
        note = words.plain(indexed.notes[t]).strip()
        return tr("{time}, your mark", time=fine(t)) + (f": {note}" if note else "")
    here = [place for place in indexed.places if indexed.shown.report.overlaps[place].start == t]
    if here:
        found = indexed.shown.report.overlaps[here[0]]
        return f"{fine(t)}, {words.overlap(indexed.label(here[0]), found.by)}"
    speaking = [words.PEOPLE[who] for who in Speaker if indexed.speech[who].count(t, t + 1)]
    if not speaking:
        return tr("{time}, nobody speaks", time=fine(t))
    if len(speaking) == 1:
        return tr("{time}, {who} speaking", time=fine(t), who=speaking[0])
    return tr("{time}, {one} and {other} speaking", time=fine(t), one=speaking[0], other=speaking[1])
