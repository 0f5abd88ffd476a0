"""ZIP files that are no model, or that mean harm: how each is made, and what must be said of it."""

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.vosk_models import FILES, SMALL, packed


def zipped(*more: tuple[zipfile.ZipInfo | str, bytes]) -> Callable[[Path], Path]:
    """Give what writes a good model with something more."""

    def make(folder: Path) -> Path:
        with zipfile.ZipFile(packed(folder / "model.zip"), "a", zipfile.ZIP_DEFLATED) as archive:
            for name, content in more:
                archive.writestr(name, content)
        return folder / "model.zip"

    return make


def named(name: str) -> Callable[[Path], Path]:
    """Give what writes a good model with one file more, of any name."""

    def make(folder: Path) -> Path:
        info = zipfile.ZipInfo("placeholder")
        info.filename = name
        return zipped((info, b"x"))(folder)

    return make


def of_kind(kind: int) -> Callable[[Path], Path]:
    info = zipfile.ZipInfo(f"{SMALL}/am/more")
    info.create_system = 3
    info.external_attr = (kind | 0o644) << 16
    return zipped((info, b"/etc/passwd"))


def changed(change: Callable[[bytearray], object]) -> Callable[[Path], Path]:
    """Give what writes a good model and changes its bytes."""

    def make(folder: Path) -> Path:
        held = bytearray(packed(folder / "model.zip").read_bytes())
        result = change(held)
        (folder / "model.zip").write_bytes(held if not isinstance(result, bytes) else result)
        return folder / "model.zip"

    return make


def entry(held: bytearray, local: bytes = b"PK\1\2") -> int:
    return held.index(local)


def flag(held: bytearray) -> None:
    held[entry(held) + 8] |= 1
    held[entry(held, b"PK\3\4") + 6] |= 1


def method(held: bytearray) -> None:
    struct.pack_into("<H", held, entry(held) + 10, 97)


def claim(held: bytearray, size: int) -> None:
    struct.pack_into("<L", held, entry(held) + 24, size)


def bad_sum(held: bytearray) -> None:
    struct.pack_into("<L", held, entry(held) + 16, 12345)


def endless_list(held: bytearray) -> bytes:
    """Make the list of files 5 MB long, told by the larger kind of end (APPNOTE.TXT, 4.3.14 and 4.3.15)."""
    at, end = entry(held), held.rindex(b"PK\5\6")
    one = bytearray(held[at:end][: 46 + struct.unpack_from("<H", held, at + 28)[0]])
    listed = held[at:end] + one * (5_000_000 // len(one))
    large = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 5, 5, len(listed), at)
    where = struct.pack("<4sLQL", b"PK\6\7", 0, at + len(listed), 1)
    return bytes(held[:at] + listed + large + where + held[end:])


def files(**changes: bytes | None) -> Callable[[Path], Path]:
    held = {name: changes.get(name.replace("/", "_").replace(".", "_"), held) for name, held in FILES.items()}
    kept = {name: content for name, content in held.items() if content is not None}
    return lambda folder: packed(folder / "model.zip", SMALL, kept)


def text(content: bytes) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / "model.zip").write_bytes(content)
        return folder / "model.zip"

    return make


