"""One page of the manual to read: in the window's type and colours, its pictures fitted to the width."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QTextEdit

from app.ui.manual.pages import Page, anchor
from app.ui.pieces import theme
from app.ui.pieces.parts import readable
from app.ui.pieces.theme import SPACE

_LINE = 140.0
"""Per cent of a line's own height from one line to the next."""

_SIZES = {1: 1.5, 2: 1.2, 3: 1.0}
"""A heading's size, against the text's."""

_CODE = 0.92
"""The same of code, whose letters are tall."""

_LIGHT, _DARK = "-light.png", "-dark.png"
"""How the names of a picture end that there is in both looks; pages name the light one."""


class Reader(QTextBrowser):
    """Shows a page; all that it loads lies in `folder`. `asked` gives where a followed link leads."""

    asked = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._page: Page | None = None
        self._wanted: Sequence[str] = ()
        self._fitted = -1
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda url: self.asked.emit(url.toString()))
        theme.current().changed.connect(self._draw)

    def show_page(self, page: Page, place: str = "", wanted: Sequence[str] = ()) -> None:
        """Show a page from its top, or from the heading with that anchor; mark the words `wanted` in it."""
        self._wanted = wanted
        if page is not self._page:
            self._page = page
            self.setAccessibleName(page.title)
            self._draw()
        self._mark()
        self.go_to_heading(place)

    def go_to_heading(self, place: str) -> None:
        """Bring the heading with that anchor to the top; "" is the page's own."""
        at = next((block for block in self._blocks() if place and _anchor(block) == place), None)
        self.setTextCursor(QTextCursor(self.document()) if at is None else QTextCursor(at))
        self._bring_up(0 if at is None else at.blockNumber())

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give a picture of the manual's folder in the look of now, and nothing else from anywhere."""
        url = QUrl(name)
        path = (self._folder / url.path()).resolve()
        if kind != QTextDocument.ResourceType.ImageResource.value or url.scheme() or url.host():
            return None
        if self._folder.resolve() not in path.parents:
            return None
        dark = path.with_name(path.name.replace(_LIGHT, _DARK))
        return QImage(str(dark if theme.current().tokens.dark and dark.exists() else path))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain text: what is pasted elsewhere takes the look of its new place."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to another width, and stay where it was read."""
        read = self._read
        super().resizeEvent(event)
        self._fit()
        self._bring_up(read)

    def _draw(self) -> None:
        """Set the page anew, in the type and colours of now, and stay where it was read."""
        if self._page is None:
            return
        read, document = self._read, self.document()
        document.setDefaultFont(theme.font("body"))
        self.setMarkdown(self._page.markdown)
        for block in self._blocks():
            _set(block)
        for table in _tables(document):
            _set_table(table)
        self._fitted = -1
        self._fit()
        self._mark()
        self._bring_up(read)

    @property
    def _read(self) -> int:
        """The number of the paragraph at the top of what is in sight, 0 at the page's top."""
        if self.verticalScrollBar().value() == 0:
            return 0
        return self.cursorForPosition(QPoint(SPACE * 4, SPACE * 2)).blockNumber()

    def _bring_up(self, number: int) -> None:
        """Bring the paragraph with that number to the top."""
        block = self.document().findBlockByNumber(number)
        top = self.document().documentLayout().blockBoundingRect(block).top() if number else 0
        self.verticalScrollBar().setValue(max(0, round(top) - SPACE))

    def _fit(self) -> None:
        """Keep lines as short as reads well, and pictures within them."""
        wide = self.viewport().width()
        if wide == self._fitted:
            return
        self._fitted = wide
        frame = self.document().rootFrame()
        edge = SPACE * 3 if wide > SPACE * 70 else SPACE
        shape = frame.frameFormat()
        shape.setMargin(0)
        shape.setTopMargin(edge)
        shape.setBottomMargin(edge)
        shape.setLeftMargin(edge)
        shape.setRightMargin(max(edge, wide - edge - readable(self)))
        frame.setFrameFormat(shape)
        room = wide - edge - round(shape.rightMargin()) - SPACE
        for block, fragment in self._pictures():
            image = fragment.charFormat().toImageFormat()
            whole = self._picture(image.name()).size()
            if whole.isEmpty():
                continue
            width = min(whole.width(), room)
            image.setWidth(width)
            image.setHeight(whole.height() * width / whole.width())
            self._put(image.name(), width)
            cursor = QTextCursor(block)
            cursor.setPosition(fragment.position())
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.setCharFormat(image)

    def _picture(self, name: str) -> QImage:
        image = self.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
        return image if isinstance(image, QImage) else QImage()

    def _put(self, name: str, width: int) -> None:
        """Let the document have a picture in just the pixels that it takes: Qt's own scaling is coarse."""
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._picture(name).scaledToWidth(round(width * ratio), smooth)
        painter = QPainter(scaled)
        painter.setPen(theme.current().tokens.line)
        painter.drawRect(scaled.rect().adjusted(0, 0, -1, -1))
        painter.end()
        scaled.setDevicePixelRatio(ratio)
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), scaled)

    def _mark(self) -> None:
        """Mark the words that were looked for, wherever they stand in the page."""
        tokens, marks = theme.current().tokens, []
        for word in self._wanted:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format.setBackground(tokens.accent_soft)
                mark.format.setFontUnderline(True)
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _pictures(self) -> list[tuple[QTextBlock, QTextFragment]]:
        return [
            (block, fragment)
            for block in self._blocks()
            for fragment in _fragments(block)
            if fragment.charFormat().isImageFormat()
        ]


