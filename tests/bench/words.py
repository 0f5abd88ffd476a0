"""Word error rate of the review's transcript against the bare engine fed with each true turn.

`python -m tests.bench.words`: about five minutes. Both hear the same sound with the same engine (Moonshine);
the review must find the turns itself. Errors and words are pooled over all speakers and calls.
"""

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jiwer
import soundfile

from app.domain.timeline import RATE, Speaker
from tests.bench.bare import Engine
from tests.bench.cost import FOLDER, ROOT, SAMPLE, SAMPLE_TRUTH, spans
from tests.bench.results import Result
from tests.voiced.calls import Timeline, voice

BAR = 0.01

SERVICE_CALL = ROOT / "tests" / "data" / "calls" / "harper-0a37e8.json"

BROADBAND = """
agent 0.6-3.4 hello you have reached technical support how can I help
customer 3.9-8.2 hi my internet connection has been very slow since the weekend and today it stopped working
agent 8.6-11.6 I am sorry to hear that which lights can you see on the box
customer 12.2-15.6 the first one is green and the second one is blinking red
agent 16.0-19.6 thank you that tells me the line is there but the signal is weak
customer 18.9-19.4 okay
agent 20.2-24.2 could you pull out the power cable and wait for ten seconds please
customer 25.0-27.2 alright I have pulled it out
agent 29.8-32.0 good and now please put it back in
customer 33.5-37.2 it is starting up again and now both of the lights are green
agent 37.8-41.6 wonderful does the page that you wanted to see open now
customer 42.4-45.4 yes it does that was much easier than I thought
agent 45.9-49.2 I am glad is there anything else I can do for you today
customer 49.7-51.6 no thank you that was all
agent 52.0-53.6 have a nice evening goodbye
"""

INVOICE = """
agent 0.5-3.0 good afternoon accounts department what can I do for you
customer 3.4-8.0 I received an invoice this morning and the amount is twice as high as last month
agent 8.4-11.4 let me have a look at it could you give me your name
customer 11.8-13.6 the account is in the name of my husband
agent 14.2-18.8 I can see two payments for the same service so one of them must be a mistake
customer 17.4-22.6 well that is what I have been telling you for weeks and nobody ever listened to me
agent 23.2-27.8 I understand why you are upset and I will make sure that it is corrected today
customer 28.3-30.4 how long is that going to take
agent 30.9-35.4 you will have the money back in your bank account before the end of next week
customer 35.8-38.6 fine but please send me a letter that says so
agent 39.0-42.4 of course I will send the letter as soon as we hang up
customer 42.8-43.5 thank you
agent 44.0-45.8 you are welcome and goodbye
"""

BOOKING = """
agent 0.7-3.6 welcome to the reservation desk which journey can I help you with
customer 4.0-8.6 I would like to change my train to an earlier one because my meeting was moved
agent 9.0-12.4 certainly do you already know what time you would like to leave
customer 12.8-15.4 some time in the morning would be best for me
agent 15.9-20.4 there is one at a quarter past eight and another one at half past nine
customer 19.6-20.1 yeah
customer 21.0-24.2 the second one sounds good can I keep a seat by the window
agent 24.7-29.8 yes I have found a window seat for you in the quiet part of the train there is no extra charge
customer 30.3-33.6 perfect and will you send the new ticket to my phone
agent 33.2-36.8 it is on the way and it should be with you in a minute or two
customer 37.3-39.0 great thanks for your help
agent 39.4-41.0 enjoy the trip and take care
"""

PAIRS = (
    ("flite:rms", "flite:slt"),
    ("flite:slt", "festival:cmu_us_slt_arctic_hts"),
    ("flite:awb", "espeak:en-us+f3"),
    ("espeak:en-gb+m3", "flite:rms"),
)


@dataclass(frozen=True, slots=True)
class Call:
    """A recording with the words that are in it; a speaker whose words were cut is not counted."""

    name: str
    path: Path
    truth: Timeline


