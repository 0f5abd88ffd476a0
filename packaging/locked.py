"""Reads requirements.lock as one system and Python would: what is installed there, and how it is known."""

import platform
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"

_SYSTEMS = {"linux": ("posix", "Linux"), "win32": ("nt", "Windows"), "darwin": ("posix", "Darwin")}
"""sys.platform: os.name and platform.system() there."""


@dataclass(frozen=True, slots=True)
class Package:
    """One pinned package: its canonical name, the SHA-256 of each file it may be, and who wants it."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    wanted_by: tuple[str, ...]


def read(lock: Path = LOCK) -> list[Package]:
    """Give all packages of a lock that uv wrote, in its order (by name), whatever the system."""
    packages: list[Package] = []
    for block in re.split(r"^(?=[A-Za-z0-9])", lock.read_text(encoding="utf-8"), flags=re.MULTILINE):
        head = re.match(r"([\w.-]+)==([^\s;]+)(?:\s*;\s*([^\\\n]+?))?\s*(?:\\\n|\n|$)", block)
        if head is None:
            continue
        hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block))
        wanted = re.findall(r"^    #(?: via|  ) +([\w.-]+)", block, flags=re.MULTILINE)
        name, version, marker = head.groups()
        packages.append(
            Package(
                canonicalize_name(name), version, marker or "", hashes, tuple(map(canonicalize_name, wanted))
            )
        )
    return packages


def for_system(
    packages: list[Package], system: str = sys.platform, python: str = platform.python_version()
) -> list[Package]:
    """Give those whose markers hold on `system` (as sys.platform names it) with that Python, such as 3.11."""
    os_name, platform_system = _SYSTEMS[system]
    there = {
        "sys_platform": system,
        "os_name": os_name,
        "platform_system": platform_system,
        "python_version": ".".join(python.split(".")[:2]),
        "python_full_version": python if python.count(".") == 2 else f"{python}.0",
    }
    return [p for p in packages if not p.marker or Marker(p.marker).evaluate(there)]
