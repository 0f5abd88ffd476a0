"""The call page shows what a snapshot holds, never a number that can't be known, one hint at a time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.report import Measures
from app.domain.timeline import Gap, Speaker, Utterance, samples
from app.report import words
from app.session.live import NOT_YET
from app.session.snapshot import CallState, Event, Mark, Recognising, Snapshot
from app.ui.call import words as call_words
from app.ui.call.page import CallPage
from app.ui.call.running import CallRunning
from app.ui.pieces import theme
from tests.pictures import call_pictures
from tests.ui.recorded import HEARING, PlayedCall, recorded, troubles
from tests.ui.room import flaws
from tests.ui.walk import unnamed


@pytest.fixture
def running(qtbot: QtBot) -> Iterator[CallRunning]:
    page = shown(qtbot, call_pictures.running(0.0))  # held here, for nobody else does
    yield page.running


def shown(qtbot: QtBot, page: CallPage) -> CallPage:
    qtbot.addWidget(page)
    page.show()
    return page


def visible_text(widget: QWidget) -> str:
    labels = (label for label in widget.findChildren(QLabel) if label.isVisible())
    return "\n".join(label.text() for label in labels).replace("\N{NO-BREAK SPACE}", " ")


def test_every_moment_of_a_call_shows_its_own_numbers(running: CallRunning) -> None:
    for snapshot, happened in recorded()[0]:
        for event in happened:
            running.take(event)
        running.show_snapshot(snapshot)
        measures = snapshot.measures
        assert running.clock.text() == words.moment(snapshot.t)
        if measures.talk_ratio is None:
            assert running.ratio.number.text() == "–"
            assert running.ratio.bar.ratio is None
        else:
            assert running.ratio.number.text() == f"{words.percent(measures.talk_ratio)} %"
            assert running.ratio.bar.ratio == pytest.approx(measures.talk_ratio, abs=0.0051)
        assert [each.text() for each in running.cut_ins.numbers] == [
            str(measures.interruptions_agent),
            str(measures.interruptions_customer),
        ]
        assert running.stretch.numbers[0].text() == words.clock(snapshot.monologue_s)
        patience = "–" if measures.patience_s is None else words.span(measures.patience_s)
        assert running.patience.numbers[0].text() == patience
        assert running.hint.cue == snapshot.cue


def test_the_ratio_is_told_against_the_band_in_words(running: CallRunning) -> None:
    for ratio, place in ((0.2, "below"), (0.25, "in"), (0.45, "in"), (0.46, "above")):
        running.show_snapshot(Snapshot(separation="separate", measures=Measures(talk_ratio=ratio)))
        assert f"{place} the band 25-45 %" in visible_text(running.ratio)
        assert f"{words.percent(ratio)} %" in running.ratio.accessibleDescription()


@pytest.mark.parametrize("separation", ["mic-only", "inseparable", "bleed"])
def test_an_unknown_ratio_has_reason_and_remedy_and_the_share_its_own_name(
    running: CallRunning, separation: str
) -> None:
    snapshot = Snapshot(separation=separation, measures=Measures(talk_share=0.41))
    running.show_snapshot(snapshot)
    text = visible_text(running)
    assert words.NOT_MEASURABLE in text
    assert words.addressed(words.UNSEPARATED[separation]) in text
    assert words.LIVE_REMEDIES[separation] in text
    assert "Talk share: 41 % of the call" in text
    assert "41 %" not in running.ratio.number.text()
    assert [each.text() for each in running.cut_ins.numbers] == ["–", "–"]


def test_a_customer_not_heard_yet_is_said_as_the_call_says_it(running: CallRunning) -> None:
    running.show_snapshot(Snapshot(separation_reason=NOT_YET, streams=HEARING))
    assert f"{NOT_YET} {call_words.SILENT_REMEDY}" in visible_text(running)


def test_a_ratio_that_needs_only_speech_is_not_called_unmeasurable(running: CallRunning) -> None:
    running.show_snapshot(Snapshot(separation="separate", measures=Measures(0.0 or None, 0.0)))
    assert "comes with the first words" in visible_text(running.ratio)
    assert words.NOT_MEASURABLE not in visible_text(running.ratio)


def test_who_speaks_has_a_shape_and_a_word(running: CallRunning) -> None:
    seen = set()
    for speaking in ((), (Speaker.AGENT,), (Speaker.CUSTOMER,), tuple(Speaker)):
        running.show_snapshot(Snapshot(separation="separate", speaking=frozenset(speaking)))
        seen.add((call_words.speaking(Snapshot(speaking=frozenset(speaking)))[0], running.speaking.text()))
    assert len({shape for shape, _ in seen}) == len({word for _, word in seen}) == 4


def test_one_hint_at_a_time_and_gone_when_it_is_over(running: CallRunning) -> None:
    first, second = recorded()[1].cues[:2]
    running.show_snapshot(Snapshot(cue=first))
    assert first.text in visible_text(running.hint) and "Name how it must feel" in visible_text(running.hint)
    assert call_words.KINDS[first.kind] in visible_text(running.hint)
    running.show_snapshot(Snapshot(cue=second))
    assert second.text in visible_text(running.hint) and first.text not in visible_text(running.hint)
    running.show_snapshot(Snapshot())
    assert call_words.CALM in visible_text(running.hint) and second.text not in visible_text(running.hint)


@pytest.mark.parametrize(("name", "changes"), list(troubles()))
def test_each_trouble_is_told_and_moves_no_number(
    qtbot: QtBot, name: str, changes: dict[str, object]
) -> None:
    page = shown(qtbot, call_pictures.running(65.0))
    running, before = page.running, recorded()[0][259][0]
    running.show_snapshot(before)
    numbers = (running.ratio, running.cut_ins, running.stretch, running.patience, running.hint)
    qtbot.waitUntil(lambda: running.notices.isHidden())
    places = [each.geometry() for each in numbers]
    running.show_snapshot(replace(before, **changes))  # type: ignore[arg-type]
    qtbot.waitUntil(running.notices.isVisible)
    text = visible_text(running.notices)
    assert len(text) > 20 and text.endswith(".")
    assert [each.geometry() for each in numbers] == places
    running.show_snapshot(before)
    assert running.notices.isHidden()


def test_paused_says_so_plainly_and_offers_to_go_on(running: CallRunning) -> None:
    running.show_snapshot(Snapshot(state=CallState.PAUSED))
    assert "Paused. Nothing is heard or counted." in visible_text(running.notices)
    assert running.pause.accessibleName() == "Resume"
    running.show_snapshot(Snapshot())
    assert running.pause.accessibleName() == "Pause"
    running.show_snapshot(Snapshot(state=CallState.ENDING))
    assert not running.end.isEnabled() and not running.pause.isEnabled()


def test_the_words_stand_in_order_of_time_and_partials_at_the_end(running: CallRunning) -> None:
    late = Utterance(Speaker.AGENT, samples(9), samples(12), "later")
    early = Utterance(Speaker.CUSTOMER, samples(2), samples(4), "earlier\x1b[31m")
    for happened in (late, early, Mark(samples(5))):
        running.take(Event(samples(13), happened))
    running.show_snapshot(Snapshot(partials={Speaker.AGENT: "", Speaker.CUSTOMER: "and now"}))
    lines = running.transcript.toPlainText().splitlines()
    assert [line.split("\t")[1] for line in lines] == ["earlier [31m", "You marked 0:05.", "later", "and now"]
    assert "Customer" in lines[0] and "You" in lines[2]
    running.show_snapshot(Snapshot())
    assert "and now" not in running.transcript.toPlainText()
    assert running.transcript.toPlainText().splitlines() == lines[:3]


def test_the_transcript_of_the_whole_call_is_the_reports(qtbot: QtBot) -> None:
    page, call = shown(qtbot, call_pictures.page()), PlayedCall()
    page.begin("A call", "complaint")
    page.watch.watch(call)
    for until_s in range(150):
        call.play(until_s)
        page.watch.look()
    lines = page.running.transcript.toPlainText().splitlines()
    spoken = [line.split("\t")[1] for line in lines if "Mark" not in line]
    assert spoken == [each.text for each in recorded()[1].transcript]


def test_lost_sound_is_said_plainly(running: CallRunning) -> None:
    running.take(Event(0, Gap("agent", samples(130), samples(134), "the microphone was unplugged")))
    assert (
        "Your microphone was not heard for 4.0 s at 2:10 (the microphone was unplugged)."
        in running.transcript.toPlainText()
    )


def test_the_transcript_follows_until_the_reader_scrolls_up(qtbot: QtBot, running: CallRunning) -> None:
    def say(number: int) -> None:
        text = f"{number} " + "words " * 12
        running.take(Event(0, Utterance(Speaker.AGENT, samples(number), samples(number + 1), text)))

    transcript, bar = running.transcript, running.transcript.verticalScrollBar()
    for number in range(60):
        say(number)
    assert bar.maximum() > 0 and bar.value() == bar.maximum() and transcript.newest.isHidden()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    place = bar.value()
    say(60)
    running.show_snapshot(Snapshot(partials={Speaker.CUSTOMER: "still talking"}))
    assert bar.value() == place and transcript.newest.isVisible() and not transcript.following
    qtbot.mouseClick(transcript.newest, Qt.MouseButton.LeftButton)
    assert bar.value() == bar.maximum() and transcript.newest.isHidden()
    say(61)
    assert bar.value() == bar.maximum()
    bar.triggerAction(QAbstractSlider.SliderAction.SliderPageStepSub)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert transcript.following


def test_another_theme_keeps_the_words(running: CallRunning) -> None:
    running.take(Event(0, recorded()[1].transcript[0]))
    before = running.transcript.toPlainText()
    theme.current().choose("dark")
    theme.current().choose("light")
    assert running.transcript.toPlainText() == before != ""


def test_buttons_ask(qtbot: QtBot) -> None:
    page = shown(qtbot, call_pictures.running(20.0))
    for button, asked in (
        (page.running.pause, page.pause_asked),
        (page.running.mark, page.mark_asked),
        (page.running.open_cards, page.cards_asked),
        (page.running.end, page.end_asked),
    ):
        with qtbot.waitSignal(asked):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_before_a_call_it_says_with_what_and_starts_or_practises(qtbot: QtBot) -> None:
    page = shown(qtbot, call_pictures.page())
    text = visible_text(page.idle)
    for told in ("Headset microphone", "What this computer plays", "Moonshine, English", "25-45 %"):
        assert told in text
    with qtbot.waitSignal(page.start_asked):
        qtbot.mouseClick(page.idle.start, Qt.MouseButton.LeftButton)
    for button, speed in ((page.idle.practice, 1.0), (page.idle.practice_fast, 4.0)):
        with qtbot.waitSignal(page.practice_asked) as asked:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert asked.args == [speed]
    with qtbot.waitSignal(page.call_type_chosen) as chosen:
        page.idle.call_type.setFocus()
        qtbot.keyClick(page.idle.call_type, Qt.Key.Key_Down)
    assert chosen.args == ["refusal"]
    assert "35-55 %" in visible_text(page.idle)
    page.show_starting(True)
    assert not page.idle.start.isEnabled() and not page.idle.practice.isEnabled()


def test_the_next_call_begins_empty(qtbot: QtBot) -> None:
    page = shown(qtbot, call_pictures.running(90.0))
    page.begin("The next", "sales")
    running = page.running
    assert running.clock.text() == "0:00" and running.transcript.toPlainText() == ""
    assert running.hint.cue is None and "40-55 %" in running.ratio.bar.accessibleDescription()


def test_a_loading_recogniser_does_not_hide_the_call(qtbot: QtBot) -> None:
    page = shown(qtbot, call_pictures.running(30.0, recognising=Recognising.LOADING))
    assert page.running.ratio.bar.ratio is not None
    assert "loading" in visible_text(page.running.notices)


STATES = [name for name in call_pictures.STATES if not name.startswith("hud")]


@pytest.mark.parametrize("name", STATES)
@pytest.mark.parametrize(("scale", "width"), [(1.0, 840), (2.0, 740)])
def test_no_state_clips_its_text(qtbot: QtBot, name: str, scale: float, width: int) -> None:
    theme.current().scale(scale)
    try:
        page = call_pictures.STATES[name]()
        qtbot.addWidget(page)
        page.resize(width, max(560, page.height()))
        page.show()
        qtbot.waitUntil(lambda: not list(flaws(page)), timeout=2000)
    finally:
        theme.current().scale(1.0)


@pytest.mark.parametrize("name", STATES)
def test_every_control_has_a_name(qtbot: QtBot, name: str) -> None:
    page = call_pictures.STATES[name]()
    qtbot.addWidget(page)
    page.show()
    assert not list(unnamed(page))
