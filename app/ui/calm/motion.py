"""Whether the circle may move: as the user chose, else as the system is set.

Qt tells of the system's wish from 6.12 on (QAccessibilityHints.motionPreference), so it is asked for here:
Windows by SPI_GETCLIENTAREAANIMATION, macOS by NSWorkspace's accessibilityDisplayShouldReduceMotion, other
desktops by the settings portal (its own key, and GNOME's older one). Where nothing tells, it moves.
"""

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.settings import KeptSettings

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusPendingCallWatcher

_SPI_GETCLIENTAREAANIMATION = 0x1042
_PORTAL = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
_STILL = (
    ("org.freedesktop.appearance", "reduced-motion", 1),
    ("org.gnome.desktop.interface", "enable-animations", False),
)
"""What the portal is asked: group, key, and the answer that wants no motion."""

_PATIENCE_MS = 2000


class Motion(QObject):
    """Knows whether to keep still: `reduced`; `changed` says that it is another than before."""

    changed = Signal()

    def __init__(self, settings: KeptSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._system = False
        self._asked: dict[QDBusPendingCallWatcher, object] = {}
        self._still: list[bool] = []
        self.reduced = settings.now.motion == "reduced"

    def ask(self) -> None:
        """Find out again, as before each use; the portal answers a moment later."""
        if self._settings.now.motion == "system":
            if sys.platform == "win32":
                self._system = _windows_keeps_still()
            elif sys.platform == "darwin":
                self._system = _macos_keeps_still()
            else:
                self._ask_portal()
        self._decide()

    def _decide(self) -> None:
        chosen = self._settings.now.motion
        reduced = self._system if chosen == "system" else chosen == "reduced"
        if reduced != self.reduced:
            self.reduced = reduced
            self.changed.emit()

    def _ask_portal(self) -> None:
        if self._asked or not _session_bus_there():
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        self._still = []
        for group, key, still in _STILL:
            question = QDBusMessage.createMethodCall(*_PORTAL, "org.freedesktop.portal.Settings", "Read")
            question.setArguments([group, key])
            answer = QDBusConnection.sessionBus().asyncCall(question, _PATIENCE_MS)
            watcher = QDBusPendingCallWatcher(answer, self)
            self._asked[watcher] = still
            watcher.finished.connect(self._hear_portal)

    def _hear_portal(self, watcher: "QDBusPendingCallWatcher") -> None:
        still = self._asked.pop(watcher)
        told = watcher.reply().arguments() if not watcher.isError() else []
        self._still.append(bool(told) and _innermost(told[0]) == still)
        watcher.deleteLater()
        if not self._asked:
            self._system = any(self._still)
            self._decide()


def _innermost(value: object) -> object:
    """Give what the portal's variants hold; it wraps what it reads twice."""
    from PySide6.QtDBus import QDBusVariant

    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value


def _session_bus_there() -> bool:
    """Say whether a session bus can be asked without starting one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return runtime is not None and (Path(runtime) / "bus").exists()


def _windows_keeps_still() -> bool:
    if sys.platform != "win32":
        return False
    moves = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(_SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(moves), 0)
    return bool(known) and not moves.value


def _macos_keeps_still() -> bool:
    """Ask AppKit, which Qt has loaded, through the runtime of Objective-C."""
    objc = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.objc_getClass.restype = objc.sel_registerName.restype = ctypes.c_void_p
    objc.objc_getClass.argtypes = objc.sel_registerName.argtypes = [ctypes.c_char_p]
    signature = ctypes.c_void_p, ctypes.c_void_p
    send = ctypes.CFUNCTYPE(ctypes.c_void_p, *signature)(("objc_msgSend", objc))
    ask = ctypes.CFUNCTYPE(ctypes.c_bool, *signature)(("objc_msgSend", objc))
    workspace = send(objc.objc_getClass(b"NSWorkspace"), objc.sel_registerName(b"sharedWorkspace"))
    return bool(ask(workspace, objc.sel_registerName(b"accessibilityDisplayShouldReduceMotion")))
