"""Which of the libraries that PyInstaller collected the bundle needs; some must be the computer's own."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""A collected file: its name in the bundle, where it comes from (for a link: what it points to), its kind."""

SYSTEMS_OWN = re.compile(
    r"lib(asound|pulse.*|cups|dbus-1|systemd|fontconfig|freetype|X11|X11-xcb|glib-2\.0|gthread-2\.0"
    r"|stdc\+\+|gcc_s|mvec)\.so\b"
)
"""They load plugins or settings of their system, talk to its servers, or are shared with its drivers: one
that was brought along would fit only the computer it was built on."""

_PRUNED = {".", "PySide6/Qt/lib"}
"""Folders of the bundle in which a library lies for others only."""

_ASKED_FOR = re.compile(r"lib(python|portaudio)")
"""Opened by name, so that nothing shows their need."""


def needed(collected: Iterable[Entry]) -> list[Entry]:
    """Leave out the system's own libraries, and those that nothing in the bundle needs any more."""
    entries = [entry for entry in collected if not SYSTEMS_OWN.match(PurePosixPath(entry[0]).name)]
    sources = {PurePosixPath(name).name: source for name, source, kind in entries if kind != "SYMLINK"}
    waiting = [PurePosixPath(name).name for name, _, _ in entries if not _only_for_others(name)]
    kept = set(waiting)
    while waiting:
        source = sources.get(waiting.pop())
        new = _links_to(source) - kept if source else set()
        kept |= new
        waiting += new
    return [entry for entry in entries if PurePosixPath(entry[0]).name in kept]


def _only_for_others(name: str) -> bool:
    path = PurePosixPath(name)
    return str(path.parent) in _PRUNED and path.name.startswith("lib") and not _ASKED_FOR.match(path.name)


def _links_to(library: str) -> set[str]:
    told = subprocess.run(["readelf", "-dW", library], capture_output=True, text=True).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
