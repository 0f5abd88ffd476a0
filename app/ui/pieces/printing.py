"""A call's sheet of paper: laid out and painted for a printer, or as a PDF where there is none."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QFont,
    QFontDatabase,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextDocument,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QWidget

from app.language import marked, tr
from app.report import paper
from app.report.paper import Page, Sheet
from app.ui.pieces import files

if TYPE_CHECKING:  # looks for printers
    from PySide6.QtPrintSupport import QPrinter

NO_PRINTER = marked(
    "No printer is set up on this computer. Save the page as a PDF and print it where there is one, or set "
    "one up in the system's settings and try again."
)

NOT_PRINTED = marked(
    "The page could not be printed: the printer, or the file to print to, can't be reached. Choose another "
    "one, or save the page as a PDF."
)

PDF = "PDF (*.pdf)"

CUPS_SOCKET = "/run/cups/cups.sock"
"""Where the print service of Linux listens for the programs of its own computer."""

MARGIN_MM = 14.0
NARROWEST = 480.0
"""Points of width that the sheet is laid out in; on less (A5, say) it is made smaller as a whole."""

GAP, SMALL_GAP, BETWEEN = 9.0, 4.0, 18.0
"""Points between two parts of the sheet, rows of the timeline, the columns."""

LINE_GAP, SECTION_GAP = 2.0, 8.0
"""Points between two lines in a column, and before a section."""

NUMBER = 130.0
"""Points of width for the talk ratio in figures, beside its drawing."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of the sheet and where it stands: points from the upper left corner within the margins."""

    where: QRectF
    what: QTextDocument | QSvgRenderer

    def paint(self, painter: QPainter) -> None:
        """Paint it, black on white whatever the window looks like."""
        if isinstance(self.what, QSvgRenderer):
            self.what.render(painter, self.where)
            return
        painter.save()
        painter.translate(self.where.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.what.documentLayout().draw(painter, context)
        painter.restore()


def laid_out(sheet: Sheet, room: QSizeF) -> list[Placed]:
    """Give the fullest page of a call that fits into `room` (points); the barest where none does."""
    layout = _Layout(room)
    placed: list[Placed] = []
    for page in paper.pages(sheet):
        placed = [*layout.parts(page)]
        if max(each.where.bottom() for each in placed) <= room.height():
            break
    return placed


class _Layout:
    """Places what stands on a page, from top to bottom; of one sheet, whose drawings it reads only once."""

    def __init__(self, room: QSizeF) -> None:
        self._width, self._height = room.width(), room.height()
        self._y = 0.0
        self._texts: dict[tuple[str, float], QTextDocument] = {}
        self._drawings: dict[str, QSvgRenderer] = {}

    def parts(self, page: Page) -> Iterator[Placed]:
        """Give a page's parts where they stand."""
        width = self._width
        self._y = 0.0
        yield self._below(self._text(page.head, width), GAP)
        number = self._below(self._text(page.number, NUMBER), GAP)
        yield number
        if page.ratio:
            bar, height = self._drawn(page.ratio, width - NUMBER)
            y = number.where.top() + max(0.0, (number.where.height() - height) / 2)
            yield Placed(QRectF(NUMBER, y, width - NUMBER, height), bar)
        yield self._below(self._text(page.figures, width), GAP)
        for row in page.timeline:
            yield self._drawing(row, SMALL_GAP)
        yield self._drawing(page.legend, GAP)
        yield from self._columns(page.lines)
        foot = self._text(page.foot, width)
        self._y = max(self._y, self._height - foot.size().height())
        yield self._below(foot, 0.0)

    def _below(self, text: QTextDocument, gap: float) -> Placed:
        height = text.size().height()
        placed = Placed(QRectF(0.0, self._y, text.textWidth(), height), text)
        self._y += height + gap
        return placed

    def _drawing(self, svg: str, gap: float) -> Placed:
        drawn, height = self._drawn(svg, self._width)
        placed = Placed(QRectF(0.0, self._y, self._width, height), drawn)
        self._y += height + gap
        return placed

    def _text(self, html: str, width: float) -> QTextDocument:
        if (html, width) not in self._texts:
            self._texts[html, width] = _text(html, width)
        return self._texts[html, width]

    def _drawn(self, svg: str, width: float) -> tuple[QSvgRenderer, float]:
        """Give a drawing, and how tall it is when it is as wide as asked."""
        if svg not in self._drawings:
            self._drawings[svg] = QSvgRenderer(QByteArray(svg.encode()))
        box = self._drawings[svg].viewBoxF()
        return self._drawings[svg], width * box.height() / max(1.0, box.width())

    def _columns(self, lines: Sequence[tuple[str, bool]]) -> Iterator[Placed]:
        """Give the lines in two columns, in their order and as even as can be."""
        width = (self._width - BETWEEN) / 2
        column = [(self._text(line, width), SECTION_GAP if begins else LINE_GAP) for line, begins in lines]
        heights = [text.size().height() + gap for text, gap in column]
        turn = min(range(len(lines) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
        top = self._y
        for left, held in ((0.0, column[:turn]), (width + BETWEEN, column[turn:])):
            y = top
            for text, gap in held:
                y += gap if y > top else 0.0
                height = text.size().height()
                yield Placed(QRectF(left, y, width, height), text)
                y += height
            self._y = max(self._y, y)
        self._y += GAP


def _text(html: str, width: float) -> QTextDocument:
    """Give text laid out in this width (points)."""
    text = QTextDocument()
    text.setDocumentMargin(0)
    text.setUseDesignMetrics(True)  # its lines are as long on a screen's dots as on a printer's
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(9)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    text.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    text.setDefaultTextOption(option)
    text.setHtml(html)
    text.setTextWidth(width)
    return text


def paint(painter: QPainter, sheet: Sheet, room: QSizeF) -> None:
    """Paint the sheet into `room` (points, the painter's units), smaller where the barest is too much."""
    narrow = min(1.0, room.width() / NARROWEST)
    placed = laid_out(sheet, room / narrow)
    needed = max(each.where.bottom() for each in placed)
    scale = min(narrow, room.height() / needed)
    painter.scale(scale, scale)
    for each in placed:
        each.paint(painter)


def page_size() -> QPageSize:
    """Give the paper that is usual where the user is."""
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)


def pdf(sheet: Sheet, size: QPageSize | None = None) -> bytes:
    """Give the page of a call as a PDF, of the usual size where none is asked for."""
    written = QByteArray()
    device = QBuffer(written)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setPageSize(size or page_size())
    writer.setTitle(sheet.reading.name)
    writer.setCreator("Evenkeel")
    _print(sheet, writer)
    del writer  # which writes the end of the file
    device.close()
    return bytes(written.data())


def ask_where(parent: QWidget, sheet: Sheet, name: str, tell: Callable[[str], object]) -> None:
    """Ask where to save the PDF, and save it there."""
    files.ask_to_save(
        parent, tr("Save the page of this call"), name, PDF, lambda path: save_pdf(sheet, path, tell)
    )


def save_pdf(sheet: Sheet, path: Path, tell: Callable[[str], object]) -> None:
    """Write the PDF for its owner only, whole or not at all; `tell` so, or why not and what helps."""
    if files.write(path, pdf(sheet), tell):
        tell(tr("Saved as {path}. It is not encrypted.", path=path))


def print_out(parent: QWidget, sheet: Sheet, tell: Callable[[str], object]) -> None:
    """Let the user choose a printer, and print; without any printer say what helps."""
    # Where nothing else is said and CUPS does not run, its library looks for it over the network, on
    # port 631 of this computer; said so, it asks the print service's local socket only.
    os.environ["CUPS_SERVER"] = CUPS_SOCKET
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # looks for printers

    if files.refuse(tell):
        return
    if not QPrinterInfo.availablePrinterNames():
        tell(tr(NO_PRINTER))
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(page_size())
    printer.setDocName(sheet.reading.name)
    dialog = QPrintDialog(printer, parent)
    dialog.accepted.connect(lambda: print_on(printer, sheet, tell))
    dialog.finished.connect(dialog.deleteLater)  # and with it what it would have printed
    QDialog.open(dialog)  # its own wants a slot by name


def print_on(printer: "QPrinter", sheet: Sheet, tell: Callable[[str], object]) -> None:
    """Print the page; `tell` where the printer, or the file it prints to, can't be reached."""
    from PySide6.QtPrintSupport import QPrinter

    if not _print(sheet, printer) or printer.printerState() is QPrinter.PrinterState.Error:
        tell(tr(NOT_PRINTED))


def _print(sheet: Sheet, device: "QPdfWriter | QPrinter") -> bool:
    """Paint the sheet on paper; whether that can be done."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    device.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    painter = QPainter()
    if not painter.begin(device):
        return False
    dots = device.logicalDpiX() / 72
    painter.scale(dots, dots)
    paint(painter, sheet, QSizeF(device.width(), device.height()) / dots)
    return painter.end()
