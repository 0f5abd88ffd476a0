"""Through a whole day with the product nothing in it asks the system for a socket of the Internet."""

import sys
from collections.abc import Iterator

import pytest

from app.seal import NO_FAMILY
from tests.silence import session
from tests.silence.gate import Call, Trace, watch
from tests.silence.surroundings import surroundings


@pytest.fixture(scope="module", autouse=True)
def computer() -> Iterator[None]:
    with surroundings():
        yield


@pytest.fixture(scope="module")
def day() -> Trace:
    return watch(session.COMMAND)


def test_the_gate_saw_the_whole_day(day: Trace) -> None:
    assert day.gaps() == []


def test_only_local_sockets_were_asked_for(day: Trace) -> None:
    assert day.loud() == []
    assert day.network == []
    assert day.families["AF_UNIX"] > 10


@pytest.mark.parametrize(("where", "program"), [("window", "planted"), ("recogniser", "multiprocessing")])
def test_the_gate_sees_a_socket_wherever_it_is_opened(where: str, program: str) -> None:
    trace = watch([sys.executable, "-m", "tests.silence.planted", where])
    assert trace.status == 0, trace.err
    assert [call.family for call in trace.network] == ["AF_INET"]
    (fault,) = trace.loud()
    assert "AF_INET" in fault and program in fault
    assert trace.gaps() != []  # and it does not take this for the whole day


@pytest.mark.parametrize(
    ("call", "loud"),
    [
        (Call(1, "socket", "AF_UNIX", "a local one"), False),
        (Call(1, "socket", hex(NO_FAMILY), "the seal's question"), False),
        (Call(1, "bind", "", "of a socket that was let through"), False),
        (Call(1, "socket", "AF_INET6", "the Internet"), True),
        (Call(1, "connect", "AF_INET", "by a socket from elsewhere"), True),
        (Call(1, "socket", "AF_NETLINK", "the interfaces of this computer"), True),
        (Call(1, "socket", "0x2c", "a family that strace does not know"), True),
        (Call(1, "io_uring_setup", "", "sockets without calls"), True),
    ],
)
def test_what_is_loud(call: Call, loud: bool) -> None:
    assert bool(Trace(0, "", "", (call,), frozenset()).loud()) is loud
