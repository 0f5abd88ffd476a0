"""A live call's source: blocks on one clock from whatever the processes of its inputs tell."""

import time

from app.audio import trouble
from app.audio.streams import Chunk, Condition, Opened, Trouble
from app.domain.timeline import RATE, Gap, Speaker, samples
from app.session.capture import NOT_THERE, STOPPED
from app.session.live_source import LiveInputs
from app.session.supervisor import Channel
from app.settings import NO_CUSTOMER
from tests.listening import Listening

A, C = Speaker.AGENT, Speaker.CUSTOMER


def speak(channel: Channel, side: Speaker, wanted: str | None) -> None:
    """Stand in for an input's process: 20 ms of one number after the other, or what else is `wanted`."""
    if wanted == "nothing":
        channel.send(Trouble(Condition.MISSING, trouble.NO_PLAYBACK))
        channel.receive()
    channel.send(Opened(wanted or "Headset", 44_100, sparse=wanted == "sparse", monitors=side is C))
    sample = 0 if wanted == "silence" else 1000 + side.value.index("t")
    began, index = time.monotonic(), 0
    for number in range(1, 100_000):
        time.sleep(max(began + number * 0.02 - time.monotonic(), 0.0))
        if wanted != "sparse" or number % 100 < 50:
            channel.send(Chunk(index, sample.to_bytes(2, "little") * 320, began + number * 0.02))
            index += 320
        if wanted == "ends" and number == 50:
            channel.send(Trouble(Condition.LOST, trouble.CHANGED))


def listening(agent: str | None, customer: str | None) -> Listening:
    return Listening(LiveInputs(agent, customer, target=speak))


def test_both_sides_come_in_blocks_of_one_length_that_follow_each_other() -> None:
    with listening(None, None) as call:
        call.wait_seconds_of_call(1.0)
        assert [call.state(side).condition for side in Speaker] == [Condition.HEARING] * 2
    at = 0
    for block in call.blocks:
        assert block.start == at and block.customer is not None and block.customer.size == block.agent.size
        at += block.agent.size
    assert set(call.agent()) == {1004} and set(call.customer()) == {1003}
    assert (call.source.kind, call.source.sample_rate, call.source.channels) == ("live", 44_100, 2)
    assert call.source.duration_s is None
    assert call.gaps() == []


def test_without_a_customers_side_there_is_none() -> None:
    with listening(None, NO_CUSTOMER) as call:
        call.wait_seconds_of_call(0.5)
    assert all(block.customer is None for block in call.blocks)
    assert list(call.source.states()) == [A] and call.source.channels == 1


def test_a_block_comes_every_tenth_of_a_second_even_without_sound() -> None:
    source = LiveInputs("nothing", "nothing", target=speak)
    blocks = source.blocks()
    first = next(blocks)
    assert (first.start, first.agent.size, first.captured_at) == (0, 0, None)
    source.stop()
    assert sum(1 for _ in blocks) <= 2


def test_an_input_that_is_not_there_is_silence_a_gap_and_a_state() -> None:
    with listening(None, "nothing") as call:
        call.wait_seconds_of_call(0.5)
        assert call.state(C).condition is Condition.MISSING and call.state(C).trouble == trouble.NO_PLAYBACK
    assert call.gaps() == [Gap("customer", 0, call.length, NOT_THERE)]
    assert not call.customer().any()


def test_the_call_goes_on_without_the_agents_input() -> None:
    with listening("nothing", None) as call:
        call.wait_seconds_of_call(1.0)
    assert set(call.customer()[RATE // 2 :]) == {1003}
    assert [gap.channel for gap in call.gaps()] == ["agent"]


def test_silence_is_muted_on_the_agents_side_only() -> None:
    with listening("silence", "silence") as call:
        call.wait(lambda: call.state(A).condition is Condition.MUTED, "to find it muted")
        assert call.state(A).trouble == trouble.MUTED.format(name="silence")
        assert call.state(C).condition is Condition.HEARING


def test_the_level_is_that_of_the_last_tenth_of_a_second() -> None:
    with listening(None, NO_CUSTOMER) as call:
        assert call.state(A).level_db is None
        call.wait(lambda: call.state(A).level_db is not None, "for a level")
        assert round(call.state(A).level_db or 0.0, 1) == -30.3  # 1004 of 32768


def test_what_a_process_says_after_its_end_is_not_heard() -> None:
    with listening(None, "ends") as call:
        call.wait(lambda: call.state(C).condition is Condition.LOST, "for its end")
        call.wait_seconds_of_call(0.5)
        assert call.state(C).trouble == trouble.CHANGED and call.state(C).level_db is None
    (gap,) = call.gaps()
    assert gap == Gap("customer", gap.start, call.length, STOPPED)


def test_stop_ends_the_call_from_any_thread_and_before_it_began() -> None:
    source = LiveInputs(target=speak)
    source.stop()
    (last,) = source.blocks()
    assert last.agent.size == 0


def test_a_sparse_side_is_silent_where_it_sends_nothing() -> None:
    with listening(None, "sparse") as call:
        call.wait_seconds_of_call(3.0)
    assert call.gaps() == []
    assert 0.3 < (call.customer() > 0).mean() < 0.8
    assert call.length >= samples(3.0)
