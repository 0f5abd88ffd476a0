"""The speech models to look at: none, some, one on its way, a failure, a policy, a measured cost."""

from collections.abc import Callable
from dataclasses import dataclass, field
from unittest.mock import patch

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import bootstrap, paths, policy
from app.errors import KnownError
from app.policy import Policy
from app.session.measuring import Cost
from app.session.model_work import Reached
from app.speech import manifest
from app.speech.watch import Stage
from app.speech.workplace import WORK
from app.ui.first_start.language import Language
from app.ui.pieces import theme
from app.ui.pieces.errand import Errand
from app.ui.settings.models import Models
from app.ui.window import Window
from tests.pictures import window_pictures
from tests.vosk_models import FILES, put

LGRAPH = "vosk-model-en-us-0.22-lgraph"
GERMAN = "vosk-model-small-de-0.15"
SPANISH = "vosk-model-small-es-0.42"
LONG = "vosk-model-en-us-daanzu-20200905-lgraph"
"""The offer with the longest address."""
BROKE = (
    "alphacephei.com did not send all of vosk-model-small-en-us-0.15: the connection broke off. What came "
    "is kept; try again to go on from there."
)
COST = Cost("moonshine", "tiny-en", 10.0, 0.92, 0.3, 0.6, 183_000_000)
TOO_MUCH = Cost("vosk", "vosk-model-en-us-0.22", 10.0, 14.2, 5.1, 31.0, 5_400_000_000)


@dataclass
class Standing:
    """A work that stands still where it is looked at, or has ended as it is wanted to."""

    reached: Reached = field(default_factory=Reached)
    asked: str | None = None
    failure: KnownError | None = None
    answer: object = None

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.failure is not None or self.answer is not None

    def close(self) -> None:
        """There is nothing to end."""


def settled(made: Window) -> None:
    """Wait until all is there."""
    QTest.qWait(80)
    while made.findChildren(Errand):
        QTest.qWait(20)
    for _ in range(3):
        QApplication.processEvents()


def put_some() -> None:
    """Put models into the user's folder: one whole, one without a manifest, one damaged; one is begun."""
    own = paths.model_folders()[-1]
    manifest.write(put(own / LGRAPH), "en")
    put(own / GERMAN)
    put(own / SPANISH, {**FILES, "graph/Gr.fst": b""})


def models(section: str = "Speech models", *, some: bool = True, begun: int = 0, tall: int = 0) -> Window:
    """Give the window at the models; some are there, and of the accurate one so many bytes are begun."""
    if some:
        put_some()
    store = bootstrap.model_store()
    if begun:
        from app.speech.part import Part

        (store.own / WORK).mkdir(parents=True, exist_ok=True)
        offer = next(offer for offer in store.offers if offer.name == "vosk-model-small-en-us-0.15")
        part = Part(store.own / WORK / f"{offer.name}.zip", offer)
        part.begin('"a"', offer.bytes)
        with part.file.open("wb") as file:
            file.truncate(begun)
    made = window_pictures.window("settings")
    if tall:
        made.resize(1040, tall)
    made.show()
    page = made.settings_page
    settled(made)
    titles = [each.title for each in page.sections]
    page.contents.entered.emit(titles.index(section))
    QTest.qWait(80)
    return made


def begin(made: Window, standing: Standing) -> Models:
    """Choose the small English model, and let its download stand where it is wanted."""
    shown = made.settings_page.models
    shown.offered.choose("vosk-model-small-en-us-0.15")
    shown.offered.download.click()
    with patch.object(bootstrap, "model_work", lambda work: standing):
        shown.offered.now.click()
    QTest.qWait(150)
    settled(made)
    made.settings_page._area.ensureWidgetVisible(shown.offered.work)
    QTest.qWait(50)
    return shown


def asking() -> Window:
    made = models(begun=30_000_000)
    shown = made.settings_page.models
    shown.offered.choose("vosk-model-small-en-us-0.15")
    shown.offered.download.click()
    settled(made)
    made.settings_page._area.ensureWidgetVisible(shown.offered.now)
    return made


