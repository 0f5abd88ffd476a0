from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.domain.days import monday
from app.domain.focus import Focus
from app.domain.journal import Call, CallKind, FollowUp, Reflection
from app.domain.report import Engine, Measures
from app.domain.timeline import Cue
from app.settings import KeptSettings
from app.storage import calls, follow_ups, keys, reflections
from app.storage.journal import Journal
from app.storage.schema import new_id
from app.ui.pieces import theme
from app.ui.today.calls import when
from app.ui.today.focus import CHOSEN, reason
from app.ui.window import Window
from tests.journals import a_call, a_reflection, its_report
from tests.ui.at_the_journal import PATIENCE_MS, press, shown, unlock, until_locked
from tests.ui.kept import LIGHT, PASSPHRASE
from tests.ui.room import flaws
from tests.ui.walk import unnamed

TODAY = date.today()
Start = Callable[[], Window]


def at(days_ago: int, hour: int = 9, minute: int = 0) -> datetime:
    day = TODAY - timedelta(days=days_ago)
    return datetime(day.year, day.month, day.day, hour, minute).astimezone(UTC)


def had(began_at: datetime, *nudges: str, **fields: object) -> tuple[Call, tuple[Cue, ...]]:
    known = {
        "measures": Measures(talk_ratio=0.38, interruptions_agent=1),
        "engine": Engine("moonshine", "tiny"),
        "call_type": "billing",
        **fields,
    }
    cues = tuple(Cue(place, each, "nudge", "A hint", "") for place, each in enumerate(nudges))
    return a_call(began_at=began_at, ended_at=began_at + timedelta(minutes=9), **known), cues


@pytest.fixture
def journal_of(home: Path) -> Callable[..., None]:
    """Make a journal with these calls, in order of time, and reflections."""

    def make(*had: tuple[Call, tuple[Cue, ...]], written: tuple[Reflection, ...] = ()) -> None:
        folder = home / "journal"
        journal = Journal.open(folder, keys.create(folder, PASSPHRASE, LIGHT))
        try:
            for call, cues in had:
                report = its_report(call, cues=cues)
                journal.write("call", lambda db, c=call, r=report: calls.save(db, c, r, ())).result()
            for each in written:
                journal.write("reflection", lambda db, r=each: reflections.save(db, r)).result()
        finally:
            journal.close()

    return make


def come_in(start: Start, qtbot: QtBot) -> Window:
    """Open the window on its journal, and wait until Today has read it."""
    window = start()
    unlock(window, qtbot)
    read = window.journal.journal
    assert read is not None
    qtbot.waitUntil(lambda: not window.today._stale)
    read.read(lambda db: None).result()
    QApplication.processEvents()
    return window


def last_week(number: int, *nudges: str, hinted: int) -> list[tuple[Call, tuple[Cue, ...]]]:
    """Give calls of the week before this one, the first `hinted` of them with these hints."""
    back = (TODAY - monday(TODAY)).days + 3
    return [had(at(back, 8, place), *(nudges if place < hinted else ())) for place in range(number)]


def test_without_a_journal_it_says_what_evenkeel_does_and_invents_nothing(show_window: Start) -> None:
    page = show_window().today
    text = shown(page)
    assert "New here?" in text and "Calls are not kept" in text and "A starting point" in text
    assert "Last calls" not in text and "Due" not in text
    assert page.practice.isVisible() and page.prepare.isVisible() and page.start.isVisible()