def _anchor(block: QTextBlock) -> str:
    return anchor(block.text()) if block.blockFormat().headingLevel() else ""


def _is_code(block: QTextBlock) -> bool:
    return block.isValid() and block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    places = block.begin()
    found = []
    while not places.atEnd():
        found.append(places.fragment())
        places += 1
    return found


def _tables(document: QTextDocument) -> list[QTextTable]:
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _set(block: QTextBlock) -> None:
    """Set one paragraph, heading, line of code or entry of a list."""
    tokens, shape = theme.current().tokens, block.blockFormat()
    level, in_table = shape.headingLevel(), QTextCursor(block).currentTable() is not None
    code = _is_code(block)
    cursor = QTextCursor(block)
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    changed = QTextBlockFormat()
    changed.setNonBreakableLines(False)
    if level:
        changed.setTopMargin(0 if level == 1 else SPACE * (3 if level == 2 else 2))
        changed.setBottomMargin(SPACE)
    elif code:
        changed.setBackground(tokens.raised)
        changed.setLeftMargin(SPACE)
        changed.setRightMargin(SPACE)
        changed.setBottomMargin(0 if _is_code(block.next()) else SPACE * 2)
    elif not in_table:
        listed = block.textList() is not None
        changed.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        changed.setTopMargin(0)
        changed.setBottomMargin(SPACE // 2 if listed else SPACE + SPACE // 2)
    QTextCursor(block).mergeBlockFormat(changed)
    for fragment in _fragments(block):
        _set_letters(block, fragment, level)


def _set_letters(block: QTextBlock, fragment: QTextFragment, level: int) -> None:
    tokens, look = theme.current().tokens, fragment.charFormat()
    if look.isImageFormat():
        return
    if level:
        look.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        look.setFontPointSize(theme.font("body").pointSizeF() * _SIZES.get(level, 1.0))
        look.setFontWeight(QFont.Weight.DemiBold)
    elif look.fontFixedPitch():
        look.setFontPointSize(theme.font("body").pointSizeF() * _CODE)
        look.setBackground(tokens.raised)
    if look.isAnchor():
        look.setForeground(tokens.accent)
        look.setFontUnderline(True)
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(look)


def _set_table(table: QTextTable) -> None:
    """Set a table: as wide as the text, with fine lines, its first row as the heading."""
    tokens, shape = theme.current().tokens, table.format()
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setCellPadding(SPACE * 0.75)
    shape.setCellSpacing(0)
    shape.setBorder(1)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(tokens.line)
    shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    shape.setTopMargin(SPACE // 2)
    shape.setBottomMargin(SPACE * 2)
    table.setFormat(shape)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        look = cell.format()
        look.setBackground(tokens.raised)
        cell.setFormat(look)
