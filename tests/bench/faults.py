"""Each process of a running call killed and stopped, over and over: `python -m tests.bench.faults`.

Through a sound server of its own; about fifteen minutes.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.results import Result
from tests.faults.running_call import CHILDREN, SIGNALS, RunningCall
from tests.pulse_server import PulseServer

ROUNDS = 20


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
    """Strike every child in one long call, and tell how often all came back and how soon."""
    rows = []
    with sound_server() as server, RunningCall(server) as running:
        for name, number in SIGNALS.items():
            for child in CHILDREN:
                took = [running.strike(child, number) for _ in range(ROUNDS)]
                rows.append(
                    Result(
                        f"{name} of the {child}'s process in a call, {ROUNDS} times",
                        "the call goes on, a gap is told, it comes back",
                        f"{len(took)} of {ROUNDS}; after {median(took):.1f} s, at most {max(took):.1f} s",
                        len(took) == ROUNDS,
                    )
                )
        report = running.end()
    length = report.source.duration_s
    rows.append(Result("the whole of that call", "none", f"{length:.0f} s, {len(report.gaps)} gaps told"))
    return rows


if __name__ == "__main__":
    for row in run():
        print(row.line())
