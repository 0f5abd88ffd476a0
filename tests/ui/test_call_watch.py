"""What a watch tells of a call: every event once and in order, a snapshot only when it is a new one."""

from pytestqt.qtbot import QtBot

from app.domain.timeline import samples
from app.session.snapshot import Event, Snapshot
from app.ui.call.watch import CallWatch
from tests.ui.recorded import PlayedCall, recorded


def test_every_event_once_then_the_end(qtbot: QtBot) -> None:
    watch, call = CallWatch(), PlayedCall()
    told: list[object] = []
    watch.happened.connect(told.append)
    watch.snapshot.connect(told.append)
    watch.ended.connect(told.append)
    watch.watch(call)
    for until_s in range(0, 150, 7):
        call.play(until_s)
        watch.look()
        watch.look()
    with qtbot.waitSignal(watch.ended):
        call.finish()
    events = [event for _, happened in recorded()[0] for event in happened]
    assert [each for each in told if isinstance(each, Event)] == events
    snapshots = [each for each in told if isinstance(each, Snapshot)]
    assert len(snapshots) == len({id(each) for each in snapshots})
    assert [each.t for each in snapshots] == sorted(each.t for each in snapshots)
    assert told[-1] == call.report and told.count(call.report) == 1


def test_looks_by_itself_until_the_call_has_ended(qtbot: QtBot) -> None:
    watch, call = CallWatch(), PlayedCall()
    watch.watch(call)
    with qtbot.waitSignal(watch.snapshot) as seen:
        call.play(20)
    assert seen.args is not None and seen.args[0].t == samples(20)
    with qtbot.waitSignal(watch.ended):
        call.finish()
    with qtbot.assertNotEmitted(watch.snapshot, wait=200):
        call.change(t=1)


def test_a_broken_call_ends_without_a_report(qtbot: QtBot) -> None:
    watch, call = CallWatch(), PlayedCall()
    watch.watch(call)
    with qtbot.waitSignal(watch.ended) as seen:
        call.failure = RuntimeError()
    assert seen.args == [None]


def test_the_next_call_is_watched_from_its_beginning(qtbot: QtBot) -> None:
    watch, first, second = CallWatch(), PlayedCall(), PlayedCall()
    first.play(60)
    watch.watch(first)
    second.play(30)
    told: list[Event] = []
    watch.happened.connect(told.append)
    watch.watch(second)
    assert told == second.events()
