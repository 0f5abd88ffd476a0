"""What card numbers and security codes are called, and which digits answer to such a name."""

import re

from app.domain.spoken_digits import LINKS, OTHER_NUMBERS, tokens, words
from app.domain.text import HESITATIONS

_NEAR = 10
"""Words between the name of a number and its digits."""

_FAR = 30
"""The same where the digits are introduced, or stand in a sentence of their own."""

_OTHER = "|".join(sorted(OTHER_NUMBERS - {"code"}))
_S = r"[^\w\[]+"
"""What is between two words, but not before what was removed."""

_WORDS = rf"(?:[^\W\d_]+{_S})"
_BACK = rf"(?:back|reverse|rear|(?:signature{_S}|magnetic{_S}|white{_S})?strip|signature)"

_NAMED = re.compile(
    r"(?<!\[)\b(?:(?:area|country|city|diall?ing|error|fault|status|zip|post|postal|promo|promotion|promotional"
    r"|discount|voucher|coupon|offer|referral|dress|door|gate|bar|qr|source|product|item|model|colou?r|order"
    rf"|booking|reference|tracking|sort|tax|branch|store|flight|building|morse){_S}codes?"
    r"|(?P<code>(?:pass|pin)?codes?|pins?|cvv2?|ccv2?|cv2|cvc2?|cvn|cvd|csc|cid"
    rf"|signature{_S}strip"
    rf"|(?:security|verification|validation){_S}{_WORDS}?(?:codes?|numbers?|digits?|values?)"
    rf"|(?:c|see|sea){_S}(?:(?:v|vee)\W*(?:v|vee|c|see|sea)|s{_S}c|i{_S}d)"
    rf"|(?:three|four|3|4){_S}digit{_S}numbers?"
    rf"|last{_S}(?:three|3){_S}(?:digits?|numbers?)(?!{_S}(?:of|in|on|from){_S}{_WORDS}{{0,2}}(?:{_OTHER})\b)"
    rf"|(?:digits?|numbers?|three|3){_S}{_WORDS}{{0,4}}?(?:on|at|off|from|by|beside){_S}the{_S}{_BACK}"
    rf"|(?:four|4)\s+(?:digits?|numbers?){_S}{_WORDS}{{0,4}}?on{_S}the{_S}front)"
    r"|(?P<hint>security))\b",
    re.IGNORECASE,
)
"""What a security code is called (codes of other kinds are passed over), and what hints at one."""

_CARD = re.compile(
    rf"\b(?:cards?|long{_S}numbers?|visa|mastercards?|amex|american{_S}express|maestro)\b", re.IGNORECASE
)
"""What a card number is called."""

_BEFORE = re.compile(r"\W*(?:(?:is|was|it|its|it's|that|that's|thats|as|my|the)\W+){0,4}", re.IGNORECASE)
"""What may stand between digits and the name that follows them."""

_ON_THE_BACK = re.compile(rf"\W*(?:(?:here|there|printed|written)\W+)?on\W+the\W+{_BACK}\b", re.IGNORECASE)

_TOLD = re.compile(
    r"\b(?:is|it's|its|was|are|be|that's|thats|says?|reads?)\W+(?:(?:um|uh|er|erm|like)\W+)*$", re.IGNORECASE
)
"""What stands before digits that are introduced."""

_ENDS = re.compile(r"[.?!:]\W*$"), re.compile(r"\s*[.?!]")
"""What stands before and after digits that are a sentence of their own."""

_POLITE = LINKS | words("thanks thank sure of course here is was i think")
"""Words that may stand around digits which are the whole of an answer."""

_OTHER_SAID = re.compile(rf"\b(?:{_OTHER})(?:'s)?\W+(?:(?:numbers?|no)\W+)?$", re.IGNORECASE)
_OTHER_TOLD = re.compile(
    rf"\b(?:{_OTHER})(?:'s)?\W+(?:(?:numbers?|no|is|was|are|it's|its|for|of|the)\W+){{0,3}}$", re.IGNORECASE
)
"""What stands before the digits of another number, and what may when it is told in an answer."""

_DATE = re.compile(
    r"\b(?:(?:expir\w*|valid)\W+(?:[^\W\d_]+\W+){0,2}|(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\W+)$",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(r"\b(?:in|since)\W+$", re.IGNORECASE)
"""What stands before the digits of a date, or of a year."""

_YEAR = re.compile(r"(?:19|20)\d\d\b|nineteen\b|twenty\b|two thousand\b", re.IGNORECASE)

_ASKS = re.compile(
    r"\?|\b(?:what|what's|whats|which|can|could|may|would|please|give|tell|need|read|take|do you|and the)\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"\b(?:error|problem|issue|trouble|wrong|sent|send|tried|entered|used|had|failed|fails|won't|went|worked"
    r"|works|fine|expired|received|never|was|were|wasn't|isn't|didn't|doesn't|don't|there's|there is)\b",
    re.IGNORECASE,
)
"""What is in a question for a code, and what in talk about one."""

_DIRECTLY = HESITATIONS | words("is was it's its are")


def names_code(text: str) -> bool:
    """Tell whether `text` names a security code."""
    return any(named["code"] for named in _NAMED.finditer(text))


def asks(text: str) -> bool:
    """Tell whether `text`, which names a number, may ask for it; else it only speaks of it."""
    return bool(_ASKS.search(text)) or not _STATES.search(text)


def names_card(text: str) -> bool:
    """Tell whether `text` names a card or the number of one."""
    return bool(_CARD.search(text))


def names_other(text: str) -> bool:
    """Tell whether `text` names a number that is neither a card's nor a security code."""
    return any(token.word.split("'")[0] in OTHER_NUMBERS for token in tokens(text))


def is_card(text: str, start: int, end: int, named: bool) -> bool:
    """Tell whether the digits in that place of `text` follow the name of a card, or one is `named` before."""
    if _is_name_after(_CARD, text, end):
        return True
    since = max((name.end() for name in _CARD.finditer(text, 0, start)), default=0)
    between = text[since:start]
    near = len(tokens(between)) <= _NEAR if since else named
    return near and not names_other(between)


def is_code(text: str, start: int, end: int, asked: bool, mentioned: bool) -> bool:
    """Tell whether three or four digits in that place of `text` are a security code.

    They follow the name of one, or another utterance has `asked` for it or `mentioned` it just before.
    """
    year = _YEAR.match(text, start) and _IN_A_YEAR.search(text, 0, start)
    if year or _DATE.search(text, 0, start):
        return False
    if _ON_THE_BACK.match(text, end) or _is_name_after(_NAMED, text, end):
        return True
    if _OTHER_SAID.search(text, 0, start):
        return False
    introduced = bool(_TOLD.search(text, 0, start)) or _alone(text, start, end)
    for named in _NAMED.finditer(text, 0, start):
        between = tokens(text[named.end() : start])
        if named["code"] and len(between) <= (_FAR if introduced else _NEAR):
            return True
        if named["hint"] and all(token.word in _DIRECTLY for token in between):
            return True
    return (asked or (mentioned and introduced)) and not _OTHER_TOLD.search(text, 0, start)


def _is_name_after(names: re.Pattern[str], text: str, end: int) -> bool:
    """Tell whether the digits that end at `end` are followed by one of the names."""
    return any(
        (names is _CARD or named["code"]) and _BEFORE.fullmatch(text, end, named.start())
        for named in names.finditer(text, end)
    )


def _alone(text: str, start: int, end: int) -> bool:
    before, after = _ENDS
    if before.search(text, 0, start) and after.match(text, end):
        return True
    return all(token.most or token.word in _POLITE for token in tokens(text))
