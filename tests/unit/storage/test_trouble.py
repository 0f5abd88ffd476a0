"""What is wrong is said as it is, whatever was being done: no promise that may not hold."""

import errno
from pathlib import Path

from app.storage.keys import WrongPassphrase
from app.storage.trouble import Damaged, DiskFull, refused

FOLDER = Path("journal")


def test_a_full_disk_is_said_of_reading_and_of_writing_alike() -> None:
    full = refused(OSError(errno.ENOSPC, "No space left on device"), FOLDER)
    assert isinstance(full, DiskFull)
    assert "change" not in str(full) and "what was kept before stays" in str(full)


def test_a_backup_is_not_promised_where_there_may_be_none() -> None:
    assert "its newest good backup, if there is one," in str(Damaged(FOLDER))


def test_a_wrong_passphrase_is_one_of_a_journal_or_of_a_backup() -> None:
    assert "journal" not in str(WrongPassphrase())
