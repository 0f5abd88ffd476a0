"""Rewind and rephrase: what was said, the technique that fits, and how one would say it now."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.journal import Rephrasing
from app.domain.techniques import Technique
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.ui.call.cards import points, spoken
from app.ui.pieces import parts
from app.ui.pieces.errand import Errand
from app.ui.pieces.theme import SPACE
from app.ui.reflect.lines import Lines
from app.ui.review.phrase_row import PhraseRow
from app.ui.review.shown import Shown

if TYPE_CHECKING:  # the finding of phrases comes with it
    from app.session.fitting import Fitting

EMPTY = marked("Choose something you said in the call, press R, and write how you would say it now.")
KEPT = marked("Kept with your reflection. There may be another way to say it.")
NO_CARD = marked("No card")
_MARKS = {"C", "P"}


class RephraseView(QWidget):
    """Takes what the agent said, shows the card that fits, and lets the better phrase be written.

    `written` gives an app.domain.journal.Rephrasing to be kept (its reflection_id 0: whoever keeps it knows
    the reflection), `taken_back` the id of one. `broke` gives a bug of ours.
    """

    written = Signal(object)
    taken_back = Signal(object)
    broke = Signal(object)

    def __init__(self, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Rephrase"))
        self._coaching = coaching
        self._cards = cards(coaching)
        self._shown: Shown | None = None
        self._asked = 0
        self._t = 0
        self._said = ""
        self._technique = ""
        self._drafts: dict[tuple[int, str], str] = {}
        self.rows: dict[int, PhraseRow] = {}
        self._make()
        self._lay_out()
        self.show_call(None)

    def show_call(self, shown: Shown | None) -> None:
        """Show the call's own better phrases so far; None forgets them."""
        before, self._shown = self._shown, shown
        if shown is None or before is None or shown.name != before.name:
            self._forget()
        phrases = {each.id: each for each in shown.rephrasings} if shown is not None else {}
        for id in set(self.rows) - set(phrases):
            row = self.rows.pop(id)
            row.leave(keep=False)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        for each in phrases.values():
            about = " · ".join(filter(None, (_when(each), self._title(each.technique))))
            if each.id in self.rows:
                self.rows[each.id].show_phrase(each, about)
            else:
                self._add(each, about)
        self._own.setVisible(bool(phrases))

    def begin(self, t: int, said: str) -> None:
        """Take what was said at `t` (samples), and wait for the better phrase."""
        self._put_aside()
        self._t, self._said = t, said
        self._asked += 1
        self.quote.setText(spoken(words.plain(said)))
        self._at.setText(tr("You said at {moment}", moment=words.moment(t)))
        self.field.setPlainText(self._drafts.pop((t, said), ""))
        self._state.setText("")
        self._choose("", "")
        self._empty.hide()
        self._form.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    def keep(self) -> None:
        """Keep what is written as a better phrase."""
        better = " ".join(self.field.toPlainText().split())
        if not better:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        from app.storage.schema import new_id

        made = Rephrasing(
            new_id(), 0, datetime.now(UTC), self._said, better, str(self.card.currentData()), self._t
        )
        self.field.clear()
        self._state.setText(tr(KEPT))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.written.emit(made)

    def save(self) -> None:
        """Keep at once what is written and not kept yet, as the call is left."""
        for row in self.rows.values():
            row.leave(keep=True)
        if self._form.isVisibleTo(self) and self.field.toPlainText().strip():
            self.keep()

    def _make(self) -> None:
        self._empty = parts.words(tr(EMPTY), "soft")
        self._at, self.quote = parts.words("", "caption"), parts.words("", "strong")
        self.quote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.card = parts.ChoiceBox()
        self.card.setAccessibleName(tr("Card that fits"))
        self.card.addItem(tr(NO_CARD), "")
        for technique in self._cards.values():
            self.card.addItem(technique.title, technique.id)
        self.card.currentIndexChanged.connect(lambda _: self._pick())
        self._why = parts.words("", "caption")
        self._help = QVBoxLayout()
        self.field = Lines(tr("How would you say it now?"))
        keys = QKeySequence("Ctrl+Enter").toString(QKeySequence.SequenceFormat.NativeText)
        self.kept = parts.button(tr("Keep"), "primary", keys=keys)
        self.kept.clicked.connect(self.keep)
        self._state = parts.words("", "caption")
        self.field.textChanged.connect(self._mind_typing)

    def _lay_out(self) -> None:
        self._form = parts.stack(
            parts.stack(self._at, self.quote, spacing=SPACE // 2),
            parts.stack(parts.labelled(tr("Card that fits"), self.card), self._why, spacing=SPACE // 2),
            spacing=SPACE * 2,
        )
        form = self._form.layout()
        assert isinstance(form, QVBoxLayout)
        form.addLayout(self._help)
        form.addWidget(parts.labelled(tr("How would you say it now?"), self.field))
        form.addWidget(parts.row(self.kept, self._state))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            key = QShortcut(QKeySequence(keys), self._form, self.keep)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._own = parts.stack(parts.words(tr("Your better phrases of this call"), "strong"))
        own = self._own.layout()
        assert isinstance(own, QVBoxLayout)
        own.addLayout(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 3)
        for each in (self._empty, self._form, self._own):
            column.addWidget(each)
        column.addStretch(1)

    def _add(self, phrase: Rephrasing, about: str) -> None:
        row = self.rows[phrase.id] = PhraseRow(phrase, about, remove=tr("Take back"), parent=self)
        row.edited.connect(lambda text: self.written.emit(replace(row.phrase, better=text)))
        row.removed.connect(lambda: self.taken_back.emit(row.phrase.id))
        self._rows.addWidget(row)

    def _look(self) -> None:
        """Find in another thread which card fits, unless the user is quicker."""
        shown, said, t, asked = self._shown, self._said, self._t, self._asked
        if shown is None:
            return
        coaching, report = self._coaching.now, shown.report
        kind = coaching.kind(shown.call_type).id

        def find() -> "Fitting | None":
            from app.session.fitting import fitting

            return fitting(said, t, report, kind, coaching)

        def take(found: "Fitting | None") -> None:
            if asked == self._asked and found is not None and found.technique in self._cards:
                told = tr("You said {spoken}.", spoken=spoken(words.plain(found.words)))
                hint = tr("The hint of then: {hint}.", hint=words.plain(found.hint))
                self._choose(found.technique, told if found.words else hint)

        errand = Errand(self, find)
        errand.done.connect(take)
        errand.failed.connect(self.broke)

    def _pick(self) -> None:
        """Take the card that the user picked: none that is found later takes its place."""
        if self.card.currentData() != self._technique:
            self._asked += 1
            self._choose(str(self.card.currentData()), "")

    def _choose(self, technique: str, why: str) -> None:
        self._technique = technique
        self.card.setCurrentIndex(max(0, self.card.findData(technique)))
        self._why.setText(why)
        self._why.setVisible(bool(why))
        while (item := self._help.takeAt(0)) is not None:
            held = item.widget()
            if held is not None:
                held.hide()
                held.deleteLater()
        card = self._cards.get(technique)
        if card is not None:
            self._help.addWidget(parts.words(card.why, "soft"))
            self._help.addWidget(points(tr("Try saying"), [spoken(line) for line in card.try_saying]))

    def _mind_typing(self) -> None:
        written = bool(self.field.toPlainText().strip())
        self.kept.setEnabled(written)
        if written:
            self._state.setText("")

    def _put_aside(self) -> None:
        """Hold what is written and not kept until the same words are taken up again."""
        if text := self.field.toPlainText().strip():
            self._drafts[self._t, self._said] = text

    def _forget(self) -> None:
        self._asked += 1
        self._said = ""
        self._drafts.clear()
        for text in (self._at, self.quote, self._state):
            text.setText("")
        self.field.clear()
        self.kept.setEnabled(False)
        self._choose("", "")
        self._form.hide()
        self._empty.setVisible(self._shown is not None)

    def _title(self, technique: str) -> str:
        return title(self._coaching, technique)


def cards(coaching: OwnCoaching) -> dict[str, Technique]:
    """Give the cards that a better phrase can belong to, by their ids."""
    techniques = coaching.now.techniques.values()
    return {each.id: each for each in techniques if _MARKS.intersection(each.marks)}


def title(coaching: OwnCoaching, technique: str) -> str:
    """Give the title of a technique, "" for none and for one that is there no more."""
    known = coaching.now.techniques.get(technique)
    return known.title if known is not None else ""


def _when(phrase: Rephrasing) -> str:
    return words.moment(phrase.t) if phrase.t is not None else ""
