"""A call that writes itself: what has happened is in the journal a moment later, and all of it at the end."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.digits import REMOVED
from app.domain.journal import Call, CallKind, ChecklistItem, ChecklistRun, MarkedMoment, Tick
from app.domain.report import Engine, Report
from app.domain.timeline import Cue, Overlap, Speaker, Utterance, samples, seconds
from app.session.scribe import HELD, WRITTEN_AGAIN, Scribe
from app.storage import calls, checklists, erasure, search
from app.storage.journal import DiskFull, Journal
from app.storage.schema import new_id
from tests.journals import KEY, NOON, as_kept
from tests.ui.recorded import MARKED, PlayedCall, recorded
from tests.unit.domain.cue_scenario import coaching

PATIENCE_S = 20.0


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    opened = Journal.open(tmp_path / "journal", KEY)
    yield opened
    opened.close()


class Written:
    """A played call, its scribe, and what the scribe has said."""

    def __init__(
        self,
        journal: Journal | None,
        *,
        keep_words: bool = True,
        id: int | None = None,
        start: bool = True,
    ) -> None:
        self.call = PlayedCall()
        self.told: list[str] = []
        about = Call(
            id or new_id(),
            CallKind.LIVE,
            "Call at noon",
            "complaint",
            NOON,
            None,
            self.call.source,
            purpose="calm",
        )
        self.scribe = Scribe(self.call, about, keep_words, self.told.append, journal)
        if start:
            self.scribe.start()

    @property
    def id(self) -> int:
        return self.scribe.about.id

    def kept(self, journal: Journal) -> Call | None:
        return journal.read(lambda db: calls.get(db, self.id)).result()

    def report(self, journal: Journal) -> Report:
        return journal.read(lambda db: calls.report(db, self.id)).result()

    def wait_until_kept(self, journal: Journal) -> Report:
        """Wait until the journal has come as far as the call; give its report so far."""
        t = self.call.snapshot.t
        until(lambda: (kept := self.kept(journal)) is not None and kept.source.duration_s == seconds(t))
        return self.report(journal)

    def close(self) -> None:
        self.scribe.close(PATIENCE_S)


def until(reached: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)


def happened(call: PlayedCall, kind: type) -> tuple:
    return tuple(event.what for event in call.events() if isinstance(event.what, kind))


def test_what_has_happened_is_written_while_it_happens(journal: Journal) -> None:
    written = Written(journal)
    call = written.call
    for at_s in (1.0, 40.0, 80.0, 81.0):
        call.play(at_s)
        call.change(engine=Engine("vosk", "small"), separation_reason="a reason")
        report = written.wait_until_kept(journal)
        assert report.overlaps == happened(call, Overlap)
        assert report.cues == happened(call, Cue)
        assert set(report.spurts) == set(call.spurts())
        assert report.measures == call.snapshot.measures
        assert report.engine == Engine("vosk", "small")
        assert (report.separation, report.separation_reason) == ("separate", "a reason")
        said = happened(call, Utterance)
        assert {(line.speaker, line.start, line.end) for line in report.transcript} == {
            (line.speaker, line.start, line.end) for line in said
        }
        # One that ends in a number has none of it until what comes next is known.
        assert {line for line in report.transcript if REMOVED not in line.text} <= set(said)
        assert sum(REMOVED in line.text for line in report.transcript) <= 1
        kept = written.kept(journal)
        assert kept is not None and kept.ended_at is None and not written.scribe.written
        assert journal.read(calls.unfinished).result() == [kept]
    marks = journal.read(lambda db: calls.marks(db, written.id)).result()
    assert marks == (MarkedMoment(MARKED),)
    written.scribe.close(0.0)


def test_at_its_end_the_report_stands_in_the_journal(journal: Journal) -> None:
    written = Written(journal)
    written.call.play(100.0)
    written.wait_until_kept(journal)
    written.call.finish()
    written.close()
    assert written.scribe.written and written.told == []
    assert written.call.report is not None
    assert written.report(journal) == as_kept(written.call.report)
    assert journal.read(calls.unfinished).result() == []
    call = written.kept(journal)
    assert call is not None and call.ended_at is not None and not call.broken_off
    assert (call.name, call.purpose, call.marks) == ("Call at noon", "calm", 1)


def test_a_call_that_broke_off_is_ended_as_it_was(journal: Journal) -> None:
    written = Written(journal)
    written.call.play(60.0)
    written.call.failure = RuntimeError("ours")
    written.close()
    call = written.kept(journal)
    assert call is not None and call.broken_off and call.ended_at is not None
    assert written.report(journal).transcript == happened(written.call, Utterance)


def test_a_call_that_broke_off_claims_nothing_of_sides_that_could_not_be_told_apart(journal: Journal) -> None:
    written = Written(journal)
    written.call.play(60.0)
    written.call.change(separation="inseparable")
    written.call.failure = RuntimeError("ours")
    written.close()
    report = written.report(journal)
    assert report.overlaps == () and report.spurts and report.transcript
    assert {each.speaker for each in (*report.spurts, *report.transcript)} == {Speaker.AGENT}


@pytest.mark.parametrize("at_s", [0.0, 60.0, None])
def test_a_journal_that_comes_late_gets_the_whole_call(journal: Journal, at_s: float | None) -> None:
    written = Written(None)
    if at_s is None:
        written.call.finish()
    else:
        written.call.play(at_s)
    written.scribe.journal = journal
    if at_s is not None:
        report = written.wait_until_kept(journal)
        assert report.cues == happened(written.call, Cue)
        written.call.finish()
    written.close()
    assert written.scribe.written
    assert written.call.report is not None and written.report(journal) == as_kept(written.call.report)


def test_a_journal_that_is_locked_and_unlocked_again_gets_what_happened_meanwhile(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path, KEY)
    written = Written(journal)
    written.call.play(40.0)
    written.wait_until_kept(journal)
    written.scribe.journal = None
    journal.close()
    written.call.finish()
    written.scribe.label(0, "backchannel")
    journal = Journal.open(tmp_path, KEY)
    written.scribe.journal = journal
    written.close()
    assert written.call.report is not None and written.report(journal) == as_kept(written.call.report)
    assert journal.read(lambda db: calls.own_labels(db, written.id)).result() == {0: "backchannel"}
    journal.close()


def test_labels_and_notes_after_the_end_are_kept_in_their_order(journal: Journal) -> None:
    written = Written(journal)
    written.call.finish()
    written.scribe.label(0, "backchannel")
    written.scribe.label(1, "early_response")
    until(lambda: written.scribe.written)
    written.scribe.label(0, None)
    written.scribe.mark(MARKED, "they laughed")
    written.scribe.mark(samples(1.0), "the greeting")
    written.close()
    assert journal.read(lambda db: calls.own_labels(db, written.id)).result() == {1: "early_response"}
    assert journal.read(lambda db: calls.marks(db, written.id)).result() == (
        MarkedMoment(samples(1.0), "the greeting"),
        MarkedMoment(MARKED, "they laughed"),
    )


def test_where_no_words_are_kept_there_are_none_at_any_time(journal: Journal) -> None:
    written = Written(journal, keep_words=False)
    written.call.play(120.0)
    assert happened(written.call, Utterance) and any(cue.evidence for cue in happened(written.call, Cue))
    for report in (written.wait_until_kept(journal), None):
        if report is None:
            written.call.finish()
            written.close()
            report = written.report(journal)
        assert report.transcript == ()
        assert report.cues and not any(cue.evidence for cue in report.cues)


def test_card_numbers_and_codes_are_blanked_before_they_are_written(journal: Journal) -> None:
    written = Written(journal)
    said = [
        (Speaker.CUSTOMER, "It is four one one one one one one one"),
        (Speaker.AGENT, "Yes."),
        (Speaker.CUSTOMER, "one one one one 1111."),
        (Speaker.AGENT, "And the security code?"),
        (Speaker.CUSTOMER, "It is 321, and that is all."),
    ]
    lines = []
    for place, (who, text) in enumerate(said):
        line = Utterance(who, samples(place * 3.0), samples(place * 3.0 + 2), text)
        lines.append(line)
        written.call.change(t=line.end)
        written.call.tell(line)
        kept = " ".join(line.text for line in written.wait_until_kept(journal).transcript)
        assert "one" not in kept and "1111" not in kept and "321" not in kept
    evidence = Cue(samples(9.0), "boundary", "nudge", "Breathe", 'the customer said "4111 1111 1111 1111"')
    written.call.tell(evidence)
    written.call.change(t=samples(20.0))
    written.wait_until_kept(journal)
    fake = replace(written.call.told, transcript=tuple(lines), cues=(evidence,))
    for report in (written.report(journal), None):
        if report is None:
            written.call.finish(fake)
            written.close()
            report = written.report(journal)
        assert [line.text for line in report.transcript] == [
            f"It is {REMOVED}",
            "Yes.",
            f"{REMOVED}.",
            "And the security code?",
            f"It is {REMOVED}, and that is all.",
        ]
        assert report.cues[0].evidence == f'the customer said "{REMOVED}"'


def test_a_line_that_ends_in_digits_is_written_at_once_and_its_digits_when_they_are_certain(
    journal: Journal,
) -> None:
    written = Written(journal)
    ordered = Utterance(Speaker.AGENT, samples(1.0), samples(3.0), "The parcel came in bits, all 12345")
    written.call.tell(ordered)
    written.call.change(t=samples(3.0))
    (line,) = written.wait_until_kept(journal).transcript
    assert line == replace(ordered, text=f"The parcel came in bits, all {REMOVED}")
    written.call.change(t=samples(10.0))
    assert written.wait_until_kept(journal).transcript == (line,)
    more = Utterance(Speaker.AGENT, samples(11.0), samples(12.0), "And the machine is still broken.")
    written.call.tell(more)
    written.call.change(t=samples(12.0))
    assert written.wait_until_kept(journal).transcript == (ordered, more)
    found = journal.read(lambda db: search.search(db, "12345")).result()
    assert [hit.call_id for hit in found] == [written.id]
    written.call.failure = RuntimeError("ours")
    written.close()
    assert written.report(journal).transcript == (ordered, more)


def test_a_line_that_is_certain_before_it_could_be_written_is_written_once(journal: Journal) -> None:
    written = Written(None)
    ordered = Utterance(Speaker.AGENT, samples(1.0), samples(3.0), "The parcel is 12345")
    written.call.tell(ordered)
    written.call.change(t=samples(40.0))
    written.scribe.journal = journal
    assert written.wait_until_kept(journal).transcript == (ordered,)
    written.scribe.close(0.0)


def room(journal: Journal, pages: int) -> int:
    """Let the journal's file have so many pages at most, but not fewer than now; give how many that are."""
    return journal.read(lambda db: db.execute(f"PRAGMA max_page_count = {pages}").fetchone()[0]).result()


