"""Calls of the window in the journal: written while it is open, else afterwards, with own labels."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.content import load_coaching
from app.domain.journal import Call, CallKind
from app.domain.report import Report
from app.paths import data_folder, journal_folder, resources_folder
from app.session.scribe import WRITTEN_AGAIN
from app.settings import KeptSettings
from app.storage import calls
from app.storage.journal import Journal
from app.ui.call import keeping
from app.ui.call.current import CurrentCall
from app.ui.call.page import CallPage
from app.ui.call.summary import Summary
from app.ui.journal.open_journal import Standing
from app.ui.settings import inputs
from app.ui.window import Window
from tests.journals import KEY, as_kept
from tests.pictures.call_pictures import own
from tests.ui.kept import PASSPHRASE, make
from tests.ui.recorded import PlayedCall
from tests.unit.session.test_scribe import room

KEPT = "Kept in your journal; what was said is kept until you have reflected on it."


@pytest.fixture
def journal(home: Path) -> Iterator[Journal]:
    opened = Journal.open(journal_folder(), KEY)
    yield opened
    opened.close()


class Screen:
    """The call of now and its page, tied together as the window ties them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.settings = KeptSettings(data_folder())
        self.calls = CurrentCall(self.settings)
        self.page = CallPage(self.calls.watch, own())
        qtbot.addWidget(self.page)
        self.calls.begun.connect(self.page.begin)
        self.calls.kept.connect(self.page.show_kept)
        self.page.relabelled.connect(self.calls.label)
        self.told: list[str] = []
        self.broke: list[object] = []
        self.calls.told.connect(self.told.append)
        self.calls.broke.connect(self.broke.append)
        self.page.show()

    def begin(self, *, practice: bool = False) -> PlayedCall:
        call = PlayedCall()
        self.calls.practice = practice
        self.calls.take(call, "complaint")
        return call

    @property
    def summary(self) -> Summary:
        assert isinstance(self.page.after, Summary)
        return self.page.after

    @property
    def sentence(self) -> str:
        """What the summary says of the journal."""
        return self.summary.kept.text() if self.summary.kept.isVisible() else ""

    def relabel(self, place: int, label: str) -> None:
        choice = self.summary.overlaps.choices[place]
        choice.setCurrentIndex(choice.findData(label))
        choice.activated.emit(choice.currentIndex())


@pytest.fixture
def screen(qtbot: QtBot) -> Iterator[Screen]:
    made = Screen(qtbot)
    yield made
    made.calls.close()


def end(screen: Screen, call: PlayedCall, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.calls.watch.ended):
        call.finish()


def kept(journal: Journal) -> list[tuple[Call, Report]]:
    """The calls in the journal that are over, the newest first."""
    found = journal.read(lambda db: calls.recent(db, 10)).result()
    return [(call, journal.read(lambda db, id=call.id: calls.report(db, id)).result()) for call in found]


def labels(journal: Journal) -> dict[int, str]:
    ((call, _),) = kept(journal)
    return journal.read(lambda db: calls.own_labels(db, call.id)).result()


def wait(qtbot: QtBot, reached: Callable[[], bool]) -> None:
    qtbot.waitUntil(reached, timeout=20_000)


def test_a_choice_that_could_not_be_written_down_holds_all_the_same(
    screen: Screen, journal: Journal, home: Path, qtbot: QtBot
) -> None:
    (home / "settings.json").mkdir()  # nothing can take its place
    screen.settings.change(transcript_kept="never")
    assert screen.settings.told
    screen.calls.journal = journal
    end(screen, screen.begin(), qtbot)
    wait(qtbot, lambda: "nothing of what was said is kept" in screen.sentence)
    ((_, report),) = kept(journal)
    assert report.transcript == ()


