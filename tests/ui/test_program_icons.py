"""The program's icons for Windows and macOS, which are made when it is built."""

import importlib.util
import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
SVG = ROOT / "resources/icons/keel.svg"

_spec = importlib.util.spec_from_file_location("icons", ROOT / "packaging/icons.py")
assert _spec is not None and _spec.loader is not None
icons = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(icons)


def assert_drawn(png: bytes, size: int) -> None:
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (size, size)
    colours = {image.pixel(x, y) for x in range(size) for y in range(size)}
    assert len(colours) > 1  # something on nothing


def test_windows_has_an_icon_of_each_size() -> None:
    made = icons.ico(SVG)
    _, kind, count = struct.unpack_from("<HHH", made)
    assert (kind, count) == (1, 6)
    for number in range(count):
        width, *_, length, place = struct.unpack_from("<BBBBHHII", made, 6 + 16 * number)
        assert_drawn(made[place : place + length], width or 256)


def test_macos_has_an_icon_of_each_size() -> None:
    made = icons.icns(SVG)
    assert made[:4] == b"icns" and struct.unpack_from(">I", made, 4) == (len(made),)
    sizes, place = [], 8
    while place < len(made):
        name, length = struct.unpack_from(">4sI", made, place)
        size = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}[name]
        assert_drawn(made[place + 8 : place + length], size)
        sizes.append(size)
        place += length
    assert sizes == [16, 32, 128, 256, 512, 1024]


@pytest.mark.parametrize(("system", "name"), [("win32", "evenkeel.ico"), ("darwin", "evenkeel.icns")])
def test_each_system_gets_its_kind(
    system: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("sys.platform", system)
    assert icons.write_icon(SVG, tmp_path / "work") == str(tmp_path / "work" / name)
    assert (tmp_path / "work" / name).stat().st_size > 1000


def test_on_linux_the_desktop_has_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert icons.write_icon(SVG, tmp_path / "work") is None
