"""The window's own drawings, in the theme's colours: resources/icons/*.svg, drawn with `currentColor`."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources_folder

_SIZES = (16, 22, 32, 64)


def icon(name: str, colour: QColor) -> QIcon:
    """Give the drawing `name` in one colour, sharp at the sizes and pixel ratios in use.

    Raises OSError where there is no such drawing.
    """
    drawn = QIcon()
    for size in _SIZES:
        drawn.addPixmap(picture(name, size, colour))
    return drawn


def picture(name: str, size: int, colour: QColor) -> QPixmap:
    """Give the drawing `name`, `size` pixels square before the screen's pixel ratio."""
    ratio = max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour.name()).encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _source(name: str) -> str:
    return (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
