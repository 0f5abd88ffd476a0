"""Every state of the page Review to look at: a function a state, each gives a widget ready to be grabbed."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app import bootstrap
from app.domain.journal import Call
from app.ui.pieces import theme
from app.ui.review.opened import Stage
from app.ui.window import Window
from tests.pictures.journal_pictures import window as with_calls
from tests.pictures.trends_pictures import demo_window
from tests.ui import recordings

TALL = 1500


def wait(reached: Callable[[], bool]) -> None:
    """Wait for a review, too."""
    for _ in range(3000):
        if reached():
            return
        QTest.qWait(40)
    raise AssertionError("it did not come to that")


def start(made: Window | None = None) -> Window:
    made = made or demo_window("review")
    made.go_to("review")
    made.review.opening.kind.setCurrentIndex(made.review.opening.kind.findData(bootstrap.SAMPLE))
    QTest.qWait(400)
    return made


def no_journal() -> Window:
    return start(with_calls("review", calls=None))


def dragged() -> Window:
    made = start()
    made.arrivals.sign.show_for([Path("support-0412.wav"), Path("support-0413.wav")])
    return made


def running() -> Window:
    made = start()
    made.arrivals.take([bootstrap.sample_call()])
    wait(lambda: made.review.at is not None and made.review.at.shown is not None)
    wait(lambda: len(made.review.at.shown.report.transcript) > 4)
    return made


def done(*, made: Window | None = None, tab: int = 0) -> Window:
    made = start(made)
    made.arrivals.take([bootstrap.sample_call()])
    wait(lambda: made.review.at is not None and made.review.at.stage is Stage.DONE)
    wait(lambda: made.journal.journal is None or made.review.at.record is not None)
    made.review.looking.view.show_tab(tab)
    waveform = made.review.looking.sound
    wait(lambda: waveform.waveform is not None and waveform.waveform.done)
    QTest.qWait(300)
    return made


def as_table() -> Window:
    made = done()
    made.review.looking.view.timeline.toggle_table()
    QTest.qWait(200)
    return made


def from_before() -> Window:
    made = done()
    made.review.looking.left.emit()
    made.arrivals.take([bootstrap.sample_call()])
    wait(lambda: made.review.at is not None and made.review.at.record is not None)
    QTest.qWait(300)
    return made


def moved() -> Window:
    folder = Path(tempfile.mkdtemp())
    made = start()
    made.settings.change(engine="none")
    path = recordings.cut(folder / "support-0412.wav", end_s=60)
    made.arrivals.take([path])
    wait(lambda: made.review.at is not None and made.review.at.record is not None)
    id = made.review.at.record.call.id
    made.review.looking.left.emit()
    shutil.move(path, folder / "moved.wav")
    made.review.show_call(id)
    wait(lambda: bool(made.review.looking.view.why.text))
    QTest.qWait(200)
    return made


def a_live_call() -> Window:
    made = demo_window("review")
    entry = next(call for call in _calls(made) if not call.recording)
    made.review.show_call(entry.id)
    wait(lambda: made.review.at is not None)
    QTest.qWait(300)
    return made


def mono() -> Window:
    made = start()
    made.settings.change(engine="none")
    made.arrivals.take([recordings.cut(Path(tempfile.mkdtemp()) / "one-side.wav", mono=True)])
    wait(lambda: made.review.at is not None and made.review.at.stage is Stage.DONE)
    made.review.looking.view.show_tab(2)
    made.review.looking.swap()
    QTest.qWait(300)
    return made


def waiting() -> Window:
    made = start()
    made.settings.change(engine="none")
    made.arrivals.take(_batch())
    wait(lambda: made.review.at is not None and made.review.at.shown is not None)
    wait(lambda: made.review.at.shown.until > 16_000 * 10)
    return made


def compared() -> Window:
    made = start()
    made.settings.change(engine="none")
    made.arrivals.take(_batch())
    wait(made.review.comparison.table.isVisible)
    QTest.qWait(300)
    return made


def failed() -> Window:
    made = start()
    made.arrivals.take([recordings.broken(Path(tempfile.mkdtemp()) / "support-0412.wav")])
    wait(lambda: made.review.at is not None and made.review.at.stage is Stage.FAILED)
    QTest.qWait(200)
    return made


def phrases() -> Window:
    made = start()
    made.review.opening.phrases.click()
    QTest.qWait(300)
    return made


def large(make: Callable[[], Window], height: int = 400) -> Window:
    theme.current().scale(2)
    made = make()
    made.resize(560, height)
    QTest.qWait(200)
    return made


def _batch() -> list[Path]:
    folder = Path(tempfile.mkdtemp())
    lengths = {"support-0412": 150, "support-0413": 90, "support-0415": 120}
    paths = [recordings.cut(folder / f"{name}.wav", end_s=end) for name, end in lengths.items()]
    paths.insert(1, recordings.broken(folder / "support-0414.wav"))
    return [*paths, recordings.cut(folder / "one-side.wav", end_s=60, mono=True)]


def _calls(made: Window) -> list[Call]:
    from app.storage import calls

    assert made.journal.journal is not None
    return made.journal.journal.read(lambda db: calls.recent(db, 30)).result()


STATES: dict[str, Callable[[], QWidget]] = {
    "review": start,
    "review-no-journal": no_journal,
    "review-dragged": dragged,
    "review-running": running,
    "review-done": done,
    "review-done-tall": lambda: _tall(done()),
    "review-done-no-journal": lambda: done(made=with_calls("review", calls=None)),
    "review-rephrase": lambda: done(tab=1),
    "review-numbers": lambda: done(tab=2),
    "review-table": as_table,
    "review-known": from_before,
    "review-moved": moved,
    "review-live-call": a_live_call,
    "review-mono": mono,
    "review-waiting": waiting,
    "review-compared": compared,
    "review-failed": failed,
    "review-phrases": phrases,
    "review-large": lambda: large(start),
    "review-done-large": lambda: large(done),
    "review-done-large-tall": lambda: large(done, 1900),
    "review-waiting-large": lambda: large(waiting, 900),
    "review-compared-large": lambda: large(compared, 900),
}


def _tall(made: Window) -> Window:
    made.resize(1040, TALL)
    QTest.qWait(200)
    return made
