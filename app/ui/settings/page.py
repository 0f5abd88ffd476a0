"""Settings: all that can be chosen, to be searched and jumped in. Every choice is kept at once."""

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.own_words import BETWEEN
from app.settings import KeptSettings
from app.speech.languages import ENGLISH
from app.ui.journal.open_journal import OpenJournal
from app.ui.keys_help import LETTERS, KeysList
from app.ui.pieces import theme
from app.ui.pieces.parts import button, page, row, stack, words
from app.ui.pieces.theme import SPACE
from app.ui.pieces.undo import Undo
from app.ui.settings.about import About
from app.ui.settings.calls import Calls
from app.ui.settings.calm import Calm
from app.ui.settings.choices import CallTypeChoice, Choice, LanguageChoice, RecogniserChoice
from app.ui.settings.contents import Contents
from app.ui.settings.finding import wanted
from app.ui.settings.hearing import Hearing
from app.ui.settings.hints import hints_section
from app.ui.settings.journal import JournalCards
from app.ui.settings.measured_cost import MeasuredCost
from app.ui.settings.model_inventory import Inventory
from app.ui.settings.model_words import ENGLISH_ONLY
from app.ui.settings.models import Models
from app.ui.settings.organisation import organisation_sections
from app.ui.settings.rows import Row, Section, Setting
from app.ui.settings.sound import Sound
from app.ui.settings.store_work import StoreWork
from app.ui.settings.switch import OnOff
from app.ui.settings.word_lists import Jargon, NegativeWords

FROM_NEXT_CALL = marked("Changes of sound, words and coaching hold from the next call on.")
NOTHING = marked("Nothing here is called that. Try another word for it, or clear the search with Esc.")

JARGON_MEANS = marked(
    "One a line, with its plain word: SLA {between} the time we promise. When you say one, a hint gives you "
    "the plain word."
)
NEGATIVE_MEANS = marked(
    "One a line. When the customer says several of them in a minute, the call counts as heated."
)
RECOGNISER_MEANS = marked("Puts a call into words: a Vosk model, or Moonshine.")
MOTION_MEANS = marked("Only the breathing circle moves; still, it is a bar with words.")
CHECKLISTS = marked("Checklists are edited, ordered and made on the page where they are used.")

_THEMES = ((marked("As the system"), "system"), (marked("Light"), "light"), (marked("Dark"), "dark"))
_MOTIONS = ((marked("As the system"), "system"), (marked("Moving"), "full"), (marked("Still"), "reduced"))
_BESIDE = 92
"""Average widths of a letter that the page needs for its contents to stand beside the sections."""


