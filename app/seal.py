"""The seal (`--seal`, Linux): from then on only local sockets can be opened, here and in all that is started.

The kernel holds it (seccomp, see seccomp(2)): nothing can take it off again, neither this process nor its
children, whichever library asks and whether or not we know of it. It is there for the day that a promise in
our own code, or in somebody else's, turns out to be wrong.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from dataclasses import dataclass
from typing import Any

from app import policy
from app.errors import KnownError
from app.language import marked, tr

LINUX_ONLY = marked(
    "Sealing works on Linux only; here a rule of the system's firewall does the same, see SECURITY.md."
)
UNKNOWN_MACHINE = marked(
    "Sealing is made for x86_64 and aarch64, and this is {machine}; block Evenkeel with a firewall's rule "
    "instead, see SECURITY.md."
)
REFUSED = marked(
    "This system does not let Evenkeel be sealed ({reason}); ask whoever looks after it for seccomp filters, "
    "or block Evenkeel with a firewall's rule instead, see SECURITY.md."
)
NO_DOWNLOAD = marked(
    "Evenkeel is sealed against the network, so nothing can be downloaded; install the model from a file or "
    "folder, or start once without the seal."
)
"""What a download says when it is asked for all the same."""

NO_FAMILY = 255
"""A family of sockets that no kernel has (they end below 64): refused by the seal, unknown without it."""

_LOCAL = 1  # AF_UNIX
_NO_NEW_PRIVILEGES = 38  # PR_SET_NO_NEW_PRIVS, which the kernel wants first
_SET_FILTER, _ALL_THREADS = 1, 1  # SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC
_RINGS = (425, 426, 427)
"""io_uring_setup, _enter and _register, on every machine: they open sockets past any filter of calls."""

_X32 = 0x40000000
"""From this number on are x86_64's calls of the x32 kind, which would be the same calls by other numbers."""

# How a filter is written: linux/bpf_common.h, linux/seccomp.h (struct seccomp_data).
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _MACHINE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _FAIL_WITH = 0x7FFF0000, 0x00050000


@dataclass(frozen=True, slots=True)
class _Machine:
    """The kernel's name for a machine (AUDIT_ARCH_…), and the numbers of three calls on it."""

    audit: int
    socket: int
    socketpair: int
    seccomp: int


_MACHINES = {
    "x86_64": _Machine(0xC000003E, 41, 53, 317),
    "aarch64": _Machine(0xC00000B7, 198, 199, 277),
}


def seal() -> None:
    """Let this process, its threads and all it will start open local sockets (AF_UNIX) only, for good.

    Any other family fails with EACCES, io_uring with ENOSYS; of a program made for another machine (32 bits)
    every call fails. What is open already stays open, so this comes first of all. Sealing twice does nothing
    more.
    Raises KnownError on other systems and machines, and where the kernel refuses.
    """
    if not sys.platform.startswith("linux"):
        raise KnownError(tr(LINUX_ONLY))
    machine = _MACHINES.get(platform.machine())
    if machine is None or sys.maxsize < 2**32 or sys.byteorder != "little":
        raise KnownError(tr(UNKNOWN_MACHINE, machine=platform.machine() or "unknown"))
    if sealed():
        return
    system = _system()
    if system.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        raise _refused()
    program = _program(machine)
    held = ctypes.create_string_buffer(program, len(program))
    lines = _Lines(len(program) // 8, ctypes.cast(held, ctypes.c_void_p))
    done = system.syscall(machine.seccomp, _SET_FILTER, _ALL_THREADS, ctypes.byref(lines))
    if done != 0:  # above 0 it is the thread that could not be sealed
        raise _refused(errno.EBUSY if done > 0 else 0)


def heed_policy() -> None:
    """Seal where the organisation wants it; raises KnownError as `seal` and `policy.current` do."""
    if policy.current().seal:
        seal()


def sealed() -> bool:
    """Tell whether this process is sealed, by asking for a socket that can't be."""
    if not sys.platform.startswith("linux"):
        return False
    ctypes.set_errno(0)
    return bool(_system().socket(NO_FAMILY, 1, 0) < 0) and ctypes.get_errno() == errno.EACCES


class _Lines(ctypes.Structure):
    """struct sock_fprog: how many lines the filter has, and where they are."""

    _fields_ = (("count", ctypes.c_ushort), ("first", ctypes.c_void_p))


def _program(machine: _Machine) -> bytes:
    """Give the filter: eight bytes a line; a jump says how many lines to leave out if true, and if not."""
    calls = [(number, "absent") for number in _RINGS]
    calls += [(machine.socket, "family"), (machine.socketpair, "family")]
    lines: list[tuple[int, str, str, int]] = [
        (_LOAD, "", "", _MACHINE),
        (_IF_EQUAL, "", "refuse", machine.audit),
        (_LOAD, "", "", _NUMBER),
        (_IF_AT_LEAST, "absent", "", _X32),
        *((_IF_EQUAL, where, "", number) for number, where in calls),
        (_RETURN, "", "", _ALLOW),
        (_LOAD, "", "", _FIRST_ARGUMENT),  # of its 64 bits the kernel, too, takes the lower 32 for a family
        (_IF_EQUAL, "", "refuse", _LOCAL),
        (_RETURN, "", "", _ALLOW),
        (_RETURN, "", "", _FAIL_WITH | errno.EACCES),
        (_RETURN, "", "", _FAIL_WITH | errno.ENOSYS),
    ]
    places = {"family": len(lines) - 5, "refuse": len(lines) - 2, "absent": len(lines) - 1}

    def distance(here: int, to: str) -> int:
        return places[to] - here - 1 if to else 0

    return b"".join(
        struct.pack("=HBBI", code, distance(here, true), distance(here, false), value)
        for here, (code, true, false, value) in enumerate(lines)
    )


def _system() -> Any:
    library = ctypes.CDLL(None, use_errno=True)
    library.syscall.restype = ctypes.c_long
    library.syscall.argtypes = (ctypes.c_long, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_void_p)
    library.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    return library


def _refused(number: int = 0) -> KnownError:
    return KnownError(tr(REFUSED, reason=os.strerror(number or ctypes.get_errno())))