def downloading() -> Window:
    made = models()
    begin(made, Standing(Reached(Stage.DOWNLOADING, 24_300_000, 41_205_931)))
    return made


def elsewhere() -> Window:
    made = models()
    begin(made, Standing(Reached(Stage.DOWNLOADING), asked="mirror.example.org"))
    return made


def failed() -> Window:
    made = models(begun=30_000_000)
    begin(made, Standing(failure=KnownError(BROKE)))
    return made


def removing() -> Window:
    made = models()
    shown = made.settings_page.models.installed
    next(each for each in shown.models if each.model.name == LGRAPH).remove.click()
    return made


def forbidden() -> Window:
    with patch.object(policy, "current", lambda: Policy(downloads=False)):
        made = models(tall=1500)
    made.settings_page.models.offered.choose(GERMAN)
    settled(made)
    return made


def narrow(scale: float = 1.0, *, asks: bool = False, allowed: bool = True) -> Window:
    """Give the smallest window with the longest address, or with the question about it."""
    theme.current().scale(scale)
    with patch.object(policy, "current", lambda: Policy(downloads=allowed)):
        made = models(some=False)
    made.resize(560, 600)
    settled(made)
    offered = made.settings_page.models.offered
    offered.choose(LONG)
    if asks:
        offered.download.click()
    settled(made)
    area = made.settings_page._area
    area.ensureWidgetVisible(offered.now if asks else offered.address)
    settled(made)
    return made


def found() -> Window:
    made = models()
    made.settings_page.models.offered.filter.setText("portu")
    settled(made)
    return made


def measured(cost: Cost, **chosen: object) -> Window:
    made = models("Words", some=False)
    page = made.settings_page
    if cost.engine == "vosk":
        put(paths.model_folders()[-1] / cost.model)
    page.cost._keep(cost)
    page._settings.change(**chosen)
    page.cost.show_settings()
    return made


def korean() -> Window:
    made = models("Words", some=False)
    made.settings_page._settings.change(language="ko")
    return made


def measuring() -> Window:
    made = models("Words", some=False)
    with patch.object(bootstrap, "model_work", lambda work: Standing(Reached(None, 64_000, 160_000))):
        made.settings_page.cost.measure.click()
        QTest.qWait(300)
    return made


def large(section: str = "Speech models") -> Window:
    theme.current().scale(2)
    made = models(section)
    made.resize(560, 400)
    settled(made)
    titles = [each.title for each in made.settings_page.sections]
    made.settings_page.contents.entered.emit(titles.index(section))
    QTest.qWait(80)
    return made


def first_start(language: str, *, small: bool = False) -> Window:
    """Give the first step with another language chosen."""
    if small:
        theme.current().scale(2)
    made = window_pictures.window(first_start_done=False)
    if small:
        made.resize(560, 400)
    made.show()
    assert made.first_start is not None
    step = made.first_start.steps[0]
    assert isinstance(step, Language)
    step.choice.setCurrentIndex(step.choice.findData({"language": language}))
    step.choice.activated.emit(step.choice.currentIndex())
    settled(made)
    return made


STATES: dict[str, Callable[[], QWidget]] = {
    "models-none": lambda: models(some=False),
    "models-some": lambda: models(tall=1500),
    "models-found": found,
    "models-asking": asking,
    "models-downloading": downloading,
    "models-elsewhere": elsewhere,
    "models-failed": failed,
    "models-removing": removing,
    "models-policy": forbidden,
    "models-address": narrow,
    "models-address-large": lambda: narrow(2.0),
    "models-address-policy": lambda: narrow(allowed=False),
    "models-address-asking": lambda: narrow(asks=True),
    "models-measuring": measuring,
    "models-measured": lambda: measured(COST),
    "models-too-slow": lambda: measured(TOO_MUCH, engine="vosk", model="vosk-model-en-us-0.22"),
    "models-korean": korean,
    "models-large": large,
    "models-large-words": lambda: large("Words"),
    "models-first-start": lambda: first_start("de"),
    "models-first-start-large": lambda: first_start("de", small=True),
}
