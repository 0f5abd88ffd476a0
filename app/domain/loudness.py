"""How loud somebody speaks against their own usual."""

_LOWEST_DB = -90
_STEPS_PER_DB = 4


class LoudnessFold:
    """Levels of one speaker's voiced frames to dB over that speaker's own running median.

    The median comes from a histogram in quarter decibels from -90 to 0 dBFS, so a day of frames takes
    no more room than a minute of them.
    """

    def __init__(self) -> None:
        self._counts = [0] * (-_LOWEST_DB * _STEPS_PER_DB + 1)
        self._total = 0
        self._median_bin = 0
        self._below = 0

    def feed(self, level: float) -> float:
        """Take the level of one voiced frame (dB, full scale = 0) and give its dB over the median."""
        step = min(max(round((level - _LOWEST_DB) * _STEPS_PER_DB), 0), len(self._counts) - 1)
        self._counts[step] += 1
        self._total += 1
        self._below += step < self._median_bin
        half = self._total / 2
        while self._below > half:
            self._median_bin -= 1
            self._below -= self._counts[self._median_bin]
        while self._below + self._counts[self._median_bin] <= half:
            self._below += self._counts[self._median_bin]
            self._median_bin += 1
        return level - self.median_db

    @property
    def median_db(self) -> float:
        """The running median in dBFS."""
        return self._median_bin / _STEPS_PER_DB + _LOWEST_DB

    @property
    def frames(self) -> int:
        """How many voiced frames the median rests on."""
        return self._total
