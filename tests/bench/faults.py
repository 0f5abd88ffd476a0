"""Each process of a running call killed and stopped, over and over: `python -m tests.bench.faults`.

Of 200 kills at random some fall on the whole program while its call writes itself into a journal, the others
on one child of a long call that hears through a sound server of its own. A strike after which something
acknowledged is missing, or what was struck does not come back, is not counted as survived. About twenty
minutes.
"""

import os
import random
import signal
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median

from tests.bench.results import Result
from tests.faults.killed_call import kill_and_finish
from tests.faults.running_call import CHILDREN, RunningCall
from tests.pulse_server import PulseServer

KILLS, STOPS = 200, 20


@contextmanager
def sound_server() -> Iterator[PulseServer]:
    """Run a PulseAudio of our own, for this process and its children."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for name in ("PULSE_SERVER", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"):
            os.environ.pop(name, None)
        os.environ["XDG_RUNTIME_DIR"] = os.environ["HOME"] = folder
        server = PulseServer(Path(folder))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def run() -> list[Result]:
    """Kill whatever comes up, then stop every child; tell how often all came back and how soon."""
    victims = Counter(random.Random().choices((*CHILDREN, "app"), k=KILLS))
    lost_s: list[float] = []
    for _ in range(victims["app"]):
        with suppress(AssertionError), tempfile.TemporaryDirectory() as folder:
            lost_s.append(kill_and_finish(Path(folder), random.Random()))
    strikes = [(child, signal.SIGKILL) for child in CHILDREN for _ in range(victims[child])]
    random.shuffle(strikes)
    strikes += [(child, signal.SIGSTOP) for child in CHILDREN] * STOPS
    took = defaultdict[tuple[str, int], list[float]](list)
    with sound_server() as server, RunningCall(server) as running:
        for child, number in strikes:
            with suppress(AssertionError):
                took[child, number].append(running.strike(child, number))
        report = running.end()
    drawn = ", ".join(f"{who} {times}" for who, times in sorted(victims.items()))
    survived = len(lost_s) + sum(len(took[child, signal.SIGKILL]) for child in CHILDREN)
    return [
        Result(
            f"kill -9 of recogniser, capture or app at random, {KILLS} times",
            "no acknowledged row lost, the call goes on or is offered back",
            f"so {survived} of {KILLS} times ({drawn})",
            survived == KILLS,
        ),
        Result(
            "killed app: what of the call, heard at four times its speed, is missing at its end",
            "none",
            f"median {median(lost_s):.1f} s, at most {max(lost_s):.1f} s",
        ),
        *(
            _came_back(f"kill -9 of the {child}'s process", victims[child], took[child, signal.SIGKILL])
            for child in CHILDREN
        ),
        *(
            _came_back(f"SIGSTOP of the {child}'s process", STOPS, took[child, signal.SIGSTOP])
            for child in CHILDREN
        ),
        Result(
            "the whole of that call",
            "none",
            f"{report.source.duration_s:.0f} s, {len(report.gaps)} gaps told",
        ),
    ]


def _came_back(what: str, struck: int, took: list[float]) -> Result:
    return Result(
        f"{what} in a call, {struck} times",
        "the call goes on, a gap is told, it comes back",
        f"{len(took)} of {struck}; after {median(took):.1f} s, at most {max(took):.1f} s",
        len(took) == struck,
    )


if __name__ == "__main__":
    for row in run():
        print(row.line())
