"""The journal's commands as their user meets them: every command in a process of its own."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app import paths
from app.domain.timeline import Overlap, Speaker
from app.journal_access import NO_JOURNAL
from app.storage import backups, calls
from app.storage.cipher import Database
from tests.journals import a_call, its_report
from tests.open_journals import PASSPHRASE, files, keep, names, open_journal

ROOT = Path(__file__).parents[2]
PATIENCE = 120.0
"""Seconds until a test that waits for something gives up on it."""

OTHER = "four green ladders"


class User:
    """Somebody with a data folder, and a file that holds the passphrase."""

    def __init__(self, folder: Path) -> None:
        self.home, self.journal = folder / "home", folder / "home" / "journal"
        self._passphrase = folder / "passphrase"
        self._passphrase.write_text(f"{PASSPHRASE}\n", encoding="utf-8")

    def surroundings(self, *, typing: bool = False) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if name != "EVENKEEL_PASSPHRASE_FILE"}
        file = {} if typing else {"EVENKEEL_PASSPHRASE_FILE": str(self._passphrase)}
        none = {"PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "COLUMNS": "200", "DISPLAY": ""}
        return inherited | file | none | {"EVENKEEL_HOME": str(self.home)}

    def run(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "main.py", *map(str, arguments)],
            cwd=ROOT,
            env=self.surroundings(),
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
            timeout=PATIENCE,
        )

    def did(self, *arguments: object) -> str:
        """Run a command that is to succeed, and give what it printed."""
        ended = self.run(*arguments)
        assert (ended.returncode, ended.stderr) == (0, ""), ended.stderr
        return ended.stdout

    def refused(self, *arguments: object) -> str:
        """Run a command that is to be refused, and give the last line of why."""
        ended = self.run(*arguments)
        assert ended.returncode == 2, ended.stdout + ended.stderr
        return ended.stderr.splitlines()[-1]

    def typed(self, answers: Sequence[str], *arguments: object) -> tuple[int, str]:
        """Run a command in a terminal, answer its questions, and give how it ended and the screen."""
        ours, terminal = pty.openpty()
        running = subprocess.Popen(
            [sys.executable, "main.py", *map(str, arguments)],
            cwd=ROOT,
            env=self.surroundings(typing=True),
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
        )
        os.close(terminal)
        screen, left = b"", list(answers)
        try:
            while piece := os.read(ours, 4096):
                screen += piece
                if left and screen.rstrip(b"\x1b[?25hlJK ").endswith(b":"):
                    os.write(ours, left.pop(0).encode() + b"\n")
                    screen += b"\n"
        except OSError:  # so a terminal ends on Linux
            pass
        finally:
            os.close(ours)
        assert not left
        return running.wait(PATIENCE), screen.decode(errors="replace")


@pytest.fixture
def user(tmp_path: Path) -> User:
    """Somebody with a journal of two calls, one backup of the first, and no plain sentence anywhere."""
    user = User(tmp_path)
    with open_journal(user.journal) as journal:
        keep(journal, "first")
        backups.daily(journal, journal.key, date(2026, 11, 18))
        keep(journal, "second")
    return user


def kept(user: User, passphrase: str = PASSPHRASE) -> list[str]:
    with open_journal(user.journal, passphrase) as journal:
        return names(journal)


@pytest.mark.parametrize(
    "command",
    [
        ["export", "out", "--yes"],
        ["backup", "out"],
        ["restore", "--yes"],
        ["erase", "--call", "5", "--yes"],
        ["journal", "check"],
        ["journal", "calls"],
        ["journal", "finish"],
        ["journal", "agreement", "--out", "out"],
        ["journal", "passphrase"],
        ["journal", "keyring", "on"],
    ],
)
def test_without_a_journal_that_is_said_and_none_is_made(tmp_path: Path, command: list[str]) -> None:
    user = User(tmp_path)
    assert user.refused(*command) == NO_JOURNAL
    assert not user.journal.exists()


def test_a_sound_journal_is_said_to_be_sound(user: User) -> None:
    said = user.did("journal", "check")
    for part in ("no change is missing", "every row points", "finds what is there", "none broke off"):
        assert part in said
    assert "2026-11-18, 1 call" in said
    assert all(line.startswith("ok ") for line in said.splitlines())


def test_a_damaged_journal_ends_with_2_and_says_what_to_do(user: User) -> None:
    flip(user.journal / "journal.db")
    said = user.refused("journal", "check")
    assert "not sound" in said and f"{paths.command()} restore" in said
    assert "kept as journal-aside-" in user.did("restore", "--yes")
    assert kept(user) == ["first"]
    assert "kept aside" in user.did("journal", "check")


def flip(path: Path) -> None:
    held = bytearray(path.read_bytes())
    held[len(held) // 2] ^= 1
    path.write_bytes(held)


def test_what_is_amiss_is_named_and_what_can_be_mended_is(user: User) -> None:
    flip(user.journal / "backups" / "journal-2026-11-18.db")
    with open_journal(user.journal) as journal:
        keep(journal, "broken off", ended_at=None)

        def muddle(db: Database) -> None:
            db.execute("DROP TRIGGER transcript_ai")
            db.execute(
                "INSERT INTO transcript SELECT 7, call_id, speaker, 0, 1, 'x', NULL FROM transcript LIMIT 1"
            )

        journal.write("muddle", muddle).result()
    said = user.did("journal", "check")
    assert "journal-2026-11-18.db is damaged" in said
    assert "1 call broke off" in said and "journal finish" in said
    assert "was made anew" in said
    assert "was made anew" not in user.did("journal", "check")
    assert user.did("journal", "finish") == "Ended 1 call.\n"
    assert user.did("journal", "finish") == "No call broke off.\n"
    assert kept(user) == ["first", "second", "broken off"]


def test_calls_are_listed_with_their_numbers(user: User) -> None:
    newest, *_ = listed = user.did("journal", "calls").splitlines()[1:]
    assert len(listed) == 2 and "second" in newest
    assert int(newest.split()[0]) < 2**53
    assert len(user.did("journal", "calls", "--limit", 1).splitlines()) == 2


def test_own_labels_are_held_against_the_measured_ones_and_written_for_tuning(
    user: User, tmp_path: Path
) -> None:
    sheet, form = tmp_path / "labels.csv", tmp_path / "labels.json"
    assert "not judged any" in user.did("journal", "agreement", "--out", sheet) and not sheet.exists()
    cut_in = Overlap(Speaker.AGENT, 10, 90, "interruption_success", "")
    heard = Overlap(Speaker.AGENT, 200, 290, "backchannel", "")
    with open_journal(user.journal) as journal:
        call = a_call()
        report = its_report(call, overlaps=(cut_in, heard))
        journal.write("call", lambda db: calls.save(db, call, report, ())).result()
        journal.write("label", lambda db: calls.label(db, call.id, 0, "backchannel")).result()
        journal.write("label", lambda db: calls.label(db, call.id, 1, "backchannel")).result()
    said = user.did("journal", "agreement", "--out", sheet)
    assert "Of 2 overlaps that you judged, 1 had been measured as you see it (50 %" in said
    assert "cut in and took over" in said and str(sheet) in said
    lines = sheet.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 3 and lines[0].startswith("call_type,by,measured,own,ov,")
    user.did("journal", "agreement", "--out", form)
    assert len(json.loads(form.read_text(encoding="utf-8"))["overlaps"]) == 2


def test_an_export_warns_and_comes_in_again_elsewhere(user: User, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ended = user.run("export", out, "--yes")
    assert ended.returncode == 0 and "not encrypted" in ended.stderr and str(out) in ended.stdout
    held = json.loads((out / "evenkeel.json").read_text(encoding="utf-8"))
    assert [call["name"] for call in held["calls"]] == ["first", "second"]
    assert "first" in (out / "evenkeel.html").read_text(encoding="utf-8")
    (tmp_path / "other").mkdir()
    other = User(tmp_path / "other")
    said = other.did("import", out)
    assert "calls" in said and kept(other) == ["first", "second"]
    assert kept(user) == ["first", "second"]
    assert "no export" in user.refused("import", tmp_path / "nowhere")


def test_no_journal_is_made_for_an_export_that_is_none(tmp_path: Path) -> None:
    user = User(tmp_path)
    (tmp_path / "evenkeel.json").write_text('{"schema": 1, "exported_at": "", "calls": [{}]}')
    assert "no export" in user.refused("import", tmp_path / "nowhere")
    assert "is damaged" in user.refused("import", tmp_path)
    assert not user.home.exists()


@pytest.mark.parametrize("choice", ["never", "days"])
def test_what_an_import_brings_in_is_kept_as_it_was_chosen(user: User, tmp_path: Path, choice: str) -> None:
    assert user.run("export", tmp_path / "out", "--yes").returncode == 0
    (tmp_path / "other").mkdir()
    other = User(tmp_path / "other")
    other.home.mkdir()
    (other.home / "settings.json").write_text(json.dumps({"transcript_kept": choice, "transcript_days": 1}))
    form = tmp_path / "out" / "evenkeel.json"
    held = json.loads(form.read_text(encoding="utf-8"))
    for call in held["calls"]:
        call.update(began_at="2026-01-05T12:00:00.000Z", ended_at="2026-01-05T12:10:00.000Z")
        call.update(written_at="2026-01-05T12:10:00.000Z", day="2026-01-05")
    form.write_text(json.dumps(held), encoding="utf-8")
    other.did("import", tmp_path / "out")
    with open_journal(other.journal) as journal:
        for call in journal.read(lambda db: calls.recent(db, 9)).result():
            report = journal.read(lambda db, call=call: calls.report(db, call.id)).result()
            assert report.transcript == () and [cue.evidence for cue in report.cues] == [""]
    assert kept(other) == ["first", "second"]


def test_the_list_of_calls_shows_whatever_is_in_them(user: User) -> None:
    began = datetime.max.replace(tzinfo=UTC)
    ratio = replace(a_call().measures, talk_ratio=1e308)
    with open_journal(user.journal) as journal:
        keep(journal, "odd\x1b[2J\x9b31m", measures=ratio)
        odd = journal.read(lambda db: calls.recent(db, 1)).result()[0].id
        journal.write(
            "odd",
            lambda db: db.table("calls").update(
                odd, {"began_at": began.isoformat(timespec="milliseconds")[:-6] + "Z"}
            ),
        ).result()
    said = user.did("journal", "calls")
    assert "9999-12-31" in said and "100 %" in said
    assert "odd [2J 31m" in said and not {"\x1b", "\x9b"} & set(said)


def test_without_yes_and_a_terminal_nothing_is_done(user: User, tmp_path: Path) -> None:
    before = files(user.journal)
    for command in (["export", tmp_path / "out"], ["erase"], ["erase", "--call", 1], ["restore"]):
        assert "--yes" in user.refused(*command)
    assert {name: files(user.journal)[name] for name in before} == before
    assert not (tmp_path / "out").exists()


def test_a_backup_file_brings_the_journal_back_after_everything_was_erased(
    user: User, tmp_path: Path
) -> None:
    file = tmp_path / "mine.evenkeel"
    assert f"Backed up to {file}" in user.did("backup", file)
    said = user.did("erase", "--yes")
    assert "The journal was erased" in said and "journal.db" in said and "command backup" in said
    assert not user.journal.exists()
    for command in (["erase", "--yes"], ["erase"]):  # nothing is to be typed first
        assert "nothing to erase" in user.refused(*command)
    (receipt,) = user.home.glob("journal-erased-*.txt")
    assert receipt.read_text(encoding="utf-8").strip() in said
    assert user.did("restore", file, "--yes") == "The journal is now that of mine.evenkeel.\n"
    assert kept(user) == ["first", "second"]


def test_a_folder_is_a_place_for_a_backup(user: User, tmp_path: Path) -> None:
    user.did("backup", tmp_path)
    assert (tmp_path / f"journal-{date.today().isoformat()}.evenkeel").is_file()
    assert "can't be written" in user.refused("backup", tmp_path / "no" / "such" / "folder")


def test_a_daily_backup_is_gone_back_to_by_its_day(user: User) -> None:
    assert "There is no backup 2026-01-01" in user.refused("restore", "2026-01-01", "--yes")
    said = user.did("restore", "2026-11-18", "--yes")
    assert said.startswith("The journal is now the backup of 18 November 2026; the one before is kept as ")
    assert kept(user) == ["first"]


def test_erasing_where_nothing_can_be_written_says_what_to_allow(user: User) -> None:
    (user.journal / "journal.lock").unlink()
    (user.journal / "journal.lock").mkdir()
    said = user.refused("erase", "--yes")
    assert said.startswith("Nothing was erased") and "allow writing there" in said
    assert "EVENKEEL_HOME" not in said
    (user.journal / "journal.lock").rmdir()
    assert kept(user) == ["first", "second"]


def test_a_backup_file_that_is_not_there_is_said_with_or_without_a_journal(
    user: User, tmp_path: Path
) -> None:
    (tmp_path / "new").mkdir()
    for each in (user, User(tmp_path / "new")):
        for path in (tmp_path / "typo.evenkeel", tmp_path / "typo", "typo.evenkeel"):
            assert each.refused("restore", path, "--yes").startswith(f"There is no file {path};")


def test_a_wrong_passphrase_of_a_backup_is_not_said_to_be_the_journals(user: User, tmp_path: Path) -> None:
    user.did("backup", tmp_path / "mine")
    (tmp_path / "passphrase").write_text(OTHER)
    said = user.refused("restore", tmp_path / "mine.evenkeel", "--yes")
    assert said.startswith("That is not the passphrase;")


def test_no_name_that_was_typed_commands_the_terminal(user: User) -> None:
    for command in (["restore", "a\x1b[2Jb.evenkeel"], ["journal", "a\x1b[2Jb"], ["import", "a\x9b2Jb"]):
        said = user.refused(*command)
        assert "2Jb" in said and not {"\x1b", "\x9b"} & set(said)


def test_one_call_is_erased_by_its_number(user: User) -> None:
    number = user.did("journal", "calls").splitlines()[2].split()[0]
    said = user.did("erase", "--call", number, "--yes")
    assert f"The call {number} was erased" in said and "journal-2026-11-18.db" in said
    assert kept(user) == ["second"]
    assert "There is no call" in user.refused("erase", "--call", number, "--yes")


def test_an_open_journal_is_left_alone(user: User) -> None:
    with open_journal(user.journal):
        for command in (["erase", "--yes"], ["restore", "--yes"], ["journal", "calls"], ["journal", "check"]):
            assert "open in another Evenkeel" in user.refused(*command)
    assert kept(user) == ["first", "second"]


def test_the_passphrase_is_changed_in_a_terminal(user: User, tmp_path: Path) -> None:
    user.did("backup", tmp_path / "before")
    status, screen = user.typed([PASSPHRASE, OTHER, OTHER], "journal", "passphrase")
    assert status == 0, screen
    assert PASSPHRASE not in screen and OTHER not in screen
    assert "not the passphrase" in user.refused("journal", "calls")
    assert kept(user, OTHER) == ["first", "second"]
    user.did("restore", tmp_path / "before.evenkeel", "--yes")
    assert kept(user) == ["first", "second"]


def test_a_new_passphrase_needs_a_terminal(user: User) -> None:
    assert "in a terminal" in user.refused("journal", "passphrase")


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ([PASSPHRASE, "short"], "10 characters"),
        ([PASSPHRASE, OTHER, "something else"], "not the same"),
        (["wrong passphrase"], "not the passphrase"),  # and no new one is asked for
    ],
)
def test_a_passphrase_that_can_not_be_is_refused_and_the_old_one_holds(
    user: User, answers: list[str], why: str
) -> None:
    status, screen = user.typed(answers, "journal", "passphrase")
    assert status == 2 and why in screen
    assert kept(user) == ["first", "second"]


def test_everything_is_erased_once_the_word_is_typed(user: User) -> None:
    status, screen = user.typed(["yes"], "erase")
    assert (status, kept(user)) == (2, ["first", "second"]) and "Nothing was done." in screen
    status, screen = user.typed(["erase"], "erase")
    assert status == 0 and "The journal was erased" in screen
    assert not user.journal.exists()


def test_what_asks_first_goes_on_at_yes(user: User, tmp_path: Path) -> None:
    status, screen = user.typed(["no"], "export", tmp_path / "out")
    assert status == 2 and "Nothing was done." in screen and not (tmp_path / "out").exists()
    status, screen = user.typed(["yes", PASSPHRASE], "export", tmp_path / "out")
    assert status == 0 and (tmp_path / "out" / "evenkeel.json").exists()
    status, screen = user.typed(["yes", PASSPHRASE], "export", tmp_path / "out")
    assert status == 0 and "holds an export, which is replaced" in screen


def test_the_journals_commands_are_listed_where_none_is_named(user: User) -> None:
    said = user.did("journal")
    assert said.startswith("Usage: evenkeel journal") and "passphrase" in said.splitlines()[-1]


def test_what_the_keyring_can_be_told_is_named(user: User) -> None:
    said = user.refused("journal", "keyring", "maybe")
    assert "'maybe' is not one of 'on', 'off'" in said and "{" not in said


def test_where_there_is_no_keyring_that_is_said(user: User) -> None:
    assert user.refused("journal", "keyring", "on").endswith(".")
    assert kept(user) == ["first", "second"]


def test_the_commands_start_without_the_database() -> None:
    code = (
        "import sys, app.cli; "
        "print({'sqlite_utils', 'sqlcipher3', 'cryptography', 'argon2', 'keyring'} & sys.modules.keys())"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.stdout.strip() == "set()", done.stderr


def test_a_journal_whose_file_is_gone_is_not_sound(user: User) -> None:
    (user.journal / "journal.db").unlink()
    assert "restore" in user.refused("journal", "check")
    assert user.did("restore", "--yes") == "The journal is now the backup of 18 November 2026.\n"
    assert kept(user) == ["first"]
