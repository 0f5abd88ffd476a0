"""Offers three slow breaths after a tough call: once, quietly, and never in a call."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.report import Report
from app.domain.timeline import Speaker
from app.domain.tough import Sign, tough
from app.language import Texts, tr
from app.report import words
from app.session.snapshot import Event, Mark
from app.settings import KeptSettings
from app.ui.call.current import CurrentCall
from app.ui.journal.diary import EVERYTHING, Diary
from app.ui.pieces.offer import Offer

if TYPE_CHECKING:
    from app.storage.cipher import Database

KEYS = ("B", "N")
"""The keys that breathe and that skip, while it is offered."""

SIGNS = Texts(
    {
        Sign.CUT_INS: "you cut in on each other",
        Sign.VOICE: "your voice rose or quickened",
        Sign.MOOD: "it weighed on you",
        Sign.MARKED: "a moment was marked",
    }
)


class Offering(QObject):
    """Watches calls end and reflections finish; `breathe_asked` gives the id of the call, None if unknown.

    A practice call counts like any other, so that a newcomer sees it. The first time is when the call has
    ended, by its report and marks; where that was not enough or found nobody, the second is when the
    reflection on it is finished, by the moods in it, too. An answer, either way, holds for that call and all
    before it, also after a restart (`calm_answered`). A call that begins takes the offer back.
    """

    breathe_asked = Signal(object)

    def __init__(
        self, calls: CurrentCall, diary: Diary, settings: KeptSettings, offer: Offer, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._calls, self._diary, self._settings, self._offer = calls, diary, settings, offer
        self._marks = 0
        self._answered = False
        """Whether the last call's offer was answered while the journal did not have the call yet."""
        calls.begun.connect(self._begin)
        calls.changed.connect(self._mind_call)
        calls.kept.connect(self._remember)
        calls.watch.happened.connect(self._count)
        calls.watch.ended.connect(self._look_at_call)
        diary.changed.connect(self._mind_diary)

    def _begin(self) -> None:
        self._marks, self._answered = 0, False

    def _mind_call(self) -> None:
        if self._calls.running or self._calls.starting:
            self._offer.withdraw(self)

    def _count(self, event: Event) -> None:
        self._marks += isinstance(event.what, Mark)

    def _look_at_call(self, report: Report | None) -> None:
        if report is not None:
            cut_ins = (report.interruptions(Speaker.AGENT), report.interruptions(Speaker.CUSTOMER))
            self._make(tough(cut_ins, report.cues, self._marks), None)

    def _mind_diary(self, what: str) -> None:
        if what == EVERYTHING and not self._diary.is_open:
            self._offer.withdraw(self)
        elif what == "reflection" and self._settings.now.calm_offered:
            self._diary.read(_last_reflected, self._look_at_reflection, self)

    def _look_at_reflection(self, found: tuple[int, Sequence[Sign]] | None) -> None:
        if found is not None and Sign.MOOD in found[1] and not self._is_answered(found[0]):
            self._make(found[1], found[0])

    def _is_answered(self, call_id: int) -> bool:
        """Say whether an offer was answered for this call or a later one; ids grow with time."""
        answered = self._settings.now.calm_answered
        known = answered is not None and call_id <= answered
        return known or (self._answered and call_id == self._calls.last_id)

    def _make(self, signs: Sequence[Sign], call_id: int | None) -> None:
        busy = self._calls.running or self._calls.starting
        if not signs or busy or not self._settings.now.calm_offered:
            return
        self._offer.withdraw(self)
        self._offer.make(
            tr(
                "That sounds like a hard call: {signs}. Three slow breaths?",
                signs=words.listed([SIGNS[sign] for sign in signs]),
            ),
            tr("Breathe"),
            lambda: self._accept(call_id),
            tr("Not now"),
            decline=lambda: self._answer(call_id),
            keys=KEYS,
            by=self,
            picture="calm",
        )

    def _accept(self, call_id: int | None) -> None:
        self._answer(call_id)
        self.breathe_asked.emit(self._calls.last_id if call_id is None else call_id)

    def _answer(self, call_id: int | None) -> None:
        """Take that the offer after this call, None for the last one, was answered."""
        if call_id is None or call_id == self._calls.last_id:
            self._answered = True
            self._remember()
        else:
            self._keep(call_id)

    def _remember(self) -> None:
        """Keep the answer once the journal has the call, and so an id for it."""
        if self._answered and (last := self._calls.last_id) is not None:
            self._keep(last)

    def _keep(self, call_id: int) -> None:
        self._settings.change(calm_answered=max(call_id, self._settings.now.calm_answered or 0))


def _last_reflected(db: "Database") -> tuple[int, Sequence[Sign]] | None:
    """Give the call of the newest reflection and the signs there are now; None before that is finished."""
    from app.storage import calls, reflections

    for reflection in reflections.recent(db, 1):
        call = calls.get(db, reflection.call_id) if reflection.call_id is not None else None
        if call is not None and reflection.finished_at is not None:
            cut_ins = (call.measures.interruptions_agent, call.measures.interruptions_customer)
            moods = (reflection.mood_before, reflection.mood_after)
            return call.id, tough(cut_ins, calls.report(db, call.id).cues, call.marks, moods)
    return None
