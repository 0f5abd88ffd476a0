"""The coaching content as this user has it: with bands, jargon, negative words and hints of their own."""

from app.domain.techniques import Coaching
from app.settings import KeptSettings, Settings


def adjusted(content: Coaching, settings: Settings) -> Coaching:
    """Give the content with what the user changed of it; what no longer fits to it is left out."""
    return content


class OwnCoaching:
    """The coaching of now: `content` as it comes with the product, `now` as the settings change it."""

    def __init__(self, content: Coaching, settings: KeptSettings) -> None:
        self.content, self._settings = content, settings
        self._made_of: Settings | None = None
        self._now = content

    @property
    def now(self) -> Coaching:
        """The coaching by the settings of now."""
        settings = self._settings.now
        if settings is not self._made_of:
            self._made_of, self._now = settings, adjusted(self.content, settings)
        return self._now