def test_a_full_disk_is_told_once_and_nothing_is_lost(journal: Journal) -> None:
    written = Written(journal)
    written.call.play(20.0)
    written.wait_until_kept(journal)
    most = room(journal, 1)
    told = Utterance(Speaker.CUSTOMER, samples(60.0), samples(61.0), "and what is more, " * 2000)
    written.call.play(61.0)
    written.call.tell(told)
    until(lambda: written.scribe.trouble is not None)
    whole = replace(written.call.told, transcript=(*written.call.told.transcript, told))
    written.call.finish(whole)
    written.scribe.label(0, "backchannel")  # which is a reason to try again
    assert not written.scribe.written
    assert written.told == [HELD.format(reason=DiskFull(journal.folder))]
    room(journal, most + 1000)
    written.close()
    assert written.scribe.written and written.scribe.trouble is None
    assert written.told[1:] == [WRITTEN_AGAIN]
    assert written.report(journal) == as_kept(whole)
    assert journal.read(lambda db: calls.own_labels(db, written.id)).result() == {0: "backchannel"}


def test_what_the_user_erased_is_not_written_again(journal: Journal) -> None:
    written = Written(journal)
    written.call.finish()
    until(lambda: written.scribe.written)
    erasure.call(journal, KEY, written.id)
    written.scribe.mark(MARKED, "they laughed")
    written.close()
    assert written.scribe.written and written.kept(journal) is None
    assert journal.read(lambda db: db.table("marks").count).result() == 0


