"""Writes the papers that go with the product: `python -m papers.make OUT [--system S] [--wheels FOLDER]`.

OUT/sbom.cdx.json and OUT/licences.html. SOURCE_DATE_EPOCH is their time. Without --wheels the environment
that runs is read; with it, the wheels in FOLDER, which may be another system's. With --program FOLDER they
also name what the packaged program in it took from the Debian it was built on.
"""

import argparse
import os
import platform
import sys
from pathlib import Path

import locked
from papers.debian import taken
from papers.licences import page
from papers.parts import shipped
from papers.sbom import sbom

sys.path.append(str(locked.ROOT))


def write(
    out: Path,
    system: str,
    python: str,
    wheels: Path | None = None,
    lock: Path = locked.LOCK,
    program: Path | None = None,
) -> None:
    """Write both papers; raises ValueError where they would not be whole."""
    from app import __version__

    places = None if wheels is None else [str(wheel) for wheel in sorted(wheels.glob("*.whl"))]
    parts = shipped(locked.for_system(locked.read(lock), system, python), places, system, python)
    parts += [] if program is None else taken(program)
    bill = sbom(__version__, system, parts, int(os.environ["SOURCE_DATE_EPOCH"]))
    own = (locked.ROOT / "LICENSE").read_text(encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    (out / "sbom.cdx.json").write_text(bill, encoding="utf-8", newline="\n")
    (out / "licences.html").write_text(page(__version__, own, parts), encoding="utf-8", newline="\n")


def main() -> None:
    """Read the command line and write."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("out", type=Path)
    asked.add_argument("--system", default=sys.platform, choices=["linux", "win32", "darwin"])
    asked.add_argument("--python", default=platform.python_version())
    asked.add_argument("--wheels", type=Path)
    asked.add_argument("--program", type=Path)
    given = asked.parse_args()
    try:
        write(given.out, given.system, given.python, given.wheels, program=given.program)
    except ValueError as fault:
        sys.exit(str(fault))


if __name__ == "__main__":
    main()
