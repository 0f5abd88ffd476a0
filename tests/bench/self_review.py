"""What a review costs as the window runs it: `python -m tests.bench.self_review [MINUTES [ENGINE]]`.

Of an hour with words, unless told otherwise: how soon there is something to see, the CPU time of all its
processes against bare voice activity and recogniser loops (tests.bench.bare), the memory on both sides, and
how long it takes to drop it. About ten minutes. Linux only (os.wait4, /proc).
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.cost import ROOT, SAMPLE_MINUTES, compared, sample_call, spent
from tests.bench.results import Result

FIRST_BAR_S = 2.0
DROP_BAR_S = 0.2
FLAT = 1.25

MINUTES = 60
STARTS = 5
PAIRS = 2
MOMENTS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 2.0, 4.0)
"""Seconds after its start at which a review is dropped: from starting Python over loading to hearing."""


def command(task: str, call: Path, engine: str, *more: object) -> list[str]:
    """Give the command that does a task of tests.bench.review_process."""
    return [sys.executable, "-m", "tests.bench.review_process", task, str(call), engine, *map(str, more)]


def measured(*asked: Any) -> Any:
    """Do a task and give what it measured."""
    return json.loads(subprocess.run(command(*asked), cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout)


def growth(memory: Sequence[float]) -> tuple[float, str]:
    """Give the peak of the last quarter to that of the first, as a number and in words."""
    quarter = max(len(memory) // 4, 1)
    early, late = max(memory[:quarter]), max(memory[-quarter:])
    return late / early, f"{late / early:.2f} ({late:.0f} MB to {early:.0f} MB)"


def cost(what: str, call: Path, turns: Path, engine: str) -> Result:
    """Measure the CPU time against the bare loops."""
    bare = [sys.executable, "-m", "tests.bench.bare", str(call), str(turns)]
    pairs = [
        (spent(command("watch", call, engine)), spent(bare, MOONSHINE_ORT_SINGLE_THREAD="1"))
        for _ in range(PAIRS)
    ]
    return compared(
        f"{what}: CPU of all its processes to the bare loops, both with one recogniser thread", pairs
    )


def run(minutes: int = MINUTES, engine: str = "moonshine") -> list[Result]:
    """Measure it all; the cost only where words are recognised."""
    call, turns = sample_call(round(minutes / SAMPLE_MINUTES))
    what = f"{minutes} minutes"
    firsts = [measured("begin", call, engine)["first"] for _ in range(STARTS)]
    first = statistics.median(firsts)
    drops = measured("drop", call, engine, *MOMENTS)
    whole = measured("watch", call, engine)
    (ours, ours_told), (its, its_told) = growth(whole["ours"]), growth(whole["its"])
    return [
        Result(
            f"{what}: from asking for the review to its first results",
            f"<= {FIRST_BAR_S} s",
            f"median {first:.2f} s, longest {max(firsts):.2f} s of {STARTS}",
            first <= FIRST_BAR_S,
        ),
        Result(
            f"{what}: dropping it",
            f"<= {DROP_BAR_S * 1000:.0f} ms",
            f"median {statistics.median(drops) * 1000:.1f} ms, longest {max(drops) * 1000:.1f} ms at "
            f"{len(MOMENTS)} moments",
            max(drops) <= DROP_BAR_S,
        ),
        Result(
            f"{what}: peak memory of its process, last quarter to first",
            f"flat: <= {FLAT}",
            its_told,
            its <= FLAT,
        ),
        Result(f"{what}: the same on the window's side", f"flat: <= {FLAT}", ours_told, ours <= FLAT),
        Result(
            f"{what}: wall time",
            "none",
            f"{whole['wall']:.0f} s, {minutes * 60 / whole['wall']:.0f} times as fast as it was",
        ),
        *([cost(what, call, turns, engine)] if engine != "none" else []),
    ]


if __name__ == "__main__":
    for row in run(*map(int, sys.argv[1:2]), *sys.argv[2:3]):
        print(row.line())
