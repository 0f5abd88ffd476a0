"""The manual's window: its contents and a search on the left, the page on the right, the way back above."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidgetItem, QMainWindow, QVBoxLayout, QWidget

from app.language import tr, trn
from app.ui.manual import pages
from app.ui.manual.reader import Reader
from app.ui.pieces.lists import WrappingList
from app.ui.pieces.parts import button, row, words
from app.ui.pieces.theme import SPACE

SIZE = QSize(960, 720)
"""Size in logical pixels when it is first shown."""

_BESIDE, _LIST = 110, 30
"""Average widths of a letter that the window needs for the list to stand beside the page, and of the list."""

_MOST = 40
"""So many places of a search are listed; whoever finds more types another word."""

_NO_LIMIT = 16_777_215
"""Qt's own "no limit" of a width."""

_ADDRESS = Qt.ItemDataRole.UserRole


class ManualWindow(QMainWindow):
    """Shows the pages in `folder`, with pictures of `root`. It stays open beside the window; Esc closes it.

    Raises KnownError where the manual is not whole.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        super().__init__()
        self.pages = pages.load(folder)
        self._by_name = {page.name: page for page in self.pages}
        self._been: list[tuple[str, int]] = []
        self._ahead: list[tuple[str, int]] = []
        self.address = ""
        self._listing = False
        self.setAccessibleName(tr("Manual"))
        self.setMinimumSize(QSize(400, 320))
        self.resize(SIZE)
        self._lay_out(root)
        self._connect()
        self._list_pages()

    def open(self, address: str) -> None:
        """Come to the front with a page, such as journal.md#backups."""
        self.search.clear()
        self.show()
        self.go(address)
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()

    def lend(self, actions: Iterable[QAction]) -> None:
        """Let these keys work here, too."""
        self.addActions(list(actions))

    def go(self, address: str, wanted: Iterable[str] = ()) -> None:
        """Show a page, at the heading with its anchor, and remember where the way came from."""
        if self.address and address != self.address:
            self._been.append(self._here)
            self._ahead.clear()
        self._show(address, tuple(wanted))

    def back(self) -> None:
        """Go back to where the last link was followed."""
        self._step(self._been, self._ahead)

    def forward(self) -> None:
        """Go to where Back was pressed."""
        self._step(self._ahead, self._been)

    def _lay_out(self, root: Path) -> None:
        self.title = words(tr("Manual"), "title")
        self.back_button = button(tr("Back"))
        self.forward_button = button(tr("Forward"))
        self.start = button(tr("Contents"))
        self.back_button.setToolTip(QKeySequence("Alt+Left").toString(QKeySequence.SequenceFormat.NativeText))
        self.forward_button.setToolTip(
            QKeySequence("Alt+Right").toString(QKeySequence.SequenceFormat.NativeText)
        )
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.found = words("", "caption")
        self.list = WrappingList(tr("Pages"))
        self.list.setProperty("role", "contents")
        self.reader = Reader(root)
        self.told = words("", "soft")
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.hide()
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        for each in (self.title, self.search, self.found, self.list):
            side.addWidget(each)
        above = row(self.back_button, self.forward_button, self.start)
        self._main = QWidget()
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        main.addWidget(above)
        main.addWidget(self.reader, 1)
        main.addWidget(self.told)
        whole = QWidget()
        self._columns = QHBoxLayout(whole)
        self._columns.setContentsMargins(SPACE * 2, SPACE * 2, SPACE * 2, SPACE * 2)
        self._columns.setSpacing(SPACE * 2)
        self._columns.addWidget(self._side)
        self._columns.addWidget(self._main, 1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back)
        self.forward_button.clicked.connect(self.forward)
        self.start.clicked.connect(lambda: self.go(pages.START))
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(lambda: self._choose(self.list.item(0)))
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.reader.asked.connect(self._follow)
        QShortcut(QKeySequence("Alt+Left"), self, self.back)
        QShortcut(QKeySequence("Alt+Right"), self, self.forward)
        QShortcut(QKeySequence("Alt+Home"), self, lambda: self.go(pages.START))
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.close)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the list where there is room for it."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Go by another size of type."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "reader"):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc end a search, and the arrow down lead into what was found."""
        if watched is self.search and isinstance(event, QKeyEvent):
            escape = event.key() == Qt.Key.Key_Escape and bool(self.search.text())
            if event.type() is QEvent.Type.ShortcutOverride and escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and escape:
                self.search.clear()
                return True
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down and self.list.count():
                self.list.setCurrentRow(max(0, self.list.currentRow()))
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    @property
    def _here(self) -> tuple[str, int]:
        return self.address, self.reader.verticalScrollBar().value()

    @property
    def _wanted(self) -> list[str]:
        return self.search.text().casefold().split()

    def _show(self, address: str, wanted: tuple[str, ...] = ()) -> None:
        name, _, anchor = address.partition("#")
        page = self._by_name.get(name) or self.pages[0]
        self.address = address
        self.told.hide()
        self.setWindowTitle(f"{page.title} - {tr('Manual')}")
        self.reader.show_page(page, anchor, wanted)
        self.back_button.setEnabled(bool(self._been))
        self.forward_button.setEnabled(bool(self._ahead))
        if not self._wanted:
            self.list.setCurrentRow(self.pages.index(page))

    def _step(self, from_: list[tuple[str, int]], to: list[tuple[str, int]]) -> None:
        if from_:
            to.append(self._here)
            address, read = from_.pop()
            self._show(address)
            self.reader.verticalScrollBar().setValue(read)

    def _follow(self, target: str) -> None:
        """Go where a link leads within the manual; of one that leads out, only say where."""
        url = QUrl(target)
        name, anchor = url.path() or self.address.partition("#")[0], url.fragment()
        if url.scheme() or url.host() or name not in self._by_name:
            self.told.setText(
                tr("This leads out of the manual, and Evenkeel opens nothing there: {where}", where=target)
            )
            self.told.show()
        else:
            self.go(f"{name}#{anchor}" if anchor else name)

    def _search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _list_pages(self) -> None:
        self.list.clear()
        for page in self.pages:
            self._add(page.title, page.name)
        self.list.setAccessibleName(tr("Pages"))
        self.found.hide()

    def _find(self) -> None:
        """List what holds the words that are typed, or all pages where there are none."""
        if not self._wanted:
            self._list_pages()
            self._show_place()
        else:
            found = pages.find(self.pages, self.search.text())
            self.list.clear()
            for each in found[:_MOST]:
                where = each.title if each.title == each.page else f"{each.page}: {each.title}"
                self._add(where, each.address)
            self.list.setAccessibleName(tr("Places found"))
            self.found.setText(
                trn("1 place", "{n} places", len(found))
                if found
                else tr("Nothing is called that here. Try another word for it, or press Esc.")
            )
            self.found.show()
        self._listing = bool(self._wanted)
        self._place()

    def _show_place(self) -> None:
        name = self.address.partition("#")[0]
        self.list.setCurrentRow(next((n for n, page in enumerate(self.pages) if page.name == name), -1))

    def _add(self, text: str, address: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_ADDRESS, address)
        self.list.addItem(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        """Open the place of the list that was chosen."""
        if item is None:
            return
        self.go(str(item.data(_ADDRESS)), self._wanted)
        self._listing = False
        self._place()
        self.reader.setFocus()

    def _place(self) -> None:
        """Place the list beside the page; where it is too narrow, the search above it or above its finds."""
        letters = self.fontMetrics().averageCharWidth()
        beside = self.width() >= letters * _BESIDE
        directions = QHBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._side.setFixedWidth(letters * _LIST) if beside else self._side.setMaximumWidth(_NO_LIMIT)
        if not beside:
            self._side.setMinimumWidth(0)
        self.title.setVisible(beside)
        self.list.setVisible(beside or self._listing)
        self._main.setVisible(beside or not self._listing)
