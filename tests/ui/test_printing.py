"""The sheet of a call: one page on any paper, readable, black on white, nothing over anything else."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPageSize, QPainter, QPalette, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.report import chart
from app.report.paper import SMALLEST, Sheet
from app.ui.pieces import printing
from tests.unit.report import sheets

MARGINS = 2 * printing.MARGIN_MM / 25.4 * 72
A4 = QSizeF(595.3 - MARGINS, 841.9 - MARGINS)
LETTER = QSizeF(612.0 - MARGINS, 792.0 - MARGINS)
PAPERS = pytest.mark.parametrize("room", [A4, LETTER], ids=["A4", "Letter"])
NAMES = pytest.mark.parametrize("name", sheets.SHEETS)


def text_of(placed: list[printing.Placed]) -> str:
    return "\n".join(each.what.toPlainText() for each in placed if isinstance(each.what, QTextDocument))


@PAPERS
@NAMES
def test_it_fits_and_nothing_covers_anything(qapp: QApplication, name: str, room: QSizeF) -> None:
    placed = printing.laid_out(sheets.SHEETS[name](), room)
    sheet = QRectF(0, 0, room.width() + 0.5, room.height() + 0.5)
    assert all(sheet.contains(each.where) for each in placed)
    for one, other in combinations((each.where.adjusted(0.5, 0.5, -0.5, -0.5) for each in placed), 2):
        assert not one.intersects(other)
    for each in placed:
        if isinstance(each.what, QTextDocument):
            assert each.what.idealWidth() <= each.where.width() + 0.5


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(sheet=sheets.any_sheets)
def test_whatever_was_written_fits(qapp: QApplication, sheet: Sheet) -> None:
    for room in (A4, LETTER):
        placed = printing.laid_out(sheet, room)
        assert max(each.where.bottom() for each in placed) <= room.height() + 0.5


@PAPERS
@NAMES
def test_every_letter_can_be_read(qapp: QApplication, name: str, room: QSizeF) -> None:
    for each in printing.laid_out(sheets.SHEETS[name](), room):
        if isinstance(each.what, QSvgRenderer):
            continue
        block = each.what.begin()
        while block.isValid():
            for made in block.textFormats():
                assert made.format.font().pixelSize() >= SMALLEST
            block = block.next()
    assert 12 * room.width() / chart.SHEET.width >= SMALLEST, "the letters of the timeline"
    assert 26 * (room.width() - printing.NUMBER) / chart.WIDTH >= SMALLEST, "the letters of the talk ratio"


@pytest.mark.parametrize("size", ["A4", "Letter", "A5", "Legal"])
@NAMES
def test_a_pdf_is_one_page(qapp: QApplication, name: str, size: str) -> None:
    written = printing.pdf(sheets.SHEETS[name](), QPageSize(QPageSize.PageSizeId[size]))
    assert written.startswith(b"%PDF") and written.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", written)) == 1
    assert not re.search(rb"/Subtype\s*/Image", written), "everything is drawn, nothing is dots"


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_a_printer_gets_the_same_sheet(qapp: QApplication, tmp_path: Path, size: str) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId[size]))
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    told: list[str] = []
    printing.print_on(printer, sheets.whole(), told.append)
    assert not told
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", (tmp_path / "printed.pdf").read_bytes())) == 1


def test_what_is_left_out_is_said(qapp: QApplication) -> None:
    sheet = sheets.many()
    shown = text_of(printing.laid_out(sheet, LETTER))
    left = re.search(r"(\d+) more overlaps, (\d+) more hints?, (\d+) more marked", shown)
    assert left and "Texts that end in … go on in Evenkeel." in shown
    assert int(left[1]) == len(sheet.report.overlaps) - shown.count(" (your label; measured: ")


def test_a_usual_call_leaves_out_only_what_belongs_to_the_page(qapp: QApplication) -> None:
    shown = text_of(printing.laid_out(sheets.whole(), LETTER))
    assert "…" not in shown
    assert "In the HTML page of this call: 1 more overlap, 2 more hints and all that was said." in shown


def painted(sheet: Sheet, room: QSizeF = A4) -> QImage:
    image = QImage(round(room.width()), round(room.height()), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    printing.paint(painter, sheet, room)
    painter.end()
    return image


def test_the_looks_of_the_window_are_not_those_of_the_paper(qapp: QApplication, qtbot: QtBot) -> None:
    plain, before = painted(sheets.whole()), QApplication.palette()
    dark = QPalette(before)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
        dark.setColor(role, QColor("#ffffff"))
    QApplication.setPalette(dark)
    try:
        assert painted(sheets.whole()) == plain
    finally:
        QApplication.setPalette(before)


def test_on_small_paper_it_is_smaller_as_a_whole(qapp: QApplication) -> None:
    room = QSizeF(250.0, 300.0)
    image = painted(sheets.many(), room)
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()))
    ]
    assert min(rows) < 20 and 200 < max(rows) < room.height()
