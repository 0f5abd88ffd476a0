"""The HUD: the call at a glance over any other program, which never takes the keys away from it."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language import marked, tr
from app.own_coaching import OwnCoaching
from app.ui.call.cards import CardsPanel
from app.ui.call.glance import Glance
from app.ui.call.watch import CallWatch
from app.ui.pieces import theme
from app.ui.pieces.theme import SPACE

SIZE = QSize(360, 120)
"""Least size in logical pixels; larger type makes it larger."""

NO_HUD = marked(
    "Wayland lets no program keep a window on top or choose its place, so there is no HUD here. "
    "The window's compact mode shows the same; its title bar's menu may offer to keep it on top."
)

_STEPS = {
    Qt.Key.Key_Left: QPoint(-SPACE, 0),
    Qt.Key.Key_Right: QPoint(SPACE, 0),
    Qt.Key.Key_Up: QPoint(0, -SPACE),
    Qt.Key.Key_Down: QPoint(0, SPACE),
}


def why_not() -> str | None:
    """Say why there can be no HUD on this system; None where there can."""
    return tr(NO_HUD) if QGuiApplication.platformName().startswith("wayland") else None


class Hud(QWidget):
    """Always on top, without frame, not in the taskbar; dragged with the mouse, or by `move_by_keys`.

    `moved` gives its upper left corner within its screen in logical pixels, and the screen's name.
    """

    pause_asked = Signal()
    mark_asked = Signal()
    cards_asked = Signal()
    end_asked = Signal()
    moved = Signal(int, int, str)

    def __init__(self, watch: CallWatch, coaching: OwnCoaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Evenkeel, the call at a glance"))
        self.setAccessibleName(tr("The call at a glance"))
        self.setWindowFlags(
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)
        self._held_at: QPoint | None = None
        self._by_keys = False
        self.glance = Glance(watch, coaching)
        for button in self.glance.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.glance.pause_asked.connect(self.pause_asked)
        self.glance.mark_asked.connect(self.mark_asked)
        self.glance.cards_asked.connect(self.cards_asked)
        self.glance.end_asked.connect(self.end_asked)
        self.cards = CardsPanel(coaching.content)
        self.cards.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        self.cards.setWindowFlags(Qt.WindowType.Tool | Qt.WindowType.WindowStaysOnTopHint)
        self.cards.closed.connect(self.cards.hide)
        self.destroyed.connect(self.cards.deleteLater)
        watch.happened.connect(self.cards.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.glance)
        theme.current().changed.connect(self.update)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._mind_screens)
        self.restore(0, 0, "")

    def begin(self, call_type: str, purpose: str = "") -> None:
        """Begin with a call of this type (its id) and purpose."""
        if self._by_keys:  # it was still being moved as the last call ended
            self._accept_keys(False)
        self.glance.begin(call_type, purpose)
        self.cards.begin()

    def restore(self, x: int, y: int, screen_name: str) -> None:
        """Go to a place that `moved` gave; where that screen is gone, to the upper right of the first one.

        What would lie outside of the screen is brought into it.
        """
        screen = next(
            (each for each in QGuiApplication.screens() if screen_name and each.name() == screen_name), None
        )
        self._fit()
        if screen is not None:
            self._go(screen.geometry().topLeft() + QPoint(x, y), screen)
        elif (first := _first_screen()) is not None:
            room = first.availableGeometry()
            self.move(room.right() - self.width() - SPACE * 2, room.top() + SPACE * 2)

    def show_cards(self) -> None:
        """Open the technique cards beside the HUD and take the keys, as was asked for."""
        self.cards.resize(max(self.width(), 360), 460)
        below = self.frameGeometry().bottomLeft() + QPoint(0, SPACE)
        if (screen := self._screen()) is not None:
            room = screen.availableGeometry()
            if below.y() + self.cards.height() > room.bottom():
                below.setY(max(room.top(), self.y() - self.cards.height() - SPACE * 5))
        self.cards.move(below)
        self.cards.show()
        self.cards.raise_()
        self.cards.activateWindow()
        self.cards.begin_typing()

    def move_by_keys(self) -> None:
        """Take the keys until Esc or Enter: the arrows move the HUD. Only ever when the user asks for it."""
        self._accept_keys(True)
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Fit again when what it shows has become larger or smaller."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows, ten times as far with Shift; Esc or Enter lets go of the keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            far = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            self._go(self.pos() + step * far, self._screen())
            self._tell_place()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept_keys(False)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._held_at = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it along."""
        if self._held_at is not None:
            self.move(event.globalPosition().toPoint() - self._held_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it be where it is, whole on a screen."""
        if self._held_at is not None:
            self._held_at = None
            self._go(self.pos(), self._screen())
            self._tell_place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, with round corners; a second line around it while keys move it."""
        tokens = theme.current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(tokens.surface)
        painter.setPen(QPen(tokens.accent, 2) if self._by_keys else QPen(tokens.line, 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), SPACE, SPACE)

    def _fit(self) -> None:
        """Be as small as the text allows, and whole on the screen."""
        width = max(SIZE.width(), self.minimumSizeHint().width())
        size = QSize(width, max(SIZE.height(), self.heightForWidth(width)))
        if size != self.size():
            self.resize(size)
            if self._held_at is None:
                self._go(self.pos(), self._screen())

    def _accept_keys(self, accept: bool) -> None:
        self._by_keys = accept
        place, shown = self.pos(), self.isVisible()
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not accept)
        self.move(place)
        if shown or accept:
            self.show()
        self.update()

    def _screen(self) -> QScreen | None:
        return QGuiApplication.screenAt(self.geometry().center()) or _first_screen()

    def _mind_screens(self) -> None:
        """Come back where the screen it was on is gone."""
        if QGuiApplication.screenAt(self.geometry().center()) is None:
            self.restore(0, 0, "")

    def _go(self, corner: QPoint, screen: QScreen | None) -> None:
        """Go to a corner, as near as the whole HUD fits on the screen; nowhere while there is none."""
        if screen is None:
            return
        room = screen.availableGeometry()
        x = min(max(corner.x(), room.left()), room.right() + 1 - self.width())
        y = min(max(corner.y(), room.top()), room.bottom() + 1 - self.height())
        self.move(QRect(QPoint(x, y), self.size()).topLeft())

    def _tell_place(self) -> None:
        if (screen := self._screen()) is not None:
            inside = self.pos() - screen.geometry().topLeft()
            self.moved.emit(inside.x(), inside.y(), screen.name())


def _first_screen() -> QScreen | None:
    """Give the primary screen; None while every screen is away, as when a computer is docked."""
    return QGuiApplication.primaryScreen()
