"""Lists to choose from that write what was chosen into the settings at once."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy

from app import paths
from app.domain.techniques import CallType
from app.errors import KnownError
from app.language import marked, tr
from app.settings import DEFAULTS, NO_CUSTOMER, KeptSettings, Settings
from app.speech import models
from app.speech.languages import ENGLISH, named
from app.ui.pieces.parts import ChoiceBox

MOONSHINE = marked("English, Moonshine")
TIMING_ONLY = marked("No words, only the timing")


class Choice(ChoiceBox):
    """A list whose entries each stand for values of some settings; shows what the settings hold.

    One of the entries stands for what holds before anything is chosen.
    """

    def __init__(self, settings: KeptSettings, name: str) -> None:
        super().__init__()
        self._settings = settings
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._take)
        self.currentTextChanged.connect(self.setToolTip)  # whole, where there is no room for it

    @property
    def own(self) -> bool:
        """Whether something else is chosen than what held before."""
        now, place = self._settings.now, self._usual
        chosen: dict[str, object] = self.itemData(place) if place >= 0 else {}
        return any(getattr(now, name) != value for name, value in chosen.items())

    @property
    def usual(self) -> str:
        """The entry that holds before anything is chosen."""
        return self.itemText(self._usual)

    def reset(self) -> None:
        """Choose what holds before anything is chosen."""
        self.setCurrentIndex(self._usual)
        self.activated.emit(self._usual)

    def fill(self, entries: Sequence[tuple[str, dict[str, object]]]) -> None:
        """Show these entries: a text and the settings it stands for; the first that holds now is chosen."""
        self.clear()
        for place, (text, chosen) in enumerate(entries):
            self.addItem(text, chosen)
            self.setItemData(place, text, Qt.ItemDataRole.ToolTipRole)
        self.show_settings()

    def show_settings(self) -> None:
        """Show the entry that the settings hold, none where no entry stands for them."""
        self.setCurrentIndex(self._entry(self._settings.now))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: what is scrolled past must not change."""
        event.ignore()

    @property
    def _usual(self) -> int:
        return self._entry(DEFAULTS)

    def _entry(self, held: Settings) -> int:
        """Give the place of the entry that stands for these settings, -1 for none."""
        places = (
            number
            for number in range(self.count())
            if all(getattr(held, name) == value for name, value in self.itemData(number).items())
        )
        return next(places, -1)

    def _take(self, number: int) -> None:
        self._settings.change(**self.itemData(number))


class CallTypeChoice(Choice):
    """The kinds of call, by their titles."""

    def __init__(self, settings: KeptSettings, types: Mapping[str, CallType]) -> None:
        super().__init__(settings, tr("Kind of call"))
        self.fill([(kind.title, {"call_type": kind.id}) for kind in types.values()])


class LanguageChoice(Choice):
    """The language that is spoken in calls; another one lets go of a model that was chosen for the last."""

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__(settings, tr("Language you speak in calls"))
        self._offered: Sequence[str] = ()
        self.offer((ENGLISH,))

    def offer(self, languages: Sequence[str]) -> None:
        """Offer these, and the one that is chosen, whether it can be understood now or not."""
        self._offered = languages
        now = self._settings.now.language
        entries = [(named(code), code) for code in languages]
        if now not in languages:
            entries.append((tr("{language} (no model is installed)", language=named(now)), now))
        self.fill([(text, {"language": code}) for text, code in entries])

    def show_settings(self) -> None:
        """Show the language that is chosen, also where it came from elsewhere."""
        if self._entry(self._settings.now) < 0:
            self.offer(self._offered)
        super().show_settings()

    def _take(self, number: int) -> None:
        now, chosen = self._settings.now, self.itemData(number)
        if now.language != chosen["language"] and now.engine != "none":
            chosen = {**chosen, "engine": "auto", "model": None}
        self._settings.change(**chosen)


class RecogniserChoice(Choice):
    """What can put a call into words on this computer: automatic, each model that is there, none.

    Looks again for models each time it is shown.
    """

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__(settings, tr("Language and model"))
        self.offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the models of now."""
        super().showEvent(event)
        self.offer()

    def show_settings(self) -> None:
        """Show what is chosen, also where it came from elsewhere."""
        if self.count() and self._entry(self._settings.now) < 0:
            self.offer()
        super().show_settings()

    def offer(self) -> None:
        """Look again what is there."""
        there: list[tuple[str, str, str | None]] = []
        with suppress(KnownError):  # the list of models says which folder can't be looked into
            there += ((path.name, "vosk", path.name) for path in models.installed(paths.model_folders()))
        if _found(()) == tr(MOONSHINE):
            there.append((tr(MOONSHINE), "moonshine", None))
        now = self._settings.now
        automatic = recognised_by(Settings(language=now.language))
        entries = [
            (tr("Automatic ({model})", model=automatic), "auto", None),
            *there,
            (tr(TIMING_ONLY), "none", None),
        ]
        if (now.engine, now.model) not in [(engine, model) for _, engine, model in entries]:
            entries.append(
                (tr("{model} (not installed)", model=now.model or now.engine), now.engine, now.model)
            )
        self.fill([(text, {"engine": engine, "model": model}) for text, engine, model in entries])


def recognised_by(settings: Settings) -> str:
    """Say what would put a call into words with these settings."""
    if settings.model is not None:
        return settings.model
    if settings.engine == "auto":
        return _found(paths.model_folders(), settings.language)
    return {"moonshine": tr(MOONSHINE), "none": tr(TIMING_ONLY)}.get(settings.engine, settings.engine)


def _found(folders: Sequence[Path], language: str = ENGLISH) -> str:
    """Say what is taken from `folders` for a language without any other wish."""
    # What is passed over, as while a model is being copied, the list of models tells.
    found = models.choose("auto", None, folders, language, refused=lambda refusal: None)
    if found is None:
        return tr("Nothing installed, only the timing")
    return tr(MOONSHINE) if found.engine == "moonshine" else found.model


def heard_with(settings: Settings) -> tuple[str, str, str]:
    """Say what a call would be heard with: the microphone, the customer's side, the recogniser."""
    customer = {None: tr("What this computer plays"), NO_CUSTOMER: tr("Not heard")}.get(
        settings.customer_device, settings.customer_device
    )
    agent = settings.agent_device or tr("The one your system uses")
    return agent, str(customer), recognised_by(settings)