def test_an_empty_journal_is_a_first_day(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    journal_of()
    text = shown(come_in(show_window, qtbot).today)
    assert "New here?" in text and "Calls are not kept" not in text and "Last calls" not in text


def test_the_last_calls_are_told_with_ratio_cut_ins_and_mood(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    felt, _ = one = had(at(0, 0, 3))
    unheard = had(at(0, 0, 4), measures=Measures(), call_type="complaint")
    practice = had(at(0, 0, 5), kind=CallKind.PRACTICE)
    wrote = a_reflection(call_id=felt.id, mood_after=4, begun_at=at(0, 0, 20))
    journal_of(one, unheard, practice, written=(wrote,))
    page = come_in(show_window, qtbot).today
    qtbot.waitUntil(lambda: len(page.calls.rows) == 3)
    assert [row.accessibleName() for row in page.calls.rows] == [
        "00:05, Billing, practice, talk ratio 38 %, 1 cut-in, not reflected on yet",
        "00:04, Complaint, no talk ratio, cut-ins unknown, not reflected on yet",
        "00:03, Billing, talk ratio 38 %, 1 cut-in, mood good",
    ]
    assert "New here?" not in shown(page)
    assert [row.reflect is None for row in page.calls.rows] == [False, False, True]


def test_the_arrows_go_through_the_calls_enter_opens_one_and_r_reflects_on_it(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    first, second = had(at(1)), had(at(0, 0, 5))
    wrote = a_reflection(call_id=first[0].id, mood_after=2)
    journal_of(first, second, written=(wrote,))
    window = come_in(show_window, qtbot)
    qtbot.waitUntil(lambda: len(window.today.calls.rows) == 2)
    for _ in range(40):
        if window.today.calls.rows[0].hasFocus():
            break
        press(window, "Tab")
    assert window.today.calls.rows[0].hasFocus()
    asked: list[tuple[str, int]] = []
    window.today.call_asked.disconnect()
    window.today.reflect_asked.disconnect()
    window.today.call_asked.connect(lambda id: asked.append(("open", id)))
    window.today.reflect_asked.connect(lambda id: asked.append(("reflect", id)))
    for key in ("Return", "R", "Down", "Down", "R", "Return", "Up", "Return"):
        press(window, key)
    first_id, second_id = first[0].id, second[0].id
    assert asked == [("open", second_id), ("reflect", second_id), ("open", first_id), ("open", second_id)]


def test_the_focus_comes_from_the_hints_of_two_weeks_with_its_reason(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    journal_of(*last_week(12, "listen-fully", hinted=7))
    window = come_in(show_window, qtbot)
    focus = window.today.focus
    qtbot.waitUntil(lambda: focus.technique.id == "listen-fully")
    assert "hint asked for this in 7 of 12 calls over two weeks." in focus.reason.text()
    assert focus.title.text() == "Let the whole story come out"
    assert focus.technique.try_saying[0] in focus.say.text()


def test_another_focus_is_chosen_by_keys_kept_all_week_and_given_up_again(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot, home: Path
) -> None:
    journal_of(*last_week(12, "listen-fully", hinted=7))
    window = come_in(show_window, qtbot)
    focus = window.today.focus
    qtbot.waitUntil(lambda: focus.technique.id == "listen-fully")
    focus.choice.setFocus()
    press(window, "Down")
    press(window, "Down")
    picked = focus.choice.currentData()
    kept = KeptSettings(home).now
    assert picked is not None and (kept.focus, kept.focus_week) == (picked, monday(TODAY).isoformat())
    assert focus.technique.id == picked and focus.reason.text() == CHOSEN
    press(window, "Home")
    assert KeptSettings(home).now.focus is None and focus.technique.id == "listen-fully"


def test_a_choice_of_last_week_is_over(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot, home: Path
) -> None:
    last = monday(TODAY) - timedelta(weeks=1)
    KeptSettings(home).change(focus="own-the-look", focus_week=last.isoformat())
    journal_of(*last_week(6, "stay-calm", hinted=6))
    focus = come_in(show_window, qtbot).today.focus
    qtbot.waitUntil(lambda: focus.technique.id == "stay-calm")
    assert focus.choice.currentIndex() == 0


def test_the_card_of_the_focus_opens_in_its_place(show_window: Start, qtbot: QtBot) -> None:
    window = show_window()
    focus = window.today.focus
    focus.see.setFocus()
    press(window, "Space")
    for part in (focus.technique.why, *focus.technique.avoid):
        assert part in shown(focus)
    press(window, "Space")
    assert focus.technique.why not in shown(focus)


def test_a_call_that_is_written_meanwhile_comes_to_the_list(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    journal_of(had(at(1)))
    window = come_in(show_window, qtbot)
    qtbot.waitUntil(lambda: len(window.today.calls.rows) == 1)
    call, _ = had(at(0, 0, 1))
    window.diary.write("call", lambda db: calls.save(db, call, its_report(call), ()))
    qtbot.waitUntil(lambda: len(window.today.calls.rows) == 2)
    window.go_to("calm")
    wrote = a_reflection(call_id=call.id, mood_after=5)
    window.diary.write("reflection", lambda db: reflections.save(db, wrote))
    qtbot.waitUntil(lambda: window.today._stale)
    window.go_to("today")
    qtbot.waitUntil(lambda: "mood light" in window.today.calls.rows[0].accessibleName())


def test_a_locked_journal_leaves_nothing_of_it(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    journal_of(*last_week(12, "listen-fully", hinted=7), had(at(0, 0, 1)))
    window = come_in(show_window, qtbot)
    qtbot.waitUntil(lambda: bool(window.today.calls.rows))
    press(window, "Ctrl+L")
    until_locked(window, qtbot)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    told = " ".join(label.text() for label in window.today.findChildren(QLabel))
    assert "talk ratio" not in told and " of 12 calls" not in told


@pytest.mark.parametrize("size", [(1040, 720, 1.0), (560, 400, 2.0)])
@pytest.mark.parametrize("day", ["first", "usual"])
def test_everything_is_whole_and_named(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot, size: tuple[int, int, float], day: str
) -> None:
    journal_of(*(last_week(12, "listen-fully", hinted=7) if day == "usual" else ()))
    window = come_in(show_window, qtbot)
    qtbot.waitUntil(lambda: bool(window.today.calls.rows) == (day == "usual"), timeout=PATIENCE_MS)
    window.today.focus.see.click()
    theme.current().scale(size[2])
    window.resize(*size[:2])
    qtbot.waitUntil(lambda: not [*flaws(window.today)], timeout=PATIENCE_MS)  # once all has its place
    assert not [*unnamed(window.today)]


@pytest.mark.parametrize(
    ("focus", "told"),
    [
        (
            Focus("x"),
            "A starting point that helps in any call. Once you have 5 calls in two weeks, they decide.",
        ),
        (Focus("x", 0, 1, 1), "Once you have 5 calls in two weeks (1 so far), they decide."),
        (Focus("x", 0, 2, 10), "in most of your calls only a part could be heard"),
        (Focus("x", 0, 9, 10), "in 10 calls over two weeks no hint came often"),
        (Focus("x", 7, 12, 12), "A hint asked for this in 7 of 12 calls over two weeks."),
        (Focus("x", 7, 9, 12), "in 7 of 9 calls over two weeks; in 3 more it could not be heard."),
        (Focus("x", 7, 12, 12, again=True), "Still the one: a hint asked for this"),
        (Focus("x", 7, 12, 12, 1), "You noted using it in 1 reflection."),
    ],
)
def test_the_reason_says_what_is_known(focus: Focus, told: str) -> None:
    assert told in reason(focus)


@pytest.mark.parametrize(
    ("began", "told"),
    [
        (datetime(2026, 11, 18, 9, 5), "09:05"),
        (datetime(2026, 11, 17, 23, 59), "yesterday 23:59"),
        (datetime(2026, 11, 16, 9, 5), "Mon 09:05"),
        (datetime(2026, 11, 12, 9, 5), "Thu 09:05"),
        (datetime(2026, 11, 11, 9, 5), "11 Nov 09:05"),
        (datetime(2026, 11, 19, 9, 5), "19 Nov 09:05"),
    ],
)
def test_when_a_call_was(began: datetime, told: str) -> None:
    assert when(began.astimezone(), date(2026, 11, 18)) == told


def test_what_is_due_is_there_even_where_no_call_is(
    show_window: Start, journal_of: Callable[..., None], qtbot: QtBot
) -> None:
    journal_of()
    window = come_in(show_window, qtbot)
    made = FollowUp(new_id(), "send the label", TODAY, datetime.now(UTC))
    assert not window.today.follow_ups.isVisible()
    window.diary.write("follow-up", lambda db: follow_ups.save(db, made))
    qtbot.waitUntil(lambda: "send the label" in shown(window.today))
