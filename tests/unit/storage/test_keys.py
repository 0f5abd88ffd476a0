"""The key of the journal: the passphrase brings it back, nothing else does, and damage is told from it."""

import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from keyring.backends import chainer, fail, null

from app.errors import KnownError
from app.storage import keys, system_keyring, tries, wrapping
from app.storage.keys import Cost, KeyDamaged, TooSoon, WrongPassphrase
from app.storage.places import KEY, KEY_COPY, TRIES
from app.storage.trouble import Unwritable
from tests.keyrings import Memory

LIGHT = Cost(passes=1, memory_kib=8, lanes=1)
WORDS, OTHER_WORDS = "correct horse battery", "another set of words"
FILES = (KEY, KEY_COPY)
MANY = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=60)


class Clock:
    """The time of day, as set by whoever may."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(tries, "time", clock)
    return clock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def key(folder: Path, clock: Clock) -> bytes:
    return keys.create(folder, WORDS, LIGHT)


def held(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


class TestPassphrase:
    def test_it_brings_the_key_back(self, folder: Path, key: bytes) -> None:
        assert len(key) == 32
        assert keys.unlock(folder, WORDS) == key

    def test_another_does_not(self, folder: Path, key: bytes) -> None:
        with pytest.raises(WrongPassphrase, match="Caps Lock"):
            keys.unlock(folder, OTHER_WORDS)

    @pytest.mark.parametrize("words", ["", "nine char", "1234567890", "12 34 56 78 90", "+49-151-234567"])
    def test_one_that_is_soon_found_is_refused(self, folder: Path, words: str) -> None:
        with pytest.raises(KnownError):
            keys.check_new(words)
        with pytest.raises(KnownError):
            keys.create(folder, words, LIGHT)
        assert not folder.exists()

    @pytest.mark.parametrize(
        "words", ["ten chars!", "пароль из слов", "パスワードを覚えています", "1234567890 tea"]
    )
    def test_one_of_ten_characters_with_letters_will_do(self, words: str) -> None:
        keys.check_new(words)

    @pytest.mark.parametrize("form", ["NFC", "NFD"])
    def test_it_is_the_same_however_a_keyboard_composes_it(
        self, folder: Path, clock: Clock, form: str
    ) -> None:
        key = keys.create(folder, "Grüße über Öl", LIGHT)
        assert keys.unlock(folder, unicodedata.normalize(form, "Grüße über Öl")) == key

    @MANY
    @given(words=st.text(min_size=10, max_size=60).filter(lambda words: any(c.isalpha() for c in words)))
    def test_any_text_will_do(self, tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
        try:
            keys.check_new(words)
        except KnownError:
            return  # composed, it is shorter
        folder = tmp_path_factory.mktemp("any")
        key = keys.create(folder, words, LIGHT)
        assert keys.unlock(folder, words) == key

    def test_change_leaves_the_key_as_it_is(self, folder: Path, key: bytes) -> None:
        keys.change(folder, WORDS, OTHER_WORDS, LIGHT)
        assert keys.unlock(folder, OTHER_WORDS) == key
        with pytest.raises(WrongPassphrase):
            keys.unlock(folder, WORDS)

    def test_change_with_a_wrong_one_changes_nothing(self, folder: Path, key: bytes) -> None:
        before = held(folder)
        with pytest.raises(WrongPassphrase):
            keys.change(folder, "not the passphrase", OTHER_WORDS, LIGHT)
        with pytest.raises(KnownError):
            keys.change(folder, WORDS, "short", LIGHT)
        assert {name: held(folder)[name] for name in FILES} == {name: before[name] for name in FILES}
        assert keys.unlock(folder, WORDS) == key

    def test_it_costs_what_the_rfc_recommends(self) -> None:
        """RFC 9106, section 4: Argon2id, t=3, p=4, m=2^16 KiB, a salt of 128 bits, 32 bytes."""
        assert Cost(passes=3, memory_kib=2**16, lanes=4) == keys.COST
        told = json.loads(wrapping.wrap(bytes(32), WORDS, LIGHT).text())
        assert (told["passes"], told["memory_kib"], told["lanes"]) == (1, 8, 1)


class TestFiles:
    def test_neither_the_key_nor_the_passphrase_is_in_them(self, folder: Path, key: bytes) -> None:
        for data in held(folder).values():
            assert key not in data and key.hex().encode() not in data
            assert WORDS.encode() not in data

    def test_two_journals_never_look_alike(self, tmp_path: Path) -> None:
        one, other = (wrapping.wrap(bytes(32), WORDS, LIGHT) for _ in range(2))
        assert one.salt != other.salt
        assert one.key != other.key

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
    def test_they_are_for_their_owner_only(self, folder: Path, key: bytes) -> None:
        assert folder.stat().st_mode & 0o777 == 0o700
        assert {file.stat().st_mode & 0o777 for file in folder.iterdir()} == {0o600}

    @pytest.mark.parametrize("name", FILES)
    @pytest.mark.parametrize("damage", ["gone", "empty", "half", "flipped", "other"])
    def test_one_that_is_damaged_is_made_good_from_the_other(
        self, folder: Path, key: bytes, name: str, damage: str
    ) -> None:
        path = folder / name
        data = path.read_bytes()
        if damage == "gone":
            path.unlink()
        else:
            flipped = bytearray(data)
            flipped[len(data) // 2] ^= 1
            path.write_bytes(
                {"empty": b"", "half": data[:90], "flipped": bytes(flipped), "other": b"[1, 2]"}[damage]
            )
        assert keys.exists(folder)
        assert keys.unlock(folder, WORDS) == key
        assert path.read_bytes() == data

    def test_both_damaged_is_told_from_a_wrong_passphrase(self, folder: Path, key: bytes) -> None:
        for name in FILES:
            (folder / name).write_bytes(b"{}")
        with pytest.raises(KeyDamaged, match="put key"):
            keys.unlock(folder, WORDS)

    @MANY
    @given(data=st.data())
    def test_no_changed_byte_is_taken_for_a_key(self, data: st.DataObject) -> None:
        text = bytearray(wrapping.wrap(bytes(range(32)), WORDS, LIGHT).text())
        place, byte = data.draw(st.integers(0, len(text) - 1)), data.draw(st.integers(0, 255))
        before = bytes(text)
        text[place] = byte
        read = wrapping.parse(bytes(text))
        if read is not None:  # a space may have become another kind of space
            assert read == wrapping.parse(before)

    @MANY
    @given(text=st.binary(max_size=400) | st.sampled_from([b"[" * 100_000, b'{"sum": 1}', b"null", b"1e999"]))
    def test_rubbish_is_damage(self, text: bytes) -> None:
        assert wrapping.parse(text) is None

    @pytest.mark.parametrize(
        "cost", [Cost(2**31, 8, 1), Cost(1, 2**31, 1), Cost(1, 8, 2**20), Cost(0, 8, 1), Cost(-1, 8, 1)]
    )
    def test_a_cost_that_would_stop_the_computer_is_damage(self, cost: Cost) -> None:
        wrapped = wrapping.wrap(bytes(32), WORDS, LIGHT)
        assert wrapping.parse(wrapping.Wrapped(cost, wrapped.salt, wrapped.nonce, wrapped.key).text()) is None

    def test_what_it_was_made_with_is_vouched_for(self) -> None:
        wrapped = wrapping.wrap(bytes(32), WORDS, LIGHT)
        cheaper = wrapping.Wrapped(Cost(1, 9, 1), wrapped.salt, wrapped.nonce, wrapped.key)
        assert wrapping.unwrap(wrapped, WORDS) == bytes(32)
        assert wrapping.unwrap(cheaper, WORDS) is None

    @pytest.mark.parametrize("words", [WORDS, OTHER_WORDS])
    def test_a_change_that_broke_off_leaves_both_passphrases_until_one_is_used(
        self, folder: Path, key: bytes, words: str
    ) -> None:
        old = (folder / KEY_COPY).read_bytes()
        keys.change(folder, WORDS, OTHER_WORDS, LIGHT)
        (folder / KEY_COPY).write_bytes(old)
        assert keys.unlock(folder, words) == key
        assert (folder / KEY).read_bytes() == (folder / KEY_COPY).read_bytes()

    @pytest.mark.parametrize("step", range(6))
    def test_a_change_that_breaks_off_anywhere_leaves_a_journal_that_opens(
        self, folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch, step: int
    ) -> None:
        """To replace a file takes three steps: its bytes, its name, its folder; and there are two of it."""
        done, replace, sync = [0], Path.replace, os.fsync

        def breaks(real):  # type: ignore[no-untyped-def]
            def call(*arguments):  # type: ignore[no-untyped-def]
                done[0] += 1
                if done[0] > 3 + step:  # the first three count the try
                    raise OSError(5, "Input/output error")
                return real(*arguments)

            return call

        monkeypatch.setattr(Path, "replace", breaks(replace))
        monkeypatch.setattr(os, "fsync", breaks(sync))
        with pytest.raises(Unwritable):
            keys.change(folder, WORDS, OTHER_WORDS, LIGHT)
        monkeypatch.undo()
        opened = []
        for words in (WORDS, OTHER_WORDS):
            with_copy = shutil.copytree(folder, folder.with_name(words))
            with suppress(WrongPassphrase):
                opened.append(keys.unlock(with_copy, words))
        assert set(opened) == {key}

    def test_there_is_one_journal_in_a_folder(self, folder: Path, key: bytes) -> None:
        before = held(folder)
        with pytest.raises(KnownError, match="open it with its passphrase"):
            keys.create(folder, OTHER_WORDS, LIGHT)
        assert held(folder) == before

    def test_no_folder_no_journal(self, folder: Path) -> None:
        assert not keys.exists(folder)
        with pytest.raises(KeyDamaged):
            keys.unlock(folder, WORDS)


class TestTries:
    def wrong(self, folder: Path, times: int = 1) -> None:
        for _ in range(times):
            with pytest.raises(WrongPassphrase):
                keys.unlock(folder, OTHER_WORDS)

    def test_the_first_three_are_free_then_each_waits_longer(
        self, folder: Path, key: bytes, clock: Clock
    ) -> None:
        self.wrong(folder, times=3)
        for wait in (1, 2, 4, 8, 16, 30, 30, 30):
            with pytest.raises(TooSoon, match="try again in") as told:
                keys.unlock(folder, WORDS)
            assert told.value.wait_s == pytest.approx(wait)
            clock.now += wait - 0.1
            with pytest.raises(TooSoon):
                keys.unlock(folder, WORDS)
            clock.now += 0.2
            self.wrong(folder)

    def test_the_right_one_begins_anew(self, folder: Path, key: bytes, clock: Clock) -> None:
        self.wrong(folder, times=3)
        clock.now += 1.5
        assert keys.unlock(folder, WORDS) == key
        assert not (folder / TRIES).exists()
        self.wrong(folder, times=3)

    def test_a_clock_set_back_does_not_help_nor_lock_out(
        self, folder: Path, key: bytes, clock: Clock
    ) -> None:
        self.wrong(folder, times=3)
        clock.now -= 10_000_000
        with pytest.raises(TooSoon) as told:
            keys.unlock(folder, WORDS)
        assert told.value.wait_s == pytest.approx(1)
        clock.now += 1.1
        assert keys.unlock(folder, WORDS) == key

    @pytest.mark.parametrize("rubbish", [b"", b"{}", b'{"wrong": "many", "at": 0}', b"\xff", b"[" * 9999])
    def test_a_damaged_count_is_the_longest_wait(
        self, folder: Path, key: bytes, clock: Clock, rubbish: bytes
    ) -> None:
        (folder / TRIES).write_bytes(rubbish)
        with pytest.raises(TooSoon) as told:
            keys.unlock(folder, WORDS)
        assert told.value.wait_s == pytest.approx(30)
        clock.now += 31
        assert keys.unlock(folder, WORDS) == key

    def test_a_try_that_is_broken_off_counts(
        self, folder: Path, key: bytes, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def killed(*arguments: object) -> None:
            raise SystemExit

        monkeypatch.setattr(keys, "unwrap", killed)
        for _ in range(3):
            with pytest.raises(SystemExit):
                keys.unlock(folder, OTHER_WORDS)
        with pytest.raises(TooSoon):
            keys.unlock(folder, OTHER_WORDS)

    def test_where_none_can_be_counted_none_is_made(self, folder: Path, key: bytes) -> None:
        (folder / TRIES).mkdir()
        with pytest.raises(Unwritable):
            keys.unlock(folder, WORDS)


class Refusing(Memory):
    """A keyring whose owner says no."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise RuntimeError("dismissed")

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError("dismissed")


