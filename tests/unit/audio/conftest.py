import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.audio.tones import record

NOBODY = 65534


@pytest.fixture
def as_a_stranger(tmp_path: Path) -> Iterator[None]:
    """Put a recording into `tmp_path` that the user running the test may not read."""
    path = record(tmp_path / "call.wav")
    path.chmod(0)
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
