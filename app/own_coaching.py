"""The coaching content as this user has it: with bands, jargon, negative words and hints of their own."""

from dataclasses import replace
from typing import Any

from app.domain.cue_rules import TEXT_LIMIT
from app.domain.heat import NEGATIVE
from app.domain.techniques import CallType, Coaching
from app.own_words import can_be_heard
from app.settings import LONGEST_WORDS, KeptSettings, Settings, fit_band, fit_words


def adjusted(content: Coaching, settings: Settings) -> Coaching:
    """Give the content with what the user changed of it; what no longer fits to it is left out.

    Own jargon of a call type and own negative words take the place of those that there are; the rules of the
    techniques that are switched off are gone, so that their hints are neither shown nor counted.
    """
    types = {id: _with_band(kind, settings.own_bands.get(id)) for id, kind in content.call_types.items()}
    limit = plain_limit(content)
    jargon = {**content.jargon}
    for id in types:
        if isinstance(own := settings.own_jargon.get(id), dict):
            jargon[id] = {word: plain for word, plain in own.items() if _fit(word) and _fit(plain, limit)}
    lists = {**content.lists}
    if settings.own_negative_words is not None:
        own = tuple(filter(_fit, settings.own_negative_words))
        lists[NEGATIVE] = replace(lists[NEGATIVE], phrases=own)
    rules = tuple(rule for rule in content.rules if rule.technique not in settings.hints_off)
    return replace(content, call_types=types, jargon=jargon, lists=lists, rules=rules)


def plain_limit(content: Coaching) -> int:
    """Give the characters that a plain word may have for the hint with it to be read at a glance."""
    texts = [rule.text for rule in content.rules if "{plain}" in rule.text]
    return TEXT_LIMIT - max((len(text.replace("{plain}", "")) for text in texts), default=0)


def _with_band(kind: CallType, band: Any) -> CallType:
    return replace(kind, low=band[0], high=band[1]) if fit_band(band) else kind


def _fit(text: object, limit: int = LONGEST_WORDS) -> bool:
    return fit_words(text) and can_be_heard(text) and len(text) <= limit


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