class Keeping(Memory):
    """A keyring that gives and does not take back."""

    def delete_password(self, service: str, username: str) -> None:
        raise RuntimeError("dismissed")


class PlainFile(Memory):
    """A keyring that is a file anybody can read."""

    priority = 0.5  # type: ignore[assignment]


class OtherFile(Memory):
    """One of the package of such files, however well it thinks of itself."""


OtherFile.__module__ = "keyrings.alt.file"


@pytest.fixture
def use() -> Iterator[object]:
    """Give what sets a keyring, for as long as the test."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


class TestKeyring:
    def test_it_keeps_the_key_until_it_is_forgotten(self, folder: Path, key: bytes, use) -> None:  # type: ignore[no-untyped-def]
        memory = Memory()
        use(memory)
        assert keys.remembered(folder) is None
        keys.remember(folder, key)
        assert keys.remembered(folder) == key
        assert {service for service, _ in memory.kept} == {"evenkeel"}
        keys.change(folder, WORDS, OTHER_WORDS, LIGHT)
        assert keys.remembered(folder) == key
        keys.forget(folder)
        assert keys.remembered(folder) is None
        assert memory.kept == {}
        keys.forget(folder)

    def test_each_folder_has_its_own(self, tmp_path: Path, use) -> None:  # type: ignore[no-untyped-def]
        use(Memory())
        keys.remember(tmp_path / "one", bytes(32))
        assert keys.remembered(tmp_path / "other") is None

    @pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, PlainFile, OtherFile, Refusing])
    def test_without_a_safe_one_the_passphrase_is_asked_for(self, folder: Path, use, backend) -> None:  # type: ignore[no-untyped-def]
        none = backend()
        use(none)
        with pytest.raises(KnownError, match="the passphrase is asked for instead"):
            keys.remember(folder, bytes(32))
        assert keys.remembered(folder) is None
        keys.forget(folder)
        assert getattr(none, "kept", {}) == {}

    def test_of_several_the_first_safe_one_is_used(self, folder: Path, use, monkeypatch) -> None:  # type: ignore[no-untyped-def]
        plain, memory = PlainFile(), Memory()
        monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, memory])
        use(chainer.ChainerBackend())
        keys.remember(folder, bytes(32))
        assert plain.kept == {}
        assert len(memory.kept) == 1

    @pytest.mark.parametrize("kept", ["", "not base64!", "AAAA"])
    def test_what_is_no_key_is_not_taken_for_one(self, folder: Path, use, kept: str) -> None:  # type: ignore[no-untyped-def]
        memory = Memory()
        use(memory)
        keys.remember(folder, bytes(32))
        memory.kept = dict.fromkeys(memory.kept, kept)
        assert keys.remembered(folder) is None


class TestDestroy:
    def test_nothing_of_the_key_is_left(self, folder: Path, key: bytes, use) -> None:  # type: ignore[no-untyped-def]
        memory = Memory()
        use(memory)
        keys.remember(folder, key)
        (folder / TRIES).write_text("{}", encoding="ascii")
        (folder / "key.json.new").write_bytes((folder / KEY).read_bytes())
        gone = keys.destroy(folder)
        assert gone[0] == folder / KEY
        assert {path.name for path in gone} == {KEY, KEY_COPY, TRIES, "key.json.new"}
        assert list(folder.iterdir()) == []
        assert memory.kept == {}
        assert not keys.exists(folder)
        assert keys.destroy(folder) == []

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has no other names for a file")
    def test_the_bytes_themselves_are_overwritten(self, folder: Path, key: bytes) -> None:
        before = {name: (folder / name).read_bytes() for name in FILES}
        for name in FILES:
            (folder / f"also {name}").hardlink_to(folder / name)
        keys.destroy(folder)
        for name in FILES:
            after = (folder / f"also {name}").read_bytes()
            assert len(after) == len(before[name])
            assert wrapping.parse(after) is None
            assert after[:9] != before[name][:9]

    def test_a_file_that_can_not_be_erased_is_told_with_what_to_do(self, folder: Path, key: bytes) -> None:
        (folder / TRIES).mkdir()
        with pytest.raises(KnownError, match=r"could not be erased .*; allow writing there and erase again"):
            keys.destroy(folder)
        assert [path.name for path in folder.iterdir()] == [TRIES]

    def test_what_stays_is_told_when_all_else_is_gone(self, folder: Path, key: bytes, use) -> None:  # type: ignore[no-untyped-def]
        use(Keeping())
        keys.remember(folder, key)
        with pytest.raises(KnownError, match="remove the entry “evenkeel” there yourself"):
            keys.destroy(folder)
        assert list(folder.iterdir()) == []


def test_the_service_is_the_products_name() -> None:
    assert system_keyring.SERVICE == "evenkeel"
