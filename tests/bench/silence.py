"""Calls of the system that open a socket of the Internet: `python -m tests.bench.silence`, about a minute.

A whole day with the product under strace (tests.silence.session), and the same for two runs in which such a
socket is hidden, so that the zero is known to be one.
"""

import sys

from tests.bench.results import Result
from tests.silence import session
from tests.silence.gate import watch
from tests.silence.surroundings import surroundings

HIDDEN = ("window", "recogniser")


def run() -> list[Result]:
    """Count them over the day and where they were hidden."""
    with surroundings():
        day = watch(session.COMMAND)
        hidden = {where: watch([sys.executable, "-m", "tests.silence.planted", where]) for where in HIDDEN}
    gaps, loud = day.gaps(), day.loud()
    local = day.families["AF_UNIX"]
    return [
        Result(
            "network: system calls that open AF_INET or AF_INET6 while the app is used",
            "0",
            f"{len(day.network)} ({len(loud)} of any kind but local; {local} local sockets, "
            f"{len(day.processes)} processes and threads, {len(session.STEPS) - len(gaps)} of "
            f"{len(session.STEPS)} steps seen)",
            not day.network and not loud and not gaps,
        ),
        *(
            Result(
                f"the same with one hidden in the process of the {where}",
                "the gate finds it",
                f"{len(trace.network)} found",
                len(trace.network) == 1 and bool(trace.loud()),
            )
            for where, trace in hidden.items()
        ),
    ]


if __name__ == "__main__":
    for row in run():
        print(row.line())
