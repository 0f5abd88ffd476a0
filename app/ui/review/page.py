"""The Review page: recordings are opened, and one call at a time is looked at again."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.settings import KeptSettings
from app.ui.journal.diary import EVERYTHING, Diary
from app.ui.journal.question import Question
from app.ui.pieces import parts
from app.ui.pieces.scrolling import Strips
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo
from app.ui.review import keeping
from app.ui.review.at_hand import AtHand
from app.ui.review.comparison import ComparisonView
from app.ui.review.inset import Inset
from app.ui.review.keeper import Keeper
from app.ui.review.keeping import Kept
from app.ui.review.looking import Looking
from app.ui.review.opened import Opened, Stage
from app.ui.review.opening import OpeningView
from app.ui.review.queue import QueueStrip
from app.ui.review.reviewing import Reviewing

if TYPE_CHECKING:
    from app.ui.review.phrases import PhrasesList

IN_CALL = marked("A call is running. What is opened now waits, and is reviewed when the call is over.")
GONE = marked("That call is no longer in your journal.")


class ReviewPage(QWidget):
    """Opens recordings, reviews them one after another, and shows a call of the journal again.

    `reflect_asked` gives a call's id, `told` a sentence for whoever looks at another page, `broke` a bug of
    ours.
    """

    reflect_asked = Signal(object)
    told = Signal(str)
    broke = Signal(object)

    def __init__(self, diary: Diary, settings: KeptSettings, coaching: OwnCoaching) -> None:
        super().__init__()
        self.setAccessibleName(tr("Review"))
        self._diary, self._coaching = diary, coaching
        self._question, self._rereading = Question(diary, self), Question(diary, self)
        self._following = True
        self.reviewing = Reviewing(settings, self)
        self.keeper = Keeper(diary, settings, self)
        self.at_hand = AtHand(diary, self)
        self.undo = Undo(self)
        self.strip = QueueStrip(self.reviewing)
        self.opening = OpeningView(diary, settings, coaching)
        self.looking = Looking(self.at_hand, self.keeper, coaching, self)
        self.comparison = ComparisonView()
        self.phrases: PhrasesList | None = None
        self._phrases_page: QWidget | None = None
        self._stack = QStackedWidget()
        for each in (self.opening, self.looking.view, self.comparison):
            self._stack.addWidget(each)
        self._strips = Strips(Inset(self.strip), Inset(self.undo))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._strips)
        column.addWidget(self._stack, 1)
        self._connect()
        self.strip.show_state(None)

    @property
    def at(self) -> Opened | None:
        """What is looked at, or was last."""
        return self.looking.at

    def open(self, paths: Sequence[Path]) -> None:
        """Review these recordings after those that wait; those the journal knows are shown from it."""
        absolute = list(dict.fromkeys(path.absolute() for path in paths))
        if not absolute:
            return
        if self._diary.is_open:
            known = partial(keeping.known, absolute)
            self._diary.read(known, lambda found: self._add(absolute, found), self)
        else:
            self._add(absolute, {})

    def show_call(self, call_id: int) -> None:
        """Look again at a call of the journal, with its sound where its recording is still there."""
        for opened in [*([self.at] if self.at else []), *self.reviewing.batch.all]:
            if opened.shown is not None and opened.shown.call and opened.shown.call.id == call_id:
                self._choose(opened)
                return
        self._question.ask(partial(keeping.read, call_id), self._take_asked)

    def show_in_call(self, busy: bool) -> None:
        """Play nothing and begin no review while a call is running or starts."""
        self.reviewing.hold(busy)
        self.looking.view.show_in_call(busy)
        self.opening.hold(tr(IN_CALL) if busy else "")

    def forget(self) -> None:
        """Leave nothing of the diary in any widget; a review that runs goes on."""
        self._question.drop()
        self._rereading.drop()
        self.undo.forget()
        for opened in [*self.reviewing.batch.all]:
            if opened.record is not None or (opened.shown is not None and opened.shown.call is not None):
                if opened is self.reviewing.now:
                    self.reviewing.cancel()
                self.reviewing.remove(opened)
        self.looking.leave()
        self.comparison.forget()
        self.opening.forget()
        if self.phrases is not None:
            self.phrases.forget()
        self._following = False
        self._show(self.opening)

    def stop(self) -> None:
        """End every process of it, as the program ends."""
        self.reviewing.close()
        self.looking.sound.close(wait=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask anew what there is."""
        super().showEvent(event)
        self.opening.refresh()

    def setFocus(self, *_: object) -> None:
        """Give the keyboard to what is shown."""
        shown = self._stack.currentWidget()
        if shown is self.looking.view:
            self.looking.view.take_keys()
        elif shown is self.comparison:
            self.comparison.take_keys()
        elif self.phrases is not None and shown is self._phrases_page:
            self.phrases.search.setFocus()
        else:
            self.opening.take_keys()

    def _connect(self) -> None:
        self.opening.opened.connect(self.open)
        self.opening.chosen.connect(self.show_call)
        self.opening.phrases_asked.connect(self._show_phrases)
        self.reviewing.changed.connect(self._mind)
        self.reviewing.grew.connect(self._grow)
        self.reviewing.ended.connect(self._end)
        self.reviewing.broke.connect(self.broke)
        self.keeper.changed.connect(self._mind_kept)
        self.keeper.writing.connect(self._rereading.drop)  # what was asked before it is no longer so
        self.at_hand.changed.connect(self._mind_written)
        self.at_hand.undoable.connect(self.undo.offer)
        looking = self.looking
        looking.left.connect(self._back)
        looking.reflect_asked.connect(self.reflect_asked)
        looking.again_asked.connect(self._again)
        looking.dropped.connect(
            lambda opened: self.undo.offer(
                tr("{name} is not kept in your journal.", name=words.plain(opened.name)),
                lambda: self.keeper.keep(opened),
            )
        )
        self.strip.shown_asked.connect(self._see)
        self.strip.compare_asked.connect(self._compare)
        self.strip.cancel_asked.connect(self._cancel)
        self.comparison.chosen.connect(self._choose)
        self.comparison.again.connect(lambda opened: self._again(opened, opened.agent))
        self.comparison.left.connect(self._back)
        self._diary.changed.connect(self._mind_diary)
        self._diary.leaving.connect(self._save)
        QShortcut(QKeySequence("Esc"), self, self._esc)

    def _add(self, paths: list[Path], known: Mapping[Path, Kept]) -> None:
        there = {each.path: each for each in self.reviewing.batch.all if each.stands}
        added = []
        for path in paths:
            opened = there.get(path) or Opened(path.name, path, self.opening.call_type, self.opening.agent)
            if path in known and path not in there:
                self._fill(opened, known[path])
            added.append(opened)
        self._following = True
        self.reviewing.add(*(each for each in added if each.path not in there))
        if added[0].stage is Stage.DONE or (len(added) == 1 and self.reviewing.held):
            self._look_at(added[0])
        self._follow()

    def _fill(self, opened: Opened, kept: Kept) -> None:
        self.keeper.take(opened, kept)
        assert kept.shown.call is not None
        opened.agent, opened.stage = kept.shown.call.agent_channel, Stage.DONE

    def _take_asked(self, kept: Kept | None) -> None:
        if kept is None or kept.shown.call is None:
            self._diary.told.emit(tr(GONE))
            self._back()
            return
        call = kept.shown.call
        opened = Opened(kept.shown.name, Path(call.recording) if call.recording else None, call.call_type)
        self._fill(opened, kept)
        self._following = False
        self._look_at(opened)

    def _follow(self) -> None:
        """Look at what is reviewed now, unless the user looks at something else."""
        now = self.reviewing.now
        if self._following and now is not None and now is not self.at:
            self._look_at(now)

    def _look_at(self, opened: Opened) -> None:
        if self.at is not opened:
            self.undo.forget()
        self.looking.look_at(opened)
        self._show(self.looking.view)

    def _show(self, shown: QWidget) -> None:
        changed = self._stack.currentWidget() is not shown
        if shown is not self.looking.view:
            self.looking.pause()
        if shown is self.opening:
            self.opening.refresh()
        self._stack.setCurrentWidget(shown)
        self.strip.show_state(self._seen, compared=self._stack.currentWidget() is self.comparison)
        if changed and self.isVisible():
            self.setFocus()

    @property
    def _seen(self) -> Opened | None:
        """What is in sight now."""
        return self.at if self._stack.currentWidget() is self.looking.view else None

    def _mind(self) -> None:
        self.strip.show_state(self._seen, compared=self._stack.currentWidget() is self.comparison)
        self._follow()
        self.looking.refresh()
        if self._stack.currentWidget() is self.comparison:
            self.comparison.show_all(self.reviewing.batch.all)

    def _grow(self, opened: Opened) -> None:
        self.strip.show_progress()
        if opened is self.at:
            self.looking.take(opened)

    def _end(self, opened: Opened) -> None:
        if opened.dropped is None:
            self.keeper.keep(opened)
        if opened is self.at:
            self.looking.take(opened)
        batch = self.reviewing.batch
        over = not self.reviewing.waiting
        if over and len(batch.all) > 1 and self._following:
            self._compare()
        if over and not self.isVisible():
            name = words.plain(opened.name)
            if len(batch.all) > 1:
                self.told.emit(
                    tr("All {n} recordings are reviewed; the page Review compares them.", n=len(batch.all))
                )
            elif opened.stage is Stage.DONE:
                self.told.emit(tr("{name} is reviewed; the page Review shows it.", name=name))
            else:
                self.told.emit(
                    tr("{name} could not be reviewed. {trouble}", name=name, trouble=opened.trouble)
                )

    def _mind_kept(self, opened: Opened) -> None:
        if opened is self.at:
            self.looking.take(opened)

    def _mind_written(self) -> None:
        at = self.at
        if at is not None:
            self._following = False
            at.shown = self.at_hand.shown
            self.looking.refresh()

    def _mind_diary(self, what: str) -> None:
        if what in ("call", "reflection", EVERYTHING):
            if self.isVisible():
                self.opening.refresh()
            at = self.at
            call = at.shown.call if at is not None and at.shown is not None else None
            if at is not None and call is not None and self._diary.is_open:
                self._rereading.ask(partial(keeping.read, call.id), partial(self._reread, at))
            elif what == EVERYTHING:
                self.looking.refresh()

    def _reread(self, opened: Opened, kept: Kept | None) -> None:
        if opened is not self.at or self.at_hand.pending or opened.stage is not Stage.DONE:
            return
        if kept is None:
            if opened.path is None:
                self.looking.leave()
                self._show(self.opening)
                return
            self.keeper.leave(opened)
        else:
            self.keeper.take(opened, kept)
        self.looking.take(opened)

    def _choose(self, opened: Opened) -> None:
        self._following = False
        self._look_at(opened)

    def _see(self) -> None:
        now = self.reviewing.now or next(iter(self.reviewing.batch.all), None)
        if now is not None:
            self._following = True
            self._look_at(now)

    def _again(self, opened: Opened, agent: str) -> None:
        self._following = False
        self.reviewing.again(opened, agent)
        self._look_at(opened)

    def _compare(self) -> None:
        self.comparison.show_all(self.reviewing.batch.all)
        self._show(self.comparison)

    def _esc(self) -> None:
        now, typing = self.reviewing.now, QApplication.focusWidget()
        if isinstance(typing, QLineEdit | QPlainTextEdit) and self.looking.view.isAncestorOf(typing):
            self.looking.view.take_keys()  # what is typed is kept where it stands
        elif now is not None and self._seen in (None, now):
            self._cancel()
        elif self._stack.currentWidget() is not self.opening:
            self._back()

    def _cancel(self) -> None:
        opened = self.reviewing.cancel()
        if opened is None:
            return
        if opened.stage is Stage.DONE:
            self.keeper.keep_own(opened)
            if opened is self.at:
                self.looking.take(opened)
            return
        if opened is self.at:
            self.looking.leave()
            if self._seen is None or self.reviewing.now is None:
                self._show(self.opening)
        name = words.plain(opened.name)
        self.undo.offer(
            tr("The review of {name} is cancelled, and nothing of it kept.", name=name),
            lambda: self._review(opened),
        )

    def _review(self, opened: Opened) -> None:
        """Review one that was cancelled after all, with what was written into it."""
        self._following = True
        self.reviewing.add(opened)
        self._follow()

    def _save(self) -> None:
        """Keep what is written and not kept yet, as the journal is about to be closed."""
        self.looking.view.save()
        now = self.reviewing.now
        if now is not None and now.record is not None:
            self.reviewing.cancel()
            self.keeper.keep_own(now)

    def _back(self) -> None:
        """Go back to what all began with: the comparison, or the start."""
        self._following = False
        batch = self.reviewing.batch
        if self._seen is not None and self._seen in batch.all and len(batch.all) > 1:
            self._compare()
            return
        only = batch.all[0] if len(batch.all) == 1 else None
        if only is not None and only is self.at and (only.record or only.stage is Stage.FAILED):
            self.reviewing.remove(only)
        over = self.reviewing.now is None and not self.reviewing.waiting
        if self._stack.currentWidget() is self.comparison and over:
            batch.all.clear()
        self.looking.leave()
        self._show(self.opening)

    def _show_phrases(self) -> None:
        if self._phrases_page is None:
            from app.ui.review.phrases import PhrasesList

            self.phrases = PhrasesList(self._diary, self._coaching)
            self.phrases.call_asked.connect(self.show_call)
            back = parts.button(tr("Back"), keys="Esc")
            back.clicked.connect(self._back)
            head = parts.row(parts.words(tr("Your better phrases"), "title"), back)
            self._phrases_page = parts.page(head, parts.card(self.phrases), margin=SPACE * 3)
            self._stack.addWidget(self._phrases_page)
        self._show(self._phrases_page)
