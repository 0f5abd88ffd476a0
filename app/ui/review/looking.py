"""What is looked at on the Review page: its view, its sound, how it stands, and what is asked of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.techniques import Coaching
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.report.reading import TALK_RATIO, unknowns
from app.ui.pieces import files
from app.ui.review import taking_along
from app.ui.review.at_hand import AtHand
from app.ui.review.keeper import Keeper
from app.ui.review.look import LookView
from app.ui.review.opened import Opened, Stage, carried
from app.ui.review.opening import KINDS
from app.ui.review.sound import LIVE, Sound
from app.ui.review.taking_along import Tell

NOT_KEPT = marked(
    "This is not in your journal, so what you write here is gone once the page shows something else."
)
NO_JOURNAL = marked(
    "Labels, marks, corrections and better phrases last only while this call is shown, as no journal is open."
)
KNOWN = marked("This is the call as your journal has it.")
NOTHING_TO_SWAP = marked("There is nothing to swap: {why}")
LIVE_SIDES = marked(
    "There is nothing to swap: this call was heard live, and your side was your own microphone."
)
FIND_FIRST = marked("The channels can be swapped once the recording is found again.")


class Looking(QObject):
    """Holds the one Opened that is looked at.

    `left` leads back, `reflect_asked` gives its call's id, `again_asked` the Opened and the agent's channel
    it is to be reviewed with; `dropped` gives an Opened that was taken out of the journal.
    """

    left = Signal()
    reflect_asked = Signal(object)
    again_asked = Signal(object, str)
    dropped = Signal(object)

    def __init__(self, at_hand: AtHand, keeper: Keeper, coaching: OwnCoaching, parent: QObject) -> None:
        super().__init__(parent)
        self._at_hand, self._keeper, self._coaching = at_hand, keeper, coaching
        self.at: Opened | None = None
        self._why = ""
        self._found: Path | None = None
        """Where the recording may lie now, while that is looked at."""
        self.sound = Sound(self)
        self.view = view = LookView(at_hand, self.sound, coaching)
        self.sound.opened.connect(self._hear)
        self.sound.refused.connect(self._miss)
        view.left.connect(self.left)
        view.reflect_asked.connect(self._reflect)
        view.swap_asked.connect(self.swap)
        view.page_asked.connect(lambda: self._take_along(taking_along.ask_for_page))
        view.print_asked.connect(lambda: self._take_along(taking_along.print_out))
        view.pdf_asked.connect(lambda: self._take_along(taking_along.ask_for_pdf))
        view.numbers_asked.connect(lambda: self._take_along(taking_along.ask_for_numbers))

    def look_at(self, opened: Opened) -> None:
        """Look at this one from now on."""
        if self.at is not opened:
            self.leave()
            self.at = opened
        self.take(opened)

    def take(self, opened: Opened) -> None:
        """Show more, or another form, of what is looked at."""
        self.refresh()
        self._open_sound(opened)

    def refresh(self) -> None:
        """Show it as it is now."""
        if self.at is not None:
            self._at_hand.shown = self.at.shown
            self.view.show_opened(self.at)
            self._show_standing(self.at)

    def leave(self) -> None:
        """Look at nothing any more; what is being written is kept."""
        if self.at is not None:
            self.view.save()
        self.at = self._at_hand.shown = None
        self._why, self._found = "", None
        self.sound.close()
        self.view.forget()

    def pause(self) -> None:
        """Play nothing while it is out of sight."""
        if self.sound.player is not None:
            self.sound.player.pause()

    def swap(self) -> None:
        """Take the agent's side from the other channel; again takes it back."""
        at = self.at
        if at is None:
            return
        why = self._why_not(at)
        if why:
            self.view.tell(why)
            return
        other = "right" if at.agent == "left" else "left"
        if at.stage is not Stage.DONE or at.other is None or at.shown is None:
            self.again_asked.emit(at, other)
            return
        own = at.shown
        now = replace(carried(own, at.other, swapped=True), call=own.call)
        at.shown, at.other, at.agent = now, own, other
        self.sound.set_agent(other)
        if now.call is not None:
            self._keeper.keep(at)
        self.take(at)

    def find(self) -> None:
        """Ask where the recording of a kept call is now."""
        files.ask_to_open(self.view, tr("Find the recording"), tr(KINDS), self.found)

    def found(self, path: Path) -> None:
        """Take the recording from another place, if it is the one."""
        at = self.at
        if at is not None and at.shown is not None:
            self._why, self._found = "", path.absolute()
            self.sound.open(self._found, at.agent, at.shown.length)

    def _why_not(self, at: Opened) -> str:
        """Give the sentence of why the channels can't be swapped, "" where they can."""
        if at.path is None:
            return tr(LIVE_SIDES)
        if at.shown is not None and at.shown.report.source.channels == 1:
            why = next((each for each in unknowns(at.shown.report) if tr(TALK_RATIO) in each.names), None)
            reason = f"{why.reason} {why.remedy}" if why is not None else words.UNSEPARATED["mic-only"]
            return tr(NOTHING_TO_SWAP, why=reason[:1].lower() + reason[1:])
        return tr(FIND_FIRST) if self._why or not at.path.is_file() else ""

    def _open_sound(self, opened: Opened) -> None:
        shown = opened.shown
        if opened.path is None:
            self._why = tr(LIVE)
            self.view.show_sound(silent=True)
            self._show_standing(opened)
        elif not self._why and self._found is None:
            done = shown is not None and opened.stage is Stage.DONE
            self.sound.open(opened.path, opened.agent, shown.length if shown is not None and done else None)

    def _hear(self) -> None:
        found, self._found = self._found, None
        if found is not None and self.at is not None:
            self._keeper.relocate(self.at, found)
        self.view.show_sound()
        self.refresh()

    def _miss(self, why: str) -> None:
        self._why, self._found = why, None
        self.view.show_sound(silent=True)
        self.refresh()

    def _show_standing(self, at: Opened) -> None:
        say, shown = self.view.standing.say, at.shown
        if at.stage is Stage.FAILED:
            say(at.trouble, (tr("Try again"), lambda: self.again_asked.emit(at, at.agent)))
        elif at.stage is not Stage.DONE or shown is None:
            say("")
        elif shown.call is None:
            if self._keeper.can_keep:
                say(tr(NOT_KEPT), (tr("Keep it"), lambda: self._keeper.keep(at)))
            else:
                say(tr(NO_JOURNAL))
        elif at.fresh:
            kept = tr("Kept in your journal; {how_long}.", how_long=self._keeper.how_long)
            say(kept, (tr("Don't keep"), lambda: self._drop(at)))
        elif at.path is not None:
            again = (tr("Review again"), lambda: self.again_asked.emit(at, at.agent))
            say(tr(KNOWN), *([] if self._why else [again]))
        else:
            say("")
        if at.stage is Stage.FAILED and not (shown and shown.until):  # nothing was heard, and all is said
            self.view.why.say("")
            self.view.player.hide()
        elif self._why:
            self.view.why.say(self._why, *([(tr("Find the recording …"), self.find)] if at.path else []))
        else:
            self.view.why.say(" ".join(at.told))

    def _drop(self, at: Opened) -> None:
        self._keeper.drop(at)
        self.refresh()
        self.dropped.emit(at)

    def _reflect(self) -> None:
        shown = self.at.shown if self.at is not None else None
        if shown is not None and shown.call is not None:
            self.reflect_asked.emit(shown.call.id)

    def _take_along(self, deed: Callable[[QWidget, Opened, Coaching, Tell], None]) -> None:
        if self.at is not None and self.at.stage is Stage.DONE:
            deed(self.view, self.at, self._coaching.now, self.view.tell)
