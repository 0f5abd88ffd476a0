"""What is shipped: every package of the lock and the parts of native.toml, with the texts of licences."""

import tomllib
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path, PurePosixPath
from typing import Any

import locked
from license_expression import get_spdx_licensing
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
_SPDX = get_spdx_licensing()
_CLASSIFIED = {"MIT License": "MIT", "Apache Software License": "Apache-2.0"}
"""Trove's licences that mean exactly one of SPDX's."""

_PAPERS = ("LICEN", "COPYING", "NOTICE", "AUTHORS")


@dataclass(frozen=True, slots=True)
class Part:
    """A thing shipped. `carriers`: names of the parts it comes in, or is wanted by. `texts`: (name, text).

    `source` is where its name and version are known: "pypi", "deb" (Debian), or "" for a part of another.
    """

    name: str
    version: str | None
    licence: str
    carriers: tuple[str, ...]
    hashes: tuple[str, ...] = ()
    note: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    source: str = ""


def several(told: str | list[str]) -> list[str]:
    """Give what an entry of native.toml names, one or several, as a list."""
    return [told] if isinstance(told, str) else told


def native_file() -> dict[str, Any]:
    """Give native.toml as it is."""
    return tomllib.loads((HERE / "native.toml").read_text(encoding="utf-8"))


def shipped(packages: list[locked.Package], places: list[str] | None, system: str, python: str) -> list[Part]:
    """Give what is shipped for `system` (as in sys.platform) with these packages, native parts last.

    `places` are folders, or wheels, that hold the packages; None is the environment that runs. Raises
    ValueError where a package is not there in the locked version, or its licence is none of SPDX's.
    """
    told = native_file()
    found = {
        canonicalize_name(d.name): d
        for d in (distributions() if places is None else distributions(path=places))
    }
    parts = [_package(package, found.get(package.name), told["packages"]) for package in packages]
    versions = {package.name: package.version for package in packages}
    for entry in told["part"]:
        looked_at = dict(pin.split("==") for pin in several(entry.get("in", [])))
        carriers = tuple(name for name in looked_at if name in versions)
        if bool(looked_at) != bool(carriers) or system not in several(entry.get("system", system)):
            continue
        version = (
            entry.get("version") if all(versions[name] == looked_at[name] for name in carriers) else None
        )
        if entry["name"] == "Python":
            version = python
        parts.append(
            Part(
                entry["name"],
                version,
                _checked(entry["name"], entry["licence"]),
                carriers or ("evenkeel",),
                note=entry.get("note", ""),
                texts=_texts(entry),
            )
        )
    return parts


def _package(package: locked.Package, known: Distribution | None, told: dict[str, Any]) -> Part:
    if known is None or known.version != package.version:
        raise ValueError(f"{package.name} {package.version} is not here; run make setup and try again.")
    entry = told.get(package.name, {})
    texts = [
        (file.name, file.read_text(encoding="utf-8"))
        for file in sorted(known.files or [])
        if ".dist-info" in file.parts[0] and any(word in file.name.upper() for word in _PAPERS)
    ]
    return Part(
        package.name,
        package.version,
        _checked(package.name, entry.get("licence") or _licence(known)),
        package.wanted_by,
        package.hashes,
        entry.get("note", ""),
        tuple(texts) or _texts(entry),
        "pypi",
    )


def _licence(known: Distribution) -> str:
    """Give the licence that a package's papers name, newest kind of naming first; empty where none does."""
    told = known.metadata
    classifiers = [
        line.rpartition(" :: ")[2] for line in told.get_all("Classifier", []) if "License ::" in line
    ]
    named = [_CLASSIFIED[name] for name in classifiers if name in _CLASSIFIED]
    plain = (told.get("License") or "").strip()
    return told.get("License-Expression") or (plain if _known(plain) else " AND ".join(named))


def _known(expression: str) -> bool:
    return bool(expression) and not _SPDX.validate(expression).errors


def _checked(name: str, expression: str) -> str:
    if not _known(expression):
        raise ValueError(f"The licence of {name} is not known; name it in packaging/papers/native.toml.")
    return expression


def _texts(entry: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Give the texts that an entry of native.toml names, with its copyright where they want one."""
    holder = entry.get("copyright", "")
    texts: list[tuple[str, str]] = []
    for name in several(entry.get("text", [])):
        text = (HERE / "texts" / PurePosixPath(f"{name}.txt")).read_text(encoding="utf-8")
        if "{copyright}" in text:
            text = text.replace("{copyright}", holder)
        elif holder and not texts:
            text = f"{holder}\n\n{text}"
        texts.append((name, text))
    return tuple(texts)
