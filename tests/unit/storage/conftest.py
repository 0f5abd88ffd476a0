from collections.abc import Iterator
from pathlib import Path

import pytest

from app.storage.cipher import Database
from tests.journals import opened


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """Give an encrypted journal's database, empty."""
    with opened(tmp_path) as database:
        yield database
