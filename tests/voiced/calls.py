"""Voiced calls: a timeline of who speaks when becomes two channels of sound whose truth is the timeline."""

import itertools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.domain.timeline import RATE, Speaker, samples
from tests.voiced.voices import FRAME, SPEECH_DBFS, Sound, speak, tempo, without_pauses

SLOWEST, FASTEST = 0.75, 1.4
"""How far written words are stretched to fill their turn, as factors of the voice's own tempo."""

LISTENER_S = 0.6
"""A free turn shorter than this is a listener's word, as it is in real calls; the rest are sentences."""

FADE = RATE // 200
"""Samples (5 ms) of fade at each edge of a turn."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One stretch of one side's speech, `start` to `end` in seconds; `text` is None for free words."""

    role: Speaker
    start: float
    end: float
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who speaks when in a call of `duration` seconds; the turns in order of their start."""

    duration: float
    turns: tuple[Turn, ...]

    @classmethod
    def load(cls, path: Path) -> "Timeline":
        """Read the JSON form: {"duration", "turns": [{"role", "start", "end", "text"?}]}."""
        told = json.loads(path.read_text(encoding="utf-8"))
        turns = [Turn(Speaker(t["role"]), t["start"], t["end"], t.get("text")) for t in told["turns"]]
        return cls(told["duration"], tuple(sorted(turns, key=lambda t: t.start)))

    @classmethod
    def from_text(cls, scenario: str, duration: float | None = None) -> "Timeline":
        """Read "agent 0.0-2.5 hello there / customer 2.8-4.0": turns parted by " / " or line ends.

        `duration` is a second past the last turn unless given. ValueError for a turn that can't be read.
        """
        turns = []
        for line in filter(None, map(str.strip, re.split(r"\s/\s|\n", scenario))):
            read = re.fullmatch(r"(agent|customer)\s+([\d.]+)\s*-\s*([\d.]+)(?:\s+(.+))?", line)
            if not read:
                raise ValueError(f"not a turn: {line!r}")
            turns.append(Turn(Speaker(read[1]), float(read[2]), float(read[3]), read[4]))
        turns.sort(key=lambda t: t.start)
        last = max((t.end for t in turns), default=0.0)
        return cls(last + 1.0 if duration is None else duration, tuple(turns))


@dataclass(frozen=True, slots=True)
class Voiced:
    """A call as `sound`, shape (n, 2) at 16 kHz, agent then customer, and the turns that are truly in it."""

    sound: NDArray[np.float32]
    truth: Timeline


def voice(
    timeline: Timeline,
    agent_voice: str = "flite:rms",
    customer_voice: str = "flite:slt",
    *,
    noise_dbfs: float = -50.0,
    bleed_db: float | None = None,
    bleed_lag_s: float = 0.02,
    room: bool = False,
    seed: int = 0,
    speech_dbfs: float = SPEECH_DBFS,
) -> Voiced:
    """Voice every turn from its start to its end over white noise of `noise_dbfs` RMS on each channel.

    A turn without text is filled with plain talk. A turn with text is stretched to fill it (0.75 to
    1.4 times the voice's tempo): where the words are still too short the truth's turn ends with them,
    where they are too long they are cut and the truth's text is None. `bleed_db` adds the customer to
    the agent's channel at that gain and `bleed_lag_s` later, through a small room (RT60 0.3 s) when
    `room` is set. The same arguments give the same samples.
    """
    voices = {Speaker.AGENT: agent_voice, Speaker.CUSTOMER: customer_voice}
    random = np.random.default_rng(seed)
    talks = {who: _Talk(name, random) for who, name in voices.items()}
    length = samples(timeline.duration)
    clean = {who: np.zeros(length, dtype=np.float32) for who in voices}
    truth = []
    for turn in timeline.turns:
        start = samples(turn.start)
        space = min(samples(turn.end), length) - start
        if turn.text is None:
            said = talks[turn.role].cut(space)
        else:
            said, whole = _fitted(turn.text, voices[turn.role], space)
            turn = turn if whole else replace(turn, text=None)
        clean[turn.role][start : start + said.size] += _faded(said)
        truth.append(replace(turn, end=(start + said.size) / RATE) if said.size < space else turn)

    gain = np.float32(10 ** ((speech_dbfs - SPEECH_DBFS) / 20))
    agent, customer = clean[Speaker.AGENT] * gain, clean[Speaker.CUSTOMER] * gain
    noise = random.standard_normal((length, 2), dtype=np.float32) * np.float32(10 ** (noise_dbfs / 20))
    if bleed_db is not None:
        leak = _in_room(customer, random) if room else customer
        lag = samples(bleed_lag_s)
        agent = agent + np.float32(10 ** (bleed_db / 20)) * np.pad(leak, (lag, 0))[:length]
    return Voiced(np.stack([agent, customer], axis=1) + noise, replace(timeline, turns=tuple(truth)))


class _Talk:
    """A voice with plain things to say, one after the other in an order drawn from `random`."""

    def __init__(self, voice: str, random: np.random.Generator) -> None:
        self._voice = voice
        self._sentences = itertools.cycle(random.permutation(np.array(SENTENCES)).tolist())
        self._listener_words = itertools.cycle(random.permutation(np.array(LISTENER_WORDS)).tolist())

    def cut(self, length: int) -> Sound:
        """Give `length` samples of talk that begin with a sentence or listener word and end in full voice.

        A cut that fell into the silence of a plosive would make the turn shorter than its truth, so of
        four pieces the one with the loudest last 30 ms is taken.
        """
        words = self._listener_words if length < samples(LISTENER_S) else self._sentences
        return max((self._piece(words, length) for _ in range(4)), key=_end_power)

    def _piece(self, words: Iterator[str], length: int) -> Sound:
        said = np.zeros(0, dtype=np.float32)
        while said.size < length:
            said = np.concatenate([said, without_pauses(speak(next(words), self._voice))])
        return said[:length]


def _end_power(sound: Sound) -> float:
    return float(np.mean(sound[-3 * FRAME :] ** 2))


def _fitted(text: str, voice: str, length: int) -> tuple[Sound, bool]:
    """Say `text` in `length` samples or less; the bool tells whether all the words are in."""
    said = without_pauses(speak(text, voice))
    factor = min(max(said.size / length, SLOWEST), FASTEST)
    said = tempo(said, factor)
    # A few frames over are the tempo's rounding and no word.
    return said[:length], said.size <= length + 3 * FRAME


def _faded(sound: Sound) -> Sound:
    ramp = np.linspace(0, 1, FADE, dtype=np.float32)
    edge = np.ones(sound.size, dtype=np.float32)
    edge[:FADE] = ramp[: edge.size]
    edge[-FADE:] *= ramp[::-1][-edge.size :]
    return sound * edge


def _in_room(sound: Sound, random: np.random.Generator, rt60_s: float = 0.3) -> Sound:
    """Give `sound` as a small room returns it: noise that falls by 60 dB in `rt60_s`, of energy 1."""
    n = samples(rt60_s)
    response = random.standard_normal(n) * 10 ** (-3 * np.arange(n) / n)
    response /= np.sqrt(np.sum(response**2))
    size = 1 << (sound.size + n).bit_length()
    heard = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(response, size), size)[: sound.size]
    return heard.astype(np.float32)


SENTENCES = (
    "we keep the garden tools in the shed behind the old garage",
    "the morning train was almost empty when it left the station",
    "there is a small bakery around the corner that opens before six",
    "my brother is painting the kitchen in a very pale shade of green",
    "the library moved most of the older books down to the lower floor",
    "after the rain we walked along the river and over the stone bridge",
    "somebody left a blue umbrella on the bench outside the museum",
    "in winter the lake is frozen and the children go skating there",
    "she has been learning to play the piano for nearly eleven years",
    "the market sells apples and honey and bread from the next valley",
    "we took the longer road because the view from the hill is lovely",
    "the new lamp in the hallway turns on as soon as the door is opened",
    "the neighbours are growing tomatoes in wooden boxes on their roof",
    "a little boat with a red sail was moving slowly towards the harbour",
    "you can leave the heavy boxes by the window and I will move them later",
    "the museum has a whole room about the history of clocks and watches",
    "he usually makes a large pot of soup on sunday and eats it all week",
    "the path through the woods is longer but much quieter in the evening",
    "our meeting room has a round table and a map of the whole region",
    "they planted two rows of young trees on either side of the road",
    "the weather was warm enough to eat outside until late in october",
    "I would rather read the letter again before I write an answer to it",
    "the old radio in the workshop still plays music all through the day",
    "nobody knew the way so we asked the woman who was watering her flowers",
)
"""What free turns are filled with: plain talk without commas, as a comma makes a voice pause."""

LISTENER_WORDS = ("yeah", "mm", "okay", "uh huh", "oh", "no", "right", "aha", "well", "I know")
"""What short free turns are filled with."""
