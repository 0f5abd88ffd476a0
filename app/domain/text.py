"""Heard text in one plain form, so that what two recognisers write differently compares the same.

Moonshine writes case and punctuation, Vosk neither. Plain words are lower case, without punctuation,
with contractions opened ("can't" is "can not"), so that a negation is always a word of its own.
"""

import re
from dataclasses import dataclass

NEGATIONS = frozenset({"not", "no", "never", "nothing", "none", "nor", "neither", "nobody", "without"})
"""Words that turn a meaning round; a phrase matches only text with the very same ones."""

HESITATIONS = frozenset({"um", "umm", "uh", "uhm", "uhh", "er", "erm", "eh", "ah", "hm", "hmm", "mm"})
"""Sounds of thinking: never part of a phrase."""

_WHOLE = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
    "ok": "okay",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "got to",
    # recognisers now and then lose the apostrophe; only forms that are no other word
    "cant": "can not",
    "dont": "do not",
    "didnt": "did not",
    "doesnt": "does not",
    "isnt": "is not",
    "wasnt": "was not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "havent": "have not",
    "hasnt": "has not",
    "thats": "that is",
    "im": "i am",
    "ive": "i have",
    "youre": "you are",
    "theyre": "they are",
}
_ENDINGS = (("n't", "not"), ("'ll", "will"), ("'re", "are"), ("'ve", "have"), ("'d", "would"), ("'m", "am"))
_IS = frozenset({"it", "that", "this", "what", "here", "there", "who", "how", "where", "he", "she", "when"})
"""Words whose 's is "is"; after any other word it is taken for a possessive."""

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'"})
_WORD = re.compile(r"[a-z0-9#]+(?:'[a-z]+)*")
_SPELLED = re.compile(r"\b([a-z])\.(?=[a-z]\b)")
_SENTENCE_END = re.compile(r"[.!?…]+[\"')]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The plain words `start` <= i < `end` of a text; `mark` is ".", "!" or "?", or "" if none is written."""

    start: int
    end: int
    mark: str


@dataclass(frozen=True, slots=True)
class Text:
    """A text as `words` in plain form; `heard` are the text's own words, `source` each word's place there."""

    words: tuple[str, ...]
    source: tuple[int, ...]
    heard: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    def as_heard(self, start: int, end: int) -> str:
        """Give the plain words `start` <= i < `end` as they stand in the text, outer punctuation removed."""
        if start >= end:
            return ""
        return " ".join(self.heard[self.source[start] : self.source[end - 1] + 1]).strip(".,;:!?…\"' ")

    @property
    def punctuated(self) -> bool:
        """Whether the text carries any sentence mark."""
        return any(sentence.mark for sentence in self.sentences)


def read(text: str) -> Text:
    """Give `text` in plain form."""
    heard = tuple(text.translate(_QUOTES).split())
    words: list[str] = []
    source: list[int] = []
    sentences: list[Sentence] = []
    start = 0
    for place, token in enumerate(heard):
        for word in _plain(token):
            words.append(word)
            source.append(place)
        ended = _SENTENCE_END.search(token)
        if ended and len(words) > start and not _abbreviated(token):
            mark = "?" if "?" in ended.group() else "!" if "!" in ended.group() else "."
            sentences.append(Sentence(start, len(words), mark))
            start = len(words)
    if len(words) > start:
        sentences.append(Sentence(start, len(words), ""))
    return Text(tuple(words), tuple(source), heard, tuple(sentences))


def plain_words(text: str) -> tuple[str, ...]:
    """Give the words of `text` in plain form."""
    return read(text).words


def _plain(token: str) -> list[str]:
    joined = _SPELLED.sub(r"\1", token.lower())
    return [plain for word in _WORD.findall(joined) for plain in _open(word)]


def _open(word: str) -> list[str]:
    if word in _WHOLE:
        return _WHOLE[word].split()
    for ending, opened in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            return [*_open(word[: -len(ending)]), opened]
    if word.endswith("'s") and word[:-2] in _IS:
        return [word[:-2], "is"]
    return [word.replace("'", "")]


def _abbreviated(token: str) -> bool:
    """Tell the dot of a title from one that ends a sentence."""
    return token.lower() in {"mr.", "mrs.", "ms.", "dr."}
