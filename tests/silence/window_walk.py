"""Somebody at the window, from first start to end: `python -m tests.silence.window_walk FOLDER [--seal]`.

The product is started as `main.py` starts it; what a person would do next is done once the window shows that
it can be. Files go into FOLDER.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.silence.session import IN_WINDOW, PASSPHRASE, cut

PATIENCE_S = 180.0
_LOOK_MS = 50

Walk = Iterator[Callable[[], object]]
"""What is done, one wait after the other: each yields what must become true before it goes on."""


def person(window: Any, folder: Path) -> Walk:
    """Use the window."""
    done = iter(IN_WINDOW)
    for step in (_begin, _practise, _reflect, _review, _take_along, _print, _leaf, _copy, _lock):
        yield from step(window, folder)
        print(f"done: {next(done)}", flush=True)
    window.gone.connect(lambda: print(f"done: {next(done)}", flush=True))
    window.quit()


def _begin(window: Any, _: Path) -> Walk:
    from app.ui.journal.new_journal import JournalStep
    from app.ui.journal.opening import Standing

    yield lambda: window.first_start is not None
    first = window.first_start
    while first.step < len(first.steps):
        here = first.step
        step = first.steps[here - 1]
        if isinstance(step, JournalStep):
            step.form.passphrase.first.typed.setText(PASSPHRASE)
            step.form.passphrase.again.typed.setText(PASSPHRASE)
            first.go_on.click()
        else:
            yield _after(0.5)  # the inputs are being listened to
            first.skip.click()
        yield lambda here=here: first.step > here
    first.start.click()
    yield lambda: window.first_start is None and window.journal.standing is Standing.OPEN


def _practise(window: Any, _: Path) -> Walk:
    from app.domain.timeline import Utterance
    from app.ui.call.summary import Summary

    lines: list[object] = []
    window.calls.watch.happened.connect(
        lambda event: lines.append(event.what) if isinstance(event.what, Utterance) else None
    )
    window.go_to("call")
    window.call_page.idle.practice_fast.click()
    yield lambda: len(lines) >= 3
    window.keys.by_id["mark"].trigger()
    window.keys.by_id["breathe"].trigger()
    window.keys.by_id["end"].trigger()
    yield lambda: isinstance(window.call_page.after, Summary) and not window.calls.running
    yield lambda: _reads(window, "Kept in your journal")


def _reflect(window: Any, _: Path) -> Walk:
    window.call_page.after.reflect.click()
    yield lambda: window.reflect.form is not None
    form = window.reflect.form
    form.went_well.setPlainText("I let the story come out")
    form.done.click()
    yield lambda: window.reflect.form is None


def _review(window: Any, folder: Path) -> Walk:
    from app.ui.review.opened import Stage

    window.arrivals.take([cut(folder / "call.wav", 30.0)])
    yield lambda: window.review.at is not None and window.review.at.stage is Stage.DONE
    yield lambda: window.review.at.record is not None and window.review.looking.sound.player is not None
    player = window.review.looking.sound.player
    yield lambda: player.state.length > 0 or player.state.trouble
    player.play()
    yield lambda: player.state.t > 8_000 or player.state.trouble
    player.pause()


def _take_along(window: Any, folder: Path) -> Walk:
    numbers = window.review.looking.view.numbers
    for button, name in (
        (numbers.save_page, "call.html"),
        (numbers.save_json, "call.json"),
        (numbers.save_pdf, "call.pdf"),
    ):
        button.click()
        yield from _name(window, folder / name)
        yield (folder / name).exists


def _print(window: Any, _: Path) -> Walk:
    window.review.looking.view.numbers.print_out.click()  # asks the system for its printers
    yield _after(0.5)
    _leave_dialogs(window)


def _leaf(window: Any, _: Path) -> Walk:
    for page in window.pages:
        window.go_to(page)
        yield _after(0.3)
    window.keys.by_id["help"].trigger()
    yield _after(0.5)
    _leave_dialogs(window)


def _copy(window: Any, folder: Path) -> Walk:
    window.go_to("settings")
    cards = window.settings_page.journal
    (folder / "out").mkdir()
    cards.export.export.click()
    yield from _name(window, folder / "out")
    yield lambda: not cards.export.work.running and any((folder / "out").iterdir())
    cards.copies.write.click()
    yield from _name(window, folder / "journal.backup")
    yield lambda: not cards.copies.work.running and any(folder.glob("journal.backup*"))


def _lock(window: Any, _: Path) -> Walk:
    from app.ui.journal.opening import Standing

    lock = window.lock_page
    window.keys.by_id["lock"].trigger()
    yield lambda: window.journal.standing is Standing.LOCKED and lock.unlock.isEnabled()
    lock.field.typed.setText(PASSPHRASE)
    lock.unlock.click()
    yield lambda: not window.journal.covering


def _name(window: Any, path: Path) -> Walk:
    """Give a path to the dialog of files that comes up."""
    from PySide6.QtWidgets import QFileDialog, QLineEdit

    def open_one() -> Any:
        return next((each for each in window.findChildren(QFileDialog) if each.isVisible()), None)

    yield open_one
    dialog = open_one()
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


def _leave_dialogs(window: Any) -> None:
    from PySide6.QtWidgets import QDialog

    for dialog in window.findChildren(QDialog):
        dialog.reject()


def _reads(window: Any, text: str) -> bool:
    from PySide6.QtWidgets import QLabel

    return any(text in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def _after(seconds: float) -> Callable[[], bool]:
    until = time.monotonic() + seconds
    return lambda: time.monotonic() > until


def lead(walk: Callable[[Any], Walk], *options: str) -> None:
    """Start the product as `main.py` does with these options, and let somebody use its window to the end."""
    from PySide6.QtCore import QTimer

    from app.ui.window import Window

    show = Window.showEvent

    def shown(window: Any, event: object) -> None:
        show(window, event)  # type: ignore[arg-type]
        if not hasattr(window, "walking"):
            window.walking = _Walking(window, walk(window))
            QTimer.singleShot(0, window.walking.look)

    Window.showEvent = shown  # type: ignore[method-assign,assignment]
    from app.cli import main

    main(list(options))


class _Walking:
    """Goes on with the walk as soon as what it waits for is there."""

    def __init__(self, window: Any, walk: Walk) -> None:
        from PySide6.QtCore import QTimer

        self._walk, self._wanted = walk, _after(0)
        self._until = time.monotonic() + PATIENCE_S
        self._timer = QTimer(window)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        try:
            while self._wanted():
                self._wanted = next(self._walk)  # type: ignore[assignment]
                self._until = time.monotonic() + PATIENCE_S
        except StopIteration:
            self._timer.stop()
        except Exception as fault:
            self._give_up(repr(fault))
        if time.monotonic() > self._until:
            self._give_up("nothing happens")

    def _give_up(self, why: str) -> None:
        frame = getattr(self._walk, "gi_yieldfrom", None)
        print(f"stopped in {frame or self._walk}: {why}", file=sys.stderr, flush=True)
        os._exit(3)


if __name__ == "__main__":
    place = Path(sys.argv[1])
    lead(lambda window: person(window, place), *sys.argv[2:])
