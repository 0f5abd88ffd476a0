"""A model out of a ZIP or a folder: what is taken, and the broken ones, each refused with a sentence."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.errors import KnownError
from app.speech import unpacking
from app.speech.watch import Stopped, Watch
from tests.broken_archives import NAMED, REFUSED, TWICE
from tests.vosk_models import FILES, SMALL, packed, put

NOBODY = 65534


@pytest.fixture
def as_nobody() -> Iterator[Callable[[], None]]:
    """Give what makes the test go on as a user who may not read everything."""
    if os.geteuid() != 0:
        yield lambda: None
        return
    try:
        yield lambda: os.seteuid(NOBODY)
    finally:
        os.seteuid(0)


@pytest.fixture
def for_all() -> Iterator[Path]:
    """Give a folder that everybody may look into; pytest's own are for one user."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


def holds(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    ("top", "name"), [(SMALL, SMALL), ("", ""), (f"outer/{SMALL}", SMALL), ("a/b/model", "model")]
)
def test_a_zip_is_unpacked_without_the_folders_around_it(tmp_path: Path, top: str, name: str) -> None:
    archive = packed(tmp_path / "x.zip", top)
    assert unpacking.unpack(archive, tmp_path / "into") == name
    assert holds(tmp_path / "into") == FILES


def test_a_folder_is_copied_the_same_way(tmp_path: Path) -> None:
    put(tmp_path / "stick" / SMALL)
    assert unpacking.copy(tmp_path / "stick", tmp_path / "a") == SMALL
    assert unpacking.copy(tmp_path / "stick" / SMALL, tmp_path / "b") == SMALL
    assert holds(tmp_path / "a") == holds(tmp_path / "b") == FILES


def test_what_macos_adds_is_left_out(tmp_path: Path) -> None:
    extra = {f"__MACOSX/{SMALL}/._am": b"x", f"{SMALL}/.DS_Store": b"x"}
    archive = packed(
        tmp_path / "x.zip", "", {f"{SMALL}/{name}": held for name, held in FILES.items()} | extra
    )
    assert unpacking.unpack(archive, tmp_path / "into") == SMALL
    assert holds(tmp_path / "into") == FILES


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("kind", REFUSED)
def test_a_broken_zip_is_refused_with_one_sentence(tmp_path: Path, kind: str) -> None:
    make, says = REFUSED[kind]
    (tmp_path / "stick").mkdir()
    archive = make(tmp_path / "stick")
    with pytest.raises(KnownError) as refusal:
        unpacking.unpack(archive, tmp_path / "into")
    told = str(refusal.value)
    assert says in told and "model.zip" in told
    assert told.endswith(".") and "\n" not in told and len(told) < 400
    assert not (tmp_path / "evil").exists() and not (tmp_path.parent / "evil").exists()


def link(folder: Path) -> None:
    (folder / "am" / "more").symlink_to("/etc/passwd")


def link_to_folder(folder: Path) -> None:
    (folder / "more").symlink_to("/etc")


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "am" / "more")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (link, "is a link to another place"),
        (link_to_folder, "is a link to another place"),
        (pipe, "is not a plain file"),
        (lambda folder: (folder / "what?").touch(), NAMED),
        (lambda folder: (folder / "AM").touch(), TWICE),
        (lambda folder: (folder / "am" / "final.mdl").unlink(), "There is no speech model in"),
        (lambda folder: (folder / "conf" / "mfcc.conf").unlink(), "conf/mfcc.conf is missing"),
        (lambda folder: [(folder / str(n)).touch() for n in range(2100)], "holds more files than any"),
    ],
)
def test_a_broken_folder_is_refused_with_one_sentence(
    tmp_path: Path, spoil: Callable[[Path], object], says: str
) -> None:
    spoil(put(tmp_path / "stick"))
    with pytest.raises(KnownError, match="stick") as refusal:
        unpacking.copy(tmp_path / "stick", tmp_path / "into")
    assert says in str(refusal.value) and str(refusal.value).endswith(".")


def test_what_is_larger_than_allowed_is_refused(tmp_path: Path) -> None:
    archive, folder = packed(tmp_path / "x.zip"), put(tmp_path / "model")
    whole = sum(map(len, FILES.values()))
    asked: list[str] = []

    def fits(name: str) -> int:
        asked.append(name)
        return whole

    def less(name: str) -> int:
        return whole - 1

    unpacking.unpack(archive, tmp_path / "a", fits)
    assert asked == [SMALL]
    with pytest.raises(KnownError, match="more than any model"):
        unpacking.unpack(archive, tmp_path / "b", less)
    with pytest.raises(KnownError, match="more than any model"):
        unpacking.copy(folder, tmp_path / "b", less)
    assert not (tmp_path / "b").exists()


def test_what_may_not_be_read_is_said(for_all: Path, as_nobody: Callable[[], None]) -> None:
    archive = packed(for_all / "x.zip")
    whole, part = put(for_all / "model"), put(for_all / "stick")
    for closed in (archive, whole, part / "am" / "final.mdl"):
        closed.chmod(0)
    as_nobody()
    for take, source in (
        (unpacking.unpack, archive),
        (unpacking.copy, whole),
        (unpacking.copy, part),
    ):
        with pytest.raises(KnownError, match=f"{source.name}, or something in it, may not be read; allow"):
            take(source, for_all / f"into {source.name}")
    assert (for_all / "into stick").is_dir()


def test_the_bytes_are_counted_and_it_can_be_stopped(tmp_path: Path) -> None:
    told: list[tuple[int, int | None]] = []
    archive = packed(tmp_path / "x.zip")
    unpacking.unpack(archive, tmp_path / "a", watch=Watch(progress=lambda *reached: told.append(reached)))
    whole = sum(map(len, FILES.values()))
    assert told[-1] == (whole, whole) and sorted(told) == told
    with pytest.raises(Stopped):
        unpacking.unpack(archive, tmp_path / "b", watch=Watch(cancelled=lambda: True))
