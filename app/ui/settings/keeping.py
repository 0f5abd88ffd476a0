"""Settings: how long the journal keeps what, with a look at what would go before anything does."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import Texts, marked, tr, trn
from app.settings import KeptSettings
from app.ui.journal import words as journal_words
from app.ui.journal.open_journal import OpenJournal
from app.ui.pieces.long_work import LongWork, Reached
from app.ui.pieces.parts import button, row, words
from app.ui.settings.choices import Choice
from app.ui.settings.rows import Row, Section, Setting

if TYPE_CHECKING:  # the database comes with these
    from app.storage.retention import Counts, Purge, Retention

_DAYS = (
    (marked("One week"), 7),
    (marked("30 days"), 30),
    (marked("90 days"), 90),
    (marked("One year"), 365),
    (marked("Three years"), 1096),
)
_ALWAYS = marked("For good")

ALWAYS_SO = marked(
    "Numbers are kept with every call, sound never. Card numbers and security codes are blanked before "
    "anything is kept."
)
WORDS_MEAN = Texts(
    {
        "never": "The words of a call are gone when it ends; the numbers stay.",
        "until_reflected": (
            "The words of a call help you look back on it. They go once you have finished reflecting on it."
        ),
        "days": "The words of a call go so many days after it, reflected on or not.",
    }
)
WHEN = marked("What has had its time is cleared once a day, from the daily backups as well.")
NOTHING = marked("Nothing has had its time; there is nothing to remove.")


class KeepChoice(Choice):
    """How many days something is kept; what the settings hold is offered, whatever it is."""

    def __init__(self, settings: KeptSettings, name: str, field: str) -> None:
        super().__init__(settings, name)
        self.field = field
        held = getattr(settings.now, field)
        entries: list[tuple[str, int | None]] = [(tr(_ALWAYS), None), *_with(held)]
        self.fill([(text, {field: days}) for text, days in entries])


class WordsChoice(Choice):
    """How long what was said in a call is kept."""

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__(settings, tr("Words of a call"))
        entries: list[tuple[str, dict[str, object]]] = [
            (tr("Never"), {"transcript_kept": "never"}),
            (tr("Until I have reflected on the call"), {"transcript_kept": "until_reflected"}),
        ]
        for text, days in _with(settings.now.transcript_days):
            entries.append((text, {"transcript_kept": "days", "transcript_days": days}))
        self.fill(entries)


class KeepingCard(QWidget):
    """The choices, and what they would take out now."""

    def __init__(
        self, settings: KeptSettings, journal: OpenJournal, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__()
        self._settings, self._journal, self._today = settings, journal, today
        self.words = WordsChoice(settings)
        self._words_row = Setting(
            self.words.accessibleName(), self.words, fixed="transcript_kept" in settings.fixed
        )
        self.choices = [
            KeepChoice(settings, name, field)
            for name, field in (
                (tr("Calls"), "keep_calls_days"),
                (tr("Reflections"), "keep_reflections_days"),
                (tr("Kept or missed promises"), "keep_follow_ups_days"),
                (tr("Times of calm"), "keep_calm_days"),
            )
        ]
        self.preview = button(tr("Show what would be removed now"))
        self.remove = button(tr("Remove now"), "danger")
        self.work = LongWork()
        self.section = Section(
            tr("How long the journal keeps what"),
            words(tr(ALWAYS_SO), "soft"),
            self._words_row,
            *(
                Setting(choice.accessibleName(), choice, fixed=choice.field in settings.fixed)
                for choice in self.choices
            ),
            Row(
                tr("What has had its time"),
                words(tr(WHEN), "caption"),
                row(self.preview, self.remove),
                self.work,
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        for choice in (self.words, *self.choices):
            choice.activated.connect(self._rechosen)
        self.preview.clicked.connect(self._preview)
        self.remove.clicked.connect(self._remove)
        self.work.busy.connect(lambda busy: self.preview.setEnabled(not busy))
        self._rechosen()

    def show_settings(self) -> None:
        """Show what the settings hold."""
        for choice in (self.words, *self.choices):
            choice.show_settings()
        self._rechosen()

    def _rechosen(self) -> None:
        """Forget the look at what would go: it would be another one now."""
        self._words_row.explain(WORDS_MEAN[self._settings.now.transcript_kept])
        self.remove.setEnabled(False)
        if not self.work.running:
            self.work.say("")

    def _retention(self) -> "Retention":
        from app.storage.retention import Retention

        return Retention.of(self._settings.now)

    def _preview(self) -> None:
        journal, today = self._journal.journal, self._today()
        if journal is None:
            return

        def preview(_: Reached) -> "Counts":
            from app.storage import retention

            kept = self._retention()
            return journal.read(lambda db: retention.preview(db, kept, today)).result()

        self.work.do(tr("Looking what has had its time"), preview, self._show_preview)

    def _show_preview(self, counts: "Counts") -> str:
        self.remove.setEnabled(counts.any)
        return (
            tr("This would go now: {counted}.", counted=journal_words.counted(counts))
            if counts.any
            else tr(NOTHING)
        )

    def _remove(self) -> None:
        journal, key, today = self._journal.journal, self._journal.key, self._today()
        if journal is None or key is None:
            return

        def remove(_: Reached) -> "Purge":
            from app.storage import retention

            with self._journal.at_work:
                return retention.carry_out(journal, key, self._retention(), today)

        self.remove.setEnabled(False)
        self.work.do(tr("Removing"), remove, self._show_removed)

    def _show_removed(self, purge: "Purge") -> str:
        self._journal.rewritten.emit()
        removed = journal_words.counted(purge.counts)
        return purge.told or (tr("Removed: {removed}.", removed=removed) if removed else tr(NOTHING))


def _with(held: int | None) -> list[tuple[str, int | None]]:
    """Give the usual spans, and the one that is held if it is none of them."""
    spans: list[tuple[str, int | None]] = [(tr(text), days) for text, days in _DAYS]
    if held is not None and held not in [days for _, days in spans]:
        spans.append((trn("{n} day", "{n} days", held), held))
        spans.sort(key=lambda span: span[1] or 0)
    return spans
