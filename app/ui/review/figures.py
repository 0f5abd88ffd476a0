"""The figures of the recordings that are compared: a row each, as they are shown, sorted and exported."""

import csv
import io
from dataclasses import dataclass

from app.language import Texts, marked, tr
from app.report import words
from app.report.reading import unknowns
from app.report.relabel import relabelled
from app.ui.review.opened import Opened, Stage

UNKNOWN = "\N{EN DASH}"
"""Stands in a column for what is not measurable; why is said below the table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a recording: as it is shown, as it is sorted and exported (None: unknown), and why."""

    shown: str
    value: float | str | None
    why: str = ""


COLUMNS = (
    marked("Recording"),
    marked("Length"),
    marked("Talk ratio"),
    marked("You cut in"),
    marked("They cut in"),
    marked("Longest stretch"),
    marked("Patience"),
    marked("Words/min"),
    marked("Silence"),
)
_NAMES = Texts({"They cut in": "Customer cut in", "Words/min": "Pace"})
"""What some of them are called where it is said why they can't be known."""

_STANDS = Texts({Stage.WAITING: "waiting …", Stage.RUNNING: "running …", Stage.FAILED: "failed …"})

_EXPORTED = (
    "recording",
    "length_s",
    "talk_ratio",
    "interruptions_agent",
    "interruptions_customer",
    "longest_monologue_s",
    "patience_s",
    "pace_wpm",
    "non_talk_s",
    "trouble",
)


def cells(opened: Opened) -> list[Cell]:
    """Give the row of a recording; of one that is not reviewed, its name and how it stands."""
    if opened.stage is not Stage.DONE or opened.shown is None:
        stands = opened.trouble or _STANDS.get(opened.stage, "")
        return [Cell(words.plain(opened.name), opened.name), Cell(stands, None, stands)]
    report = relabelled(opened.shown.report, opened.shown.labels)
    m = report.measures
    why = {name: f"{each.reason} {each.remedy}" for each in unknowns(report) for name in each.names}

    def of(name: str, value: float | None, shown: str) -> Cell:
        if value is None:
            called = _NAMES.get(name) or tr(name)
            return Cell(tr(words.NOT_MEASURABLE), None, why.get(called) or tr(words.TOO_LITTLE))
        return Cell(shown, value)

    def length(name: str, value: float | None) -> Cell:
        return of(name, value, "" if value is None else words.span(value))

    ratio, pace = m.talk_ratio, m.pace_wpm
    return [
        Cell(words.plain(opened.name), opened.name),
        Cell(words.clock(report.source.duration_s), report.source.duration_s),
        of(COLUMNS[2], ratio, "" if ratio is None else f"{words.percent(ratio)} %"),
        of(COLUMNS[3], m.interruptions_agent, str(m.interruptions_agent)),
        of(COLUMNS[4], m.interruptions_customer, str(m.interruptions_customer)),
        length(COLUMNS[5], m.longest_monologue_s),
        length(COLUMNS[6], m.patience_s),
        of(COLUMNS[7], pace, "" if pace is None else f"{pace:.0f}"),
        length(COLUMNS[8], m.non_talk_s),
    ]


def sheet(all: list[Opened]) -> str:
    """Give the table as CSV: seconds and shares as numbers, empty where unknown."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\r\n")
    lines.writerow(_EXPORTED)
    for opened in all:
        row = ["" if cell.value is None else _exact(cell.value) for cell in cells(opened)]
        lines.writerow([*row, *[""] * (len(COLUMNS) - len(row)), opened.trouble])
    return written.getvalue()


def unmeasured(row: list[Cell]) -> str:
    """Say of a row why some of it is not measurable, each reason once; "" where all is."""
    reasons = dict.fromkeys(cell.why for cell in row if cell.shown == tr(words.NOT_MEASURABLE))
    return f"{row[0].shown}, {tr(words.NOT_MEASURABLE)} ({UNKNOWN}): {' '.join(reasons)}" if reasons else ""


def told(row: list[Cell]) -> str:
    """Give a row in words."""
    if len(row) < len(COLUMNS):
        return f"{row[0].shown}: {row[1].shown}"
    return f"{row[0].shown}: " + " · ".join(
        f"{name.lower()} {cell.shown}" for name, cell in zip(map(tr, COLUMNS[1:]), row[1:], strict=True)
    )


def _exact(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.4f}".rstrip("0").rstrip(".")
