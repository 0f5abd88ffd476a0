"""In a running call any of its processes may be killed or hang: the call goes on, and so does what died."""

import signal

import pytest

from app.domain.timeline import seconds
from tests.faults.running_call import CHILDREN, RunningCall
from tests.pulse_server import PulseServer


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=lambda number: number.name)
def test_every_child_may_die_in_turn(pulse_server: PulseServer, number: int) -> None:
    with RunningCall(pulse_server) as running:
        for child in CHILDREN:
            running.strike(child, number)
        report = running.end()
    assert report.measures.talk_ratio is not None
    assert {gap.channel for gap in report.gaps} == {"agent", "customer", "transcript"}
    assert report.source.duration_s > max(seconds(gap.end) for gap in report.gaps) - 0.5
