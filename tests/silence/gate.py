"""Which sockets a program and all it starts ask for: `python -m tests.silence.gate [COMMAND ...]`.

Runs the command under strace and says what it saw; without one, the session that tests.silence.session goes
through. The status is 0 if only local sockets were asked for and, of the session, everything was done.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.seal import NO_FAMILY
from tests.silence import session
from tests.silence.surroundings import surroundings

ROOT = Path(__file__).parents[2]
TRACED = "socket,socketpair,bind,connect,io_uring_setup,execve"
"""What a socket can come from or lead somewhere by; execve tells who it was."""

NETWORK = ("AF_INET", "AF_INET6")
LONGEST_S = 900.0

_CALL = re.compile(r"(?P<pid>\d+) +(?P<name>\w+)\((?P<rest>.*)")
_FAMILY = re.compile(r"\bAF_\w+|\b0x[0-9a-f]+(?= /\* AF_\?)")
_COMMAND = re.compile(r"(\[.{1,120})")
_PLACE = re.compile(r'sun_path=@?"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system, whether it succeeded or not: whose, which, the family of socket, all of it.

    `family` is empty where the call names none.
    """

    pid: int
    name: str
    family: str
    text: str


@dataclass(frozen=True, slots=True)
class Trace:
    """What a program and all it started did: its status, its output, its calls, and all processes seen.

    Threads count as processes here, as they do for the kernel.
    """

    status: int
    out: str
    err: str
    calls: tuple[Call, ...]
    processes: frozenset[int]

    @property
    def network(self) -> list[Call]:
        """Every socket of the Internet that was asked for."""
        return [call for call in self.calls if call.name == "socket" and call.family in NETWORK]

    @property
    def families(self) -> Counter[str]:
        """How many sockets of each family were asked for, pairs aside."""
        return Counter(call.family for call in self.calls if call.name == "socket")

    @property
    def places(self) -> Counter[str]:
        """The local sockets that were called, and how often."""
        found = (_PLACE.search(call.text) for call in self.calls if call.name == "connect")
        return Counter(place[1] for place in found if place)

    @property
    def programs(self) -> dict[int, str]:
        """The beginning of the command of the last program that each process became."""
        found = ((call.pid, _COMMAND.search(call.text)) for call in self.calls if call.name == "execve")
        return {pid: command[1] for pid, command in found if command}

    def loud(self) -> list[str]:
        """Say what was asked for besides local sockets, a line each; nothing if the program is silent."""
        # The seal asks for a family that does not exist, to learn whether it is there.
        quiet = {"", "AF_UNIX", hex(NO_FAMILY)}
        found = [call for call in self.calls if call.family not in quiet or call.name == "io_uring_setup"]
        return [f"{call.text}  in {self.programs.get(call.pid, 'a thread')}" for call in found]

    def gaps(self) -> list[str]:
        """Say what the gate needs to have seen of the session and did not; nothing if it saw all of it."""
        told = session.told(self.out)
        missing = [f"not done: {step}" for step in session.STEPS if step not in told.steps]
        if self.status:
            missing.append(f"it ended with status {self.status}: {self.err[-2000:]}")
        unseen = told.processes - self.processes
        if unseen:
            missing.append(f"processes of the session that were not traced: {sorted(unseen)}")
        if sum("multiprocessing" in program for program in self.programs.values()) < session.CHILDREN:
            missing.append("fewer child processes than the session has")
        for what, where in (("screen", "X11-unix"), ("sound server", "pulse"), ("print service", "cups")):
            if not any(where in place for place in self.places):
                missing.append(f"no connection to the {what}")
        return missing


def watch(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Trace:
    """Run a command to its end under strace, and give what it did."""
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder) / "trace"
        # With a filter in the kernel only the traced calls stop the program, which is as fast as without.
        strace = ["strace", "-f", "--seccomp-bpf", "-s", "200", "-e", f"trace={TRACED}"]
        strace += ["-e", "signal=none", "-o", str(written)]
        done = subprocess.run(
            [*strace, *command],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=LONGEST_S,
        )
        lines = written.read_text(encoding="utf-8", errors="replace").splitlines()
    calls = []
    for line in lines:
        if found := _CALL.match(line):
            family = _FAMILY.search(found["rest"]) if found["name"] != "execve" else None
            calls.append(Call(int(found["pid"]), found["name"], family[0] if family else "", line))
    seen = frozenset(int(line.split()[0]) for line in lines)
    return Trace(done.returncode, done.stdout, done.stderr, tuple(calls), seen)


def main(command: Sequence[str]) -> int:
    """Watch the command, or the session, and print what was seen; give 0 if nothing was loud or missing."""
    with surroundings():
        trace = watch(command or session.COMMAND)
    print(trace.out, trace.err, sep="", end="")
    print(f"{len(trace.processes)} processes and threads; sockets by family: {dict(trace.families)}")
    for place, times in sorted(trace.places.items()):
        print(f"  {times} x {place}")
    faults = [*trace.loud(), *(trace.gaps() if not command else ())]
    for fault in faults:
        print(f"NOT SILENT: {fault}")
    print(f"AF_INET and AF_INET6: {len(trace.network)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
