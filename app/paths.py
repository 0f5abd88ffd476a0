"""Where the product finds what it brought along, and where it keeps what is the user's.

Nothing is created here. What the product brought lies in the source tree, or beside and inside the frozen
program; what is the user's lies in one data folder.
"""

import os
import sys
from pathlib import Path

import platformdirs

from app import policy


def data_folder() -> Path:
    """Give the folder of all that is the user's: EVENKEEL_HOME where that is set, else the system's place."""
    chosen = os.environ.get("EVENKEEL_HOME")
    if chosen:
        return Path(chosen).expanduser().absolute()
    return platformdirs.user_data_path("evenkeel", appauthor=False)


def resources_folder() -> Path:
    """Give the folder of content and pictures that came with the product."""
    return _inside() / "resources"


def model_folders() -> tuple[Path, Path]:
    """Give the folders that speech models are looked for in: beside the product, then the user's own.

    The folder that the organisation has fixed takes the place of the user's. Raises KnownError for a policy
    that can't be followed.
    """
    return _beside() / "speech_models", policy.current().models_folder or data_folder() / "models"


def command() -> str:
    """Give how this program is called in a terminal: by its name, in a source tree as the README calls it.

    On Windows that is the program that has a terminal.
    """
    if (_inside() / "Makefile").is_file():
        return ".venv/bin/python main.py"
    return "evenkeel-cli" if sys.platform == "win32" else "evenkeel"


def licences_page() -> Path:
    """Give the page with the licences of all that the product is made of, which its packages have."""
    return _beside() / "licences.html"


def journal_folder() -> Path:
    """Give the folder of the journal: the encrypted database, its key, its backups."""
    return data_folder() / "journal"


def crash_folder() -> Path:
    """Give the folder that reports of our own bugs are written to."""
    return data_folder() / "crashes"


def _inside() -> Path:
    """Give the root of the source tree, or where PyInstaller unpacked the program (sys._MEIPASS)."""
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parent.parent


def _beside() -> Path:
    """Give the root of the source tree, or the folder of the frozen program, which outlives its run.

    On macOS that is Resources, for only programs may lie where the program does.
    """
    if not getattr(sys, "frozen", False):
        return _inside()
    folder = Path(sys.executable).resolve().parent
    return folder.parent / "Resources" if sys.platform == "darwin" else folder