class SettingsPage(QWidget):
    """All settings; `first_start_asked` wants the first start again, `page_asked` another page.

    `manual_asked` wants a place in the manual.
    """

    first_start_asked = Signal()
    page_asked = Signal(str)
    manual_asked = Signal(str)

    def __init__(
        self, settings: KeptSettings, coaching: OwnCoaching, hearing: Hearing, journal: OpenJournal
    ) -> None:
        super().__init__()
        self._settings, self._open_journal, self._known = settings, journal, settings.now
        self._content = coaching.content
        self.look = Choice(settings, tr("Light or dark"))
        self.look.fill([(tr(text), {"theme": value}) for text, value in _THEMES])
        self.text_size = Choice(settings, tr("Text size"))
        self.text_size.fill([(f"{size} %", {"text_size": size}) for size in (100, 125, 150, 200)])
        self.sound = Sound(settings, hearing)
        self.microphone, self.customer = self.sound.microphone, self.sound.customer
        self.meters, self.listen, self.refresh = self.sound.meters, self.sound.listen, self.sound.refresh
        self.recogniser = RecogniserChoice(settings)
        self.kind = CallTypeChoice(settings, coaching.content.call_types)
        self.journal = JournalCards(settings, journal)
        self.again = button(tr("Run the first start again"))
        self._in_call = words(tr(FROM_NEXT_CALL), "strong")
        self._nothing = words(tr(NOTHING), "soft")
        self.undo = Undo(self)
        self.sections: tuple[Section | JournalCards, ...] = ()
        for each in (self.sound, self.journal, self._in_call, self._nothing):
            each.setParent(self)
        for each in (self._in_call, self._nothing):
            each.hide()
        self.again.clicked.connect(self.first_start_asked)
        settings.heed.append(self._heed)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was chosen elsewhere meanwhile."""
        if not self.sections:
            self._fill()  # only now, so that the window starts sooner
        super().showEvent(event)
        self._show_settings()
        QTimer.singleShot(0, self, self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the contents where there is room for them."""
        super().resizeEvent(event)
        if self.sections:
            self._place()

    def show_in_call(self, in_call: bool) -> None:
        """Say what holds only later while a call runs; the inputs are its own meanwhile."""
        self._in_call.setVisible(in_call)
        self.listen.setEnabled(not in_call)
        self.again.setEnabled(not in_call)
        self.journal.show_in_call(in_call)
        if self.sections:
            self.cost.show_in_call(in_call)
            self.models.show_in_call(in_call)

    def take_over(self, download: StoreWork, from_file: StoreWork) -> None:
        """Go on here with what the first start has begun to do to speech models."""
        if not self.sections:
            self._fill()
        self.models.take_over(download, from_file)

    def stop_listening(self) -> None:
        """Let go of the devices, as a call is about to need them."""
        self.sound.stop_listening()

    def _fill(self) -> None:
        """Make the rest, and put all of it in its place."""
        settings, content = self._settings, self._content
        self.motion = Choice(settings, tr("Motion"))
        self.motion.fill([(tr(text), {"motion": value}) for text, value in _MOTIONS])
        self.calls = Calls(settings, content, self.kind)
        hints, self.hints = hints_section(settings, content)
        self.jargon, self.negative = Jargon(settings, content), NegativeWords(settings, content)
        self.calm = Calm(settings)
        self.remind = OnOff(settings, "remind", tr("A quiet note once a day on what is due"))
        self.checklists = button(tr("Edit checklists in Prepare"))
        self.language, self.cost = LanguageChoice(settings), MeasuredCost(settings)
        self.models = Models(settings)
        self._language_row = Setting(tr("Language"), self.language)
        self.about = About()
        jargon = Setting(tr("Words to put plainly"), self.jargon, tr(JARGON_MEANS, between=BETWEEN))
        self.jargon.kind.currentIndexChanged.connect(jargon.show_settings)
        self.sections = (
            *organisation_sections(),
            Section(
                tr("Look"),
                Setting(tr("Light or dark"), self.look),
                Setting(tr("Text size"), self.text_size, tr("Of all text, against your system's.")),
                Setting(tr("Motion"), self.motion, tr(MOTION_MEANS)),
            ),
            self.sound,
            Section(
                tr("Words"),
                self._language_row,
                Setting(tr("Recogniser"), self.recogniser, tr(RECOGNISER_MEANS)),
                Row(tr("Its cost here"), self.cost),
            ),
            self.models,
            self.calls,
            hints,
            Section(tr("Jargon"), jargon),
            Section(
                tr("Negative words"), Setting(tr("Words of the customer"), self.negative, tr(NEGATIVE_MEANS))
            ),
            self.calm,
            Section(
                tr("Follow-ups"),
                Setting(tr("Reminder"), self.remind, tr("Never in a call, never with a sound.")),
            ),
            Section(
                tr("Prepare"), Row(tr("Checklists"), row(self.checklists), words(tr(CHECKLISTS), "caption"))
            ),
            self.journal,
            Section(tr("Keys"), stack(KeysList(), words(tr(LETTERS), "caption"))),
            Section(tr("First start"), Row("", row(self.again))),
            self.about,
        )
        self.contents = Contents([each.title for each in self.sections])
        self.search = self.contents.search
        self._area = page(self._in_call, self._nothing, *self.sections)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(0)
        self._beside.addWidget(self.contents)
        self._beside.addWidget(self._area, 1)
        self.undo.setContentsMargins(SPACE * 4, SPACE, SPACE * 4, SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._beside, 1)
        layout.addWidget(self.undo)
        for each in (self.contents, self._area):
            each.show()  # at once: else they would come after the page
        self._place()
        self._connect()
        self.show_in_call(not self._in_call.isHidden())

    def _place(self) -> None:
        """Place the contents where there is room for them."""
        beside = self.width() >= self.fontMetrics().averageCharWidth() * _BESIDE
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self.contents.stand(beside)

    def _connect(self) -> None:
        self.about.manual_asked.connect(self.manual_asked)
        self.checklists.clicked.connect(lambda: self.page_asked.emit("prepare"))
        self.calm.patterns.clicked.connect(lambda: self.page_asked.emit("calm"))
        self.models.inventory.connect(self._take_models)
        self._rows: Sequence[Setting] = self.findChildren(Setting)
        for each in self._rows:
            each.reset_asked.connect(lambda each=each: self._reset(each))
        self.contents.searched.connect(self._find)
        self.contents.led.connect(self._lead)
        self.contents.entered.connect(self._enter)
        self._area.verticalScrollBar().valueChanged.connect(self._follow)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, lambda: self.contents.step(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self, lambda: self.contents.step(-1))

    def _search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find(self, typed: str) -> None:
        """Show what holds all words that are typed."""
        looked_for = wanted(typed)
        found = [place for place, each in enumerate(self.sections) if each.narrow(looked_for)]
        self.contents.show_found(found)
        self._nothing.setVisible(not found)
        self._area.verticalScrollBar().setValue(0)
        self._follow()

    def _lead(self, place: int) -> None:
        """Bring a section to the top."""
        if place < 0:
            return
        inside = self._area.widget()
        top = self.sections[place].mapTo(inside, QPoint(0, 0)).y() if inside is not None else 0
        self._area.verticalScrollBar().setValue(top - SPACE * 2)
        self.contents.show_place(place)

    def _enter(self, place: int) -> None:
        """Bring a section to the top, and the keyboard to its first control."""

        def enter() -> None:
            if place < 0:
                return
            self._lead(place)
            if (first := _first_control(self.sections[place])) is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

        QTimer.singleShot(0, self, enter)  # what a search has just shown has its place by then

    def _follow(self) -> None:
        """Mark the section at the top of what is in sight."""
        inside, top = self._area.widget(), self._area.verticalScrollBar().value() + SPACE * 4
        places = [
            place
            for place, each in enumerate(self.sections)
            if not each.isHidden() and inside is not None and each.mapTo(inside, QPoint(0, 0)).y() <= top
        ]
        self.contents.show_place(places[-1] if places else -1)

    def _take_models(self, held: Inventory) -> None:
        """Let what is installed be chosen."""
        self.language.offer(held.languages)
        self.recogniser.offer()
        self.cost.show_settings()  # what is automatic may be another
        self._show_settings()

    def _show_settings(self) -> None:
        english = self._settings.now.language == ENGLISH
        self._language_row.explain("" if english else tr(ENGLISH_ONLY))
        for each in self._rows:
            each.show_settings()
        self.journal.show_settings()

    def _heed(self) -> None:
        """Let what was chosen hold, wherever that was done."""
        before, self._known = self._known, self._settings.now
        now = self._known
        if now.theme != before.theme:
            theme.current().choose(now.theme)
        if now.text_size != before.text_size:
            theme.current().scale(now.text_size / 100)
        if now.idle_lock_min != before.idle_lock_min:
            self._open_journal.changed.emit()  # whoever watches the time goes by it
        if self.sections:
            if now.language != before.language:
                self.recogniser.offer()  # what is automatic is another
            self._show_settings()

    def _reset(self, which: Setting) -> None:
        """Choose the default, and offer to take that back."""
        before = self._settings.now
        which.chosen.reset()
        now = self._settings.now
        held = {each.name: getattr(before, each.name) for each in fields(before)}
        changed = {name: value for name, value in held.items() if getattr(now, name) != value}
        if changed:
            self.undo.offer(tr("Reset: {name}.", name=which.name), lambda: self._settings.change(**changed))


def _first_control(section: QWidget) -> QWidget | None:
    """Give the first control of a section that the Tab key stops at."""
    each = section.nextInFocusChain()
    while each is not None and section.isAncestorOf(each):
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return each
        each = each.nextInFocusChain()
    return None
