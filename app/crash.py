"""What is kept when the product itself is at fault: a report on this machine, and nothing that was said."""

import os
import platform
import traceback
from datetime import UTC, datetime
from pathlib import Path

from app import __version__


def write_report(error: BaseException, folder: Path) -> Path:
    """Write the kind of `error` and where it arose to a new file in `folder` and give its path.

    The error's message is left out: it may quote what somebody said or wrote. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    now = datetime.now(UTC)
    frames = traceback.StackSummary.extract(traceback.walk_tb(error.__traceback__), lookup_lines=False)
    lines = [
        f"Evenkeel {__version__}, Python {platform.python_version()}, {platform.platform()}",
        f"{now.isoformat(timespec='seconds')}",
        f"{type(error).__module__}.{type(error).__qualname__}",
        *(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames),
    ]
    path = folder / f"crash-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
