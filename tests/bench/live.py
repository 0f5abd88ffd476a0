"""A live call through a real sound server for ten minutes: `python -m tests.bench.live`.

A PulseAudio of its own plays ten minutes of voiced calls to `listen`, and at the same time to a bare capture
whose samples are held against the recording. Then the time from sound written to the server to the snapshot
that shows it is taken from outside. About thirteen minutes.
"""

import json
import subprocess
import sys
import time
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray

from app import bootstrap
from app.domain.timeline import RATE, Speaker
from app.session.live_source import LiveInputs
from tests.bench.cost import ROOT
from tests.bench.faults import sound_server
from tests.bench.long_recording import recording
from tests.bench.results import Result
from tests.listening import Listening

MINUTES = 10
BURSTS = 40
_BLOCK = RATE // 50
_LOUD_DB = -20.0


def live_and_review() -> list[Result]:
    """Hear the recording live, and hold report, latencies and samples against the recording."""
    path = recording(MINUTES)
    command = [sys.executable, "main.py", "listen", "--agent", "left", "--customer", "right"]
    command += ["--events", "-", "--json", "-"]
    with (
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as listen,
        Listening(LiveInputs("left", "right")) as bare,
    ):
        assert listen.stdout
        bare.wait(lambda: bare.length > RATE)
        hearing = 0
        lines: list[dict[str, Any]] = []
        while hearing < 2:
            lines.append(json.loads(listen.stdout.readline()))
            hearing += lines[-1].get("state") == "hearing" and lines[-1].get("type") == "state"
        player = subprocess.Popen(["paplay", "--device=call", str(path)])
        while player.poll() is None:
            lines.append(json.loads(listen.stdout.readline()))
        listen.terminate()
        lines += [json.loads(line) for line in listen.stdout]
    report = lines.pop()
    done = subprocess.run(
        [sys.executable, "main.py", "review", str(path), "--json", "-"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    review = json.loads(done.stdout)
    ratios = [each["metrics"]["talk_ratio"] for each in (report, review)]
    cut_ins = [each["metrics"]["interruptions"] for each in (report, review)]
    original = soundfile.read(path, dtype="int16")[0]
    heard = {Speaker.AGENT: bare.agent(), Speaker.CUSTOMER: bare.customer()}
    offsets = {side: _offsets(heard[side], original[:, column]) for column, side in enumerate(Speaker)}
    moved = max(abs(end - start) for start, end in offsets.values())
    beside = abs(offsets[Speaker.AGENT][0] - offsets[Speaker.CUSTOMER][0])
    gaps = [*report["gaps"], *bare.gaps()]
    return [
        Result(
            f"{MINUTES} minutes live against the review of the same sound: talk ratio",
            "<= 0.02",
            f"{abs(ratios[0] - ratios[1]):.4f} ({ratios[0]:.4f}, {ratios[1]:.4f})",
            abs(ratios[0] - ratios[1]) <= 0.02,
        ),
        Result(
            "interruptions by agent / customer, live and review",
            "none",
            "; ".join(f"{each['agent']} / {each['customer']}" for each in cut_ins),
        ),
        Result(
            "samples lost or moved from the first ten seconds to the last, and gaps",
            "0",
            f"{moved} samples, {len(gaps)} gaps",
            moved == 0 and not gaps,
        ),
        Result("the two sides beside each other", "none", f"{beside} samples"),
        _latency("sound to snapshot", lines, "snapshot", 200),
        _latency("end of an utterance to its final text", lines, "final", 800),
        _latency("sound to partial text", lines, "partial", None),
    ]


def _latency(what: str, lines: list[dict[str, Any]], kind: str, bar: int | None) -> Result:
    found = [line["latency_ms"] for line in lines if line["type"] == kind and line["latency_ms"] is not None]
    p50, p95 = np.percentile(found, [50, 95])
    return Result(
        f"{what}, as `listen` tells it",
        "none" if bar is None else f"p95 <= {bar} ms",
        f"p50 {p50:.0f}, p95 {p95:.0f}, longest {max(found):.0f} ms ({len(found)})",
        None if bar is None else bool(p95 <= bar),
    )


def _offsets(heard: NDArray[np.int16], original: NDArray[np.int16]) -> tuple[int, int]:
    """Give by how many samples the recording lies later in what was heard, near its beginning and end."""
    first = _offset(heard[: 60 * RATE], original[5 * RATE : 15 * RATE]) - 5 * RATE
    at = original.size - 20 * RATE
    window = heard[at + first - RATE : at + first + 11 * RATE]
    return first, _offset(window, original[at : at + 10 * RATE]) - RATE + first


def _offset(heard: NDArray[np.int16], piece: NDArray[np.int16]) -> int:
    size = heard.size + piece.size
    product = np.fft.rfft(heard.astype(float), size) * np.conj(np.fft.rfft(piece.astype(float), size))
    return int(np.argmax(np.fft.irfft(product, size)[: heard.size]))


def from_outside() -> Result:
    """Write bursts of sound to the server and take the time until a snapshot shows them."""
    random = np.random.default_rng(1)
    loud = random.integers(-30000, 30000, (5 * _BLOCK, 2)).astype(np.int16).tobytes()
    quiet = bytes(4 * _BLOCK)
    command = ["pacat", "--raw", f"--rate={RATE}", "--channels=2", "--format=s16le", "--latency-msec=10"]
    taken = []
    choices = bootstrap.LiveChoices("left", "right", engine="none")
    with (
        bootstrap.live_call(choices, print) as call,
        subprocess.Popen([*command, "--device=call"], stdin=subprocess.PIPE) as player,
    ):
        assert player.stdin
        while call.snapshot.t < RATE:
            call.wait(0.1)
        due = time.monotonic()
        for number in range(BURSTS * 50):
            burst = number % 50 == 49
            written = time.monotonic()
            player.stdin.write(loud if burst else quiet)
            player.stdin.flush()
            due += 0.1 if burst else 0.02
            while burst and time.monotonic() < written + 0.6:
                agent = call.snapshot.streams.get(Speaker.AGENT)
                if agent and agent.level_db is not None and agent.level_db > _LOUD_DB:
                    taken.append(1000 * (time.monotonic() - written))
                    break
                call.wait(0.01)
            time.sleep(max(due - time.monotonic(), 0))
        player.stdin.close()
        call.end()
    p50, p95 = np.percentile(taken, [50, 95])
    return Result(
        "sound written to the server until a snapshot shows it, from outside (server's own delay included)",
        "p95 <= 200 ms",
        f"p50 {p50:.0f}, p95 {p95:.0f}, longest {max(taken):.0f} ms ({len(taken)} of {BURSTS})",
        bool(p95 <= 200 and len(taken) == BURSTS),
    )


def run() -> list[Result]:
    """Measure all of it with a sound server of its own."""
    with sound_server():
        return [*live_and_review(), from_outside()]


if __name__ == "__main__":
    for row in run():
        print(row.line())
