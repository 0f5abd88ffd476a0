"""Makes the offline bundle: `make offline-bundle`, or `OFFLINE="--platform win_amd64 --python 3.11"` with it.

dist/evenkeel-VERSION-offline-PLATFORM/ and the same as .tar.gz: the wheels, a lock of exactly these, the
source, the models that lie in speech_models/, the papers, an installer, and the SHA-256 of every file.
Nothing in it needs a network. The wheels come from where pip looks for packages, and must have the hashes of
requirements.lock. SOURCE_DATE_EPOCH is the time of every file.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from hashlib import file_digest
from pathlib import Path

import locked
from papers.make import write as write_papers

SOURCE = (
    "main.py",
    "app",
    "resources",
    "speech_models",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "packaging/policy.example.toml",
    "requirements.lock",
)
"""What of the repository is the product."""

TRANSLATIONS = "resources/translations"
"""Where `make translations` puts what the window loads, which is not kept with the source."""

_SYSTEMS = {"win": "win32", "macosx": "darwin", "manylinux": "linux", "linux": "linux"}
"""How a platform's name in wheels begins: sys.platform there."""

HERE = Path(__file__).resolve().parent


def system_of(wanted: str | None) -> str:
    """Give sys.platform of a platform as wheels name it, such as win_amd64; of this machine for None."""
    if wanted is None:
        return sys.platform
    for start, system in _SYSTEMS.items():
        if wanted.startswith(start):
            return system
    raise ValueError(
        f"{wanted} is no platform of wheels; try win_amd64, macosx_14_0_arm64 or manylinux_2_28_x86_64."
    )


def build(dist: Path, wanted: str | None, python: str, models: Path) -> Path:
    """Make the bundle's folder and archive in `dist`, and give the archive."""
    system = system_of(wanted)
    from app import __version__

    name = f"evenkeel-{__version__}-offline-{wanted or f'{system}-{platform.machine()}'}-py{_minor(python)}"
    folder = dist / name
    shutil.rmtree(folder, ignore_errors=True)
    program = folder / "program"
    program.mkdir(parents=True)
    _source(program)
    _models(models, program / "speech_models")
    packages = locked.for_system(locked.read(program / "requirements.lock"), system, python)
    (program / "requirements.lock").unlink()
    _wheels(packages, folder / "wheels", wanted, python)
    (folder / "requirements.lock").write_text(_exact(folder / "wheels"), encoding="utf-8")
    write_papers(folder / "papers", system, python, folder / "wheels")
    shutil.copy(folder / "papers" / "licences.html", program)  # where app/paths.py looks for it
    _installer(folder, system, python)
    _sums(folder)
    return _archive(folder, int(os.environ["SOURCE_DATE_EPOCH"]))


def _minor(python: str) -> str:
    return ".".join(python.split(".")[:2])


def _source(program: Path) -> None:
    """Put the committed source there, and the translations that are built of it.

    What else lies about uncommitted is no part of the product.
    """
    packed = subprocess.run(
        ["git", "-C", str(locked.ROOT), "archive", "--format=tar", "HEAD", "--", *SOURCE],
        check=True,
        stdout=subprocess.PIPE,
    ).stdout
    subprocess.run(["tar", "-x", "-C", str(program)], check=True, input=packed)
    shutil.move(program / "packaging" / "policy.example.toml", program)
    (program / "packaging").rmdir()
    for language in sorted((locked.ROOT / TRANSLATIONS).glob("*.qm")):
        shutil.copy(language, program / TRANSLATIONS)


def _models(models: Path, into: Path) -> None:
    for model in sorted(path for path in models.iterdir() if path.is_dir()):
        shutil.copytree(model, into / model.name)


