"""What is written about a call, to read: the reflection, the promises, the times of calm."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.domain.journal import CalmSession, FollowUp, Promise, Reflection, Rephrasing
from app.language import marked, tr
from app.report import measured, words
from app.report.journal_page import WRITTEN
from app.ui.history.words import time_of
from app.ui.journal.words import day
from app.ui.pieces import parts
from app.ui.pieces.moods import Face
from app.ui.pieces.theme import SPACE
from app.ui.review.phrase_row import better_phrase

NOT_FINISHED = marked("Not finished yet. Go on with it whenever you like.")
NOTHING_WRITTEN = marked("Nothing is written in it yet.")


def reflection_card(
    reflection: Reflection, titles: Mapping[str, str], rephrasings: Sequence[Rephrasing] = ()
) -> QFrame:
    """Give a reflection to read with its better phrases; `titles` are those of techniques by their ids."""
    at = reflection.begun_at.astimezone()
    held: list[QWidget] = [parts.words(f"{day(at.date())}, {time_of(at)}", "caption")]
    if reflection.finished_at is None:
        held.append(parts.words(tr(NOT_FINISHED), "soft"))
    moods = [
        (when, mood)
        for when, mood in ((tr("Before"), reflection.mood_before), (tr("After"), reflection.mood_after))
        if mood is not None
    ]
    if moods:
        held.append(parts.row(*(_mood(when, mood) for when, mood in moods)))
    texts = [*_texts(reflection, titles)]
    held += [_pair(title, text) for title, text in texts]
    if rephrasings:
        held.append(parts.words(tr("Better phrases"), "strong"))
        held += [better_phrase(each) for each in rephrasings]
    if not moods and not texts and not rephrasings:
        held.append(parts.words(tr(NOTHING_WRITTEN), "soft"))
    return parts.titled(tr("Your reflection"), *held)


def follow_ups_card(promises: Sequence[FollowUp]) -> QFrame:
    """Give what was promised in a call, and what became of it."""
    return parts.titled(tr("Promised in this call"), *(_pair(_state(each), each.text) for each in promises))


def calm_card(sessions: Sequence[CalmSession], patterns: Mapping[str, str]) -> QFrame:
    """Give the times of calm that belong to a call; `patterns` are titles by their ids."""
    return parts.titled(
        tr("Calm after it"),
        *(
            _pair(
                tr(
                    "{time}, {done} of {planned}",
                    time=time_of(each.began_at),
                    done=words.span(each.done_s),
                    planned=words.span(each.planned_s),
                ),
                patterns.get(each.pattern, each.pattern),
            )
            for each in sessions
        ),
    )


def _texts(reflection: Reflection, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, title in WRITTEN.items():
        if text := getattr(reflection, name):
            yield title, text
    if reflection.techniques:
        yield (
            tr("Techniques used"),
            "\n".join(
                titles.get(each.technique, each.technique)
                + (f": {measured.told(each.evidence)}" if each.evidence else "")
                for each in reflection.techniques
            ),
        )
    if reflection.tags:
        yield tr("Tags"), ", ".join(reflection.tags)


def _state(promise: FollowUp) -> str:
    if promise.state is Promise.OPEN:
        return tr("Open, due {day}", day=day(promise.due)) if promise.due else tr("Open, no day named")
    kept = promise.state is Promise.DONE
    if promise.closed_at is None:
        return tr("Kept") if kept else tr("Missed")
    on = day(promise.closed_at.astimezone().date())
    return tr("Kept on {day}", day=on) if kept else tr("Missed on {day}", day=on)


def _mood(when: str, mood: int) -> QWidget:
    shown = QWidget()
    line = QHBoxLayout(shown)
    line.setContentsMargins(0, 0, SPACE * 2, 0)
    line.setSpacing(SPACE)
    line.addWidget(Face(mood), 0, Qt.AlignmentFlag.AlignVCenter)
    told = parts.words(f"{when}: {words.MOODS[mood]}")
    told.setWordWrap(False)
    line.addWidget(told)
    return shown


def _pair(title: str, text: str) -> QWidget:
    told = parts.words("\n".join(words.plain(line) for line in text.splitlines()))
    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return parts.stack(parts.words(title, "caption"), told, spacing=SPACE // 4)
