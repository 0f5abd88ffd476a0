"""A hold on a file: one at a time, for as long as it is kept."""

from pathlib import Path

import pytest

from app import file_lock


def test_only_one_has_it_until_it_is_closed(tmp_path: Path) -> None:
    first = file_lock.take(tmp_path / "lock")
    assert first is not None
    assert file_lock.take(tmp_path / "lock") is None
    other = file_lock.take(tmp_path / "other")
    assert other is not None
    first.close()
    again = file_lock.take(tmp_path / "lock")
    assert again is not None
    again.close()
    other.close()


def test_where_no_file_can_be_made_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        file_lock.take(tmp_path / "no folder" / "lock")
