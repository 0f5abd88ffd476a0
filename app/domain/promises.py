"""What the agent promised in a call: what it is and by which day, as far as that was said.

A promise is what the agent, or somebody on the agent's side, will do by a day or a time that is named ("I'll
look into it by Friday", "you'll have it within two days"); or, without one, what can only come after the call
("I'll get back to you"). A wrong one is worse than a missing one. So these are none: questions, what hangs on
the customer ("if you send me the form, I'll ..."), what won't be, what is only hoped for or tried, what is a
manner of speaking ("I'll be honest"), and what is done within the call ("I'll be with you in two minutes").
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.domain.days import NamedDay, named_days
from app.domain.text import HESITATIONS, Sentence, Text, plain_words, read
from app.domain.timeline import Speaker, Utterance


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise: where it was made (samples), what is to be done, its last day or None, and the words."""

    t: int
    text: str
    due: date | None
    evidence: str


def promises(transcript: Iterable[Utterance], today: date) -> tuple[Promised, ...]:
    """Give what the agent promised, in order of time; `today` is the local day of the call.

    What is said again is given once, with its day where that was named only one of the times.
    """
    kept: list[Promised] = []
    for promised in _each(sorted(transcript, key=lambda each: each.start), today):
        same = (
            place
            for place, earlier in enumerate(kept)
            if _thing(earlier) == _thing(promised)
            and (earlier.due == promised.due or None in (earlier.due, promised.due))
        )
        place = next(same, None)
        if place is None:
            kept.append(promised)
        elif kept[place].due is None:
            kept[place] = replace(promised, t=kept[place].t)
    return tuple(kept)


_OWN = re.compile(
    r"(?<!\S)(?:what (?:i will|we will|i am going to|we are going to) do is(?: (?:i|we) will)?"
    r"|(?:i|we) (?:will|shall|promise to)|(?:i am|we are) going to|let me)(?!\S)"
)
_THEIRS = re.compile(
    r"(?<!\S)(?:you will (?:have|get|hear|receive)(?! to)|you can expect"
    r"|(?!i |we |you )(?:\S+ ){1,5}?will (?:arrive|come out|reach you|get back to you"
    r"|be (?:with you|there|ready|in touch|in your|sent|posted|shipped|dispatched|delivered|refunded"
    r"|replaced)|(?:call|ring|phone|email|contact|visit) you))(?!\S)"
)
"""How a promise begins: of what the agent does, and of what comes to the customer."""

_AFTERWARDS = re.compile(
    r"(?<!\S)(?:(?:call|ring|phone|email|text|message|contact|update|visit) (?:you|them|him|her)|write to you"
    r"|(?:give|drop) you an? (?:\S+ )?(?:call|ring|email|text|line|update|message)"
    r"|(?:get|come|report|be) back to you|(?:be|get|keep|stay)(?: back)? in touch"
    r"|follow (?:this |that |it )?up|keep you (?:updated|posted|informed|in the loop)|let you(?: all)? know"
    r"|send(?:ing)?|reach out|(?:call|ring|check) back)(?!\S)"
)
"""What comes after the call, whether a day is named or not."""

_CALL = re.compile(r"(?<!\S)(?:call|ring|phone|back to|in touch|know|follow|updated|posted|informed)(?!\S)")
"""What is one and the same thing to do, however it is called."""

_ERRAND = re.compile(
    r"(?<!\S)(?:post|ship|dispatch|chase|arrange|order|raise|escalate|credit|refund|report|deliver|book|replace"
    r"|speak|talk to|pass (?:it|this|that) on)(?!\S)"
)
"""What is more than a word of comfort where the day is just today."""

_NOTHING = re.compile(
    r"(?:not|never|probably|possibly|maybe|perhaps|hopefully|have to|need|know|have your|ask you|help|assist"
    r"|explain|see|say|tell you|put you|pass you|transfer you|take you|talk you|walk you"
    r"|try|aim|attempt|do (?:my|our)|admit|agree|bet|guess|imagine|remember|forget|miss|understand"
    r"|let you(?!(?: all)? know)|noticed|seen|had|been"
    r"|go (?:over|through)|read|repeat|start"
    r"|be(?! (?:there|able|in (?:touch|contact)|back (?:in touch|to you)"
    r"|(?:send|call|email|ring|writ|sort|post|chas|look|follow|contact|speak|gett)ing)(?!\S)))(?!\S)"
)
"""What a beginning goes on with where it promises nothing, or only what is done at once."""

