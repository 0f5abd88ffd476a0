"""After a call: its four numbers with what they mean, why, and the user's own word for every overlap."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.domain.journal import Call, CallKind
from app.domain.report import Measures, Report, Source
from app.domain.timeline import Gap, Overlap, Speaker, samples
from app.report import words
from app.session.snapshot import Mark
from app.ui.call.page import CallPage
from app.ui.call.summary import NO_SPEECH, BrokenOff, Summary
from tests.journals import NOON
from tests.pictures import call_pictures
from tests.ui.recorded import PlayedCall, recorded


def ended(qtbot: QtBot, report: Report | None = None) -> CallPage:
    page = call_pictures.summary(report)
    qtbot.addWidget(page)
    page.show()
    return page


def summary(page: CallPage) -> Summary:
    assert isinstance(page.after, Summary)
    return page.after


def text(widget: QWidget | None) -> str:
    assert widget is not None
    return "\n".join(label.text() for label in widget.findChildren(QLabel)).replace("\N{NO-BREAK SPACE}", " ")


def told_of(qtbot: QtBot, report: Report | None = None) -> str:
    page = ended(qtbot, report)
    return text(page.after)


def choose(page: CallPage, place: int, label: str) -> None:
    choice = summary(page).overlaps.choices[place]
    choice.setCurrentIndex(choice.findData(label))
    choice.activated.emit(choice.currentIndex())


def test_the_four_numbers_with_band_and_meaning(qtbot: QtBot) -> None:
    report = recorded()[1]
    ratio = report.measures.talk_ratio
    assert ratio is not None
    shown = told_of(qtbot)
    for told in (
        f"{words.percent(ratio)} %",
        words.against_band(ratio, (0.25, 0.45)),
        words.span(report.measures.longest_monologue_s or 0),
        words.span(report.measures.patience_s or 0),
        "up to 45 s is easy to follow",
        "the usual time from the customer's last word to your first",
    ):
        assert told in shown, told


def test_overlaps_hints_and_prompts_are_told_with_time_and_reason(qtbot: QtBot) -> None:
    report, page = recorded()[1], ended(qtbot)
    shown = text(page.after)
    for overlap in report.overlaps:
        assert words.moment(overlap.start) in shown
        assert words.addressed(overlap.reason) in shown
    for place, overlap in enumerate(report.overlaps):
        choice = summary(page).overlaps.choices[place]
        assert choice.currentText() == words.overlap(overlap.label, overlap.by)
    for cue in report.cues:
        assert cue.text in shown and words.addressed(cue.evidence) in shown
    assert "Where did I come in too soon, and what might I have missed?" in shown
    assert "You marked 1:13" in shown


def test_relabelling_counts_at_once_and_can_be_undone(qtbot: QtBot) -> None:
    page = ended(qtbot)
    report = recorded()[1]
    place = next(n for n, each in enumerate(report.overlaps) if each.label == "interruption_success")
    measured = report.overlaps[place]
    before = summary(page).report.measures
    with qtbot.waitSignal(summary(page).overlaps.relabelled) as told:
        choose(page, place, "early_response")
    assert told.args == [place, "early_response"]
    after = summary(page).report
    assert after.interruptions(measured.by) == (report.interruptions(measured.by) or 0) - 1
    assert f"Measured as: {words.overlap(measured.label, measured.by)}." in text(page.after)
    assert "1 change" in text(page.after)
    assert after.overlaps[place].label == "early_response"
    undo = next(
        each
        for each in page.after.findChildren(QWidget)
        if each.accessibleName().startswith("Undo")  # type: ignore[union-attr]
        and each.isVisible()
    )
    with qtbot.waitSignal(summary(page).overlaps.relabelled) as told:
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert told.args == [place, measured.label]
    assert summary(page).report.measures == before and summary(page).report == report
    assert not undo.isVisible() and "change" not in text(page.after).split("To reflect on")[0]


def test_choosing_the_same_label_says_nothing(qtbot: QtBot) -> None:
    page = ended(qtbot)
    with qtbot.assertNotEmitted(summary(page).overlaps.relabelled):
        choose(page, 0, recorded()[1].overlaps[0].label)


def test_the_wheel_never_changes_a_label(qtbot: QtBot) -> None:
    page = ended(qtbot)
    choice = summary(page).overlaps.choices[0]
    choice.setFocus()
    turn = QWheelEvent(
        QPointF(5, 5),
        choice.mapToGlobal(QPointF(5, 5)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    before = choice.currentIndex()
    QApplication.sendEvent(choice, turn)
    assert choice.currentIndex() == before


def test_of_many_overlaps_the_cut_ins_come_first_and_the_rest_on_demand(qtbot: QtBot) -> None:
    report = recorded()[1]
    many = tuple(
        Overlap(
            Speaker.AGENT,
            samples(n),
            samples(n + 0.5),
            "interruption_success" if n >= 20 else "backchannel",
            f"Reason {n}.",
        )
        for n in range(30)
    )
    page = ended(qtbot, replace(report, overlaps=many))
    overlaps = summary(page).overlaps
    assert set(range(20, 30)) <= set(overlaps.choices) and len(overlaps.choices) < 30
    qtbot.mouseClick(overlaps.more, Qt.MouseButton.LeftButton)
    assert set(overlaps.choices) == set(range(30))


def test_the_saved_page_holds_the_own_labels(qtbot: QtBot, tmp_path: Path) -> None:
    page = ended(qtbot)
    place = next(n for n, each in enumerate(recorded()[1].overlaps) if each.label == "interruption_success")
    choose(page, place, "cooperative_overlap")
    file = tmp_path / "call.html"
    summary(page).save(file)
    written = file.read_text(encoding="utf-8")
    assert "Your label. It was measured as" in written and call_pictures.NAME in written
    assert str(file) in text(page.after)


def test_the_name_offered_for_the_page_is_one_every_system_takes(qtbot: QtBot) -> None:
    page = ended(qtbot)
    summary(page).save_button.click()
    (dialog,) = summary(page).findChildren(QFileDialog)
    (offered,) = dialog.selectedFiles()
    assert Path(offered).name == "Call of 12 May, 14-05.html"
    dialog.close()


def test_a_page_that_cannot_be_written_says_why(qtbot: QtBot, tmp_path: Path) -> None:
    page = ended(qtbot)
    summary(page).save(tmp_path / "nowhere" / "call.html")
    assert "could not be written" in text(page.after) and "another folder" in text(page.after)


def test_lost_sound_and_pauses_are_said_plainly(qtbot: QtBot) -> None:
    gaps = (
        Gap("agent", samples(130), samples(134), "the microphone was unplugged"),
        Gap("call", samples(84), samples(84.5), "paused for 21 s"),
    )
    shown = told_of(qtbot, replace(recorded()[1], gaps=gaps))
    assert "Your microphone was not heard for 4.0 s at 2:10 (the microphone was unplugged)." in shown
    assert "At 1:24: paused for 21 s." in shown


@pytest.mark.parametrize("separation", ["mic-only", "inseparable", "bleed"])
def test_what_cannot_be_known_has_reason_and_remedy(qtbot: QtBot, separation: str) -> None:
    report = replace(
        recorded()[1],
        separation=separation,
        measures=Measures(talk_share=0.5, agent_talk_s=70.0),
        overlaps=(),
    )
    shown = told_of(qtbot, report)
    assert words.NOT_MEASURABLE in shown and "Talk share: 50 % of the call" in shown
    assert words.LIVE_REMEDIES[separation] in shown
    assert "You cut in" in shown  # named among what could not be measured


def test_a_leak_that_was_taken_out_is_named(qtbot: QtBot) -> None:
    assert words.LEAK in told_of(qtbot, replace(recorded()[1], separation="bleed"))


def test_an_empty_call_has_a_state_of_its_own(qtbot: QtBot) -> None:
    empty = Report(Source("live", 0.0, 16_000, 2), None, "mic-only", None, Measures())
    page = ended(qtbot, empty)
    assert NO_SPEECH in text(page.after) and "%" not in text(page.after)
    qtbot.mouseClick(summary(page).done, Qt.MouseButton.LeftButton)
    assert page.currentWidget() is page.idle


def test_a_broken_call_says_so_calmly_and_leads_back(qtbot: QtBot) -> None:
    page = call_pictures.broken_off()
    qtbot.addWidget(page)
    assert isinstance(page.after, BrokenOff)
    assert "RuntimeError" not in text(page.after) and "next call" in text(page.after)
    qtbot.mouseClick(page.after.done, Qt.MouseButton.LeftButton)
    assert page.currentWidget() is page.idle


def test_only_marks_of_this_call_are_asked_about(qtbot: QtBot) -> None:
    page = ended(qtbot)
    call = PlayedCall()
    page.begin("The next call", "general")
    page.watch.watch(call)
    call.play(10)
    call.tell(Mark(samples(9)))
    call.finish(replace(recorded()[1], cues=()))
    call._told[1:] = [event for event in call._told[1:] if not isinstance(event.what, Mark)]
    page.watch.look()
    shown = text(page.after)
    assert "The next call" in shown and "1:13" not in shown.split("When you spoke")[0]


def test_own_labels_of_a_stored_call_are_shown_and_counted(qtbot: QtBot) -> None:
    told = recorded()[1]
    place = next(n for n, each in enumerate(told.overlaps) if each.label == "interruption_success")
    page = call_pictures.page()
    qtbot.addWidget(page)
    about = Call(1, CallKind.LIVE, "A call", "complaint", NOON, NOON, told.source)
    page.show_report(about, told, (), {place: "backchannel", 999: "backchannel", place + 1: "no such label"})
    page.show()
    summary = page.after
    assert isinstance(summary, Summary)
    assert summary.overlaps.labels == {place: "backchannel"}
    choice = summary.overlaps.choices[place]
    assert choice.currentData() == "backchannel"
    assert summary.report.overlaps[place].label == "backchannel"
    texts = [label.text() for label in summary.findChildren(QLabel) if label.isVisible()]
    assert any("by your own labels (1 change)" in text for text in texts)
    assert any(text.startswith("Measured as:") for text in texts)
    given: list[object] = []
    page.relabelled.connect(lambda *told: given.append(told))
    undo = next(each for each in summary.overlaps.findChildren(QPushButton) if each.isVisible())
    undo.click()
    assert given == [(1, place, None)] and summary.overlaps.labels == {}
