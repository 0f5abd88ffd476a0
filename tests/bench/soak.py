"""An 8-hour day in the window, 40 times as fast: `python -m tests.bench.soak`, about 15 minutes."""

from tests.bench.results import Result
from tests.bench.window import figures
from tests.bench.window_process import HOURS


def run() -> list[Result]:
    """Measure how the memory of the window's process grows over the day."""
    hours = figures("day")
    grown = hours[-1] / hours[0] - 1
    return [
        Result(
            f"{HOURS} hours of calls, one after another, accelerated: memory after the first hour",
            "grows <= 5 %",
            f"{100 * grown:+.1f} % ({', '.join(f'{hour:.0f}' for hour in hours)} MB at the end of each hour)",
            len(hours) == HOURS and grown <= 0.05,
        )
    ]


if __name__ == "__main__":
    for row in run():
        print(row.line())
