"""All own better phrases, to be searched, read again and used."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.journal import Call, Rephrasing
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.report import words
from app.ui.call.cards import OWN
from app.ui.journal.diary import EVERYTHING, Diary, Work
from app.ui.journal.question import Question
from app.ui.journal.words import day
from app.ui.pieces import parts
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo
from app.ui.review.phrase_row import PhraseRow, deed
from app.ui.review.rephrase import title

if TYPE_CHECKING:  # the database comes with it
    from app.storage.cipher import Database

MOST = 50
"""So many phrases are shown at once; whoever looks for others types a word."""

_ALL = 1_000_000
"""More phrases than anybody writes."""

NOT_OPEN = marked("Your better phrases are kept in your journal, and it is not open.")
NOTHING = marked(
    "There are none yet. Look at a call again in Review, choose something you said, press R, and write how "
    "you would say it now."
)
NOT_FOUND = marked("None of your better phrases has these words. Fewer letters find more.")
NONE_OF_CARD = marked("None of your better phrases belongs to this card.")
MORE = marked("These are the newest {most}. Type a word to find the others.")
COPIED = marked("Copied.")
ANY_CARD = marked("Any card")

SHOWN_BY = (EVERYTHING, "reflection", "call")
"""The kinds of change after which it may be another list."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is shown: the phrases, newest first, the call of each where there is one (by the phrase's id),
    whether there are more of them, and the techniques that have any.
    """

    phrases: tuple[Rephrasing, ...] = ()
    calls: Mapping[int, Call] = field(default_factory=dict)
    more: bool = False
    techniques: frozenset[str] = frozenset()


def look(typed: str, technique: str | None, db: "Database") -> Known:
    """Read what fits what was typed, and the card."""
    from app.storage import calls, reflections, rephrasings

    found = rephrasings.find(db, typed, technique, MOST + 1)
    its_calls: dict[int, Call] = {}
    for each in found[:MOST]:
        reflection = reflections.get(db, each.reflection_id)
        call = calls.get(db, reflection.call_id) if reflection and reflection.call_id else None
        if call is not None:
            its_calls[each.id] = call
    techniques = frozenset(each.technique for each in rephrasings.find(db, limit=_ALL))
    return Known(tuple(found[:MOST]), its_calls, len(found) > MOST, techniques)


def by_technique(db: "Database") -> dict[str, list[str]]:
    """Read the newest better phrases of each technique, as the cards show them (CardsPanel.show_own)."""
    from app.storage import rephrasings

    found: dict[str, list[str]] = {}
    for each in rephrasings.find(db, limit=_ALL):
        own = found.setdefault(each.technique, [])
        if len(own) < OWN and each.better not in own:
            own.append(each.better)
    return found


class PhrasesList(QWidget):
    """The user's better phrases of all calls, found as one types or by their card.

    `call_asked` gives the id of the call that one belongs to.
    """

    call_asked = Signal(object)

    def __init__(self, diary: Diary, coaching: OwnCoaching) -> None:
        super().__init__()
        self.setAccessibleName(tr("Your better phrases"))
        self._diary, self._coaching = diary, coaching
        self._question = Question(diary, self)
        self._known: Known | None = None
        self._stale = True
        self._asked: str | None = None
        self.rows: dict[int, PhraseRow] = {}
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Search your better phrases"))
        self.search.setPlaceholderText(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.card = parts.ChoiceBox()
        self.card.setAccessibleName(tr("Card they belong to"))
        self._offer_cards(frozenset())
        self.undo = Undo(self)
        self._told, self._note = parts.words("", "soft"), parts.words("", "caption")
        self._asking = parts.stack(self.search, parts.row(self.card))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        for each in (self._asking, self.undo, self._told, self._note):
            column.addWidget(each)
        column.addLayout(self._column)
        column.addStretch(1)
        self.search.textChanged.connect(lambda _: self._read())
        self.card.currentIndexChanged.connect(lambda _: self._pick())
        diary.changed.connect(self._mind)
        diary.leaving.connect(self.save)
        self._show()

    def save(self) -> None:
        """Keep what stands in a phrase that is being changed."""
        for row in self.rows.values():
            row.leave(keep=True)

    def forget(self) -> None:
        """Leave nothing of the diary in any widget."""
        self._question.drop()
        self._known, self._stale = None, True
        self.undo.forget()
        self.search.clear()
        self._asked = None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if something has changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _mind(self, what: str) -> None:
        if what in SHOWN_BY:
            self._stale = True
            if self.isVisible():
                self._read()

    def _pick(self) -> None:
        """Read what belongs to another card than the one that was asked for."""
        if self.card.currentData() != self._asked:
            self._read()

    def _read(self) -> None:
        if not self._diary.is_open:
            self._known = None
            self._show()
            return
        self._stale = False
        typed, technique = self.search.text(), self.card.currentData()
        self._asked = technique
        self._question.ask(lambda db: look(typed, technique, db), self._take)

    def _take(self, known: Known) -> None:
        if self._diary.is_open:
            self._known = known
            self._show()

    def _show(self) -> None:
        known = self._known or Known()
        shown = {each.id: each for each in known.phrases}
        for id in set(self.rows) - set(shown):
            self._let_go(id)
        for at, each in enumerate(known.phrases):
            call = known.calls.get(each.id)
            if each.id in self.rows:
                self.rows[each.id].show_phrase(each, self._about(each, call))
            else:
                self.rows[each.id] = self._row(each, call)
            if self._column.indexOf(self.rows[each.id]) != at:
                self._column.insertWidget(at, self.rows[each.id])
        self._offer_cards(known.techniques)
        asked = bool(self.search.text() or self.card.currentData())
        self._asking.setVisible(bool(known.techniques) or asked)
        self._told.setText(self._empty())
        self._told.setVisible(not shown and bool(self._told.text()))
        self._note.setText(tr(MORE, most=MOST) if known.more else "")
        self._note.setVisible(known.more)

    def _empty(self) -> str:
        if self._known is None:
            return "" if self._diary.is_open else tr(NOT_OPEN)
        if not self._known.techniques:
            return tr(NOTHING)
        return tr(NOT_FOUND) if self.search.text() else tr(NONE_OF_CARD)

    def _offer_cards(self, techniques: frozenset[str]) -> None:
        """Offer the cards that have any phrase, and the one that is chosen."""
        chosen = self._asked
        titles = {id: title(self._coaching, id) for id in {*techniques, chosen} if id}
        wanted = [(tr(ANY_CARD), None), *sorted((name, id) for id, name in titles.items() if name)]
        if wanted != [(self.card.itemText(at), self.card.itemData(at)) for at in range(self.card.count())]:
            silent = QSignalBlocker(self.card)
            self.card.clear()
            for name, id in wanted:
                self.card.addItem(name, id)
            self.card.setCurrentIndex(max(0, self.card.findData(chosen)))
            silent.unblock()
            self.card.setToolTip(self.card.currentText())

    def _row(self, phrase: Rephrasing, call: Call | None) -> PhraseRow:
        copy = deed(tr("Copy"), lambda: self._copy(row))
        copy.setAccessibleName(tr("Copy: {better}", better=phrase.better))
        deeds = [copy]
        if call is not None:
            asked = deed(tr("Look at the call"), lambda: self.call_asked.emit(call.id))
            asked.setAccessibleName(tr("Look at the call: {call}", call=words.named(call)))
            deeds.append(asked)
        row = PhraseRow(phrase, self._about(phrase, call), *deeds, remove=tr("Delete"), parent=self)
        row.edited.connect(lambda text: self._change(row.phrase, text))
        row.removed.connect(lambda: self._delete(row.phrase))
        return row

    def _about(self, phrase: Rephrasing, call: Call | None) -> str:
        named = words.named(call) if call is not None else ""
        when = day(phrase.made_at.astimezone().date())
        at = f"{named}, {words.moment(phrase.t)}" if named and phrase.t is not None else named
        return " · ".join(filter(None, (title(self._coaching, phrase.technique), when, at)))

    def _copy(self, row: PhraseRow) -> None:
        QGuiApplication.clipboard().setText(row.phrase.better)
        self._note.setText(tr(COPIED))
        self._note.show()

    def _change(self, phrase: Rephrasing, text: str) -> None:
        from app.storage import rephrasings

        self._write(
            lambda db: rephrasings.save(db, replace(phrase, better=text)),
            tr("Changed: {text}", text=words.plain(text)),
            lambda db: rephrasings.save(db, phrase),
        )

    def _delete(self, phrase: Rephrasing) -> None:
        from app.storage import rephrasings

        self._write(
            lambda db: rephrasings.delete(db, phrase.id),
            tr("Deleted: {better}", better=words.plain(phrase.better)),
            lambda db: rephrasings.bring_back(db, phrase.id),
        )

    def _write(self, work: Work, told: str, undo: Work) -> None:
        """Do this, and offer to take it back once it is kept."""

        def offer(_: object) -> None:
            self.undo.offer(told, lambda: self._diary.write("reflection", undo))

        self._diary.write("reflection", work, offer, self)

    def _let_go(self, id: int) -> None:
        """Put a row away; the next key goes to the one after it, or to what takes the deletion back."""
        row = self.rows.pop(id)
        at, focus = self._column.indexOf(row), QGuiApplication.focusObject()
        had = isinstance(focus, QWidget) and row.isAncestorOf(focus)
        row.leave(keep=False)
        self._column.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()
        if had:
            item = self._column.itemAt(min(at, self._column.count() - 1))
            held = item.widget() if item is not None else None
            coming = held.edit if isinstance(held, PhraseRow) else self.search
            coming.setFocus(Qt.FocusReason.OtherFocusReason)
