"""Every key the window knows, once: the shortcuts, the help and the words on the buttons come from here."""

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from app.language import Texts, marked, tr

PAGE_NAMES = Texts(
    {
        "today": "Today",
        "prepare": "Prepare",
        "call": "Call",
        "calm": "Calm",
        "reflect": "Reflect",
        "history": "History",
        "review": "Review",
        "settings": "Settings",
    }
)
PAGES = tuple(PAGE_NAMES)
"""The pages in the navigation's order; Ctrl+1 to Ctrl+8 go there."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """One thing that a key does: `keys` in Qt's own words, and what it does in ours, in English.

    `in_call` ones work only while a call is running. A single letter gives way to typing in a text field.
    """

    id: str
    keys: tuple[str, ...]
    does: str
    in_call: bool = False

    @property
    def told(self) -> str:
        """Say what it does in the user's language."""
        return tr(self.does)

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
    Shortcut("start", ("Ctrl+Shift+S",), marked("Start a call")),
    Shortcut("end", ("E", "Ctrl+Shift+E"), marked("End the call"), in_call=True),
    Shortcut("pause", ("P",), marked("Pause or go on"), in_call=True),
    Shortcut("mark", ("M",), marked("Mark this moment"), in_call=True),
    Shortcut("cards", ("C",), marked("Technique cards"), in_call=True),
    Shortcut("breathe", ("B",), marked("Breathe, in a small window"), in_call=True),
    Shortcut("hud", ("H",), marked("Show or hide the small display"), in_call=True),
    Shortcut("move-hud", ("Shift+H",), marked("Move the small display by arrow keys"), in_call=True),
    Shortcut("today", ("Ctrl+1",), marked("Go to Today")),
    Shortcut("prepare", ("Ctrl+2",), marked("Go to Prepare")),
    Shortcut("call", ("Ctrl+3",), marked("Go to Call")),
    Shortcut("calm", ("Ctrl+4",), marked("Go to Calm")),
    Shortcut("reflect", ("Ctrl+5",), marked("Go to Reflect")),
    Shortcut("history", ("Ctrl+6",), marked("Go to History")),
    Shortcut("review", ("Ctrl+7",), marked("Go to Review")),
    Shortcut("settings", ("Ctrl+8",), marked("Go to Settings")),
    Shortcut("lock", ("Ctrl+L",), marked("Lock the journal")),
    Shortcut("help", ("?",), marked("Show these keys")),
    Shortcut("manual", ("F1",), marked("Open the manual where it fits")),
    Shortcut("quit", ("Ctrl+Q",), marked("Quit Evenkeel")),
)


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key that one page minds itself: the page, the key and what it does there as shown in English.

    One that `exports` is not shown where the organisation has switched exports off.
    """

    page: str
    shown: str
    does: str
    exports: bool = False


PAGE_KEYS: tuple[PageKey, ...] = (
    PageKey("today", marked("Enter"), marked("Open the call the arrows are on")),
    PageKey("today", "R", marked("Reflect on it")),
    PageKey("prepare", "1-9", marked("Tick a check")),
    PageKey("prepare", marked("Enter"), marked("Start the call")),
    PageKey("prepare", marked("Alt+Up, Alt+Down"), marked("Move a check while editing")),
    PageKey("call", "R", marked("Reflect on the call that is over")),
    PageKey("call", "B, N", marked("Breathe or skip it, where it is offered")),
    PageKey("calm", marked("Enter"), marked("Begin")),
    PageKey("calm", marked("Space"), marked("Pause or go on")),
    PageKey("calm", marked("Esc"), marked("End, or back")),
    PageKey("calm", "T", marked("Another thought")),
    PageKey("history", "T", marked("Trends as tables, or as charts")),
    PageKey("reflect", "1-5", marked("Choose a mood; 0 for none")),
    PageKey("reflect", "Ctrl+Enter", marked("Finish the reflection")),
    PageKey("reflect", marked("Esc"), marked("Leave it for later")),
    PageKey("today", "D, M, V", marked("A follow-up is done, missed, moved")),
    PageKey("history", "Ctrl+F", marked("Search reflections and transcripts")),
    PageKey("history", "Ctrl+E", marked("Export what is listed"), exports=True),
    PageKey("history", marked("Delete"), marked("Delete a call or a reflection from the list")),
    PageKey("history", marked("Alt+1 to Alt+3"), marked("Calls, follow-ups, trends")),
    PageKey("history", "R", marked("Reflect on the call that is shown, or edit its reflection")),
    PageKey("history", "Ctrl+P", marked("Print the call that is shown"), exports=True),
    PageKey("history", marked("Esc, Alt+Left"), marked("Back to the list")),
    PageKey("history", "V", marked("Look at the call that is shown again, on the page Review")),
    PageKey("review", "Ctrl+O", marked("Open recordings")),
    PageKey("review", marked("Space"), marked("Play or pause")),
    PageKey("review", marked("Left, Right"), marked("5 seconds back or on")),
    PageKey("review", "J", marked("Play from 3 seconds before")),
    PageKey("review", "L", marked("Repeat the stretch, or go on")),
    PageKey("review", ",  .", marked("Slower, faster")),
    PageKey("review", "M", marked("Mark this moment")),
    PageKey("review", "E", marked("Correct the line that is chosen")),
    PageKey("review", "R", marked("Say that line better")),
    PageKey("review", "F, Shift+F", marked("Next overlap or mark, the one before")),
    PageKey("review", "+  -  0", marked("Closer, farther, the whole call")),
    PageKey("review", "T", marked("The timeline as a table, or as a drawing")),
    PageKey("review", "X", marked("Swap your channel and the customer's")),
    PageKey("review", marked("Alt+1 to Alt+3"), marked("Moments, rephrase, numbers")),
    PageKey("review", marked("Alt+Up, Alt+Down"), marked("Move a recording that waits; Delete removes it")),
    PageKey("review", "Ctrl+P", marked("Print the call that is looked at"), exports=True),
    PageKey("review", marked("Esc"), marked("Cancel the review that runs, or back")),
    PageKey("settings", "Ctrl+F", marked("Search the settings")),
    PageKey("settings", marked("Ctrl+PgDown, Ctrl+PgUp"), marked("Next section, section before")),
)


def shortcut(id: str) -> Shortcut:
    """Give the shortcut of that id; raises KeyError for one that does not exist."""
    return _BY_ID[id]


_BY_ID = {each.id: each for each in SHORTCUTS}
