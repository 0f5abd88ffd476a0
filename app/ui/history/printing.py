"""A call's page on paper, or as a PDF where there is no printer."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.report import paper
from app.report.paper import Sheet

if TYPE_CHECKING:  # looks for printers
    from PySide6.QtPrintSupport import QPrinter

NO_PRINTER = (
    "No printer is set up on this computer. Save the page as a PDF and print it where there is one, or set "
    "one up in the system's settings and try again."
)

NOT_PRINTED = (
    "The page could not be printed: the printer, or the file to print to, can't be reached. Choose another "
    "one, or save the page as a PDF."
)


def document(sheet: Sheet) -> QTextDocument:
    """Give the page of a call as it is printed: black on white, in the system's font."""
    page = QTextDocument()
    page.setDocumentMargin(0)
    page.setMetaInformation(QTextDocument.MetaInformation.DocumentTitle, sheet.reading.name)
    page.setHtml(paper.html(sheet))
    return page


def page_size() -> QPageSize:
    """Give the paper that is usual where the user is."""
    american = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return QPageSize(QPageSize.PageSizeId.Letter if american else QPageSize.PageSizeId.A4)


def pdf(sheet: Sheet) -> bytes:
    """Give the page of a call as a PDF."""
    written = QByteArray()
    device = QBuffer(written)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setPageSize(page_size())
    writer.setTitle(sheet.reading.name)
    writer.setCreator("Evenkeel")
    document(sheet).print_(writer)
    del writer  # which writes the end of the file
    device.close()
    return bytes(written.data())


def save_pdf(sheet: Sheet, path: Path, tell: Callable[[str], object]) -> None:
    """Write the PDF for its owner only, whole or not at all; `tell` so, or why not and what helps."""
    from app.storage.places import replace_whole

    try:
        replace_whole(path, pdf(sheet))
    except OSError as refusal:
        reason = refusal.strerror or "no reason was given"
        tell(f"{path.name} could not be written ({reason}). Choose another folder and save again.")
    else:
        tell(f"Saved as {path}. It is not encrypted.")


def ask_where(parent: QWidget, sheet: Sheet, name: str, tell: Callable[[str], object]) -> None:
    """Ask where to save the PDF, and save it there."""
    dialog = QFileDialog(parent, "Save the page of this call", f"{name}.pdf", "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.fileSelected.connect(lambda chosen: save_pdf(sheet, Path(chosen), tell))
    dialog.finished.connect(dialog.deleteLater)  # and with it what it would have saved
    dialog.open()


def print_out(parent: QWidget, sheet: Sheet, tell: Callable[[str], object]) -> None:
    """Let the user choose a printer, and print; without any printer say what helps."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo  # looks for printers

    if not QPrinterInfo.availablePrinterNames():
        tell(NO_PRINTER)
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

    document(sheet).print_(printer)
    if printer.printerState() is QPrinter.PrinterState.Error:
        tell(NOT_PRINTED)
