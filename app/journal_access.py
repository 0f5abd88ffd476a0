"""How a command comes into the journal: the passphrase from a file, the system's keyring or the terminal."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.errors import KnownError
from app.language import marked, tr, trn
from app.settings import KeptSettings, Settings

if TYPE_CHECKING:
    from app.storage.journal import Journal

PASSPHRASE_FILE = "EVENKEEL_PASSPHRASE_FILE"
"""The environment's name of a file that holds the passphrase, for runs that nobody sits in front of."""

NO_JOURNAL = marked("There is no journal on this computer yet; it begins with the first call that is kept.")
STALE = marked(
    "The key that the system's keyring has does not open the journal's file, so the passphrase is asked for; "
    "the keyring may have it from a journal before."
)
NOBODY_TO_ASK = marked(
    "The journal needs its passphrase; name a file that holds it in EVENKEEL_PASSPHRASE_FILE, "
    "or give it in a terminal."
)
CHOOSE = marked(
    "Your journal is made now. Choose its passphrase, at least 10 characters; if it is forgotten nobody can "
    "help, and the journal stays closed for good.\nPassphrase"
)
DIFFERENT = marked("The two passphrases are not the same, so nothing was done; start again.")

Ask = Callable[[str], str]
"""Shows a text, and gives what was typed without showing it."""


def terminal() -> Ask | None:
    """Give what asks in the terminal, or None where nobody sits in front of one."""
    if not sys.stdin.isatty():
        return None
    import click  # the window asks in its own way

    def ask(text: str) -> str:
        answer: str = click.prompt(text, hide_input=True, err=True)
        return answer

    return ask


def journal_there() -> bool:
    """Tell whether there is a journal, open or not, or what is left of one."""
    from app.storage.places import DATABASE, KEY, KEY_COPY

    return any((paths.journal_folder() / name).exists() for name in (DATABASE, KEY, KEY_COPY))


def words_kept(now: Settings) -> str:
    """Say how long what was said in a call is kept; a part of a sentence."""
    if now.transcript_kept == "never":
        return tr("nothing of what was said is kept")
    if now.transcript_kept == "days":
        days = now.transcript_days
        return trn("what was said is kept for {n} day", "what was said is kept for {n} days", days)
    return tr("what was said is kept until you have reflected on it")


def open_journal(ask: Ask | None, create: bool) -> "Journal":
    """Open the journal; where there is none one is made, if `create`.

    The passphrase is looked for in the file that EVENKEEL_PASSPHRASE_FILE names, then the key in the system's
    keyring, if that opens the journal's file, then `ask` is asked (twice for a new journal). Raises
    KnownError: no journal, nobody to ask, a wrong passphrase, a journal in use, damaged or newer than this
    program.
    """
    from app.storage import keys
    from app.storage.journal import Journal

    folder = paths.journal_folder()
    if journal_there() or not create:
        return Journal.open(folder, unlock(ask))
    given = _from_file()
    return Journal.open(folder, keys.create(folder, given if given is not None else chosen(ask, tr(CHOOSE))))


def do_chores(journal: "Journal", say: Callable[[str], None]) -> None:
    """Do what an open journal needs once a day; `say` is told what could not be done."""
    from app.storage import chores

    for chore in chores.of_day(journal, settings(), date.today()):
        if told := chore():
            say(told)


def settings() -> Settings:
    """Give the user's settings as they are now."""
    return KeptSettings(paths.data_folder()).now


def unlock(ask: Ask | None) -> bytes:
    """Give the key of the journal there is, which stays closed. Raises KnownError, as `open_journal` does."""
    from app.storage import keys

    folder = paths.journal_folder()
    if not journal_there():
        raise KnownError(tr(NO_JOURNAL))
    text = tr("The journal's passphrase")
    known = keys.remembered(folder) if _from_file() is None else None
    if known is not None:
        if keys.opens(folder, known):
            return known
        if ask is None:
            raise KnownError(f"{tr(STALE)} {tr(NOBODY_TO_ASK)}")
        text = f"{tr(STALE)}\n{text}"
    key = keys.unlock(folder, passphrase(ask, text))
    if known is not None:
        keys.forget_other(folder, key)
    return key


def passphrase(ask: Ask | None, text: str) -> str:
    """Give the passphrase of the file that is named for it, else what `ask` gives. Raises KnownError."""
    given = _from_file()
    return given if given is not None else _asked(ask, text)


def chosen(ask: Ask | None, text: str) -> str:
    """Give a new passphrase, asked for twice; KnownError for one that can't be used, or typed differently."""
    from app.storage import keys

    new = _asked(ask, text)
    keys.check_new(new)
    if _asked(ask, tr("The same passphrase again")) != new:
        raise KnownError(tr(DIFFERENT))
    return new


def _from_file() -> str | None:
    """Give the passphrase of the file that is named for it, without the newline it ends with."""
    named = os.environ.get(PASSPHRASE_FILE)
    if not named:
        return None
    try:
        return Path(named).expanduser().read_text(encoding="utf-8-sig").removesuffix("\n").removesuffix("\r")
    except (OSError, UnicodeDecodeError) as refusal:
        why = refusal.strerror if isinstance(refusal, OSError) else tr("it is not text")
        raise KnownError(
            tr(
                "The passphrase's file {file} can't be read ({why}); see what {variable} names.",
                file=named,
                why=why,
                variable=PASSPHRASE_FILE,
            )
        ) from None


def _asked(ask: Ask | None, text: str) -> str:
    if ask is None:
        raise KnownError(tr(NOBODY_TO_ASK))
    return ask(text)