def test_a_fault_of_ours_ends_the_writing_and_nothing_else(journal: Journal) -> None:
    first = Written(journal)
    first.wait_until_kept(journal)
    second = Written(journal, id=first.id)
    until(lambda: second.scribe.failure is not None)
    assert not second.scribe.written
    second.close()
    first.call.finish()
    first.close()
    assert first.scribe.written


def test_giving_up_leaves_nobody_behind(journal: Journal) -> None:
    written = Written(None)
    written.scribe.close(0.0)
    until(lambda: not written.scribe._thread.is_alive())
    assert not written.scribe.written


RUN = ChecklistRun(
    id=new_id(),
    title="Complaint",
    run_at=NOON,
    checklist_id=12345,
    purpose="calm",
    ticks=(
        Tick(ChecklistItem("Say back what I heard", "paraphrase"), True),
        Tick(ChecklistItem("Promise a day", "next-steps")),
        Tick(ChecklistItem("Use plain words", "plain-language"), True),
        Tick(ChecklistItem("Drink water")),
    ),
)


def prepared(journal: Journal | None, *, keep_words: bool = True) -> Written:
    written = Written(journal, keep_words=keep_words, start=False)
    written.scribe.prepared(RUN, coaching)
    written.scribe.start()
    return written


def run_of(journal: Journal, written: Written) -> ChecklistRun | None:
    return journal.read(lambda db: checklists.run_of(db, written.id)).result()


def test_what_was_prepared_begins_with_the_call(journal: Journal) -> None:
    written = prepared(journal)
    until(lambda: written.kept(journal) is not None)
    # Of a checklist that is no more there is only what the preparation itself holds.
    assert run_of(journal, written) == replace(RUN, call_id=written.id, checklist_id=None)
    written.scribe.close(0.0)


@pytest.mark.parametrize("keep_words", [True, False])
@pytest.mark.parametrize("late", [True, False])
def test_at_its_end_the_call_ticks_what_it_showed(journal: Journal, keep_words: bool, late: bool) -> None:
    written = prepared(None if late else journal, keep_words=keep_words)
    written.call.play(100.0)
    written.call.finish()
    written.scribe.journal = journal
    written.close()
    run = run_of(journal, written)
    assert run is not None and [tick.ticked for tick in run.ticks] == [True, False, True, False]
    heard_at = [tick.heard_at for tick in run.ticks]
    assert heard_at[2:] == [None, None]
    said = {line.start: line.text for line in recorded()[1].transcript}
    assert "if i understand you right" in said[heard_at[0]]
    assert "i will call you" in said[heard_at[1]]


def test_a_call_that_broke_off_keeps_what_was_ticked(journal: Journal) -> None:
    written = prepared(journal)
    written.call.play(60.0)
    written.call.failure = RuntimeError("ours")
    written.close()
    run = run_of(journal, written)
    assert run is not None and [tick.ticked for tick in run.ticks] == [True, False, True, False]
