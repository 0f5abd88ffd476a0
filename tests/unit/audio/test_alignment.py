"""Two inputs become one call: nothing is lost or shifted that the inputs have not lost themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from app.audio.alignment import BEGIN_ANYWAY_S, DRIFT, WAIT_S, Alignment
from app.audio.lane import NOT_IN_TIME
from app.audio.source import Block
from app.audio.streams import Chunk
from app.domain.timeline import RATE, Gap, Speaker, samples

A, C = Speaker.AGENT, Speaker.CUSTOMER
BORN = 1000.0
"""When the world of these tests begins (monotonic seconds)."""

CYCLE = 30_000
MS = RATE // 1000


def world(times: NDArray[np.float64]) -> NDArray[np.int16]:
    """What is to be heard at these times: a count of samples, so that every sample tells when it was."""
    return (np.rint((times - BORN) * RATE).astype(np.int64) % CYCLE + 1).astype(np.int16)


@dataclass
class Device:
    """An input in this world: it hears from `begins` on with a clock `ppm` too fast."""

    side: Speaker
    begins: float = BORN
    ppm: float = 0.0
    chunk: int = 20 * MS
    late: list[float] = field(default_factory=lambda: [0.0])
    """Seconds that each chunk is late, over and over."""
    lost: list[tuple[float, float]] = field(default_factory=list)
    """Stretches (seconds from BORN) whose chunks the sound system loses, and says so."""

    def chunks(self, until: float) -> Iterator[tuple[float, Speaker, Chunk]]:
        """Give the chunks up to `until` seconds with the times when they arrive."""
        rate = RATE * (1 + self.ppm * 1e-6)
        arrived, index, overflow = 0.0, 0, False
        for number, first in enumerate(range(0, round((BORN + until - self.begins) * rate), self.chunk)):
            times = self.begins + np.arange(first, first + self.chunk) / rate
            end = times[-1] + 1 / rate
            if any(BORN + a <= times[0] < BORN + b for a, b in self.lost):
                overflow = True
                continue
            arrived = max(arrived, end + self.late[number % len(self.late)])
            yield arrived, self.side, Chunk(index, world(times).tobytes(), arrived, overflow)
            index, overflow = index + self.chunk, False


Event = tuple[float, Speaker, Chunk | str]


def opened(side: Speaker, at: float = 0.0, sparse: bool = False) -> Event:
    return BORN + at, side, "sparse" if sparse else "opened"


def ended(side: Speaker, at: float, reason: str = "gone") -> Event:
    return BORN + at, side, reason


def play(events: Iterable[Event], until: float, customer: bool = True, tick: float = 0.01) -> list[Block]:
    """Give the blocks of a call with these events in the order of their times, and a tick now and then."""
    alignment = Alignment(customer=customer)
    blocks = []
    queue = sorted(events, key=lambda event: event[0])
    at = 0
    for now in np.arange(BORN, BORN + until, tick):
        while at < len(queue) and queue[at][0] <= now:
            _, side, what = queue[at]
            at += 1
            if isinstance(what, Chunk):
                alignment.hear(side, what, now)
            elif what in ("opened", "sparse"):
                alignment.opened(side, sparse=what == "sparse")
            else:
                alignment.ended(side, what)
        blocks.append(alignment.tick(float(now)))
    blocks.append(alignment.finish())
    expected = 0
    for block in blocks:
        assert block.start == expected
        assert customer == (block.customer is not None)
        assert block.customer is None or block.customer.size == block.agent.size
        expected += block.agent.size
    return blocks


def agent(blocks: list[Block]) -> NDArray[np.int16]:
    return np.concatenate([block.agent for block in blocks])


def customer(blocks: list[Block]) -> NDArray[np.int16]:
    return np.concatenate([block.customer for block in blocks if block.customer is not None])


def gaps(blocks: list[Block]) -> list[Gap]:
    return [gap for block in blocks for gap in block.gaps]


def steps(sound: NDArray[np.int16]) -> NDArray[np.int64]:
    """How far apart in the world neighbouring samples are: 1 where nothing is missing."""
    return np.diff(sound.astype(np.int64)) % CYCLE


def apart(blocks: list[Block]) -> NDArray[np.int64]:
    """How many samples the customer's sound is younger than the agent's beside it, where both are heard."""
    a, c = agent(blocks).astype(np.int64), customer(blocks).astype(np.int64)
    both = (a > 0) & (c > 0)
    return (c[both] - a[both] + CYCLE // 2) % CYCLE - CYCLE // 2


def call(*devices: Device, until: float = 6.0, tick: float = 0.01) -> list[Block]:
    events: list[Event] = [opened(device.side, device.begins - BORN) for device in devices]
    for device in devices:
        events += device.chunks(until)
    return play(events, until + 1.0, tick=tick)


def test_both_sides_are_brought_together_from_the_first_sample_both_have() -> None:
    blocks = call(Device(A, BORN + 0.1), Device(C, BORN + 0.35))
    assert gaps(blocks) == []
    assert set(apart(blocks)) == {0}
    assert agent(blocks)[0] == world(np.array([BORN + 0.35]))[0]
    assert (steps(agent(blocks)) == 1).all()
    assert len(agent(blocks)) >= samples(6.0 - 0.35 - 0.02)


def test_blocks_come_as_soon_as_both_sides_are_there_and_tell_when_they_were_captured() -> None:
    alignment = Alignment(customer=True)
    alignment.opened(A)
    alignment.opened(C)
    latencies = []
    for now, side, chunk in sorted(
        (*Device(A).chunks(3.0), *Device(C, BORN + 0.005).chunks(3.0)), key=lambda e: e[0]
    ):
        alignment.hear(side, chunk, now)
        block = alignment.tick(now)
        if block.captured_at is not None and now > BORN + 1.0:
            latencies.append(now - block.captured_at)
    assert max(latencies) <= 0.021


def unrest(chunk: int, late: list[float], stall: float) -> list[float]:
    """Seconds that chunks are late in turn: up to 0.3 s of `late`, then 0.1 s in time; now and then a stall.

    A stream that begins with half a second of nothing but late chunks is set right when one is in time.
    """
    late = late[: 300 // chunk]
    calm = [*late, *[0.0] * (100 // chunk + 1)]
    return [*calm * (2000 // chunk // len(calm) + 1), stall, *[0.0] * (500 // chunk)]


lateness = st.lists(st.floats(0.0, 0.08), max_size=20)


@given(lateness, lateness, st.sampled_from([5, 20, 33]), st.sampled_from([10, 20]), st.floats(0.0, 0.4))
@settings(max_examples=25, deadline=None)
def test_unrest_and_stalls_lose_and_shift_nothing(
    late_a: list[float], late_c: list[float], chunk_a: int, chunk_c: int, stall: float
) -> None:
    """Chunks that are late, and up to 0.4 s of either side that come all at once, are in their place."""
    blocks = call(
        Device(A, chunk=chunk_a * MS, late=unrest(chunk_a, late_a, stall)),
        Device(C, BORN + 0.012, chunk=chunk_c * MS, late=unrest(chunk_c, late_c, stall)),
    )
    assert gaps(blocks) == []
    assert (steps(agent(blocks)) == 1).all()
    heard = np.trim_zeros(customer(blocks), "b")
    assert (steps(heard) == 1).all()
    assert len(heard) > samples(6.0 - 0.6)
    assert np.abs(apart(blocks)).max() <= DRIFT


@pytest.mark.parametrize(("agent_ppm", "customer_ppm"), [(200, 0), (-200, 0), (0, 200), (-200, 200)])
def test_two_clocks_that_drift_stay_within_20_ms_for_20_minutes(
    agent_ppm: float, customer_ppm: float
) -> None:
    until = 1200.0
    blocks = call(
        Device(A, ppm=agent_ppm, chunk=100 * MS, late=[0.0, 0.01, 0.005]),
        Device(C, BORN + 0.05, ppm=customer_ppm, chunk=100 * MS, late=[0.008, 0.0]),
        until=until,
        tick=0.1,
    )
    assert gaps(blocks) == []
    assert (steps(agent(blocks)) <= 2).all() and (agent(blocks) > 0).all()
    assert abs(len(agent(blocks)) - (until - 0.05) * RATE * (1 + agent_ppm * 1e-6)) < samples(0.7)
    assert np.abs(apart(blocks)).max() <= DRIFT + samples(0.005)


@given(
    st.floats(1.0, 2.0),
    st.floats(0.04, 2.5),
    st.lists(st.floats(0.0, 0.015), min_size=1, max_size=5),
    st.sampled_from([A, C]),
)
@settings(max_examples=40, deadline=None)
def test_lost_chunks_are_silence_and_a_gap_and_shift_nothing_that_follows(
    at: float, length: float, late: list[float], side: Speaker
) -> None:
    lost = [(at, at + length)]
    devices = [Device(A, late=[*late, 0.0]), Device(C, late=[0.0])]
    device = devices[side is C]
    device.lost = lost
    blocks = call(*devices)
    hole = 320 * len([first for first in range(0, samples(6.0), 320) if at <= first / RATE < at + length])
    told = gaps(blocks)
    if side is A or hole > samples(0.12):
        (gap,) = told
        assert gap.channel == side
        assert abs(gap.end - gap.start - hole) <= samples(0.016)
        assert abs(gap.start - samples(at)) <= 320 + samples(0.016)
        sound = agent(blocks) if side is A else customer(blocks)
        assert not sound[gap.start : gap.end].any()
    other = customer(blocks) if side is A else agent(blocks)
    heard = other[other > 0]
    assert (steps(heard) == 1).all()
    assert np.abs(apart(blocks)).max() <= DRIFT


@pytest.mark.parametrize("away", [0.3, 1.2, 4.0])
@pytest.mark.parametrize("side", [A, C])
def test_an_input_that_is_opened_again_goes_on_in_its_place(side: Speaker, away: float) -> None:
    other = C if side is A else A
    events: list[Event] = [opened(A), opened(C), ended(side, 2.05), opened(side, 2.0 + away)]
    events += Device(other).chunks(9.0)
    events += Device(side).chunks(2.0)
    events += Device(side, BORN + 2.1 + away).chunks(9.0)
    blocks = play(events, 9.5)
    (gap,) = gaps(blocks)
    assert (gap.channel, gap.reason) == (side, "gone")
    assert abs(gap.start - samples(2.0)) <= MS and abs(gap.end - samples(2.1 + away)) <= samples(0.03)
    assert set(apart(blocks)) <= {-1, 0, 1}
    heard = agent(blocks) if other is A else customer(blocks)
    assert (steps(heard[heard > 0]) == 1).all()


def test_the_customer_is_heard_while_the_agents_input_is_gone() -> None:
    events: list[Event] = [opened(A), opened(C), ended(A, 2.05)]
    blocks = play([*events, *Device(A).chunks(2.0), *Device(C).chunks(8.0)], 8.0)
    heard = customer(blocks)
    assert len(heard) >= samples(8.0 - 0.6)
    assert (steps(heard[heard > 0]) == 1).all()
    assert gaps(blocks) == [Gap("agent", samples(2.0), len(heard), "gone")]


def test_an_input_that_stalls_for_long_does_not_stop_the_clock() -> None:
    """A process that is stopped for 2.5 s and then sends all that it has: too late for the call."""
    stalled = [0.0] * 100 + [2.5] + [0.0] * 1000
    blocks = call(Device(A, late=stalled), Device(C), until=8.0)
    (gap,) = gaps(blocks)
    assert gap.channel == "agent" and gap.reason == NOT_IN_TIME
    assert set(apart(blocks)) == {0}
    heard = customer(blocks)
    assert (steps(heard[heard > 0]) == 1).all()


def test_a_loss_nobody_reports_is_found() -> None:
    """Chunks of the agent's that are missing without a word: the clock is put right within two seconds."""
    device = Device(A, lost=[(2.0, 2.5)])
    events: list[Event] = [opened(A), opened(C), *Device(C).chunks(8.0)]
    events += [(at, side, replace(chunk, overflow=False)) for at, side, chunk in device.chunks(8.0)]
    blocks = play(events, 8.5)
    (gap,) = gaps(blocks)
    assert gap.channel == "agent" and gap.end - gap.start == samples(0.5)
    assert set(apart(blocks)[-samples(3.0) :]) == {0}


