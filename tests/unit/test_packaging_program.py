"""What is promised of the built program, as far as it can be told without building it."""

import ast
import importlib.util
import plistlib
import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import numpy
import pytest

from app.speech import offline

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
SPEC = (PACKAGING / "evenkeel.spec").read_text(encoding="utf-8")


def packaging_module(place: str) -> ModuleType:
    """Give one of the modules of packaging/, which is no package."""
    spec = importlib.util.spec_from_file_location(Path(place).stem, PACKAGING / place)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents = packaging_module("contents.py")


def test_what_app_imports_by_a_name_in_a_string_is_taken_along() -> None:
    named = {
        name
        for file in (ROOT / "app").rglob("*.py")
        for name in re.findall(r"import_module\(\"([\w.]+)\"\)", file.read_text(encoding="utf-8"))
    }
    assert named == {name for name in contents.HIDDEN if not name.startswith("PySide6.")}


def test_network_clients_that_get_stand_ins_are_left_out() -> None:
    installed = {name for name in offline._CLIENTS if name.split(".")[0] not in sys.stdlib_module_names}
    assert installed <= set(contents.LEFT_OUT)


@pytest.mark.parametrize(
    ("name", "belongs"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/platforms/libqwebgl.so", False),
        ("PySide6/Qt/plugins/generic/libqtuiotouchplugin.so", False),
        ("PySide6/Qt/plugins/generic/libqevdevtouchplugin.so", False),
        ("PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
        ("libQt6Network.so.6", False),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/QtNetwork", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/A/Resources/Info.plist", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Versions/Current", False),
        ("PySide6/Qt/lib/QtNetwork.framework/Resources", False),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/Resources/Info.plist", True),
        ("PySide6/Qt/lib/libQt6QuickWidgets.so.6", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/Qt/translations/qtmultimedia_de.qm", False),
        ("vosk/libvosk.so", True),
        ("resources/content/cues.toml", True),
    ],
)
def test_no_part_of_qt_that_opens_a_network_comes_along(name: str, belongs: bool) -> None:
    assert contents.wanted(name) is belongs


def test_only_libraries_that_something_needs_come_along_and_none_that_is_the_systems_own(
    tmp_path: Path,
) -> None:
    needed = packaging_module("linux/needed.py").needed
    core = next(Path(numpy.__file__).parent.glob("_core/_multiarray_umath*.so"))
    blas = next((Path(numpy.__file__).parents[1] / "numpy.libs").glob("libscipy_openblas*"))
    entries = [
        ("numpy/_core/_multiarray_umath.so", str(core), "EXTENSION"),
        (blas.name, str(blas), "BINARY"),
        ("libnobody-asks.so.1", str(blas), "BINARY"),
        ("libasound.so.2", str(blas), "BINARY"),
        ("libstdc++.so.6", str(blas), "BINARY"),
        ("libportaudio.so.2", str(core), "BINARY"),
    ]
    kept = [name for name, _, _ in needed(entries)]
    assert kept == ["numpy/_core/_multiarray_umath.so", blas.name, "libportaudio.so.2"]


def test_the_frozen_program_finds_its_libraries_and_asks_no_compiler(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import ctypes.util

    monkeypatch.setattr(ctypes.util, "find_library", ctypes.util.find_library)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr("subprocess.Popen", None)
    (tmp_path / "libportaudio.so.2").touch()
    packaging_module("linux/own_libraries.py")
    assert ctypes.util.find_library("portaudio") == str(tmp_path / "libportaudio.so.2")
    assert ctypes.util.find_library("libpulse") is None


def test_macos_is_told_what_the_microphone_is_for() -> None:
    rights = plistlib.loads((PACKAGING / "macos/entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.audio-input"] is True
    assert "NSMicrophoneUsageDescription" in SPEC


def test_windows_shows_the_version_of_the_program(tmp_path: Path) -> None:
    resource = packaging_module("version_resource.py")
    text = resource.write_version(tmp_path / "work" / "version.txt", "1.20.3").read_text(encoding="utf-8")
    assert "filevers=(1, 20, 3, 0)" in text and "'ProductVersion', '1.20.3'" in text
    ast.parse(text)


@pytest.mark.parametrize("script", ["linux/build", "linux/smoke", "same-twice", "macos/build.sh"])
def test_each_script_can_be_started(script: str) -> None:
    assert shutil.which(str(PACKAGING / script))
