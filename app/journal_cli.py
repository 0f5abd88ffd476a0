"""The commands that keep the journal, give it away and take it back."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app import bootstrap, journal_access, journal_check, paths, policy
from app.console import Bar, agree, show_findings, show_table
from app.doctor import State
from app.errors import KnownError
from app.report import words

if TYPE_CHECKING:  # the database comes with these, and each command imports what it needs of it
    from app.storage.backups import Backup
    from app.storage.cipher import Database
    from app.storage.journal import Journal

_PLAIN = "What is exported is not encrypted: whoever can open the files can read everything in them."

_place = click.Path(path_type=Path)
_yes = click.option("--yes", is_flag=True, help="Don't ask first.")


@click.command()
@click.argument("folder", type=_place, metavar="DIR")
@_yes
def export(folder: Path, yes: bool) -> None:
    """Write everything in the journal into DIR, not encrypted: as JSON, as tables and as a page to read."""
    from app.storage import export as exporting

    policy.current().check_export()
    click.echo(_PLAIN, err=True)
    there = exporting.there(folder)
    agree(f"{folder} holds an export, which is replaced. Go on?" if there else "Go on?", yes)
    with _opened() as journal, Bar("Writing the export") as bar:
        written = bootstrap.export_journal(journal, folder, bar.reach)
    click.echo(f"Exported to {written[-1]} and {words.count(len(written) - 1, 'file', 'files')} beside it.")


@click.command(name="import")
@click.argument("path", type=_place)
def take_in(path: Path) -> None:
    """Add what an export of a journal holds, a folder or its evenkeel.json; what is there already stays."""
    from app.storage import importing

    # Before a journal is asked for, or made.
    held = importing.read(path, keep_words=journal_access.settings().transcript_kept != "never")
    with _opened(create=True) as journal:
        with Bar("Taking in the export") as bar:
            counts = importing.take_in(journal, held, bar.reach)
        journal_access.do_chores(journal, lambda told: click.echo(told, err=True))
    rows = [
        (table.replace("_", " "), str(added), str(counts.known[table]))
        for table, added in counts.added.items()
        if added or counts.known[table]
    ]
    show_table(("", "added", "known"), rows)
    if not rows:
        click.echo("The export is empty, so nothing was added.")


@click.command()
@click.argument("path", type=_place)
def backup(path: Path) -> None:
    """Write the whole journal, encrypted, into one file; it opens anywhere with the passphrase of now."""
    from app.storage import portable

    if path.is_dir():
        path = path / f"journal-{date.today().isoformat()}"
    with _opened() as journal:
        written = portable.write(journal, path)
    click.echo(f"Backed up to {written} ({_size(written.stat().st_size)}), and read back.")


@click.command()
@click.argument("path", type=_place, required=False)
@_yes
def restore(path: Path | None, yes: bool) -> None:
    """Go back to a backup: PATH is a file of the command backup, or the day of a daily one; else the newest.

    The journal of now is kept aside, and a journal-aside-*.db as PATH brings such a one back.
    """
    from app.storage import backups, portable

    folder, ask = paths.journal_folder(), journal_access.terminal()
    if path is not None and path.suffix and (folder / path).is_file():
        path = folder / path  # one that was put aside
    if path is not None and not path.exists():
        foreign = path.suffix == portable.SUFFIX or path.parent != Path()
        if foreign or not journal_access.journal_there():
            raise KnownError(f"There is no file {path}; name one that the command backup wrote.")
    if path is not None and path.exists():
        agree(f"Take {path.name} for the journal?", yes)
        given = journal_access.passphrase(ask, f"The passphrase of {path.name}")
        aside, what = portable.restore(folder, path, given), f"that of {path.name}"
    else:
        key = journal_access.unlock(ask)
        chosen = _daily(folder, key, path)
        what = f"the backup of {_day(chosen.day)}"
        agree(f"Go back to {what}, with {words.count(chosen.calls, 'call', 'calls')}?", yes)
        aside = backups.restore(folder, key, chosen)
    kept = f"; the one before is kept as {aside.name}" if aside is not None else ""
    click.echo(f"The journal is now {what}{kept}.")


def _daily(folder: Path, key: bytes, named: Path | None) -> "Backup":
    """Give the backup of the journal's own that is meant; None: the newest good one."""
    from app.storage import backups

    listed = backups.listed(folder, key)
    if named is None:
        found = next((each for each in listed if each.sound), None)
    else:
        found = next((each for each in listed if str(named) in (each.day.isoformat(), each.path.name)), None)
    if found is None:
        what = "no sound backup" if named is None else f"no backup {named}"
        raise KnownError(f"There is {what}; see those there are with: journal check.")
    return found


@click.command()
@click.option(
    "--call", "call_id", type=int, metavar="ID", help="Only this call, by its number in `journal calls`."
)
@_yes
def erase(call_id: int | None, yes: bool) -> None:
    """Erase the whole journal, its key first, or one call with all that belongs to it, for good."""
    from app.storage import erasure, trouble

    if call_id is None:
        folder = paths.journal_folder()
        if folder.is_dir():  # else there is nothing to erase, and nothing to agree to
            agree(
                "Everything in the journal and its backups goes for good. To go on, type erase", yes, "erase"
            )
        try:
            receipt = erasure.everything(folder)
        except trouble.Unwritable as refusal:
            raise KnownError(
                f"Nothing was erased, as {folder} can't be written; allow writing there and erase again."
            ) from refusal
    else:
        with _opened() as journal:
            agree(f"The call {call_id} and all that belongs to it goes for good. Go on?", yes)
            receipt = erasure.call(journal, journal.key, call_id)
    click.echo(receipt.text)
    if receipt.kept_at is not None:
        click.echo(f"This receipt is in {receipt.kept_at}.")