@pytest.mark.parametrize("practice", [False, True])
def test_a_call_is_written_while_it_is_heard_and_the_summary_says_so(
    screen: Screen, journal: Journal, qtbot: QtBot, practice: bool
) -> None:
    screen.calls.journal = journal
    call = screen.begin(practice=practice)
    call.play(60.0)
    wait(qtbot, lambda: bool(journal.read(calls.unfinished).result()))
    assert screen.calls.writing
    end(screen, call, qtbot)
    wait(qtbot, lambda: screen.sentence == KEPT)
    assert not screen.calls.writing
    ((record, report),) = kept(journal)
    assert record.kind is (CallKind.PRACTICE if practice else CallKind.LIVE)
    assert record.call_type == "complaint" and record.marks == 1
    assert call.report is not None and report == as_kept(call.report)
    assert screen.told == screen.broke == []


def test_labels_of_the_summary_and_their_undoing_are_kept(
    screen: Screen, journal: Journal, qtbot: QtBot
) -> None:
    screen.calls.journal = journal
    call = screen.begin()
    end(screen, call, qtbot)
    screen.relabel(0, "early_response")
    screen.relabel(1, "backchannel")
    wait(qtbot, lambda: screen.sentence == KEPT and len(labels(journal)) == 2)
    measured = call.told.overlaps[0].label
    screen.relabel(0, measured)
    wait(qtbot, lambda: labels(journal) == {1: "backchannel"})


def test_a_call_of_the_journal_is_shown_and_relabelled(
    screen: Screen, journal: Journal, qtbot: QtBot
) -> None:
    screen.calls.journal = journal
    end(screen, screen.begin(), qtbot)
    wait(qtbot, lambda: bool(kept(journal)))
    ((record, report),) = kept(journal)
    screen.page.show_report(record, report)
    screen.relabel(0, "early_response")
    wait(qtbot, lambda: labels(journal) == {0: "early_response"})
    assert screen.summary.report.overlaps[0].label == "early_response"


@pytest.mark.parametrize("there", [False, True])
def test_a_journal_that_opens_after_the_call_gets_it_whole(
    screen: Screen, tmp_path: Path, qtbot: QtBot, there: bool
) -> None:
    if there:
        Journal.open(journal_folder(), KEY).close()
    first = screen.begin()
    end(screen, first, qtbot)
    second = screen.begin()
    end(screen, second, qtbot)
    assert screen.sentence == (keeping.LOCKED if there else keeping.NO_JOURNAL)
    screen.relabel(1, "backchannel")
    journal = Journal.open(journal_folder(), KEY)
    screen.calls.journal = journal
    wait(qtbot, lambda: screen.sentence == KEPT and len(kept(journal)) == 2)
    for record, report in kept(journal):
        assert first.report is not None and report == as_kept(first.report) and not record.broken_off
    newest, _ = kept(journal)[0]
    assert journal.read(lambda db: calls.own_labels(db, newest.id)).result() == {1: "backchannel"}
    journal.close()


def test_a_journal_locked_after_the_call_gets_later_labels_when_it_is_open_again(
    screen: Screen, home: Path, qtbot: QtBot
) -> None:
    journal = Journal.open(journal_folder(), KEY)
    screen.calls.journal = journal
    end(screen, screen.begin(), qtbot)
    wait(qtbot, lambda: not screen.calls.writing)
    screen.calls.journal = None
    journal.close()
    screen.relabel(0, "early_response")
    journal = Journal.open(journal_folder(), KEY)
    screen.calls.journal = journal
    wait(qtbot, lambda: labels(journal) == {0: "early_response"})
    journal.close()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"transcript_kept": "never"}, "Kept in your journal; nothing of what was said is kept."),
        (
            {"transcript_kept": "days", "transcript_days": 7},
            "Kept in your journal; what was said is kept for 7 days.",
        ),
    ],
)
def test_what_is_kept_goes_by_the_settings(
    screen: Screen, journal: Journal, qtbot: QtBot, chosen: dict[str, object], said: str
) -> None:
    screen.settings.change(**chosen)
    screen.calls.journal = journal
    end(screen, screen.begin(), qtbot)
    wait(qtbot, lambda: screen.sentence == said)
    ((_, report),) = kept(journal)
    assert bool(report.transcript) == ("never" not in chosen.values())


