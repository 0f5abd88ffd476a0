"""A clock that stands still until it is moved, for exercises of minutes in no time."""

from app.ui.calm.exercise import Exercise


class StillClock:
    """Gives the time it was put to."""

    def __init__(self) -> None:
        self.t = 1000.0

    def __call__(self) -> float:
        return self.t

    def go_on(self, exercise: Exercise, seconds: float) -> None:
        """Let so many seconds pass, and the exercise see them pass."""
        until = self.t + seconds
        while self.t < until:
            self.t = min(self.t + 0.5, until)
            exercise.look()

    def sleep(self, exercise: Exercise, seconds: float) -> None:
        """Let the computer sleep for so long, and wake."""
        self.t += seconds
        exercise.look()