def test_chunks_dropped_on_the_way_are_a_gap_of_exactly_their_length() -> None:
    events: list[Event] = [opened(A), *(e for n, e in enumerate(Device(A).chunks(4.0)) if not 100 <= n < 120)]
    blocks = play(events, 4.5, customer=False)
    assert gaps(blocks) == [Gap("agent", 100 * 320, 120 * 320, NOT_IN_TIME)]
    assert all(block.customer is None for block in blocks)


def test_a_sparse_input_is_silent_while_it_sends_nothing_and_that_is_no_gap() -> None:
    sent = [(1.0, 2.0), (2.3, 2.4), (4.0, 5.5)]
    events: list[Event] = [opened(A), opened(C, sparse=True), *Device(A).chunks(7.0)]
    index = 0
    for begin, end in sent:
        for at, side, chunk in Device(C, BORN + begin).chunks(end):
            events.append((at, side, replace(chunk, start=index)))
            index += 320
    blocks = play(events, 7.5)
    assert gaps(blocks) == []
    heard = customer(blocks)
    true = np.zeros(len(heard), bool)
    for begin, end in sent:
        true[samples(begin) : samples(end)] = True
    assert ((heard > 0) == true).all()
    assert set(apart(blocks)) == {0}


def test_nobody_waits_long_for_a_sparse_input_that_is_silent() -> None:
    events: list[Event] = [opened(A), opened(C, sparse=True), *Device(A).chunks(3.0)]
    alignment, latencies = Alignment(customer=True), []
    alignment.opened(A)
    alignment.opened(C, sparse=True)
    for now, _, chunk in events[2:]:
        assert isinstance(chunk, Chunk)
        alignment.hear(A, chunk, now)
        block = alignment.tick(now)
        if block.captured_at is not None and now > BORN + 1.0:
            latencies.append(now - block.captured_at)
    assert max(latencies) <= 0.121


