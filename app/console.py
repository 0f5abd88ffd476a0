"""What the commands share in the terminal: a bar that moves, tables, and what is found to be well or not."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from app.doctor import Finding
from app.errors import KnownError
from app.language import tr
from app.report import words


class Bar(AbstractContextManager["Bar"]):
    """A progress bar in the terminal, and nothing elsewhere."""

    def __init__(self, title: str) -> None:
        console = Console(stderr=True)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task(title, total=None)

    def __enter__(self) -> "Bar":
        self._progress.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._progress.stop()

    def begin(self, title: str) -> None:
        """Go back to the start for what comes next."""
        self._progress.reset(self._task, total=None, description=title)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Leave the terminal to a question."""
        self._progress.stop()
        try:
            yield
        finally:
            self._progress.start()

    def reach(self, done: float, whole: float | None) -> None:
        """Move to `done` of `whole`, in whatever is counted; for any thread."""
        self._progress.update(self._task, completed=done, total=whole)


def agree(question: str, yes: bool, word: str = "yes") -> None:
    """Go on only if that was said beforehand, or `word` is typed. Raises KnownError."""
    if yes:
        return
    if not sys.stdin.isatty():
        raise KnownError(tr("This asks first, and there is no terminal to ask in; add --yes to go on."))
    text = question if word != "yes" else tr("{question} (yes or no)", question=question)
    if click.prompt(text, err=True).strip().lower() != word:
        raise KnownError(tr("Nothing was done."))


def show_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table; its texts may hold anything."""
    table = Table(box=None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(_text, row))
    Console().print(table)


def show_findings(findings: Iterable[Finding]) -> None:
    """Print how each thing was found, and what to do where it is not well."""
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in findings:
        row = (finding.state, finding.name, f"{finding.value} {finding.remedy}".strip())
        table.add_row(*map(_text, row))
    Console().print(table)


def _text(foreign: str) -> Text:
    """Give a text that may hold anything, without what a terminal would obey."""
    return Text(words.plain(foreign))
