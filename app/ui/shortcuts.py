"""Every key the window knows, once: the shortcuts, the help and the words on the buttons come from here."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

PAGES = ("today", "prepare", "call", "calm", "reflect", "history", "settings")
"""The pages in the navigation's order; Ctrl+1 to Ctrl+7 go there."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing that a key does: `keys` in Qt's own words, and what it does in ours.

    `in_call` ones work only while a call is running. A single letter gives way to typing in a text field.
    """

    id: str
    keys: tuple[str, ...]
    does: str
    in_call: bool = False

    @property
    def shown(self) -> str:
        """Give the first key as this system writes it (on macOS with its own signs)."""
        return QKeySequence(self.keys[0]).toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def chord(self) -> str:
        """Give the last key, which types no character, as this system writes it."""
        return QKeySequence(self.keys[-1]).toString(QKeySequence.SequenceFormat.NativeText)

    @property
    def letter(self) -> bool:
        """Whether the first key is one that also types a character."""
        return len(self.keys[0]) == 1


SHORTCUTS = (
    Shortcut("start", ("Ctrl+Shift+S",), "Start a call"),
    Shortcut("end", ("E", "Ctrl+Shift+E"), "End the call", in_call=True),
    Shortcut("pause", ("P",), "Pause or go on", in_call=True),
    Shortcut("mark", ("M",), "Mark this moment", in_call=True),
    Shortcut("cards", ("C",), "Technique cards", in_call=True),
    Shortcut("hud", ("H",), "Show or hide the small display", in_call=True),
    Shortcut("move-hud", ("Shift+H",), "Move the small display by arrow keys", in_call=True),
    *(
        Shortcut(page, (f"Ctrl+{number}",), f"Go to {page.capitalize()}")
        for number, page in enumerate(PAGES, 1)
    ),
    Shortcut("lock", ("Ctrl+L",), "Lock the journal"),
    Shortcut("help", ("?", "F1"), "Show these keys"),
    Shortcut("quit", ("Ctrl+Q",), "Quit Evenkeel"),
)


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key that one page minds itself: the page's name, the key as it is shown, and what it does there."""

    page: str
    shown: str
    does: str


PAGE_KEYS: tuple[PageKey, ...] = ()


def shortcut(id: str) -> Shortcut:
    """Give the shortcut of that id; raises KeyError for one that does not exist."""
    return _BY_ID[id]


_BY_ID = {each.id: each for each in SHORTCUTS}
