"""Once sealed, nothing opens a socket but a local one: not here, not in a thread, not in any child."""

import errno
import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import soundfile

from app import seal
from app.errors import KnownError
from app.policy import Policy

ROOT = Path(__file__).parents[2]
SAMPLE_CALL = ROOT / "resources" / "sample_call" / "complaint.flac"

WITHIN = """
import ctypes, errno, json, multiprocessing, socket, subprocess, sys, threading
from app import seal

def opened(family):
    try:
        socket.socket(family).close()
    except OSError as refusal:
        return refusal.errno
    return 0

def leave(family):
    sys.exit(opened(family))

def in_thread(sealing, found):
    sealing.wait()
    found.append(opened(socket.AF_INET))

def called(number, *given):
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    done = library.syscall(ctypes.c_long(number), *map(ctypes.c_long, given))
    return 0 if done >= 0 else ctypes.get_errno()

if __name__ == "__main__":
    sealing, found = threading.Event(), []
    before = threading.Thread(target=in_thread, args=(sealing, found))
    before.start()
    told = {"before": seal.sealed()}
    seal.seal()
    seal.seal()
    sealing.set()
    before.join()
    told["after"] = seal.sealed()
    told["thread begun before"] = found[0]
    told["families"] = [family for family in range(64) if opened(family) != errno.EACCES]
    [end.close() for end in socket.socketpair()]
    told["io_uring_setup"] = called(425, 4, 0)
    told["x32"] = called(0x40000000 + 41, 2, 1, 0)
    code = "import socket; socket.socket(socket.AF_INET)"
    ended = subprocess.run([sys.executable, "-c", code], stderr=subprocess.PIPE)
    told["program"] = ended.stderr.decode()[-40:]
    for method in ("spawn", "forkserver", "fork"):
        child = multiprocessing.get_context(method).Process(target=leave, args=(socket.AF_INET6,))
        child.start()
        child.join()
        told[method] = child.exitcode
    print(json.dumps(told))
"""


def run(*command: str, **changed: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=os.environ | changed, capture_output=True, text=True
    )


def test_sockets_fail_everywhere(tmp_path: Path) -> None:
    (tmp_path / "within.py").write_text(WITHIN, encoding="utf-8")
    done = run(str(tmp_path / "within.py"), PYTHONPATH=str(ROOT))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert "Permission denied" in told.pop("program")
    assert told == {
        "before": False,
        "after": True,
        "families": [1],
        "io_uring_setup": errno.ENOSYS,
        "x32": errno.ENOSYS,
        **dict.fromkeys(("thread begun before", "spawn", "forkserver", "fork"), errno.EACCES),
    }


ALLOWED, REFUSED, ABSENT = "allowed", "refused", "absent"
_ENDS = {0x7FFF0000: ALLOWED, 0x50000 | errno.EACCES: REFUSED, 0x50000 | errno.ENOSYS: ABSENT}


def verdict(program: bytes, audit: int, number: int, argument: int = 0) -> str:
    """Run the filter as the kernel does, on one call."""
    data = struct.pack("<IIQQ", number & 0xFFFFFFFF, audit, 0, argument & 2**64 - 1)
    lines = list(struct.iter_unpack("=HBBI", program))
    held, here = 0, 0
    while True:
        code, true, false, value = lines[here]
        here += 1
        if code == 0x20:
            (held,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:
            return _ENDS[value]
        else:
            here += true if (held == value if code == 0x15 else held >= value) else false


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_of_each_machine(machine: str) -> None:
    of = seal._MACHINES[machine]
    program = seal._program(of)
    for number in (of.socket, of.socketpair):
        assert verdict(program, of.audit, number, 1) == ALLOWED
        assert verdict(program, of.audit, number, 1 | 7 << 32) == ALLOWED  # which is the same to the kernel
        for family in (0, 2, 10, 16, 17, 40, seal.NO_FAMILY, 2**31, -1, 2 | 1 << 32):
            assert verdict(program, of.audit, number, family) == REFUSED
    for number in (425, 426, 427, 0x40000000 + of.socket, -1):
        assert verdict(program, of.audit, number) == ABSENT
    for number in set(range(600)) - {of.socket, of.socketpair, 425, 426, 427}:
        assert verdict(program, of.audit, number, 2) == ALLOWED
    for other in (0x40000003, 0x40000028, 0):  # i386, arm
        assert all(verdict(program, other, number, 1) == REFUSED for number in (of.socket, 1, 20, 102))


@pytest.mark.parametrize(
    ("system", "machine", "told"),
    [("win32", "AMD64", "Linux only"), ("darwin", "arm64", "Linux only"), ("linux", "riscv64", "is riscv64")],
)
def test_elsewhere_it_says_what_helps(
    system: str, machine: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr("platform.machine", lambda: machine)
    with pytest.raises(KnownError, match=told) as refused:
        seal.seal()
    assert "firewall" in str(refused.value)
    assert not (system != "linux" and seal.sealed())


def test_a_kernel_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        socket = staticmethod(lambda *_: -1)
        prctl = staticmethod(lambda *_: 0)
        syscall: Callable[..., int] = staticmethod(lambda *_: 4711)  # a thread that has a seal of its own

    monkeypatch.setattr(seal, "_system", Old)
    with pytest.raises(KnownError, match=r"busy.*firewall"):
        seal.seal()


def test_the_policy_seals(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[bool] = []
    monkeypatch.setattr(seal, "seal", lambda: done.append(True))
    for wanted in (False, True):
        monkeypatch.setattr("app.policy.current", lambda wanted=wanted: Policy(seal=wanted))
        seal.heed_policy()
    assert done == [True]


def test_a_sealed_review_says_the_same(tmp_path: Path) -> None:
    sound, rate = soundfile.read(SAMPLE_CALL, dtype="int16", frames=15 * 16_000)
    soundfile.write(tmp_path / "call.wav", sound, rate, subtype="PCM_16")
    review = "review", str(tmp_path / "call.wav"), "--engine", "moonshine", "--json", "-"
    sealed, usual = (
        run("main.py", *option, *review, EVENKEEL_HOME=str(tmp_path)) for option in (["--seal"], [])
    )
    assert (sealed.returncode, sealed.stderr) == (0, "")
    assert json.loads(sealed.stdout)["transcript"]
    assert sealed.stdout == usual.stdout


def test_doctor_says_whether_it_is_sealed(tmp_path: Path) -> None:
    home = {"EVENKEEL_HOME": str(tmp_path), "COLUMNS": "200", "PULSE_SERVER": f"unix:{tmp_path}/nobody"}
    (sealed,) = [
        each for each in run("main.py", "--seal", "doctor", **home).stdout.splitlines() if "network" in each
    ]
    (usual,) = [each for each in run("main.py", "doctor", **home).stdout.splitlines() if "network" in each]
    assert "  sealed" in sealed and "not sealed" in usual
