"""Every state of Reflect and of the follow-ups to look at: a function a state."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.journal import FollowUp, Promise, Reflection
from app.storage import calls, follow_ups, reflections
from app.storage.cipher import Database
from app.storage.schema import new_id
from app.ui.follow_ups.list import FollowUpList
from app.ui.pieces import theme
from app.ui.pieces.parts import card, page, words
from app.ui.reflect.form import ReflectionForm
from app.ui.window import Window
from tests.pictures.journal_pictures import wait, window

TALL = 2300
"""Pixels in which a whole reflection is seen at once."""


def write(made: Window, work: Callable[[Database], Any]) -> Any:
    journal = made.journal.journal
    assert journal is not None
    return journal.write("pictures", work).result()


def start(*, written: bool = True, count: int | None = 5) -> Window:
    made = window("reflect", calls=count)
    if written:
        write(made, write_reflections)
        made.diary.tell_changed("reflection")
    wait(lambda: not count or made.reflect.start.last.isVisible())
    QTest.qWait(200)
    return made


def write_reflections(db: Database) -> None:
    for place, call in enumerate(calls.recent(db, 4)):
        reflections.save(
            db,
            Reflection(
                new_id(),
                call.id,
                call.began_at + timedelta(minutes=20),
                None if place == 1 else call.began_at + timedelta(minutes=22),
                mood_before=2,
                mood_after=3 + place % 2,
                went_well="I let the whole story come out before I looked anything up." if place != 2 else "",
                next_time="Say back what I heard, before the fix.",
                tags=("refund",),
            ),
        )


def form(*, tall: bool = True, wide: int = 1040) -> Window:
    made = start(written=False)
    made.resize(wide, TALL if tall else 720)
    made.reflect.start.last.click()
    wait(lambda: made.reflect.form is not None)
    shown = made.reflect.form
    assert shown is not None
    wait(lambda: bool(shown.techniques.ticks))
    QTest.qWait(100)
    return made


def written(**how: Any) -> Window:
    made = form(**how)
    shown = made.reflect.form
    assert shown is not None
    shown.before.buttons[2].click()
    shown.after.buttons[4].click()
    shown.hot_button.setEditText("Being interrupted")
    shown.went_well.setPlainText("I let the whole story come out, and said back what I had heard.")
    shown.next_time.setPlainText("Give the reason with the no, and the sooner the better.")
    next(iter(shown.techniques.ticks.values())).click()
    shown.techniques.others.add("point-of-empathy")
    for row in shown.promises.rows[:1]:
        row.tick.click()
    shown.tags.add("refund")
    shown.tags.add("late delivery")
    shown.save()
    QTest.qWait(300)
    return made


def more_questions() -> Window:
    made = form()
    assert made.reflect.form is not None
    made.resize(1040, TALL + 900)
    made.reflect.form.questions.more.click()
    QTest.qWait(100)
    return made


def elsewhere() -> Window:
    made = start(written=False)
    made.resize(1040, 1500)
    made.reflect.start.elsewhere.click()
    wait(lambda: made.reflect.form is not None)
    QTest.qWait(100)
    return made


def gone() -> Window:
    made = form(tall=False)
    shown = made.reflect.form
    assert isinstance(shown, ReflectionForm)
    call_id = shown.start.call_id
    assert call_id is not None
    write(made, lambda db: calls.delete(db, call_id))
    shown.went_well.setPlainText("I stayed with the facts.")
    shown.save()
    QTest.qWait(300)
    return made


def finished() -> Window:
    made = written()
    made.resize(1040, 720)
    assert made.reflect.form is not None
    made.reflect.form.finish()
    wait(lambda: made.reflect.form is None)
    QTest.qWait(200)
    return made


def deleted() -> Window:
    made = written()
    made.resize(1040, 720)
    assert made.reflect.form is not None
    made.reflect.form.delete.click()
    wait(lambda: bool(made.reflect.start.undo.text))
    wait(lambda: made.reflect.start.last.text() == "Reflect on the last call")
    QTest.qWait(200)
    return made


def make_follow_ups(db: Database) -> None:
    today, now = date.today(), datetime.now(UTC)
    for text, due in (
        ("Call them back about the refund", today),
        (
            "Send the return label once more, with the right street and the number of the house",
            today - timedelta(2),
        ),
        ("Let them know when the engineer comes", today + timedelta(3)),
        ("Ask the billing team about the second letter", None),
    ):
        follow_ups.save(db, FollowUp(new_id(), text, due, now))
    for place in range(6):
        made = FollowUp(new_id(), f"Ring back about order {4021 + place}", today - timedelta(4), now)
        follow_ups.save(db, made)
        state = Promise.MISSED if place == 2 else Promise.DONE
        follow_ups.close(db, made.id, state, now - timedelta(days=place))


def listed(*, due_only: bool, filled: bool = True, closed: bool = False, edit: bool = False) -> QWidget:
    made = window(calls=2)
    if filled:
        write(made, make_follow_ups)
    shown = FollowUpList(made.diary, due_only=due_only)
    held = page(card(words("Follow-ups", "strong"), shown))
    held.held_by = made  # type: ignore[attr-defined]
    held.resize(720, 900 if filled else 300)
    held.show()
    wait(lambda: bool(shown.rows) or not filled)
    if closed:
        shown.show_closed.click()
        held.resize(720, 1300)
    if edit:
        shown.rows[1].edit(day=True)
        shown.add.click()
    elif filled:
        shown.rows[0].setFocus()
    QTest.qWait(150)
    return held


def large(make: Callable[[], QWidget], height: int = 400) -> QWidget:
    theme.current().scale(2)
    made = make()
    made.resize(560, height)
    QTest.qWait(100)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "reflect-none": lambda: start(written=False, count=None),
    "reflect-first": lambda: start(written=False, count=0),
    "reflect-start": start,
    "reflect-form": form,
    "reflect-written": written,
    "reflect-beside": lambda: written(tall=False, wide=1500),
    "reflect-questions": more_questions,
    "reflect-elsewhere": elsewhere,
    "reflect-gone": gone,
    "reflect-finished": finished,
    "reflect-deleted": deleted,
    "reflect-start-large": lambda: large(start),
    "reflect-written-large": lambda: large(written),
    "reflect-written-large-tall": lambda: large(written, 4400),
    "follow-ups": lambda: listed(due_only=False),
    "follow-ups-closed": lambda: listed(due_only=False, closed=True),
    "follow-ups-edit": lambda: listed(due_only=False, edit=True),
    "follow-ups-empty": lambda: listed(due_only=False, filled=False),
    "follow-ups-due": lambda: listed(due_only=True),
    "follow-ups-due-none": lambda: listed(due_only=True, filled=False),
    "follow-ups-large": lambda: large(lambda: listed(due_only=False), 900),
}
