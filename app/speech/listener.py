"""Two channels of sound to who speaks when: voice activity, and the customer kept out of the agent's side."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from app.domain.spurts import Activity
from app.domain.timeline import Speaker
from app.speech.echo import EchoCanceller
from app.speech.leak import CHUNK, LeakDetector, LeakGate, Sameness, Verdict, loud
from app.speech.levels import STEP, levels
from app.speech.silero import FRAME, VoiceModel
from app.speech.voice_activity import BEGINS, NO_LEAK, RunFold

Pcm = NDArray[np.int16]

_CHUNK_FRAMES = CHUNK // FRAME
_SPEAKS_FRAMES = 6
_DIGITAL_SILENCE = 1
_NO_LEVELS = np.zeros((0, 4), dtype=np.float32)
_LONGEST_WAIT_FRAMES = 10 * _CHUNK_FRAMES


@dataclass(slots=True)
class Heard:
    """What one feed has settled.

    `activity` is the voice activity of both sides, and `settled` up to where that of each side alone is;
    `voiced` the level in dB of each voiced frame with its first sample; `agent` and `customer` the next
    samples of each channel, the agent's without the leak.
    """

    activity: Activity
    voiced: list[tuple[Speaker, int, float]] = field(default_factory=list)
    agent: Pcm = field(default_factory=lambda: np.zeros(0, dtype=np.int16))
    customer: Pcm = field(default_factory=lambda: np.zeros(0, dtype=np.int16))
    settled: dict[Speaker, int] = field(default_factory=dict)


@dataclass(slots=True)
class _Piece:
    """Up to a chunk of whole frames of both channels, with what the models made of them."""

    agent: Pcm
    customer: Pcm
    agent_voice: list[float]
    agent_levels: NDArray[np.float32]
    customer_levels: NDArray[np.float32]
    customer_background: list[float]


class Listener:
    """Hears both channels frame by frame (32 ms); the answer does not depend on the size of the feeds.

    Until the customer has spoken long enough to tell whether they leak into the microphone, the agent's
    frames under the customer's speech wait (about two seconds once a call), so that a leak never
    counts as the agent's speech. With a leak, the echo canceller goes first, and a frame must then stand
    6 dB above what is left of it.
    """

    def __init__(self, customer: bool) -> None:
        self._has_customer = customer
        self._customer_heard = False
        self._separations = [(0, "mic-only")]
        self._frames = 0
        self._waiting_agent: Pcm = np.zeros(0, dtype=np.int16)
        self._waiting_customer: Pcm = np.zeros(0, dtype=np.int16)
        self._agent_model, self._customer_model = VoiceModel(), VoiceModel()
        self._agent_runs, self._customer_runs = RunFold(), RunFold()
        self._detector, self._sameness = LeakDetector(), Sameness()
        self._verdict = Verdict.UNKNOWN
        self._canceller: EchoCanceller | None = None
        self._gate: LeakGate | None = None
        self._held: list[_Piece] = []
        self._chunk: list[_Piece] = []
        self._customer_voice: list[bool] = []
        self._quiet_chunks = 2

    def separation(self, at: int | None = None) -> str:
        """Say how well the two sides can be told apart: separate, bleed, inseparable or mic-only.

        A customer's channel that was digitally silent so far is none.

        As it was known when sample `at` had been heard, whatever the size of the feeds; or as it is now.
        """
        if at is None:
            return self._separations[-1][1]
        return next(state for since, state in reversed(self._separations) if since <= at)

    def running(self, speaker: Speaker) -> tuple[int, int] | None:
        """Give the voice of `speaker` that runs and is not given yet, in samples; None while they are silent.

        Agent's frames that wait for the verdict on a leak are left out.
        """
        runs = self._agent_runs if speaker is Speaker.AGENT else self._customer_runs
        return (runs.settled, runs.heard) if runs.speaking else None

    @property
    def heard(self) -> int:
        """The sample up to which whole frames have been heard."""
        return self._frames * FRAME

    def _told_apart(self) -> str:
        if not self._customer_heard:
            return "mic-only"
        if self._sameness.same():
            return "inseparable"
        return "bleed" if self._canceller else "separate"

    def feed(self, agent: Pcm, customer: Pcm | None) -> Heard:
        """Take the next samples of both channels, equally many; customer is None where there is none."""
        self._waiting_agent = np.concatenate([self._waiting_agent, agent])
        if customer is not None:
            self._waiting_customer = np.concatenate([self._waiting_customer, customer])
        return self._listen(self._waiting_agent.size // FRAME)

    def finish(self) -> Heard:
        """End the call: hear the last, unfinished frame and settle everything."""
        rest = self._waiting_agent.size
        length = self._frames * FRAME + rest
        fill = np.zeros(-rest % FRAME, dtype=np.int16)
        heard = self.feed(fill, fill if self._has_customer else None)
        last = Heard(Activity(0))
        self._release(last)
        runs = {
            Speaker.AGENT: [*heard.activity.agent, *last.activity.agent, *self._agent_runs.finish()],
            Speaker.CUSTOMER: [*heard.activity.customer, *self._customer_runs.finish()],
        }
        ended = {
            who: [(start, min(end, length)) for start, end in spans if start < length]
            for who, spans in runs.items()
        }
        heard.activity = Activity(length, ended[Speaker.AGENT], ended[Speaker.CUSTOMER])
        heard.settled = dict.fromkeys(Speaker, length)
        heard.voiced += last.voiced
        heard.agent = np.concatenate([heard.agent, last.agent])
        return heard

    def _listen(self, frames: int) -> Heard:
        heard = Heard(Activity(0))
        while frames:
            # Frame by frame while each may have to wait; then as many as there are, up to the chunk's end.
            deciding = self._has_customer and self._verdict is Verdict.UNKNOWN
            count = 1 if deciding else min(frames, _CHUNK_FRAMES - self._frames % _CHUNK_FRAMES)
            agent, self._waiting_agent = np.split(self._waiting_agent, [count * FRAME])
            if self._has_customer:
                customer, self._waiting_customer = np.split(self._waiting_customer, [count * FRAME])
                self._hear_both(agent, customer, heard)
            else:
                self._hear_agent(self._look(agent, agent[:0], _NO_LEVELS, []), heard)
            self._frames += count
            frames -= count
            if self._has_customer and self._frames % _CHUNK_FRAMES == 0:
                self._end_chunk(heard)
                if self._told_apart() != self._separations[-1][1]:
                    self._separations.append((self._frames * FRAME, self._told_apart()))
        heard.settled = {Speaker.AGENT: self._agent_runs.settled}
        if self._has_customer:
            heard.settled[Speaker.CUSTOMER] = self._customer_runs.settled
        settled = min(heard.settled.values())
        heard.activity = Activity(settled, heard.activity.agent, heard.activity.customer)
        return heard

    def _hear_both(self, agent: Pcm, customer: Pcm, heard: Heard) -> None:
        sound = _float(customer).reshape(-1, FRAME)
        voice = self._customer_model.probabilities(sound)
        runs = list(heard.activity.customer)
        volume = levels(sound)
        background: list[float] = []
        for number, (probability, steps) in enumerate(zip(voice, volume.tolist(), strict=True)):
            runs += self._customer_runs.feed(probability, steps)
            background.append(self._customer_runs.background.level)
            if probability >= BEGINS:
                heard.voiced.append((Speaker.CUSTOMER, (self._frames + number) * FRAME, max(steps)))
        self._customer_voice += [probability >= BEGINS for probability in voice]
        heard.activity = Activity(0, heard.activity.agent, runs)
        heard.customer = np.concatenate([heard.customer, customer])
        piece = self._look(agent, customer, volume, background)
        self._chunk.append(piece)
        speaking = self._quiet_chunks < 2 or any(self._customer_voice)
        if self._verdict is Verdict.UNKNOWN and self._canceller is None and (self._held or speaking):
            self._held.append(piece)
        else:
            self._hear_agent(piece, heard)

    def _look(
        self, agent: Pcm, customer: Pcm, customer_levels: NDArray[np.float32], background: list[float]
    ) -> _Piece:
        clean = self._canceller.cancel(agent, customer) if self._canceller else agent
        sound = _float(clean).reshape(-1, FRAME)
        volume = levels(sound)
        return _Piece(
            clean,
            customer,
            self._agent_model.probabilities(sound),
            volume,
            customer_levels,
            background,
        )

    def _hear_agent(self, piece: _Piece, heard: Heard) -> None:
        runs = list(heard.activity.agent)
        at = self._agent_runs.heard
        customer = piece.customer_levels.tolist()
        for number, (voice, steps) in enumerate(
            zip(piece.agent_voice, piece.agent_levels.tolist(), strict=True)
        ):
            leak = NO_LEAK
            if self._gate:
                leak = self._gate.feed(voice, steps, customer[number], piece.customer_background[number])
            runs += self._agent_runs.feed(voice, steps, leak)
            if voice >= BEGINS and max(steps) > leak:
                heard.voiced.append((Speaker.AGENT, at + number * FRAME, max(steps)))
        heard.activity = Activity(0, runs, heard.activity.customer)
        heard.agent = np.concatenate([heard.agent, piece.agent])

    def _end_chunk(self, heard: Heard) -> None:
        agent = np.concatenate([piece.agent for piece in self._chunk])
        customer = np.concatenate([piece.customer for piece in self._chunk])
        spoke = sum(self._customer_voice) >= _SPEAKS_FRAMES
        self._quiet_chunks = 0 if any(self._customer_voice) else self._quiet_chunks + 1
        chunk, self._chunk, self._customer_voice = self._chunk, [], []
        self._customer_heard = self._customer_heard or int(np.abs(customer).max()) > _DIGITAL_SILENCE
        if self._canceller is not None:
            return
        for piece in chunk:
            self._sameness.feed(piece.agent_levels.ravel(), piece.customer_levels.ravel())
        self._verdict = self._detector.feed(_float(agent), _float(customer), spoke)
        if self._verdict is Verdict.LEAK and self._detector.lag < STEP and not self._sameness.known:
            # A leak without delay may as well be one sound on both channels, which must not be cancelled.
            self._verdict = Verdict.UNKNOWN
        if self._verdict is Verdict.LEAK and not self._sameness.same():
            # What waits is part of what was heard last; a lesson should not be shorter than a chunk.
            self._cancel(max(self._held, chunk, key=len))
            self._release(heard)
        elif (
            self._verdict is not Verdict.UNKNOWN
            or self._quiet_chunks
            or len(self._held) > _LONGEST_WAIT_FRAMES
        ):
            self._release(heard)

    def _cancel(self, pieces: list[_Piece]) -> None:
        """Start cancelling with what is known of the leak, and hear the held pieces again without it."""
        agent = np.concatenate([piece.agent for piece in pieces])
        customer = np.concatenate([piece.customer for piece in pieces])
        heard = np.concatenate([piece.agent_levels.ravel() for piece in pieces])
        said = np.concatenate([piece.customer_levels.ravel() for piece in pieces])
        self._canceller = EchoCanceller(self._detector.lag, loud(self._detector.lag, heard, said))
        self._canceller.learn(agent, customer)
        self._agent_model.reset()
        again = [
            self._look(piece.agent, piece.customer, piece.customer_levels, piece.customer_background)
            for piece in pieces
        ]
        self._gate = LeakGate(self._detector.lag)
        self._held = again[len(again) - len(self._held) :]

    def _release(self, heard: Heard) -> None:
        held, self._held = self._held, []
        for piece in held:
            self._hear_agent(piece, heard)


def _float(pcm: Pcm) -> NDArray[np.float32]:
    return pcm.astype(np.float32) / np.float32(32768)
