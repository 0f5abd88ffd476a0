"""One reflection to be written: a minute of looking back, saved as it is typed."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.journal import Reflection
from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.settings import KeptSettings
from app.ui.journal.diary import Diary
from app.ui.pieces import parts
from app.ui.pieces.errand import Errand
from app.ui.pieces.hot_button import HotButton
from app.ui.pieces.moods import MoodPicker
from app.ui.pieces.theme import SPACE
from app.ui.reflect.beside import Beside
from app.ui.reflect.lines import Lines
from app.ui.reflect.material import Material
from app.ui.reflect.promised import Promises
from app.ui.reflect.questions import Questions
from app.ui.reflect.tags import TagField
from app.ui.reflect.techniques import Techniques
from app.ui.reflect.words import about
from app.ui.reflect.writing import Writing

if TYPE_CHECKING:  # the finding of phrases and the database come with these
    from app.domain.promises import Promised
    from app.session.heard import Heard
    from app.storage.cipher import Database

_PAUSE_MS = 600
"""How long typing rests before it is written."""

_WIDE = 130
"""Average widths of a letter from which the call has room beside what is written."""

GOES = marked(
    "Finishing lets what was said in this call go, as Settings has it. The numbers and your own words stay."
)
GONE = marked("This is no longer in your journal, so what you write here is not kept.")
SAVED = marked("Saved")
SAVING = marked("Saving")


class ReflectionForm(QWidget):
    """Shows one reflection and writes it, a moment after each change.

    `left` leaves it as it is, `finished` tells that it is done, `delete_asked` gives its id. `mood_chosen`
    gives the id of the call (or None) and the mood after it, `calm_asked` that id.
    """

    left = Signal()
    finished = Signal()
    delete_asked = Signal(object)
    mood_chosen = Signal(object, int)
    calm_asked = Signal(object)

    def __init__(
        self, material: Material, diary: Diary, settings: KeptSettings, coaching: OwnCoaching
    ) -> None:
        super().__init__()
        self._material, self._diary, self._settings = material, diary, settings
        self._coaching, self._content = coaching.now, coaching.content
        self.start = material.reflection or _new(material.call.id if material.call else None)
        self._fields(material, self.start)
        self.writing = Writing(
            diary, self.record, lambda: self.record, self, known=material.reflection is not None
        )
        self.beside = Beside(material)
        self.beside.relabelled.connect(self._relabel)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._connect()
        self._listen()

    @property
    def record(self) -> Reflection:
        """The reflection as it stands here."""
        return replace(
            self.start,
            mood_before=self.before.mood,
            mood_after=self.after.mood,
            hot_button=self.hot_button.text,
            went_well=self.went_well.toPlainText().strip(),
            next_time=self.next_time.toPlainText().strip(),
            cause=self.cause.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            tags=self.tags.tags,
            techniques=self.techniques.used,
        )

    @property
    def clean(self) -> bool:
        """Whether all of it is in the journal."""
        return self.writing.clean and self.promises.clean

    def leave(self) -> None:
        """Write all of it, the word that is being typed, too, as the form is left."""
        self._finish_typing()
        self.save()

    def save(self) -> None:
        """Write at once what is not written."""
        self._pause.stop()
        self.writing.save()
        self.promises.save()

    def finish(self) -> None:
        """Write it all and be done; one that is done already is only left."""
        self._finish_typing()
        if self.start.finished_at is not None:
            self.left.emit()
        else:
            self._pause.stop()
            self.promises.save()
            self.writing.finish(drop_words=self._settings.now.transcript_kept != "days")

    def _finish_typing(self) -> None:
        self.tags.finish_typing()
        self.techniques.others.finish_typing()

    def begin(self) -> None:
        """Take the keyboard."""
        self.before.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the call beside what is written where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _WIDE and self.beside.there
        if wide == self._aside.isHidden():
            self._aside.setVisible(wide)
            (self._side_column if wide else self._below).addWidget(self.beside)

    def _fields(self, material: Material, start: Reflection) -> None:
        self.before, self.after = MoodPicker(tr("Mood before")), MoodPicker(tr("Mood after"))
        self.before.show_mood(start.mood_before)
        self.after.show_mood(start.mood_after)
        offered = (material.expected, *material.hot_buttons, *self._coaching.hot_buttons)
        self.hot_button = HotButton(tr("Which hot button was pushed?"), tr("None, or type your own"))
        self.hot_button.offer(offered)
        self.hot_button.show_text(start.hot_button)
        self.went_well = Lines(tr("What went well?"), start.went_well)
        self.next_time = Lines(tr("What next time?"), start.next_time)
        self.cause = Lines(tr("A cause worth fixing in your own house"), start.cause)
        self.note = Lines(tr("Note"), start.note)
        if material.call is None:
            self.note.setPlaceholderText(tr("When it was, and what about"))
        self.tags = TagField(tr("Tags"), tr("Type one, then Enter"), material.tags)
        self.tags.show_tags(start.tags)
        self.techniques = Techniques(self._coaching.techniques, start.techniques)
        self.promises = Promises(self._diary, material.call, material.follow_ups, date.today())
        hints = [cue.id for cue in material.report.cues] if material.report else []
        self.questions = Questions(self._coaching.techniques, hints, (each.t for each in material.marks))
        self.back = parts.button(tr("All reflections"))
        self.state = parts.words(tr(SAVED) if material.reflection else "", "caption")
        self.state.setWordWrap(False)
        self.calm = parts.button(tr("Take a few breaths first"), "quiet")
        done = tr("Finish") if start.finished_at is None else tr("Done")
        self.done = parts.button(done, "primary")
        keys = QKeySequence("Ctrl+Enter")
        self.done.setText(f"{done}   {keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        self.delete = parts.button(tr("Delete"), "quiet")
        self.without_call = parts.button(
            tr("Keep it without the call") if material.call else tr("Keep it anyway")
        )
        self._gone = parts.card(parts.words(tr(GONE), "strong"), parts.row(self.without_call))
        self._gone.hide()

    def _lay_out(self) -> None:
        report = self._material.report
        goes = parts.words(tr(GOES), "soft")
        words_go = self._settings.now.transcript_kept != "days" and self.start.finished_at is None
        if not (words_go and report is not None and report.transcript):
            goes.hide()
        held = QWidget()
        self._below = QVBoxLayout(held)
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.addWidget(self.beside)
        texts = [
            parts.labelled(tr("What went well?"), self.went_well),
            parts.labelled(tr("What next time?"), self.next_time),
        ]
        note = parts.labelled(tr("Note"), self.note)
        texts.insert(len(texts) if self._material.call else 0, note)
        form = parts.page(
            parts.words(about(self._material.call, self._coaching.call_types), "soft"),
            parts.row(self.back, self.calm, self.state),
            self._gone,
            parts.card(
                parts.labelled(tr("Mood before"), self.before),
                parts.labelled(tr("Mood after"), self.after),
                parts.labelled(tr("Which hot button was pushed?"), self.hot_button),
            ),
            parts.card(*texts),
            parts.card(parts.words(tr("What was promised"), "strong"), self.promises),
            parts.card(parts.words(tr("Techniques you used"), "strong"), self.techniques),
            parts.card(
                parts.words(tr("Questions for this call"), "strong"),
                parts.words(tr("Press one to answer it in the note."), "caption"),
                self.questions,
            ),
            parts.card(
                parts.labelled(tr("A cause worth fixing in your own house"), self.cause),
                parts.labelled(tr("Tags"), self.tags),
            ),
            goes,
            parts.row(self.done, self.delete),
            held,
            title=tr("Reflect"),
        )
        side = QWidget()
        self._side_column = QVBoxLayout(side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._aside = parts.page(side, margin=SPACE * 2)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(form, 3)
        line.addWidget(self._aside, 2)
        self._aside.hide()

    def _connect(self) -> None:
        for lines in (self.went_well, self.next_time, self.cause, self.note):
            lines.textChanged.connect(self._touch)
        for picker in (self.before, self.after):
            picker.chosen.connect(self._touch)
        for field in (self.hot_button, self.tags, self.techniques):
            field.changed.connect(self._touch)
        self.promises.changed.connect(self._touch)
        self.after.chosen.connect(self._tell_mood)
        self.questions.asked.connect(self.note.add_question)
        self._pause.timeout.connect(self.save)
        self.writing.saved.connect(self._show_saved)
        self.promises.saved.connect(self._show_saved)
        self.writing.saved.connect(self._gone.hide)
        self.writing.gone.connect(self._gone.show)
        self.writing.finished.connect(self.finished)
        self.done.clicked.connect(self.finish)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.finish)
        QShortcut(QKeySequence("Esc"), self, self.left.emit)
        self.back.clicked.connect(self.left)
        self.delete.clicked.connect(lambda: self.delete_asked.emit(self.start.id))
        self.calm.clicked.connect(lambda: self.calm_asked.emit(self.start.call_id))
        self.without_call.clicked.connect(self._keep_without)

    def _listen(self) -> None:
        """Find in another thread what the call shows was done and promised."""
        # As shipped: hints that are switched off do not unmake what was done.
        call, report, coaching = self._material.call, self._material.report, self._content
        if call is None or report is None:
            return
        day = call.began_at.astimezone().date()
        kind = call.call_type if call.call_type in coaching.call_types else "general"

        def find() -> "tuple[tuple[Heard, ...], tuple[Promised, ...]]":
            from app.domain.promises import promises
            from app.session.heard import heard

            return heard(report, kind, coaching), promises(report.transcript, day)

        errand = Errand(self, find)
        errand.done.connect(self._suggest)
        errand.failed.connect(self._diary.broke)

    def _suggest(self, found: "tuple[tuple[Heard, ...], tuple[Promised, ...]]") -> None:
        self.techniques.suggest(found[0])
        self.promises.suggest(found[1])

    def _touch(self) -> None:
        self.state.setText(tr(SAVING))
        self._pause.start()

    def _show_saved(self) -> None:
        if self.state.text() == tr(SAVING) and self.clean:
            self.state.setText(tr(SAVED))

    def _tell_mood(self, mood: int | None) -> None:
        if mood is not None:
            self.mood_chosen.emit(self.start.call_id, mood)

    def _relabel(self, place: int, label: str | None) -> None:
        call_id = self.start.call_id
        if call_id is None:
            return

        def work(db: "Database") -> None:
            from app.storage import calls

            calls.label(db, call_id, place, label)

        self._diary.write("call", work)

    def _keep_without(self) -> None:
        """Keep what is written as a reflection of its own."""
        self._gone.hide()
        self.start = replace(_new(None), begun_at=self.start.begun_at)
        self.writing.begin_anew()
        self.promises.begin_anew()
        self.save()


def _new(call_id: int | None) -> Reflection:
    from app.storage.schema import new_id

    return Reflection(new_id(), call_id, datetime.now(UTC))
