"""What was said and let go of does not come back into the journal when its recording is reviewed again."""

from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.domain.timeline import Speaker, Utterance
from app.storage import calls, reflections
from app.storage.cipher import Database
from app.ui.review.opened import Opened
from app.ui.window import Window
from tests.journals import NOON, a_reflection
from tests.ui import recordings
from tests.ui.at_the_journal import press
from tests.ui.kept import recent

LINE = Utterance(Speaker.AGENT, 16_000, 32_000, "nobody else may read this sentence")


def keep_again(window: Window, qtbot: QtBot, at: Opened) -> int:
    """Keep another review of a call, in which LINE was understood; give how many lines the journal has."""
    assert at.shown is not None
    at.shown = replace(at.shown, report=replace(at.shown.report, transcript=(LINE,)))
    with qtbot.waitSignal(window.review.keeper.changed):
        window.review.keeper.keep(at)
    journal = window.journal.journal
    assert journal is not None
    id = recent(window).id
    return len(journal.read(lambda db: calls.report(db, id)).result().transcript)


def test_words_come_in_until_the_call_is_reflected_on(opened: Window, qtbot: QtBot, tmp_path: Path) -> None:
    opened.settings.change(engine="none")
    press(opened, "Ctrl+7")
    opened.review.open([recordings.cut(tmp_path / "one.wav")])
    at = recordings.kept(opened, qtbot, "one.wav")
    id = recent(opened).id
    assert keep_again(opened, qtbot, at) == 1

    def reflect(db: Database) -> None:
        reflection = a_reflection(call_id=id)
        reflections.save(db, reflection)
        reflections.finish(db, reflection.id, NOON, drop_words=True)

    with qtbot.waitSignal(opened.diary.changed):
        opened.diary.write("reflection", reflect)
    assert keep_again(opened, qtbot, at) == 0
    assert recent(opened).id == id
    assert at.shown is not None and at.shown.report.transcript == (LINE,), "it is there while one looks"
