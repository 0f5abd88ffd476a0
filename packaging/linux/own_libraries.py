"""Run by the frozen program on Linux before anything else: it finds the libraries it brought along by name.

`ctypes.util.find_library` would ask ldconfig, a compiler and a linker, and none of them knows the bundle.
Where it finds nothing, who asked tries the plain name of the file, which the system's own loader knows.
"""

import ctypes.util
import sys
from pathlib import Path


def _find_library(name: str) -> str | None:
    here = sorted(Path(sys._MEIPASS).glob(f"lib{name}.so*"))  # type: ignore[attr-defined]
    return str(here[0]) if here else None


ctypes.util.find_library = _find_library
