"""The rows of what was said: lines, marks and gaps in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.timeline import Speaker
from app.language import marked, tr
from app.report import words
from app.ui.call.transcript import SIGNS, gap
from app.ui.review.shown import Shown

CORRECTED = marked("(corrected)")
GROWING = marked("What is said appears here while the review runs.")
NO_WORDS = marked("No words were made out in this call.")
NOT_KEPT = marked(
    "What was said in this call is not kept any more, as Settings has it. The times and numbers stay; "
    "reviewing its recording again brings the words back."
)
NO_ENGINE = marked(
    "The words were not listened to: no speech recognition was used. Install a model in Settings and review "
    "the recording again to have them."
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: when (samples), who or what it is, its text, and the token its front is coloured with.

    `place` is the line's place in the transcript, None for a mark or a gap; `mine` whether the agent says
    it; `heard` the measured text of a line that was corrected.
    """

    start: int
    who: str
    text: str
    colour: str = "ink_soft"
    place: int | None = None
    mine: bool = False
    heard: str | None = None

    @property
    def told(self) -> str:
        """The row's state as somebody hears it."""
        if self.place is None:
            return f"{self.text}"
        state = (
            tr("Corrected. Heard as: {heard}", heard=self.heard)
            if self.heard is not None
            else tr("As heard.")
        )
        return tr(
            "Line at {moment}, {who}. {state}", moment=words.moment(self.start), who=self.who[2:], state=state
        )


def rows(shown: Shown) -> list[Row]:
    """Give the rows of a call in order of time."""
    made = [
        Row(
            line.start,
            f"{SIGNS[line.speaker]} {words.PEOPLE[line.speaker]}",
            words.plain(line.text),
            str(line.speaker),
            place,
            line.speaker is Speaker.AGENT,
            words.plain(shown.heard[place]) if place in shown.heard else None,
        )
        for place, line in enumerate(shown.report.transcript)
    ]
    made += [
        Row(
            mark.t,
            tr("▸ Mark"),
            words.plain(mark.note) or tr("You marked {moment}.", moment=words.moment(mark.t)),
        )
        for mark in shown.marks
    ]
    made += [Row(lost.start, tr("… Gap"), gap(lost)) for lost in shown.report.gaps]
    return sorted(made, key=lambda row: row.start)


def lacking(shown: Shown) -> str:
    """Say why there are no lines, "" where there are some."""
    if shown.report.transcript:
        return ""
    if not shown.done:
        return tr(GROWING)
    if shown.report.engine is None:
        return tr(NO_ENGINE)
    return tr(NOT_KEPT) if shown.call is not None and shown.report.spurts else tr(NO_WORDS)


def changed(before: Sequence[Row], now: Sequence[Row]) -> tuple[int, int]:
    """Give how many rows at the beginning and how many at the end are the same."""
    most = min(len(before), len(now))
    first = next((at for at in range(most) if before[at] != now[at]), most)
    most -= first
    last = next((at for at in range(most) if before[-1 - at] != now[-1 - at]), most)
    return first, last
