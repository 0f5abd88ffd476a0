"""The report of the call that is looked at, to take along: a page, paper, a PDF, or its numbers as JSON."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.techniques import Coaching
from app.language import marked, tr
from app.report.page import html
from app.report.paper import Sheet
from app.report.relabel import relabelled
from app.ui.history.record import Record
from app.ui.pieces import files, printing
from app.ui.review.opened import Opened
from app.ui.review.shown import Shown

Tell = Callable[[str], object]

SAVED = marked("Saved as {path}. It is not encrypted: whoever has the file can read it.")


def ask_for_page(parent: QWidget, opened: Opened, coaching: Coaching, tell: Tell) -> None:
    """Ask where to save the report as one page, and save it there."""

    def save(path: Path) -> None:
        shown = opened.shown
        if shown is not None and files.write(path, page_of(shown, coaching).encode(), tell):
            tell(tr(SAVED, path=path))

    files.ask_to_save(parent, tr("Save the page of this call"), opened.name, tr("Web page (*.html)"), save)


def ask_for_numbers(parent: QWidget, opened: Opened, _: Coaching, tell: Tell) -> None:
    """Ask where to save the numbers, and save them there."""

    def save(path: Path) -> None:
        if opened.shown is not None and files.write(path, numbers(opened.shown), tell):
            tell(tr(SAVED, path=path))

    files.ask_to_save(parent, tr("Save the numbers of this call"), opened.name, tr("Numbers (*.json)"), save)


def numbers(shown: Shown) -> bytes:
    """Give the report in its JSON form, with the user's own labels, as `review --json` writes it."""
    form = relabelled(shown.report, shown.labels).as_dict()
    return (json.dumps(form, ensure_ascii=False, indent=1) + "\n").encode()


def ask_for_pdf(parent: QWidget, opened: Opened, coaching: Coaching, tell: Tell) -> None:
    """Ask where to save the page on paper as a PDF, and save it there."""
    if opened.shown is not None:
        printing.ask_where(parent, sheet_of(opened.shown, opened.record, coaching), opened.name, tell)


def print_out(parent: QWidget, opened: Opened, coaching: Coaching, tell: Tell) -> None:
    """Ask for a printer, and print the page of the call."""
    if opened.shown is not None:
        printing.print_out(parent, sheet_of(opened.shown, opened.record, coaching), tell)


def page_of(shown: Shown, coaching: Coaching) -> str:
    """Give the report as one page, with all that the user wrote into the call."""
    from app.bootstrap import reading  # all the weight of sound and speech comes with it

    return html(
        shown.report,
        reading(shown.report, shown.name, coaching.kind(shown.call_type).id, coaching),
        labels=shown.labels,
        heard=shown.heard,
        marks=shown.marks,
        rephrasings=shown.rephrasings,
    )


def sheet_of(shown: Shown, record: Record | None, coaching: Coaching) -> Sheet:
    """Give what is printed of a call: with own labels, and what the journal has of it besides."""
    from app.bootstrap import reading  # all the weight of sound and speech comes with it

    call = shown.call
    return Sheet(
        report=shown.report,
        reading=reading(shown.report, shown.name, coaching.kind(shown.call_type).id, coaching),
        day=call.began_at.astimezone().date() if call is not None else date.today(),
        purpose=call.purpose if call is not None else "",
        labels=shown.labels,
        marks=shown.marks,
        rephrasings=shown.rephrasings,
        reflection=record.reflection if record is not None else None,
        follow_ups=record.follow_ups if record is not None else (),
        titles={id: technique.title for id, technique in coaching.techniques.items()},
    )
