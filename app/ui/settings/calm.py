"""Settings: how a time of calm begins."""

from PySide6.QtGui import QShowEvent

from app.domain import breathing
from app.settings import KeptSettings
from app.ui.pieces.parts import button, row, words
from app.ui.settings.choices import Choice
from app.ui.settings.rows import Row, Section, Setting
from app.ui.settings.switch import OnOff

OWN = "Patterns of your own are made on the page Calm, and can be chosen here then."


class Calm(Section):
    """The pattern, its length, the tone, and whether calm is offered."""

    def __init__(self, settings: KeptSettings) -> None:
        self._settings = settings
        self.pattern = Choice(settings, "Breathing pattern")
        self.length = Choice(settings, "Length")
        self.length.fill([(_length(seconds), {"calm_length_s": seconds}) for seconds in breathing.LENGTHS_S])
        self.tone = OnOff(settings, "calm_tone", "A soft tone with each breath")
        self.offered = OnOff(settings, "calm_offered", "Offer calm after a tough call")
        self.patterns = button("Make your own in Calm")
        self._offer()
        super().__init__(
            "Calm",
            Setting("Breathing pattern", self.pattern, "The one that was used last."),
            Setting("Length", self.length),
            Setting("Tone", self.tone),
            Setting("Offer", self.offered, "Once after a call, never in one; skipping it is one key."),
            Row("Own patterns", row(self.patterns), words(OWN, "caption")),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the patterns of now."""
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        own = breathing.own_patterns(self._settings.now.own_patterns)
        patterns = {**breathing.READY_MADE, **own}
        self.pattern.fill([(each.title, {"calm_pattern": each.id}) for each in patterns.values()])


def _length(seconds: int) -> str:
    if seconds < 60:
        return f"{seconds} seconds"
    minutes = seconds // 60
    return "1 minute" if minutes == 1 else f"{minutes} minutes"
