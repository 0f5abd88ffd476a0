"""The journal's tail: it says exactly which changes a database lost, and makes up none."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.storage.tail import LONGEST, SLOTS, Change, Loss, Tail

MANY = settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=100)
BEGIN = datetime(2026, 11, 22, 14, 2, tzinfo=UTC)
KINDS = ("reflection", "call", "follow-up")


@pytest.fixture
def tail(tmp_path: Path) -> Iterator[Tail]:
    tail = Tail(tmp_path / "tail")
    yield tail
    tail.close()


@pytest.fixture
def greenwich(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if hasattr(time, "tzset"):
        monkeypatch.setenv("TZ", "UTC")
        time.tzset()
    yield
    monkeypatch.undo()
    if hasattr(time, "tzset"):
        time.tzset()


def changes(first: int, last: int) -> list[Change]:
    return [Change(n, BEGIN + timedelta(minutes=n), KINDS[n % len(KINDS)]) for n in range(first, last + 1)]


def note(tail: Tail, first: int, last: int) -> list[Change]:
    noted = changes(first, last)
    for change in noted:
        tail.note(change)
    return noted


@pytest.mark.parametrize("last", [0, 1, SLOTS - 1, SLOTS, SLOTS + 1, 1000])
def test_it_keeps_the_newest_changes(tail: Tail, last: int) -> None:
    note(tail, 1, last)
    assert tail.changes() == changes(max(1, last - SLOTS + 1), last)


def test_they_are_there_after_a_restart(tmp_path: Path) -> None:
    for last in (3, 70, 71):
        tail = Tail(tmp_path / "tail")
        note(tail, last - 2, last)
        tail.close()
    tail = Tail(tmp_path / "tail")
    assert tail.changes()[-3:] == changes(69, 71)
    tail.close()
    assert (tmp_path / "tail").stat().st_size < 4096


@given(last=st.integers(0, 300), lost=st.integers(0, 300))
@MANY
def test_what_a_database_lost_is_told_to_the_number(
    tmp_path_factory: pytest.TempPathFactory, last: int, lost: int
) -> None:
    there = max(0, last - lost)
    tail = Tail(tmp_path_factory.mktemp("tail") / "tail")
    note(tail, 1, last)
    loss = tail.lost(there)
    tail.close()
    missing = changes(there + 1, last)[-SLOTS:]
    if not missing:
        assert loss is None
        return
    assert loss is not None
    assert loss.changes == last - there
    assert (loss.first_at, loss.last_at) == (missing[0].at, missing[-1].at)
    assert sum(many for _, many in loss.kinds) == len(missing)
    assert {kind for kind, _ in loss.kinds} == {change.what for change in missing}


def test_a_tail_that_lags_behind_says_nothing(tail: Tail) -> None:
    note(tail, 1, 10)
    assert tail.lost(10) is None
    assert tail.lost(5000) is None


@given(
    last=st.integers(1, 200),
    damage=st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=200)), max_size=5),
    cut=st.none() | st.integers(0, 4000),
)
@MANY
def test_a_slot_that_is_damaged_is_left_out_and_no_other_is_made_up(
    tmp_path_factory: pytest.TempPathFactory, last: int, damage: list[tuple[int, bytes]], cut: int | None
) -> None:
    path = tmp_path_factory.mktemp("tail") / "tail"
    tail = Tail(path)
    noted = note(tail, 1, last)
    with path.open("r+b") as file:
        for place, rubbish in damage:
            file.seek(place)
            file.write(rubbish)
        if cut is not None:
            file.truncate(cut)
    assert [change for change in tail.changes() if change not in noted] == []
    note(tail, last + 1, last + 1)
    assert tail.changes()[-1].number == last + 1
    tail.close()


@given(done=st.integers(0, 200), last=st.integers(1, 200))
@MANY
def test_a_slot_half_written_leaves_the_others(
    tmp_path_factory: pytest.TempPathFactory, done: int, last: int
) -> None:
    """As a kill or a power cut may leave it."""
    path, other = (tmp_path_factory.mktemp("tail") / name for name in ("tail", "other"))
    for name, until in ((path, last), (other, last + 1)):
        tail = Tail(name)
        note(tail, 1, until)
        tail.close()
    before, after = path.read_bytes(), other.read_bytes()
    start = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(before))
    path.write_bytes(after[: start + done] + before[start + done :])
    tail = Tail(path)
    numbers = [change.number for change in tail.changes()]
    tail.close()
    whole = set(range(max(1, last - 63), last + 1))
    assert set(numbers) <= whole | {last + 1}
    assert whole - set(numbers) <= {last + 1 - SLOTS}


def test_it_is_for_its_owner_only_and_made_where_it_is_not(tmp_path: Path) -> None:
    Tail(tmp_path / "tail").close()
    if os.name == "posix":
        assert (tmp_path / "tail").stat().st_mode & 0o777 == 0o600
    with pytest.raises(OSError):
        Tail(tmp_path / "no folder" / "tail")


def test_the_longest_kind_fits(tail: Tail) -> None:
    tail.note(Change(1, BEGIN, "k" * LONGEST))
    assert tail.changes() == [Change(1, BEGIN, "k" * LONGEST)]


REMEDY = "if you have both elsewhere, close Evenkeel and put them back together."


@pytest.mark.usefixtures("greenwich")
@pytest.mark.parametrize(
    ("loss", "begins"),
    [
        (
            Loss(1, BEGIN, BEGIN, (("reflection", 1),)),
            "The last change to the journal, made on 22 November at 14:02 (reflection), is missing from its",
        ),
        (
            Loss(3, BEGIN, BEGIN + timedelta(minutes=3), (("reflection", 1), ("call", 2))),
            "The last 3 changes to the journal, made on 22 November between 14:02 and 14:05 "
            "(reflection, 2 × call), are missing from its file",
        ),
        (
            Loss(100, BEGIN, BEGIN + timedelta(days=9), (("call", 64),)),
            "The last 100 changes to the journal, the newest 64 of them made between 22 November, 14:02, and "
            "1 December, 14:02 (64 × call), are missing from its file",
        ),
    ],
)
def test_it_is_said_in_one_sentence_with_its_remedy(loss: Loss, begins: str) -> None:
    assert loss.sentence.startswith(begins)
    assert loss.sentence.endswith(REMEDY)
