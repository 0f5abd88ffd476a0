"""Runs the measurements and writes tests/bench/RESULTS.md: `python -m tests.bench.report [SUBJECT ...]`.

Without a subject all of them run (about an hour on two cores); with some, the others' results stay.
"""

import datetime
import importlib
import os
import platform
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.bench.results import Result

SUBJECTS = {
    "accuracy": "Who talked how much, and who cut in",
    "words": "Words",
    "cost": "Cost",
    "long_recording": "A long recording",
    "self_review": "A review in the window",
    "text_latency": "How soon the text is there",
    "live": "A live call through a sound server",
    "faults": "Processes killed and stopped in a call",
    "window": "The window",
    "package": "The built program",
    "soak": "A long day",
    "journal": "A large journal",
    "history": "History with a large journal",
    "playing": "Playing and drawing a recording",
    "calm": "Breathing",
    "timeline": "The timeline of a review",
    "silence": "Silence",
}
"""Each is a module beside this one with `run() -> list[Result]`, and the heading its results stand under."""

RESULTS = Path(__file__).with_name("RESULTS.md")

_OPENING = """# Results
What `make bench` measured; each part again with the command under its heading. The bars are the design's.
"""


def section(subject: str, rows: Sequence[Result]) -> str:
    """Give the Markdown of one subject's results."""
    table = "\n".join(f"| {' | '.join(row.cells())} |" for row in rows)
    python = ".".join(platform.python_version_tuple()[:2])
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {python}"
    return (
        f"## {SUBJECTS[subject]}\n"
        f"`python -m tests.bench.{subject}`, {datetime.date.today():%Y-%m-%d}, {machine}\n\n"
        f"| what | bar | measured | |\n|---|---|---|---|\n{table}\n"
    )


def write(path: Path, new: dict[str, str]) -> None:
    """Put the new sections (by subject) into the page and keep its others."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    kept = {re.match("## (.*)", part)[1]: part for part in re.split(r"(?m)^(?=## )", old)[1:]}  # type: ignore[index]
    kept |= {SUBJECTS[subject]: text for subject, text in new.items()}
    sections = [kept[heading].strip() for heading in SUBJECTS.values() if heading in kept]
    path.write_text("\n\n".join([_OPENING.strip(), *sections]) + "\n", encoding="utf-8")


def main(subjects: Sequence[str]) -> None:
    """Measure these subjects and write what came out after each."""
    for subject in subjects or SUBJECTS:
        rows = importlib.import_module(f"tests.bench.{subject}").run()
        write(RESULTS, {subject: section(subject, rows)})
        for row in rows:
            print(row.line(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
