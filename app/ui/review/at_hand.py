"""The one call that is looked at: what the user writes into it is shown at once, and kept with the call."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.journal import MarkedMoment, Rephrasing
from app.domain.timeline import Overlap
from app.language import tr
from app.report import words
from app.ui.journal.diary import Diary
from app.ui.review import keeping
from app.ui.review.shown import Shown

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database


class AtHand(QObject):
    """`shown` is the call, None for none; `changed` tells that the user wrote into it.

    `undoable` gives a sentence of what was taken away, and what brings it back. A call that is not in the
    journal keeps what is written here for as long as it is shown.
    """

    changed = Signal()
    undoable = Signal(str, object)

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self.shown: Shown | None = None
        self.pending = 0
        """How much of it is still on its way into the journal."""
        # What was refused never arrives, nor does an answer of a journal that was closed.
        diary.told.connect(self._forget_pending)
        diary.broke.connect(self._forget_pending)
        diary.leaving.connect(self._forget_pending)

    def label(self, place: int, label: str | None) -> None:
        """Give an overlap the user's own label, or (None) take it back."""
        shown = self.shown
        if shown is None or shown.labels.get(place) == label:
            return
        before = shown.labels.get(place)
        own = {**shown.labels, place: label}
        labels = {at: each for at, each in own.items() if each is not None}
        self._put(replace(shown, labels=labels))
        self._change_at_place("label", place, label)
        if label is None:
            overlap = shown.report.overlaps[place]
            self._offer(tr("Your label is taken back."), shown, lambda: self._label_again(overlap, before))

    def mark(self, t: int, note: str = "") -> None:
        """Mark a moment, or write another note to it."""
        shown = self.shown
        if shown is None or MarkedMoment(t, note) in shown.marks:
            return
        rest = [each for each in shown.marks if each.t != t]
        marks = sorted([*rest, MarkedMoment(t, note)], key=lambda each: each.t)
        self._put(replace(shown, marks=tuple(marks)))
        self._change("mark", t, note)

    def unmark(self, t: int) -> None:
        """Take a mark away, with its note."""
        shown = self.shown
        mark = next((each for each in shown.marks if each.t == t), None) if shown is not None else None
        if shown is None or mark is None:
            return
        self._put(replace(shown, marks=tuple(each for each in shown.marks if each is not mark)))
        self._change("unmark", t)
        gone = tr("The mark at {moment} is gone.", moment=words.moment(t))
        self._offer(gone, shown, lambda: self.mark(t, mark.note))

    def correct(self, place: int, text: str) -> None:
        """Give a line another text; as it was heard takes the correction back."""
        shown = self.shown
        if shown is None or not 0 <= place < len(shown.report.transcript):
            return
        if text == shown.report.transcript[place].text:
            return
        self._put(shown.with_line(place, text))
        self._change_at_place("correct", place, text)

    def rephrase(self, phrase: Rephrasing) -> None:
        """Keep a better phrase, new or written anew, in the call's reflection."""
        shown = self.shown
        if shown is None:
            return
        rest = tuple(each for each in shown.rephrasings if each.id != phrase.id)
        self._put(replace(shown, rephrasings=(*rest, phrase)))
        self._write("reflection", lambda db, id: keeping.keep_phrase(db, id, phrase))

    def take_back(self, phrase_id: int) -> None:
        """Take a better phrase away."""
        shown = self.shown
        if shown is None:
            return
        phrase = next((each for each in shown.rephrasings if each.id == phrase_id), None)
        if phrase is None:
            return
        rest = tuple(each for each in shown.rephrasings if each.id != phrase_id)
        self._put(replace(shown, rephrasings=rest))
        self._write("reflection", lambda db, _: keeping.drop_phrase(db, phrase_id))

        def bring_back() -> None:
            now = self.shown
            if now is not None:
                self._put(replace(now, rephrasings=(*now.rephrasings, phrase)))
                self._write("reflection", lambda db, _: keeping.bring_phrase_back(db, phrase_id))

        self._offer(tr("The better phrase is gone."), shown, bring_back)

    def _label_again(self, overlap: Overlap, label: str | None) -> None:
        """Give an overlap a label, wherever it stands now."""
        overlaps = self.shown.report.overlaps if self.shown is not None else ()
        known = [(each.by, each.start) for each in overlaps]
        if (overlap.by, overlap.start) in known:
            self.label(known.index((overlap.by, overlap.start)), label)

    def _put(self, shown: Shown) -> None:
        self.shown = shown
        self.changed.emit()

    def _change_at_place(self, verb: str, *what: object) -> None:
        """Write what is known by its place; while a call is reviewed again the journal has other places.

        It is then written with the whole, as that is done or given up.
        """
        if self.shown is not None and self.shown.done:
            self._change(verb, *what)

    def _change(self, verb: str, *what: object) -> None:
        """Write something of the call with one of the verbs of app.storage.calls."""

        def change(db: "Database", call_id: int) -> None:
            from app.storage import calls

            getattr(calls, verb)(db, call_id, *what)

        self._write("call", change)

    def _write(self, what: str, work: "Callable[[Database, int], object]") -> None:
        call = self.shown.call if self.shown is not None else None
        if call is not None and self._diary.is_open:
            self.pending += 1
            self._diary.write(what, lambda db: work(db, call.id), self._written, self)

    def _written(self, _: object) -> None:
        self.pending = max(0, self.pending - 1)

    def _forget_pending(self, *_: object) -> None:
        self.pending = 0

    def _offer(self, done: str, of: Shown, undo: Callable[[], None]) -> None:
        """Offer to bring something back, while it is still the same call that is looked at."""

        def bring_back() -> None:
            if self.shown is not None and self.shown.name == of.name and self.shown.length == of.length:
                undo()

        self.undoable.emit(done, bring_back)