def test_a_customer_that_stops_without_a_word_is_waited_for_no_longer_than_half_a_second() -> None:
    alignment = Alignment(customer=True)
    alignment.opened(A)
    alignment.opened(C)
    events = sorted((*Device(A).chunks(4.0), *Device(C).chunks(2.0)), key=lambda event: event[0])
    ages = []
    for now, side, chunk in events:
        alignment.hear(side, chunk, now)
        block = alignment.tick(now)
        if block.captured_at is not None:
            ages.append((now, now - block.captured_at))
    assert max(age for now, age in ages if now > BORN + 0.5) <= WAIT_S + 0.03
    # Once it counts as dead, not at all.
    assert max(age for now, age in ages if now > BORN + 3.7) <= 0.03


@pytest.mark.parametrize("customer_there", [True, False])
def test_a_call_without_the_agents_input_begins_anyway(customer_there: bool) -> None:
    events: list[Event] = [opened(A)] if customer_there else [ended(A, 0.5), ended(C, 0.6)]
    if customer_there:
        events += [opened(C), *Device(C).chunks(12.0)]
    blocks = play(events, 12.0)
    length = samples(12.0 - (BEGIN_ANYWAY_S if customer_there else 0.6))
    assert len(agent(blocks)) >= length - samples(2.2)
    assert Gap("agent", 0, len(agent(blocks)), NOT_IN_TIME if customer_there else "gone") in gaps(blocks)


