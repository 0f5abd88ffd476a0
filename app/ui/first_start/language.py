"""The first step: welcome, and the language of the calls, with its speech model where there is none."""

from PySide6.QtGui import QShowEvent

from app.errors import KnownError
from app.language import marked, tr
from app.settings import KeptSettings
from app.speech.languages import ENGLISH, LANGUAGES, named
from app.ui.first_start.steps import Step
from app.ui.pieces.errand import Errand
from app.ui.pieces.notice import Notice
from app.ui.pieces.parts import card, words
from app.ui.settings import model_inventory
from app.ui.settings.choices import LanguageChoice, RecogniserChoice
from app.ui.settings.installed_models import AddModel
from app.ui.settings.model_inventory import Inventory
from app.ui.settings.model_words import ENGLISH_ONLY
from app.ui.settings.offered_models import OfferedModels
from app.ui.settings.page import SettingsPage

WELCOME = marked(
    "It listens with you while you talk to customers, shows how the talking is shared, and gives one quiet "
    "hint at a time. All of it happens on this computer. Nothing is sent anywhere, and no sound is ever kept."
)
AT_ONCE = marked("English is understood at once.")
THERE = marked("A model for {language} is here.")
NEEDED = marked(
    "{language} needs a speech model, once. Get it here, or later in Settings: a download goes on while you "
    "do the next steps, and then in Settings. Until it is here, calls are measured by their timing."
)
GOES_ON = marked("How far the speech model is, and what came of it, is shown in Settings, Speech models.")


class Language(Step):
    """Welcome, the language, and how its words come to be understood."""

    def __init__(self, settings: KeptSettings) -> None:
        self._settings = settings
        self.choice = LanguageChoice(settings)
        others = sorted((code for code in LANGUAGES if code != ENGLISH), key=named)
        self.choice.offer((ENGLISH, *others))
        self.recogniser = RecogniserChoice(settings)
        self.told = words("", "soft")
        self.offered, self.add = OfferedModels(), AddModel()
        self.getting = card(words(tr("Its speech model"), "strong"), self.offered, self.add)
        super().__init__(
            "keel",
            tr("Welcome to Evenkeel"),
            tr(WELCOME),
            card(
                words(tr("Which language do you speak with customers?"), "strong"),
                self.choice,
                self.told,
                words(tr("Recogniser"), "strong"),
                self.recogniser,
            ),
            self.getting,
        )
        self._held: Inventory | None = None
        for part in (self.offered, self.add):
            part.busy.connect(self._mind)
            part.changed.connect(self._look)
        self.choice.activated.connect(self._show_chosen)
        self._show_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """See what there is of another language than English."""
        super().showEvent(event)
        self._show_chosen()

    def hand_over(self, page: SettingsPage, notice: Notice) -> None:
        """Let Settings go on with a model that is being fetched or installed, and say so."""
        if self._working:
            page.take_over(self.offered.work, self.add.work)
            notice.say(tr(GOES_ON))

    @property
    def _working(self) -> bool:
        return self.offered.work.running or self.add.work.running

    def _show_chosen(self) -> None:
        language = self._settings.now.language
        self.recogniser.offer()
        self.offered.show_language(language)
        self.add.language = language
        if language == ENGLISH:
            self.told.setText(tr(AT_ONCE))
        elif self._held is None:
            self.told.setText(tr("Looking what is here …"))
            self._look()
        elif language in self._held.languages:
            self.told.setText(f"{tr(THERE, language=named(language))} {tr(ENGLISH_ONLY)}")
        else:
            self.told.setText(f"{tr(NEEDED, language=named(language))} {tr(ENGLISH_ONLY)}")
        needed = self._held is not None and language not in self._held.languages
        self.getting.setVisible(language != ENGLISH and (needed or self._working))

    def _look(self) -> None:
        """See what there is, in another thread."""
        errand = Errand(self, model_inventory.read)
        errand.done.connect(self._take)
        errand.failed.connect(self._fail)

    def _take(self, held: Inventory) -> None:
        self._held = held
        self.offered.show_inventory(held)
        self.add.show_inventory(held)
        self._mind(self._working)
        self._show_chosen()

    def _fail(self, fault: Exception) -> None:
        if not isinstance(fault, KnownError):
            raise fault
        self.told.setText(str(fault))

    def _mind(self, busy: bool) -> None:
        self.choice.setEnabled(not busy)  # what is fetched is of this language
        for part in (self.offered, self.add):
            part.set_free(not busy)