def _wheels(packages: list[locked.Package], wheels: Path, wanted: str | None, python: str) -> None:
    """Fetch each package by the hashes of the lock; what is published only as source becomes a wheel here."""
    wheels.mkdir()
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-qq"]
    with tempfile.TemporaryDirectory() as fetched:
        asked = Path(fetched) / "asked.lock"
        lines = [
            f"{p.name}=={p.version} " + " ".join(f"--hash=sha256:{digest}" for digest in p.hashes)
            for p in packages
        ]
        asked.write_text("\n".join(lines), encoding="utf-8")
        there = ["--platform", wanted, "--python-version", python, "--implementation", "cp"] if wanted else []
        fetch = [*pip, "download", "--no-deps", "--no-build-isolation", "--require-hashes", *there]
        subprocess.run([*fetch, "-d", fetched, "-r", str(asked)], check=True)
        asked.unlink()
        for file in sorted(Path(fetched).iterdir()):
            if file.suffix == ".whl":
                shutil.move(file, wheels / file.name)
                continue
            before = set(wheels.iterdir())
            make = [
                *pip,
                "wheel",
                "--no-deps",
                "--no-build-isolation",
                "--no-index",
                "-w",
                str(wheels),
                str(file),
            ]
            subprocess.run(make, check=True)
            if not all(made.name.endswith("-none-any.whl") for made in set(wheels.iterdir()) - before):
                raise ValueError(
                    f"{file.name} is source with native code, which can't be built for another system."
                )


def _exact(wheels: Path) -> str:
    """Give the lock of these files and no others."""
    lines = []
    for wheel in sorted(wheels.glob("*.whl")):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name}=={version} --hash=sha256:{_digest(wheel)}\n")
    return "".join(lines)


def _installer(folder: Path, system: str, python: str) -> None:
    names = ["install.ps1"] if system == "win32" else ["install.sh", "check.sh", "uninstall.sh"]
    for name in [*names, "READ-ME-FIRST.txt"]:
        text = (HERE / name).read_text(encoding="utf-8")
        (folder / name).write_text(
            text.replace("@PYTHON@", _minor(python)),
            encoding="utf-8",
            newline="\r\n" if system == "win32" else "\n",
        )
        if name.endswith(".sh"):
            (folder / name).chmod(0o755)
    if system == "linux":
        shutil.copy(locked.ROOT / "packaging/linux/evenkeel.desktop", folder / "evenkeel.desktop")
        needed = os.environ.get("SYSTEM_PACKAGES", "").split()
        (folder / "system-packages.txt").write_text("".join(f"{n}\n" for n in needed), encoding="utf-8")


def _sums(folder: Path) -> None:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_digest(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _archive(folder: Path, moment: int) -> Path:
    """Pack the folder; nothing in the bytes tells who packed it, when, or in which order."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = moment
        entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
        return entry

    archive = folder.with_name(f"{folder.name}.tar.gz")
    unpacked = folder.with_name(f"{folder.name}.tar")
    with tarfile.open(unpacked, "w", format=tarfile.PAX_FORMAT) as packed:
        packed.add(folder, folder.name, filter=plain)
    with unpacked.open("rb") as source, archive.open("wb") as out:
        subprocess.run(["gzip", "-n", "-3"], check=True, stdin=source, stdout=out)
    unpacked.unlink()
    return archive


def main() -> None:
    """Read the command line and build."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument(
        "--platform", help="as wheels name it: win_amd64, macosx_14_0_arm64; this machine's if left out"
    )
    asked.add_argument("--python", default=platform.python_version(), help="such as 3.11")
    asked.add_argument(
        "--models", type=Path, default=locked.ROOT / "speech_models", help="folder of models to put in"
    )
    asked.add_argument("--out", type=Path, default=locked.ROOT / "dist")
    given = asked.parse_args()
    try:
        print(build(given.out, given.platform, given.python, given.models))
    except ValueError as fault:
        sys.exit(str(fault))
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{failed.cmd[0]} could not do its part of the bundle; what it says is above.")


if __name__ == "__main__":
    main()
