"""A real sound server of our own, for whatever needs one."""

import os
import select
import signal
import subprocess
from dataclasses import dataclass
from pathlib import Path

MIC = "module-null-sink sink_name=mic rate=48000 sink_properties=device.description=Mic"
HALF = "module-remap-source source_name={} master=call.monitor master_channel_map=front-{} channel_map=mono"
LOADED = (
    "module-native-protocol-unix",
    "module-rescue-streams",
    "module-null-sink sink_name=phone rate=48000 sink_properties=device.description=Phone",
    MIC,
    "module-null-source source_name=line description=Line",
    # Two inputs that hear the two channels of one output, and so the same moment at the same time.
    "module-null-sink sink_name=call rate=48000",
    HALF.format("left", "left"),
    HALF.format("right", "right"),
)


@dataclass
class PulseServer:
    """A PulseAudio of our own, with everything it keeps in `folder`."""

    folder: Path

    def start(self) -> None:
        """Start it; with -D the command returns when the server is ready."""
        loads = [f"--load={module}" for module in LOADED]
        subprocess.run(
            ["pulseaudio", "-n", "-D", "--exit-idle-time=-1", *loads], check=True, capture_output=True
        )

    @property
    def pid(self) -> int:
        return int((self.folder / "pulse" / "pid").read_text())

    def kill(self) -> None:
        """Let it die without a chance to say goodbye, and wait until it is gone."""
        pid = os.pidfd_open(self.pid)
        signal.pidfd_send_signal(pid, signal.SIGKILL)
        select.select([pid], [], [], 5.0)
        os.close(pid)
        (self.folder / "pulse" / "pid").unlink()

    def stop(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGTERM)

    def do(self, *command: str) -> str:
        """Give a command of pactl and return its answer."""
        return subprocess.run(["pactl", *command], check=True, capture_output=True, text=True).stdout.strip()

    def unload(self, name: str) -> None:
        """Take the output or input of that name away, as if it were unplugged."""
        modules = [line.split("\t") for line in self.do("list", "short", "modules").splitlines()]
        for number, _, arguments, *_ in modules:
            if f"_name={name} " in f"{arguments} ":
                self.do("unload-module", number)

    def play(self, sound: Path, output: str) -> "subprocess.Popen[bytes]":
        """Play a file to an output."""
        return subprocess.Popen(["paplay", f"--device={output}", str(sound)])
