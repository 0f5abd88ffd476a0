"""How a command comes into the journal: what is asked for, and what a stale key leads to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app import journal_access
from app.errors import KnownError
from app.storage import keys
from app.storage.journal import Journal
from app.storage.trouble import Damaged
from tests.keyrings import Memory, in_use
from tests.open_journals import CHEAP, PASSPHRASE, keep, names, open_journal


@pytest.fixture
def memory() -> Iterator[Memory]:
    backend = Memory()
    with in_use(backend):
        yield backend


@pytest.fixture
def folder(tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a journal with one call."""
    monkeypatch.setenv("EVENKEEL_HOME", str(tmp_path))
    monkeypatch.delenv(journal_access.PASSPHRASE_FILE, raising=False)
    with open_journal(tmp_path / "journal") as journal:
        keep(journal, "one")
    return tmp_path / "journal"


class Typing:
    """Somebody who types the passphrase, and how often they were asked."""

    def __init__(self, answer: str = PASSPHRASE) -> None:
        self.answer, self.asked = answer, list[str]()

    def __call__(self, text: str) -> str:
        self.asked.append(text)
        return self.answer


def calls(ask: journal_access.Ask | None) -> list[str]:
    journal = journal_access.open_journal(ask, create=False)
    try:
        return names(journal)
    finally:
        journal.close()


def test_the_keyring_opens_it_without_asking(folder: Path) -> None:
    keys.remember(folder, keys.unlock(folder, PASSPHRASE))
    assert calls(None) == ["one"]


def test_a_key_of_a_journal_before_is_asked_around_and_then_forgotten(folder: Path, memory: Memory) -> None:
    keys.remember(folder, bytes(32))
    with pytest.raises(KnownError, match="keyring has does not open"):
        calls(None)
    assert memory.kept, "not known to be stale until the passphrase says so"
    typing = Typing()
    assert calls(typing) == ["one"]
    assert len(typing.asked) == 1 and journal_access.STALE in typing.asked[0]
    assert memory.kept == {}
    assert calls(typing) == ["one"] and typing.asked[1] == "The journal's passphrase"


def test_a_wrong_passphrase_leaves_the_keyring_alone(folder: Path, memory: Memory) -> None:
    keys.remember(folder, bytes(32))
    with pytest.raises(keys.WrongPassphrase):
        calls(Typing("some other words"))
    assert memory.kept


def test_the_same_key_says_that_the_file_is_damaged(folder: Path, memory: Memory) -> None:
    keys.remember(folder, keys.unlock(folder, PASSPHRASE))
    held = bytearray((folder / "journal.db").read_bytes())
    held[700] ^= 0xFF
    (folder / "journal.db").write_bytes(held)
    with pytest.raises(Damaged):
        calls(Typing())
    assert memory.kept


def test_the_file_named_for_it_wins_over_the_keyring(
    folder: Path, tmp_path: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.remember(folder, bytes(32))
    file = tmp_path / "passphrase"
    monkeypatch.setenv(journal_access.PASSPHRASE_FILE, str(file))
    for encoding in ("utf-8", "utf-8-sig"):
        file.write_text(f"{PASSPHRASE}\r\n", encoding=encoding, newline="")
        assert calls(None) == ["one"]


def test_a_new_journal_is_not_opened_with_the_key_of_the_one_before(tmp_path: Path, memory: Memory) -> None:
    folder = tmp_path / "journal"
    keys.remember(folder, bytes(32))
    assert not keys.opens(folder, bytes(32))
    key = keys.create(folder, PASSPHRASE, CHEAP)
    assert not keys.opens(folder, key), "nothing is written with it yet"
    Journal.open(folder, key).close()
    assert keys.opens(folder, key) and not keys.opens(folder, bytes(32))
