"""Pictures of a finished review to look at: terminal at 80 and 120 columns, page light, dark, printed.

    python tests/pictures/report_pictures.py FOLDER [REPORT.json | NAME ...]

Without a report every kind of sheet in tests/unit/report/sheets.py is drawn, or those that are named: as a
page, and on A4 and Letter. Needs Debian's chromium and poppler-utils.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.domain.report import Engine, Measures, Report, Source
from app.domain.timeline import Cue, Gap, Overlap, Speaker, Spurt, Utterance, samples
from app.report.page import html
from app.report.paper import Sheet
from app.report.terminal import show
from tests.unit.report.sheets import HEARD, SHEETS
from tests.unit.report.sheets import sheet as plain

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


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


def draw(sheet: Sheet, folder: Path) -> None:
    """Write every picture of one call into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    report, held = sheet.report, sheet.reading
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
    page.write_text(page_of(sheet), encoding="utf-8")
    for name, width, scheme in (("light", 1040, 1), ("dark", 1040, 0), ("narrow", 500, 1)):
        shot = (folder / f"page-{name}.png").resolve()
        browse(
            page,
            f"--screenshot={shot}",
            f"--window-size={width},3000",
            f"--blink-settings=preferredColorScheme={scheme}",
        )
    printed = (folder / "page.pdf").resolve()
    browse(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    raster(printed, 70)
    on_paper(sheet, folder)


def on_paper(sheet: Sheet, folder: Path) -> None:
    """Write the sheet as the window prints it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QPageSize
    from PySide6.QtWidgets import QApplication

    from app.ui.pieces import printing

    application = QApplication.instance() or QApplication([])
    assert application
    folder.mkdir(parents=True, exist_ok=True)
    for name, size in (("a4", QPageSize.PageSizeId.A4), ("letter", QPageSize.PageSizeId.Letter)):
        file = folder / f"sheet-{name}.pdf"
        file.write_bytes(printing.pdf(sheet, QPageSize(size)))
        raster(file, 100)


def page_of(sheet: Sheet) -> str:
    """Give the HTML page of the same call, with one corrected line where there are lines."""
    heard = HEARD if len(sheet.report.transcript) > max(HEARD) else {}
    return html(
        sheet.report,
        sheet.reading,
        labels=sheet.labels,
        heard=heard,
        marks=sheet.marks,
        rephrasings=sheet.rephrasings,
    )


def raster(pdf: Path, dots: int) -> None:
    """Draw the pages of a PDF, `dots` an inch."""
    subprocess.run(["pdftoppm", "-r", f"{dots}", "-png", pdf, pdf.with_suffix("")], check=True)


def on_screen(name: str) -> "QWidget":
    """Give a sheet on Letter as a widget to be grabbed, painted by the code that prints it."""
    from PySide6.QtCore import QSizeF, Qt
    from PySide6.QtGui import QImage, QPainter, QPixmap
    from PySide6.QtWidgets import QLabel

    from app.ui.pieces import printing

    margin = printing.MARGIN_MM / 25.4 * 72
    room = QSizeF(612 - 2 * margin, 792 - 2 * margin)
    image = QImage(round(612 * SHARP), round(792 * SHARP), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SHARP, SHARP)
    painter.translate(margin, margin)
    printing.paint(painter, SHEETS[name](), room)
    painter.end()
    shown = QLabel()
    shown.setPixmap(QPixmap.fromImage(image))
    shown.setFixedSize(image.size())
    return shown


SHARP = 1.25
"""Pixels a point of a sheet on a screen."""

STATES: "dict[str, Callable[[], QWidget]]" = {f"sheet-{name}": partial(on_screen, name) for name in SHEETS}
"""The sheets as tests.pictures.screenshots draws them: black on white in either look of the window."""


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out, asked = Path(sys.argv[1]), sys.argv[2:]
    if asked and asked[0].endswith(".json"):
        read_from_file = read(Path(asked[0]).read_text(encoding="utf-8"))
        draw(plain(read_from_file), out)
    else:
        for each in asked or SHEETS:
            draw(SHEETS[each](), out / each)
