"""Settings: what the chosen recogniser costs on this computer, measured when asked."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import paths
from app.errors import KnownError
from app.language import marked, tr
from app.settings import KeptSettings, Settings
from app.speech import models
from app.ui.pieces.errand import Errand
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE
from app.ui.settings import model_words
from app.ui.settings.store_work import StoreWork

if TYPE_CHECKING:
    from app.session.measuring import Cost
    from app.session.model_work import Work

NOT_YET = marked("Ten seconds of the sample call show whether it suits this computer. Nothing is played.")
NO_WORDS = marked("Nothing is put into words, so there is nothing to measure.")
MEASURING = marked("Measuring with ten seconds of talk")


class MeasuredCost(QWidget):
    """A button that measures, and what was measured of the recogniser that is chosen since the start."""

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__()
        self._settings = settings
        self._known: dict[tuple[str, str], Cost] = {}
        """By engine and model."""

        self._in_call = self._asked = False
        self.measure = button(tr("Measure"))
        self.measure.setAccessibleName(tr("Measure the cost on this computer"))
        self.said = words(tr(NOT_YET), "soft")
        self.work = StoreWork()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        for each in (self.said, row(self.measure), self.work):
            column.addWidget(each)
        self.measure.clicked.connect(self._ask)
        self.work.busy.connect(self.show_settings)
        settings.heed.append(self.show_settings)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is known of what is chosen now."""
        super().showEvent(event)
        self.show_settings()

    def show_in_call(self, in_call: bool) -> None:
        """Measure nothing while a call needs the computer."""
        self._in_call = in_call
        if in_call:
            self.work.give_up()
        self.show_settings()

    def show_settings(self, *_: object) -> None:
        """Show what is known of what is chosen now."""
        # Only where there is something to be found by it: it looks through the folders of models.
        recogniser = _recogniser(self._settings.now) if self._known else None
        known = self._known.get(recogniser) if recogniser else None
        none = self._settings.now.engine == "none"
        self.said.setText(tr(NO_WORDS) if none else model_words.cost(known) if known else tr(NOT_YET))
        free = not none and not self._in_call and not self._asked and not self.work.running
        self.measure.setEnabled(free)
        self.measure.setText(tr("Measure again") if known else tr("Measure"))

    def _ask(self) -> None:
        now = self._settings.now

        def prepare() -> "Work | None":
            from app import bootstrap  # all the weight of sound and speech comes with it

            return bootstrap.measurement(
                bootstrap.LiveChoices(engine=now.engine, model=now.model, language=now.language)
            )

        self._asked = True
        self.show_settings()
        errand = Errand(self, prepare)
        errand.done.connect(self._begin)
        errand.failed.connect(self._fail)

    def _begin(self, work: "Work | None") -> None:
        self._asked = False
        if work is None or self._in_call:
            self.work.say("" if work else tr(NO_WORDS))
            self.show_settings()
            return
        self.work.begin(tr(MEASURING), work, self._keep, in_bytes=False)
        self.work.stop.setFocus()

    def _keep(self, cost: "Cost") -> str:
        self._known[cost.engine, cost.model] = cost
        return ""

    def _fail(self, fault: Exception) -> None:
        self._asked = False
        self.show_settings()
        if not isinstance(fault, KnownError):
            raise fault
        self.work.say(str(fault))


def _recogniser(settings: Settings) -> tuple[str, str] | None:
    """Give engine and model of what would put a call into words now, None where nothing would."""
    try:
        choice = models.choose(
            settings.engine, settings.model, paths.model_folders(), settings.language, lambda refusal: None
        )
    except KnownError:  # what is chosen is not there, or not whole
        return None
    return None if choice is None else (choice.engine, choice.model)