def calls() -> Iterator[Call]:
    """Give the sample call and the other texts in all voices."""
    yield Call("sample call", SAMPLE, Timeline.load(SAMPLE_TRUTH))
    FOLDER.mkdir(parents=True, exist_ok=True)
    texts = {
        "service call": Timeline.load(SERVICE_CALL),
        "broadband": Timeline.from_text(BROADBAND),
        "invoice": Timeline.from_text(INVOICE),
        "booking": Timeline.from_text(BOOKING),
    }
    for name, timeline in texts.items():
        for number, pair in enumerate(PAIRS):
            voiced = voice(timeline, *pair)
            path = FOLDER / f"words-{name.replace(' ', '-')}-{number}.wav"
            soundfile.write(path, voiced.sound, RATE, subtype="PCM_16")
            yield Call(name, path, voiced.truth)


def reviewed(path: Path) -> dict[Speaker, str]:
    """Give what the review heard each speaker say."""
    command = [sys.executable, "main.py", "review", str(path), "--engine", "moonshine", "--json", "-"]
    output = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    said: defaultdict[Speaker, list[str]] = defaultdict(list)
    for utterance in json.loads(output)["transcript"]:
        said[Speaker(utterance["speaker"])].append(utterance["text"])
    return {speaker: " ".join(texts) for speaker, texts in said.items()}


def heard(engine: Engine, call: Call) -> dict[Speaker, str]:
    """Give what the bare engine hears in each true turn, per speaker."""
    sound, _ = soundfile.read(call.path, dtype="float32")
    texts = [engine.text(sound[a:b, side]) for side, a, b in spans(call.truth)]
    return {
        who: " ".join(text for text, turn in zip(texts, call.truth.turns, strict=True) if turn.role is who)
        for who in Speaker
    }


_DIGITS = dict(
    zip(
        ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        "0123456789",
        strict=True,
    )
)
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def plain(text: str) -> str:
    """Give lower-case words without marks, numbers as their digits: "3:45 p.m." is "3 4 5 p m"."""
    text = re.sub(r"(\d)", r" \1 ", text.lower().replace("'", "").replace("ok ", "okay "))
    words = re.sub(r"[^a-z0-9]+", " ", text).split()
    told = []
    for number, word in enumerate(words):
        if word in _TENS:
            ten = str(_TENS.index(word) + 2)
            told.append(ten if " ".join(words[number + 1 : number + 2]) in _DIGITS else f"{ten} 0")
        elif word in _TEENS:
            told.append(f"1 {_TEENS.index(word)}")
        else:
            told.append(_DIGITS.get(word, word))
    return " ".join(told)


@dataclass(slots=True)
class Tally:
    """Errors over words."""

    errors: int = 0
    words: int = 0

    def add(self, truth: str, told: str) -> int:
        """Count one speaker of one call; give the errors."""
        out = jiwer.process_words(plain(truth), plain(told))
        errors = out.substitutions + out.deletions + out.insertions
        self.errors += errors
        self.words += out.substitutions + out.deletions + out.hits
        return errors

    @property
    def rate(self) -> float:
        """Errors per word."""
        return self.errors / self.words if self.words else 0.0


def run(tell: bool = False) -> list[Result]:
    """Measure every call; `tell` prints each as it goes."""
    engine = Engine()
    ours: defaultdict[str, Tally] = defaultdict(Tally)
    bare: defaultdict[str, Tally] = defaultdict(Tally)
    for call in calls():
        from_review, from_turns = reviewed(call.path), heard(engine, call)
        for who in Speaker:
            turns = [turn for turn in call.truth.turns if turn.role is who]
            if any(turn.text is None for turn in turns):
                continue
            truth = " ".join(turn.text or "" for turn in turns)
            for name in (call.name, "all"):
                mine = ours[name].add(truth, from_review.get(who, ""))
                other = bare[name].add(truth, from_turns[who])
            if tell:
                print(f"{call.path.stem} {who}: review {mine}, bare {other} errors", flush=True)
    worse = ours["all"].rate - bare["all"].rate
    rows = [
        Result(
            "word error rate of the review, less that of the bare engine on each true turn",
            f"<= {BAR:.3f}",
            f"{worse:+.3f} ({ours['all'].rate:.3f} less {bare['all'].rate:.3f}, {ours['all'].words} words)",
            worse <= BAR,
        )
    ]
    rows += [
        Result(
            f"the same, {name}",
            "none",
            f"{ours[name].rate - bare[name].rate:+.3f} ({ours[name].rate:.3f} less {bare[name].rate:.3f})",
        )
        for name in ours
        if name != "all"
    ]
    return rows


if __name__ == "__main__":
    for row in run(tell=True):
        print(row.line())
