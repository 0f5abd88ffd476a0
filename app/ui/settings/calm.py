"""Settings: how a time of calm begins."""

from PySide6.QtGui import QShowEvent

from app.domain import breathing
from app.language import marked, tr, trn
from app.settings import KeptSettings
from app.ui.calm import words as calm_words
from app.ui.pieces.parts import button, row, words
from app.ui.settings.choices import Choice
from app.ui.settings.rows import Row, Section, Setting
from app.ui.settings.switch import OnOff

OWN = marked("Patterns of your own are made on the page Calm, and can be chosen here then.")


class Calm(Section):
    """The pattern, its length, the tone, and whether calm is offered."""

    def __init__(self, settings: KeptSettings) -> None:
        self._settings = settings
        self.pattern = Choice(settings, tr("Breathing pattern"))
        self.length = Choice(settings, tr("Length"))
        self.length.fill([(_length(seconds), {"calm_length_s": seconds}) for seconds in breathing.LENGTHS_S])
        self.tone = OnOff(settings, "calm_tone", tr("A soft tone with each breath"))
        self.offered = OnOff(settings, "calm_offered", tr("Offer calm after a tough call"))
        self.patterns = button(tr("Make your own in Calm"))
        self._offer()
        super().__init__(
            tr("Calm"),
            Setting(tr("Breathing pattern"), self.pattern, tr("The one that was used last.")),
            Setting(tr("Length"), self.length),
            Setting(tr("Tone"), self.tone),
            Setting(
                tr("Offer"), self.offered, tr("Once after a call, never in one; skipping it is one key.")
            ),
            Row(tr("Own patterns"), row(self.patterns), words(tr(OWN), "caption")),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Offer the patterns of now."""
        super().showEvent(event)
        self._offer()

    def _offer(self) -> None:
        own = breathing.own_patterns(self._settings.now.own_patterns)
        patterns = {**breathing.READY_MADE, **own}
        self.pattern.fill([(calm_words.title(each), {"calm_pattern": each.id}) for each in patterns.values()])


def _length(seconds: int) -> str:
    if seconds < 60:
        return trn("1 second", "{n} seconds", seconds)
    minutes = seconds // 60
    return trn("1 minute", "{n} minutes", minutes)