OUTSIDE = "leads out of the model's folder"
NAMED = "can't be the name of a file everywhere"
BROKEN = "is damaged or not all there"
TWICE = "is in it twice"
REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "an empty file": (text(b""), BROKEN),
    "a web page": (text(b"<html>Not found</html>"), BROKEN),
    "a truncated file": (changed(lambda held: bytes(held[: len(held) // 2])), BROKEN),
    "its end missing": (changed(lambda held: bytes(held[:-10])), BROKEN),
    "a hole in its middle": (changed(lambda held: held.__setitem__(slice(60, 90), bytes(30))), BROKEN),
    "a wrong sum": (changed(bad_sum), BROKEN),
    "a size that is too small": (changed(lambda held: claim(held, 10)), BROKEN),
    "a size that is too large": (changed(lambda held: claim(held, 100_000)), BROKEN),
    "a size beyond all models": (changed(lambda held: claim(held, 0xFFFFFFF0)), "more than any model"),
    "a list without end": (changed(endless_list), "holds more files than any"),
    "a file without a name": (named("\0evil"), NAMED),
    "a name that Windows keeps": (named(f"{SMALL}/nul .txt"), NAMED),
    "a name that Windows keeps, too": (named(f"{SMALL}/com\u00b9.txt"), NAMED),
    "a name longer than disks take": (named(f"{SMALL}/" + "\u4e2d" * 100), NAMED),
    "thousands of files": (
        zipped(*((f"{SMALL}/{n}", b"") for n in range(2100))),
        "holds more files than any",
    ),
    "a bomb": (zipped((f"{SMALL}/zeros", bytes(40_000_000))), "over 100 times its size"),
    "a password": (changed(flag), "is locked with a password"),
    "an unknown packing": (changed(method), "packed in a way that Evenkeel does not read"),
    "a way up": (named("../evil"), OUTSIDE),
    "a way up from within": (named(f"{SMALL}/../../evil"), OUTSIDE),
    "a way up for Windows": (named("..\\evil"), OUTSIDE),
    "an absolute path": (named("/etc/evil"), OUTSIDE),
    "an absolute path for Windows": (named("\\evil"), OUTSIDE),
    "a drive": (named("C:/evil"), OUTSIDE),
    "a drive without a slash": (named("C:evil"), OUTSIDE),
    "a backslash": (named(f"{SMALL}\\am\\evil"), NAMED),
    "a stream of Windows": (named(f"{SMALL}/am/final.mdl:evil"), NAMED),
    "a name of Windows' own": (named(f"{SMALL}/NUL.txt"), NAMED),
    "a name that ends in a dot": (named(f"{SMALL}/evil."), NAMED),
    "a name that ends in a space": (named(f"{SMALL}/evil "), NAMED),
    "a name with a new line": (named(f"{SMALL}/e\nvil"), NAMED),
    "a name without end": (named(f"{SMALL}/{'x' * 300}"), NAMED),
    "folders without end": (named(f"{SMALL}/{'x/' * 30}y"), NAMED),
    "a part without a name": (named(f"{SMALL}//evil"), NAMED),
    "a link": (of_kind(stat.S_IFLNK), "is a link to another place"),
    "a device": (of_kind(stat.S_IFBLK), "is not a plain file"),
    "a pipe": (of_kind(stat.S_IFIFO), "is not a plain file"),
    "a file twice but for case": (zipped((f"{SMALL}/AM/FINAL.MDL", b"x")), TWICE),
    "a file twice but for its accents": (
        zipped((f"{SMALL}/caf\u00e9", b"x"), (f"{SMALL}/cafe\u0301", b"x")),
        TWICE,
    ),
    "a file that is a folder too": (zipped((f"{SMALL}/AM", b"x")), TWICE),
    "nothing": (lambda folder: packed(folder / "model.zip", SMALL, {}), "There is no speech model in"),
    "something else": (
        lambda folder: packed(folder / "model.zip", "holiday", {"beach.jpg": b"x"}),
        "There is no speech model in",
    ),
    "a speaker model": (
        lambda folder: packed(folder / "model.zip", "vosk-model-spk-0.4", {"final.ext.raw": b"x"}),
        "There is no speech model in",
    ),
    "two models": (
        lambda folder: packed(
            folder / "model.zip", "", {f"{top}/{name}": x for top in ("a", "b") for name, x in FILES.items()}
        ),
        "There is no speech model in",
    ),
    "a model without its graph": (files(graph_Gr_fst=None, graph_HCLr_fst=None), "graph/HCLG.fst is missing"),
    "a model with an empty file": (files(conf_mfcc_conf=b""), "conf/mfcc.conf is missing or empty"),
}
