"""What the window does with a review, alone: `python -m tests.bench.review_process TASK FILE ENGINE`.

`watch` follows one to its end, `begin` to its first spurt; `drop` ends one at several moments. Each prints
what it measured as JSON. Nothing of the product is imported before the clock runs. Linux only (/proc).
"""

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

LOOK_S = 1 / 15
"""Seconds between two looks, as the window has it (app.ui.call.watch)."""

_MEMORY_EVERY_S = 0.2


def resident(pid: int) -> float:
    """Give a process's resident memory in MB, 0 once it has ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    fields = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(fields["VmRSS"].split()[0]) / 1024 if "VmRSS" in fields else 0.0


def start(file: str, engine: str) -> Any:
    """Start the review of a file."""
    from app.bootstrap import ReviewChoices, review_run

    return review_run(Path(file), ReviewChoices(call_type="complaint", engine=engine))


def follow(file: str, engine: str, *, to_the_end: bool) -> dict[str, object]:
    """Follow a review; give the seconds to its first spurt and its end, and both sides' memory in MB."""
    began = looked_at = time.monotonic()
    run = start(file, engine)
    first = 0.0
    ours, its, events = [], [], []
    while run.report is None and not (first and not to_the_end):
        assert run.failure is None, run.failure
        events += run.events(len(events))
        _, now = run.snapshot, time.monotonic()
        if not first and run.spurts():
            first = now - began
        if now - looked_at >= _MEMORY_EVERY_S:
            looked_at = now
            ours.append(resident(os.getpid()))
            its.append(resident(run.pid))
        time.sleep(LOOK_S)
    ended = time.monotonic() - began
    events += run.events(len(events))
    ours.append(resident(os.getpid()))
    run.close()
    return {"first": first, "wall": ended, "ours": ours, "its": [each for each in its if each]}


def drop(file: str, engine: str, *moments: str) -> list[float]:
    """Drop a review so many seconds after its start, each time another one; give how long each took."""
    took = []
    for moment in moments:
        run = start(file, engine)
        time.sleep(float(moment))
        began = time.monotonic()
        run.close()
        took.append(time.monotonic() - began)
    return took


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    if task == "drop":
        print(json.dumps(drop(*arguments)))
    else:
        print(json.dumps(follow(*arguments, to_the_end=task == "watch")))