_AT_ONCE = re.compile(
    r"(?<!\S)(?:now|while (?:i|you)|hold|(?:a|one|just) (?:\S+ )?(?:moment|second|sec|minute|bit))(?!\S)"
)
_DOUBT = re.compile(
    r"(?<!\S)(?:(?:not|never|doubt|hope|think|thought|guess|suppose|said|say|told|wish)(?: \S+){0,3}"
    r"|if|whether|perhaps|maybe|when|what|how|why|where|who|which|until|that)$"
)
"""What stands before a beginning, in the same breath, that makes it none."""

_BREATH = re.compile(r".*(?<!\S)(?:but|and|so|then|because|okay)(?: |$)")
_ON_THE_CUSTOMER = re.compile(
    r"(?<!\S)(?:(?<!check )(?<!see )(?<!out )(?<!ask )(?<!sure )(?<!know )if|when|once|unless|as soon as"
    r"|should|provided|in case)(?: that)? you"
    r"(?! (?:like|want|prefer|wish|do not mind|are happy|are okay))(?!\S)"
)
_CONDITION = re.compile(
    r"(?<!\S)(?:if|unless|in case)(?! (?:that|this|it) (?:is okay|works|suits|helps))(?!\S)"
)
_ASIDE = re.compile(r"(?<!\S)(?:what|why|how|who|which|where|whether|that)(?!\S)")
_TAG = re.compile(
    r"(?<!\S)(?:okay|alright|all right|right|(?:is|would) that (?:be )?(?:okay|all right|alright|fine|good)"
    r"|does that (?:work|help|sound good|sound okay|suit you)(?: for you)?|how does that sound|sound good)$"
)
"""What turns a promise into a question by its form only."""

_ON = re.compile(
    r"(?:about|with|regarding|to|for|and (?:call|ring|send|email|text|write|let|get|give|come|check|ask"
    r"|see|make|confirm))(?!\S)"
)
"""What goes on with the same promise after its day."""

_STOP = re.compile(
    r"(?<!\S)(?:okay|alright|all right|because|but|is that|does that|so|if"
    r"|and (?:i|you|we|then|if|that|the))(?!\S)"
)
_LOOSE = re.compile(r"(?:(?:^| )(?:and|then|so|but|or|by|on|for|also|just|is|okay|alright))+$")
_FILLING = re.compile(r"^(?:(?:just|also|then|definitely|certainly|personally|gladly) )+")

_LONGEST = 16
"""Words of a promise at most: where a recogniser writes no full stops, a sentence may have any length."""

_REACH = 14
"""Words before a promise in which what it depends on may stand."""

_THEY = frozenset(
    ("have", "are", "will", "need", "want", "can", "get", "said", "asked", "were", "do", "did", "would")
)
_OTHERS = {
    **{"your": "their", "yours": "theirs", "yourself": "themselves"},
    **{f"you'{ending}": f"they'{ending}" for ending in ("re", "ve", "ll", "d")},
}


def _each(spoken: Sequence[Utterance], today: date) -> Iterator[Promised]:
    for number, utterance in enumerate(spoken):
        if utterance.speaker is not Speaker.AGENT:
            continue
        text = read(utterance.text)
        for place, sentence in enumerate(text.sentences):
            said = _Said(text, sentence, today)
            for start, promised in said.promises(_next_day(text, place, spoken[number + 1 :], today)):
                share = text.source[sentence.start + start] / len(text.heard)
                at = utterance.start + round((utterance.end - utterance.start) * share)
                yield Promised(at, promised.text, promised.due, promised.evidence)


def _next_day(text: Text, place: int, later: Sequence[Utterance], today: date) -> NamedDay | None:
    """Give the day that the agent's next sentence begins with, also after a short pause."""
    if place + 1 < len(text.sentences):
        coming = text.sentences[place + 1]
        words = text.words[coming.start : coming.end]
    elif later and later[0].speaker is Speaker.AGENT:
        words = read(later[0].text).words
    else:
        return None
    return next((day for day in named_days(words, today) if day.start <= 1), None)


