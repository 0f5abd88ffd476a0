"""What files a model consists of: what it can't be loaded without. Knows names and sizes, opens nothing."""

import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path

_MOONSHINE = ("encoder_model.ort", "decoder_model_merged.ort", "tokenizer.bin")
_IVECTOR = ("final.dubm", "final.ie", "final.mat", "global_cmvn.stats", "online_cmvn.conf", "splice.conf")

Sizes = Mapping[str, int]
"""Relative name of each file ("am/final.mdl") to its bytes."""


def sizes(folder: Path) -> dict[str, int]:
    """Give the files below `folder`, {} where there is none.

    What is closed to this user, or was removed meanwhile, is left out.
    """
    found: dict[str, int] = {}
    for place, _, names in os.walk(folder):
        for file in (Path(place) / name for name in names):
            try:
                known = file.stat()
            except OSError:
                continue
            if stat.S_ISREG(known.st_mode):
                found[file.relative_to(folder).as_posix()] = known.st_size
    return found


def looks_like_vosk(files: Sizes) -> bool:
    """Say whether the files are those of a Vosk model, whole or not, in either of its two layouts."""
    return "am/final.mdl" in files or "final.mdl" in files


def lacks(engine: str, files: Sizes) -> str | None:
    """Give the first file the model can't be loaded without and that is missing or empty, else None.

    Vosk's native code ends the process on a missing file. Its two layouts: alphacephei.com/vosk/models.
    """
    if engine == "moonshine":
        return _first_empty(files, _MOONSHINE)
    acoustic, conf, graph = ("", "", "") if "final.mdl" in files else ("am/", "conf/", "graph/")
    needed = [f"{acoustic}final.mdl", f"{conf}mfcc.conf"]
    if f"{graph}Gr.fst" in files:
        needed += [f"{graph}Gr.fst", f"{graph}HCLr.fst"]
    else:
        needed += [f"{graph}HCLG.fst", f"{graph}words.txt"]
    if any(name.startswith("ivector/") for name in files):
        needed += [f"ivector/{name}" for name in _IVECTOR]
    return _first_empty(files, needed)


def is_moonshine(files: Sizes) -> bool:
    """Say whether the files are those of a Moonshine model, whole or not."""
    return _MOONSHINE[0] in files


def _first_empty(files: Sizes, names: Sequence[str]) -> str | None:
    return next((name for name in names if not files.get(name)), None)