def test_a_full_disk_is_said_in_the_window_and_so_is_its_end(
    screen: Screen, journal: Journal, qtbot: QtBot
) -> None:
    screen.calls.journal = journal
    most = room(journal, 1)
    call = screen.begin()
    long = replace(call.told.transcript[0], text="and what is more, " * 2000)
    with qtbot.waitSignal(screen.calls.watch.ended):
        call.finish(replace(call.told, transcript=(long,)))
    wait(qtbot, lambda: len(screen.told) == 1)
    assert "Make some room there" in screen.told[0] and "Make some room there" in screen.sentence
    assert not screen.calls.writing, "a journal that can't be written may be closed"
    room(journal, most + 1000)
    screen.relabel(0, "early_response")
    wait(qtbot, lambda: screen.sentence == KEPT)
    assert screen.told[1:] == [WRITTEN_AGAIN]
    assert labels(journal) == {0: "early_response"}


def test_a_fault_of_ours_in_the_writing_is_told_and_the_call_goes_on(
    screen: Screen, journal: Journal, qtbot: QtBot
) -> None:
    screen.calls.journal = journal
    journal.write("call", lambda db: db.execute("ALTER TABLE gaps RENAME TO holes")).result()
    call = screen.begin()
    call.play(60.0)
    wait(qtbot, lambda: len(screen.broke) == 1)
    assert screen.calls.running
    end(screen, call, qtbot)
    assert screen.sentence == keeping.BROKEN


def test_the_end_of_the_program_waits_for_the_last_write(
    screen: Screen, journal: Journal, qtbot: QtBot
) -> None:
    screen.calls.journal = journal
    call = screen.begin()
    call.play(100.0)
    screen.calls.close()
    ((record, report),) = kept(journal)
    assert not record.broken_off and call.report is not None and report == as_kept(call.report)


@pytest.fixture
def window(qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    """The whole window on a journal that is locked."""
    monkeypatch.setattr(inputs, "list_inputs", list)
    make(journal_folder(), 0)
    settings = KeptSettings(home)
    settings.change(first_start_done=True)
    shown = Window(settings, load_coaching(resources_folder() / "content"))
    qtbot.addWidget(shown, before_close_func=lambda window: window.quit())
    shown.show()
    wait(qtbot, lambda: shown.journal.standing is Standing.LOCKED)
    yield shown


def test_locked_in_the_middle_of_a_call_the_journal_closes_when_the_call_is_written(
    window: Window, qtbot: QtBot
) -> None:
    window.journal.unlock(PASSPHRASE)
    wait(qtbot, lambda: window.calls.journal is not None)
    call = PlayedCall()
    window.calls.take(call, "complaint")
    call.play(60.0)
    key = window.journal.key
    window.journal.lock()
    call.finish()
    wait(qtbot, lambda: window.journal.standing is Standing.LOCKED and not window.calls.running)
    window.journal.close()
    assert key is not None
    journal = Journal.open(journal_folder(), key)
    ((record, report),) = kept(journal)
    journal.close()
    assert call.report is not None and report == as_kept(call.report) and not record.broken_off


def test_the_window_writes_the_call_it_is_closed_in(window: Window, qtbot: QtBot) -> None:
    window.journal.unlock(PASSPHRASE)
    wait(qtbot, lambda: window.calls.journal is not None)
    key, call = window.journal.key, PlayedCall()
    window.calls.take(call, "complaint")
    call.play(60.0)
    with qtbot.waitSignal(window.gone):
        window.quit()
    assert key is not None
    journal = Journal.open(journal_folder(), key)
    ((record, _),) = kept(journal)
    journal.close()
    assert not record.broken_off and record.marks == 1