class _Said:
    """One sentence of the agent's, and what is promised in it."""

    def __init__(self, text: Text, sentence: Sentence, today: date) -> None:
        self._text, self._sentence = text, sentence
        self._words = text.words[sentence.start : sentence.end]
        self._plain = " ".join(self._words)
        self._days = named_days(self._words, today)

    def promises(self, coming: NamedDay | None) -> Iterator[tuple[int, Promised]]:
        """Give the promises, each with the word it begins with; `coming` is the day named right after."""
        if self._sentence.mark == "?" and not _TAG.search(self._plain):
            return
        begun = [(found.start(), found.end(), True) for found in _OWN.finditer(self._plain)]
        begun += [
            (found.start(), found.end(), False)
            for found in _THEIRS.finditer(self._plain)
            if not any(start < found.end() and found.start() < end for start, end, _ in begun)
        ]
        begun.sort()
        free = 0
        for number, (start, end, own) in enumerate(begun):
            stop = begun[number + 1][0] if number + 1 < len(begun) else len(self._plain)
            day = self._day(start, end, stop, free)
            named = day or (coming if stop == len(self._plain) else None)
            if self._hollow(start, end, stop) or not self._binding(end, stop, own, named):
                continue
            free = day.end if day else free
            first = self._word(end if own else start)
            last = self._last(end, stop, day)
            told = self._told(first, last, day)
            if told:
                words = self._heard(min(self._word(start), day.start if day else last), last)
                yield self._word(start), Promised(0, told, named.day if named else None, words)

    def _hollow(self, start: int, end: int, stop: int) -> bool:
        """Tell whether it promises nothing, in itself or by what it hangs on."""
        before = " ".join(self._plain[:start].split()[-_REACH:])
        breath = _BREATH.sub("", before)
        return bool(
            _NOTHING.match(self._plain, end + 1)
            or _DOUBT.search(breath)
            or _CONDITION.search(before)
            or _ON_THE_CUSTOMER.search(self._plain[:stop], max(0, start - len(before) - 1))
        )

    def _day(self, start: int, end: int, stop: int, free: int) -> NamedDay | None:
        """Give the day it is promised for: one after it, else one right before it."""
        first, begins, ends = self._word(end), self._word(start), self._word(stop)
        after = _AFTERWARDS.search(self._plain, end, stop)
        due = [each for each in self._days if first <= each.start < min(ends, first + _LONGEST)]
        due = [each for each in due if not self._aside(first, each)]
        later = [each for each in due if after and each.start >= self._word(after.start())]
        if later or due:
            return (later or due)[0]
        joined = ("and", "then", "so")
        return next(
            (
                each
                for each in self._days
                if each.start >= free and each.end <= begins
                if all(word in joined for word in self._words[each.end : begins])
            ),
            None,
        )

    def _aside(self, first: int, day: NamedDay) -> bool:
        """Tell whether the day belongs to what is spoken about: "see what happened on Tuesday"."""
        between = " ".join(self._words[first : day.start])
        return bool(_ASIDE.search(between)) and self._words[day.start] not in ("by", "within", "before")

    def _binding(self, end: int, stop: int, own: bool, day: NamedDay | None) -> bool:
        """Tell whether it reaches beyond the call."""
        after = bool(_AFTERWARDS.search(self._plain, end, stop)) and own
        if day is None:
            return after and not _AT_ONCE.search(self._plain, end, stop)
        if day.soon:
            return after
        comfort = own and self._words[day.start : day.end] == ("today",)
        return after or not comfort or bool(_ERRAND.search(self._plain, end, stop))

    def _last(self, end: int, stop: int, day: NamedDay | None) -> int:
        """Give the word before which the promise is over that goes on until character `stop` at most."""
        first, last = self._word(end), self._word(stop)
        if day is not None and first <= day.start:
            if not _ON.match(" ".join(self._words[day.end : last])):
                return day.end
            enough = day.end
        else:
            after = _AFTERWARDS.search(self._plain, end, stop)
            enough = self._word(after.end()) if after else first
        rest = " ".join(self._words[enough:last])
        over = _STOP.search(rest)
        last = enough + len(rest[: over.start()].split()) if over else last
        return max(enough, min(last, first + _LONGEST))

    def _told(self, first: int, last: int, day: NamedDay | None) -> str:
        """Give what is to be done, without its day but with the time of it."""
        if day is None or not first <= day.start < last:
            parts = [self._heard(first, last), day.time if day else ""]
        else:
            parts = [self._heard(first, day.start), day.time, self._heard(day.end, last)]
        plain = " ".join(filter(None, (_LOOSE.sub("", part) for part in parts)))
        told = " ".join(_to_others(_FILLING.sub("", plain).split()))
        return told[:1].upper() + told[1:]

    def _heard(self, start: int, end: int) -> str:
        return self._text.as_heard(self._sentence.start + start, self._sentence.start + end)

    def _word(self, at: int) -> int:
        """Give the number of the first word that begins at character `at` or after it."""
        return len(self._plain[:at].split())


def _to_others(words: Sequence[str]) -> Iterator[str]:
    """Speak of the customer instead of to them."""
    for number, word in enumerate(words):
        bare = word.strip(".,;:!").lower()
        if bare in HESITATIONS:
            continue
        if bare == "you":
            follows = words[number + 1].lower() if number + 1 < len(words) else ""
            yield word.lower().replace("you", "they" if follows in _THEY else "them")
        elif bare in _OTHERS:
            yield word.lower().replace(bare, _OTHERS[bare])
        else:
            yield word


def _thing(promised: Promised) -> str:
    """Give the same for what is the same thing to do."""
    plain = " ".join(plain_words(promised.text))
    return "call" if _CALL.search(plain) else plain
