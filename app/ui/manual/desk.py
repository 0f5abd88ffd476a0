"""Who fetches the manual: made when it is first asked for, opened where it fits what the window shows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from app import paths
from app.errors import KnownError

if TYPE_CHECKING:
    from app.ui.manual.window import ManualWindow
    from app.ui.window import Window


class ManualDesk(QObject):
    """Opens the manual beside `window`, and closes it with it."""

    def __init__(self, window: "Window", parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self.shown: ManualWindow | None = None
        window.settings_page.manual_asked.connect(self.open)
        window.gone.connect(self._close)

    def open_here(self) -> None:
        """Open it at the page that fits where the user is."""
        from app.ui.manual.pages import PLACES

        window = self._window
        if window.first_start is not None:
            self.open(PLACES["first start"])
        elif window.lock_page.isVisible():
            self.open(PLACES["lock"])
        else:
            self.open(PLACES[window.page])

    def open(self, address: str) -> None:
        """Open it at an address, such as journal.md#backups; say so where it can't be read."""
        from app.ui.manual import pages  # only now, so that the window starts sooner
        from app.ui.manual.window import ManualWindow

        if self.shown is None:
            root = paths.resources_folder() / "manual"
            try:
                self.shown = ManualWindow(root, pages.folder(root, QLocale.system().uiLanguages()))
            except KnownError as fault:
                self._window.notice.say(str(fault))
                return
            self.shown.lend(self._window.keys.in_call)
        self.shown.open(address)

    def _close(self) -> None:
        if self.shown is not None:
            self.shown.close()
            self.shown.deleteLater()
            self.shown = None