def test_a_missing_customer_is_silence_and_one_gap() -> None:
    blocks = play([opened(A), ended(C, 0.1), *Device(A).chunks(3.0)], 3.5)
    assert not customer(blocks).any()
    assert gaps(blocks) == [Gap("customer", 0, len(agent(blocks)), "gone")]


@given(st.lists(st.sampled_from([8, 10, 20, 33, 100, 130]), min_size=2, max_size=2), st.booleans())
@settings(max_examples=20, deadline=None)
def test_how_the_sound_is_cut_changes_nothing(cut: list[int], lossy: bool) -> None:
    def sound_of(chunk_a: int, chunk_c: int) -> tuple[NDArray[np.int16], NDArray[np.int16], list[Gap]]:
        events: list[Event] = [opened(A), opened(C), ended(C, 3.0), opened(C, 3.5)]
        events += Device(A, chunk=chunk_a * MS).chunks(6.0)
        events += Device(C, BORN + 0.1, chunk=chunk_c * MS).chunks(2.5 if lossy else 2.9)
        events += Device(C, BORN + 3.6, chunk=chunk_c * MS).chunks(6.0)
        blocks = play(events, 7.0)
        length = samples(5.5)
        return agent(blocks)[:length], customer(blocks)[:length], [g for g in gaps(blocks) if g.end < length]

    one, other = sound_of(20, 20), sound_of(*cut)
    assert (one[0] == other[0]).all()
    # Only the last chunk of a process that ends may be another, and the first of the next.
    edge = np.flatnonzero(one[1] != other[1])
    assert all(samples(2.2) <= place <= samples(3.5 + 0.13) for place in edge)
    assert len(one[2]) == len(other[2]) == 1