@click.group(invoke_without_command=True)
@click.pass_context
def journal(context: click.Context) -> None:
    """Look after the journal: check it, list its calls, change its passphrase."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


@journal.command()
def check() -> None:
    """Say whether the journal and its backups are sound, and what to do where they are not."""
    key = journal_access.unlock(journal_access.terminal())
    with Bar("Checking the journal") as bar:
        findings = journal_check.examine(paths.journal_folder(), key, lambda part: bar.reach(part, 1.0))
    show_findings(findings)
    broken = [finding for finding in findings if finding.state is State.MISSING]
    if broken:
        raise KnownError(f"The journal is not sound ({broken[0].name}). {broken[0].remedy}")


@journal.command()
@click.option("--limit", type=click.IntRange(min=1), default=20, help="How many at most.")
def calls(limit: int) -> None:
    """List the newest calls with their numbers."""
    from app.storage import calls

    with _opened() as journal:
        found = journal.read(lambda db: calls.recent(db, limit)).result()
    rows = [
        (
            str(call.id),
            _began(call.began_at),
            call.call_type,
            words.clock(call.source.duration_s),
            ""
            if call.measures.talk_ratio is None
            else f"{words.percent(min(1.0, call.measures.talk_ratio))} %",
            call.name,
        )
        for call in found
    ]
    if rows:
        show_table(("number", "began", "type", "length", "talk ratio", "name"), rows)
    else:
        click.echo("There are no calls in the journal yet.")


@journal.command()
def finish() -> None:
    """End the calls that broke off, as they were when they were last written."""
    from app.storage import calls

    def finished(db: "Database") -> int:
        broken = calls.unfinished(db)
        for call in broken:
            calls.finish_broken(db, call.id)
        return len(broken)

    with _opened() as journal:
        number = journal.write("call", finished).result()
    click.echo(f"Ended {words.count(number, 'call', 'calls')}." if number else "No call broke off.")


@journal.command()
@click.option(
    "--out",
    type=_place,
    metavar="FILE",
    help="Write the data for tuning there: JSON if it ends so, else CSV.",
)
def agreement(out: Path | None) -> None:
    """Say how far your own labels of overlaps and the measured ones agree."""
    from app.storage import agreement
    from app.storage.export import export_file

    if out is not None:
        policy.current().check_export()
    with _opened() as journal:
        found = journal.read(agreement.judged).result()
        if found.share is None:
            click.echo("You have not judged any overlap yet; choose what each was on the page of a call.")
            return
        as_json = out is not None and out.suffix.lower() == ".json"
        if out is not None:
            pieces = agreement.form if as_json else agreement.sheet
            export_file(journal, out, pieces, "utf-8" if as_json else "utf-8-sig")
    judged = words.count(found.judged, "overlap", "overlaps")
    kappa = (
        "" if found.kappa is None else f"; {found.kappa:.2f} beyond chance, where 1 is all (Cohen's kappa)"
    )
    click.echo(
        f"Of {judged} that you judged, {found.agreeing} had been measured as you see it "
        f"({words.percent(found.share)} %{kappa})."
    )
    pairs = sorted(found.counts.items(), key=lambda each: (-each[1], each[0]))
    show_table(
        ("measured", "your label", "how often"),
        [(words.LABELS[measured], words.LABELS[own], str(number)) for (measured, own), number in pairs],
    )
    if out is not None:
        click.echo(
            f"The data is in {out}: lengths and labels, nothing that was said, no names, no times of day."
        )


@journal.command()
def passphrase() -> None:
    """Choose another passphrase; what is in the journal is not written anew."""
    from app.storage import keys

    if not journal_access.journal_there():
        raise KnownError(journal_access.NO_JOURNAL)
    ask = journal_access.terminal()
    if ask is None:
        raise KnownError("A new passphrase is typed in a terminal, and there is none here; run this in one.")
    old = journal_access.passphrase(ask, "The passphrase of now")
    keys.unlock(paths.journal_folder(), old)  # a wrong one is said before two more are typed
    new = journal_access.chosen(ask, "The new one, at least 10 characters")
    keys.change(paths.journal_folder(), old, new)
    click.echo("The passphrase is changed. Backups made before with the command backup keep the old one.")


@journal.command()
@click.argument("wanted", type=click.Choice(["on", "off"]), metavar="on|off")
def keyring(wanted: str) -> None:
    """Let the system's keyring open the journal without its passphrase (on), or no longer (off)."""
    from app.storage import keys

    if wanted == "on":
        keys.remember(paths.journal_folder(), journal_access.unlock(journal_access.terminal()))
        click.echo("The system's keyring opens the journal now, for whoever is logged in as you.")
    else:
        keys.forget(paths.journal_folder())
        click.echo("Only the passphrase opens the journal now.")


COMMANDS = (export, take_in, backup, restore, erase, journal)
"""For the command line's group."""


@contextmanager
def _opened(*, create: bool = False) -> Iterator["Journal"]:
    """Open the journal for a while, and say what it lost if it did."""
    journal = journal_access.open_journal(journal_access.terminal(), create)
    try:
        if journal.lost is not None:
            click.echo(journal.lost.sentence, err=True)
        yield journal
    finally:
        journal.close()


def _began(at: datetime) -> str:
    """Give a point in time where this computer is, or in UTC where there is none, at the ends of time."""
    with suppress(OverflowError, ValueError, OSError):
        at = at.astimezone()
    return f"{at:%Y-%m-%d %H:%M}"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
