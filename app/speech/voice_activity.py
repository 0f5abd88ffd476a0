"""From voice probabilities to voiced runs whose edges sit where the sound begins and ends."""

from app.speech.levels import STEP, STEPS, Background
from app.speech.silero import FRAME

BEGINS = 0.5
"""Speech begins at this probability,"""

ENDS = 0.35
"""and ends when it stays below this one"""

ENDS_AFTER = 4
"""for this many frames (0.1 s and the rest of a frame)."""

NO_LEAK = -120.0
"""The leak's level in dB where there is none."""

_LOOK_BACK = round(0.8 * 16_000 / STEP)
_DIP = round(0.15 * 16_000 / STEP)


class RunFold:
    """Frames of one channel to voiced runs.

    The voice model decides whether somebody speaks; the level decides where the speech begins and ends,
    as the model wakes up to 0.8 s late on an abrupt beginning and falls asleep up to 0.1 s late in noise
    (measured on voiced timelines: beginnings 20 +- 48 ms and endings 100 +- 71 ms off by the model alone,
    2 +- 32 ms and 0 +- 20 ms with the level, at 15 dB speech-to-noise).
    """

    def __init__(self) -> None:
        self.settled = 0
        self.speaking = False
        self.background = Background()
        """How loud the channel is while nobody speaks on it."""
        self._steps = 0
        self._low = 0
        self._given = 0
        self._sound_since: int | None = None
        self._last_sound = 0

    def feed(self, probability: float, levels: list[float], leak: float = NO_LEAK) -> list[tuple[int, int]]:
        """Take the next frame and give the runs, or pieces of the running one, that are now certain.

        `leak` is the level in dB below which a step is the other side's sound. After it, `settled` is
        the sample before which no more of this channel's runs can begin or go on.
        """
        frame_start = self._steps
        threshold = max(self.background.threshold, leak)
        audible = False
        for level in levels:
            if level > threshold:
                audible = True
                self._hear(self._steps)
            elif not self.speaking and self._steps - self._last_sound > _DIP:
                self._sound_since = None
            self.background.feed(level, self.speaking or probability >= ENDS)
            self._steps += 1
        if not audible and leak > NO_LEAK:
            # Under the other side's leak: the voice that the model hears is not this channel's.
            probability = 0.0
        return self._decide(probability, frame_start)

    @property
    def heard(self) -> int:
        """The sample up to which frames have been fed."""
        return self._steps * STEP

    def finish(self) -> list[tuple[int, int]]:
        """End the channel: a running run ends with its last sound."""
        runs = self._give(self._last_sound + 1) if self.speaking else []
        self.speaking = False
        self.settled = self._steps * STEP
        return runs

    def _hear(self, step: int) -> None:
        if self.speaking:
            # Sound in frames that the model no longer takes for speech does not prolong it.
            if self._low == 0:
                self._last_sound = step
            return
        if self._sound_since is None or step - self._last_sound > _DIP:
            self._sound_since = step
        self._last_sound = step

    def _decide(self, probability: float, frame_start: int) -> list[tuple[int, int]]:
        runs: list[tuple[int, int]] = []
        if not self.speaking:
            if probability < BEGINS:
                waits_for = self._steps if self._sound_since is None else self._sound_since
                self._settle(max(waits_for, self._steps - _LOOK_BACK))
                return runs
            since = frame_start if self._sound_since is None else self._sound_since
            self._given = max(since, frame_start - _LOOK_BACK, self._given)
            self._last_sound = max(self._last_sound, self._given)
            self.speaking, self._low = True, 0
        if probability < ENDS:
            self._low += 1
            if self._low >= ENDS_AFTER:
                runs = self._give(self._last_sound + 1)
                self.speaking, self._low, self._sound_since = False, 0, None
                self._settle(self._steps)
                return runs
        else:
            self._low = 0
        runs = self._give(self._last_sound + 1)
        self._settle(self._given)
        return runs

    def _give(self, until: int) -> list[tuple[int, int]]:
        if until <= self._given:
            return []
        start, self._given = self._given, until
        return [(start * STEP, until * STEP)]

    def _settle(self, step: int) -> None:
        self.settled = max(self.settled, step * STEP)


assert FRAME == STEP * STEPS
