"""Every key the window knows, once: the shortcuts, the help and the words on the buttons come from here."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

PAGES = ("today", "prepare", "call", "calm", "reflect", "history", "review", "settings")
"""The pages in the navigation's order; Ctrl+1 to Ctrl+8 go there."""


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
    Shortcut("breathe", ("B",), "Breathe, in a small window", in_call=True),
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


PAGE_KEYS: tuple[PageKey, ...] = (
    PageKey("today", "Enter", "Open the call the arrows are on"),
    PageKey("today", "R", "Reflect on it"),
    PageKey("prepare", "1-9", "Tick a check"),
    PageKey("prepare", "Enter", "Start the call"),
    PageKey("prepare", "Alt+Up, Alt+Down", "Move a check while editing"),
    PageKey("call", "R", "Reflect on the call that is over"),
    PageKey("call", "B, N", "Breathe or skip it, where it is offered"),
    PageKey("calm", "Enter", "Begin"),
    PageKey("calm", "Space", "Pause or go on"),
    PageKey("calm", "Esc", "End, or back"),
    PageKey("calm", "T", "Another thought"),
    PageKey("history", "T", "Trends as tables, or as charts"),
    PageKey("reflect", "1-5", "Choose a mood; 0 for none"),
    PageKey("reflect", "Ctrl+Enter", "Finish the reflection"),
    PageKey("reflect", "Esc", "Leave it for later"),
    PageKey("today", "D, M, V", "A follow-up is done, missed, moved"),
    PageKey("history", "Ctrl+F", "Search reflections and transcripts"),
    PageKey("history", "Ctrl+E", "Export what is listed"),
    PageKey("history", "Delete", "Delete a call or a reflection from the list"),
    PageKey("history", "Alt+1 to Alt+3", "Calls, follow-ups, trends"),
    PageKey("history", "R", "Reflect on the call that is shown, or edit its reflection"),
    PageKey("history", "Ctrl+P", "Print the call that is shown"),
    PageKey("history", "Esc, Alt+Left", "Back to the list"),
    PageKey("history", "V", "Look at the call that is shown again, on the page Review"),
    PageKey("review", "Ctrl+O", "Open recordings"),
    PageKey("review", "Space", "Play or pause"),
    PageKey("review", "Left, Right", "5 seconds back or on"),
    PageKey("review", "J", "Play from 3 seconds before"),
    PageKey("review", "L", "Repeat the stretch, or go on"),
    PageKey("review", ",  .", "Slower, faster"),
    PageKey("review", "M", "Mark this moment"),
    PageKey("review", "T", "The timeline as a table, or as a drawing"),
    PageKey("review", "X", "Swap your channel and the customer's"),
    PageKey("review", "Alt+1 to Alt+3", "Moments, rephrase, numbers"),
    PageKey("review", "Alt+Up, Alt+Down", "Move a recording that waits; Delete removes it"),
    PageKey("review", "Ctrl+P", "Print the call that is looked at"),
    PageKey("review", "Esc", "Cancel the review that runs, or back"),
    PageKey("settings", "Ctrl+F", "Search the settings"),
    PageKey("settings", "Ctrl+PgDown, Ctrl+PgUp", "Next section, section before"),
)


def shortcut(id: str) -> Shortcut:
    """Give the shortcut of that id; raises KeyError for one that does not exist."""
    return _BY_ID[id]


_BY_ID = {each.id: each for each in SHORTCUTS}
