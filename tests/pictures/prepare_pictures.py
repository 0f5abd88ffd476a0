"""Every state of Prepare, and of what was prepared in a call and after it, to look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.journal import ChecklistItem, ChecklistRun, Tick
from app.ui.call.hud import Hud
from app.ui.call.summary import Summary
from app.ui.call.watch import CallWatch
from app.ui.pieces import theme
from app.ui.window import Window
from tests.journals import NOON
from tests.pictures import call_pictures
from tests.pictures.journal_pictures import wait, window
from tests.ui import kept
from tests.ui.recorded import PlayedCall

PURPOSE = "Get the parcel to her by Friday, and let her see that somebody minds"
RUN = ChecklistRun(
    id=1,
    title="Complaint",
    run_at=NOON,
    purpose=PURPOSE,
    hurdle="She has heard 'three working days' twice already",
    answer="Start with what I can send today, and give the reason afterwards",
    hot_button="Being called a liar",
    ticks=(
        Tick(ChecklistItem("Let them reach the end of the story before I answer", "listen-fully"), True),
        Tick(ChecklistItem("Say back what I heard, and ask what I've missed", "paraphrase"), True, 1_486_400),
        Tick(
            ChecklistItem("Bring two options for what can happen from here", "future-focus"), False, 1_715_200
        ),
        Tick(ChecklistItem("Look for the need behind the complaint, and agree on it", "whole-story")),
    ),
)


def prepare(*, calls: int | None = 12, call_type: str = "complaint", tall: bool = True) -> Window:
    """The page as it is when one comes to it."""
    made = window("prepare", calls=calls)
    made.settings.change(call_type=call_type)
    made.prepare.refresh()
    made.resize(1040, 900 if tall else 720)
    if calls is not None:
        wait(lambda: made.prepare.form.edit.isEnabled())
    QTest.qWait(50)
    return made


def filled(**chosen: object) -> Window:
    """A preparation as it may be a moment before the call."""
    made = prepare(**chosen)  # type: ignore[arg-type]
    form = made.prepare.form
    form.purpose.setText(RUN.purpose)
    form.hurdle.setText(RUN.hurdle)
    form.answer.setText(RUN.answer)
    form.hot_button.setEditText(RUN.hot_button)
    for place in (0, 2, 4):
        form.checks.rows[place].box.setChecked(True)
    form.checks.rows[4].box.setFocus()
    return made


def many_today() -> Window:
    """The fourth complaint of the day."""
    made = prepare(calls=1)
    journal = made.journal.journal
    assert journal is not None
    for hour in range(3):
        kept.add(journal, began_at=datetime.combine(date.today(), time(hour, 5)).astimezone())
    made.diary.tell_changed("call")
    wait(lambda: not made.prepare.form.first_customer.isHidden())
    return made


def editor(*, size: tuple[int, int] = (1040, 1000)) -> Window:
    """A checklist being edited."""
    made = prepare()
    made.resize(*size)
    made.prepare.form.edit.click()
    QTest.qWait(50)
    return made


def edited() -> Window:
    """A version of one's own, from which a check was just deleted."""
    made = editor()
    edit = made.prepare.editor
    edit.items.rows[3].delete.click()
    edit.items.rows[2].line.setFocus()
    QTest.qWait(50)
    return made


def refused() -> Window:
    """A file that could not be imported."""
    made = editor()
    path = made.journal.folder.parent / "from-a-colleague.toml"
    path.write_text('[[checklist]]\ntitle = "Ours"\ncall_type = "complain"\nchecks = []\n', encoding="utf-8")
    made.prepare.editor.import_from(path)
    QTest.qWait(50)
    return made


def large(make: Callable[[], Window]) -> Window:
    theme.current().scale(2)
    made = make()
    made.resize(560, 400)
    QTest.qWait(50)
    return made


def running(run: ChecklistRun = RUN) -> QWidget:
    """In a call with a purpose."""
    made, call = call_pictures.page(), PlayedCall()
    made.begin(call_pictures.NAME, "complaint", run)
    call.play(65.0)
    made.watch.watch(call)
    return made


def hud(purpose: str = PURPOSE) -> QWidget:
    watch, call = CallWatch(), PlayedCall()
    made = Hud(watch, call_pictures.own())
    made.begin("complaint", purpose)
    call.play(65.0)
    watch.watch(call)
    return made


def summary() -> QWidget:
    """After a call: what was prepared, and what of it was heard."""
    made, call = call_pictures.page(), PlayedCall()
    made.resize(840, 1100)
    made.begin(call_pictures.NAME, "complaint", RUN)
    made.watch.watch(call)
    call.finish()
    made.show()
    wait(lambda: isinstance(made.after, Summary))
    QTest.qWait(400)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "prepare": prepare,
    "prepare-small": lambda: prepare(tall=False),
    "prepare-none": lambda: prepare(calls=None),
    "prepare-filled": filled,
    "prepare-refusal": lambda: prepare(call_type="refusal"),
    "prepare-many-today": many_today,
    "prepare-large": lambda: large(filled),
    "prepare-editor": editor,
    "prepare-editor-own": edited,
    "prepare-editor-refused": refused,
    "prepare-editor-large": lambda: large(editor),
    "prepare-in-call": running,
    "prepare-hud": hud,
    "prepare-hud-long": lambda: hud(PURPOSE * 3),
    "prepare-hud-none": lambda: hud(""),
    "prepare-summary": summary,
    "prepare-in-call-long": lambda: running(replace(RUN, purpose=PURPOSE * 4)),
}
