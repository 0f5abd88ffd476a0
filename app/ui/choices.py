"""Lists to choose from that write what was chosen into the settings at once."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QSizePolicy

from app import paths
from app.domain.techniques import CallType
from app.settings import NO_CUSTOMER, KeptSettings, Settings
from app.speech import models

MOONSHINE = "English, Moonshine"
TIMING_ONLY = "No words, only the timing"


class Choice(QComboBox):
    """A list whose entries each stand for values of some settings; shows what the settings hold."""

    def __init__(self, settings: KeptSettings, name: str) -> None:
        super().__init__()
        self._settings = settings
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._take)

    def fill(self, entries: Sequence[tuple[str, dict[str, object]]]) -> None:
        """Show these entries: a text and the settings it stands for; the first that holds now is chosen."""
        self.clear()
        for text, chosen in entries:
            self.addItem(text, chosen)
        self.show_settings()

    def show_settings(self) -> None:
        """Show the entry that the settings hold."""
        now = self._settings.now
        for number in range(self.count()):
            chosen = self.itemData(number)
            if all(getattr(now, name) == value for name, value in chosen.items()):
                self.setCurrentIndex(number)
                return

    def _take(self, number: int) -> None:
        self._settings.change(**self.itemData(number))


class CallTypeChoice(Choice):
    """The kinds of call, by their titles."""

    def __init__(self, settings: KeptSettings, types: Mapping[str, CallType]) -> None:
        super().__init__(settings, "Kind of call")
        self.fill([(kind.title, {"call_type": kind.id}) for kind in types.values()])


class RecogniserChoice(Choice):
    """What can put a call into words on this computer: automatic, each model that is there, none."""

    def __init__(self, settings: KeptSettings) -> None:
        super().__init__(settings, "Language and model")
        there: list[tuple[str, str, str | None]] = [
            (path.name, "vosk", path.name) for path in models.installed(paths.model_folders())
        ]
        if models.choose("auto", None, ()) is not None:
            there.append((MOONSHINE, "moonshine", None))
        now = settings.now
        entries = [
            (f"Automatic ({recognised_by(Settings())})", "auto", None),
            *there,
            (TIMING_ONLY, "none", None),
        ]
        if (now.engine, now.model) not in [(engine, model) for _, engine, model in entries]:
            entries.append((f"{now.model or now.engine} (not installed)", now.engine, now.model))
        self.fill([(text, {"engine": engine, "model": model}) for text, engine, model in entries])


def recognised_by(settings: Settings) -> str:
    """Say what would put a call into words with these settings."""
    if settings.model is not None:
        return settings.model
    if settings.engine == "auto":
        found = models.choose("auto", None, paths.model_folders())
        if found is None:
            return "Nothing installed, only the timing"
        return MOONSHINE if found.engine == "moonshine" else found.model
    return {"moonshine": MOONSHINE, "none": TIMING_ONLY}.get(settings.engine, settings.engine)


def heard_with(settings: Settings) -> tuple[str, str, str]:
    """Say what a call would be heard with: the microphone, the customer's side, the recogniser."""
    customer = {None: "What this computer plays", NO_CUSTOMER: "Not heard"}.get(
        settings.customer_device, settings.customer_device
    )
    agent = settings.agent_device or "The one your system uses"
    return agent, str(customer), recognised_by(settings)
