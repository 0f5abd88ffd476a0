"""Pictures of a finished review to look at: terminal at 80 and 120 columns, page light, dark, printed.

    python tests/pictures/report_pictures.py FOLDER [REPORT.json]

Without a report the example call is drawn. Needs Debian's chromium and poppler-utils.
"""

import json
import re
import subprocess
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich.console import Console

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain.report import Engine, Measures, Report, Source
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Utterance, samples
from app.report.page import html
from app.report.reading import Reading
from app.report.terminal import show
from tests.unit.report.reports import example, reading


def read(text: str) -> Report:
    """Give the report that a JSON report holds."""
    form = json.loads(text)
    metrics = form["metrics"]
    cut_ins, questions = metrics.pop("interruptions"), metrics.pop("questions")

    def times(entry: dict[str, float]) -> tuple[int, int]:
        return samples(entry["start"]), samples(entry["end"])

    return Report(
        Source(**form["source"]),
        Engine(**form["engine"]) if form["engine"] else None,
        form["separation"],
        form["separation_reason"],
        Measures(
            **metrics,
            interruptions_agent=cut_ins["agent"],
            interruptions_customer=cut_ins["customer"],
            questions_open=questions["open"],
            questions_closed=questions["closed"],
        ),
        tuple(Spurt(Speaker(each["speaker"]), *times(each)) for each in form["spurts"]),
        tuple(
            Overlap(Speaker(each["by"]), *times(each), each["label"], each["reason"])
            for each in form["overlaps"]
        ),
        tuple(Utterance(Speaker(each["speaker"]), *times(each), each["text"]) for each in form["transcript"]),
        tuple(
            Cue(samples(each["t"]), each["id"], each["kind"], each["text"], each["evidence"])
            for each in form["cues"]
        ),
        tuple(Gap(each["channel"], *times(each), each["reason"]) for each in form["gaps"]),
    )


def browse(page: Path, *arguments: str) -> None:
    """Let a browser without a window draw a page."""
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
                *(f"--user-data-dir={profile}", *arguments, page.resolve().as_uri()),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )


def draw(report: Report, held: Reading, folder: Path) -> None:
    """Write every picture of one report into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in (80, 120):
        console = Console(
            width=width, record=True, force_terminal=True, color_system="truecolor", file=StringIO()
        )
        show(console, report, held, transcript=True)
        drawing = console.export_svg(title="evenkeel review")
        # The style that rich exports asks the network for its font.
        drawing = re.sub(r"@font-face \{.*?\}", "", drawing, flags=re.DOTALL)
        file = folder / f"terminal-{width}.svg"
        file.write_text(drawing, encoding="utf-8")
        size = re.search(r'viewBox="0 0 (\d+) (\d+)', drawing)
        assert size
        shot = folder / f"terminal-{width}.png"
        browse(file, f"--screenshot={shot.resolve()}", f"--window-size={size[1]},{size[2]}")
    page = folder / "page.html"
    page.write_text(html(report, held), encoding="utf-8")
    for name, width, scheme in (("light", 1040, 1), ("dark", 1040, 0), ("narrow", 500, 1)):
        shot = (folder / f"page-{name}.png").resolve()
        browse(
            page,
            f"--screenshot={shot}",
            f"--window-size={width},2600",
            f"--blink-settings=preferredColorScheme={scheme}",
        )
    printed = (folder / "page.pdf").resolve()
    browse(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    subprocess.run(["pdftoppm", "-r", "70", "-png", printed, printed.with_suffix("")], check=True)


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    shown = read(Path(sys.argv[2]).read_text(encoding="utf-8")) if len(sys.argv) == 3 else example()
    draw(shown, reading(shown), Path(sys.argv[1]))
