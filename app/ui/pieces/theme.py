"""How the window looks: one set of colours for light and one for dark, one scale of type, one grid.

Colours are named by what they mean. Text in `ink` or `ink_soft`, and in `good`, `caution`, `bad`, `agent` and
`customer`, stands on `ground`, `surface`, `raised` and `accent_soft` with a contrast of 4.5 or more (WCAG 2.2
AA); `agent` and `customer` are of the Okabe-Ito palette, the orange one darkened for light ground.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.paths import resources_folder

SPACE = 8
"""The grid in pixels: all margins and gaps are multiples of it, or its half."""

_ROLES = {
    "caption": (0.88, QFont.Weight.Normal),
    "body": (1.0, QFont.Weight.Normal),
    "strong": (1.0, QFont.Weight.DemiBold),
    "title": (1.5, QFont.Weight.DemiBold),
    "number": (2.0, QFont.Weight.DemiBold),
    "display": (3.0, QFont.Weight.DemiBold),
}
"""Role to its size in sizes of the system's font, and its weight."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one theme, by meaning.

    `ground` is the window, `surface` a card on it, `raised` what is hovered or typed into, `line` a border.
    `accent_ink` is text on `accent`, `accent_soft` the ground of what is chosen. `band` is a target band.
    """

    ground: QColor
    surface: QColor
    raised: QColor
    line: QColor
    ink: QColor
    ink_soft: QColor
    accent: QColor
    accent_ink: QColor
    accent_soft: QColor
    good: QColor
    caution: QColor
    bad: QColor
    agent: QColor
    customer: QColor
    band: QColor
    dark: bool


LIGHT = Tokens(
    ground=QColor("#f5f4f0"),
    surface=QColor("#ffffff"),
    raised=QColor("#eeece6"),
    line=QColor("#d8d5cc"),
    ink=QColor("#1d2529"),
    ink_soft=QColor("#55606a"),
    accent=QColor("#17666a"),
    accent_ink=QColor("#ffffff"),
    accent_soft=QColor("#dcebe9"),
    good=QColor("#2a6b32"),
    caution=QColor("#7d5200"),
    bad=QColor("#a3301d"),
    agent=QColor("#0067a3"),
    customer=QColor("#ab4900"),
    band=QColor("#c6dcd8"),
    dark=False,
)
DARK = Tokens(
    ground=QColor("#14191c"),
    surface=QColor("#1c2327"),
    raised=QColor("#273037"),
    line=QColor("#3a464d"),
    ink=QColor("#e8eced"),
    ink_soft=QColor("#a9b4ba"),
    accent=QColor("#6cc5be"),
    accent_ink=QColor("#0b2322"),
    accent_soft=QColor("#1d3a3a"),
    good=QColor("#8ccb83"),
    caution=QColor("#e5b55c"),
    bad=QColor("#f3917e"),
    agent=QColor("#56b4e9"),
    customer=QColor("#e69f00"),
    band=QColor("#2b4f4c"),
    dark=True,
)


class Theme(QObject):
    """The look the application has now; `changed` says that it has another one."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._base = _with_even_figures(application.font())
        self._choice = "system"
        self._tokens = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        application.setStyle("Fusion")
        self.choose("system")

    @property
    def tokens(self) -> Tokens:
        """Give the colours of now; what paints itself asks for them each time it paints."""
        return self._tokens

    def choose(self, choice: str) -> None:
        """Take on the light or the dark look, or the system's; raises KeyError for any other word."""
        scheme = {
            "system": Qt.ColorScheme.Unknown,
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
        }[choice]
        self._choice = choice
        QGuiApplication.styleHints().setColorScheme(scheme)  # title bars and the system's dialogs follow
        self._apply()

    def scale(self, factor: float) -> None:
        """Take the system's font `factor` times as large."""
        font = _with_even_figures(QFont())
        font.setPointSizeF(QFontInfo(self._base).pointSizeF() * factor)
        self._apply(font)

    @contextmanager
    def plain(self) -> Iterator[None]:
        """Let many widgets be made without their style, which they all get at once in the end.

        Else each that is put into another is styled anew, with all that it holds.
        """
        self._application.setStyleSheet("")
        try:
            yield
        finally:
            self._application.setStyleSheet(_stylesheet(self._tokens))

    def _follow_system(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self, font: QFont | None = None) -> None:
        dark = self._choice == "dark" or (
            self._choice == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        tokens = DARK if dark else LIGHT
        font = font or _with_even_figures(self._application.font())
        if tokens is self._tokens and font == self._application.font() and self._application.styleSheet():
            return  # every widget would be laid out again for nothing
        self._tokens = tokens
        self._application.setFont(font)
        self._application.setPalette(_palette(tokens))
        self._application.setStyleSheet(_stylesheet(tokens))
        self.changed.emit()


def current() -> Theme:
    """Give the application's one theme, made when it is first asked for; there must be a QApplication."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("the theme needs a QApplication")
    theme = application.findChild(Theme)
    return theme if theme is not None else Theme(application)


def font(role: str) -> QFont:
    """Give the type of `role` (caption, body, strong, title, number, display), scaled from the system's font.

    Figures have one width in all of them. Raises KeyError for any other role.
    """
    size, weight = _ROLES[role]
    chosen = QFont(QApplication.font())
    chosen.setPointSizeF(QFontInfo(chosen).pointSizeF() * size)
    chosen.setWeight(weight)
    return chosen


def _with_even_figures(chosen: QFont) -> QFont:
    """Ask for tabular figures, so that a running number does not move."""
    even = QFont(chosen)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def _palette(tokens: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, colour in (
        (roles.Window, tokens.ground),
        (roles.WindowText, tokens.ink),
        (roles.Base, tokens.surface),
        (roles.AlternateBase, tokens.raised),
        (roles.Text, tokens.ink),
        (roles.Button, tokens.raised),
        (roles.ButtonText, tokens.ink),
        (roles.BrightText, tokens.bad),
        (roles.ToolTipBase, tokens.surface),
        (roles.ToolTipText, tokens.ink),
        (roles.PlaceholderText, tokens.ink_soft),
        (roles.Link, tokens.accent),
        (roles.Highlight, tokens.accent),
        (roles.HighlightedText, tokens.accent_ink),
        (roles.Accent, tokens.accent),
    ):
        palette.setColor(role, colour)
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, tokens.ink_soft)
    return palette


def _stylesheet(tokens: Tokens) -> str:
    folder = resources_folder()
    names = {
        field.name: getattr(tokens, field.name).name() for field in fields(tokens) if field.name != "dark"
    }
    info = QFontInfo(QApplication.font())
    sizes = {f"{role}_size": f"{info.pointSizeF() * size:.1f}pt" for role, (size, _) in _ROLES.items()}
    look = "dark" if tokens.dark else "light"
    icons = {name: (folder / "icons" / f"{name}-{look}.svg").as_posix() for name in ("arrow", "check")}
    sheet = Template((folder / "theme" / "window.qss").read_text(encoding="utf-8"))
    return sheet.substitute(names | sizes | _marks(info.pixelSize()) | icons)


def _marks(letters: int) -> dict[str, str]:
    """Give what grows with letters of so many pixels: boxes to tick, dots in round ones, arrows of lists."""
    box, dot, arrow = 2 * round(letters * 0.58), 2 * round(letters * 0.25), letters
    pixels = {
        "box_size": box,
        "round_radius": box // 2 + 2,
        "dot_size": dot,
        "dot_border": (box + 4 - dot) // 2,
        "arrow_size": arrow,
        "arrow_room": arrow + 16,
    }
    return {name: f"{size}px" for name, size in pixels.items()}
