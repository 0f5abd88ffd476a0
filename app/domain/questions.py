"""Open and closed questions in what an agent says, from how a sentence opens and, where written, its mark."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.text import Sentence, Text, plain_words, read

OPEN, CLOSED = "open_question", "closed_question"
"""Ids under which questions count like phrase lists."""

_CLEAR_ANYWHERE = 3
"""An opener of this many words is a question wherever it stands; a shorter one must open the sentence."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question: `kind` is OPEN or CLOSED, `words` its opening as heard, `at` its first plain word."""

    kind: str
    words: str
    at: int


class Openers:
    """The words by which questions are known; all are content (the [questions] table of phrases.toml).

    `open` and `closed` are how a question opens; `told` are open ones that ask without a question mark ("tell
    me"). Where no mark is written, one of `subjects` must follow a closed opener of one word ("do you", not
    "do call") and none of `statement_after` an open one ("what we can do is"). `lead_ins` may come before.
    """

    def __init__(
        self,
        open: Iterable[str],
        closed: Iterable[str],
        told: Iterable[str],
        subjects: Iterable[str],
        statement_after: Iterable[str],
        lead_ins: Iterable[str],
    ) -> None:
        self._kinds = {plain_words(opener): CLOSED for opener in closed}
        self._kinds.update({plain_words(opener): OPEN for opener in (*open, *told)})
        self._told = frozenset(plain_words(opener) for opener in told)
        self._longest = max(map(len, self._kinds), default=0)
        self._subjects = frozenset(subjects)
        self._statement_after = frozenset(statement_after)
        self.lead_ins = frozenset(lead_ins)

    def questions(self, text: str) -> list[Question]:
        """Give the questions of `text`, in order."""
        heard = read(text)
        found: list[Question] = []
        for sentence in heard.sentences:
            if heard.punctuated and sentence.mark:
                found += self._marked(heard, sentence)
            else:
                found += self._unmarked(heard, sentence)
        return found

    def after_lead_ins(self, words: tuple[str, ...], start: int, end: int) -> int:
        """Give the place of the first word from `start` that is no lead-in ("okay", "so", "um")."""
        while start < end and words[start] in self.lead_ins:
            start += 1
        return start

    def _marked(self, heard: Text, sentence: Sentence) -> list[Question]:
        """Trust the mark: with "?" it is a question, else only if its opener asks by itself."""
        at = self.after_lead_ins(heard.words, sentence.start, sentence.end)
        opener = self._opener(heard.words, at, sentence.end)
        if sentence.mark == "?":
            at, opener = self._last_clear(heard.words, at, sentence.end) or (at, opener)
            kind = self._kinds[opener] if opener else CLOSED  # "You called on Monday?"
            return [Question(kind, heard.as_heard(at, sentence.end), at)]
        if opener in self._told:
            return [Question(OPEN, heard.as_heard(at, sentence.end), at)]
        return []

    def _unmarked(self, heard: Text, sentence: Sentence) -> list[Question]:
        """Without marks, take an opener at the start if what follows fits it, and clear ones anywhere."""
        found = []
        words, end = heard.words, sentence.end
        first = at = self.after_lead_ins(words, sentence.start, end)
        while at < end:
            opener = self._opener(words, at, end)
            clear = opener and len(opener) >= _CLEAR_ANYWHERE
            if opener and (clear or (at == first and self._asks(opener, words, at + len(opener), end))):
                found.append(Question(self._kinds[opener], heard.as_heard(at, end), at))
                at += len(opener)
            else:
                at += 1
        return found

    def _asks(self, opener: tuple[str, ...], words: tuple[str, ...], after: int, end: int) -> bool:
        """Tell by the word `after` a short opener whether it asks: "is it" does, "what we" doesn't."""
        if opener in self._told or len(opener) > 1:
            return True
        while after < end and words[after] == "not":
            after += 1
        if self._kinds[opener] == CLOSED:
            return after < end and words[after] in self._subjects
        return after >= end or words[after] not in self._statement_after

    def _opener(self, words: tuple[str, ...], at: int, end: int) -> tuple[str, ...] | None:
        """Give the longest opener that stands at `at`."""
        for length in range(min(self._longest, end - at), 0, -1):
            if words[at : at + length] in self._kinds:
                return words[at : at + length]
        return None

    def _last_clear(self, words: tuple[str, ...], at: int, end: int) -> tuple[int, tuple[str, ...]] | None:
        """Give the last clear opener of a marked question: in "I see, and can you tell me …?" it decides."""
        for place in range(end - 1, at, -1):
            opener = self._opener(words, place, end)
            if opener and len(opener) >= _CLEAR_ANYWHERE:
                return place, opener
        return None
