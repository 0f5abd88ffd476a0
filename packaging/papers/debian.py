"""What a packaged program takes from the Debian it was built on, with the versions and licences of there."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from papers.parts import Part

LICENCE = "as in its Debian copyright file"
"""What is said of a licence that only a text of Debian's tells."""


def taken(program: Path) -> list[Part]:
    """Give the Debian packages that libraries in the folder `program` are of, by name.

    Raises ValueError for a library that is neither Debian's nor of a package of Python, nor Python itself:
    nobody could say under which licence it is. So it does on a system that is no Debian.
    """
    installed = {file.name for file in Path(sys.prefix).rglob("*.so*")}
    owners: dict[str, None] = {}
    for library in sorted((program / "_internal").glob("*.so*")):
        owner = _owner(library)
        if owner is not None:
            owners[owner] = None
        elif library.name not in installed and not library.name.startswith("libpython"):
            raise ValueError(f"{library.name} in {program} is of no package that is known.")
    return [_part(name) for name in sorted(owners)]


def _owner(library: Path) -> str | None:
    """Give the package whose file of that name holds the same bytes, None where there is none."""
    for line in _lines("dpkg", "--search", f"*/{library.name}"):
        packages, _, path = line.partition(": ")
        if Path(path).is_file() and Path(path).read_bytes() == library.read_bytes():
            return packages.partition(":")[0]
    return None


def _part(name: str) -> Part:
    version = next(_lines("dpkg-query", "--show", "--showformat", "${Version}\n", name))
    text = Path("/usr/share/doc", name, "copyright").read_text(encoding="utf-8", errors="replace")
    return Part(name, version, LICENCE, ("evenkeel",), texts=(("copyright", text),), source="deb")


def _lines(*command: str) -> Iterator[str]:
    """Give what a command prints, line by line; nothing where it finds nothing."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise ValueError(
            f"{command[0]} is missing, which knows what the program took of the system; build it on Debian."
        ) from None
    return iter(done.stdout.splitlines())
