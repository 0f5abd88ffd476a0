"""Icons of the program, drawn from its SVG: .ico for Windows, .icns for macOS; both only hold PNGs."""

import struct
import sys
from pathlib import Path

_COLOUR = b"#2a8f8b"
"""Between the accents of the light and the dark theme: seen on both."""

_ICO = (16, 24, 32, 48, 64, 256)
_ICNS = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}
"""Apple's names of the sizes in pixels."""


def write_icon(svg: Path, folder: Path) -> str | None:
    """Write this system's kind of icon into `folder` and give its path; None where programs have none."""
    make = {"win32": (ico, "evenkeel.ico"), "darwin": (icns, "evenkeel.icns")}.get(sys.platform)
    if make is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / make[1]
    path.write_bytes(make[0](svg))
    return str(path)


def ico(svg: Path) -> bytes:
    """Give the drawing as a Windows icon."""
    pictures = [(size, png(svg, size)) for size in _ICO]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, picture in pictures:
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + b"".join(picture for _, picture in pictures)


def icns(svg: Path) -> bytes:
    """Give the drawing as a macOS icon."""
    pictures = [(name, png(svg, size)) for name, size in _ICNS.items()]
    parts = b"".join(
        name.encode("ascii") + struct.pack(">I", 8 + len(picture)) + picture for name, picture in pictures
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def png(svg: Path, size: int) -> bytes:
    """Give the drawing as a PNG of `size` by `size` pixels."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = svg.read_bytes().replace(b"currentColor", _COLOUR)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return held.data()
